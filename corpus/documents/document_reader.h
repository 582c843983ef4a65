// SPDX-License-Identifier: GPL-2.0-or-later
// Reads a document of any kind a corpus may hold, by its ending and its first bytes: plain text as
// PDFs give it, Markdown, HTML, PDF, DOCX.
//   read_document(bytes of "paper.html", "docs/paper.html")  ->  blocks, sections, marks, map
// The original is kept by whoever calls; the map of text, Markdown and HTML leads into its bytes,
// that of PDF and DOCX into `extracted`.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "corpus/documents/document.h"
#include "corpus/documents/document_lines.h"

namespace documents {

// More than this is no paper; also what a packed document may unpack to.
inline constexpr std::size_t kMostDocumentBytes = 64U << 20;
inline constexpr std::size_t kMostTextBytes = 32U << 20;

bool is_document_file(std::string_view path);
// Whether a file of that size may be opened at all. Throws Error naming it.
void check_document_size(std::uintmax_t bytes, const std::string& where);
// Throws Error: empty, binary, too large, broken encoding, encrypted, no text layer, no such
// format.
DocumentText read_document(std::string_view bytes, const std::string& where);

// Each format as flat text.
FlatText flatten_text(std::string_view bytes, const std::string& where, std::string& encoding);
FlatText flatten_markdown(std::string_view bytes, const std::string& where, std::string& encoding);
FlatText flatten_html(std::string_view bytes, const std::string& where, std::string& encoding);
FlatText flatten_pdf(std::string_view bytes, const std::string& where);
FlatText flatten_docx(std::string_view bytes, const std::string& where);

}  // namespace documents
