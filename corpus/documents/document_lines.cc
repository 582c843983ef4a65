// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/documents/document_lines.h"

#include <algorithm>
#include <array>

#include "corpus/char_kinds.h"

namespace documents {
namespace {

constexpr std::size_t kNarrowest = 40;  // columns; what is narrower is no page
constexpr std::size_t kWidest = 200;    // what is wider was not broken by a page
constexpr std::size_t kSlack = 4;       // columns a line may stay short because of 禁則

void take_white(std::string_view flat, DocumentLine& line) {
  while (!line.content.empty()) {
    std::size_t at = line.content.begin;
    const char32_t c = corpus::next_code_point(flat, at);
    if (!corpus::is_space(c) && c != U'\u00A0' && c != U'\u200B' && c != U'\uFEFF') break;
    line.indent += c == U'\u3000' ? 2 : c == U'\t' ? 4 : 1;
    line.content.begin = at;
  }
  const std::string_view rest = line.content.of(flat);
  line.content.end = line.content.begin + (rest.empty() ? 0 : corpus::trim(rest).size());
}

// Markdown's own signs at the beginning of a line, and emphasis around the whole of it.
void take_markdown(std::string_view flat, DocumentLine& line) {
  std::string_view text = line.content.of(flat);
  if (text.starts_with(">")) {
    line.role = LineRole::box;
    line.content.begin += 1;
    take_white(flat, line);
    text = line.content.of(flat);
  }
  const std::size_t signs = std::min(text.find_first_not_of('#'), text.size());
  if (signs > 0 && signs <= 6 && signs < text.size() && text[signs] == ' ') {
    line.markdown = static_cast<unsigned>(signs);
    line.content.begin += signs;
    const unsigned indent = line.indent;
    take_white(flat, line);
    line.indent = indent;
    while (!line.content.empty() &&
           (flat[line.content.end - 1] == '#' || flat[line.content.end - 1] == ' '))
      --line.content.end;
  }
  text = line.content.of(flat);
  const bool emphasized = text.size() > 4 && text.starts_with("**") && text.ends_with("**") &&
                          text.substr(2, text.size() - 4).find("**") == std::string_view::npos;
  if (emphasized && line.markdown > 0)
    line.content = {line.content.begin + 2, line.content.end - 2};
}

}  // namespace

std::vector<DocumentLine> split_lines(std::string_view flat) {
  std::vector<DocumentLine> out;
  bool new_page = true;
  for (std::size_t at = 0; at < flat.size();) {
    std::size_t end = std::min(flat.find_first_of("\n\f\r", at), flat.size());
    DocumentLine line;
    line.content = {at, end};
    line.number = out.size() + 1;
    take_white(flat, line);
    take_markdown(flat, line);
    if (line.content.empty()) line.role = LineRole::blank;
    line.new_page = new_page;
    new_page = end < flat.size() && flat[end] == '\f';
    if (flat.substr(end, 2) == "\r\n") ++end;
    if (end + 1 < flat.size() && flat[end] == '\n' && flat[end + 1] == '\f') {
      new_page = true;
      ++end;
    }
    at = end + 1;
    out.push_back(std::move(line));
  }
  return out;
}

std::optional<std::size_t> wrap_width(std::string_view flat,
                                      const std::vector<DocumentLine>& lines) {
  std::array<std::size_t, kWidest + kSlack + 2> count{};
  std::size_t all = 0, wider = 0;
  for (const DocumentLine& line : lines) {
    if (line.role != LineRole::open || line.whole) continue;
    const std::size_t width = line.indent + corpus::width_of(line.content.of(flat));
    if (width > kWidest) ++wider;
    if (width < kNarrowest / 2) continue;
    ++all;
    if (width <= kWidest) ++count[width];
  }
  std::size_t best = 0, most = 0;
  for (std::size_t width = kNarrowest; width <= kWidest; ++width) {
    std::size_t near = 0;
    for (std::size_t w = width - kSlack; w <= width; ++w) near += count[w];
    if (near > most || (near == most && count[width] > 0)) {
      most = near;
      best = width;
    }
  }
  for (std::size_t w = best + 3; w < count.size(); ++w) wider += count[w];
  if (most < 4 || most * 4 < all || wider * 5 > most) return std::nullopt;
  return best;
}

std::size_t next_line(const std::vector<DocumentLine>& lines, std::size_t at) {
  do ++at;
  while (at < lines.size() &&
         (lines[at].role == LineRole::blank || lines[at].role == LineRole::furniture));
  return at;
}

std::size_t line_before(const std::vector<DocumentLine>& lines, std::size_t at) {
  while (at > 0) {
    --at;
    if (lines[at].role != LineRole::blank && lines[at].role != LineRole::furniture) return at;
  }
  return lines.size();
}

}  // namespace documents
