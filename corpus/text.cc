// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/text.h"

#include <unicode/utf8.h>

#include <algorithm>

namespace corpus {
namespace {

bool is_continuation(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }

// ICU's reader: negative when the bytes at `at` are no code point.
std::int32_t read(std::string_view utf8, std::size_t& at) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(utf8.data());
  std::int32_t c = 0;
  U8_NEXT(bytes, at, utf8.size(), c);
  return c;
}

}  // namespace

std::size_t count_code_points(std::string_view utf8) {
  return static_cast<std::size_t>(
      std::count_if(utf8.begin(), utf8.end(), [](char c) { return !is_continuation(c); }));
}

CodePointSpan to_code_points(std::string_view utf8, Span bytes) {
  const std::size_t begin = count_code_points(utf8.substr(0, bytes.begin));
  return {begin, begin + count_code_points(bytes.of(utf8))};
}

char32_t next_code_point(std::string_view utf8, std::size_t& at) {
  const std::int32_t c = read(utf8, at);
  return c < 0 ? U'\uFFFD' : static_cast<char32_t>(c);
}

void append_code_point(std::string& out, char32_t c) {
  std::uint8_t bytes[U8_MAX_LENGTH];
  std::size_t length = 0;
  U8_APPEND_UNSAFE(bytes, length, c);
  out.append(reinterpret_cast<const char*>(bytes), length);
}

std::optional<std::size_t> find_invalid_utf8(std::string_view bytes) {
  for (std::size_t at = 0; at < bytes.size();) {
    const auto first = static_cast<unsigned char>(bytes[at]);
    // Kana and nearly all kanji, U+3000 to U+9FFF: any two continuation bytes will do.
    if (first >= 0xE3 && first <= 0xE9 && bytes.size() - at >= 3 &&
        is_continuation(bytes[at + 1]) && is_continuation(bytes[at + 2])) {
      at += 3;
      continue;
    }
    const std::size_t start = at;
    if (read(bytes, at) < 0) return start;
  }
  return std::nullopt;
}

bool is_space(char32_t c) {
  return c == U' ' || (c >= U'\t' && c <= U'\r') || c == U'\u3000' || c == U'\u00A0';
}

std::string_view trim(std::string_view utf8) {
  std::size_t begin = utf8.size();
  std::size_t end = 0;
  for (std::size_t at = 0; at < utf8.size();) {
    const std::size_t start = at;
    if (is_space(next_code_point(utf8, at))) continue;
    begin = std::min(begin, start);
    end = at;
  }
  return begin < end ? utf8.substr(begin, end - begin) : std::string_view{};
}

std::size_t line_of(std::string_view text, std::size_t offset) {
  const auto head = text.substr(0, offset);
  return 1 + static_cast<std::size_t>(std::count(head.begin(), head.end(), '\n'));
}

}  // namespace corpus
