// SPDX-License-Identifier: GPL-2.0-or-later
// Where the name of a law begins that nobody knows: by the words that cannot stand in a name.
//   「これに伴う旧見本協定第三条」      ->  見本協定 before 第三条
//   「甲法及び乙法の一部を改正する法律（…」  ->  the whole, though 及び and を stand in it
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

#include "corpus/text.h"

namespace citations {

// A word that no name reaches over.
struct NameStop {
  std::string_view word;
  std::string_view text;  // an example
  std::string_view name;  // the name in it
};
std::span<const NameStop> name_stops();

// The name that ends at `end`, or nothing when no word for a law does. In prose a name in kanji
// begins behind a particle: 「旧制度と見本法5条」 is 見本法.
std::optional<corpus::Span> law_noun_before(std::string_view text, std::size_t end, bool prose);

// The same before a bracket that tells a law: 「○○に関する法律（以下「旧法」という。）第三条」,
// 「○○規則（第一条を除く。）」. `open` is the bracket's first letter.
std::optional<corpus::Span> law_before_bracket(std::string_view text, corpus::Span open,
                                               bool prose);

}  // namespace citations
