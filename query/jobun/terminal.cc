// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/jobun/terminal.h"

#include <sys/ioctl.h>
#include <unicode/brkiter.h>
#include <unicode/uchar.h>
#include <unicode/utext.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <iostream>
#include <memory>

#include "corpus/error.h"
#include "corpus/text.h"

namespace jobun {
namespace {

constexpr std::size_t kMostColumns = 100;

std::string_view code_of(Paint paint) {
  switch (paint) {
    case Paint::title:
      return "1";
    case Paint::match:
      return "1;4";
    case Paint::dim:
      return "2";
    case Paint::error:
      return "1;31";
  }
  return "0";
}

std::size_t width_of(char32_t c) {
  const auto point = static_cast<UChar32>(c);
  if (u_getCombiningClass(point) != 0 || u_charType(point) == U_NON_SPACING_MARK) return 0;
  switch (u_getIntPropertyValue(point, UCHAR_EAST_ASIAN_WIDTH)) {
    case U_EA_FULLWIDTH:
    case U_EA_WIDE:
    case U_EA_AMBIGUOUS:
      return 2;
    default:
      return 1;
  }
}

}  // namespace

bool is_terminal(const std::ostream& out) {
  return isatty(&out == &std::cerr ? STDERR_FILENO : STDOUT_FILENO) == 1;
}

std::string paint(Paint paint, std::string_view text, const std::ostream& out) {
  const char* no_color = std::getenv("NO_COLOR");
  const char* term = std::getenv("TERM");
  const bool plain = (no_color != nullptr && *no_color != '\0') || !is_terminal(out) ||
                     term == nullptr || std::string_view(term) == "dumb";
  if (plain) return std::string(text);
  return "\x1b[" + std::string(code_of(paint)) + 'm' + std::string(text) + "\x1b[0m";
}

std::size_t display_width(std::string_view utf8) {
  std::size_t width = 0;
  for (std::size_t at = 0; at < utf8.size();) width += width_of(corpus::next_code_point(utf8, at));
  return width;
}

std::string wrap(std::string_view text, std::size_t width, std::size_t indent) {
  UErrorCode error = U_ZERO_ERROR;
  const std::unique_ptr<icu::BreakIterator> breaks(
      icu::BreakIterator::createLineInstance(icu::Locale("ja@lb=strict"), error));
  UText* source =
      utext_openUTF8(nullptr, text.data(), static_cast<std::int64_t>(text.size()), &error);
  if (U_FAILURE(error)) throw corpus::Error("行を折れません", u_errorName(error), "");
  const std::unique_ptr<UText, decltype(&utext_close)> owner(source, &utext_close);
  breaks->setText(source, error);

  const std::string margin(indent, ' ');
  std::string out = margin;
  std::size_t column = indent;
  std::int32_t begin = 0;
  for (std::int32_t end = breaks->next(); end != icu::BreakIterator::DONE; end = breaks->next()) {
    std::string_view piece =
        text.substr(static_cast<std::size_t>(begin), static_cast<std::size_t>(end - begin));
    const bool line_ends = piece.ends_with('\n');
    if (line_ends) piece.remove_suffix(1);
    const std::string_view letters = piece.substr(0, piece.find_last_not_of(' ') + 1);
    if (column > indent && column + display_width(letters) > width) {
      out.erase(out.find_last_not_of(' ') + 1);
      out += '\n' + margin;
      column = indent;
    }
    out += piece;
    column += display_width(piece);
    if (line_ends) {
      out += '\n' + margin;
      column = indent;
    }
    begin = end;
  }
  return out;
}

std::size_t terminal_width() {
  winsize size{};
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col < 20) return kMostColumns;
  return std::min<std::size_t>(size.ws_col, kMostColumns);
}

std::string to_iso_date(std::string_view date) {
  if (date.size() != 8) return std::string(date);
  return std::string(date.substr(0, 4)) + '-' + std::string(date.substr(4, 2)) + '-' +
         std::string(date.substr(6));
}

std::string parse_date(std::string_view text) {
  std::string digits;
  for (const char c : text) {
    if (c != '-' && c != '/') digits += c;
  }
  const bool all_digits =
      std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; });
  if (digits.size() == 8 && all_digits) {
    const int year = std::stoi(digits.substr(0, 4));
    const int month = std::stoi(digits.substr(4, 2));
    const int day = std::stoi(digits.substr(6));
    constexpr int kDays[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    if (month >= 1 && month <= 12 && day >= 1 &&
        day <= kDays[month - 1] + (month == 2 && leap ? 1 : 0))
      return digits;
  }
  throw corpus::Error("日付が読めません", std::string(text), "2026-10-01 の形で書いてください");
}

}  // namespace jobun
