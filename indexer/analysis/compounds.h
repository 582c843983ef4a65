// SPDX-License-Identifier: GPL-2.0-or-later
// The parts of a run of nouns in kanji (with their okurigana) or in katakana, the same in every
// context.
//   特定重要電子計算機 -> 特定 重要 電子 計算 機, and 重要電子計算機届出 -> 重要 電子 計算 機 届出
// MeCab's own path depends on both neighbours of a word. Here each word has one cost, whatever
// stands beside it, and the cheapest path wins (ties: the longer first word). Then a stretch of the
// best path is the best path of that stretch: a term is split inside a longer run as it is alone,
// unless a dictionary word reaches over its border.
#pragma once

#include <string_view>
#include <vector>

#include "indexer/analysis/morphemes.h"

namespace analysis {

// Byte lengths of the parts, in order; together the run.
std::vector<std::size_t> split_native(Tagger& system, std::string_view run);
std::vector<std::size_t> split_katakana(Tagger& system, std::string_view run);

// Whether two kanji make one noun from a verb (申立 from 申し立てる), which MeCab may take for a
// noun and a verb.
bool is_deverbal(char32_t first, char32_t second);

}  // namespace analysis
