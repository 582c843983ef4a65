// SPDX-License-Identifier: GPL-2.0-or-later
// What the words behind a list of citations say it is cited for, one row each.
//   「第三条及び第五条」+「において準用する場合を含む」  ->  application
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "indexer/citations/citation.h"

namespace citations {

struct PurposeRule {
  Purpose purpose = Purpose::plain;
  std::vector<std::string_view> heads;  // what follows begins with one of them
  std::vector<std::string_view> examples;
  std::vector<std::string_view> not_in;
};

// In order: the first that fits counts.
std::span<const PurposeRule> purpose_rules();

Purpose purpose_of(std::string_view behind);

}  // namespace citations
