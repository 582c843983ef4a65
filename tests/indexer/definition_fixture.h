// SPDX-License-Identifier: GPL-2.0-or-later
// Small laws of our own whose definitions are printed one a line:
//   検査機器 quoted a1/p1..
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "corpus/law.h"
#include "indexer/definitions/definitions.h"

namespace indexer {

// Lines are provisions (address, space, text); a line without an address is a1/p1.
corpus::Law law_of_text(std::string_view text);
std::vector<definitions::Definition> definitions_of(const corpus::Law&);

// 語 form scope…, with `law` for the law as a whole, `<address` when it is imported. Addresses of
// the law itself leave out its id.
std::string print(const corpus::Law&, const definitions::Definition&);

}  // namespace indexer
