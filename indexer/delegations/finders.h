// SPDX-License-Identifier: GPL-2.0-or-later
// The two halves of find_delegations: what a law leaves to others, and what it fills itself.
#pragma once

#include <vector>

#include "indexer/delegations/delegation.h"
#include "indexer/delegations/delegation_reading.h"

namespace delegations {

std::vector<Power> find_powers(const LawReading&);
std::vector<Exercise> find_exercises(const LawReading&);

}  // namespace delegations
