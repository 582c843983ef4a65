// SPDX-License-Identifier: GPL-2.0-or-later
// Writes the static site: OUT/index.html, law/<law_id>/index.html, about/index.html, assets/.
// Relative links only, no script, no request that leaves the site; the same input gives the same
// bytes, however many threads. Laws are loaded one at a time per thread and let go again.
//   write_site("site", laws.size(), [&](std::size_t i) { return load(laws[i]); }, options)
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "corpus/law.h"
#include "web-static/law_page.h"

namespace web {

// Where texts come from, for the about page. A `url` that is not http(s) is printed, not linked.
struct Source {
  std::string title;
  std::string url;
  std::string licence;
  std::string retrieved;  // yyyy-mm-dd, or empty
};

struct SiteOptions {
  std::filesystem::path resources;  // the folder that holds templates/ and assets/
  std::string title = "条文";       // of the corpus: shown in every page's head
  std::vector<Source> sources;
  LawNumberOf number_of;  // names the amending law of a 附則; may be empty
  std::size_t threads = 1;
};

struct SiteSummary {
  std::size_t laws = 0;
  std::size_t files = 0;    // in the site now
  std::size_t written = 0;  // of them new or changed
  std::size_t removed = 0;
  std::uint64_t bytes = 0;
};

// One revision of each law. `load` is called once per law, from several threads at once when there
// are several; what it throws ends the run. Throws Error when OUT cannot be used (output_folder.h),
// a template is missing or broken, or a law id is none.
using LoadLaw = std::function<corpus::Law(std::size_t index)>;
SiteSummary write_site(const std::filesystem::path& out, std::size_t laws, const LoadLaw& load,
                       const SiteOptions& options);

}  // namespace web
