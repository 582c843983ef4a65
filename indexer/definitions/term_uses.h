// SPDX-License-Identifier: GPL-2.0-or-later
// Where defined terms are used: each use inside its scope, linked to the definition that holds
// there. The longest word wins, and a term is never cut out of a longer noun:
//   「特定検査機器」 is no use of 検査機器, whether 特定検査機器 is defined there or not.
// Where several definitions of one term hold, the one with the narrowest scope does, then the
// later one. What the main provisions define does not reach into the 附則 of amending laws, whose
// words are the amending law's own.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "corpus/law.h"
#include "indexer/definitions/definition.h"

namespace definitions {

// Finds terms in any text: statutes, and papers that use their words.
class TermFinder {
 public:
  struct Hit {
    corpus::Span span;
    std::uint32_t term = 0;  // index in the list given
  };
  explicit TermFinder(std::vector<std::string> terms);

  // In reading order, none inside another.
  std::vector<Hit> find(std::string_view text) const;
  const std::vector<std::string>& terms() const { return terms_; }

 private:
  std::vector<std::string> terms_;
  std::unordered_map<std::string_view, std::vector<std::uint32_t>> by_head_;  // longest first
  std::vector<std::uint32_t> single_;                                         // terms of one letter
};

// A place in a law: a provision and a byte of its text.
struct TextPoint {
  std::uint32_t provision = 0;
  std::size_t offset = 0;
  auto operator<=>(const TextPoint&) const = default;
};

struct ScopedTerm {
  struct Range {
    TextPoint begin, end;
  };
  std::string term;
  std::vector<Range> ranges;  // where it holds
  std::vector<Range> not_in;  // the words that define it
};

std::vector<ScopedTerm> scoped_terms(const corpus::Law&, const std::vector<Definition>&);
// Terms of another law, used here as there.
std::vector<ScopedTerm> inherited_terms(const corpus::Law&, const std::vector<ScopePart>& scope,
                                        const std::vector<std::string>& terms);

struct TermUse {
  std::uint32_t provision = 0;
  corpus::Span span;
  std::uint32_t term = 0;  // index in the list given
};
// In statute order. Of two that hold at a place, one listed later wins when the scopes are equal.
std::vector<TermUse> find_term_uses(const corpus::Law&, const std::vector<ScopedTerm>&);

// How many uses each definition has.
std::vector<std::size_t> count_uses(const std::vector<TermUse>&, std::size_t definitions);

}  // namespace definitions
