// SPDX-License-Identifier: GPL-2.0-or-later
// Who acts: the topic of a clause, or the one who stands before が.
//   許可を受けた検査者又はその職にあった者は  ->  検査者 | その職にあった者
//   委員は、主務大臣が任命する                ->  topic 委員, agent 主務大臣
#pragma once

#include <optional>
#include <vector>

#include "indexer/norms/norm_parser.h"
#include "indexer/norms/norm_text.h"

namespace norms {

// The noun phrase before は (or が, where it names who acts), with its modifiers.
struct Topic {
  Range range;
  std::size_t piece = 0;
};
std::optional<Topic> topic_of(const NormText&, const NormSentence&, const NormClause&);
// 委員は、主務大臣が任命する: 主務大臣. 市長も行うことができる: 市長.
std::optional<Range> agent_of(const NormText&, const NormSentence&, const NormClause&);

// The persons and bodies a topic names, each without its modifier clauses; empty for a thing.
// `acts`: the clause has an object, so that 施設 or もの is taken for who acts.
std::vector<Range> bearers_in(const NormText&, Range topic, bool acts);

}  // namespace norms
