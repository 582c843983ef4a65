// SPDX-License-Identifier: GPL-2.0-or-later
// Where strategy papers and commentary discuss a provision, best first.
//   find_passages(kb, 強化法5条)  ->  「報告の手続（強化法第2章）」 of a paper of
//   2025-09, 「…報告しなければならないこととする。(第5条)」, …
#pragma once

#include <string>
#include <vector>

#include "corpus/law.h"
#include "indexer/knowledge_base.h"

namespace query {

struct Passage {
  std::string address;   // doc:<id>#s<n>
  std::string document;  // its title
  std::string date;      // as DocumentEntry::date
  std::string kind;
  std::vector<std::string> path;  // headings down to the section's own
  std::string text;               // the sentence that cites it
  double score = 0;
  std::vector<citations::ReferenceRecord> references;  // those that reach the provision
};

// One for each section that cites the provision, a part of it, a range that holds it, or the
// chapter it lies in. Ranked by how exactly and how often, headings counting most; then the newer
// paper first. `law` is the revision the provision is looked up in.
std::vector<Passage> find_passages(const indexer::KnowledgeBase&, const corpus::Law& law,
                                   const corpus::Address&);

// Documents with what they cite, read once to ask about many provisions.
struct CitingDocument {
  const prose::DocumentEntry* entry = nullptr;
  documents::DocumentText text;
  std::vector<citations::ReferenceRecord> references;
};
std::vector<CitingDocument> read_documents(const indexer::KnowledgeBase&);
// For each of the addresses, all in `law`.
std::vector<std::vector<Passage>> find_passages(const std::vector<CitingDocument>&,
                                                const corpus::Law& law,
                                                const std::vector<corpus::Address>&);

}  // namespace query
