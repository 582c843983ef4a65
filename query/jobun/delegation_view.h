// SPDX-License-Identifier: GPL-2.0-or-later
// What a provision leaves to orders and what it fills, in words a lawyer reads:
//   第四条第三項「主務省令で定める軽微なもの」 [507AC0000000042/a4/p3]
//     → …命令第三条第四項 [508M60000F5A004/a3/p4]
#pragma once

#include <string>
#include <vector>

#include "indexer/knowledge_base.h"
#include "query/jobun/verbs.h"

namespace jobun {

// `refs ADDRESS --kind delegation`: prints what the provisions leave to orders (`out`), with what
// those orders leave further down, and what they fill (`in`); returns how many.
std::size_t show_delegations(const Session&, const corpus::AddressRange&, const std::string& date,
                             bool out, bool in, const indexer::KnowledgeBase&);

// 「主務省令で定める事項」 → …命令第四条第三項 [508M60000F5A004/a4/p3]: what the provisions leave
// to orders and the provisions that fill it. Empty for a law as a whole.
std::vector<std::string> orders_of(const corpus::AddressRange&, const std::string& date,
                                   const indexer::KnowledgeBase&);

}  // namespace jobun
