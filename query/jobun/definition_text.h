// SPDX-License-Identifier: GPL-2.0-or-later
// Definitions in words a lawyer reads: where, how, in what words, and how far they reach.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "query/definitions.h"

namespace jobun {

// 507AC0000000042/a4/p1.. -> 第四条第一項から終わりまで
std::string name_of_scope(const std::vector<std::string>& scope, std::string_view address);
// 第二条第二項; empty for what is no address
std::string to_japanese(const std::string& address);

// Definitions in the same words, as one entry with every place they stand in.
std::string describe_definition(const std::vector<query::FoundDefinition>&,
                                const indexer::KnowledgeBase&, std::string_view date);
// One line: 検査機器（第二条第一項）: 検査に用いる機器
std::string describe_term(const query::FoundDefinition&, const indexer::KnowledgeBase&,
                          std::string_view own_law);
std::string describe_similar(std::string_view term, const query::SimilarTerm&,
                             const indexer::KnowledgeBase&);

}  // namespace jobun
