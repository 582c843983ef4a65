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

namespace {

bool cites(const citations::ReferenceRecord& record, const corpus::Address& address) {
  return std::any_of(record.targets.begin(), record.targets.end(),
                     [&](const std::string& t) { return citations::concerns(t, address); });
}

}  // namespace

std::vector<citations::ReferenceRecord> find_citing(const indexer::KnowledgeBase& kb,
                                                    const corpus::Address& address,
                                                    const std::string& date) {
  std::vector<citations::ReferenceRecord> out;
  for (const std::string& id : laws_that_may_cite(kb, address)) {
    const auto* revisions = kb.revisions_of(id);
    if (revisions == nullptr) continue;
    for (citations::ReferenceRecord& record : kb.references(revisions->on(date))) {
      if (cites(record, address)) out.push_back(std::move(record));
    }
  }
  for (const prose::DocumentEntry& document : kb.documents()) {
    for (citations::ReferenceRecord& record : kb.references(document)) {
      if (cites(record, address)) out.push_back(std::move(record));
    }
  }
  return out;
}

const std::vector<citations::ReferenceRecord>& AwaitedProvisions::awaited_by(
    const std::string& law) {
  const auto known = awaited_by_.find(law);
  if (known != awaited_by_.end()) return known->second;
  auto& awaited = awaited_by_[law];
  if (const auto* revisions = kb_->revisions_of(law)) {
    awaited = kb_->references(revisions->on(date_));
    std::erase_if(awaited, [&](const citations::ReferenceRecord& r) {
      return r.status != to_string(citations::Status::not_in_force) || r.law == law;
    });
  }
  return awaited;
}

bool AwaitedProvisions::is_awaited(const corpus::Address& article) {
  const auto laws = laws_that_may_cite(*kb_, article);
  return std::any_of(laws.begin(), laws.end(), [&](const std::string& law) {
    const auto& awaited = awaited_by(law);
    return std::any_of(awaited.begin(), awaited.end(),
                       [&](const auto& record) { return cites(record, article); });
  });
}

bool AwaitedProvisions::contains(const corpus::Address& provision) {
  const auto article =
      std::find_if(provision.path.begin(), provision.path.end(),
                   [](const corpus::Segment& s) { return s.kind == corpus::SegmentKind::article; });
  if (article == provision.path.end()) return false;
  const corpus::Address whole{.law_id = provision.law_id, .revision = {}, .path = {*article}};
  const auto [answer, fresh] = answers_.try_emplace(to_string(whole), false);
  if (fresh) answer->second = is_awaited(whole);
  return answer->second;
}

}  // namespace query
