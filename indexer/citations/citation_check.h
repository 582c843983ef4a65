// SPDX-License-Identifier: GPL-2.0-or-later
// Everything wrong with the citations of a text as they are written; the kinds are the rows of
// citation_problems.cc.
//   「強化法2条9項」  ->  no_such_paragraph, 「第二条は第八項まで」, candidate
//   507AC0000000042/a2/p8
// Goes through what find_citations_in_text found; nothing is changed in it.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "corpus/law.h"
#include "corpus/manifest.h"
#include "indexer/citations/citation_problems.h"
#include "indexer/citations/law_library.h"
#include "indexer/citations/reference.h"

namespace citations {

// What the checks may look at. All must outlive the call.
struct CheckBasis {
  const corpus::LawBook* book = nullptr;
  const LawLibrary* library = nullptr;
  const std::map<std::string, corpus::Law, std::less<>>* laws = nullptr;  // the texts at hand
  std::vector<std::pair<std::string, std::string>> former_titles;         // title, law id
  std::string today;                                                      // yyyymmdd
  // Does another law at hand cite this provision, though this revision does not have it? Then a
  // later one does. May be empty.
  std::function<bool(const corpus::Address&)> is_cited;
  // The line of a byte as messages name it; empty: of the text given.
  std::function<std::size_t(std::size_t)> line_of;
};

// At most one problem a citation, the gravest; and those of dates and numbers by themselves. In the
// order of the text.
std::vector<CitationProblem> check_citations(std::string_view text,
                                             const std::vector<Reference>& references,
                                             const CheckBasis&);

}  // namespace citations
