// SPDX-License-Identifier: GPL-2.0-or-later
// A text taken apart by its brackets: what stands in a bracket is a level of its own, and the text
// around it reads on as if the bracket were not there. 「」 belongs to the level it stands in;
// brackets inside 「」 are quoted, not read.
//   「甲（乙（丙）丁）戊」  ->  [0] 甲戊   [1] 乙丁   [2] 丙
// Linear however deep the brackets nest.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/text.h"

namespace definitions {

struct TextLevel {
  std::string text;
  std::vector<std::uint32_t> at;    // place in the source of each byte, and of the end
  std::vector<std::uint32_t> cuts;  // places in `text` where a bracket was taken out
  int parent = -1;
  std::size_t where = 0;  // in the parent's text
  corpus::Span bracket;   // in the source, with its （ ）; level 0: the whole text

  corpus::Span source(corpus::Span own) const;
  // The place in `text` of a place in the source that belongs to this level.
  std::size_t place_of(std::size_t source_offset) const;
  bool has_cut_at(std::size_t own) const;
};

std::vector<TextLevel> read_levels(std::string_view text, const std::vector<corpus::Span>& quoted);

}  // namespace definitions
