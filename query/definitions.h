// SPDX-License-Identifier: GPL-2.0-or-later
// What a term means, law by law, and which other terms are easily taken for it.
//   find_definitions(kb, "重要電子計算機", {})  ->  強化法第二条第二項 …
//   similar_terms(…)  ->  特定重要電子計算機: shares 重要電子計算機, has 特定 besides
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/definitions/term_uses.h"
#include "indexer/knowledge_base.h"

namespace query {

struct TermQuery {
  std::string date;  // yyyymmdd: in the texts in force on that day
  std::string law;   // id; empty: all laws
};

struct FoundDefinition {
  definitions::DefinitionRecord record;
  const citations::LawEntry* law = nullptr;
  std::string inherited_by;  // id of the order that uses the term as the law does
};

// As written; where nobody writes it so, in any spelling of the same word. In one law: what the law
// itself defines, else what it takes over from the laws whose words it uses. Definitions for whole
// laws come first, then statutes before orders.
std::vector<FoundDefinition> find_definitions(const indexer::KnowledgeBase&, std::string_view term,
                                              const TermQuery&);

struct SimilarTerm {
  std::string term;
  std::vector<FoundDefinition> definitions;
  std::string shared;    // the longest stretch both have
  std::string own;       // what only the term asked for has besides: 特定
  std::string other;     // what only this one has
  std::string relation;  // part_of, includes, excludes: what the text of either says; or empty
  bool relation_of_other = false;  // it is this one's text that says so
};

// Best first. `definitions`: of the term itself.
std::vector<SimilarTerm> similar_terms(const indexer::KnowledgeBase&, std::string_view term,
                                       const std::vector<FoundDefinition>& definitions,
                                       const TermQuery&, std::size_t most);

struct SharedPart {
  std::string shared;
  std::string own;
  std::string other;
  double likeness = 0;  // 0 … 1
};
SharedPart compare_terms(std::string_view term, std::string_view other);

// Terms that may have been meant by one nobody defines.
std::vector<std::string> nearest_terms(const indexer::KnowledgeBase&, std::string_view term,
                                       const TermQuery&, std::size_t most);

// What is said where the term was imported from: the words that define it there, else the text of
// the provision; empty when that law is not on hand.
std::string imported_text(const indexer::KnowledgeBase&, const definitions::DefinitionRecord&,
                          std::string_view date);

// The terms that hold in a law, its own and those it uses as another law does, and where they are
// used: `uses[i].term` is an index in `definitions`.
struct TermsOfLaw {
  std::vector<FoundDefinition> definitions;
  std::vector<definitions::TermUse> uses;
};
TermsOfLaw terms_of_law(const indexer::KnowledgeBase&, const citations::LawEntry&,
                        const corpus::Law& law, std::string_view date);

}  // namespace query
