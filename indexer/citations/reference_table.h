// SPDX-License-Identifier: GPL-2.0-or-later
// The references of one revision as the knowledge base keeps them: one line each, in the order of
// the text, columns named in the first lines. The keys of `export refs` are these columns.
//   507AC0000000042/a6/p1  12  14  前条  rel  507AC0000000042/a5  resolved  …
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "corpus/law.h"
#include "indexer/citations/reference.h"

namespace citations {

// 「A」とあるのは「B」 of a 準用 or 適用; `place` is an address, or empty for all of the target.
struct ReplacementRecord {
  std::string place;
  std::string from;
  std::string to;
  bool operator==(const ReplacementRecord&) const = default;
};

struct ReferenceRecord {
  std::string from;            // address of the smallest provision that holds it
  corpus::CodePointSpan span;  // in that provision's own text
  std::string text;
  std::string form;
  std::vector<std::string> targets;  // as in contract §2; unknown:<name> for a law nobody knows
  std::string status;
  std::string reason;
  std::vector<std::string> candidates;
  std::string purpose;
  std::string law;
  std::vector<ReplacementRecord> replacements;  // how its target is to be read here
};

// `text` is what the span of the reference counts in.
ReferenceRecord to_record(std::string from, std::string_view text, const Reference&);
// With the 読替え of each provision.
std::vector<ReferenceRecord> to_records(const corpus::Law&, const std::vector<Reference>&);
std::string to_tsv(const std::vector<ReferenceRecord>&);
// Throws Error naming `where` and the line.
std::vector<ReferenceRecord> parse_reference_table(std::string_view tsv, std::string_view where);

// Does a target (a range too) reach the provision, as a whole or in part? A law named as a whole
// reaches none of its provisions.
bool concerns(std::string_view target, const corpus::Address& provision);

// The names under which a target can be looked up: itself, what it is a part of, and for a range
// the members between its ends. Every target that concerns a provision has a name in look_up_names
// of it.
std::vector<std::string> index_names(std::string_view target);
std::vector<std::string> look_up_names(const corpus::Address& provision);

}  // namespace citations
