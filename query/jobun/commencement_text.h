// SPDX-License-Identifier: GPL-2.0-or-later
// 「施行: 2026-04-01から（附則第一条第三号）」: since when a provision is in force, for people.
#pragma once

#include <string>
#include <vector>

#include "indexer/knowledge_base.h"
#include "indexer/norms/commencement.h"

namespace jobun {

// Empty when the law's 附則 says nothing of it. `kb` names the laws that fixed a day.
std::string commencement_line(const std::vector<norms::CommencementAnswer>&, const corpus::Law&,
                              const indexer::KnowledgeBase& kb);

}  // namespace jobun
