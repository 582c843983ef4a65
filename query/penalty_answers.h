// SPDX-License-Identifier: GPL-2.0-or-later
// The penalty provisions that answer 「…するとどうなりますか」: those of the duties found, and
// those that say the question's words themselves.
//   507AC0000000042/a83 「第六条の規定による命令に違反したとき…」, 二百万円以下の罰金, of a6
#pragma once

#include <string>
#include <vector>

#include "query/asked_units.h"
#include "query/norm_rank.h"
#include "query/who.h"

namespace query {

// `duties` are sorted, best first.
std::vector<NormHit> penalty_answers(OpenIndex&, NormRanker&, const std::vector<NormHit>& duties,
                                     const std::vector<AskedUnit>& punishing);

// 「…した者は、二年以下の拘禁刑又は百万円以下の罰金に処する。」 ->
// 二年以下の拘禁刑又は百万円以下の罰金; empty for a sentence that punishes nobody.
std::string punishment_in(std::string_view sentence);

}  // namespace query
