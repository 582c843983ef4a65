// SPDX-License-Identifier: GPL-2.0-or-later
// Holds what is found on the real corpus against tests/labels/delegations.tsv, where it is at hand:
// every delegation of the labelled laws, no other one, and the same provisions that fill it, from
// either side.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>

#include "citation_fixture.h"
#include "corpus/law_xml.h"
#include "indexer/citations/references.h"
#include "indexer/delegations/delegation_join.h"

namespace indexer {
namespace {

struct Label {
  std::string from, text, instrument;
  std::set<std::string> to;
};

std::vector<Label> read_labels() {
  std::vector<Label> out;
  std::ifstream in(JOBUN_SOURCE_DIR "/tests/labels/delegations.tsv");
  std::string line;
  std::getline(in, line);
  while (std::getline(in, line)) {
    std::istringstream cells(line);
    Label label;
    std::string to;
    std::getline(cells, label.from, '\t');
    std::getline(cells, label.text, '\t');
    std::getline(cells, label.instrument, '\t');
    std::getline(cells, to, '\t');
    std::istringstream words(to);
    for (std::string word; words >> word;) label.to.insert(word);
    out.push_back(std::move(label));
  }
  return out;
}

std::map<std::string, delegations::DelegationSource> read_corpus(const std::string& folder) {
  const corpus::LawBook book =
      corpus::make_law_book(corpus::Registry::load(folder + "/corpus/registry.tsv"), {});
  std::vector<corpus::Law> laws;
  for (const auto& entry : std::filesystem::directory_iterator(folder + "/corpus/laws")) {
    std::ifstream in(entry.path(), std::ios::binary);
    std::ostringstream bytes;
    bytes << in.rdbuf();
    laws.push_back(corpus::read_law(
        bytes.str(), corpus::origin_of(entry.path().string()), [&](std::string_view number) {
          return book.registry.amending_law_id(number).value_or('[' + std::string(number) + ']');
        }));
  }
  citations::LawLibrary library(book);
  for (const corpus::Law& law : laws) library.add(law);
  std::map<std::string, delegations::DelegationSource> out;
  for (const corpus::Law& law : laws)
    out[law.id] = {law.id, law.title,
                   delegations::find_delegations(law, citations::find_references(law, library))};
  return out;
}

TEST(DelegationLabels, EveryDelegationIsFoundFromBothSides) {
  const std::string folder = shared_folder();
  if (folder.empty()) GTEST_SKIP() << "no real corpus: set JOBUN_SHARED";
  const auto sources = read_corpus(folder);
  const delegations::JoinContext context{
      .at_hand = [&](const std::string& id) -> const delegations::DelegationSource* {
        const auto found = sources.find(id);
        return found == sources.end() ? nullptr : &found->second;
      },
      .orders_of =
          [&](const std::string& law) {
            std::vector<std::string> out;
            for (const auto& [id, source] : sources) {
              if (delegations::rank_of(id) < delegations::rank_of(law)) out.push_back(id);
            }
            return out;
          },
      .id_of_title = [](const std::string&) { return std::string(); }};
  std::vector<Label> labels = read_labels();
  std::set<std::string> laws;
  for (const Label& label : labels) laws.insert(label.from.substr(0, label.from.find('/')));
  ASSERT_EQ(laws.size(), 3U);

  std::map<std::string, std::set<std::string>> taken;  // what the orders say of themselves
  for (const auto& [id, source] : sources) {
    for (const delegations::DelegationRecord& r : join_delegations(source, context)) {
      if (r.side == "takes" && r.status == "resolved")
        taken[r.from + ' ' + std::to_string(r.span.begin)].insert(r.to.begin(), r.to.end());
    }
  }
  for (const std::string& id : laws) {
    for (const delegations::DelegationRecord& r : join_delegations(sources.at(id), context)) {
      if (r.side != "gives" || r.status == "odd") continue;
      const auto label = std::find_if(labels.begin(), labels.end(), [&](const Label& l) {
        return l.from == r.from && r.instrument.starts_with(l.instrument) &&
               r.text.starts_with(l.text);
      });
      ASSERT_NE(label, labels.end()) << "not labelled: " << r.from << ' ' << r.text;
      const std::set<std::string> to(r.to.begin(), r.to.end());
      EXPECT_EQ(to, label->to) << r.from << ' ' << r.text;
      EXPECT_EQ(to, taken[r.from + ' ' + std::to_string(r.span.begin)]) << r.from;
      labels.erase(label);
    }
  }
  for (const Label& missed : labels)
    ADD_FAILURE() << "missed: " << missed.from << ' ' << missed.text;
}

}  // namespace
}  // namespace indexer
