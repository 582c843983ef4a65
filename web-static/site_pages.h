// SPDX-License-Identifier: GPL-2.0-or-later
// The pages about all laws together: the index, the about page, registers, terms and papers.
#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "web-static/citing.h"
#include "web-static/law_map.h"
#include "web-static/obligations.h"
#include "web-static/site.h"
#include "web-static/templates.h"
#include "web-static/terms.h"

namespace web {

// 20261001 and 2026-10-01 -> 2026年10月1日, 2026-10 -> 2026年10月; what is no date stays.
std::string printed_date(std::string_view date);
// Of a revision: 2026年10月1日施行, 施行日未定
std::string printed_revision(std::string_view date);
std::string printed_count(std::uint64_t count);  // 24,890

// Every page: `root` leads back to the site's own top.
View page_view(const SiteOptions&, const std::string& title, const std::string& root);

std::string index_page(const LawMap&, const SiteOptions&, Templates&);
using StatusCounts = std::map<std::string, std::uint64_t>;
std::string about_page(const LawMap&, const StatusCounts&, const SiteOptions&, Templates&);
// Who must do what in one law; counts by modality.
std::string register_page(const LawOnSite&, const std::vector<NormRow>&, const StatusCounts&,
                          const SiteOptions&, Templates&);
// By law, the counts of each modality.
std::string registers_page(const LawMap&, const std::vector<StatusCounts>&, const SiteOptions&,
                           Templates&);
std::string terms_page(const std::vector<TermRow>&, const SiteOptions&, Templates&);
std::string term_row_page(const TermRow&, const SiteOptions&, Templates&);
std::string documents_page(const LawMap&, const SiteOptions&, Templates&);
std::string document_page(const SiteDocument&, const LawMap&, const SiteOptions&, Templates&);
std::string search_page(const SiteOptions&, Templates&);

}  // namespace web
