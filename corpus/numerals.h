// SPDX-License-Identifier: GPL-2.0-or-later
// Numbers as statutes write them: 百六十八 (grouped), 二九 and 一〇 (positional), 25 and ２５,
// 25万; the order of イロハ; ① ⑴ ㈠ ⅳ. Readers are anchored: they read the longest number the text
// begins with.
//   read_number("百六十八条の二")  ->  {168, 12 bytes}      to_kanji(168)  ->  "百六十八"
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace corpus {

struct ReadNumber {
  std::uint64_t value = 0;
  std::size_t length = 0;  // bytes of the text it takes
  bool operator==(const ReadNumber&) const = default;
};

// Kanji and arabic digits are not mixed in one number (十五1 reads as 15: the 1 is a footnote
// mark), but units may follow either (25万, 3千). Nothing for a number too large to be one in a
// statute (10^16 up).
std::optional<ReadNumber> read_number(std::string_view);

// As read_number, but reads 元 as 1: 元年.
std::optional<ReadNumber> read_year_number(std::string_view);

// イ is 1, ス 47, ン 48.
std::optional<ReadNumber> read_iroha(std::string_view);

// i, iv, Ⅳ, ⅳ, ｉｖ up to 39; case and width do not matter.
std::optional<ReadNumber> read_roman(std::string_view);

// One letter: ① … ㊿, ⑴ … ⒇, ㈠ … ㈩.
std::optional<ReadNumber> read_circled(std::string_view);
std::optional<ReadNumber> read_parenthesized_letter(std::string_view);

std::string to_kanji(std::uint64_t);             // 168 -> 百六十八, 12003 -> 一万二千三
std::string to_kanji_positional(std::uint64_t);  // 29 -> 二九
std::string to_full_width(std::uint64_t);        // 29 -> ２９
std::string to_iroha(std::uint64_t);             // 1 -> イ; empty outside 1..48
std::string to_roman(std::uint64_t);             // 4 -> iv; empty outside 1..39

// Ｆ -> F, （ -> (, U+3000 -> space; other letters as they are.
char32_t to_half_width(char32_t);

}  // namespace corpus
