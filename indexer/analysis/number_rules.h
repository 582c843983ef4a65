// SPDX-License-Identifier: GPL-2.0-or-later
// Kanji numerals that are numbers become arabic digits; those that are part of a word stay.
//   第百六十八条の二 -> 第168条の2   一〇 -> 10   三十万円, 30万円, 300,000円 -> 300000円   三箇月
//   -> 3か月 一般, 第三者, 三者協議会, 四半期, 十分な, 四日市, 同一人, 数十人 stay
// A numeral is a number when a counter of the table follows, when it stands behind 第 with nothing
// to make it a word (別表第一), when it continues a branch number (条の二, 号の三) or a fraction
// (三分の二), or when it has several letters (千二百, 一〇) and no kanji beside it.
#pragma once

#include <span>
#include <string_view>

#include "indexer/analysis/letters.h"

namespace analysis {

enum class NumberNeeds : std::uint8_t {
  any,       // 三日
  not_one,   // 九時, not 一時
  several,   // at least two letters: 二十度, not 一度
  ordinal,   // 第 before it: 第一種, not 一種
  fraction,  // a number behind it: 三分の二, not 十分の
};

// One counter: what must follow a numeral to make it a number.
struct NumberRule {
  std::string_view counter;
  NumberNeeds needs = NumberNeeds::any;
  std::string_view unless_next;  // letters behind the counter that make another word
  std::string_view as;           // the counter's normal spelling, when it is not this one
  bool decimals = false;         // 十四・六 may stand before it
  std::string_view examples;     // 前→後, separated by spaces
  std::string_view not_in;       // words that must stay
};

std::span<const NumberRule> number_rules();

Letters fold_numbers(const Letters& letters);

}  // namespace analysis
