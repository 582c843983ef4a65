// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/numerals.h"

#include <gtest/gtest.h>

#include <string>

namespace {

using corpus::read_number;

// "168 百六十八": the value and the letters it was read from.
std::string shown(std::string_view text, std::optional<corpus::ReadNumber> number) {
  if (!number) return "-";
  return std::to_string(number->value) + ' ' + std::string(text.substr(0, number->length));
}

struct Row {
  std::string_view text;
  std::string_view read;
};

TEST(Numerals, ReadsTheLongestNumberAtTheHead) {
  constexpr Row kRows[] = {
      {"百六十八条の二", "168 百六十八"},
      {"十条", "10 十"},
      {"二十五万円", "250000 二十五万"},
      {"千二百三号", "1203 千二百三"},
      {"一千万円", "10000000 一千万"},
      {"三億二千万円", "320000000 三億二千万"},
      {"二九年", "29 二九"},
      {"一〇", "10 一〇"},
      {"三〇日", "30 三〇"},
      {"一○三", "103 一○三"},
      {"〇", "0 〇"},
      {"25条", "25 25"},
      {"２５条", "25 ２５"},
      {"2５条", "25 2５"},
      {"25万円", "250000 25万"},
      {"3千円", "3000 3千"},
      {"1万2000円", "12000 1万2000"},
      {"十五1", "15 十五"},  // a footnote mark behind a kanji number
      {"五６", "5 五"},
      {"十十", "10 十"},
      {"百百", "100 百"},
      {"十百", "10 十"},
      {"百二三", "102 百二"},
      {"百〇五", "100 百"},
      {"二三十", "23 二三"},
      {"万", "-"},
      {"一万億", "10000 一万"},
      {"", "-"},
      {"条", "-"},
      {"○ 目的", "-"},  // a bullet, not a zero
      {"元年", "-"},
      {"9999999999999999", "9999999999999999 9999999999999999"},
      {"99999999999999999999999999999999", "-"},
      {"九九九九九九九九九九九九九九九九九九九九九九九九", "-"},
      {"\xE4\xB8", "-"},  // half a letter
  };
  for (const Row& row : kRows)
    EXPECT_EQ(shown(row.text, read_number(row.text)), row.read) << row.text;
}

TEST(Numerals, FirstYearIsWrittenGan) {
  EXPECT_EQ(shown("元年", corpus::read_year_number("元年")), "1 元");
  EXPECT_EQ(shown("二九年", corpus::read_year_number("二九年")), "29 二九");
  EXPECT_EQ(shown("年", corpus::read_year_number("年")), "-");
}

TEST(Numerals, ReadsLabels) {
  using namespace corpus;
  EXPECT_EQ(shown("イ　電気", read_iroha("イ　電気")), "1 イ");
  EXPECT_EQ(shown("ス", read_iroha("ス")), "47 ス");
  EXPECT_EQ(shown("ン", read_iroha("ン")), "48 ン");
  EXPECT_EQ(shown("二", read_iroha("二")), "-");
  EXPECT_EQ(shown("", read_iroha("")), "-");
  EXPECT_EQ(shown("iv)", read_roman("iv)")), "4 iv");
  EXPECT_EQ(shown("ｘｉｉ）", read_roman("ｘｉｉ）")), "12 ｘｉｉ");
  EXPECT_EQ(shown("ⅸ", read_roman("ⅸ")), "9 ⅸ");
  EXPECT_EQ(shown("Ⅻ", read_roman("Ⅻ")), "12 Ⅻ");
  EXPECT_EQ(shown("iiii", read_roman("iiii")), "-");
  EXPECT_EQ(shown("xxxxxxxxxxxxxxxx", read_roman("xxxxxxxxxxxxxxxx")), "-");
  EXPECT_EQ(shown("①", read_circled("①")), "1 ①");
  EXPECT_EQ(shown("㉑", read_circled("㉑")), "21 ㉑");
  EXPECT_EQ(shown("㊿", read_circled("㊿")), "50 ㊿");
  EXPECT_EQ(shown("⑴", read_parenthesized_letter("⑴")), "1 ⑴");
  EXPECT_EQ(shown("㈩", read_parenthesized_letter("㈩")), "10 ㈩");
}

TEST(Numerals, PrintsAsStatutesDo) {
  using namespace corpus;
  EXPECT_EQ(to_kanji(168), "百六十八");
  EXPECT_EQ(to_kanji(11), "十一");
  EXPECT_EQ(to_kanji(1203), "千二百三");
  EXPECT_EQ(to_kanji(12003), "一万二千三");
  EXPECT_EQ(to_kanji(250000), "二十五万");
  EXPECT_EQ(to_kanji(0), "〇");
  EXPECT_EQ(to_kanji_positional(29), "二九");
  EXPECT_EQ(to_kanji_positional(100), "一〇〇");
  EXPECT_EQ(to_full_width(205), "２０５");
  EXPECT_EQ(to_iroha(48), "ン");
  EXPECT_EQ(to_iroha(0), "");
  EXPECT_EQ(to_iroha(49), "");
  EXPECT_EQ(to_roman(39), "xxxix");
  EXPECT_EQ(to_roman(40), "");
}

TEST(Numerals, WhatIsPrintedIsReadBack) {
  for (std::uint64_t value = 0; value < 20'000; ++value) {
    for (const std::string& text : {corpus::to_kanji(value), corpus::to_kanji_positional(value),
                                    corpus::to_full_width(value), std::to_string(value)}) {
      const auto number = read_number(text);
      ASSERT_TRUE(number) << text;
      ASSERT_EQ(number->value, value) << text;
      ASSERT_EQ(number->length, text.size()) << text;
    }
  }
  for (std::uint64_t value = 1; value <= 48; ++value) {
    ASSERT_EQ(corpus::read_iroha(corpus::to_iroha(value))->value, value);
  }
  for (std::uint64_t value = 1; value < 40; ++value) {
    ASSERT_EQ(corpus::read_roman(corpus::to_roman(value))->value, value);
  }
}

}  // namespace
