// SPDX-License-Identifier: GPL-2.0-or-later
// To whom, what, when, how: the phrases around the verb of a clause, phrases that the clauses
// before it share included.
//   その旨を主務大臣及び知事に届け出  ->  recipients 主務大臣 | 知事, object その旨
//   秘密を漏らし、又は盗用し          ->  object of both 秘密
#pragma once

#include <optional>
#include <vector>

#include "indexer/norms/norm_parser.h"
#include "indexer/norms/norm_text.h"

namespace norms {

struct Roles {
  std::optional<Range> object;
  bool acts = false;  // the object is what something is done to (を), not about (について)
  std::vector<Range> recipients;
  bool shares_recipients = false;  // with the clause before
  std::optional<Range> trigger;
  std::optional<Range> deadline;
  std::optional<Range> manner;
  std::optional<Range> exception;
};
// One for each clause.
std::vector<Roles> roles_of(const NormText&, const NormSentence&);

}  // namespace norms
