// SPDX-License-Identifier: GPL-2.0-or-later
// What the printed title of an appendix calls it, whatever element holds it:
//   別表第一の二（第三条関係） -> table 1_2     第二号の三様式 -> form 2_3     別記 -> appendix, no
//   number
#pragma once

#include <string_view>

#include "corpus/address.h"

namespace corpus {

// `by_element`: what to call a title that says nothing of its own, 「（第七条関係）」.
Segment read_appendix_title(std::string_view title, SegmentKind by_element);

}  // namespace corpus
