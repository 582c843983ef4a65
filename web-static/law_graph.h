// SPDX-License-Identifier: GPL-2.0-or-later
// Laws that cite each other as a drawing: boxes laid out by Graphviz, 法律 and what is below told
// by their frames, the wider the line the more references. The SVG is ours: links, no styles of its
// own (the page's Content-Security-Policy would refuse them), the same for the same input.
// (Graphviz' clusters are not: it orders them by where they lie in memory.)
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "corpus/law.h"

namespace web {

struct GraphNode {
  std::string label;
  std::string href;  // empty: no link
  corpus::LawType type = corpus::LawType::misc;
  bool centre = false;
};
struct GraphEdge {
  std::size_t from = 0;  // nodes
  std::size_t to = 0;
  std::uint32_t count = 1;
};

// Throws Error when Graphviz cannot lay it out. From any thread; one at a time does the work.
std::string render_graph(const std::vector<GraphNode>&, const std::vector<GraphEdge>&,
                         const std::string& description);

}  // namespace web
