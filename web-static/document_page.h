// SPDX-License-Identifier: GPL-2.0-or-later
// A strategy paper or commentary as the middle of its page: headings with ids s1, s2 … by section,
// blocks in order, what it cites as links.
//   section 3 「２　届出」 -> <h2 id="s3">２　届出</h2><p>…<a class="ref" href="../../law/…">
#pragma once

#include <string>
#include <vector>

#include "corpus/documents/document.h"
#include "indexer/citations/reference_table.h"
#include "web-static/reference_links.h"

namespace web {

std::string render_document(const documents::DocumentText&,
                            const std::vector<citations::ReferenceRecord>&, const LinkContext&);

// <ul> of its headings; empty where there are none.
std::string render_outline(const documents::DocumentText&);

}  // namespace web
