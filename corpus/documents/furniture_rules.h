// SPDX-License-Identifier: GPL-2.0-or-later
// What stands on pages and is no text: page numbers, running heads and feet, tables of contents.
//   "- 12 -"  ->  page number      "III. 推進体制 ……… 38"  ->  contents
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "corpus/documents/document_lines.h"

namespace documents {

struct FurnitureRule {
  std::string_view name;
  std::string_view pattern;  // N a number, _ white space or nothing, ~ any words, | parts choices
  Aside why;
  bool alone;  // needs no page's edge beside it
  std::string_view examples[3];
  std::string_view not_in[3];
};

std::span<const FurnitureRule> furniture_rules();
const FurnitureRule* find_furniture(std::string_view line);

// Gives such lines their role.
void mark_furniture(std::string_view flat, std::vector<DocumentLine>&);

}  // namespace documents
