// SPDX-License-Identifier: GPL-2.0-or-later
// Finding the words of the penalty rules in a sentence.
//   at_role(「◇の規定に違反した」, behind ◇の規定, breach)  ->  に違反し
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "indexer/norms/penalty_rules.h"

namespace norms {

// Bytes of a sentence.
struct RoleHit {
  std::size_t begin = 0;
  std::size_t end = 0;
};

// The longest spelling of that role at `at`.
std::optional<RoleHit> at_role(std::string_view text, std::size_t at, PenaltyRole);
bool has_role(std::string_view text, PenaltyRole);
// How many bytes of such a spelling the text ends with.
std::size_t ends_with_role(std::string_view text, PenaltyRole);

}  // namespace norms
