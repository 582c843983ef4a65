// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/term_relations.h"

#include <algorithm>
#include <utility>

#include "indexer/noun_phrase.h"
#include "indexer/scope_phrase.h"
#include "indexer/text_levels.h"

namespace indexer {
namespace {

constexpr std::pair<std::string_view, SetRelation> kWords[] = {
    {"のうち", SetRelation::part_of},   {"であって", SetRelation::part_of},
    {"であつて", SetRelation::part_of}, {"を含む", SetRelation::includes},
    {"を含み", SetRelation::includes},  {"を除く", SetRelation::excludes},
    {"を除き", SetRelation::excludes},
};
constexpr std::size_t kShortest = 6;  // bytes: 者, 法 say nothing

// もの, 第二項: no terms.
bool says_nothing(std::string_view noun) {
  return noun == "もの" || noun == "こと" || noun == "とき" || noun == "ところ" || noun == "場合" ||
         noun.starts_with("第");
}

}  // namespace

std::vector<TermRelation> find_term_relations(std::string_view text) {
  std::vector<TermRelation> out;
  const bool any = std::any_of(std::begin(kWords), std::end(kWords), [&](const auto& row) {
    return text.find(row.first) != std::string_view::npos;
  });
  if (!any) return out;
  static const ProvisionReferences kNone({}, 0);
  for (const TextLevel& level : read_levels(text, {})) {
    for (const auto& [word, relation] : kWords) {
      const std::string_view own = level.text;
      for (std::size_t at = own.find(word); at != std::string_view::npos;
           at = own.find(word, at + word.size())) {
        const corpus::Span noun = noun_phrase_before(level, at, {}, kNone);
        if (noun.size() < kShortest || says_nothing(noun.of(own))) continue;
        TermRelation found{relation, std::string(noun.of(own))};
        if (std::find(out.begin(), out.end(), found) == out.end()) out.push_back(std::move(found));
        if (relation == SetRelation::part_of) break;  // the first says what the term is a part of
      }
    }
  }
  return out;
}

}  // namespace indexer
