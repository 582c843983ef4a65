// SPDX-License-Identifier: GPL-2.0-or-later
// Strategy papers and commentary at the terminal: `show doc:<id>`, its sections, and the passages
// that discuss a provision.
#pragma once

#include <cstddef>
#include <string>

#include "indexer/knowledge_base.h"
#include "query/jobun/provision_text.h"
#include "query/passages.h"

namespace jobun {

bool is_document_address(std::string_view);

// The outline of the paper, or one section with all below it; as JSON one block a line. Throws
// Error with candidates when there is no such paper or section.
// With `annotated`, behind each section the words of the law it uses and where they are defined.
void show_document(const indexer::KnowledgeBase&, const std::string& address, TextStyle, bool json,
                   bool annotated);
// As it came, byte for byte.
void show_original(const indexer::KnowledgeBase&, const std::string& address);

// As JSON, at most `limit`, best first.
void print_passages(const std::vector<query::Passage>&, std::size_t limit);

// 20250901 -> 2025-09-01, 202509 -> 2025-09
std::string document_date(std::string_view);

}  // namespace jobun
