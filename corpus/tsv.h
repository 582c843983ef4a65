// SPDX-License-Identifier: GPL-2.0-or-later
// The tables of a knowledge base: tab-separated, one record a line, the columns named in the first
// two lines. A tab, a line break or a \ in a cell is written with a \.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace corpus {

void append_tsv_row(std::string& out, const std::vector<std::string>& cells);

// Calls `row` with the cells of each line behind `header`. Throws Error naming `where` and the line
// for another header, another number of cells, or a last line without its end.
void read_tsv(std::string_view tsv, std::string_view header, std::size_t columns,
              std::string_view where, const std::function<void(std::vector<std::string>&)>& row);

// What a cell holds of several words or of a number.
std::string join_words(const std::vector<std::string>& words);  // with one space between
std::vector<std::string> split_words(std::string_view cell);
std::size_t to_number(std::string_view cell);  // 0 for what is none

}  // namespace corpus
