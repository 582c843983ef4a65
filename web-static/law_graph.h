// SPDX-License-Identifier: GPL-2.0-or-later
// Laws that cite each other as a drawing: boxes laid out by Graphviz, 法律 and what is below told
// by their frames, the wider the line the more references. An Act and its orders may be a cluster,
// which Graphviz lays out as one box. The SVG is ours: links, no styles of its own (the page's
// Content-Security-Policy would refuse them), the same for the same input. (Graphviz' own clusters
// are not: it orders them by where they lie in memory.)
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "corpus/law.h"

namespace web {

struct GraphBox {
  std::string label;
  std::string href;  // empty: no link
  corpus::LawType type = corpus::LawType::misc;
};
struct GraphNode {
  GraphBox box;
  bool centre = false;
  std::vector<GraphBox> members;  // of the cluster, below it
};
struct GraphEdge {
  std::size_t from = 0;  // nodes
  std::size_t to = 0;
  std::uint32_t count = 1;
  bool aside = false;  // drawn, but nothing is placed by it
};

// Throws Error when Graphviz cannot lay it out. From any thread; one at a time does the work.
std::string render_graph(const std::vector<GraphNode>&, const std::vector<GraphEdge>&,
                         const std::string& description);

}  // namespace web
