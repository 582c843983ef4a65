// SPDX-License-Identifier: GPL-2.0-or-later
// How pointers combine: into citations, ranges, lists and brackets (grammar in citation.h). What a
// citation means depends on its place in the law and is not asked here.
//   「第四条第一項若しくは第三項又は前条」 -> art(4) para(1)   para(3) [list]   prev(art) [list]
// Linear in the length of the text; brackets may nest as deep as they like.
#pragma once

#include <string_view>
#include <vector>

#include "indexer/citations/citation.h"
#include "indexer/citations/citation_lexer.h"

namespace citations {

ParsedText parse_citations(std::string_view text, const std::vector<Token>& tokens,
                           bool prose = false);
ParsedText parse_citations(std::string_view text, const LawNameFinder&, std::uint32_t provision,
                           const std::vector<corpus::Span>& quoted = {});

}  // namespace citations
