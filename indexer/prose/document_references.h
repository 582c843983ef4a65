// SPDX-License-Identifier: GPL-2.0-or-later
// What a paper cites, read in the light of how it is built: its own names for laws (those the
// corpus gives it, and 以下「新法」という), the law a heading speaks of for a bare 「（第4条）」
// below it, notes read at their marks.
//   heading 「報告（水路法第2章）」, text 「届け出る（第4条）」  ->  {section 1, 「第4条」,
//   <水路法>/a4}
// `from` of a result is the section, its span lies in DocumentText::text.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "corpus/documents/document.h"
#include "indexer/citations/law_library.h"
#include "indexer/citations/reference.h"

namespace prose {

struct DocumentContext {
  std::string default_law;     // id: what a bare 第五条 means where no heading says
  std::uint32_t document = 0;  // scope in LawNames: names the corpus gives laws in this document
};

std::vector<citations::Reference> find_document_references(const documents::DocumentText&,
                                                           const citations::LawLibrary&,
                                                           const DocumentContext&);

// The law each section's bare articles belong to: its heading's, else that of the section above.
std::vector<std::string> laws_of_sections(const documents::DocumentText&,
                                          const std::vector<citations::Reference>&,
                                          const std::string& default_law);

}  // namespace prose
