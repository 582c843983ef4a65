// SPDX-License-Identifier: GPL-2.0-or-later
// Reads a generated page back as strictly as it was written: every tag closed, every attribute in
// double quotes. What it finds wrong it lists.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace web_tests {

struct Page {
  std::vector<std::string> ids;
  std::vector<std::string> links;               // href, decoded
  std::map<std::string, std::string> own_text;  // provision's id -> the words in its class="t"
  std::set<std::string> elements;               // names used
  std::set<std::string> attributes;             // names used
  std::vector<int> headings;                    // levels in order
  std::string text;                             // all words
  std::vector<std::string> problems;            // of the markup
};
Page read_page(std::string_view html);

std::string percent_decoded(std::string_view text);

// U+3000, tab and line break: what layout may stand for.
std::string without_gaps(std::string_view text);

}  // namespace web_tests
