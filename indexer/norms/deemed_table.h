// SPDX-License-Identifier: GPL-2.0-or-later
// The norms of one revision that are made out of others (deemed.h), as the knowledge base keeps
// them: one line for each pair of words, or one without words; lines with the same number are one.
//   1  読替え  507AC0000000042/sup/a4  507AC0000000042/a4/p1  施行の際現に…者  …  四月以内 六月以内
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/norms/deemed.h"

namespace norms {

std::string to_tsv(const std::vector<DeemedNorm>&);
// Throws Error naming `where` and the line. Spans are not kept.
std::vector<DeemedNorm> parse_deemed_table(std::string_view tsv, std::string_view where);

}  // namespace norms
