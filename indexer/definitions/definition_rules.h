// SPDX-License-Identifier: GPL-2.0-or-later
// The ways a drafter gives a word its meaning, one row each, to be read and extended by a lawyer
// who programs.
//   { .name = "以下の範囲で名付ける", .place = bracket,
//     .pattern = "{範囲}{単に}?「{語}」と{いう}",
//     .examples = {{"甲は、電子計算機（以下「機器」という。）を備える。", "機器 quoted a1/p1.."}},
//     … }
// A pattern is letters and {pieces}, the rows of definition_pieces(); `?` behind a piece: it may be
// missing. It is looked for in one sentence, where brackets inside it have been taken out. To teach
// a new way: add a row with its examples, run the tests; they say whether every example gives what
// is stated by this very row, and no counter-example does.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "indexer/definitions/definition.h"

namespace definitions {

// What the sentence must be.
enum class DefinitionPlace : std::uint8_t {
  bracket,   // in （ ）: names what stands before it
  meaning,   // in （ ）: says what the noun before it means
  rider,     // in （ ）: says that it means the same elsewhere
  sentence,  // anywhere
  outside,   // outside all brackets
  chapeau,   // what introduces 号 that are a word and its meaning each
  law,       // says that words are used as in another law
};

struct DefinitionExample {
  std::string_view text;     // provisions, one a line; a line without address is a1/p1
  std::string_view printed;  // 語 form scope…, as the tests print it
};

struct DefinitionRule {
  std::string_view name;
  DefinitionPlace place = DefinitionPlace::bracket;
  std::string_view pattern;
  DefinitionForm form = DefinitionForm::quoted;
  std::string_view meaning;
  std::vector<DefinitionExample> examples;
  std::vector<std::string_view> not_in;
  std::string_view source;
};

enum class DefinitionPieceKind : std::uint8_t {
  text,      // 文: one letter or more
  gap,       // 間: anything, or nothing
  matter,    // 事柄: a few words without 、 and 「」, or nothing
  scope,     // 範囲: scope_phrase.h
  term,      // 語: all up to 」
  noun,      // 名: a noun phrase without 「」
  kanji,     // 漢語: kanji only
  pinpoint,  // 所: a reference
  spelling,  // one of `spellings`
};

struct DefinitionPiece {
  std::string_view name;
  DefinitionPieceKind kind;
  std::vector<std::string_view> spellings;
  std::string_view meaning;
};

std::span<const DefinitionRule> definition_rules();
std::span<const DefinitionPiece> definition_pieces();

}  // namespace definitions
