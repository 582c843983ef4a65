// SPDX-License-Identifier: GPL-2.0-or-later
// What cites a provision, over the whole knowledge base.
#pragma once

#include <map>
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

// Provisions a law on hand lacks that other laws cite as not yet in force: those laws are newer
// than its text. Asked many times, it reads the table of each citing law once.
class AwaitedProvisions {
 public:
  AwaitedProvisions(const indexer::KnowledgeBase& kb, std::string date)
      : kb_(&kb), date_(std::move(date)) {}

  // The article that holds the provision is awaited; nothing outside an article is.
  bool contains(const corpus::Address&);

 private:
  const std::vector<citations::ReferenceRecord>& awaited_by(const std::string& law);
  bool is_awaited(const corpus::Address& article);

  const indexer::KnowledgeBase* kb_;
  std::string date_;
  std::map<std::string, std::vector<citations::ReferenceRecord>> awaited_by_;
  std::map<std::string, bool> answers_;
};

}  // namespace query
