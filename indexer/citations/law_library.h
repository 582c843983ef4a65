// SPDX-License-Identifier: GPL-2.0-or-later
// All that reading a citation needs from outside its own law: what laws are called, their numbers,
// and which provisions the laws at hand have. Read by several threads at once; filled before.
//   library.ids_by_name("刑法")  ->  {"140AC0000000045"}
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "corpus/manifest.h"
#include "indexer/citations/law_structure.h"

namespace citations {

struct FoundName {
  std::vector<std::string> ids;  // several: the name is ambiguous
  std::size_t length = 0;        // bytes
  corpus::NameKind kind = corpus::NameKind::title;
};

class LawLibrary {
 public:
  // The book must outlive the library.
  explicit LawLibrary(const corpus::LawBook& book) : book_(&book) {}

  void add(const corpus::Law& law) { structures_.insert_or_assign(law.id, LawStructure(law)); }
  void add(std::string id, LawStructure structure) {
    structures_.insert_or_assign(std::move(id), std::move(structure));
  }

  // The longest name that begins there; `scope` as in LawNames.
  std::optional<FoundName> longest_at(std::string_view text, std::size_t at,
                                      std::uint32_t scope) const;
  std::vector<std::string> ids_by_name(std::string_view title) const;
  std::vector<std::string> ids_by_number(std::string_view number) const;
  std::string_view title(std::string_view id) const;  // empty when unknown
  bool knows(std::string_view id) const { return book_->registry.by_id(id).has_value(); }
  // Nothing when the law is not at hand.
  const LawStructure* structure(const std::string& id) const;

 private:
  const corpus::LawBook* book_;
  std::unordered_map<std::string, LawStructure> structures_;
};

}  // namespace citations
