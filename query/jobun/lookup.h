// SPDX-License-Identifier: GPL-2.0-or-later
// What verbs share to turn words on the command line into laws and provisions of a knowledge base.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "corpus/address.h"
#include "indexer/knowledge_base.h"

namespace jobun {

// 強化法, 507AC0000000042, 令和七年法律第四十二号 -> the id. Throws Error with candidates.
std::string read_law_id(std::string_view text, const indexer::KnowledgeBase&);

// What contract §2 lets people write; the revision of a machine form stays in it. Throws Error with
// candidates when the text cannot be read.
std::vector<corpus::AddressRange> read_addresses(std::string_view text,
                                                 const indexer::KnowledgeBase&);

// The revision a provision is looked up in: the address' own, else the one in force on `date`.
// Throws Error when the law or that revision is not on hand, and says where its text is.
const citations::LawEntry& choose_revision(const corpus::Address&, std::string_view date,
                                           const indexer::KnowledgeBase&);

// Indexes of provisions from first to last, in statute order; of one provision itself. Empty when
// the law has no such provision. Throws Error for a range that ends before it begins.
std::vector<std::size_t> find_provisions(const corpus::Law&, const corpus::AddressRange&);

}  // namespace jobun
