// SPDX-License-Identifier: GPL-2.0-or-later
// Does a sentence go on in the next line? By what the first line ends with, what the second begins
// with, and, where a page's width broke the lines, whether the first one is full.
//   「水門の管理に」「係る費用は」 -> yes       「水門の種類」「堰を持つ水路」 -> no
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace documents {

// Two lines with nothing between them. `full` where the first reaches the page's width.
bool goes_on_in_next_line(std::string_view before, std::string_view after, bool full);

// Two paragraphs parted by blank lines, page numbers or notes. `page_end` where a page surely ends
// between them.
bool goes_on_over_gap(std::string_view before, std::string_view after, bool page_end, bool full);

// 「、」「及び」「…に係る」: no sentence ends so.
bool ends_amid_sentence(std::string_view text);
// 「を」「に係る」「の調整」: no sentence begins so.
bool begins_amid_sentence(std::string_view text);

}  // namespace documents
