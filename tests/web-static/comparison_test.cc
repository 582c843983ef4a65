// SPDX-License-Identifier: GPL-2.0-or-later
#include "web-static/comparison.h"

#include <gtest/gtest.h>

#include "fixtures.h"
#include "page_reader.h"

namespace web {
namespace {

std::string printed(std::string_view before, std::string_view after) {
  std::string out;
  for (const ComparedRun& run : compare_words(before, after))
    out += run.changed ? "[" + run.before + "|" + run.after + "]" : run.before;
  return out;
}

TEST(CompareWords, MarksWhatChanged) {
  EXPECT_EQ(printed("本は七日以内に返す。", "本は五日以内に返す。"), "本は[七|五]日以内に返す。");
  EXPECT_EQ(printed("係員が認めたときは", "係員又は館長が認めたときは"),
            "係員[|又は館長]が認めたときは");
  EXPECT_EQ(printed("同じ", "同じ"), "同じ");
  EXPECT_EQ(printed("", "新しい"), "[|新しい]");
}

TEST(CompareWords, ALetterOrTwoTheSameDoNotCutAChange) {
  EXPECT_EQ(printed("館長の許可を得て", "係員に届け出て"), "[館長の許可を得|係員に届け出]て");
}

TEST(CompareWords, BothSidesAreWholeTexts) {
  const std::string before = "第一項の者は、窓口で、本を三冊まで借りることができる。";
  const std::string after = "前項の者は、窓口又は郵便で、本を五冊まで借りられる。";
  std::string old_side;
  std::string new_side;
  for (const ComparedRun& run : compare_words(before, after)) {
    old_side += run.before;
    new_side += run.after;
  }
  EXPECT_EQ(old_side, before);
  EXPECT_EQ(new_side, after);
}

TEST(CompareLaws, OnlyWhatDiffersIsShown) {
  const corpus::Law before = web_tests::library_law();
  EXPECT_EQ(compare_laws(before, before).units, 0U);
  corpus::Law after = before;
  for (auto& p : after.provisions) {
    if (p.segment.kind == corpus::SegmentKind::paragraph && !p.text.empty()) {
      p.text += "<b>加えた文。</b>";
      break;
    }
  }
  const Comparison comparison = compare_laws(before, after);
  EXPECT_EQ(comparison.units, 1U);
  const auto page = web_tests::read_page(comparison.html);
  EXPECT_EQ(page.problems, std::vector<std::string>{});
  EXPECT_TRUE(page.elements.contains("ins"));
  EXPECT_FALSE(page.elements.contains("b"));
}

TEST(CompareLaws, ARepealedUnitStandsWhereItStood) {
  const corpus::Law before = web_tests::library_law();
  corpus::Law nothing = before;
  nothing.provisions.clear();
  const Comparison gone = compare_laws(before, nothing);
  EXPECT_GT(gone.units, 3U);
  EXPECT_NE(gone.html.find("（削る）"), std::string::npos);
  EXPECT_NE(compare_laws(nothing, before).html.find("（新設）"), std::string::npos);
}

}  // namespace
}  // namespace web
