// SPDX-License-Identifier: GPL-2.0-or-later
// The sentences of a text that hold most of what was asked, with the matches marked.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/analysis/analyzer.h"

namespace query {

struct Snippet {
  std::string text;                  // « and » around matches, … where sentences were left out
  std::vector<std::string> matched;  // each once, in the order of the text
};

// What counts as a match: words side by side, in index terms, and beginnings of readings.
struct Wanted {
  std::set<std::vector<std::string>> phrases;
  std::set<std::string> readings;
};

// A text without any match gives its first sentence.
Snippet make_snippet(std::string_view text, const Wanted&, analysis::Analyzer&);

}  // namespace query
