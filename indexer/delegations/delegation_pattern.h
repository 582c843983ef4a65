// SPDX-License-Identifier: GPL-2.0-or-later
// A pattern of delegation_rules.h compiled, and what it finds at a place of a text.
//   {機関}で{定}{物} at 「政令で定める水門は」  ->  instrument 政令, thing 水門
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "corpus/text.h"
#include "indexer/delegations/delegation_rules.h"
#include "indexer/delegations/instruments.h"

namespace delegations {

struct PatternNode {
  const DelegationPiece* piece = nullptr;  // null: `letters`
  std::string_view letters;
  bool optional = false;
};
// Throws Error for a piece that the table has not.
std::vector<PatternNode> compile(std::string_view pattern);

// What a pattern found on its way.
struct Found {
  std::optional<InstrumentSpan> instrument;
  corpus::Span thing;
  corpus::Span gap;  // the first of them
  std::size_t gap_node = SIZE_MAX;
  std::size_t end = 0;
};
std::optional<Found> match_pattern(const std::vector<PatternNode>&, std::string_view text,
                                   std::size_t at, const std::vector<InstrumentSpan>&);

// 、 。 brackets and the like: no gap goes beyond them.
bool stops_gap(char32_t);
// The は of 又は and the に of 並びに.
bool joins_nouns(std::string_view text, std::size_t at);

}  // namespace delegations
