// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/impact.h"

#include <gtest/gtest.h>

namespace {

using query::Dependence;
using query::Dependent;
using query::Link;

query::DirectDependents graph(std::vector<Dependence> edges) {
  return [edges = std::move(edges)](const std::string& address) {
    std::vector<Dependence> out;
    for (const Dependence& e : edges) {
      if (e.to == address) out.push_back(e);
    }
    return out;
  };
}

std::string walk(const query::Impact& impact) {
  std::string out;
  for (const Dependent& d : impact.dependents) {
    out += d.address + '(' + std::to_string(d.distance) + ':';
    for (const Dependence& step : d.path) out += ' ' + step.from + '>' + step.to;
    out += ") ";
  }
  return out;
}

TEST(Impact, IsFoundNearestFirstAndByTheShortestWay) {
  const auto direct = graph({{"b", "a", Link::term, "水門"},
                             {"c", "b", Link::citation, "前条"},
                             {"c", "a", Link::citation, "第一条"},
                             {"d", "c", Link::delegation, "政令"}});
  EXPECT_EQ(walk(query::find_dependents("a", direct, 3, 100)),
            "b(1: b>a) c(1: c>a) d(2: c>a d>c) ");
}

TEST(Impact, EndsWhereProvisionsCiteEachOther) {
  const auto direct = graph({{"b", "a"}, {"a", "b"}, {"b", "b"}});
  EXPECT_EQ(walk(query::find_dependents("a", direct, 9, 100)), "b(1: b>a) ");
}

TEST(Impact, GoesNoDeeperThanAsked) {
  const auto direct = graph({{"b", "a"}, {"c", "b"}});
  EXPECT_EQ(walk(query::find_dependents("a", direct, 1, 100)), "b(1: b>a) ");
  EXPECT_EQ(walk(query::find_dependents("a", direct, 0, 100)), "");
}

TEST(Impact, SaysWhenThereIsMore) {
  const auto direct = graph({{"b", "a"}, {"c", "a"}, {"d", "a"}});
  const auto some = query::find_dependents("a", direct, 1, 2);
  EXPECT_EQ(some.dependents.size(), 2U);
  EXPECT_TRUE(some.truncated);
  EXPECT_FALSE(query::find_dependents("a", direct, 1, 3).truncated);
}

}  // namespace
