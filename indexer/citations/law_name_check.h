// SPDX-License-Identifier: GPL-2.0-or-later
// What is wrong with the name and the number of a law as a citation writes them.
//   「刑法（明治二十九年法律第八十九号）第百条」  ->  title_number_disagree
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/citations/citation_check.h"

namespace citations {

struct WrittenLaw;

class LawNameChecker {
 public:
  // Must not outlive `basis`.
  explicit LawNameChecker(const CheckBasis& basis) : basis_(&basis) {}

  std::optional<CitationProblem> check(std::string_view text, const Reference&);

 private:
  using FoldedTitles = std::vector<std::pair<std::u32string, std::uint32_t>>;

  std::string_view title(std::string_view id) const { return basis_->library->title(id); }
  std::vector<std::string> ids_by_name(std::string_view name) const;
  std::string title_and_number(std::string_view id) const;
  std::optional<CitationProblem> check_number(const WrittenLaw&, const Reference&) const;
  std::optional<CitationProblem> check_unknown(const Reference&, const WrittenLaw&);
  const FoldedTitles& titles_of_length(std::size_t length);

  const CheckBasis* basis_;
  std::map<std::size_t, FoldedTitles> titles_;  // filled when first asked for
};

}  // namespace citations
