// SPDX-License-Identifier: GPL-2.0-or-later
// Lists of words with their meaning: what introduces them, and their entries, which are 号 in
// columns or with a gap, or the rows of a table below the words.
//   「次の各号に掲げる用語の意義は、…」 in a2/p1, 「一　検査機器　検査に用いる機器をいう。」
//   -> a2/p1/i1 検査機器
#pragma once

#include <optional>
#include <vector>

#include "indexer/definitions/reading.h"

namespace definitions {

struct ListOfTerms {
  std::uint32_t chapeau = 0;  // provision
  std::vector<ScopePart> scope;
  const DefinitionRule* rule = nullptr;
};

std::optional<ListOfTerms> introduced_list(const Reading&);
// The word this 号 of the list explains, or the words.
std::vector<Definition> read_entry(const Reading&, const ListOfTerms&);
// Those of the table below the words that introduce it: 「次の表の上欄に掲げる用語の意義は」.
std::vector<Definition> read_table(const Reading&, const ListOfTerms&);

}  // namespace definitions
