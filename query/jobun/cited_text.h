// SPDX-License-Identifier: GPL-2.0-or-later
// A text with its citations marked, as a web page or as Markdown. The text itself comes out letter
// by letter: what a browser shows, or what CommonMark makes of it, is the input. Citations may lie
// inside each other (刑法（…。以下「法」という。）第五条): each letter belongs to the innermost.
//   {0..18, "https://…#Mp-At_5", "強化法第五条"}  ->  <a href="https://…" title="…">強化法5条</a>
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "corpus/text.h"

namespace jobun {

struct CitedSpan {
  corpus::Span span;
  std::string link;   // empty: marked, but no link
  std::string title;  // what it points at and its status, in words
  std::string note;   // what the reader must see beside it; empty when it is resolved
};

// `spans` in the order of the text; those that cross each other are cut short.
std::string to_html(std::string_view text, const std::vector<CitedSpan>& spans);
std::string to_markdown(std::string_view text, const std::vector<CitedSpan>& spans);

}  // namespace jobun
