// SPDX-License-Identifier: GPL-2.0-or-later
// The words that say where a term holds: 以下, 以下この条及び第三十七条において, 次項から第五項まで
// 及び附則第三条において. Pinpoints in them are the references already found.
//   phrase  = [ 以下 ] [ place { join place } ] において   ( 以下 alone needs no において )
//   place   = この unit [ から pinpoint まで ] | pinpoint [ 以下 ] | pinpoint まで
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "indexer/citations/citation.h"
#include "indexer/citations/law_places.h"
#include "indexer/citations/reference.h"
#include "indexer/definitions/definition.h"
#include "indexer/definitions/text_levels.h"

namespace definitions {

// The references of one provision, by place.
class ProvisionReferences {
 public:
  ProvisionReferences(const std::vector<citations::Reference>& all, std::uint32_t provision);
  const citations::Reference* beginning_at(std::size_t offset) const;
  const citations::Reference* ending_at(std::size_t offset) const;
  const std::vector<const citations::Reference*>& list() const { return list_; }

 private:
  std::vector<const citations::Reference*> list_;
};

struct ScopePlace {
  std::optional<corpus::Address> address;  // 別表第三号 of a law with one 別表
  std::optional<citations::Unit> here;     // この条; Unit::law: この法律
  const citations::Reference* from = nullptr;
  const citations::Reference* until = nullptr;  // この条から第十条まで; 以下第十条まで
  bool open = false;                            // 第三十条以下
};

struct ScopePhrase {
  bool onward = false;  // 以下
  std::vector<ScopePlace> places;
  std::size_t end = 0;  // in the level's text
};

std::optional<ScopePhrase> read_scope(const TextLevel&, std::size_t at, const ProvisionReferences&);

// As addresses, the provision's own first. `itself`: a definition that holds in its own sentence as
// well (甲（…をいう。次項において同じ。）), not only where it says.
std::vector<ScopePart> resolve_scope(const std::vector<ScopePhrase>&, const citations::LawPlaces&,
                                     std::uint32_t provision, bool itself);

}  // namespace definitions
