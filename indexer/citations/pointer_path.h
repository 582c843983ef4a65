// SPDX-License-Identifier: GPL-2.0-or-later
// Paths of provisions built from the words of a pointer.
//   art(5) item(3)  ->  a5/p1/i3    第五条第三号 is in its only 項
//   chapter(8) art(42)  ->  a42     articles are numbered through the law
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "corpus/address.h"
#include "indexer/citations/citation.h"

namespace citations {

using Path = std::vector<corpus::Segment>;

inline constexpr std::string_view kUnknown = "unknown:";  // stands before a name nobody knows

std::uint32_t bit(Unit);
bool is_structural(Unit);  // 編 … 目
bool is_chapter_like(corpus::SegmentKind);
bool is_subitem(Unit);
bool is_top(Unit);  // what stands by itself: 第三条, 附則, 別表第一, 第二章
bool is_unknown(std::string_view law_id);

// How deep below 条 a segment or a word is.
int rank(const corpus::Segment&, const Path&, std::size_t index);
int rank(Unit);
// What is left of a path above that unit.
Path above(const Path&, Unit);
corpus::Segment segment_of(const Word&);
void append(Path&, const Word&);

}  // namespace citations
