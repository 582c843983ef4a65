// SPDX-License-Identifier: GPL-2.0-or-later
// Where the word begins that a bracket explains: the noun phrase right before it, without 当該 and
// その and without the clause that modifies it.
//   「…の用に供する端末設備（…をいう。）」                -> 端末設備
//   「第九条第一項の認定（…を含む。以下同じ。）」          -> 第九条第一項の認定
//   「当該利用者の特許出願の非公開（…特許出願の非公開をいう。）」 -> 特許出願の非公開, as said
//   inside
#pragma once

#include <string_view>

#include "corpus/text.h"
#include "indexer/definitions/scope_phrase.h"
#include "indexer/definitions/text_levels.h"

namespace definitions {

// May the letter stand in a noun: kanji, katakana, Latin, figures, ・, ー.
bool is_noun_letter(char32_t);
// Letters of nouns only, with の between them and the kana of 借入れ, 取扱い.
bool is_plain_noun(std::string_view);

// The phrase in the level's text that ends at `end`; `inside` is what the bracket says, and settles
// how far the phrase goes when it repeats it. Empty when no noun stands there.
corpus::Span noun_phrase_before(const TextLevel&, std::size_t end, std::string_view inside,
                                const ProvisionReferences&);

}  // namespace definitions
