// SPDX-License-Identifier: GPL-2.0-or-later
// The rows of definition_rules, compiled once, looked for in a sentence of a TextLevel.
//   row 「{範囲}{単に}?「{語}」と{いう}」 in 「次項において単に「機器」という」
//   -> 範囲 次項において, 語 機器
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "indexer/definitions/definition_rules.h"
#include "indexer/definitions/scope_phrase.h"
#include "indexer/definitions/text_levels.h"

namespace definitions {

struct DefinitionMatch {
  corpus::Span span;                 // in the level's text, like all below
  std::optional<ScopePhrase> scope;  // 範囲
  corpus::Span scope_span;
  std::optional<corpus::Span> term;                // 語 or 名
  std::optional<corpus::Span> text;                // 文
  const citations::Reference* pinpoint = nullptr;  // 所
};

class DefinitionMatcher {
 public:
  DefinitionMatcher(std::span<const DefinitionRule> rules, std::span<const DefinitionPiece> pieces);
  // Of definition_rules(); throws Error if the table is ill-formed.
  static const DefinitionMatcher& standard();

  // The first match in `sentence` of `level` that begins at or behind `from`.
  std::optional<DefinitionMatch> find(const DefinitionRule&, const TextLevel&,
                                      corpus::Span sentence, std::size_t from,
                                      const ProvisionReferences&) const;
  // The rows for that place, in the order of the table.
  const std::vector<const DefinitionRule*>& rules(DefinitionPlace) const;

 private:
  struct Node {
    const DefinitionPiece* piece = nullptr;  // null: `letters`
    std::string_view letters;
    bool optional = false;
  };
  struct Compiled {
    const DefinitionRule* rule = nullptr;
    std::vector<Node> nodes;
    std::string_view anchor;  // the longest letters, which any match has
  };
  struct Attempt;
  static bool match(const Attempt&, std::size_t node, std::size_t at, DefinitionMatch&);
  static bool match_rest(const Attempt&, std::size_t node, std::size_t at, DefinitionMatch&);

  std::vector<Compiled> compiled_;
  std::vector<std::vector<const DefinitionRule*>> by_place_;
};

}  // namespace definitions
