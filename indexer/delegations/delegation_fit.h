// SPDX-License-Identifier: GPL-2.0-or-later
// Whether what an order says fits what a law left to it: the instrument, the thing, the deed.
//   power 「主務省令で定める軽微なもの」, exercise 「法第三条の主務省令で定める軽微な変更は」  ->
//   score 70
#pragma once

#include <string_view>

#include "indexer/delegations/delegation.h"

namespace delegations {

// May an order with that id be such an instrument?
bool may_fill(Instrument, std::string_view order_id);
// 経済産業省令 is not filled by words that name the 国土交通省令. Old laws keep the names of
// ministries that are gone, so the law number decides nothing.
bool same_instrument(std::string_view power, std::string_view exercise);
// Does the id of an order of today's ministries carry the bits of those 「内閣府令・経済産業省令」
// names?
bool is_issuer(std::string_view instrument, std::string_view order_id);

// How well the thing an order speaks of fits what the words delegate; 0: it says nothing.
int score_of(const Power&, const Exercise&);
// How many letters what stands before both ends with alike: 「…技術の分野として」.
int common_ending(std::string_view, std::string_view);
// Does the clause behind 定めるところにより do what the procedure is about?
bool speaks_of(const Power&, const Exercise&);

bool is_placeholder(std::string_view noun);  // もの, 者, 場合
std::string_view last_kanji(std::string_view noun);

}  // namespace delegations
