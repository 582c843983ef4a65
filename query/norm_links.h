// SPDX-License-Identifier: GPL-2.0-or-later
// What hangs on a norm: the penalties for its breach, and what orders say in detail.
//   強化法5条1項  ->  penalties 83条 …  delegations 主務省令で定めるところにより -> 命令4条
#pragma once

#include <vector>

#include "corpus/address.h"
#include "indexer/knowledge_base.h"
#include "indexer/penalty.h"

namespace query {

struct NormLinks {
  std::vector<indexer::Penalty> penalties;
  std::vector<indexer::DelegationRecord> delegations;  // those that give
};

// The tables of one revision; the penalties of a knowledge base that has no table of them are none.
NormLinks links_of(const indexer::KnowledgeBase&, const indexer::LawEntry&);
NormLinks links_of(const NormLinks& law, const corpus::Address& norm);

}  // namespace query
