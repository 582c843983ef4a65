// SPDX-License-Identifier: GPL-2.0-or-later
#include "web-static/revision_pages.h"

#include <set>

#include "web-static/comparison.h"
#include "web-static/site_pages.h"

namespace web {
namespace {

using corpus::Law;

// Two laws may amend it on one day.
std::string name_of(const Law& before, const Law& after, std::set<std::string>& taken) {
  const std::string dates = before.revision + '-' + after.revision;
  std::string name = dates;
  for (int n = 2; !taken.insert(name).second; ++n) name = dates + '-' + std::to_string(n);
  return name;
}

std::string comparison_page(const Law& before, const Law& after, const Comparison& comparison,
                            const SiteOptions& options, Templates& templates) {
  View page = page_view(options, after.title + "　新旧対照", "../../../../");
  page.values["law_title"] = after.title;
  page.values["before"] = printed_revision(before.revision);
  page.values["after"] = printed_revision(after.revision);
  page.values["count"] = printed_count(comparison.units);
  page.values["pairs"] = comparison.html;
  return templates.page("compare", page);
}

}  // namespace

RevisionPages revision_pages(const Law& shown, const std::vector<Law>& all,
                             const SiteOptions& options, Templates& templates) {
  RevisionPages out;
  if (all.size() < 2) return out;
  out.list = View{{}, {{"dates", {}}}};
  std::set<std::string> names;
  for (std::size_t k = 0; k < all.size(); ++k) {
    const bool here = all[k].revision == shown.revision && all[k].amended_by == shown.amended_by;
    View row{{{"date", printed_revision(all[k].revision)}, {"here", here ? "1" : ""}}, {}};
    if (k > 0) {
      const std::string name = name_of(all[k - 1], all[k], names);
      const Comparison comparison = compare_laws(all[k - 1], all[k]);
      row.values[comparison.units == 0 ? "same" : "compare"] = name;
      if (comparison.units > 0)
        out.comparisons.emplace_back(
            name, comparison_page(all[k - 1], all[k], comparison, options, templates));
    }
    out.list->lists["dates"].push_back(std::move(row));
  }
  return out;
}

}  // namespace web
