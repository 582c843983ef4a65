// SPDX-License-Identifier: GPL-2.0-or-later
// A knowledge base as `jobun index` leaves it, for reading. Below its generation:
//   laws.tsv       the revisions on hand (law_table.h)
//   laws/…         their sources, byte for byte as they came
//   registry.tsv   the laws known by name and number, on hand or not
//   references/…   what each revision cites (reference_table.h)
//   definitions/…  what each revision defines (definition_table.h)
//   definitions.tsv  all terms by their spelling, over all revisions
//   documents.tsv, documents/…  strategy papers and commentary (document_table.h)
//   penalties/…    which norms its penalties sanction (penalty.h)
//   commencements/…, start_days/…   when it begins, and what it says of when others began
//   delegations/…  what each leaves to orders, and fills of what is left (delegation_table.h)
//   obligations/…  who must do what in it (norm_table.h)
//   deemed/…       which of its provisions make others read otherwise or apply (deemed_table.h)
//   deemed.tsv     those that make provisions of other laws read otherwise, over all laws
//   penalties.tsv  penalties on norms of other laws, over all laws
//   FORMAT         the number of this list (generation.h)
//   aliases.tsv    names the corpus gives to laws: alias TAB law id, TAB document where it holds in
//                  that document only
//   everyday.tsv   and what people call its terms (everyday_table.h)
//   user.dic       MeCab's dictionary of the corpus' own words
//   search/…       the Xapian databases (search_schema.h)
//   summary.json   what was indexed, when, and what could not be read
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "corpus/law.h"
#include "corpus/law_xml.h"
#include "corpus/manifest.h"
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
#include "indexer/prose/everyday_table.h"

namespace indexer {

class KnowledgeBase {
 public:
  // Throws Error when there is none, or when it was written by another version.
  static KnowledgeBase open(const std::filesystem::path& kb);

  const std::vector<citations::LawEntry>& laws() const { return laws_; }
  // All revisions by law id, in the order of the ids.
  const std::map<std::string, citations::Revisions, std::less<>>& revisions() const {
    return revisions_;
  }
  const citations::Revisions* revisions_of(std::string_view law_id) const;

  corpus::Law load(const citations::LawEntry&) const;
  std::vector<citations::ReferenceRecord> references(const citations::LawEntry&) const;
  std::vector<definitions::DefinitionRecord> definitions(const citations::LawEntry&) const;
  definitions::TermIndex term_index() const;
  std::vector<norms::Penalty> penalties(const citations::LawEntry&) const;
  std::vector<norms::Commencement> commencements(const citations::LawEntry&) const;
  std::vector<norms::StartDay> start_days(const citations::LawEntry&) const;
  std::vector<delegations::DelegationRecord> delegations(const citations::LawEntry&) const;
  std::vector<norms::NormRecord> norms(const citations::LawEntry&) const;
  std::vector<norms::DeemedNorm> deemed(const citations::LawEntry&) const;
  std::vector<prose::EverydayTerm> everyday_terms() const;
  // 読替え of the norms of other laws, of every law.
  std::vector<norms::DeemedNorm> deemed_elsewhere() const;

  // Strategy papers and commentary, in the order of the manifest.
  const std::vector<prose::DocumentEntry>& documents() const { return documents_; }
  const prose::DocumentEntry* document(std::string_view id) const;
  documents::DocumentText load(const prose::DocumentEntry&) const;
  std::vector<citations::ReferenceRecord> references(const prose::DocumentEntry&) const;
  std::vector<prose::DocumentTermRecord> document_terms(const prose::DocumentEntry&) const;
  std::string original_of(const prose::DocumentEntry&) const;  // bytes

  // Every law known by name, those not on hand too, with the names the corpus gives them.
  // The scope of names that hold in one document only: its place in documents(), from 1.
  const corpus::LawBook& law_book() const { return book_; }
  std::string title_of(std::string_view law_id) const;  // of laws not on hand too; "" if unknown

  const std::filesystem::path& folder() const { return folder_; }
  std::filesystem::path user_dictionary() const;  // empty when the corpus has no words of its own
  std::vector<std::filesystem::path> search_databases() const;
  std::string summary() const;  // JSON

 private:
  KnowledgeBase(std::filesystem::path folder, GenerationInUse in_use)
      : folder_(std::move(folder)), in_use_(std::move(in_use)) {}

  std::filesystem::path folder_;
  GenerationInUse in_use_;
  std::vector<citations::LawEntry> laws_;
  std::vector<prose::DocumentEntry> documents_;
  std::map<std::string, citations::Revisions, std::less<>> revisions_;
  corpus::LawBook book_;
};

// Where the table of what was found in that revision is kept, below the generation's folder; `kind`
// is the folder: "references".
std::string findings_file(std::string_view kind, const citations::LawEntry&);

// By the registry, else [法令番号].
corpus::AmendingLawId amending_law_ids(const corpus::Registry&);

std::map<std::string, citations::Revisions, std::less<>> group_revisions(
    const std::vector<citations::LawEntry>&);

}  // namespace indexer
