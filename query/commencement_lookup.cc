// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/commencement_lookup.h"

#include <algorithm>

#include "query/citing.h"

namespace query {
namespace {

std::string to_iso(const std::string& date) {
  if (date.size() != 8) return date;
  return date.substr(0, 4) + '-' + date.substr(4, 2) + '-' + date.substr(6, 2);
}

}  // namespace

std::vector<indexer::CommencementAnswer> find_commencement(const indexer::KnowledgeBase& kb,
                                                           const indexer::LawEntry& entry,
                                                           const corpus::Law& law,
                                                           const corpus::Address& address,
                                                           const std::string& date) {
  const auto all = kb.commencements(entry);
  auto answers = commencement_of(law, all, {}, address, to_iso(date));
  const bool open =
      std::any_of(answers.begin(), answers.end(), [](const auto& a) { return a.date.empty(); });
  if (!open) return answers;
  std::vector<indexer::StartDay> days;
  for (const std::string& id : laws_that_may_cite(kb, {.law_id = law.id})) {
    const auto* revisions = kb.revisions_of(id);
    if (revisions == nullptr || id == law.id) continue;
    for (indexer::StartDay& day : kb.start_days(revisions->on(date))) {
      if (day.of.law_id == law.id) days.push_back(std::move(day));
    }
  }
  if (days.empty()) return answers;
  return commencement_of(law, all, days, address, to_iso(date));
}

}  // namespace query
