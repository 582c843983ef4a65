// SPDX-License-Identifier: GPL-2.0-or-later
// Provisions as a fragment of HTML to put into a page of one's own: the structure and ids of the
// site's pages, each reference a link to the official text that says in its title what it points at
// and how sure that is. No style, no script.
//   <article class="jobun" lang="ja"><h1>…</h1><section class="article" id="a5">…
#pragma once

#include <string>
#include <vector>

#include "query/jobun/provision_notes.h"

namespace jobun {

// `heading`: the law's title first. Throws Error when a law on hand cannot be read.
std::string to_html(const ShownProvisions&, const std::vector<std::string>& heading,
                    const std::vector<NoteGroup>&, const indexer::KnowledgeBase&);

}  // namespace jobun
