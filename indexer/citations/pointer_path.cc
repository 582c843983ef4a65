// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/citations/pointer_path.h"

#include "indexer/citations/law_places.h"

namespace citations {

using corpus::Segment;
using corpus::SegmentKind;

std::uint32_t bit(Unit unit) { return 1u << static_cast<unsigned>(unit); }

bool is_structural(Unit unit) { return unit >= Unit::part && unit <= Unit::division; }
bool is_chapter_like(SegmentKind kind) {
  return kind >= SegmentKind::part && kind <= SegmentKind::division;
}
bool is_subitem(Unit unit) {
  return unit == Unit::subitem || unit == Unit::subitem2 || unit == Unit::subitem3;
}
bool is_top(Unit unit) { return unit <= Unit::article; }

bool is_unknown(std::string_view law_id) { return law_id.starts_with(kUnknown); }

int rank(const Segment& s, const Path& path, std::size_t index) {
  switch (s.kind) {
    case SegmentKind::paragraph:
      return 1;
    case SegmentKind::item:
      return 2;
    case SegmentKind::subitem: {
      int depth = 0;
      for (std::size_t i = 0; i <= index; ++i)
        depth += path[i].kind == SegmentKind::subitem ? 1 : 0;
      return 2 + depth;
    }
    default:
      return 0;
  }
}

int rank(Unit unit) {
  switch (unit) {
    case Unit::paragraph:
      return 1;
    case Unit::item:
      return 2;
    case Unit::subitem:
      return 3;
    case Unit::subitem2:
      return 4;
    case Unit::subitem3:
      return 5;
    case Unit::clause:
      return 9;
    default:
      return 0;
  }
}

Path above(const Path& path, Unit unit) {
  std::size_t keep = 0;
  while (keep < path.size() && rank(path[keep], path, keep) < rank(unit)) ++keep;
  return {path.begin(), path.begin() + static_cast<std::ptrdiff_t>(keep)};
}

Segment segment_of(const Word& word) {
  return {.kind = segment_kind(word.unit).value_or(SegmentKind::article),
          .num = word.number,
          .last = {},
          .amending_law = {},
          .each = word.relation == Relation::each};
}

// 第五条第三号 is in its only 項.
void append(Path& path, const Word& word) {
  const bool to_item = word.unit == Unit::item || is_subitem(word.unit);
  if (to_item && path.empty()) {  // 同令第三号: a law of one 項
    path.push_back({.kind = SegmentKind::paragraph,
                    .num = corpus::Ordinal(1),
                    .last = {},
                    .amending_law = {}});
  }
  if (to_item && !path.empty() &&
      (path.back().kind == SegmentKind::article || path.back().kind == SegmentKind::suppl)) {
    path.push_back({.kind = SegmentKind::paragraph,
                    .num = corpus::Ordinal(1),
                    .last = {},
                    .amending_law = {}});
  }
  // 第八章第四十二条 is 第四十二条: articles are numbered through the law.
  if (word.unit == Unit::article)
    std::erase_if(path, [](const Segment& s) { return is_chapter_like(s.kind); });
  path.push_back(segment_of(word));
}

}  // namespace citations
