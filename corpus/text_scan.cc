// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/text_scan.h"

#include <algorithm>

namespace corpus {

char32_t letter_at(std::string_view text, std::size_t at) {
  return at < text.size() ? next_code_point(text, at) : U'\0';
}

char32_t letter_before(std::string_view text, std::size_t at) {
  if (at == 0 || at > text.size()) return U'\0';
  std::size_t start = at - 1;
  while (start > 0 && (static_cast<unsigned char>(text[start]) & 0xC0) == 0x80) --start;
  return next_code_point(text, start);
}

// Hiragana are E3 81 81 … E3 82 96.
bool has_hiragana(std::string_view text) {
  for (std::size_t at = text.find('\xE3'); at != std::string_view::npos && at + 2 < text.size();
       at = text.find('\xE3', at + 1)) {
    const auto second = static_cast<unsigned char>(text[at + 1]);
    const auto third = static_cast<unsigned char>(text[at + 2]);
    if ((second == 0x81 && third >= 0x81) || (second == 0x82 && third <= 0x96)) return true;
  }
  return false;
}

std::optional<std::string_view> ends_with_any(std::string_view text,
                                              std::initializer_list<std::string_view> endings) {
  const auto* found = std::find_if(endings.begin(), endings.end(),
                                   [&](std::string_view e) { return text.ends_with(e); });
  if (found == endings.end()) return std::nullopt;
  return *found;
}

std::optional<std::string_view> starts_with_any(std::string_view text,
                                                std::initializer_list<std::string_view> heads) {
  const auto* found = std::find_if(heads.begin(), heads.end(),
                                   [&](std::string_view h) { return text.starts_with(h); });
  if (found == heads.end()) return std::nullopt;
  return *found;
}

std::vector<Span> find_quotations(std::string_view text) {
  std::vector<Span> out;
  std::vector<std::size_t> open;
  // 「 E3 80 8C  」 E3 80 8D  『 E3 80 8E  』 E3 80 8F
  for (std::size_t at = text.find("\xE3\x80"); at != std::string_view::npos && at + 2 < text.size();
       at = text.find("\xE3\x80", at + 3)) {
    const auto third = static_cast<unsigned char>(text[at + 2]);
    if (third == 0x8C || third == 0x8E) open.push_back(at);
    if ((third == 0x8D || third == 0x8F) && !open.empty()) {
      const Span span{open.back(), at + 3};
      open.pop_back();
      while (!out.empty() && span.contains(out.back())) out.pop_back();
      out.push_back(span);
    }
  }
  return out;
}

}  // namespace corpus
