// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/provision_reader.h"

#include <gtest/gtest.h>

#include <string>

#include "corpus/provision_words.h"

namespace {

// "a5/p1, a5/p2 | 残り": the paths, then what was not read.
std::string shown(std::string_view text) {
  const auto read = corpus::read_provisions(text, corpus::Registry());
  std::string out;
  for (auto range : read.ranges) {
    if (!out.empty()) out += ", ";
    out += to_string(range.first).substr(1);
    if (range.last) out += ".." + to_string(*range.last).substr(1);
  }
  if (read.length < text.size()) out += "| " + std::string(text.substr(read.length));
  return out;
}

TEST(ProvisionReader, EveryUnitReadsItsExample) {
  for (const auto& unit : corpus::kUnits) EXPECT_EQ(shown(unit.example), unit.path) << unit.name;
}

struct Row {
  std::string_view text;
  std::string_view path;
};

TEST(ProvisionReader, Places) {
  constexpr Row kRows[] = {
      {"5条", "a5"},
      {"第五条第一項", "a5/p1"},
      {"第５条　第１項", "a5/p1"},
      {"５条１項", "a5/p1"},
      {"5条3号", "a5/p1/i3"},
      {"168条の2第2項", "a168_2/p2"},
      {"168条の2 2項", "a168_2/p2"},
      {"百六十八条の二", "a168_2"},
      {"168の2条", "a168_2"},
      {"第六条の二の三の四", "a6_2_3_4"},
      {"第六条ノ二", "a6_2"},
      {"5条の2項", "a5/p2"},
      {"第5条の第2項", "a5/p2"},
      {"5条2項3号の2", "a5/p2/i3_2"},
      {"第二条第一項第三号イ(1)(i)", "a2/p1/i3/s1/s1/s1"},
      {"2条3号ロ（２）（ⅱ）", "a2/p1/i3/s2/s2/s2"},
      {"2条3号ノ", "a2/p1/i3/s26"},
      {"第2条ノ第3項", "a2/p3"},
      {"2条3号のイ", "a2/p1/i3/s1"},
      {"2条3号ニ⑶", "a2/p1/i3/s4/s3"},
      {"2条1項3号（2）", "a2/p1/i3/s2"},
      {"2条1項3号ロ①", "a2/p1/i3/s2/s1"},
      {"第2編第35章", "pt2/ch35"},
      {"第二編第三十五章第百九十九条", "a199"},  // an article is named without its chapters
      {"第2項", "p2"},                           // laws without articles
      {"附則", "sup"},
      {"附則4条1項", "sup/a4/p1"},
      {"付則第2項", "sup/p2"},
      {"附則第一章第二条", "sup/a2"},
      {"附則（令和七年政令第四十三号）第1条", "sup-507CO0000000043/a1"},
      {"附則(平成２９年６月２１日法律第６７号)2項", "sup-429AC0000000067/p2"},
      {"附則（昭和五年六月三〇日逓信・鉄道省令）", "sup-[昭和五年逓信・鉄道省令]"},
      {"別表", "tab"},
      {"別表第一", "tab1"},
      {"別表1の2", "tab1_2"},
      {"附則別表第二", "sup/tab2"},
      {"様式第3", "form3"},
      {"別記様式", "form"},
      {"様式第三号の二", "form3_2"},
      {"別記第一号様式", "form1"},
      {"第一号様式", "form1"},
      {"第１号の２様式", "form1_2"},
      {"1号様式", "form1"},
      {"付録第二", "app2"},
      {"前文", "pre"},
      {"目次", "toc"},
      {"本則第5条", "a5"},
      {"5条ただし書", "a5/p1:proviso"},
      {"第五条第一項但書", "a5/p1:proviso"},
      {"5条1項のただし書き", "a5/p1:proviso"},
      {"5条本文", "a5/p1:main"},
      {"5条2項前段", "a5/p2:first"},
      {"5条2項3号後段", "a5/p2/i3:second"},
      {"5条柱書", "a5/p1:chapeau"},
      {"5条1項各号列記以外の部分", "a5/p1:chapeau"},
      {"5条1項各号", "a5/p1/i*"},
      {"5条各号", "a5/p1/i*"},
  };
  for (const Row& row : kRows) EXPECT_EQ(shown(row.text), row.path) << row.text;
}

TEST(ProvisionReader, RangesAndLists) {
  constexpr Row kRows[] = {
      {"3条から5条まで", "a3..a5"},
      {"第三条〜第五条", "a3..a5"},
      {"3～5条", "a3..a5"},
      {"3-5条", "a3..a5"},
      {"第3条第1項から第3項まで", "a3/p1..a3/p3"},
      {"3条1項から5条2項まで", "a3/p1..a5/p2"},
      {"5条1号から3号まで", "a5/p1/i1..a5/p1/i3"},
      {"5条1号イからハまで", "a5/p1/i1/s1..a5/p1/i1/s3"},
      {"附則2条から4条まで", "sup/a2..sup/a4"},
      {"第四条第一項及び第二項", "a4/p1, a4/p2"},
      {"4条、6条", "a4, a6"},
      {"4条3号並びに5条2項", "a4/p1/i3, a5/p2"},
      {"4条1号イ又はロ", "a4/p1/i1/s1, a4/p1/i1/s2"},
      {"4条1号イ(1)及び(2)", "a4/p1/i1/s1/s1, a4/p1/i1/s1/s2"},
      {"4条1号イ(1)及びロ", "a4/p1/i1/s1/s1, a4/p1/i1/s2"},
      {"4条・6条から8条まで", "a4, a6..a8"},
      {"附則2条及び5条", "sup/a2, sup/a5"},
      {"附則2条及び本則5条", "sup/a2, a5"},
      {"附則2条及び別表", "sup/a2, tab"},
      {"5条1項本文及びただし書", "a5/p1:main, a5/p1:proviso"},
  };
  for (const Row& row : kRows) EXPECT_EQ(shown(row.text), row.path) << row.text;
}

TEST(ProvisionReader, SaysWhereItStopped) {
  constexpr Row kRows[] = {
      {"", ""},
      {"5", "| 5"},
      {"第", "| 第"},
      {"条", "| 条"},
      {"5条第", "a5| 第"},
      {"5条1行", "a5| 1行"},
      {"5条まで", "a5| まで"},
      {"5条から", "a5| から"},
      {"5条及び", "a5| 及び"},
      {"5条2項1条", "a5/p2| 1条"},
      {"0条", "| 0条"},
      {"99999999999999999999条", "| 99999999999999999999条"},
      {"70000条", "| 70000条"},
      {"1条の2の3の4の5の6", "a1_2_3_4_5| の6"},
      {"5条イ", "a5| イ"},
      {"5条1号(", "a5/p1/i1| ("},
      {"5条1号(x", "a5/p1/i1| (x"},
      {"附則（令和", "sup| （令和"},
      {"別表第一第2項", "tab1| 第2項"},
      {"ただし書", "| ただし書"},
      {"本則", "| 本則"},
      {" 　", "|  　"},
      {"5条別表第一", "a5| 別表第一"},
      {"5条前文", "a5| 前文"},
      {"5条\xFF", "a5| \xFF"},
  };
  for (const Row& row : kRows) EXPECT_EQ(shown(row.text), row.path) << row.text;
}

}  // namespace
