// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/citations/law_places.h"

#include <algorithm>

namespace citations {

using corpus::Ordinal;
using corpus::Provision;
using corpus::Segment;
using corpus::SegmentKind;

std::optional<SegmentKind> segment_kind(Unit unit) {
  switch (unit) {
    case Unit::part:
      return SegmentKind::part;
    case Unit::chapter:
      return SegmentKind::chapter;
    case Unit::section:
      return SegmentKind::section;
    case Unit::subsection:
      return SegmentKind::subsection;
    case Unit::division:
      return SegmentKind::division;
    case Unit::suppl:
      return SegmentKind::suppl;
    case Unit::table:
      return SegmentKind::table;
    case Unit::form:
      return SegmentKind::form;
    case Unit::appendix:
      return SegmentKind::appendix;
    case Unit::article:
      return SegmentKind::article;
    case Unit::paragraph:
      return SegmentKind::paragraph;
    case Unit::item:
      return SegmentKind::item;
    case Unit::subitem:
    case Unit::subitem2:
    case Unit::subitem3:
      return SegmentKind::subitem;
    case Unit::law:
    case Unit::row:
    case Unit::clause:
      return std::nullopt;
  }
  return std::nullopt;
}

LawPlaces::LawPlaces(const corpus::Law& law) : law_(&law) {
  for (std::uint32_t i = 0; i < law.provisions.size(); ++i) {
    if (law.provisions[i].segment.kind == SegmentKind::suppl) suppls_.push_back(i);
    if (law.provisions[i].segment.kind == SegmentKind::article) articles_.push_back(i);
  }
}

Place LawPlaces::at(std::uint32_t provision) const {
  Place place{provision, {}, false, {}};
  const auto suppl = law_->ancestor(provision, SegmentKind::suppl);
  if (!suppl) return place;
  place.suppl = static_cast<std::uint32_t>(*suppl);
  const Segment& segment = law_->provisions[*suppl].segment;
  if (!segment.amending_law.empty()) {
    place.amending = true;
    place.amending_law = segment.amending_law;
  } else if (*suppl != suppls_.front()) {
    // A later 附則 whose law the source does not name; the last one came with this revision.
    place.amending = true;
    if (*suppl == suppls_.back()) place.amending_law = law_->amended_by;
  }
  return place;
}

std::optional<std::uint32_t> LawPlaces::holder(std::uint32_t provision, Unit unit) const {
  const auto kind = segment_kind(unit);
  if (!kind) return std::nullopt;
  const auto found = law_->ancestor(provision, *kind);
  if (!found) return std::nullopt;
  return static_cast<std::uint32_t>(*found);
}

std::vector<Segment> LawPlaces::inside(std::uint32_t suppl, std::vector<Segment> path) const {
  const Provision& own = law_->provisions[suppl];
  const auto is_nameless = [](const Segment& s) {
    return s.kind == SegmentKind::suppl && s.amending_law.empty();
  };
  if (path.empty() || !is_nameless(path.front()) || !is_nameless(own.segment) ||
      own.segment.nth == 1)
    return path;
  path.front().nth = own.segment.nth;
  if (path.size() == 1) return path;
  for (std::uint32_t i = suppl + 1; i < own.end; i = law_->provisions[i].end) {
    const Segment& s = law_->provisions[i].segment;
    if (s.kind != path[1].kind || s.num != path[1].num) continue;
    path.front().nth = 1;
    path[1].nth = s.nth;
    break;
  }
  return path;
}

std::pair<std::uint32_t, std::uint32_t> LawPlaces::text_around(std::uint32_t provision) const {
  if (const auto suppl = law_->ancestor(provision, SegmentKind::suppl)) {
    return {static_cast<std::uint32_t>(*suppl), law_->provisions[*suppl].end};
  }
  return {0, static_cast<std::uint32_t>(law_->provisions.size())};
}

std::vector<std::uint32_t> LawPlaces::namesakes(std::uint32_t provision) const {
  const Provision& own = law_->provisions[provision];
  std::vector<std::uint32_t> out;
  if (own.segment.kind == SegmentKind::article) {
    const auto [begin, end] = text_around(provision);
    const bool in_suppl = law_->provisions[begin].segment.kind == SegmentKind::suppl;
    auto it = std::lower_bound(articles_.begin(), articles_.end(), begin);
    for (; it != articles_.end() && *it < end; ++it) {
      if (!in_suppl && law_->ancestor(*it, SegmentKind::suppl)) break;
      out.push_back(*it);
    }
    return out;
  }
  const bool at_top = own.parent == provision;
  const std::uint32_t begin = at_top ? 0 : own.parent + 1;
  const std::uint32_t end = at_top ? static_cast<std::uint32_t>(law_->provisions.size())
                                   : law_->provisions[own.parent].end;
  for (std::uint32_t i = begin; i < end; i = law_->provisions[i].end) {
    if (law_->provisions[i].segment.kind == own.segment.kind) out.push_back(i);
  }
  return out;
}

std::optional<std::vector<Segment>> LawPlaces::step(std::uint32_t provision, int count) const {
  std::vector<Segment> out = path(provision);
  if (out.empty()) return std::nullopt;
  Ordinal at = out.back().num;
  const auto siblings = namesakes(provision);
  std::vector<Ordinal> numbers;
  for (const std::uint32_t i : siblings) {
    const Segment& s = law_->provisions[i].segment;
    numbers.push_back(s.num);
    if (!s.last.empty()) numbers.push_back(s.last);
  }
  std::sort(numbers.begin(), numbers.end());
  for (; count < 0; ++count) {
    auto it = std::lower_bound(numbers.begin(), numbers.end(), at);
    const Ordinal before = it == numbers.begin() ? Ordinal{} : *std::prev(it);
    const int main = at.n[0];
    if (before.empty() || before.n[0] + 1 < main) {
      // What is missing is not in force, or left out of an extract; numbers have no other gaps.
      if (at.n[1] != 0) {
        at = Ordinal(static_cast<std::uint16_t>(main));
        continue;
      }
      if (main <= 1) return std::nullopt;
      at = Ordinal(static_cast<std::uint16_t>(main - 1));
    } else {
      at = before;
    }
  }
  for (; count > 0; --count) {
    const auto it = std::upper_bound(numbers.begin(), numbers.end(), at);
    const auto main = static_cast<std::uint16_t>(at.n[0] + 1);
    at = it != numbers.end() && it->n[0] <= main ? *it : Ordinal(main);
  }
  out.back().num = at;
  out.back().last = {};
  out.back().nth = 1;
  return out;
}

std::vector<Segment> LawPlaces::first_of_kind(std::uint32_t provision) const {
  std::vector<Segment> out = path(provision);
  const auto siblings = namesakes(provision);
  if (!siblings.empty()) out.back().num = law_->provisions[siblings.front()].segment.num;
  if (out.back().num.n[0] > 1) out.back().num = Ordinal(1);
  out.back().last = {};
  out.back().nth = 1;
  return out;
}

}  // namespace citations
