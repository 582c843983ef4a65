// SPDX-License-Identifier: GPL-2.0-or-later
// Markdown: cmark-gfm says which lines are code, underlined headings and quotations; the rest is
// read as plain text is, since papers turned into Markdown keep the breaks of their pages.
#include <cmark-gfm.h>

#include <algorithm>
#include <memory>

#include "corpus/documents/document_reader.h"

namespace documents {
namespace {

// Lines of the node, from 0.
corpus::Span lines_of(cmark_node* node, std::size_t count) {
  const int first = cmark_node_get_start_line(node), last = cmark_node_get_end_line(node);
  if (first < 1 || last < first) return {0, 0};
  return {std::min(static_cast<std::size_t>(first) - 1, count),
          std::min(static_cast<std::size_t>(last), count)};
}

// cmark counts the blank line behind an underline to the heading.
void mark_heading(std::string_view flat, std::vector<DocumentLine>& lines, corpus::Span at,
                  int level) {
  if (at.size() < 2) return;  // marked by #
  for (std::size_t i = at.begin; i < at.end; ++i) {
    const std::string_view text = lines[i].content.of(flat);
    const bool underline = i > at.begin && text.find_first_not_of("=-") == std::string_view::npos;
    lines[i].role = underline ? LineRole::blank : LineRole::heading;
    lines[i].markdown = underline ? 0 : static_cast<unsigned>(level);
    if (underline) return;
  }
}

// A fence is a line of its own in the source but none of the code.
void mark_code(std::string_view flat, std::vector<DocumentLine>& lines, corpus::Span at) {
  for (std::size_t i = at.begin; i < at.end; ++i) {
    DocumentLine& line = lines[i];
    const std::string_view text = line.content.of(flat);
    const bool fence = text.starts_with("```") || text.starts_with("~~~");
    line.role = fence || text.empty() ? LineRole::blank : LineRole::box;
    line.whole = true;
    line.markdown = 0;
    while (line.content.begin > 0 && flat[line.content.begin - 1] != '\n') --line.content.begin;
  }
}

}  // namespace

FlatText flatten_markdown(std::string_view bytes, const std::string& where, std::string& encoding) {
  FlatText out = flatten_text(bytes, where, encoding);
  const std::string& flat = out.content.text;
  out.given = split_lines(flat);
  const std::unique_ptr<cmark_node, decltype(&cmark_node_free)> root(
      cmark_parse_document(flat.data(), flat.size(), CMARK_OPT_DEFAULT), cmark_node_free);
  const std::unique_ptr<cmark_iter, decltype(&cmark_iter_free)> nodes(cmark_iter_new(root.get()),
                                                                      cmark_iter_free);
  while (cmark_iter_next(nodes.get()) != CMARK_EVENT_DONE) {
    cmark_node* node = cmark_iter_get_node(nodes.get());
    const corpus::Span at = lines_of(node, out.given.size());
    if (at.empty()) continue;
    const cmark_node_type type = cmark_node_get_type(node);
    if (type == CMARK_NODE_HEADING)
      mark_heading(flat, out.given, at, cmark_node_get_heading_level(node));
    const bool fenced = type == CMARK_NODE_CODE_BLOCK && out.given[at.begin].indent < 4;
    if (fenced) mark_code(flat, out.given, at);
  }
  return out;
}

}  // namespace documents
