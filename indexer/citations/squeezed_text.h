// SPDX-License-Identifier: GPL-2.0-or-later
// Prose as its citations are read: PDFs part numbers from words by spaces.
//   「会社法第 12 条第 5 項」  ->  「会社法第12条第5項」, and the way back
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "corpus/text.h"

namespace citations {

struct SqueezedText {
  std::string text;
  std::vector<std::size_t> removed;  // bytes of the source, in order

  corpus::Span to_source(corpus::Span) const;
};

SqueezedText without_inner_spaces(std::string_view source);

}  // namespace citations
