// SPDX-License-Identifier: GPL-2.0-or-later
// Which words may stand together in a pointer, and which alone (EBNF in citation.h).
//   第三条 takes 第二項, but not 第四条; イ stands alone in 「イに掲げる」, not in 「イ座」
#pragma once

#include <string_view>

#include "indexer/citations/citation.h"

namespace citations {

// May it follow a law's name, or a noun like 協定?
bool opens_pointer(const Word&);
// May it be the pointer's next word?
bool takes(const Pointer&, const Word&);
// May イ or （１） be a citation by itself, or (`joined`) behind 及び?
bool stands_alone(std::string_view text, const Word&, bool joined);
// 「千九百五十三年立法第四十四号」, 「告示第五号」: do the words before it make a number of another
// kind of it?
bool is_tail_of_number(std::string_view before, const Word&);

}  // namespace citations
