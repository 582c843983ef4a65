// SPDX-License-Identifier: GPL-2.0-or-later
// The dates of one law on hand, each compared to the one before (新旧対照).
//   2026年4月1日, 2026年10月1日  ->  a list of both, and compare/20260401-20261001/index.html
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "corpus/law.h"
#include "web-static/site.h"
#include "web-static/templates.h"

namespace web {

struct RevisionPages {
  std::optional<View> list;  // for the law's own page; nothing when there is one date only
  std::vector<std::pair<std::string, std::string>> comparisons;  // name, page
};
// `all`: oldest first.
RevisionPages revision_pages(const corpus::Law& shown, const std::vector<corpus::Law>& all,
                             const SiteOptions&, Templates&);

}  // namespace web
