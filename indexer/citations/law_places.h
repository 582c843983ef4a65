// SPDX-License-Identifier: GPL-2.0-or-later
// Where one stands in a law, and what is before and behind: 前条, 次項, この節.
//   places.at(i).paragraph      the 項 that holds provision i
//   places.step(article, -1)    前条, also across chapters; 第五条 before 第六条 even when 第五条
//   is
//                               not in force and so not there
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "corpus/law.h"
#include "indexer/citations/citation.h"

namespace citations {

struct Place {
  std::uint32_t provision = 0;
  std::optional<std::uint32_t> suppl;
  bool amending = false;     // in the 附則 of an amending law
  std::string amending_law;  // its id, [法令番号], or empty when the source does not say
};

class LawPlaces {
 public:
  explicit LawPlaces(const corpus::Law& law);

  const corpus::Law& law() const { return *law_; }
  Place at(std::uint32_t provision) const;

  // The provision of that unit which holds `provision`. 条 and 項 of a 附則 stay inside it.
  std::optional<std::uint32_t> holder(std::uint32_t provision, Unit unit) const;
  // `count` steps back (negative) or on from the path of `provision` among its own kind.
  std::optional<std::vector<corpus::Segment>> step(std::uint32_t provision, int count) const;
  // The first of its own kind: 前各号 begins here.
  std::vector<corpus::Segment> first_of_kind(std::uint32_t provision) const;
  std::vector<corpus::Segment> path(std::uint32_t provision) const {
    return law_->address(provision).path;
  }
  // A path into the 附則 at `suppl` as that 附則 names it: a source that does not say which law
  // made its later 附則 has several 附則第二条.
  std::vector<corpus::Segment> inside(std::uint32_t suppl, std::vector<corpus::Segment> path) const;
  // [begin, end) of the main provisions or the 附則 that holds `provision`.
  std::pair<std::uint32_t, std::uint32_t> text_around(std::uint32_t provision) const;

 private:
  std::vector<std::uint32_t> namesakes(std::uint32_t provision) const;

  const corpus::Law* law_;
  std::vector<std::uint32_t> suppls_;  // top provisions that are 附則
  std::vector<std::uint32_t> articles_;
};

std::optional<corpus::SegmentKind> segment_kind(Unit);

}  // namespace citations
