// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/citations/squeezed_text.h"

#include <algorithm>

#include "corpus/char_kinds.h"

namespace citations {
namespace {

// 「第 12」, 「12 条」, 「条 の」 between kanji; 「会社法 第2条」 too.
bool parts_a_word(char32_t before, char32_t after) {
  const bool digit_before = corpus::is_ascii_digit(before),
             digit_after = corpus::is_ascii_digit(after);
  return (corpus::is_kanji(before) && (digit_after || corpus::is_kanji(after))) ||
         (digit_before && corpus::is_kanji(after));
}

}  // namespace

corpus::Span SqueezedText::to_source(corpus::Span span) const {
  // The n-th removed byte stood before the byte removed[n] - n of the text.
  std::size_t begin = 0, end = removed.size();
  while (begin < end) {
    const std::size_t middle = (begin + end) / 2;
    if (removed[middle] - middle <= span.begin)
      begin = middle + 1;
    else
      end = middle;
  }
  std::size_t last = begin;
  while (last < removed.size() && removed[last] - last < span.end) ++last;
  return {span.begin + begin, span.end + last};
}

SqueezedText without_inner_spaces(std::string_view source) {
  SqueezedText out;
  std::size_t copied = 0;
  for (std::size_t at = source.find(' '); at != std::string_view::npos;
       at = source.find(' ', at + 1)) {
    if (at == 0 || at + 1 >= source.size()) continue;
    if (!parts_a_word(corpus::last_of(source.substr(0, at)),
                      corpus::first_of(source.substr(at + 1))))
      continue;
    out.text += source.substr(copied, at - copied);
    out.removed.push_back(at);
    copied = at + 1;
  }
  out.text += source.substr(copied);
  return out;
}

}  // namespace citations
