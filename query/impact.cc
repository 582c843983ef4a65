// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/impact.h"

#include <set>
#include <utility>

namespace query {

std::string_view to_string(Link link) {
  switch (link) {
    case Link::citation:
      return "citation";
    case Link::term:
      return "term";
    case Link::delegation:
      return "delegation";
  }
  return "";
}

Impact find_dependents(const std::string& address, const DirectDependents& direct, unsigned depth,
                       std::size_t limit) {
  Impact out;
  std::set<std::string> seen = {address};
  std::vector<Dependent> front = {{address, 0, {}}};
  for (unsigned distance = 1; distance <= depth && !front.empty(); ++distance) {
    std::vector<Dependent> next;
    for (const Dependent& reached : front) {
      for (Dependence& edge : direct(reached.address)) {
        if (!seen.insert(edge.from).second) continue;
        if (out.dependents.size() + next.size() == limit) {
          out.truncated = true;
          std::move(next.begin(), next.end(), std::back_inserter(out.dependents));
          return out;
        }
        Dependent dependent{edge.from, distance, reached.path};
        dependent.path.push_back(std::move(edge));
        next.push_back(std::move(dependent));
      }
    }
    out.dependents.insert(out.dependents.end(), next.begin(), next.end());
    front = std::move(next);
  }
  return out;
}

}  // namespace query
