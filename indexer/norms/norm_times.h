// SPDX-License-Identifier: GPL-2.0-or-later
// By when: the phrase of time of a clause.
//   事故を知った後、速やかに、…  ->  事故を知った後、速やかに
//   作成の日から五年間保存し      ->  作成の日から五年間 (only of what is kept)
#pragma once

#include <optional>

#include "indexer/norms/norm_recipients.h"

namespace norms {

// The deadline as `piece` (of number `index`) leaves it, after that of the pieces before.
std::optional<Range> deadline_after(const ClauseView&, Range piece, std::size_t index,
                                    std::optional<Range> before);

// 速やかに, あらかじめ: a piece that is nothing but an adverb of time.
bool is_adverb_of_time(std::u32string_view words);

}  // namespace norms
