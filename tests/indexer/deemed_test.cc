// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/norms/deemed.h"

#include <gtest/gtest.h>

#include <set>

#include "citation_fixture.h"
#include "indexer/citations/references.h"
#include "indexer/norms/deemed_table.h"

namespace indexer {
namespace {

corpus::Law law_with(const std::string& text) {
  return law_of_lines(
      "507AC0000000901", "試験用水路法",
      {"a3/p1 水門を設けたときは、届け出なければならない。", "a4/p1 水門は、検査を受ける。",
       "a4/p2 知事は、前項の検査を行う。", "a9/p1 " + text});
}

std::vector<norms::DeemedNorm> read(const std::string& text) {
  const corpus::Law law = law_with(text);
  const citations::LawLibrary library(small_book());
  return norms::find_deemed(law, citations::find_references(law, library));
}

std::string print(const std::vector<norms::DeemedNorm>& norms) {
  std::string out;
  for (const norms::DeemedNorm& n : norms) {
    out += (out.empty() ? "" : ", ") + std::string(to_string(n.kind));
    for (const auto& t : n.targets) out += ' ' + corpus::to_string(t).substr(16);
    out += " 〈" + n.condition + "〉";
  }
  return out;
}

TEST(DeemedRules, EveryRowReadsItsExamplesAndNotItsCounterExamples) {
  std::set<std::string_view> names;
  for (const norms::DeemedRule& rule : norms::deemed_rules()) {
    EXPECT_TRUE(names.insert(rule.name).second) << rule.name;
    EXPECT_FALSE(rule.examples.empty()) << rule.name;
    EXPECT_FALSE(rule.not_in.empty()) << rule.name;
    EXPECT_FALSE(rule.source.empty()) << rule.name;
    for (const norms::DeemedExample& example : rule.examples) {
      EXPECT_EQ(print(read(std::string(example.text))), example.printed)
          << rule.name << ": " << example.text;
    }
    for (const std::string_view text : rule.not_in) {
      EXPECT_EQ(print(read(std::string(text))), "") << rule.name << ": " << text;
    }
  }
}

TEST(Deemed, TheNormIsReadWithTheWordsReplaced) {
  const std::string text =
      "この法律の施行の際現に水門を有する者に対する第三条第一項の規定の適用については、同項中「設け"
      "たときは」"
      "とあるのは、「有する者は、施行の日から六月以内に」とする。";
  const auto norms = read(text);
  ASSERT_EQ(norms.size(), 1u);
  EXPECT_EQ(norms[0].condition, "この法律の施行の際現に水門を有する者");
  const auto shown =
      norms::read_as(norms[0], law_with(text), *corpus::parse_address("507AC0000000901/a3/p1"));
  ASSERT_TRUE(shown);
  EXPECT_EQ(shown->text, "水門を有する者は、施行の日から六月以内に、届け出なければならない。");
  ASSERT_EQ(shown->generated.size(), 1u);
  EXPECT_EQ(shown->generated[0].of(shown->text), "有する者は、施行の日から六月以内に");
  EXPECT_FALSE(read_as(norms[0], law_with(text), *corpus::parse_address("507AC0000000901/a4/p1")));
}

TEST(Deemed, TheNextSentenceSaysHowItIsRead) {
  const auto norms = read(
      "第三条第一項及び第四条の規定は、橋について準用する。この場合において、同条第一項中「水門」と"
      "あるのは「橋」と読み替えるものとする。");
  ASSERT_EQ(norms.size(), 1u);
  ASSERT_EQ(norms[0].pairs.size(), 1u);
  EXPECT_EQ(norms[0].pairs[0].to, "橋");
  EXPECT_EQ(corpus::to_string(norms[0].basis), "507AC0000000901/a9/p1");
}

TEST(DeemedTable, KeepsWhatIsReadFromIt) {
  const auto norms = read(
      "水門を有する者に対する第三条第一項の規定の適用については、同項中「設けたときは」とあるのは、"
      "「四月以内に」とする。第四条第二項の規定は、橋の検査について準用する。");
  ASSERT_EQ(norms.size(), 2U);
  const auto kept = norms::parse_deemed_table(to_tsv(norms), "deemed.tsv");
  EXPECT_EQ(to_tsv(kept), to_tsv(norms));
  EXPECT_EQ(print(kept), print(norms));
  ASSERT_EQ(kept[0].pairs.size(), 1U);
  EXPECT_EQ(kept[0].pairs[0].to, "四月以内に");
  EXPECT_EQ(norms::read_as(kept[0], law_with("x"), norms[0].targets[0].first)->text,
            read_as(norms[0], law_with("x"), norms[0].targets[0].first)->text);
}

}  // namespace
}  // namespace indexer
