// SPDX-License-Identifier: GPL-2.0-or-later
#include "web-static/graph_pages.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <optional>
#include <tuple>

#include "web-static/law_graph.h"
#include "web-static/site_pages.h"

namespace web {
namespace {

using Neighbour = CitationGraph::Neighbour;

// Of many neighbours the drawing shows the nearest; the list below it shows all.
constexpr std::size_t kMostNeighbours = 12;

std::vector<Neighbour> nearest(std::vector<Neighbour> all) {
  std::sort(all.begin(), all.end(), [](const Neighbour& a, const Neighbour& b) {
    return std::tie(b.count, a.law) < std::tie(a.count, b.law);
  });
  return all;
}

View list_of(const std::string& heading, const std::vector<Neighbour>& all, const LawMap& map,
             const std::string& laws_folder) {
  View group{{{"heading", heading + "（" + std::to_string(all.size()) + "）"}}, {{"laws", {}}}};
  for (const Neighbour& n : all) {
    const LawOnSite& law = map.laws()[n.law];
    group.lists["laws"].push_back({{{"href", laws_folder + law.id + "/index.html"},
                                    {"name", law.title},
                                    {"count", printed_count(n.count)}},
                                   {}});
  }
  return group;
}

std::uint32_t total(const std::vector<Neighbour>& all) {
  return std::accumulate(all.begin(), all.end(), std::uint32_t{0},
                         [](std::uint32_t sum, const Neighbour& n) { return sum + n.count; });
}

GraphBox box_of(const LawOnSite& law, const std::string& laws_folder) {
  return {law.title, laws_folder + law.id + "/index.html", law.type};
}

// In the frame of its Act: 同法施行令.
GraphBox member_box(const LawOnSite& order, const std::string& act,
                    const std::string& laws_folder) {
  GraphBox out = box_of(order, laws_folder);
  const std::size_t at = out.label.find(act);
  if (at != std::string::npos) out.label.replace(at, act.size(), "同法");
  return out;
}

// The Act an order belongs to: the one whose title it bears, else the one it cites most.
std::optional<std::uint32_t> act_of(std::uint32_t order, const LawMap& map,
                                    const CitationGraph& graph,
                                    const std::map<std::uint32_t, std::uint32_t>& shown) {
  const LawOnSite& own = map.laws()[order];
  std::optional<std::uint32_t> best;
  std::size_t most = 0;
  const auto cites = nearest(graph.cites(order));
  for (const Neighbour& n : cites) {
    const LawOnSite& act = map.laws()[n.law];
    if (act.type > corpus::LawType::act || !shown.contains(n.law)) continue;
    const bool named = own.title.find(act.title) != std::string::npos;
    if (best && !(named && act.title.size() > most)) continue;
    best = n.law;
    if (named) most = act.title.size();
  }
  return best;
}

// Acts with their orders, and what they cite: of each the cluster it cites most, by which the
// drawing is laid out, and others it cites often.
struct Clusters {
  std::vector<GraphNode> nodes;
  std::vector<GraphEdge> edges;
};

constexpr std::size_t kMostMembers = 6;
constexpr std::size_t kMostLines = 3;        // more from one cluster nobody can follow
constexpr std::uint32_t kFewestCounts = 12;  // references that make a second line

std::vector<GraphEdge> lines_between(const std::vector<std::uint32_t>& cluster_of,
                                     const std::vector<std::uint32_t>& laws,
                                     const CitationGraph& graph, std::size_t clusters) {
  constexpr std::uint32_t kNone = UINT32_MAX;
  std::vector<std::map<std::uint32_t, std::uint32_t>> counts(clusters);
  for (const std::uint32_t law : laws) {
    for (const Neighbour& n : graph.cites(law)) {
      const std::uint32_t from = cluster_of[law], to = cluster_of[n.law];
      if (to != kNone && from != to) counts[from][to] += n.count;
    }
  }
  std::vector<GraphEdge> out;
  for (std::size_t from = 0; from < clusters; ++from) {
    std::vector<Neighbour> all;
    for (const auto& [to, count] : counts[from]) all.push_back({to, count});
    all = nearest(std::move(all));
    for (std::size_t k = 0; k < all.size() && k < kMostLines; ++k) {
      if (k == 0 || all[k].count >= kFewestCounts)
        out.push_back({from, all[k].law, all[k].count, k > 0});
    }
  }
  return out;
}

Clusters clusters_of(const std::vector<std::uint32_t>& laws, const LawMap& map,
                     const CitationGraph& graph, const std::string& laws_folder) {
  Clusters out;
  std::map<std::uint32_t, std::uint32_t> heads;  // law -> cluster
  std::vector<std::uint32_t> cluster_of(map.laws().size(), UINT32_MAX);
  const auto found_cluster = [&](std::uint32_t law) {
    cluster_of[law] = static_cast<std::uint32_t>(out.nodes.size());
    heads.emplace(law, cluster_of[law]);
    out.nodes.push_back({box_of(map.laws()[law], laws_folder), false, {}});
  };
  for (const std::uint32_t law : laws) {
    if (map.laws()[law].type <= corpus::LawType::act) found_cluster(law);
  }
  const auto acts = heads;
  std::vector<std::size_t> more(out.nodes.size(), 0);
  for (const std::uint32_t law : laws) {
    if (map.laws()[law].type <= corpus::LawType::act) continue;
    const auto act = act_of(law, map, graph, acts);
    if (!act) {
      found_cluster(law);
      continue;
    }
    cluster_of[law] = acts.at(*act);
    auto& members = out.nodes[cluster_of[law]].members;
    if (members.size() < kMostMembers)
      members.push_back(member_box(map.laws()[law], map.laws()[*act].title, laws_folder));
    else
      ++more[cluster_of[law]];
  }
  for (std::size_t c = 0; c < more.size(); ++c) {
    if (more[c] > 0)
      out.nodes[c].members.push_back({"ほか" + std::to_string(more[c]) + "件", {}, {}});
  }
  out.edges = lines_between(cluster_of, laws, graph, out.nodes.size());
  return out;
}

}  // namespace

std::string law_graph_page(std::uint32_t law, const LawMap& map, const CitationGraph& graph,
                           const SiteOptions& options, Templates& templates) {
  const auto cites = nearest(graph.cites(law));
  const auto cited_by = nearest(graph.cited_by(law));
  if (cites.empty() && cited_by.empty()) return {};
  const LawOnSite& own = map.laws()[law];
  std::vector<GraphNode> nodes{{{own.title, "../index.html", own.type}, true, {}}};
  std::vector<GraphEdge> edges;
  std::map<std::uint32_t, std::size_t> drawn;
  const auto node_of = [&](std::uint32_t other) {
    const auto [at, is_new] = drawn.emplace(other, nodes.size());
    if (is_new) nodes.push_back({box_of(map.laws()[other], "../../"), false, {}});
    return at->second;
  };
  for (std::size_t i = 0; i < cites.size() && i < kMostNeighbours; ++i)
    edges.push_back({0, node_of(cites[i].law), cites[i].count});
  for (std::size_t i = 0; i < cited_by.size() && i < kMostNeighbours; ++i)
    edges.push_back({node_of(cited_by[i].law), 0, cited_by[i].count});
  View view = page_view(options, own.title + "の引用関係", "../../../");
  view.values["law_title"] = own.title;
  view.values["lead"] =
      "矢印は、引用する法令から引用される法令へ向かいます。線が太いほど引用が多く、図は引用の多い順"
      "に"
      "それぞれ12法令までです。下の一覧の括弧の中は引用の数です。";
  view.values["svg"] = render_graph(nodes, edges, own.title + "と引用し合う法令の図");
  view.lists["groups"] = {list_of("この法令が引用する法令", cites, map, "../../"),
                          list_of("この法令を引用する法令", cited_by, map, "../../")};
  return templates.page("graph", view);
}

std::string graph_page(const LawMap& map, const CitationGraph& graph, const SiteOptions& options,
                       Templates& templates) {
  std::vector<Neighbour> most;  // laws by how often others cite them
  for (std::uint32_t i = 0; i < map.laws().size(); ++i) {
    if (const auto count = total(graph.cited_by(i)); count > 0) most.push_back({i, count});
  }
  most = nearest(std::move(most));
  std::vector<std::uint32_t> shown;
  if (map.laws().size() <= kMostLawsInGraph) {
    for (std::uint32_t i = 0; i < map.laws().size(); ++i) {
      if (!graph.cites(i).empty() || !graph.cited_by(i).empty()) shown.push_back(i);
    }
  } else {
    for (std::size_t k = 0; k < most.size() && k < kMostLawsInGraph / 2; ++k)
      shown.push_back(most[k].law);
    std::sort(shown.begin(), shown.end());
  }
  View view = page_view(options, "引用関係", "../");
  view.values["lead"] =
      "法令どうしの引用を示します。法律とその政令・省令等を一つの枠にまとめ、矢印は引用する側から"
      "引用される側へ向かいます。濃い線は枠ごとに最も多く引用する先、薄い線はほかに多く引用する先で"
      "す。"
      "すべての関係は、各法令のページの「引用関係の図」にあります。";
  if (!shown.empty()) {
    const Clusters clusters = clusters_of(shown, map, graph, "../law/");
    view.values["svg"] = render_graph(clusters.nodes, clusters.edges, "法令どうしの引用の図");
  }
  view.lists["groups"] = {list_of("ほかの法令に引用される法令", most, map, "../law/")};
  return templates.page("graph", view);
}

}  // namespace web
