// SPDX-License-Identifier: GPL-2.0-or-later
// Who, to whom, what, when: the phrases around the verb of a clause.
//   許可を受けた検査者又はその職にあった者は  ->  検査者 | その職にあった者
//   その旨を主務大臣及び知事に届け出          ->  recipients 主務大臣 | 知事, object その旨
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
// 委員は、主務大臣が任命する: 主務大臣.
std::optional<Range> agent_of(const NormText&, const NormSentence&, const NormClause&);

// The persons and bodies a topic names, each without its modifier clauses; empty for a thing.
// `acts`: the clause has an object, so that a noun nobody knows is taken for who acts.
std::vector<Range> bearers_in(const NormText&, Range topic, bool acts);

// What stands in the clause, shared phrases of the clauses before it included.
struct Roles {
  std::optional<Range> object;
  bool acts = false;  // the object is what something is done to (を), not about (について)
  std::vector<Range> recipients;
  std::optional<Range> trigger;
  std::optional<Range> deadline;
  std::optional<Range> manner;
  std::optional<Range> exception;
};
std::vector<Roles> roles_of(const NormText&, const NormSentence&);

}  // namespace norms
