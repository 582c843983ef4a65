// SPDX-License-Identifier: GPL-2.0-or-later
// `refs ADDRESS --impact`: what depends on a provision, directly or through others, and by which
// way.
//   第四条第一項 [507AC…/a4/p1]  第二条第三項 ←用語「特別…」
#pragma once

#include <string>

#include "indexer/knowledge_base.h"
#include "query/jobun/verbs.h"

namespace jobun {

// Prints all within `depth` steps of the provision, at most `limit`, and returns how many; says on
// stderr when there is more.
std::size_t show_impact(const Session&, const corpus::Address&, const std::string& date,
                        unsigned depth, std::size_t limit, const indexer::KnowledgeBase&);

}  // namespace jobun
