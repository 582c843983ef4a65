// SPDX-License-Identifier: GPL-2.0-or-later
// What cites a provision, over the whole knowledge base.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "corpus/address.h"
#include "indexer/knowledge_base.h"

namespace query {

// References in the texts in force on `date` (yyyymmdd) whose target reaches the provision: the
// provision itself, a part of it, what it is a part of, or a range that holds it. In the order of
// laws and text, then those in strategy papers and commentary (`from` is doc:…). Throws Error when
// the databases cannot be read.
std::vector<citations::ReferenceRecord> find_citing(const indexer::KnowledgeBase&,
                                                    const corpus::Address&,
                                                    const std::string& date);

// Ids of the laws with a unit that may cite it; the tables of these tell exactly.
std::set<std::string> laws_that_may_cite(const indexer::KnowledgeBase&, const corpus::Address&);

}  // namespace query
