// SPDX-License-Identifier: GPL-2.0-or-later
// A document as its lines, with what is known of each before any sentence is put together again.
// Readers of formats that say it themselves (HTML, DOCX, Markdown's code) give a line its role;
// the others leave it open.
//   "## （2）届出の対象"  ->  content 「（2）届出の対象」, markdown level 2
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/documents/document.h"

namespace documents {

enum class LineRole : std::uint8_t {
  open,  // not yet decided: running text, perhaps a heading
  blank,
  furniture,  // page number, running head, table of contents
  heading,
  bullet,
  table,
  note,  // a footnote or remark
  box,   // quoted or framed
};

struct DocumentLine {
  corpus::Span content;  // of the flat text: without white space around it and Markdown's own signs
  LineRole role = LineRole::open;
  std::string mark;                // of a bullet or note
  unsigned indent = 0;             // columns of white space before it
  unsigned markdown = 0;           // number of # before it
  std::size_t number = 0;          // from 1
  bool new_page = false;           // the first line behind a form feed
  bool whole = false;              // given by its format: neither joined nor taken apart
  unsigned level = 0;              // of a heading given by its format
  std::size_t family = 0;          // of heading_rules, 1 + row
  bool caption = false;            // a heading by its place alone
  Aside why = Aside::page_number;  // of furniture
};

struct FlatText {
  MappedText content;
  std::vector<DocumentLine> given;  // empty: the lines are open
};

std::vector<DocumentLine> split_lines(std::string_view flat);

// The columns at which a page's width broke the lines, when it did: many lines end about there and
// hardly any goes further.
std::optional<std::size_t> wrap_width(std::string_view flat, const std::vector<DocumentLine>&);

// Neighbours with content, furniture and blanks passed over; lines.size() when there is none.
std::size_t next_line(const std::vector<DocumentLine>&, std::size_t);
std::size_t line_before(const std::vector<DocumentLine>&, std::size_t);

}  // namespace documents
