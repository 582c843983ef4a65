// SPDX-License-Identifier: GPL-2.0-or-later
// What kind of letter stands there.
#pragma once

#include <string_view>

#include "corpus/text.h"

namespace corpus {

constexpr bool is_hiragana(char32_t c) { return c >= 0x3041 && c <= 0x309F; }
constexpr bool is_katakana(char32_t c) {
  return (c >= 0x30A1 && c <= 0x30FA) || (c >= 0x30FC && c <= 0x30FF);
}
constexpr bool is_kanji(char32_t c) {
  return (c >= 0x4E00 && c <= 0x9FFF) || c == U'々' || c == U'〇' || (c >= 0x3400 && c <= 0x4DBF) ||
         (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x20000 && c <= 0x3FFFF);
}
// Letters and punctuation of Japanese text; between two of them a space means nothing.
constexpr bool is_japanese(char32_t c) {
  return (c >= 0x3000 && c <= 0x30FF) || is_kanji(c) || (c >= 0xFF00 && c <= 0xFFEF) ||
         (c >= 0x2460 && c <= 0x24FF) || c == U'“' || c == U'”' || c == U'‘' || c == U'’';
}
constexpr bool is_ascii_digit(char32_t c) { return c >= U'0' && c <= U'9'; }
constexpr bool is_ascii_letter(char32_t c) {
  return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z');
}

inline char32_t first_of(std::string_view text) {
  std::size_t at = 0;
  return text.empty() ? U'\0' : next_code_point(text, at);
}

inline char32_t last_of(std::string_view text) {
  if (text.empty()) return U'\0';
  std::size_t at = text.size() - 1;
  while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) --at;
  return next_code_point(text, at);
}

// In columns: full-width letters take two.
inline std::size_t width_of(std::string_view text) {
  std::size_t width = 0;
  for (std::size_t at = 0; at < text.size();) width += next_code_point(text, at) < 0x1100 ? 1 : 2;
  return width;
}

}  // namespace corpus
