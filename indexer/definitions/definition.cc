// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/definitions/definition.h"

namespace definitions {

std::string_view to_string(DefinitionForm form) {
  constexpr std::string_view kNames[] = {"toha", "quoted", "bracket", "list"};
  return kNames[static_cast<std::size_t>(form)];
}

std::string_view to_string(SetRelation relation) {
  constexpr std::string_view kNames[] = {"part_of", "includes", "excludes"};
  return kNames[static_cast<std::size_t>(relation)];
}

std::string to_string(const ScopePart& part) {
  std::string out = corpus::to_string(part.first);
  if (part.open) return out + "..";
  if (part.last) out += ".." + corpus::to_string(*part.last);
  return out;
}

std::optional<ScopePart> parse_scope_part(std::string_view text) {
  ScopePart part;
  if (text.ends_with("..")) {
    text.remove_suffix(2);
    part.open = true;
  }
  const auto range = corpus::parse_address_range(text);
  if (!range || (part.open && range->last)) return std::nullopt;
  part.first = range->first;
  part.last = range->last;
  return part;
}

}  // namespace definitions
