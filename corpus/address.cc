// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/address.h"

#include <algorithm>
#include <charconv>
#include <utility>

namespace corpus {
namespace {

using enum SegmentKind;

struct SegmentName {
  SegmentKind kind;
  std::string_view prefix;
  bool numbered;  // may carry a number
};

// Longest prefix first where one begins another (pt/pre/p, app/a, ss/se/s, sup/s).
constexpr SegmentName kSegments[] = {
    {enactment, "enact", false}, {contents, "toc", false}, {preamble, "pre", false},
    {form, "form", true},        {appendix, "app", true},  {table, "tab", true},
    {suppl, "sup", false},       {part, "pt", true},       {chapter, "ch", true},
    {section, "se", true},       {subsection, "ss", true}, {division, "dv", true},
    {article, "a", true},        {paragraph, "p", true},   {item, "i", true},
    {subitem, "s", true},
};

constexpr std::pair<Part, std::string_view> kParts[] = {
    {Part::main, "main"},     {Part::proviso, "proviso"}, {Part::first, "first"},
    {Part::second, "second"}, {Part::chapeau, "chapeau"},
};

// A number as written by to_string: no sign, no leading zero, not 0.
std::optional<std::uint16_t> parse_number(std::string_view text) {
  std::uint16_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size() || text.front() == '0') {
    return std::nullopt;
  }
  return value;
}

bool may_be_unnumbered(SegmentKind kind) {
  return kind == table || kind == form || kind == appendix;
}

bool is_law_id(std::string_view s) {
  return s.size() == 15 && std::all_of(s.begin(), s.end(), [](char c) {
           return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z');
         });
}

bool is_date(std::string_view s) {
  return s.size() == 8 &&
         std::all_of(s.begin(), s.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// The [法令番号] form stands where an amending law has no id: anything but what separates segments.
bool is_amending_law(std::string_view s) {
  if (is_law_id(s)) return true;
  return s.size() > 2 && s.front() == '[' && s.back() == ']' &&
         s.find_first_of("[]/:~ ", 1) == s.size() - 1;
}

}  // namespace

std::string to_string(const Ordinal& ordinal) {
  std::string out;
  for (std::size_t i = 0; i < Ordinal::kDepth && ordinal.n[i] != 0; ++i) {
    if (i > 0) out += '_';
    out += std::to_string(ordinal.n[i]);
  }
  return out;
}

std::optional<Ordinal> parse_ordinal(std::string_view text) {
  Ordinal ordinal;
  for (std::size_t i = 0; i < Ordinal::kDepth; ++i) {
    const std::size_t bar = text.find('_');
    const std::string_view number = text.substr(0, bar);
    if (number.empty()) return std::nullopt;
    const auto value = parse_number(number);
    if (!value) return std::nullopt;
    ordinal.n[i] = *value;
    if (bar == std::string_view::npos) return ordinal;
    text.remove_prefix(bar + 1);
  }
  return std::nullopt;
}

std::string_view to_string(Part part) {
  const auto* row = std::find_if(std::begin(kParts), std::end(kParts),
                                 [&](const auto& p) { return p.first == part; });
  return row == std::end(kParts) ? std::string_view{} : row->second;
}

std::optional<Part> parse_part(std::string_view text) {
  const auto* row = std::find_if(std::begin(kParts), std::end(kParts),
                                 [&](const auto& p) { return p.second == text; });
  if (row == std::end(kParts)) return std::nullopt;
  return row->first;
}

std::string to_string(const Segment& segment) {
  const auto* row = std::find_if(std::begin(kSegments), std::end(kSegments),
                                 [&](const auto& s) { return s.kind == segment.kind; });
  std::string out(row->prefix);
  if (segment.each) return out + '*';
  out += to_string(segment.num);
  if (!segment.last.empty()) out += ':' + to_string(segment.last);
  if (!segment.amending_law.empty()) out += '-' + segment.amending_law;
  if (segment.nth > 1) out += '~' + std::to_string(segment.nth);
  return out;
}

std::optional<Segment> parse_segment(std::string_view text) {
  const auto* row = std::find_if(std::begin(kSegments), std::end(kSegments),
                                 [&](const auto& s) { return text.starts_with(s.prefix); });
  if (row == std::end(kSegments)) return std::nullopt;
  Segment segment{.kind = row->kind};
  std::string_view rest = text.substr(row->prefix.size());
  if (const std::size_t tilde = rest.rfind('~'); tilde != std::string_view::npos) {
    if (tilde + 1 == rest.size()) return std::nullopt;
    const auto nth = parse_number(rest.substr(tilde + 1));
    if (!nth || *nth < 2) return std::nullopt;
    segment.nth = *nth;
    rest = rest.substr(0, tilde);
  }
  if (row->kind == suppl && rest.starts_with('-')) {
    if (!is_amending_law(rest.substr(1))) return std::nullopt;
    segment.amending_law = rest.substr(1);
    return segment;
  }
  if (rest.empty()) {
    if (row->numbered && !may_be_unnumbered(row->kind)) return std::nullopt;
    return segment;
  }
  if (!row->numbered) return std::nullopt;
  if (rest == "*") {
    segment.each = true;
    return segment;
  }
  const std::size_t colon = rest.find(':');
  const auto num = parse_ordinal(rest.substr(0, colon));
  if (!num) return std::nullopt;
  segment.num = *num;
  if (colon != std::string_view::npos) {
    const auto last = parse_ordinal(rest.substr(colon + 1));
    if (!last) return std::nullopt;
    segment.last = *last;
  }
  return segment;
}

bool Address::contains(const Address& other) const {
  return law_id == other.law_id && (revision.empty() || revision == other.revision) &&
         path.size() <= other.path.size() &&
         std::equal(path.begin(), path.end(), other.path.begin()) &&
         (part == Part::whole || (path.size() == other.path.size() && part == other.part));
}

std::string to_string(const Address& address) {
  std::string out = address.law_id;
  if (!address.revision.empty()) out += '@' + address.revision;
  for (const Segment& segment : address.path) out += '/' + to_string(segment);
  if (address.part != Part::whole) out += ':' + std::string(to_string(address.part));
  return out;
}

std::string to_string(const AddressRange& range) {
  return range.last ? to_string(range.first) + ".." + to_string(*range.last)
                    : to_string(range.first);
}

std::optional<Address> parse_address(std::string_view text) {
  Address address;
  // A part is letters behind the last colon; the colon of a3:5 is followed by a digit.
  if (const std::size_t colon = text.rfind(':');
      colon != std::string_view::npos && text.find('/', colon) == std::string_view::npos) {
    if (const auto found = parse_part(text.substr(colon + 1))) {
      address.part = *found;
      text = text.substr(0, colon);
    }
  }
  std::size_t slash = text.find('/');
  std::string_view law = text.substr(0, slash);
  if (const std::size_t at = law.find('@'); at != std::string_view::npos) {
    if (!is_date(law.substr(at + 1))) return std::nullopt;
    address.revision = law.substr(at + 1);
    law = law.substr(0, at);
  }
  if (!is_law_id(law)) return std::nullopt;
  address.law_id = law;
  while (slash != std::string_view::npos) {
    text.remove_prefix(slash + 1);
    slash = text.find('/');
    auto segment = parse_segment(text.substr(0, slash));
    if (!segment) return std::nullopt;
    address.path.push_back(*std::move(segment));
  }
  return address;
}

std::optional<AddressRange> parse_address_range(std::string_view text) {
  const std::size_t dots = text.find("..");
  auto first = parse_address(text.substr(0, dots));
  if (!first) return std::nullopt;
  AddressRange range{*std::move(first), std::nullopt};
  if (dots != std::string_view::npos) {
    auto last = parse_address(text.substr(dots + 2));
    if (!last) return std::nullopt;
    range.last = *std::move(last);
  }
  return range;
}

std::string to_anchor(const Address& address) {
  std::string out;
  for (const Segment& segment : address.path) {
    if (!out.empty()) out += '-';
    out += to_string(segment);
  }
  if (address.part != Part::whole) out += ':' + std::string(to_string(address.part));
  return out;
}

}  // namespace corpus
