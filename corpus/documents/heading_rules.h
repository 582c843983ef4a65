// SPDX-License-Identifier: GPL-2.0-or-later
// The table of how papers mark their headings. To teach another way: add a row with its examples
// and what it must not take; the tests check both.
//   find_heading_mark("(2) 届出の対象")  ->  row 「(1)」, 3 bytes, number 2
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

namespace documents {

enum class Numbering : unsigned char {
  none,      // the signs alone: ■
  arabic,    // 1, １, 一
  path,      // 1-1, 1.2.3
  roman,     // I, Ⅳ
  lower,     // i, iv
  circled,   // ①, ⑴
  katakana,  // ア, イ
  latin,     // A, b
  whole,     // the line lies between the signs: 【概要】
};

struct HeadingRule {
  std::string_view name;    // as people write it: 第1章
  std::string_view before;  // signs before the number; | parts choices
  Numbering number;
  std::string_view after;  // behind it; 「 」 is white space, empty anything
  unsigned rank;           // a smaller one holds a larger one
  std::string_view examples[3];
  std::string_view not_in[3];
};

std::span<const HeadingRule> heading_rules();

struct HeadingMark {
  std::size_t rule = 0;    // row
  std::size_t length = 0;  // bytes
  std::size_t number = 0;
};
std::optional<HeadingMark> find_heading_mark(std::string_view line);

// Short enough, not a sentence, with words behind its mark.
bool may_be_heading(std::string_view line);
// ends a sentence: 。 before closing brackets and remarks in brackets, too
bool ends_sentence(std::string_view text);

}  // namespace documents
