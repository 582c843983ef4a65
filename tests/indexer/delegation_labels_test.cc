// SPDX-License-Identifier: GPL-2.0-or-later
// Holds what is found on the real corpus against tests/labels/delegations.tsv, where it is at hand:
// every delegation of the labelled laws, no other one, and the same provisions that fill it, from
// either side.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

#include "citation_fixture.h"
#include "indexer/citations/references.h"
#include "indexer/delegations/delegation_join.h"
#include "labelled_laws.h"

namespace indexer {
namespace {

struct Label {
  std::string from, text, instrument;
  std::set<std::string> to;
};

std::vector<Label> read_delegation_labels(const std::string& name) {
  std::vector<Label> out;
  for (auto cells : read_labels(name)) {
    cells.resize(4);
    if (cells[0] == "from") continue;
    const auto words = split(cells[3], ' ');
    out.push_back({cells[0], cells[1], cells[2], {words.begin(), words.end()}});
  }
  return out;
}

std::set<std::string> laws_of(const std::vector<Label>& labels) {
  std::set<std::string> out;
  for (const Label& label : labels) {
    out.insert(label.from.substr(0, label.from.find('/')));
    for (const std::string& to : label.to) out.insert(to.substr(0, to.find('/')));
  }
  return out;
}

using Sources = std::map<std::string, delegations::DelegationSource>;

Sources read_sources(const LabelledLaws& real) {
  citations::LawLibrary library(real.book);
  for (const corpus::Law& law : real.laws) library.add(law);
  Sources out;
  for (const corpus::Law& law : real.laws) {
    out[law.id] = {law.id, law.title,
                   delegations::find_delegations(law, citations::find_references(law, library))};
  }
  return out;
}

delegations::JoinContext context_of(const Sources& sources) {
  return {.at_hand = [&](const std::string& id) -> const delegations::DelegationSource* {
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
}

// What the orders say of themselves, by the place of the words they fill.
std::map<std::string, std::set<std::string>> taken_from(const Sources& sources,
                                                        const delegations::JoinContext& context) {
  std::map<std::string, std::set<std::string>> out;
  for (const auto& [id, source] : sources) {
    for (const auto& r : delegations::join_delegations(source, context)) {
      if (r.side == "takes" && r.status == "resolved")
        out[r.from + ' ' + std::to_string(r.span.begin)].insert(r.to.begin(), r.to.end());
    }
  }
  return out;
}

TEST(DelegationLabels, EveryDelegationIsFoundFromBothSides) {
  if (shared_folder().empty()) GTEST_SKIP() << "no real corpus: set JOBUN_SHARED";
  const Sources sources = read_sources(read_labelled_laws({}, true));
  const auto context = context_of(sources);
  std::vector<Label> labels = read_delegation_labels("delegations.tsv");
  std::set<std::string> laws;
  for (const Label& label : labels) laws.insert(label.from.substr(0, label.from.find('/')));
  ASSERT_EQ(laws.size(), 3U);
  auto taken = taken_from(sources, context);
  for (const std::string& id : laws) {
    for (const delegations::DelegationRecord& r :
         delegations::join_delegations(sources.at(id), context)) {
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

// Every labelled delegation is found; of so many the orders are exactly those of the label; and the
// orders say the same of themselves.
void expect_right(const std::string& name, std::size_t least) {
  std::vector<Label> labels = read_delegation_labels(name);
  const std::set<std::string> ids = laws_of(labels);
  const LabelledLaws real = read_labelled_laws(ids, false);
  if (real.laws.size() < ids.size()) GTEST_SKIP() << "the laws are not at hand: set JOBUN_BULK";
  const Sources sources = read_sources(real);
  const auto context = context_of(sources);
  auto taken = taken_from(sources, context);
  std::size_t right = 0;
  for (const auto& [id, source] : sources) {
    for (const auto& r : delegations::join_delegations(source, context)) {
      if (r.side != "gives" || r.status == "odd") continue;
      const auto label = std::find_if(labels.begin(), labels.end(), [&](const Label& l) {
        return l.from == r.from && r.text.starts_with(l.text);
      });
      if (label == labels.end()) continue;  // only some of the delegations are labelled
      const std::set<std::string> to(r.to.begin(), r.to.end());
      right += to == label->to;
      EXPECT_EQ(to, taken[r.from + ' ' + std::to_string(r.span.begin)]) << r.from;
      labels.erase(label);
    }
  }
  for (const Label& missed : labels)
    ADD_FAILURE() << "missed: " << missed.from << ' ' << missed.text;
  EXPECT_GE(right, least);
}

TEST(DelegationLabels, SecondSet) {
  if (shared_folder().empty()) GTEST_SKIP() << "no real corpus: set JOBUN_SHARED";
  expect_right("delegations_second.tsv", 52);
}

TEST(DelegationLabels, ThirdSet) {
  if (shared_folder().empty()) GTEST_SKIP() << "no real corpus: set JOBUN_SHARED";
  expect_right("delegations_third.tsv", 56);
}

}  // namespace
}  // namespace indexer
