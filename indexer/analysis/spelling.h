// SPDX-License-Identifier: GPL-2.0-or-later
// The spelling of one index term, whatever way the drafter wrote the word. Works on normalised text
// (normalize.h).
//   取り消し, 取消し, 取消, 取り消す -> 取消     two kanji carry the word; kana between and behind
//   them are dropped 行なう -> 行う   虞 -> おそれ                single words from a table
//   サーバー -> サーバ                           the ー at the end of a long katakana word
//   じゅう -> じゆう                             small kana (fold_small_kana)
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace analysis {

struct SpellingRow {
  std::string_view written;
  std::string_view term;
  std::string_view why;
};

// Words that do not follow the rule: variants of one word, and pairs the rule would wrongly join.
std::span<const SpellingRow> spelling_table();

std::string word_term(std::string_view word);

// Hiragana, small kana large; what a person types to find 特定重要電子計算機 by its reading. Any
// spelling of kana.
//   reading_term("トクテイジュウヨウ") -> "とくていじゆうよう"
std::string reading_term(std::string_view kana);

// Xapian takes terms up to 245 bytes, prefix included. A longer one keeps its beginning, cut
// between letters, and a hash of the whole.
inline constexpr std::size_t kMostTermBytes = 200;
std::string bounded_term(std::string term);

}  // namespace analysis
