// SPDX-License-Identifier: GPL-2.0-or-later
// What a provision that is cited says, from the search index: no law is opened for it.
//   507AC0000000042/a4/p2  ->  （特定重要電子計算機の届出）, 「２　特別社会基盤事業所管大臣は…」
#pragma once

#include <string>
#include <string_view>

#include "query/open_index.h"

namespace query {

struct CitedUnit {
  std::string caption;
  std::string text;  // of the paragraph, where the address names one; else of the unit
};

// Empty when that revision (yyyymmdd) has no such unit.
CitedUnit cited_unit(OpenIndex&, std::string_view address, std::string_view revision);

// The lines of a unit's text that are its paragraph `number`, items included.
std::string paragraph_of(std::string_view unit_text, unsigned number);

}  // namespace query
