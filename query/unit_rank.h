// SPDX-License-Identifier: GPL-2.0-or-later
// Articles that answer a question put to `search`, best first: what they and the best of their
// provisions say of the question's words, and whether they are what is asked for.
//   「委員の任期は何年ですか」  ->  語 委員 任期・年数 …/a51
#pragma once

#include <string>
#include <vector>

#include "query/asked_units.h"
#include "query/open_index.h"
#include "query/question.h"

namespace query {

struct RankedUnit {
  AskedUnit unit;
  double score = 0;
  std::string reason;  // Japanese: what speaks for it
};

std::vector<RankedUnit> rank_units(OpenIndex&, const Question&, const UnitFilter&,
                                   std::size_t most);

}  // namespace query
