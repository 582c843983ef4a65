// SPDX-License-Identifier: GPL-2.0-or-later
// What stands beside a provision in `show`, the same for every way of printing it: the terms its
// words use, what it cites and what cites it, the orders that fill what it leaves open, and the
// passages of papers that discuss it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/knowledge_base.h"
#include "query/definitions.h"

namespace jobun {

// Provisions of one revision, as `show` found them.
struct ShownProvisions {
  const citations::LawEntry* entry = nullptr;
  corpus::Law law;
  corpus::AddressRange range;           // as asked
  std::vector<std::size_t> provisions;  // in `law`, top ones only
  corpus::Part part = corpus::Part::whole;
  std::string date;
};

struct NoteGroup {
  std::string title;
  std::vector<std::string> notes;  // plain text
  std::string more;                // what was left out and where it is
};

// Groups without notes are left out; for a law as a whole there are none.
std::vector<NoteGroup> notes_on(const ShownProvisions&, const query::TermsOfLaw&,
                                const indexer::KnowledgeBase&, bool with_passages);

// References that stand in the provisions or below them.
std::vector<citations::ReferenceRecord> cited_by_these(const ShownProvisions&,
                                                       const indexer::KnowledgeBase&);
// References to them from elsewhere.
std::vector<citations::ReferenceRecord> citing_these(const ShownProvisions&,
                                                     const indexer::KnowledgeBase&);

}  // namespace jobun
