// SPDX-License-Identifier: GPL-2.0-or-later
// A term a provision defines: the word, the words that say what it means, and where that holds.
//   「電気通信設備（第四条において「設備」という。）」 in a3/p1
//   -> term 設備, text 電気通信設備, quoted, scope a4
// Spans are places in the text of `from`.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/address.h"
#include "corpus/text.h"

namespace definitions {

enum class DefinitionForm : std::uint8_t {
  toha,    // 「甲」とは、…をいう
  quoted,  // …（以下「甲」という。）
  bracket,  // 甲（…をいう。以下同じ。）, 甲（…を除く。次項において同じ。）
  list,  // 次の各号に掲げる用語の意義は…
};
std::string_view to_string(DefinitionForm);  // "toha"

// A provision with all below it, the run from `first` to `last`, or all from `first` on.
struct ScopePart {
  corpus::Address first;
  std::optional<corpus::Address> last;
  bool open = false;
  bool sentence = false;  // the provision's own sentence with the definition, no more of it
  bool operator==(const ScopePart&) const = default;
};
std::string to_string(const ScopePart&);  // X, X..Y or X..
std::optional<ScopePart> parse_scope_part(std::string_view);

// What the defining text itself says of another term.
enum class SetRelation : std::uint8_t {
  part_of,   // 甲のうち…, 甲であって…
  includes,  // …甲を含む
  excludes,  // …甲を除く
};
std::string_view to_string(SetRelation);

struct TermRelation {
  SetRelation relation = SetRelation::part_of;
  std::string term;
  bool operator==(const TermRelation&) const = default;
};

struct Definition {
  std::uint32_t from = 0;  // provision
  std::string term;
  corpus::Span term_span;
  corpus::Span text;  // the defining words
  DefinitionForm form = DefinitionForm::quoted;
  std::vector<ScopePart> scope;                  // the provision itself: this sentence only
  std::optional<corpus::Address> imported_from;  // whose meaning it takes over
  std::vector<TermRelation> related;
  std::string_view rule;  // name of the row in definition_rules
};

}  // namespace definitions
