// SPDX-License-Identifier: GPL-2.0-or-later
// UTF-8 text and places in it. Bytes and code points are different types, so that one is never
// taken for the other: a Span is bytes, a CodePointSpan is what JSON shows to other programs.
//   to_code_points("第五条", Span{3, 6})  ->  CodePointSpan{1, 2}
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace corpus {

// Half-open range of bytes, always on code point borders.
struct Span {
  std::size_t begin = 0;
  std::size_t end = 0;

  bool operator==(const Span&) const = default;
  auto operator<=>(const Span&) const = default;
  std::size_t size() const { return end - begin; }
  bool empty() const { return begin == end; }
  bool contains(Span other) const { return begin <= other.begin && other.end <= end; }
  std::string_view of(std::string_view text) const { return text.substr(begin, end - begin); }
};

// Half-open range of Unicode code points.
struct CodePointSpan {
  std::size_t begin = 0;
  std::size_t end = 0;
  bool operator==(const CodePointSpan&) const = default;
};

std::size_t count_code_points(std::string_view utf8);
CodePointSpan to_code_points(std::string_view utf8, Span bytes);

// Reads one code point at `at` and moves `at` behind it; an ill-formed byte reads as U+FFFD, one
// byte.
char32_t next_code_point(std::string_view utf8, std::size_t& at);
void append_code_point(std::string& out, char32_t c);

// The byte offset of the first ill-formed sequence (RFC 3629), or nothing when all is well.
std::optional<std::size_t> find_invalid_utf8(std::string_view bytes);

// ASCII and ideographic white space.
bool is_space(char32_t c);
std::string_view trim(std::string_view utf8);

// Line of the byte at `offset`, counted from 1.
std::size_t line_of(std::string_view text, std::size_t offset);

}  // namespace corpus
