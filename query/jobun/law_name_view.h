// SPDX-License-Identifier: GPL-2.0-or-later
// What a word is when it is no term but what a law is called.
//   強化法 -> 重要電子計算機…法律（令和七年法律第四十二号）, a name this knowledge base was given
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/knowledge_base.h"
#include "query/jobun/records.h"

namespace jobun {

struct NamedLaw {
  std::string id;
  std::string title;
  std::string number;
  corpus::NameKind kind = corpus::NameKind::title;
};

// The laws the whole word names; several when the name is ambiguous.
std::vector<NamedLaw> find_named_laws(std::string_view word, const indexer::KnowledgeBase&);

std::string describe_named_law(std::string_view word, const NamedLaw&);
// With the keys of a definition; a name has no uses as a term.
Record named_law_record(std::string_view word, const NamedLaw&);

}  // namespace jobun
