// SPDX-License-Identifier: GPL-2.0-or-later
#include "web-static/brackets.h"

#include <gtest/gtest.h>

#include <string>

namespace web {
namespace {

std::string printed(std::string_view text) {
  std::string out;
  for (const Annotation& a : annotations_of_brackets(text))
    out += a.attributes[0].second + " " + std::string(a.span.of(text)) + "\n";
  return out;
}

TEST(Brackets, ByDepth) {
  EXPECT_EQ(printed("係員（補助者（研修中の者を除く。）を含む。）は、本（雑誌）を"),
            "b1 （補助者（研修中の者を除く。）を含む。）\n"
            "b2 （研修中の者を除く。）\n"
            "b1 （雑誌）\n");
}

TEST(Brackets, WithoutPartnerAreLeftAlone) {
  EXPECT_EQ(printed("甲）と（乙"), "");
  EXPECT_EQ(printed("（甲（乙）"), "b1 （乙）\n");
}

TEST(Brackets, DeepNestingIsLinearAndKeepsTheLastTint) {
  std::string text;
  constexpr int kDeep = 10'000;
  for (int i = 0; i < kDeep; ++i) text += "（";
  for (int i = 0; i < kDeep; ++i) text += "）";
  const auto found = annotations_of_brackets(text);
  ASSERT_EQ(found.size(), static_cast<std::size_t>(kDeep));
  EXPECT_EQ(found.back().attributes[0].second, "b4");
}

}  // namespace
}  // namespace web
