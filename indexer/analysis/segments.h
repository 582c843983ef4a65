// SPDX-License-Identifier: GPL-2.0-or-later
// How the analyzer cuts a text before and after MeCab: chunks go into it, and the nouns it finds
// side by side come out as a run, cut by script into segments that are split alone.
//   甲は、第三種検査ソフト（…）  ->  chunks 甲は、第3種検査ソフト | …    segments of the run: 3
//   種検査  ソフト
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "corpus/text.h"
#include "indexer/analysis/morphemes.h"

namespace analysis {

// native: kanji, and hiragana in a word that has kanji. digits: a number, with its decimal point.
enum class Script : std::uint8_t { native, kanji, katakana, latin, digits, hiragana, other };

bool any_of_script(std::string_view text, Script script);
bool all_of_script(std::string_view text, Script script);  // and not empty

struct Chunk {
  corpus::Span span;
  bool ends_sentence = false;
};

// Sentence ends and brackets: words do not depend on what is in other brackets.
bool is_break(char32_t c);

// What lies between breaks. A stretch of more than 2000 bytes is cut behind its last 、 or
// anywhere, so that memory does not depend on the length of a line.
std::vector<Chunk> chunks_of(std::string_view text);

// A stretch of a noun run that is split by one rule.
struct Segment {
  corpus::Span span;
  Script script = Script::other;
  bool entry = false;  // of the user dictionary
};

// The index behind the nouns that stand together from `first` on.
std::size_t end_of_noun_run(std::string_view text, std::span<const Morpheme> morphemes,
                            std::size_t first);

// 第 before a number belongs to no segment.
std::vector<Segment> segments_of(std::string_view text, std::span<const Morpheme> run);

}  // namespace analysis
