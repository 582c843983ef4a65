// SPDX-License-Identifier: GPL-2.0-or-later
// To whom: the persons before に, に対し, あて, and before と with whom one confers.
//   その旨を主務大臣及び知事に届け出  ->  主務大臣 | 知事
// に that says where, as what or since when names nobody (norm_words.h).
#pragma once

#include <string_view>
#include <vector>

#include "indexer/norms/norm_parser.h"
#include "indexer/norms/norm_text.h"

namespace norms {

// A clause in its sentence.
struct ClauseView {
  const NormText& text;
  const NormSentence& sentence;
  const NormClause& clause;
  std::u32string_view letters() const { return text.letters(); }
};

// Those that `piece` (of number `index`) names, behind those `found` before it.
std::vector<Range> recipients_in(const ClauseView&, Range piece, std::size_t index,
                                 std::vector<Range> found);

bool takes_no_recipient(const NormClause&);
bool is_officer(std::u32string_view noun);

}  // namespace norms
