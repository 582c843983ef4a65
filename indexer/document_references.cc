// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/document_references.h"

#include <algorithm>

#include "indexer/references.h"

namespace indexer {

std::vector<Reference> find_document_references(const corpus::DocumentText& document,
                                                const LawLibrary& library,
                                                const DocumentContext& context) {
  auto out =
      find_citations_in_text(document.text, library, {context.default_law, context.document});
  for (Reference& r : out) r.from = static_cast<std::uint32_t>(section_at(document, r.span.begin));
  return out;
}

}  // namespace indexer
