// SPDX-License-Identifier: GPL-2.0-or-later
// What cites what, drawn: a page for each law, and one for all of them.
#pragma once

#include <cstdint>
#include <string>

#include "web-static/citing.h"
#include "web-static/law_map.h"
#include "web-static/site.h"
#include "web-static/templates.h"

namespace web {

// One law with those it cites and those that cite it; empty when there are none.
std::string law_graph_page(std::uint32_t law, const LawMap&, const CitationGraph&,
                           const SiteOptions&, Templates&);
// All laws of a small corpus, of a large one those that are cited most.
inline constexpr std::size_t kMostLawsInGraph = 80;
std::string graph_page(const LawMap&, const CitationGraph&, const SiteOptions&, Templates&);

}  // namespace web
