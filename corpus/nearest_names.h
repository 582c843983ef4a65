// SPDX-License-Identifier: GPL-2.0-or-later
// Which laws may be meant by a name nobody knows: those whose title or abbreviation shares most
// pairs of letters.
//   nearest_laws("サイバ基本法", registry, 3)  ->  rows of サイバーセキュリティ基本法, …
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "corpus/registry.h"

namespace corpus {

// `names` besides those of the registry: aliases. Best first; empty when nothing is near.
std::vector<std::uint32_t> nearest_laws(std::string_view name, const Registry&,
                                        const std::vector<LawName>& names, std::size_t most);

}  // namespace corpus
