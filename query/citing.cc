// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/citing.h"

#include <xapian.h>

#include <algorithm>
#include <set>

#include "corpus/error.h"
#include "indexer/analysis/spelling.h"
#include "indexer/search_schema.h"

namespace query {

std::set<std::string> laws_that_may_cite(const indexer::KnowledgeBase& kb,
                                         const corpus::Address& address) {
  std::set<std::string> laws;
  try {
    Xapian::Database database;
    for (const auto& path : kb.search_databases())
      database.add_database(Xapian::Database(path.string()));
    const std::string prefix(indexer::prefix_of("cites"));
    for (const std::string& name : citations::look_up_names(address)) {
      const std::string term = prefix + analysis::bounded_term(name);
      for (auto posting = database.postlist_begin(term); posting != database.postlist_end(term);
           ++posting) {
        const std::string data = database.get_document(*posting).get_value(indexer::kValueLaw);
        if (!data.empty()) laws.insert(data);
      }
    }
  } catch (const Xapian::Error& e) {
    throw corpus::Error("検索データベースを読めません（" + e.get_msg() + "）", kb.folder().string(),
                        "jobun index で作り直してください");
  }
  return laws;
}

std::vector<citations::ReferenceRecord> find_citing(const indexer::KnowledgeBase& kb,
                                                    const corpus::Address& address,
                                                    const std::string& date) {
  std::vector<citations::ReferenceRecord> out;
  for (const std::string& id : laws_that_may_cite(kb, address)) {
    const auto* revisions = kb.revisions_of(id);
    if (revisions == nullptr) continue;
    for (citations::ReferenceRecord& record : kb.references(revisions->on(date))) {
      const bool cites =
          std::any_of(record.targets.begin(), record.targets.end(),
                      [&](const std::string& t) { return citations::concerns(t, address); });
      if (cites) out.push_back(std::move(record));
    }
  }
  for (const prose::DocumentEntry& document : kb.documents()) {
    for (citations::ReferenceRecord& record : kb.references(document)) {
      const bool cites =
          std::any_of(record.targets.begin(), record.targets.end(),
                      [&](const std::string& t) { return citations::concerns(t, address); });
      if (cites) out.push_back(std::move(record));
    }
  }
  return out;
}

}  // namespace query
