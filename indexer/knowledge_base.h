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
//   aliases.tsv    names the corpus gives to laws: alias TAB law id
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
#include "indexer/definition_table.h"
#include "indexer/commencement.h"
#include "indexer/deemed_table.h"
#include "indexer/delegation_table.h"
#include "indexer/document_table.h"
#include "indexer/document_terms.h"
#include "indexer/generation.h"
#include "indexer/law_table.h"
#include "indexer/norm_table.h"
#include "indexer/penalty.h"
#include "indexer/reference_table.h"

namespace indexer {

class KnowledgeBase {
 public:
  // Throws Error when there is none, or when it was written by another version.
  static KnowledgeBase open(const std::filesystem::path& kb);

  const std::vector<LawEntry>& laws() const { return laws_; }
  // All revisions by law id, in the order of the ids.
  const std::map<std::string, Revisions, std::less<>>& revisions() const { return revisions_; }
  const Revisions* revisions_of(std::string_view law_id) const;

  corpus::Law load(const LawEntry&) const;
  std::vector<ReferenceRecord> references(const LawEntry&) const;
  std::vector<DefinitionRecord> definitions(const LawEntry&) const;
  TermIndex term_index() const;
  std::vector<Penalty> penalties(const LawEntry&) const;
  std::vector<Commencement> commencements(const LawEntry&) const;
  std::vector<StartDay> start_days(const LawEntry&) const;
  std::vector<DelegationRecord> delegations(const LawEntry&) const;
  std::vector<NormRecord> norms(const LawEntry&) const;
  std::vector<DeemedNorm> deemed(const LawEntry&) const;

  // Strategy papers and commentary, in the order of the manifest.
  const std::vector<DocumentEntry>& documents() const { return documents_; }
  const DocumentEntry* document(std::string_view id) const;
  corpus::DocumentText load(const DocumentEntry&) const;
  std::vector<ReferenceRecord> references(const DocumentEntry&) const;
  std::vector<DocumentTermRecord> document_terms(const DocumentEntry&) const;
  std::string original_of(const DocumentEntry&) const;  // bytes

  // Every law known by name, those not on hand too, with the names the corpus gives them.
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
  std::vector<LawEntry> laws_;
  std::vector<DocumentEntry> documents_;
  std::map<std::string, Revisions, std::less<>> revisions_;
  corpus::LawBook book_;
};

// Where the table of what was found in that revision is kept, below the generation's folder; `kind`
// is the folder: "references".
std::string findings_file(std::string_view kind, const LawEntry&);

// By the registry, else [法令番号].
corpus::AmendingLawId amending_law_ids(const corpus::Registry&);

std::map<std::string, Revisions, std::less<>> group_revisions(const std::vector<LawEntry>&);

}  // namespace indexer
