// SPDX-License-Identifier: GPL-2.0-or-later
// What the parts of the resolver share while they read one provision.
#pragma once

#include <string>
#include <vector>

#include "indexer/citations/pointer_path.h"
#include "indexer/citations/resolver.h"

namespace citations {

inline constexpr std::size_t kMemory = 200;  // citations; no sentence looks further back

struct Resolver::Context {
  const ParsedText* parsed = nullptr;
  Place place;
  std::vector<std::uint32_t> above;  // the provision and all it lies in
  std::vector<Resolved> done;
  const TableMap* tables = nullptr;
  struct CellLaw {
    corpus::Span span;
    std::string law_id;
    bool bare = true;  // named without a pinpoint
  };
  std::vector<CellLaw> cell_laws;
};

// A member of a list takes from the one before it what it leaves out.
bool inherits(const Word&, const Resolved& before, Path& base, Resolved& out);

}  // namespace citations
