// SPDX-License-Identifier: GPL-2.0-or-later
// The ways a drafter points, one row each, to be read and extended by a lawyer who programs.
//   { .name = "前の項", .pattern = "前{数}?項{語尾}", .relation = previous, .unit = paragraph,
//     .examples = {{"前二項の場合", "prev(para,2)"}}, … }
// A pattern is letters and {pieces}; `?` behind a piece: it may be missing. The pieces are rows of
// pieces(). To teach a new way: add a row with its examples, run the tests; they say whether every
// example reads as stated, no counter-example does, and no other row claims the same words.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "indexer/citations/citation.h"

namespace citations {

struct RuleExample {
  std::string_view text;     // a stretch of a sentence; the words begin at its head
  std::string_view printed;  // to_string(Word)
};

// Where the words of a row count.
enum class RuleUse : std::uint8_t {
  anywhere,
  behind,  // only behind another word of the same pointer: 前条 + 各号
  prose,   // only in prose (memos, contracts): 新法3条1項
};

struct CitationRule {
  std::string_view name;
  std::string_view pattern;
  Relation relation = Relation::named;
  Unit unit = Unit::article;
  RuleUse use = RuleUse::anywhere;
  corpus::Part clause = corpus::Part::whole;
  bool all = false;  // 前各号
  std::vector<RuleExample> examples;
  std::vector<std::string_view> not_in;
  std::string_view source;
};

enum class PieceKind : std::uint8_t {
  number,       // 数
  branch,       // 枝
  iroha,        // イロハ
  bracketed,    // 括弧数
  small_roman,  // 括弧小
  spelling,     // one of `spellings`
  word_end,     // 語尾
  name_end,     // 名尾
  kana_end,     // 仮名境
  kana_start,   // 仮名頭
  word_start,   // 語頭
  no_item,      // 号なし
  of_article,   // 項先
  of_list,      // 条先
};

struct RulePiece {
  std::string_view name;
  PieceKind kind;
  std::vector<std::string_view> spellings;
  std::string_view meaning;
};

std::span<const CitationRule> citation_rules();
std::span<const RulePiece> rule_pieces();

// Letters that may follow 第三条, 第一号 and the like without making a longer word of it.
bool may_follow_word(char32_t);
// ニ, ノ and ヲ before a kanji are particles of a statute in katakana, no items: 「第二号ニ係ル」.
bool is_particle(char32_t letter, char32_t next);
// Kanji that may stand right before a word without being part of it.
bool may_precede_word(char32_t);
// The same behind the name of a law: 刑法上 but not 会社法人.
bool may_follow_law_name(char32_t);

}  // namespace citations
