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

// Days that other texts fix for the law or its parts.
std::vector<norms::StartDay> days_for(const indexer::KnowledgeBase& kb, const std::string& law_id,
                                      const std::string& date) {
  std::vector<norms::StartDay> days;
  for (const std::string& id : laws_that_may_cite(kb, {.law_id = law_id})) {
    const auto* revisions = kb.revisions_of(id);
    if (revisions == nullptr || id == law_id) continue;
    for (norms::StartDay& day : kb.start_days(revisions->on(date))) {
      if (day.of.law_id == law_id) days.push_back(std::move(day));
    }
  }
  return days;
}

}  // namespace

CommencementTables commencement_tables(const indexer::KnowledgeBase& kb,
                                       const citations::LawEntry& entry, const std::string& date) {
  CommencementTables out{.own = kb.commencements(entry), .days = {}};
  if (std::any_of(out.own.begin(), out.own.end(), [](const auto& c) { return c.date.empty(); }))
    out.days = days_for(kb, entry.id, date);
  return out;
}

std::vector<norms::CommencementAnswer> find_commencement(const indexer::KnowledgeBase& kb,
                                                         const citations::LawEntry& entry,
                                                         const corpus::Law& law,
                                                         const corpus::Address& address,
                                                         const std::string& date) {
  if (!law.find(address.path)) {
    // Its chapter is told by a later text that has it.
    for (const citations::LawEntry* later : kb.revisions_of(law.id)->all()) {
      if (later->revision <= entry.revision || later->revision <= date) continue;
      const corpus::Law text = kb.load(*later);
      if (text.find(address.path)) return find_commencement(kb, *later, text, address, date);
    }
  }
  const CommencementTables tables = commencement_tables(kb, entry, date);
  return commencement_of(law, tables.own, tables.days, address, to_iso(date));
}

std::map<std::string, std::vector<norms::StartDay>> find_start_days(
    const indexer::KnowledgeBase& kb, const std::string& date) {
  std::map<std::string, std::vector<norms::StartDay>> out;
  for (const auto& [id, revisions] : kb.revisions()) {
    for (norms::StartDay& day : kb.start_days(revisions.on(date))) {
      if (day.of.law_id != id) out[day.of.law_id].push_back(std::move(day));
    }
  }
  return out;
}

}  // namespace query
