// SPDX-License-Identifier: GPL-2.0-or-later
// A reference in words a lawyer reads: what it points at, and how sure that is.
#pragma once

#include <string>

#include "indexer/knowledge_base.h"

namespace jobun {

// 「刑法第百六十八条の二第二項」; ranges with から…まで; the law's name first unless it is
// `own_law`.
std::string name_of_target(const std::string& target, const indexer::KnowledgeBase&,
                           std::string_view own_law);

// 未施行, この知識ベースの外, …; empty when the reference is resolved.
std::string_view name_of_status(std::string_view status);

// 「前条」 → 第五条 / 「第十七条」 → 第十七条【未施行】 with the reason behind it.
std::string describe(const citations::ReferenceRecord&, const indexer::KnowledgeBase&,
                     std::string_view own_law);

}  // namespace jobun
