// SPDX-License-Identifier: GPL-2.0-or-later
// Where a strategy paper or commentary uses the words of the law: terms the Acts it speaks of
// define for all of themselves, and everyday names the corpus maps to them ([[term]] in
// corpus.toml).
//   「基幹インフラ事業者は、特定侵害事象を報告する」 -> 基幹インフラ事業者 (特別社会基盤事業者,
//   <強化法>/a2/p3), 特定侵害事象 (<強化法>/a2/p5 …)
// What an Act calls 「委員会」 for short is no term in a paper; its full name is.
//   documents/<id>/terms.tsv  doc:x#s3  12  21  基幹インフラ事業者  特別社会基盤事業者  …  everyday
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "corpus/documents/document.h"
#include "corpus/manifest.h"
#include "indexer/definitions/definition_table.h"
#include "indexer/prose/document_table.h"

namespace prose {

struct DocumentTermRecord {
  std::string from;            // doc:<id>#s<n>
  corpus::CodePointSpan span;  // in text.txt
  std::string text;            // as it stands in the paper
  std::string term;            // as the law has it
  std::string address;         // where it is defined
  bool everyday = false;       // mapped, not the law's own word
};

// What one Act defines.
struct LawTerms {
  std::string law_id;
  std::vector<definitions::DefinitionRecord> definitions;
};

// `laws`: of the paper, the one it is about first; of two that define one word the first counts,
// unless the section speaks of the other. An everyday name may stand for several terms: a row each,
// of laws among `laws` only. References are words for laws and never terms.
std::vector<DocumentTermRecord> find_document_terms(const DocumentEntry&,
                                                    const documents::DocumentText&,
                                                    const std::vector<LawTerms>& laws,
                                                    const std::vector<corpus::ManifestTerm>&,
                                                    const std::vector<citations::ReferenceRecord>&);

std::string to_tsv(const std::vector<DocumentTermRecord>&);
// Throws Error naming `where` and the line.
std::vector<DocumentTermRecord> parse_document_term_table(std::string_view tsv,
                                                          std::string_view where);

}  // namespace prose
