// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/citations/replacements.h"

#include <gtest/gtest.h>

#include <set>

#include "citation_fixture.h"
#include "indexer/citations/references.h"

namespace indexer {
namespace {

// 第三条第一項:市→[新設には]郡, 町→区
std::string print(std::string_view text, const std::vector<citations::Replacement>& pairs) {
  std::string out;
  for (const citations::Replacement& r : pairs) {
    out += out.empty() ? "" : ", ";
    if (!r.place.empty()) out.append(r.place.of(text)).append(":");
    EXPECT_EQ(r.from_span.of(text), r.from);
    EXPECT_EQ(r.to_span.of(text), r.to);
    out += r.from + "→";
    if (!r.condition.empty()) out.append("[").append(r.condition.of(text)).append("]");
    out += r.to;
  }
  return out;
}

struct Read {
  corpus::Law law;
  std::vector<citations::Reference> references;
  std::vector<citations::Replacement> pairs;
};

Read read(const std::string& text) {
  Read out;
  out.law = law_of_lines("507AC0000000901", "試験用水路法",
                         {"a3/p1 甲", "a3/p2 乙", "a4/p1 丙", "a5/p1 丁", "a9/p1 " + text});
  const citations::LawLibrary library(small_book());
  for (citations::Reference& r : find_references(out.law, library)) {
    if (corpus::to_string(out.law.address(r.from)).ends_with("a9/p1")) {
      out.references.push_back(std::move(r));
    }
  }
  out.pairs = citations::find_replacements(out.law.provisions.back(), out.references);
  return out;
}

std::string places(const citations::Replacement& r) {
  std::string out;
  for (const auto& place : r.places) {
    out += (out.empty() ? "" : " ") + corpus::to_string(place).substr(16);
  }
  return out;
}

TEST(ReplacementWords, EveryRowReadsItsExamplesAndNotItsCounterExamples) {
  std::set<std::string_view> names;
  for (const citations::ReplacementWord& row : citations::replacement_words()) {
    EXPECT_TRUE(names.insert(row.name).second) << row.name;
    EXPECT_FALSE(row.examples.empty()) << row.name;
    EXPECT_FALSE(row.not_in.empty()) << row.name;
    EXPECT_FALSE(row.source.empty()) << row.name;
    for (const citations::ReplacementExample& example : row.examples) {
      const Read r = read(std::string(example.text));
      EXPECT_EQ(print(example.text, r.pairs), example.printed) << row.name << ": " << example.text;
    }
    for (const std::string_view text : row.not_in) {
      EXPECT_TRUE(citations::find_replacements(text, {}).empty()) << row.name << ": " << text;
    }
  }
}

TEST(Replacements, APlaceIsReadAndCarriedOn) {
  const Read r = read(
      "第三条の規定は、水門の開閉について準用する。この場合において、同条第一項中「用水」とあるのは"
      "「水門」と、「許可」とあるのは「届出」と、同条第二項中「者」とあるのは「者（法人に限る。）」"
      "と"
      "読み替えるものとする。");
  ASSERT_EQ(r.pairs.size(), 3u);
  EXPECT_EQ(places(r.pairs[0]), "a3/p1");
  EXPECT_EQ(places(r.pairs[1]), "a3/p1");
  EXPECT_EQ(places(r.pairs[2]), "a3/p2");
  EXPECT_EQ(r.pairs[0].group, r.pairs[2].group);
}

TEST(Replacements, AListOfPlacesIsOnePlace) {
  const Read r = read(
      "第三条第一項及び第四条の規定の適用については、第三条第一項及び第四条中「知事」とあるのは「市"
      "長」とする。");
  ASSERT_EQ(r.pairs.size(), 1u);
  EXPECT_EQ(places(r.pairs[0]), "a3/p1 a4");
}

TEST(Replacements, WhatIsQuotedInsideAQuotationBelongsToIt) {
  const Read r = read("同項中「用水」とあるのは「水（「下水」を除く。）」と読み替える。");
  ASSERT_EQ(r.pairs.size(), 1u);
  EXPECT_EQ(r.pairs[0].to, "水（「下水」を除く。）");
}

TEST(Replacements, TheNextSentenceBeginsAnew) {
  const Read r = read(
      "第三条第一項中「甲」とあるのは「乙」とする。次の場合において「丙」とあるのは「丁」とする。");
  ASSERT_EQ(r.pairs.size(), 2u);
  EXPECT_EQ(places(r.pairs[1]), "");
  EXPECT_NE(r.pairs[0].group, r.pairs[1].group);
}

TEST(Replacements, AreReadInTheirPlaceOnly) {
  const Read r = read("第三条第一項中「甲」とあるのは「乙」とする。");
  ASSERT_EQ(r.pairs.size(), 1u);
  EXPECT_TRUE(citations::reads_in(r.pairs[0], *corpus::parse_address("507AC0000000901/a3/p1/i2")));
  EXPECT_FALSE(citations::reads_in(r.pairs[0], *corpus::parse_address("507AC0000000901/a3/p2")));
}

TEST(Replacements, AllAtOnceAndTheLongestFirst) {
  const Read r =
      read("「市」とあるのは「町」と、「町」とあるのは「村」と、「市長」とあるのは「長」とする。");
  const citations::ReplacedText t = replace_words("市は町の市長に届け出る。", r.pairs);
  EXPECT_EQ(t.text, "町は村の長に届け出る。");
  ASSERT_EQ(t.generated.size(), 3u);
  EXPECT_EQ(t.generated[2].of(t.text), "長");
  EXPECT_EQ(t.replaced, 3u);
}

TEST(Replacements, HostileTextCostsLittle) {
  std::string text;
  for (int i = 0; i < 20000; ++i) text += "「甲」とあり、";
  text += "とある";
  EXPECT_TRUE(citations::find_replacements(text, {}).empty());
  EXPECT_TRUE(citations::find_replacements("「甲」とあるのは", {}).empty());
  EXPECT_TRUE(citations::find_replacements("」とあるのは「", {}).empty());
}

}  // namespace
}  // namespace indexer
