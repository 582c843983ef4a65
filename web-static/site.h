// SPDX-License-Identifier: GPL-2.0-or-later
// Writes the static site: OUT/index.html, law/<law_id>/index.html with cited/, compare/ and graph/
// below it, about/, graph/, search/, data/ (texts for popovers and search), assets/. Relative links
// only, no request that leaves the site, nothing that needs a script; the same input gives the same
// bytes, however many threads. Laws are loaded twice, one at a time per thread, and let go again.
//   write_site("site", laws.size(), [&](std::size_t i) { return load(laws[i]); }, options)
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "corpus/documents/document.h"
#include "corpus/law.h"
#include "indexer/citations/reference_table.h"
#include "indexer/definitions/definition_table.h"
#include "indexer/delegations/delegation_table.h"
#include "web-static/beside_facts.h"
#include "web-static/law_map.h"
#include "web-static/law_page.h"
#include "web-static/near_terms.h"
#include "web-static/reference_links.h"

namespace web {

// Where texts come from, for the about page. A `url` that is not http(s) is printed, not linked.
struct Source {
  std::string title;
  std::string url;
  std::string licence;
  std::string retrieved;  // yyyy-mm-dd, or empty
};

// Strategy papers and commentary.
struct SiteDocument {
  DocumentOnSite about;
  std::string source;
  std::string licence;
  std::string url;
  std::function<documents::DocumentText()> load;
  std::function<std::vector<citations::ReferenceRecord>()> references;
};

struct SiteOptions {
  std::filesystem::path resources;  // the folder that holds templates/ and assets/
  std::string title = "条文";       // of the corpus: shown in every page's head
  std::vector<Source> sources;
  LawNumberOf number_of;  // names the amending law of a 附則; may be empty
  TitleOf title_of;       // of laws that are not on the site; may be empty
  // What is known of the law with that index; each may be empty.
  std::function<std::vector<citations::ReferenceRecord>(std::size_t)> references;
  std::function<std::vector<delegations::DelegationRecord>(std::size_t)> delegations;
  std::function<std::vector<definitions::DefinitionRecord>(std::size_t)> definitions;
  CompareTerms compare_terms;
  std::function<std::vector<norms::Penalty>(std::size_t)> penalties;
  std::function<CommencementsOfLaw(std::size_t)> commencements;
  // Of the units with those addresses.
  std::function<std::vector<std::vector<PassageOnSite>>(const corpus::Law&,
                                                        const std::vector<corpus::Address>&)>
      passages;
  std::function<std::vector<corpus::Law>(std::size_t)> revisions;  // all on hand, oldest first
  std::function<std::string(std::size_t)> names;                   // nicknames, parted by commas
  std::vector<SiteDocument> documents;
  bool obligations = false;  // obligations/, and who must do what beside it
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
