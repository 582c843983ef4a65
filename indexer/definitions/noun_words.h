// SPDX-License-Identifier: GPL-2.0-or-later
// The words by which it is settled where the noun before a bracket begins: lists to be extended by
// a lawyer who programs. To teach a word: add it to its list, and a case to
// tests/indexer/definitions/nouns.txt.
//   「個人データの提供（…を除く。以下同じ。）」: 提供 is a deed, so that 個人データの提供 is the
//   term 「飛しよう体（…をいう。）」: しよう体 is a noun written in kana
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace definitions {

enum class NounKind : std::uint8_t {
  thing,
  relational,  // 期間, 額: says too little without what stands before の or its pinpoint
  deed,        // 提供, 貸付け: the same, unless a person does it: 国の負担 is 負担
  act,         // 認定, 許可: the same, unless an authority does it: 大臣の認定 is 認定
};
NounKind kind_of_noun(std::string_view);

// れ of 借入れ: kana that end a noun made of a verb.
bool is_okurigana(char32_t kana, char32_t kanji);
// Nouns written in kana alone or beginning with it: あっせん, がん具.
std::span<const std::string_view> kana_nouns();
bool names_person(std::string_view);  // 大臣, 都道府県, 会社 …

}  // namespace definitions
