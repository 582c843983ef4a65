// SPDX-License-Identifier: GPL-2.0-or-later
// Citations of a law as it was before the amendment the text itself speaks of. 条 keep their
// numbers when others are put between them, 項 and 号 do not.
//   「現状は見本法2条1項5号による。…改正法に基づく改正後の見本法2条1項3号…」, where the text at
//   hand is that after 改正法  ->  2条1項5号 may be another 号 now
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/law.h"
#include "indexer/citations/citation_problems.h"
#include "indexer/citations/reference.h"

namespace citations {

std::vector<CitationProblem> citations_before_amendment(
    std::string_view text, const std::vector<Reference>& references,
    const std::map<std::string, corpus::Law, std::less<>>& laws);

}  // namespace citations
