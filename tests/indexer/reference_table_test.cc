// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/citations/reference_table.h"

#include <gtest/gtest.h>

#include "citation_fixture.h"
#include "indexer/citations/references.h"

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
  EXPECT_TRUE(citations::concerns(target("a5"), at("a5")));
  EXPECT_TRUE(citations::concerns(target("a5"), at("a5/p1/i2")))
      << "the whole article, so its item too";
  EXPECT_TRUE(citations::concerns(target("a5/p1:proviso"), at("a5"))) << "a part of it";
  EXPECT_TRUE(citations::concerns(target("a5/p1/i*"), at("a5/p1/i2")));
  EXPECT_TRUE(citations::concerns(target("a3", "a7"), at("a4_2/p1")))
      << "a branch between the ends";
  EXPECT_TRUE(citations::concerns(target("a3/p1/i1", "a3/p1/i4"), at("a3/p1/i4/s2")));
  EXPECT_FALSE(citations::concerns(target("a5"), at("a5_2")));
  EXPECT_FALSE(citations::concerns(target("a3", "a7"), at("a8")));
  EXPECT_FALSE(citations::concerns(target("a3", "a7"), at("sup/a4")));
  EXPECT_FALSE(citations::concerns("507AC0000000901", at("a5"))) << "the law as a whole";
  EXPECT_FALSE(citations::concerns("507AC0000000902/a5", at("a5")));
  EXPECT_FALSE(citations::concerns("unknown:旧水門法/a5", at("a5")));
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
      if (!citations::concerns(t, at(path))) continue;
      const auto names = citations::index_names(t);
      const auto wanted = citations::look_up_names(at(path));
      EXPECT_TRUE(std::any_of(wanted.begin(), wanted.end(),
                              [&](const std::string& name) {
                                return std::find(names.begin(), names.end(), name) != names.end();
                              }))
          << t << " concerns " << path;
    }
  }
}

TEST(ReferenceTable, AHostileRangeCostsLittle) {
  EXPECT_LT(citations::index_names(target("a1", "a65535")).size(), 3000U);
}

TEST(ReferenceTable, ReadsBackWhatItWrites) {
  const std::vector<citations::ReferenceRecord> records = {
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
  const auto back = citations::parse_reference_table(to_tsv(records), "x.tsv");
  ASSERT_EQ(back.size(), 2U);
  EXPECT_EQ(to_tsv(back), to_tsv(records));
  EXPECT_EQ(back[0].text, records[0].text);
  EXPECT_EQ(back[0].targets, records[0].targets);
}

TEST(ReferenceTable, ABrokenTableIsNamedWithItsLine) {
  const std::string whole =
      citations::to_tsv({{"a", {0, 1}, "b", "rel", {}, "resolved", "", {}, "plain", ""}});
  for (const std::string& broken :
       {std::string("# other\n"), whole.substr(0, whole.size() - 1), whole + "one cell\n"}) {
    try {
      citations::parse_reference_table(broken, "x.tsv");
      ADD_FAILURE() << broken;
    } catch (const corpus::Error& e) {
      EXPECT_TRUE(e.where.starts_with("x.tsv:")) << e.where;
    }
  }
}

// law of lines -> 「text」 of each reference with its pairs
std::string replacements_of(const std::vector<std::string>& lines) {
  const corpus::Law law = law_of_lines("409AC0000000901", "見本業法", lines);
  citations::LawLibrary library(small_book());
  library.add(law);
  std::string out;
  for (const citations::ReferenceRecord& r : to_records(law, find_references(law, library))) {
    for (const citations::ReplacementRecord& pair : r.replacements)
      out += r.text + '[' + pair.place + "] " + pair.from + ">" + pair.to + '\n';
  }
  return out;
}

TEST(ReferenceTable, WhatIsAppliedCarriesItsReplacements) {
  const std::vector<std::string> others = {"a1/p1 甲は、届け出る。", "a2/p1 甲は、知事に報告する。",
                                           "a2/p2 甲は、記録する。"};
  const auto with = [&](const std::string& text) {
    auto lines = others;
    lines.push_back("a3/p1 " + text);
    return replacements_of(lines);
  };
  EXPECT_EQ(
      with(
          "第二条第一項の規定は、乙に準用する。この場合において、同項中「甲」とあるのは「乙」と、「"
          "知事」とあるのは「市長」と読み替えるものとする。"),
      "第二条第一項[409AC0000000901/a2/p1] 甲>乙\n第二条第一項[409AC0000000901/a2/p1] 知事>市長\n");
  // To the one that is named, when one is.
  EXPECT_EQ(with("第一条及び第二条の規定は、乙に準用する。この場合において、第二条第一項中「甲」と"
                 "あるのは「"
                 "乙」と読み替えるものとする。"),
            "第二条[409AC0000000901/a2/p1] 甲>乙\n");
  EXPECT_EQ(with("乙についての第一条の規定の適用については、同条中「甲」とあるのは「乙」とする。"),
            "第一条[409AC0000000901/a1] 甲>乙\n");
  EXPECT_EQ(with("第一条の規定による届出をした者は、登録する。"), "");
}

TEST(ReferenceTable, ReplacementsComeBackFromTheFile) {
  const std::vector<citations::ReferenceRecord> records = {
      {.from = "409AC0000000901/a3/p1",
       .span = {0, 3},
       .text = "第一条",
       .form = "abs",
       .targets = {"409AC0000000901/a1"},
       .status = "resolved",
       .reason = {},
       .candidates = {},
       .purpose = "mutatis_mutandis",
       .law = "409AC0000000901",
       .replacements = {{"", "甲\t", "「乙」\\"}}}};
  const auto read = citations::parse_reference_table(to_tsv(records), "test");
  ASSERT_EQ(read.size(), 1u);
  EXPECT_EQ(read[0].replacements, records[0].replacements);
}

}  // namespace
}  // namespace indexer
