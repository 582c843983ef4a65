// SPDX-License-Identifier: GPL-2.0-or-later
// The columns of every table of a generation, and the number it goes by: whoever changes the one
// must raise the other (generation.h).
#include <gtest/gtest.h>

#include <cstdint>
#include <fstream>
#include <sstream>

#include "indexer/citations/law_table.h"
#include "indexer/citations/reference_table.h"
#include "indexer/definitions/definition_table.h"
#include "indexer/delegations/delegation_table.h"
#include "indexer/generation.h"
#include "indexer/norms/commencement.h"
#include "indexer/norms/deemed_table.h"
#include "indexer/norms/norm_table.h"
#include "indexer/norms/penalty.h"
#include "indexer/prose/document_table.h"
#include "indexer/prose/document_terms.h"

namespace indexer {
namespace {

std::string headers() {
  return citations::to_tsv(std::vector<citations::LawEntry>{}) +
         citations::to_tsv(std::vector<citations::ReferenceRecord>{}) +
         definitions::to_tsv(std::vector<definitions::DefinitionRecord>{}) +
         definitions::TermIndex::to_tsv({}) +
         delegations::to_tsv(std::vector<delegations::DelegationRecord>{}) +
         norms::to_tsv(std::vector<norms::NormRecord>{}) +
         norms::to_tsv(std::vector<norms::Penalty>{}) +
         norms::to_tsv(std::vector<norms::DeemedNorm>{}) +
         norms::to_tsv(std::vector<norms::Commencement>{}) +
         norms::to_tsv(std::vector<norms::StartDay>{}) +
         prose::to_tsv(std::vector<prose::DocumentEntry>{}) +
         prose::to_tsv(std::vector<prose::DocumentTermRecord>{});
}

// FNV-1a: the same everywhere.
std::string digest(std::string_view text) {
  std::uint64_t hash = 14695981039346656037U;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211U;
  std::ostringstream out;
  out << std::hex << hash;
  return out.str();
}

// generation_formats.txt: one line for each number there has been, with the digest of its headers.
TEST(GenerationFormats, AChangeOfColumnsRaisesTheNumber) {
  std::ifstream in(JOBUN_SOURCE_DIR "/tests/indexer/generation_formats.txt");
  int number = 0, last = 0;
  std::string hash, latest;
  while (in >> number >> hash) {
    EXPECT_EQ(number, last + 1);
    last = number;
    latest = hash;
  }
  const std::string line = std::to_string(kGenerationFormat) + ' ' + digest(headers());
  EXPECT_EQ(line, std::to_string(last) + ' ' + latest)
      << "the columns of a table changed: raise kGenerationFormat and add the line";
}

}  // namespace
}  // namespace indexer
