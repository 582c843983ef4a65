// SPDX-License-Identifier: GPL-2.0-or-later
// The rule table made fast: compiled once, then asked at every letter of a text.
//   matcher.longest_at("前二項の場合", 0)  ->  rule 前の項, count 2, 9 bytes
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "indexer/citations/citation_rules.h"

namespace citations {

struct RuleMatch {
  const CitationRule* rule = nullptr;
  Word word;  // with its span
};

struct MatchOptions {
  bool prose = false;
  bool iroha = true;  // not in katakana text: 第三条第二号ニ掲グル
};

class CitationMatcher {
 public:
  CitationMatcher(std::span<const CitationRule> rules, std::span<const RulePiece> pieces);
  static const CitationMatcher&
  standard();  // of citation_rules(); throws Error if the table is ill-formed

  bool may_start(char32_t c) const { return c < kBmp && bucket_of_[c] != 0; }
  std::optional<RuleMatch> longest_at(std::string_view text, std::size_t at, MatchOptions) const;
  // Every rule that matches there, for the tests.
  std::vector<RuleMatch> all_at(std::string_view text, std::size_t at, MatchOptions) const;

 private:
  static constexpr std::size_t kBmp = 0x10000;
  struct Node {
    const RulePiece* piece = nullptr;  // null: `letters`
    std::string_view letters;
    bool optional = false;
  };
  struct Compiled {
    const CitationRule* rule;
    std::vector<Node> nodes;
  };

  std::optional<RuleMatch> match(const Compiled&, std::string_view text, std::size_t at) const;
  std::u32string first_letters(const std::vector<Node>&) const;

  std::vector<Compiled> compiled_;
  std::vector<std::vector<std::uint16_t>> buckets_;
  std::vector<std::uint8_t> bucket_of_;
};

// Reads the branch numbers that stand there (の二の三) into `number`; their length. Not の一,
// の二分の一.
std::size_t read_branches(std::string_view text, std::size_t at, corpus::Ordinal& number);

}  // namespace citations
