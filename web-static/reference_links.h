// SPDX-License-Identifier: GPL-2.0-or-later
// References as links of a law's page. What is not resolved says so in words (title, and what
// site.css prints behind it), and never links to nothing: a law outside leads to e-Gov, a provision
// that is not in force and one nobody could tell are no links.
//   「第五条第一項」, resolved -> <a class="ref" href="#a5-p1">
//   「第十七条」, not_in_force -> <span class="ref future" title="未施行：…">
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/citations/reference_table.h"
#include "web-static/law_map.h"
#include "web-static/render.h"

namespace web {

// The title of a law that is not on the site, or empty where none is known.
using TitleOf = std::function<std::string(std::string_view law_id)>;

struct LinkContext {
  const LawMap& map;
  std::string_view law_id;  // of the page; empty: it is a document's
  const TitleOf& title_of;
  std::string_view laws = "../";  // the folder of all laws, from the page
};

// href of a place from the page.
std::string href_of(const PlaceOnSite&, const LinkContext&);

// `records`: those of one provision. A reference around others (第五条（第二条の…）第一項) is a
// link before and behind them.
std::vector<Annotation> links_of_references(std::string_view text,
                                            const std::vector<citations::ReferenceRecord>& records,
                                            const LinkContext&);

// The element of one reference: its tag and attributes.
struct Element {
  std::string tag;
  std::vector<std::pair<std::string, std::string>> attributes;
};
// As links_of_references, with elements of one's own.
std::vector<Annotation> lay_over(std::string_view text,
                                 const std::vector<citations::ReferenceRecord>& records,
                                 const std::function<Element(const citations::ReferenceRecord&)>&);

// 未施行; empty for resolved.
std::string_view name_of_status(std::string_view status);

}  // namespace web
