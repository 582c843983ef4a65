// SPDX-License-Identifier: GPL-2.0-or-later
// What a person types into a search, taken apart.
//   報告|届出 「原因となり得る」 -罰則   ->   (報告 | 届出) AND "原因となり得る" AND NOT 罰則
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace query {

struct Word {
  std::string text;
  bool exact = false;  // in quotes: these words in this order
};

struct Clause {
  std::vector<Word> any_of;
  bool excluded = false;
};

// Brackets of quotes may be " " “ ” 「 」; the operators | - may be full width. Throws nothing: an
// operator with nothing to work on is a word like any other.
std::vector<Clause> parse_query_text(std::string_view);

// One line, as above; for --explain and tests.
std::string to_string(const std::vector<Clause>&);

// Nothing in it that only a search can mean: 「」 for these very words, | and -.
bool is_plain(const Clause&);

}  // namespace query
