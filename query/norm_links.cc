// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/norm_links.h"

#include <filesystem>

#include "corpus/law_files.h"

namespace query {

NormLinks links_of(const indexer::KnowledgeBase& kb, const indexer::LawEntry& entry) {
  NormLinks out;
  const auto table = kb.folder() / indexer::findings_file("penalties", entry);
  if (std::filesystem::exists(table)) {
    out.penalties = indexer::parse_penalty_table(corpus::read_file(table.string()), table.string());
  }
  for (indexer::DelegationRecord& record : kb.delegations(entry)) {
    if (record.side == "gives") out.delegations.push_back(std::move(record));
  }
  return out;
}

NormLinks links_of(const NormLinks& law, const corpus::Address& norm) {
  NormLinks out;
  out.penalties = indexer::penalties_of(law.penalties, norm);
  for (const indexer::DelegationRecord& record : law.delegations) {
    if (record.from == to_string(norm)) out.delegations.push_back(record);
  }
  return out;
}

}  // namespace query
