// SPDX-License-Identifier: GPL-2.0-or-later
// What laws leave to orders and what orders fill meet only when all are read. A revision meets
// those of the others that were in force on its last day.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "indexer/citations/law_library.h"
#include "indexer/citations/law_table.h"
#include "indexer/delegations/delegation_join.h"

namespace indexer {

struct DelegationLinks {
  const std::vector<citations::LawEntry>& laws;
  const std::vector<delegations::DelegationSource>& sources;  // of laws, in their order
  const std::map<std::string, citations::Revisions, std::less<>>& revisions;
  const citations::LawLibrary& library;
};

// `take` gets the records of each law, from several threads at once.
void join_all(const DelegationLinks&, unsigned jobs,
              const std::function<void(const citations::LawEntry&,
                                       const std::vector<delegations::DelegationRecord>&)>& take);

}  // namespace indexer
