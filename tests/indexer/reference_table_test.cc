// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/reference_table.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "corpus/error.h"

namespace indexer {
namespace {

corpus::Address at(std::string_view path) {
  return corpus::parse_address("507AC0000000901/" + std::string(path)).value();
}

std::string target(std::string_view first, std::string_view last = {}) {
  const std::string law = "507AC0000000901/";
  return last.empty() ? law + std::string(first)
                      : law + std::string(first) + ".." + law + std::string(last);
}

TEST(ReferenceTable, WhatATargetConcerns) {
  EXPECT_TRUE(concerns(target("a5"), at("a5")));
  EXPECT_TRUE(concerns(target("a5"), at("a5/p1/i2"))) << "the whole article, so its item too";
  EXPECT_TRUE(concerns(target("a5/p1:proviso"), at("a5"))) << "a part of it";
  EXPECT_TRUE(concerns(target("a5/p1/i*"), at("a5/p1/i2")));
  EXPECT_TRUE(concerns(target("a3", "a7"), at("a4_2/p1"))) << "a branch between the ends";
  EXPECT_TRUE(concerns(target("a3/p1/i1", "a3/p1/i4"), at("a3/p1/i4/s2")));
  EXPECT_FALSE(concerns(target("a5"), at("a5_2")));
  EXPECT_FALSE(concerns(target("a3", "a7"), at("a8")));
  EXPECT_FALSE(concerns(target("a3", "a7"), at("sup/a4")));
  EXPECT_FALSE(concerns("507AC0000000901", at("a5"))) << "the law as a whole";
  EXPECT_FALSE(concerns("507AC0000000902/a5", at("a5")));
  EXPECT_FALSE(concerns("unknown:旧水門法/a5", at("a5")));
}

// What concerns a provision must be found under one of its names, or an answer would be missing.
TEST(ReferenceTable, NamesLeadToEverythingThatConcerns) {
  const std::vector<std::string> targets = {
      target("a5"),        target("a5/p1"),      target("a5/p1:proviso"),        target("a5/p1/i*"),
      target("a3", "a7"),  target("a3_2", "a9"), target("a3/p1/i1", "a3/p1/i4"), target("sup/a1"),
      target("ch1", "ch3")};
  for (const std::string& t : targets) {
    for (const char* path : {"a3", "a3/p1", "a3/p1/i2", "a3/p1/i2_2", "a3_2", "a4", "a4_2/p1", "a5",
                             "a5/p1/i2/s1", "a5_2", "a7", "a8", "sup/a1/p1", "ch2", "tab1"}) {
      if (!concerns(t, at(path))) continue;
      const auto names = index_names(t);
      const auto wanted = look_up_names(at(path));
      EXPECT_TRUE(std::any_of(wanted.begin(), wanted.end(),
                              [&](const std::string& name) {
                                return std::find(names.begin(), names.end(), name) != names.end();
                              }))
          << t << " concerns " << path;
    }
  }
}

TEST(ReferenceTable, AHostileRangeCostsLittle) {
  EXPECT_LT(index_names(target("a1", "a65535")).size(), 3000U);
}

TEST(ReferenceTable, ReadsBackWhatItWrites) {
  const std::vector<ReferenceRecord> records = {
      {"507AC0000000901/a6/p1",
       {12, 14},
       "前条\t\\\n",
       "rel",
       {"507AC0000000901/a5", target("a1", "a2")},
       "unresolved",
       "その規定はない",
       {"507AC0000000901/a4"},
       "plain",
       "507AC0000000901"},
      {"507AC0000000901/a7", {0, 1}, "イ", "sub", {}, "unresolved", "", {}, "plain", ""}};
  const auto back = parse_reference_table(to_tsv(records), "x.tsv");
  ASSERT_EQ(back.size(), 2U);
  EXPECT_EQ(to_tsv(back), to_tsv(records));
  EXPECT_EQ(back[0].text, records[0].text);
  EXPECT_EQ(back[0].targets, records[0].targets);
}

TEST(ReferenceTable, ABrokenTableIsNamedWithItsLine) {
  const std::string whole =
      to_tsv({{"a", {0, 1}, "b", "rel", {}, "resolved", "", {}, "plain", ""}});
  for (const std::string& broken :
       {std::string("# other\n"), whole.substr(0, whole.size() - 1), whole + "one cell\n"}) {
    try {
      parse_reference_table(broken, "x.tsv");
      ADD_FAILURE() << broken;
    } catch (const corpus::Error& e) {
      EXPECT_TRUE(e.where.starts_with("x.tsv:")) << e.where;
    }
  }
}

}  // namespace
}  // namespace indexer
