// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/definitions/text_levels.h"

#include <algorithm>

#include "corpus/text_scan.h"

namespace definitions {

using corpus::Span;

Span TextLevel::source(Span own) const {
  const std::size_t begin = at[own.begin];
  // Not at[end]: a bracket that follows is no part of it.
  const std::size_t end = own.end > own.begin ? at[own.end - 1] + 1 : begin;
  return {begin, end};
}

std::size_t TextLevel::place_of(std::size_t offset) const {
  return static_cast<std::size_t>(std::lower_bound(at.begin(), at.end() - 1, offset) - at.begin());
}

bool TextLevel::has_cut_at(std::size_t own) const {
  return std::binary_search(cuts.begin(), cuts.end(), static_cast<std::uint32_t>(own));
}

std::vector<TextLevel> read_levels(std::string_view text, const std::vector<Span>& quoted) {
  constexpr std::string_view kOpen = "（";
  constexpr std::string_view kClose = "）";
  std::vector<Span> quotations = corpus::find_quotations(text);
  quotations.insert(quotations.end(), quoted.begin(), quoted.end());
  std::sort(quotations.begin(), quotations.end());
  std::vector<TextLevel> levels(1);
  levels[0].bracket = {0, text.size()};
  std::size_t now = 0;
  std::size_t quotation = 0;
  const auto add = [&](std::size_t begin, std::size_t end) {
    levels[now].text.append(text.substr(begin, end - begin));
    for (std::size_t i = begin; i < end; ++i)
      levels[now].at.push_back(static_cast<std::uint32_t>(i));
  };
  for (std::size_t i = 0; i < text.size();) {
    while (quotation < quotations.size() && quotations[quotation].end <= i) ++quotation;
    if (quotation < quotations.size() && quotations[quotation].begin <= i) {
      const Span q = quotations[quotation];
      const bool cell = std::find(quoted.begin(), quoted.end(), q) != quoted.end();
      if (!cell) add(i, q.end);
      i = q.end;
      continue;
    }
    const std::string_view rest = text.substr(i);
    if (rest.starts_with(kOpen)) {
      TextLevel inner;
      inner.parent = static_cast<int>(now);
      inner.where = levels[now].text.size();
      inner.bracket = {i, text.size()};
      levels[now].cuts.push_back(static_cast<std::uint32_t>(inner.where));
      now = levels.size();
      levels.push_back(std::move(inner));
      i += kOpen.size();
    } else if (rest.starts_with(kClose)) {
      if (levels[now].parent >= 0) {
        levels[now].at.push_back(static_cast<std::uint32_t>(i));
        levels[now].bracket.end = i + kClose.size();
        now = static_cast<std::size_t>(levels[now].parent);
      } else {
        add(i, i + kClose.size());  // never opened: a letter like any other
      }
      i += kClose.size();
    } else {
      std::size_t next = i;
      corpus::next_code_point(text, next);
      add(i, next);
      i = next;
    }
  }
  // What was never closed ends where the text ends.
  for (;; now = static_cast<std::size_t>(levels[now].parent)) {
    levels[now].at.push_back(static_cast<std::uint32_t>(text.size()));
    if (levels[now].parent < 0) break;
  }
  return levels;
}

}  // namespace definitions
