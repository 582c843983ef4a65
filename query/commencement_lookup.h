// SPDX-License-Identifier: GPL-2.0-or-later
// Whether a provision is in force on a day, with the day that other texts in the knowledge base fix
// for it: an order that begins 「掲げる規定の施行の日（令和九年四月一日）」.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "indexer/knowledge_base.h"

namespace query {

// What is known of one law's beginning; to ask of many of its provisions.
struct CommencementTables {
  std::vector<norms::Commencement> own;
  std::vector<norms::StartDay> days;  // that other texts fix, where its own leave a day open
};
CommencementTables commencement_tables(const indexer::KnowledgeBase&, const citations::LawEntry&,
                                       const std::string& date);

// `law` is the text of `entry`, the revision in force on `date` (yyyymmdd) or the first to come.
std::vector<norms::CommencementAnswer> find_commencement(const indexer::KnowledgeBase&,
                                                         const citations::LawEntry& entry,
                                                         const corpus::Law& law,
                                                         const corpus::Address&,
                                                         const std::string& date);

// The days that texts in force on `date` fix for other laws, by the id of the law.
std::map<std::string, std::vector<norms::StartDay>> find_start_days(const indexer::KnowledgeBase&,
                                                                    const std::string& date);

}  // namespace query
