// SPDX-License-Identifier: GPL-2.0-or-later
// Holds the definitions of the real corpus against the hand labels (tests/labels), and their spans
// against the text, where the corpus is at hand.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <sstream>

#include "citation_fixture.h"
#include "corpus/law_files.h"
#include "corpus/law_xml.h"
#include "indexer/citations/references.h"
#include "indexer/definitions/definition_table.h"
#include "indexer/definitions/definitions.h"
#include "indexer/definitions/term_uses.h"

namespace indexer {
namespace {

struct RealLaws {
  corpus::LawBook book;
  std::vector<corpus::Law> laws;
};

const RealLaws& real_laws() {
  static const RealLaws real = [] {
    RealLaws out;
    const std::string folder = shared_folder() + "/corpus";
    out.book = corpus::make_law_book(corpus::Registry::load(folder + "/registry.tsv"), {});
    for (const auto& entry : std::filesystem::directory_iterator(folder + "/laws")) {
      const std::string path = entry.path().string();
      out.laws.push_back(corpus::read_law(
          corpus::read_file(path), corpus::origin_of(path), [&](std::string_view number) {
            return out.book.registry.amending_law_id(number).value_or('[' + std::string(number) +
                                                                      ']');
          }));
    }
    return out;
  }();
  return real;
}

std::vector<std::string> split(const std::string& line, char by) {
  std::vector<std::string> out;
  std::istringstream in(line);
  for (std::string piece; std::getline(in, piece, by);) out.push_back(piece);
  return out;
}

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

TEST(DefinitionLabels, PrecisionRecallScopeAndImports) {
  if (shared_folder().empty()) GTEST_SKIP() << "no real corpus: set JOBUN_SHARED";
  const RealLaws& real = real_laws();
  citations::LawLibrary library(real.book);
  for (const corpus::Law& law : real.laws) library.add(law);
  std::set<std::string> read;
  const std::string names[] = {"definitions", "definitions_second"};
  for (const std::string& name : names) {
    std::ifstream provisions(JOBUN_SOURCE_DIR "/tests/labels/" + name + ".provisions");
    for (std::string line; std::getline(provisions, line);) read.insert(line);
  }
  std::set<std::string> at_hand;
  for (const corpus::Law& law : real.laws) at_hand.insert(law.id);
  std::multimap<std::string, definitions::Definition> found;
  for (const corpus::Law& law : real.laws) {
    for (definitions::Definition& d :
         definitions::find_definitions(law, citations::find_references(law, library), library)) {
      const std::string place = corpus::to_string(law.address(d.from));
      if (read.contains(place)) found.emplace(place + '\t' + d.term, std::move(d));
    }
  }
  const std::size_t claimed = found.size();
  std::map<std::string, std::pair<int, int>> forms;
  int labels = 0, right = 0, scopes = 0, imports = 0, imported = 0;
  std::vector<std::string> lines;
  for (const std::string& name : names) {
    std::ifstream gold(JOBUN_SOURCE_DIR "/tests/labels/" + name + ".tsv");
    for (std::string line; std::getline(gold, line);) lines.push_back(line);
  }
  for (const std::string& line : lines) {
    auto c = split(line, '\t');
    c.resize(6);
    if (!at_hand.contains(c[0].substr(0, c[0].find('/')))) continue;
    ++labels;
    auto& [hit, all] = forms[c[3]];
    ++all;
    const auto at = found.find(c[0] + '\t' + c[2]);
    if (at == found.end()) continue;
    const definitions::Definition d = std::move(at->second);
    found.erase(at);
    ++right;
    ++hit;
    scopes += is_same_scope(c[4], c[0], d);
    if (c[5].empty()) continue;
    ++imports;
    imported += d.imported_from && corpus::to_string(*d.imported_from) == c[5];
  }
  ASSERT_GT(labels, 600);
  const double f1 = 2.0 * right / static_cast<double>(labels + static_cast<int>(claimed));
  EXPECT_GE(f1, 0.99) << right << " of " << labels << " labels, " << claimed << " claimed";
  EXPECT_GE(scopes, 0.99 * right) << scopes << " scopes of " << right;
  EXPECT_GE(imported, 0.97 * imports) << imported << " of " << imports;
  for (const auto& [form, counts] : forms)
    EXPECT_GE(counts.first, 0.97 * counts.second) << form << ' ' << counts.first;
}

TEST(DefinitionProperties, EverySpanIsWhatItSaysAndTheTableGivesItBack) {
  if (shared_folder().empty()) GTEST_SKIP() << "no real corpus: set JOBUN_SHARED";
  const RealLaws& real = real_laws();
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
