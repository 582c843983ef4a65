// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/plain_text.h"

#include <gtest/gtest.h>

#include "corpus/error.h"

namespace corpus {
namespace {

std::string print(std::string_view text) {
  std::string out;
  for (const TextSection& s : read_plain_text(text, "paper.txt")) {
    out += std::to_string(s.line) + " [" + s.heading + "] " + s.text + '\n';
  }
  return out;
}

TEST(PlainText, SectionsBeginAtHeadings) {
  EXPECT_EQ(
      print("まえがき。\n第1章 水門\n水門を守る。\n(1) 届出\n届け出る。\n# 付記\nおわり。\n"),
      "1 [] まえがき。\n2 [第1章 水門] 水門を守る。\n4 [(1) 届出] 届け出る。\n6 [付記] おわり。\n");
}

TEST(PlainText, BrokenLinesAreJoinedItemsAndSentencesAreNot) {
  EXPECT_EQ(print("水門管理者は、国に\n報告する。\n次の者は除く。\n・国\n・市町村\n3\nVPN\nserver"),
            "1 [] 水門管理者は、国に報告する。\n次の者は除く。\n・国\n・市町村VPN server\n");
}

TEST(PlainText, ASentenceThatBeginsWithANumberIsNoHeading) {
  EXPECT_EQ(print("2. 水門管理者は、国に報告しなければならない。"),
            "1 [] 2. 水門管理者は、国に報告しなければならない。\n");
}

TEST(PlainText, WhatIsNoTextIsAnError) {
  for (const std::string& bytes :
       {std::string("a\nb\xFF"), std::string("a\0b", 3), std::string(" \n\n"), std::string()}) {
    EXPECT_THROW(read_plain_text(bytes, "x"), Error);
  }
}

}  // namespace
}  // namespace corpus
