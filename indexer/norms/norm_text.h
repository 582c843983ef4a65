// SPDX-License-Identifier: GPL-2.0-or-later
// A sentence as its norms are read: letter by letter, without what stands in （）, cut at 、.
//   甲（乙を除く。）は、丙を定める。  ->  letters 甲は、丙を定める   pieces 甲は | 丙を定める
// Katakana sentences (届出ヅベシ) are read as hiragana; `words` gives back what is printed.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "corpus/text.h"

namespace norms {

// Half-open range of letters of a NormText.
struct Range {
  std::size_t begin = 0;
  std::size_t end = 0;
  bool operator==(const Range&) const = default;
  bool empty() const { return begin >= end; }
};

class NormText {
 public:
  // `sentence` is a span of the provision's text.
  NormText(std::string_view text, corpus::Span sentence);

  const std::u32string& letters() const { return letters_; }
  std::u32string_view of(Range r) const {
    return std::u32string_view(letters_).substr(r.begin, r.end - r.begin);
  }
  const std::vector<Range>& pieces() const { return pieces_; }
  std::string words(Range) const;      // as printed, without brackets
  corpus::Span source(Range r) const;  // in the provision's text
  char32_t before(std::size_t at) const { return at == 0 ? U'\0' : letters_[at - 1]; }

 private:
  std::u32string letters_;
  std::u32string printed_;
  std::vector<std::size_t> source_;  // where each letter begins
  std::vector<Range> pieces_;
};

bool starts_with(std::u32string_view text, std::u32string_view head);
bool ends_with(std::u32string_view text, std::u32string_view tail);
std::string to_utf8(std::u32string_view);
std::u32string to_utf32(std::string_view);

}  // namespace norms
