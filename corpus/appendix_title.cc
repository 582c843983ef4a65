// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/appendix_title.h"

#include <algorithm>
#include <utility>

#include "corpus/numerals.h"
#include "corpus/text.h"

namespace corpus {
namespace {

// Read in this order: 別表第一号様式 is a form.
constexpr std::pair<std::string_view, SegmentKind> kWords[] = {
    {"様式", SegmentKind::form},     {"書式", SegmentKind::form},
    {"別表", SegmentKind::table},    {"別記", SegmentKind::appendix},
    {"付録", SegmentKind::appendix}, {"附録", SegmentKind::appendix},
    {"別図", SegmentKind::appendix}, {"付図", SegmentKind::appendix},
    {"付表", SegmentKind::table},
};

// May stand between a number and its branch: 第二号の三様式, 第二号様式の三.
constexpr std::string_view kBetween[] = {"号", "様式", "書式", "表"};

std::string_view name_part(std::string_view title) {
  return title.substr(0, std::min({title.find("（"), title.find('('), title.find("\u3000")}));
}

}  // namespace

Segment read_appendix_title(std::string_view title, SegmentKind by_element) {
  const std::string_view name = name_part(trim(title));
  Segment segment{.kind = by_element};
  for (const auto& [word, kind] : kWords) {
    if (name.find(word) != std::string_view::npos) {
      segment.kind = kind;
      break;
    }
  }
  std::size_t depth = 0;
  for (std::size_t at = 0; at < name.size() && depth < Ordinal::kDepth;) {
    std::string_view rest = name.substr(at);
    const auto number = read_number(rest);
    if (!number || number->value == 0 || number->value > UINT16_MAX) {
      if (depth > 0) break;
      next_code_point(name, at);
      continue;
    }
    segment.num.n[depth++] = static_cast<std::uint16_t>(number->value);
    at += number->length;
    for (bool skipped = true; skipped;) {
      skipped = false;
      for (const std::string_view word : kBetween) {
        if (name.substr(at).starts_with(word)) at += word.size(), skipped = true;
      }
    }
    if (!name.substr(at).starts_with("の")) break;
    at += std::string_view("の").size();
  }
  return segment;
}

}  // namespace corpus
