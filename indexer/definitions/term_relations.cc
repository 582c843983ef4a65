// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/definitions/term_relations.h"

#include <algorithm>
#include <utility>

#include "indexer/definitions/noun_phrase.h"
#include "indexer/definitions/scope_phrase.h"
#include "indexer/definitions/text_levels.h"

namespace definitions {
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

// 「第三条の登録に係る検査機器」 is a 検査機器: the noun the words end with, unless it is one of
// several.
std::vector<TermRelation> kind_of_thing(std::string_view text) {
  static const ProvisionReferences kNone({}, 0);
  if (text.ends_with("をいう")) text.remove_suffix(9);
  const TextLevel level = read_levels(text, {}).front();
  const std::string_view own = level.text;
  for (const std::string_view join : {"又は", "及び", "若しくは", "並びに", "その他"}) {
    if (own.find(join) != std::string_view::npos) return {};
  }
  const corpus::Span noun = noun_phrase_before(level, own.size(), {}, kNone);
  if (noun.size() < kShortest || noun.begin == 0 || says_nothing(noun.of(own))) return {};
  if (own.find("に規定する") != std::string::npos) return {};  // the same thing, not a kind
  return {{SetRelation::part_of, std::string(noun.of(own))}};
}

}  // namespace

std::vector<TermRelation> find_term_relations(std::string_view text) {
  std::vector<TermRelation> out = kind_of_thing(text);
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

}  // namespace definitions
