// SPDX-License-Identifier: GPL-2.0-or-later
// Strategy papers and commentary as plain text, the way PDFs give it: cut into sections at what
// looks like a heading, lines that a page's width broke put together again.
//   "2. 報告の\n手順\n事業者は、国に\n報告する。"  ->  section 「2. 報告の手順」:
//   事業者は、国に報告する。
// A first reading: footnotes, running heads and tables are not told from the text yet.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace corpus {

struct TextSection {
  std::string heading;   // empty before the first one
  std::string text;      // paragraphs, one a line
  std::size_t line = 1;  // of the source where it begins
};

// Throws Error when the bytes are no UTF-8 text (file:line).
std::vector<TextSection> read_plain_text(std::string_view bytes, const std::string& where);

}  // namespace corpus
