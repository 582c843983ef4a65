// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/jobun/cited_text.h"

#include <algorithm>
#include <cstdint>

#include "web-static/html.h"

namespace jobun {
namespace {

// A stretch of the text and the innermost span over it; -1: none.
struct Piece {
  corpus::Span span;
  int cited = -1;
};

std::vector<Piece> cut(std::string_view text, const std::vector<CitedSpan>& spans) {
  std::vector<Piece> out;
  std::vector<std::pair<int, std::size_t>> open;  // index and end
  std::size_t at = 0;
  const auto until = [&](std::size_t end) {
    if (end > at) out.push_back({{at, end}, open.empty() ? -1 : open.back().first});
    at = std::max(at, end);
  };
  const auto close = [&](std::size_t end) {
    while (!open.empty() && open.back().second <= end) {
      until(open.back().second);
      open.pop_back();
    }
  };
  for (std::size_t i = 0; i < spans.size(); ++i) {
    const corpus::Span span = spans[i].span;
    if (span.empty() || span.begin < at || span.end > text.size()) continue;
    close(span.begin);
    until(span.begin);
    const std::size_t limit = open.empty() ? text.size() : open.back().second;
    open.emplace_back(static_cast<int>(i), std::min(span.end, limit));
  }
  close(text.size());
  until(text.size());
  return out;
}

// A browser would make \n of \r.
void append_text(std::string& out, std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\r', at), text.size());
    web::append_escaped(out, text.substr(at, end - at));
    if (end < text.size()) out += "&#13;";
    at = end + 1;
  }
}

std::string attribute(std::string_view name, std::string_view value) {
  std::string out = " " + std::string(name) + "=\"";
  append_text(out, value);
  return out + '"';
}

bool is_markup(char c) {
  constexpr std::string_view kMarkup = "\\`*_[]<>#|~&!";
  return kMarkup.find(c) != std::string_view::npos;
}

// At the head of a line these make lists, rules and headings.
bool begins_block(std::string_view line) {
  if (line.empty()) return false;
  if (line[0] == '-' || line[0] == '+' || line[0] == '=') return true;
  return false;
}

void append_markdown(std::string& out, std::string_view text, bool& head) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const bool number_dot =
        (c == '.' || c == ')') && i > 0 && text[i - 1] >= '0' && text[i - 1] <= '9';
    if (is_markup(c) || number_dot || (head && begins_block(text.substr(i)))) out += '\\';
    out += c;
    head = c == '\n' || (head && (c == ' ' || c == '\t'));
  }
}

constexpr std::string_view kHtmlHead = R"(<!DOCTYPE html>
<html lang="ja">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>引用の一覧</title>
<style>
pre { font: inherit; line-height: 1.8; white-space: pre-wrap; overflow-wrap: anywhere }
[data-note] { text-decoration: underline dotted }
[data-note]::after { content: "〔" attr(data-note) "〕"; font-size: .8em }
</style>
</head>
<body>
<pre>
)";
constexpr std::string_view kHtmlFoot = "</pre>\n</body>\n</html>\n";

// Is this the last piece of its span? The note stands behind it once.
bool is_last_piece(const std::vector<Piece>& pieces, std::size_t i,
                   const std::vector<CitedSpan>& spans) {
  const std::size_t end = spans[static_cast<std::size_t>(pieces[i].cited)].span.end;
  return pieces[i].span.end >= end || i + 1 == pieces.size();
}

}  // namespace

std::string to_html(std::string_view text, const std::vector<CitedSpan>& spans) {
  std::string out(kHtmlHead);
  const auto pieces = cut(text, spans);
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    const Piece& piece = pieces[i];
    if (piece.cited < 0) {
      append_text(out, piece.span.of(text));
      continue;
    }
    const CitedSpan& cited = spans[static_cast<std::size_t>(piece.cited)];
    const std::string_view element = cited.link.empty() ? "mark" : "a";
    out += '<' + std::string(element);
    if (!cited.link.empty()) out += attribute("href", cited.link);
    out += attribute("title", cited.title);
    if (!cited.note.empty() && is_last_piece(pieces, i, spans))
      out += attribute("data-note", cited.note);
    out += '>';
    append_text(out, piece.span.of(text));
    out += "</" + std::string(element) + '>';
  }
  out += kHtmlFoot;
  return out;
}

std::string to_markdown(std::string_view text, const std::vector<CitedSpan>& spans) {
  std::string out;
  bool head = true;
  const auto pieces = cut(text, spans);
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    const Piece& piece = pieces[i];
    if (piece.cited < 0) {
      append_markdown(out, piece.span.of(text), head);
      continue;
    }
    const CitedSpan& cited = spans[static_cast<std::size_t>(piece.cited)];
    if (!cited.link.empty()) out += '[';
    head = false;
    append_markdown(out, piece.span.of(text), head);
    if (!cited.link.empty()) {
      const bool plain = cited.link.find_first_of(" <>()") == std::string::npos;
      std::string title;
      for (const char c : cited.title)
        title += c == '"' || c == '\\' ? std::string{'\\', c}
                 : c == '\n'           ? std::string(" ")
                                       : std::string(1, c);
      out += "](" + (plain ? cited.link : '<' + cited.link + '>') + " \"" + title + "\")";
    }
    if (!cited.note.empty() && is_last_piece(pieces, i, spans)) {
      out += "【";
      bool inside = false;
      append_markdown(out, cited.note, inside);
      out += "】";
    }
    head = false;
  }
  return out;
}

}  // namespace jobun
