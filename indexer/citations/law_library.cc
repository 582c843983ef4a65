// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/citations/law_library.h"

namespace citations {

std::optional<FoundName> LawLibrary::longest_at(std::string_view text, std::size_t at,
                                                std::uint32_t scope) const {
  const auto match = book_->names.longest_at(text, at, scope);
  if (!match) return std::nullopt;
  FoundName found{{}, match->length, match->kind};
  for (const std::uint32_t row : match->laws) found.ids.emplace_back(book_->registry[row].id);
  return found;
}

std::vector<std::string> LawLibrary::ids_by_name(std::string_view title) const {
  std::vector<std::string> ids;
  for (const std::uint32_t row : book_->registry.by_name(title)) {
    ids.emplace_back(book_->registry[row].id);
  }
  return ids;
}

std::vector<std::string> LawLibrary::ids_by_number(std::string_view number) const {
  std::vector<std::string> ids;
  if (const auto parsed = corpus::parse_law_number(number)) {
    for (const std::uint32_t row : book_->registry.by_number(*parsed)) {
      ids.emplace_back(book_->registry[row].id);
    }
  }
  return ids;
}

std::string_view LawLibrary::title(std::string_view id) const {
  const auto row = book_->registry.by_id(id);
  return row ? book_->registry[*row].title : std::string_view{};
}

const LawStructure* LawLibrary::structure(const std::string& id) const {
  const auto found = structures_.find(id);
  return found == structures_.end() ? nullptr : &found->second;
}

}  // namespace citations
