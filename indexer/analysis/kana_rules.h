// SPDX-License-Identifier: GPL-2.0-or-later
// Kana as statutes before 1988 print them (促音・拗音 as large letters), turned into what MeCab
// knows. Only where the letters around leave no doubt: により and しようとする must not become
// にょり and しょうとする, so hiragana ゃゅょ is left to fold_small_kana, which every term and
// reading passes.
//   あつて -> あって, あつせん -> あっせん, コンピユータ -> コンピュータ, いすゞ -> いすず; かつて,
//   立つ, ベニヤ stay
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "indexer/analysis/letters.h"

namespace analysis {

struct KanaRule {
  std::string_view name;
  std::string_view before;    // letters before the large kana; 字 stands for any kanji
  std::string_view large;     // kana that may be small
  std::string_view after;     // letters behind it, "" for any
  std::string_view examples;  // 前→後, separated by spaces
  std::string_view not_in;    // words that must stay
};

std::span<const KanaRule> kana_rules();

Letters fold_kana(Letters letters);

// The spelling of terms: all small kana large (じゅうよう, じゆうよう -> じゆうよう). Not for text
// that MeCab reads.
std::string fold_small_kana(std::string_view utf8);
std::string to_hiragana(std::string_view utf8);

}  // namespace analysis
