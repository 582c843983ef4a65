// SPDX-License-Identifier: GPL-2.0-or-later
// What the words that define a term say of other terms.
//   「検査機器のうち、携帯するもの（電池式機器を除く。）」 -> part_of 検査機器, excludes 電池式機器
#pragma once

#include <string_view>
#include <vector>

#include "indexer/definitions/definition.h"

namespace definitions {

std::vector<TermRelation> find_term_relations(std::string_view defining_text);

}  // namespace definitions
