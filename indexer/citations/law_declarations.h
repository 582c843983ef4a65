// SPDX-License-Identifier: GPL-2.0-or-later
// Names a text gives to laws, and where they hold.
//   「…に関する法律（令和四年法律第四十三号。以下「推進法」という。）」 -> 推進法, from there on
//   「…令（この条において「令」という。）」                     -> 令, in this article
//   「改正前の給与法（次条において「旧法」という。）」                   -> 旧法, here and in the
//   next article
#pragma once

#include <string_view>
#include <vector>

#include "corpus/law.h"
#include "indexer/citations/citation.h"
#include "indexer/citations/law_name_finder.h"
#include "indexer/citations/resolver.h"

namespace citations {

// Those of one provision whose citations are parsed and resolved.
std::vector<DeclaredName> find_declarations(const corpus::Law&, std::uint32_t provision,
                                            const ParsedText&, const std::vector<Resolved>&,
                                            const LawPlaces&);

// In prose, a name in a bracket of its own: 「見本産業の振興に関する法律（振興法）」.
std::vector<DeclaredName> find_bracketed_names(std::string_view text, const ParsedText&,
                                               const std::vector<Resolved>&);

// What the title says without a declaration: the law's own name; 法 in ○○法施行令, 令 in
// ○○法施行規則.
std::vector<DeclaredName> names_from_title(const corpus::Law&, const LawLibrary&);

}  // namespace citations
