// SPDX-License-Identifier: GPL-2.0-or-later
// Whose meaning a definition takes over.
//   「検査機器（水路法第九条に規定する検査機器をいう。）」       -> 水路法/a9
//   「前条に規定する業務（以下「検査業務」という。）」           -> the article before
#pragma once

#include <optional>
#include <string_view>

#include "corpus/address.h"
#include "indexer/citations/reference.h"
#include "indexer/definitions/scope_phrase.h"
#include "indexer/definitions/text_levels.h"

namespace definitions {

// The only provision it points at; none when there are several, or it is a whole law.
std::optional<corpus::Address> single_target(const citations::Reference&);

// Of a meaning (a span of the level's text) that is nothing but 「○○法第二条第一項に規定する甲」,
// 「それぞれ…に規定する甲、乙又は丙」.
std::optional<corpus::Address> import_of(const TextLevel&, corpus::Span meaning,
                                         std::string_view term, const ProvisionReferences&);

// Of what stands before 「（以下「乙」という。）」 at `end`: the pinpoint whose word is renamed.
const citations::Reference* renamed_from(const TextLevel&, std::size_t end, std::string_view term,
                                         const ProvisionReferences&);

// The pinpoint of 「第三条第一項に規定する」 that ends at `end`.
const citations::Reference* place_before(const TextLevel&, std::size_t end,
                                         const ProvisionReferences&);

}  // namespace definitions
