// SPDX-License-Identifier: GPL-2.0-or-later
// What a knowledge base knows of each strategy paper and commentary: documents.tsv, one line each,
// columns named in its first lines. A document is `doc:<id>`, its section n `doc:<id>#s<n>` (0
// before the first heading); a long section is searched in parts, `#s3.2` the second.
//   documents/<id>/original.pdf    as it came, byte for byte
//   documents/<id>/text.txt        cleaned (corpus/document.h)
//   documents/<id>/structure.json  blocks, sections, marks and the map of text.txt
//   documents/<id>/extracted.txt   what the map of a PDF or DOCX leads into
//   documents/<id>/references.tsv  what it cites (reference_table.h): `from` is a section, spans
//   count
//                                  in text.txt
//   documents/<id>/terms.tsv       what words of the law it uses (document_terms.h)
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/documents/document.h"
#include "indexer/citations/reference.h"
#include "indexer/citations/reference_table.h"

namespace prose {

struct DocumentEntry {
  std::string id;    // the file's name without its ending
  std::string kind;  // strategy, commentary, bill
  std::string title;
  std::string date;  // yyyymmdd, yyyymm where the day is not said, or empty
  bool digest = false;
  std::string source;
  std::string licence;
  std::string url;
  std::string retrieved;
  std::string default_law;
  std::string original;  // file below the generation's folder
  std::string encoding;  // of a text file
  std::uint64_t sections = 0;
  std::uint64_t characters = 0;
};

std::string to_tsv(const std::vector<DocumentEntry>&);
// Throws Error naming `where` and the line.
std::vector<DocumentEntry> parse_document_table(std::string_view tsv, std::string_view where);

// Below the generation's folder: document_file(entry, "text.txt").
std::string document_file(const DocumentEntry&, std::string_view name);

// A name that can stand in an address and a file name.
std::string document_id(std::string_view stem);

struct DocumentAddress {
  std::string id;
  std::optional<std::size_t> section;
  std::size_t part = 1;  // of a long section, from 1
};
std::string to_string(const DocumentAddress&);
std::optional<DocumentAddress> parse_document_address(std::string_view);

// The date a paper bears: a line near its beginning that is a date (令和7年9月, 2025年12月23日), or
// one in its title. As DocumentEntry::date.
std::string date_of(const documents::DocumentText&, std::string_view title);

std::vector<citations::ReferenceRecord> to_records(const DocumentEntry&,
                                                   const documents::DocumentText&,
                                                   const std::vector<citations::Reference>&);

}  // namespace prose
