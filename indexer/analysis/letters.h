// SPDX-License-Identifier: GPL-2.0-or-later
// What the stages of normalisation hand to each other: letters, each with the bytes of the source
// it came from.
//   ㈱  ->  chars U"(株)", spans {0,3} {0,3} {0,3}
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "corpus/char_kinds.h"
#include "corpus/text.h"

namespace analysis {

struct Letters {
  std::u32string chars;
  std::vector<corpus::Span> spans;  // as long as chars; begins and ends never go back

  void push(char32_t c, corpus::Span span) {
    chars.push_back(c);
    spans.push_back(span);
  }
  void reserve(std::size_t n) {
    chars.reserve(n);
    spans.reserve(n);
  }
};

inline std::u32string to_letters(std::string_view utf8) {
  std::u32string out;
  for (std::size_t at = 0; at < utf8.size();) out.push_back(corpus::next_code_point(utf8, at));
  return out;
}

}  // namespace analysis
