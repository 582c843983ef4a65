// SPDX-License-Identifier: GPL-2.0-or-later
// 新旧対照: two revisions of a law, unit by unit, with the changed words marked. Units that are the
// same in both are left out.
//   compare_words("七日以内に", "五日以内に") -> {{"七", "五"}, changed} {"日以内に"}
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/law.h"

namespace web {

// Runs in order: with `before` and `after` the same text, or one of them changed to the other.
struct ComparedRun {
  std::string before;
  std::string after;
  bool changed = false;
  bool operator==(const ComparedRun&) const = default;
};
std::vector<ComparedRun> compare_words(std::string_view before, std::string_view after);

struct Comparison {
  std::string html;       // of the pairs, old text beside new
  std::size_t units = 0;  // that differ
};
Comparison compare_laws(const corpus::Law& before, const corpus::Law& after);

}  // namespace web
