// SPDX-License-Identifier: GPL-2.0-or-later
// Noun phrases in the letters of a sentence: where one begins, who is named in it.
//   …その旨を水路を所管する大臣|に  ->  begins at 水路, behind その旨を
//   旨を知事又は市長に届け出た検査者又はその職員  ->  検査者 (with its modifiers) | その職員
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "indexer/norms/norm_parser.h"
#include "indexer/norms/norm_text.h"
#include "indexer/norms/norm_words.h"

namespace norms {

bool one_of(char32_t c, std::u32string_view set);
// No letter behind the end.
char32_t letter_at(std::u32string_view letters, std::size_t at);
bool is_noun_end(char32_t c);
// No verb within it.
bool is_bare_noun(std::u32string_view phrase);
// A person or a body, and not 三人 or 委員のうち二名.
bool names_person(std::u32string_view phrase);

// Does に at `at` stand alone, not as に係る, により …?
bool is_plain_ni(std::u32string_view letters, std::size_t at, std::size_t end);

// Where the noun phrase that ends at `end` begins, not before `begin`: behind the last particle
// that no modifier clause inside it has taken. `clauses`: 1 when it ends with a verb
// (任命されるまで).
std::size_t begin_of_phrase(std::u32string_view letters, std::size_t begin, std::size_t end,
                            std::size_t clauses = 0);
// Does a modifier clause of its own end at `at`, not 政令で定める or に係る?
bool ends_clause(std::u32string_view letters, std::size_t at);
// Where modifier clauses end within the range, left to right; に係る is none.
std::vector<std::size_t> clause_ends(std::u32string_view letters, Range);

Range skip_connective(std::u32string_view letters, Range);

// The piece of the sentence that holds the letter.
std::size_t piece_at(const NormText&, std::size_t letter);

// は within a piece, behind a person: 検査者は記録を保存し. Katakana laws seldom write 、.
std::optional<Range> topic_inside(const NormText&, Range piece);

// 電気通信事業者であって、…するもの: the first noun says who; so does 事業者のうち….
Range without_restriction(const NormText&, Range);
bool is_restriction(std::u32string_view piece);  // 事業者であって

// The persons of a list, each with its modifiers.
std::vector<Range> persons_in(const NormText&, Range);

}  // namespace norms
