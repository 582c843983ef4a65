// SPDX-License-Identifier: GPL-2.0-or-later
// Looking around in UTF-8 text.
#pragma once

#include <initializer_list>
#include <optional>
#include <string_view>
#include <vector>

#include "corpus/char_kinds.h"
#include "corpus/text.h"

namespace corpus {

char32_t letter_at(std::string_view text, std::size_t at);      // 0 at the end
char32_t letter_before(std::string_view text, std::size_t at);  // 0 at the head
bool has_hiragana(std::string_view text);

// The one of `endings` (longest first where one ends another) that `text` ends with.
std::optional<std::string_view> ends_with_any(std::string_view text,
                                              std::initializer_list<std::string_view> endings);
std::optional<std::string_view> starts_with_any(std::string_view text,
                                                std::initializer_list<std::string_view> heads);

// Pairs of 「」 and 『』 that enclose quoted text, outermost only, in order. What is never closed
// is no quotation.
std::vector<Span> find_quotations(std::string_view text);

}  // namespace corpus
