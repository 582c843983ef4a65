// SPDX-License-Identifier: GPL-2.0-or-later
// Which of many terms are easily taken for each other: those that share most of their letters.
//   near_terms({重要電子計算機, 特定重要電子計算機, …}, compare, laws, …)[0]
//     ->  {1, shared 重要電子計算機, other 特定}
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace web {

struct TermDifference {
  std::string own;    // what only the first has besides what both share
  std::string other;  // what only the second has
  double likeness = 0;
};
using CompareTerms = std::function<TermDifference(std::string_view, std::string_view)>;

struct NearTerm {
  std::uint32_t term = 0;
  TermDifference difference;
};

struct TermInLaws {
  std::string key;
  std::vector<std::uint32_t> laws;  // that define it, sorted
};

// For each term the nearest `most`; those that a law defines beside it come first.
std::vector<std::vector<NearTerm>> near_terms(const std::vector<TermInLaws>&, const CompareTerms&,
                                              std::size_t most);

// 「特定」が加わる
std::string difference_text(const TermDifference&);

}  // namespace web
