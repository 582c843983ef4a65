// SPDX-License-Identifier: GPL-2.0-or-later
// How a 附則 names a day, one row each: {piece} is a span of time (一年六月) or a date.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "indexer/norms/commencement.h"

namespace norms {

struct StartExample {
  std::string_view text;
  std::string_view printed;  // kind date ..latest, for a law of 2025-05-23
};

struct StartRule {
  std::string_view name;
  StartKind kind = StartKind::unknown;
  std::vector<std::string_view> all_of;  // every one stands in the words of the day
  bool whole = false;                    // the words are nothing else
  std::vector<StartExample> examples;
  std::vector<std::string_view> not_in;
  std::string_view source;
};

std::span<const StartRule> start_rules();  // the first that fits is taken

// The words of the day; `promulgated` as yyyy-mm-dd.
Commencement read_start(std::string_view words, std::string_view promulgated);

}  // namespace norms
