// SPDX-License-Identifier: GPL-2.0-or-later
// Holds the definitions of the real corpus against the hand labels (tests/labels), and their spans
// against the text, where the corpus is at hand.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <regex>
#include <set>

#include "citation_fixture.h"
#include "indexer/citations/references.h"
#include "indexer/definitions/definition_table.h"
#include "indexer/definitions/definitions.h"
#include "indexer/definitions/term_uses.h"
#include "labelled_laws.h"

namespace indexer {
namespace {

// What a label's word for a scope means at that place.
std::string scope_of_label(const std::string& word, const std::string& place) {
  static const std::map<std::string, std::string> kUnits = {{"item", "(.*?/i[0-9_:]+)"},
                                                            {"paragraph", "(.*?/p[0-9_:]+)"},
                                                            {"article", "(.*?/a[0-9_:]+)"}};
  if (word == "law") return place.substr(0, place.find('/'));
  if (word == "after") return place + "..";
  if (word == "here" || word == "subitem") return place;
  if (word == "chapter") return "/ch";
  if (word == "section") return "/se";
  if (word == "suppl") return "/sup";
  const auto unit = kUnits.find(word);
  std::smatch found;
  if (unit != kUnits.end() && std::regex_search(place, found, std::regex(unit->second)))
    return found[1];
  return word;
}

std::string without_only_paragraph(std::string address) {
  if (address.ends_with("/p1")) address.resize(address.size() - 3);
  return address;
}

bool is_same_scope(const std::string& label, const std::string& place,
                   const definitions::Definition& d) {
  std::set<std::string> want, got;
  for (const std::string& word : split(label, ' '))
    want.insert(without_only_paragraph(scope_of_label(word, place)));
  for (const definitions::ScopePart& part : d.scope) {
    std::string address = without_only_paragraph(to_string(part));
    for (const std::string unit : {"/ch", "/se", "/sup"}) {
      if (want.contains(unit) && address.find(unit) != std::string::npos) address = unit;
    }
    got.insert(std::move(address));
  }
  return want == got;
}

struct Score {
  int labels = 0, claimed = 0, right = 0, scopes = 0, imports = 0, imported = 0;
  std::map<std::string, std::pair<int, int>> forms;
  double f1() const { return 2.0 * right / std::max(1, labels + claimed); }
};

// What is found in the provisions that were read, by 「provision TAB term」.
std::multimap<std::string, definitions::Definition> find_in(const std::vector<std::string>& names,
                                                            const LabelledLaws& real) {
  std::set<std::string> read;
  for (const std::string& name : names) {
    for (const auto& cells : read_labels(name + ".provisions")) read.insert(cells.front());
  }
  citations::LawLibrary library(real.book);
  for (const corpus::Law& law : real.laws) library.add(law);
  std::multimap<std::string, definitions::Definition> found;
  for (const corpus::Law& law : real.laws) {
    for (definitions::Definition& d :
         definitions::find_definitions(law, citations::find_references(law, library), library)) {
      const std::string place = corpus::to_string(law.address(d.from));
      if (read.contains(place)) found.emplace(place + '\t' + d.term, std::move(d));
    }
  }
  return found;
}

Score score(const std::vector<std::string>& names) {
  std::set<std::string> ids;
  for (const std::string& name : names) {
    for (const auto& cells : read_labels(name + ".tsv")) ids.insert(cells[0].substr(0, 15));
  }
  const LabelledLaws real = read_labelled_laws(ids, true);
  std::set<std::string> at_hand;
  for (const corpus::Law& law : real.laws) at_hand.insert(law.id);
  auto found = find_in(names, real);
  Score out;
  out.claimed = static_cast<int>(found.size());
  for (const std::string& name : names) {
    for (auto c : read_labels(name + ".tsv")) {
      c.resize(6);
      if (!at_hand.contains(c[0].substr(0, 15))) continue;
      ++out.labels;
      auto& [hit, all] = out.forms[c[3]];
      ++all;
      const auto at = found.find(c[0] + '\t' + c[2]);
      if (at == found.end()) continue;
      const definitions::Definition d = std::move(at->second);
      found.erase(at);
      ++out.right;
      ++hit;
      out.scopes += is_same_scope(c[4], c[0], d);
      out.imports += !c[5].empty();
      out.imported +=
          !c[5].empty() && d.imported_from && corpus::to_string(*d.imported_from) == c[5];
    }
  }
  return out;
}

void expect_at_least(const Score& s, double f1, double forms, double scopes, double imports) {
  EXPECT_GE(s.f1(), f1) << s.right << " of " << s.labels << " labels, " << s.claimed << " claimed";
  EXPECT_GE(s.scopes, scopes * s.right) << s.scopes << " scopes of " << s.right;
  EXPECT_GE(s.imported, imports * s.imports) << s.imported << " of " << s.imports;
  for (const auto& [form, counts] : s.forms)
    EXPECT_GE(counts.first, forms * counts.second) << form << ' ' << counts.first;
}

TEST(DefinitionLabels, PrecisionRecallScopeAndImports) {
  if (shared_folder().empty()) GTEST_SKIP() << "no real corpus: set JOBUN_SHARED";
  const Score s = score({"definitions", "definitions_second"});
  ASSERT_GT(s.labels, 600);
  expect_at_least(s, 0.99, 0.97, 0.99, 0.97);
}

// Read by hand after the extractor was written, before it was run on them.
TEST(DefinitionLabels, OtherKindsOfLaws) {
  if (shared_folder().empty()) GTEST_SKIP() << "no real corpus: set JOBUN_SHARED";
  const Score s = score({"definitions_third", "definitions_fourth"});
  if (s.labels < 450) GTEST_SKIP() << "the laws are not at hand: set JOBUN_BULK";
  expect_at_least(s, 0.985, 0.97, 0.97, 0.9);
}

TEST(DefinitionProperties, EverySpanIsWhatItSaysAndTheTableGivesItBack) {
  if (shared_folder().empty()) GTEST_SKIP() << "no real corpus: set JOBUN_SHARED";
  const LabelledLaws real = read_labelled_laws({}, true);
  citations::LawLibrary library(real.book);
  for (const corpus::Law& law : real.laws) library.add(law);
  std::size_t count = 0;
  for (const corpus::Law& law : real.laws) {
    const auto definitions =
        definitions::find_definitions(law, citations::find_references(law, library), library);
    for (const definitions::Definition& d : definitions) {
      const std::string_view text = law.provisions[d.from].text;
      ASSERT_LE(d.text.end, text.size());
      ASSERT_LE(d.text.begin, d.text.end) << d.term;
      EXPECT_EQ(d.term_span.of(text), d.term) << corpus::to_string(law.address(d.from));
      EXPECT_FALSE(d.scope.empty()) << d.term;
      EXPECT_FALSE(corpus::find_invalid_utf8(d.text.of(text))) << d.term;
    }
    const auto uses = definitions::find_term_uses(law, definitions::scoped_terms(law, definitions));
    for (const definitions::TermUse& use : uses) {
      EXPECT_EQ(use.span.of(law.provisions[use.provision].text), definitions[use.term].term);
    }
    const auto records =
        to_records(law, definitions, definitions::count_uses(uses, definitions.size()), {});
    const auto again = definitions::parse_definition_table(to_tsv(records), "test");
    ASSERT_EQ(again.size(), records.size());
    const auto back = definitions::from_records(law, again);
    ASSERT_EQ(back.size(), definitions.size());
    for (std::size_t i = 0; i < back.size(); ++i) {
      EXPECT_EQ(back[i].term_span, definitions[i].term_span);
      EXPECT_EQ(back[i].text, definitions[i].text);
      EXPECT_EQ(back[i].scope, definitions[i].scope) << definitions[i].term;
    }
    count += definitions.size();
  }
  EXPECT_GT(count, 2000u);
}

}  // namespace
}  // namespace indexer
