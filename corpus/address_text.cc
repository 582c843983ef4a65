// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/address_text.h"

#include <algorithm>
#include <iterator>

#include "corpus/law_number.h"
#include "corpus/numerals.h"
#include "corpus/provision_words.h"

namespace corpus {
namespace {

using enum SegmentKind;

std::string digits(std::uint64_t value, NumberStyle style) {
  return style == NumberStyle::kanji ? to_kanji(value) : std::to_string(value);
}

std::string branches(const Ordinal& ordinal, NumberStyle style) {
  std::string out;
  for (std::size_t i = 1; i < Ordinal::kDepth && ordinal.n[i] != 0; ++i)
    out += "の" + digits(ordinal.n[i], style);
  return out;
}

bool has_branch(const Ordinal& ordinal) { return ordinal.n[1] != 0; }

// 第百六十八条の二; 168条の2, and 第2項 behind it, or the 2 would run on.
std::string unit_text(const ProvisionUnit& unit, const Ordinal& ordinal, NumberStyle style,
                      bool after_branch) {
  const bool with_dai = style == NumberStyle::kanji || after_branch;
  return (with_dai ? "第" : "") + digits(ordinal.n[0], style) + std::string(unit.name) +
         branches(ordinal, style);
}

// イ, then (1), then (i), by depth.
std::string subitem_text(const Ordinal& ordinal, std::size_t depth, NumberStyle style) {
  const std::uint64_t value = ordinal.n[0];
  std::string label;
  if (depth == 0) {
    label = to_iroha(value);
    if (label.empty()) label = '(' + std::to_string(value) + ')';
  } else if (depth == 1 || to_roman(value).empty()) {
    label = style == NumberStyle::kanji ? "（" + to_full_width(value) + "）"
                                        : '(' + std::to_string(value) + ')';
  } else {
    label =
        style == NumberStyle::kanji ? "（" + to_roman(value) + "）" : '(' + to_roman(value) + ')';
  }
  return label + branches(ordinal, style);
}

std::string_view attachment_name(SegmentKind kind) {
  switch (kind) {
    case table:
      return "別表";
    case form:
      return "様式";
    case appendix:
      return "付録";
    case preamble:
      return "前文";
    case contents:
      return "目次";
    default:
      return "制定文";
  }
}

std::string_view part_text(Part part) {
  switch (part) {
    case Part::main:
      return "本文";
    case Part::proviso:
      return "ただし書";
    case Part::first:
      return "前段";
    case Part::second:
      return "後段";
    case Part::chapeau:
      return "各号列記以外の部分";
    case Part::whole:
      break;
  }
  return {};
}

std::string suppl_text(const Segment& segment) {
  if (segment.amending_law.empty()) return "附則";
  std::string law = segment.amending_law;
  if (law.starts_with('[')) {
    law = law.substr(1, law.size() - 2);
  } else if (const auto number = law_number_of(law)) {
    law = to_string(*number);
  }
  return "附則（" + law + "）";
}

std::string attachment_text(const Segment& segment, NumberStyle style) {
  std::string out(attachment_name(segment.kind));
  if (!segment.num.empty())
    out += "第" + digits(segment.num.n[0], style) + branches(segment.num, style);
  return out;
}

std::string segment_text(const Segment& segment, std::size_t depth, NumberStyle style,
                         bool after_branch) {
  if (segment.kind == suppl) return suppl_text(segment);
  if (segment.kind == subitem) return subitem_text(segment.num, depth, style);
  const auto* unit = std::find_if(std::begin(kUnits), std::end(kUnits),
                                  [&](const ProvisionUnit& u) { return u.kind == segment.kind; });
  if (unit == std::end(kUnits)) return attachment_text(segment, style);
  if (segment.each) return "各" + std::string(unit->name);
  std::string out = unit_text(*unit, segment.num, style, after_branch);
  if (!segment.last.empty()) {
    out += "から" + unit_text(*unit, segment.last, style, false) + "まで";
  }
  return out;
}

// The path from segment `from` on.
std::string path_text(const Address& address, std::size_t from, NumberStyle style) {
  std::string out;
  std::size_t depth = 0;
  bool after_branch = false;
  for (std::size_t i = 0; i < address.path.size(); ++i) {
    const Segment& segment = address.path[i];
    if (i >= from) out += segment_text(segment, depth, style, after_branch && i > from);
    if (i >= from && segment.nth > 1) out += "（" + digits(segment.nth, style) + "つ目）";
    if (segment.kind == subitem) ++depth;
    after_branch = has_branch(segment.num);
  }
  return out.append(part_text(address.part));
}

}  // namespace

std::string to_japanese(const Address& address, NumberStyle style, std::string_view title) {
  return std::string(title) + path_text(address, 0, style);
}

std::string to_japanese(const AddressRange& range, NumberStyle style, std::string_view title) {
  std::string out = to_japanese(range.first, style, title);
  if (!range.last) return out;
  // 第三条第一項から第三項まで: what both have stands once.
  const auto& a = range.first.path;
  const auto& b = range.last->path;
  const auto same = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
  auto from = static_cast<std::size_t>(same.first - a.begin());
  if (from == b.size() && from > 0) --from;
  return out + "から" + path_text(*range.last, from, style) + "まで";
}

}  // namespace corpus
