// SPDX-License-Identifier: GPL-2.0-or-later
// The JSON records of contract §4, made in one place for every verb that prints them.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "corpus/law.h"
#include "indexer/definitions/definition_table.h"
#include "query/norm_links.h"
#include "query/search.h"

namespace jobun {

using Record = nlohmann::ordered_json;

Record provision_record(const corpus::Law&, std::size_t provision);
Record hit_record(const query::Hit&);
Record reference_record(const citations::ReferenceRecord&);
Record delegation_record(const delegations::DelegationRecord&);

Record definition_record(const definitions::DefinitionRecord&, std::string_view law_title);
// `text` is the sentence.
Record norm_record(const norms::NormRecord&, const citations::LawEntry&, std::string_view text,
                   const query::NormLinks&);

// One line; whatever a hostile source put into a string comes out as valid UTF-8.
std::string to_line(const Record&);

// "paragraph" for 項 …; the kinds of provisions as `export provisions` names them.
std::string_view name_of(corpus::SegmentKind);

}  // namespace jobun
