// SPDX-License-Identifier: GPL-2.0-or-later
// Words of a question that say nothing about the article that answers it.
#pragma once

#include <set>
#include <string>
#include <string_view>

namespace query {

// As index terms (dictionary form, normalised).
const std::set<std::string, std::less<>>& stop_words();

}  // namespace query
