// SPDX-License-Identifier: GPL-2.0-or-later
// What a person sees at a terminal: colour when there is one and NO_COLOR is not set, lines that
// fit.
#pragma once

#include <iosfwd>
#include <string>
#include <string_view>

namespace jobun {

enum class Paint { title, match, dim, error };

// `out` is std::cout or std::cerr; the text comes back as it is when that is no colour terminal.
std::string paint(Paint, std::string_view text, const std::ostream& out);
bool is_terminal(const std::ostream& out);

// Columns the text takes, a full-width letter two.
std::size_t display_width(std::string_view utf8);

// Breaks at `width` columns where Unicode's line breaking (UAX #14, strict: 禁則) allows it, so
// that an address or a link is never cut; each line begins with `indent` spaces.
std::string wrap(std::string_view text, std::size_t width, std::size_t indent);

// The terminal's width, at most 100; 100 when there is none.
std::size_t terminal_width();

// 20261001 -> 2026-10-01
std::string to_iso_date(std::string_view yyyymmdd);
// 2026-10-01 or 20261001 -> 20261001. Throws Error for anything that is no day.
std::string parse_date(std::string_view);

}  // namespace jobun
