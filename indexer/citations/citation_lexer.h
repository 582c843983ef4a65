// SPDX-License-Identifier: GPL-2.0-or-later
// Cuts a text into what matters to citations: words of the rule table, names and numbers of laws,
// brackets and joining words; all else is a gap. Quoted text is a gap: what is inside 「」 is
// mentioned, not cited.
//   「法第五条及び前項（」 -> law(法) 第五条 及び 前項 （
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "indexer/citations/citation.h"
#include "indexer/citations/citation_matcher.h"
#include "indexer/citations/law_name_finder.h"

namespace citations {

enum class TokenKind : std::uint8_t {
  word,
  law,
  number,   // 法令番号
  open,     // （
  close,    // ）
  join,     // 及び, 、
  from,     // から
  until,    // まで
  through,  // 乃至
  gap,
};

struct Token {
  TokenKind kind = TokenKind::gap;
  corpus::Span span;
  RuleUse use = RuleUse::anywhere;
  Word word;
  CitedLaw law;
};

// `quoted`: stretches that are quotations though no 「」 say so (cells of a table), in order.
std::vector<Token> lex_citations(std::string_view text, const LawNameFinder&,
                                 std::uint32_t provision,
                                 const std::vector<corpus::Span>& quoted = {});

}  // namespace citations
