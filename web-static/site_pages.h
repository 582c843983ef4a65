// SPDX-License-Identifier: GPL-2.0-or-later
// The pages about all laws together: the index, the about page, the drawing of what cites what.
#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "web-static/citing.h"
#include "web-static/law_map.h"
#include "web-static/site.h"
#include "web-static/templates.h"
#include "web-static/terms.h"

namespace web {

// 20261001 and 2026-10-01 -> 2026年10月1日
std::string printed_date(std::string_view date);

// Every page: `root` leads back to the site's own top.
View page_view(const SiteOptions&, const std::string& title, const std::string& root);

std::string index_page(const LawMap&, const SiteOptions&, Templates&);
using StatusCounts = std::map<std::string, std::uint64_t>;
std::string about_page(const LawMap&, const StatusCounts&, const SiteOptions&, Templates&);
// By law, the counts of each modality.
std::string registers_page(const LawMap&, const std::vector<StatusCounts>&, const SiteOptions&,
                           Templates&);
std::string terms_page(const std::vector<TermRow>&, const SiteOptions&, Templates&);
std::string term_row_page(const TermRow&, const SiteOptions&, Templates&);
std::string documents_page(const LawMap&, const SiteOptions&, Templates&);
std::string document_page(const SiteDocument&, const LawMap&, const SiteOptions&, Templates&);
std::string search_page(const SiteOptions&, Templates&);

// One law with those it cites and those that cite it; empty when there are none.
std::string law_graph_page(std::uint32_t law, const LawMap&, const CitationGraph&,
                           const SiteOptions&, Templates&);
// All laws of a small corpus.
inline constexpr std::size_t kMostLawsInGraph = 80;
std::string graph_page(const LawMap&, const CitationGraph&, const SiteOptions&, Templates&);
bool has_graph(const LawMap&, const SiteOptions&);

}  // namespace web
