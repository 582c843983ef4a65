// SPDX-License-Identifier: GPL-2.0-or-later
// A handful of laws by name, and small laws of our own written as lines of address and text:
//   a3/p1 前条の届出をした者は、第一項の帳簿を備える。
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/law.h"
#include "corpus/manifest.h"
#include "indexer/citations/law_library.h"
#include "indexer/citations/reference.h"

namespace indexer {

// 民法, 刑法, 会社法, 商業登記法, 国家公務員法, 消防法施行令 …
const corpus::LawBook& small_book();

corpus::Law law_of_lines(std::string_view id, std::string_view title,
                         const std::vector<std::string>& lines);

// a6/p1 「前条」 -> a5 (rel); what is not resolved says so. Targets in the law itself leave out its
// id.
std::string print(const corpus::Law&, const citations::Reference&);

// ../shared or $JOBUN_SHARED; empty when it is not there.
std::string shared_folder();

}  // namespace indexer
