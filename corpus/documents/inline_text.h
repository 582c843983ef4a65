// SPDX-License-Identifier: GPL-2.0-or-later
// One line of a document without what is no text in it: note marks, Markdown's emphasis and links,
// stray HTML tags, white space that only held a mark.
//   「**推進法** 7 と」  ->  「推進法と」, mark 7 behind 法
#pragma once

#include <map>
#include <string_view>
#include <vector>

#include "corpus/documents/document.h"
#include "corpus/documents/note_rules.h"

namespace documents {

struct InlineText {
  MappedText content;           // mapped to the flat text
  std::vector<NoteMark> marks;  // `at` in content, `source` in the flat text
};

void append_line(InlineText& out, std::string_view flat, corpus::Span line,
                 const std::map<std::size_t, LooseMark>&);
// A row of a table, its cells parted by tabs; Markdown's | are taken as such.
void append_row(InlineText& out, std::string_view flat, corpus::Span line,
                const std::map<std::size_t, LooseMark>&);

}  // namespace documents
