// SPDX-License-Identifier: GPL-2.0-or-later
// The norms of one revision as the knowledge base keeps them: one line each, in the order of the
// text, columns named in the first lines; lists are joined by ;. The keys of `export obligations`
// are these columns.
//   507AC0000000042/a5/p1  0  96  must  報告する  特別社会基盤事業者  stated  …
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "corpus/law.h"
#include "indexer/norms/norm.h"

namespace norms {

struct NormRecord {
  std::string address;             // of the provision whose own text states it
  corpus::CodePointSpan sentence;  // in that provision's own text
  corpus::CodePointSpan verb;      // with its ending
  Modality modality = Modality::must;
  std::string act;
  std::vector<std::string> bearers;
  std::string bearer_basis;  // stated, inherited, or empty: the sentence names nobody
  std::string object;
  std::vector<std::string> recipients;
  std::string trigger;
  std::string deadline;
  std::string manner;
  std::string exception;
};

std::vector<NormRecord> to_records(const corpus::Law&, const std::vector<Norm>&);
std::string to_tsv(const std::vector<NormRecord>&);
// Throws Error naming `where` and the line.
std::vector<NormRecord> parse_norm_table(std::string_view tsv, std::string_view where);

// The verbatim sentence, from the text of its provision.
std::string_view sentence_of(const NormRecord&, std::string_view provision_text);

}  // namespace norms
