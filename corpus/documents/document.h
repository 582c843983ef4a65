// SPDX-License-Identifier: GPL-2.0-or-later
// A strategy paper or commentary as it should be read: cleaned text in blocks, headings as a tree,
// note marks set aside, and a map from every place back to the bytes of the original.
//   "1 報告\n事業者は、国に 7 報告\nする。"  ->  heading 「1 報告」, paragraph
//   「事業者は、国に報告する。」 with mark 7 behind 国に; both lines in the map
// `text` is the blocks' texts, one a line (table rows and boxes keep their own lines); it holds no
// page numbers, running heads, tables of contents or note marks: those are `set_aside`.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/documents/source_map.h"

namespace documents {

enum class BlockKind : std::uint8_t { heading, paragraph, bullet, table, box, footnote };
std::string_view to_string(BlockKind);

struct Block {
  BlockKind kind = BlockKind::paragraph;
  corpus::Span text;     // of DocumentText::text
  std::string mark;      // of a bullet 「・」 or note 「19」, as written
  unsigned level = 0;    // heading: depth in the tree from 1; bullet: depth of nesting from 0
  std::size_t line = 0;  // of the source where it begins, from 1
};

// A heading and what follows up to the next heading of any depth. Section 0 is what stands before
// the first heading; it may be empty.
struct Section {
  std::optional<std::size_t> heading;  // block
  std::size_t first = 0;               // blocks [first, last) without the heading
  std::size_t last = 0;
  std::size_t parent = 0;  // section; 0 for the topmost
  unsigned level = 0;      // 0 for section 0
};

struct NoteMark {
  std::size_t at = 0;               // in the text, where the mark stood
  std::string label;                // 「19」「※1」
  corpus::Span source;              // the mark itself
  std::optional<std::size_t> note;  // block of the note
};

enum class Aside : std::uint8_t { page_number, running_head, contents };
std::string_view to_string(Aside);

struct SetAside {
  Aside why = Aside::page_number;
  corpus::Span source;
  std::size_t line = 0;
};

struct DocumentText {
  std::string text;
  SourceMap map;  // to the original, or to `extracted` when there is one
  std::vector<Block> blocks;
  std::vector<Section> sections;
  std::vector<NoteMark> marks;
  std::vector<SetAside> set_aside;
  std::string encoding;   // of a text file
  std::string extracted;  // what a PDF or DOCX gave as text, pages parted by form feeds
  std::string title;      // what the document calls itself, or empty
};

// The titles from the topmost heading down to the section's own.
std::vector<std::string> heading_path(const DocumentText&, std::size_t section);
// Texts of the section's blocks, one a line.
std::string text_of_section(const DocumentText&, std::size_t section);
// The section a place of the text lies in (its heading counts).
std::size_t section_at(const DocumentText&, std::size_t at);

// Blocks, sections, marks and the map as JSON, for the knowledge base; read_structure gives back
// what to_json wrote with its text. Throws Error naming `where` when it is no such JSON.
std::string to_json(const DocumentText&);
DocumentText read_structure(std::string text, std::string_view json, const std::string& where);

}  // namespace documents
