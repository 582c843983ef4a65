// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>

#include "indexer/delegations/delegation.h"
#include "indexer/delegations/finders.h"

namespace delegations {

int rank_of(std::string_view law_id) {
  constexpr std::size_t kType = 3;  // behind the era and year: 507AC…
  const std::string_view type = law_id.substr(std::min(kType, law_id.size()));
  if (type.starts_with("AC") || type.starts_with("CONSTITUTION")) return 3;
  if (type.starts_with("CO") || type.starts_with("IO")) return 2;
  if (type.starts_with("M") || type.starts_with("R")) return 1;
  return type.starts_with("DF") || type.starts_with("DH") || type.starts_with("DT") ? 3 : 0;
}

LawDelegations find_delegations(const corpus::Law& law,
                                const std::vector<citations::Reference>& references) {
  const LawReading reading(law, references);
  return {find_powers(reading), find_exercises(reading)};
}

}  // namespace delegations
