// SPDX-License-Identifier: GPL-2.0-or-later
#include "web-static/near_terms.h"

#include <gtest/gtest.h>

#include "corpus/text.h"

namespace web {
namespace {

// Likeness of words that end alike, which is all these tests need.
TermDifference by_ending(std::string_view a, std::string_view b) {
  std::size_t same = 0;
  while (same < std::min(a.size(), b.size()) && a[a.size() - 1 - same] == b[b.size() - 1 - same])
    ++same;
  return {std::string(a.substr(0, a.size() - same)), std::string(b.substr(0, b.size() - same)),
          2.0 * static_cast<double>(same) / static_cast<double>(a.size() + b.size())};
}

TEST(NearTerms, ThoseThatShareMostLettersAndOneLawFirst) {
  const std::vector<TermInLaws> terms = {
      {"登録水門", {0}}, {"指定登録水門", {1}}, {"特別登録水門", {0, 2}}, {"利用者", {0}}};
  const auto near = near_terms(terms, by_ending, 6);
  ASSERT_EQ(near[0].size(), 2U);
  EXPECT_EQ(near[0][0].term, 2U);
  EXPECT_EQ(near[0][1].term, 1U);
  EXPECT_EQ(difference_text(near[0][0].difference), "「特別」が加わる");
  EXPECT_EQ(difference_text(near[2][0].difference), "「特別」がない");
  EXPECT_TRUE(near[3].empty());
  EXPECT_EQ(near_terms(terms, by_ending, 1)[0].size(), 1U);
}

TEST(NearTerms, WhatDiffersOnBothSidesIsSaid) {
  EXPECT_EQ(difference_text({"甲", "乙", 0.7}), "「甲」が「乙」");
}

}  // namespace
}  // namespace web
