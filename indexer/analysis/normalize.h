// SPDX-License-Identifier: GPL-2.0-or-later
// One spelling for text and query, for matching only; the official text stays as it is, and a map
// leads back to it.
//   normalize("第百六十八條の二にあつては、ＶＰＮを")  ->  "第168条の2にあって、は… "  see the
//   stages:
//   1. NFKC and case folding (Ａ ｱ ㈱ ① ﾞ), default-ignorable code points dropped (異体字セレクタ),
//   旧字体 → 新字体
//      (old_kanji.inc), ゐゑヰヱ, 〻 → 々, hyphens and dashes → -, wave dashes → ~, middle dots →
//      ・; controls → space, ill-formed bytes → U+FFFD
//   2. kana (kana_rules.h): あつて → あって, コンピユータ → コンピュータ, いすゞ → いすず; 々
//   stays, MeCab knows 人々
//   3. numbers (number_rules.h): 三十日, ３０日 → 30日; 一般, 第三者, 四日市 stay
// normalize(normalize(x).text).text == normalize(x).text for every x.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "corpus/text.h"

namespace analysis {

struct Normalized {
  // The bytes of `text` from `at` to the next piece's `at` came from `source`: byte by byte when
  // `even`, else as a whole (30 from 三十). Pieces are in order; only what normalisation dropped
  // lies between them.
  struct Piece {
    std::size_t at = 0;
    corpus::Span source;
    bool even = false;
  };

  std::string text;
  std::vector<Piece> pieces;

  // The smallest span of the source that holds everything `span` (code point borders of text) was
  // made from.
  corpus::Span source_span(corpus::Span span) const;
};

Normalized normalize(std::string_view source);

// Stage 1 alone: each letter by itself, whatever stands around it. For matching parts of words and
// numbers, which the later stages read as a whole: 百六十八條 -> 百六十八条.
std::string normalize_letters(std::string_view source);

}  // namespace analysis
