// SPDX-License-Identifier: GPL-2.0-or-later
// A norm and the chain behind it, for people: one line each for who, what, when, since when, what
// orders add, what is read otherwise, and the penalties.
//    1. ［義務］水門管理者 → 国土交通大臣
//       期限　　速やかに
//       罰則　　五十万円以下の罰金（第五条）
#pragma once

#include <cstddef>
#include <iosfwd>
#include <string>
#include <vector>

#include "query/who.h"

namespace jobun {

// `kb` names the laws of the orders.
void print_norm(const query::NormHit&, const indexer::KnowledgeBase& kb, std::size_t rank,
                std::ostream&);
void print_norms_markdown(const std::vector<query::NormHit>&, std::ostream&);

}  // namespace jobun
