// SPDX-License-Identifier: GPL-2.0-or-later
// What hangs on a provision, and by which way: whatever cites it, uses a term it defines or fills a
// delegation it makes, and in turn what hangs on those.
//   find_dependents(強化法2条3項, depth 2)
//     -> 強化法4条1項 (term 特別社会基盤事業者) … 命令2条 (delegation 強化法4条1項, term …) …
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace query {

enum class Link { citation, term, delegation };
std::string_view to_string(Link);  // "citation", "term", "delegation"

// One reason why `from` hangs on `to`; both are addresses.
struct Dependence {
  std::string from;
  std::string to;
  Link link = Link::citation;
  std::string text;  // the reference as written, the term
  bool operator==(const Dependence&) const = default;
};

struct Dependent {
  std::string address;
  unsigned distance = 1;
  std::vector<Dependence> path;  // from the provision asked about to this one; the shortest
};

// All that hangs on that address directly, in the order of laws and text.
using DirectDependents = std::function<std::vector<Dependence>(const std::string& address)>;

// Nearest first, each address once; what is at the same distance keeps the order it was found in.
// `truncated` in the result says that more than `limit` were found.
struct Impact {
  std::vector<Dependent> dependents;
  bool truncated = false;
};
Impact find_dependents(const std::string& address, const DirectDependents&, unsigned depth,
                       std::size_t limit);

}  // namespace query
