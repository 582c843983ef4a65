// SPDX-License-Identifier: GPL-2.0-or-later
// Defined terms in the pages: the term at its definition is a <dfn>, each first use in a 項 or 号 a
// link to the law's list of terms, which says what the term means and how far that reaches.
//   「特定電子計算機」 in 第五条 -> <a class="term" href="#term-3">; the list: 特定電子計算機
//   第二条第三項 （範囲: この法令） …
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "corpus/law.h"
#include "indexer/definitions/definition_table.h"
#include "web-static/near_terms.h"
#include "web-static/reference_links.h"

namespace web {

using DefinitionsOf = std::function<std::vector<definitions::DefinitionRecord>(std::uint32_t law)>;

// Where the index lists a term, by its key, and how many laws of the site define it.
struct SimilarTerm {
  std::string term;
  std::string row;
  std::vector<std::string> addresses;  // where it is defined
  std::string difference;              // 「特定」が加わる
};
struct TermPlace {
  std::string row;
  std::uint32_t laws = 0;
  std::vector<SimilarTerm> similar;
};
using TermPlaces = std::map<std::string, TermPlace>;

struct TermsOfPage {
  std::map<std::size_t, std::vector<Annotation>> found;  // by provision
  std::string list;                                      // HTML; empty without terms
  std::size_t count = 0;
};
// `records` are the law's own; those of a law whose words it uses are asked for.
TermsOfPage terms_of_page(const corpus::Law&,
                          const std::vector<definitions::DefinitionRecord>& records,
                          const DefinitionsOf&, const TermPlaces&, const LinkContext&);

// The index of all terms: one page for each row of the 五十音, by reading.
struct TermOnSite {
  std::string term;
  std::uint32_t law = 0;
  std::string address;
  std::string definition;
};
struct TermRow {
  std::string id;    // a, ka, … , other
  std::string name;  // あ行
  std::string html;  // <dl>
  std::size_t terms = 0;
};
struct TermPages {
  std::vector<TermRow> rows;
  TermPlaces places;
};
// Without `compare` no similar terms.
TermPages term_pages(const std::vector<TermOnSite>&, const LawMap&, const CompareTerms& compare);

}  // namespace web
