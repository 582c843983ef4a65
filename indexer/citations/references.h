// SPDX-License-Identifier: GPL-2.0-or-later
// Every reference in a law, or in any text, found and resolved.
//   find_references(強化法, library)  ->  … {from: a6/p1, 「前条」, 507AC0000000042/a5, resolved} …
// Pure and safe to call from several threads; the order is that of provisions and spans.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "corpus/law.h"
#include "indexer/citations/law_library.h"
#include "indexer/citations/reference.h"

namespace citations {

std::vector<Reference> find_references(const corpus::Law&, const LawLibrary&);

struct TextOptions {
  std::string default_law;     // id: what a bare 第五条 means; empty: nothing
  std::uint32_t document = 0;  // scope in LawNames: names that hold in this document only
};

// In prose: memos, contracts, web pages. `from` of the results is 0.
std::vector<Reference> find_citations_in_text(std::string_view text, const LawLibrary&,
                                              const TextOptions&);

}  // namespace citations
