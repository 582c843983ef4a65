// SPDX-License-Identifier: GPL-2.0-or-later
#include "web-static/site_pages.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <tuple>

#include "web-static/document_page.h"
#include "web-static/html.h"
#include "web-static/law_graph.h"
#include "web-static/obligations.h"

namespace web {
namespace {

using Neighbour = CitationGraph::Neighbour;

struct Group {
  std::string_view id;
  std::string_view name;
};

// In the order of the legal hierarchy, as corpus::LawType has it.
constexpr std::array<Group, 7> kGroups = {{{"constitution", "憲法"},
                                           {"act", "法律"},
                                           {"cabinet-order", "政令"},
                                           {"imperial-order", "勅令"},
                                           {"ministerial-ordinance", "府令・省令・共同命令"},
                                           {"rule", "規則"},
                                           {"misc", "その他"}}};

constexpr std::array<std::pair<std::string_view, std::string_view>, 6> kStatusNames = {
    {{"resolved", "条文へのリンク"},
     {"outside", "このサイトに本文がない法令（e-Govへのリンク）"},
     {"not_in_force", "未施行の条文（リンクなし）"},
     {"repealed", "削除・廃止されたもの"},
     {"unknown_law", "法令を特定できないもの（リンクなし）"},
     {"unresolved", "たどれないもの（リンクなし）"}}};

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
                                    {"count", std::to_string(n.count)}},
                                   {}});
  }
  return group;
}

std::string name_of_kind(std::string_view kind) {
  return kind == "strategy"     ? "戦略・方針"
         : kind == "commentary" ? "解説"
         : kind == "bill"       ? "法案"
                                : "";
}

std::vector<const LawOnSite*> by_rank(const LawMap& map) {
  std::vector<const LawOnSite*> laws;
  for (const LawOnSite& law : map.laws()) laws.push_back(&law);
  std::sort(laws.begin(), laws.end(), [](const LawOnSite* a, const LawOnSite* b) {
    return std::tie(a->type, a->kana, a->title, a->id) <
           std::tie(b->type, b->kana, b->title, b->id);
  });
  return laws;
}

}  // namespace

std::string printed_date(std::string_view date) {
  std::string digits;
  std::copy_if(date.begin(), date.end(), std::back_inserter(digits),
               [](char c) { return c >= '0' && c <= '9'; });
  if (digits == "99991231") return "未定の日";
  if (digits.size() != 8) return std::string(date);
  const auto number = [&](std::size_t at) {
    return digits[at] == '0' ? digits.substr(at + 1, 1) : digits.substr(at, 2);
  };
  return digits.substr(0, 4) + "年" + number(4) + "月" + number(6) + "日";
}

View page_view(const SiteOptions& options, const std::string& title, const std::string& root) {
  return {{{"site", options.title},
           {"title", title},
           {"root", root},
           {"has_graph", options.references ? "1" : ""},
           {"has_documents", options.documents.empty() ? "" : "1"},
           {"has_terms", options.definitions ? "1" : ""},
           {"has_obligations", options.obligations ? "1" : ""}},
          {}};
}

std::string index_page(const LawMap& map, const SiteOptions& options, Templates& templates) {
  const std::vector<const LawOnSite*> laws = by_rank(map);
  View view = page_view(options, options.title, "");
  view.values["root"] = "./";
  view.values["count"] = std::to_string(laws.size());
  std::vector<View>& groups = view.lists["groups"];
  for (std::size_t i = 0; i < laws.size(); ++i) {
    const LawOnSite& law = *laws[i];
    if (i == 0 || law.type != laws[i - 1]->type) {
      const Group& group = kGroups.at(static_cast<std::size_t>(law.type));
      groups.push_back({{{"group_id", std::string(group.id)}, {"group", std::string(group.name)}},
                        {{"laws", {}}}});
    }
    auto& rows = groups.back().lists["laws"];
    rows.push_back({{{"id", law.id},
                     {"law_title", law.title},
                     {"number", law.number},
                     {"in_force", printed_date(law.revision)},
                     {"digest", law.digest ? "1" : ""},
                     {"official", law.digest ? "" : "1"}},
                    {}});
    groups.back().values["group_count"] = std::to_string(rows.size());
  }
  return templates.page("index", view);
}

std::string about_page(const LawMap& map, const StatusCounts& statuses, const SiteOptions& options,
                       Templates& templates) {
  View view = page_view(options, "このサイトについて", "../");
  const auto& all = map.laws();
  const auto digests = static_cast<std::size_t>(
      std::count_if(all.begin(), all.end(), [](const LawOnSite& l) { return l.digest; }));
  view.values["count"] = std::to_string(all.size());
  view.values["official_count"] = std::to_string(all.size() - digests);
  view.values["digest_count"] = digests == 0 ? "" : std::to_string(digests);
  std::vector<View>& sources = view.lists["sources"];
  for (const Source& s : options.sources) {
    sources.push_back({{{"source_title", s.title},
                        {"source_url", s.url},
                        {"source_link", is_web_url(s.url) ? s.url : ""},
                        {"source_text", is_web_url(s.url) ? "" : s.url},
                        {"licence", s.licence},
                        {"retrieved", printed_date(s.retrieved)}},
                       {}});
  }
  std::vector<View>& laws = view.lists["digests"];
  for (const LawOnSite& law : all) {
    if (law.digest) laws.push_back({{{"id", law.id}, {"law_title", law.title}}, {}});
  }
  std::uint64_t references = 0;
  for (const auto& [status, name] : kStatusNames) {
    const auto found = statuses.find(std::string(status));
    const std::uint64_t count = found == statuses.end() ? 0 : found->second;
    references += count;
    view.lists["statuses"].push_back(
        {{{"name", std::string(name)}, {"count", std::to_string(count)}}, {}});
  }
  view.values["reference_count"] = references == 0 ? "" : std::to_string(references);
  return templates.page("about", view);
}

std::string registers_page(const LawMap& map, const std::vector<StatusCounts>& counts,
                           const SiteOptions& options, Templates& templates) {
  View view = page_view(options, "義務・権限", "../");
  for (const LawOnSite* law : by_rank(map)) {
    const auto& own = counts[*map.find(law->id)];
    if (own.empty()) continue;
    View row{{{"id", law->id}, {"law_title", law->title}}, {{"counts", {}}}};
    for (const auto& [modality, count] : own) {
      row.lists["counts"].push_back(
          {{{"name", std::string(name_of_modality(modality))}, {"count", std::to_string(count)}},
           {}});
    }
    view.lists["laws"].push_back(std::move(row));
  }
  return templates.page("registers", view);
}

std::string terms_page(const std::vector<TermRow>& rows, const SiteOptions& options,
                       Templates& templates) {
  View view = page_view(options, "用語索引", "../");
  std::size_t total = 0;
  for (const TermRow& row : rows) {
    total += row.terms;
    view.lists["rows"].push_back(
        {{{"id", row.id}, {"name", row.name}, {"count", std::to_string(row.terms)}}, {}});
  }
  view.values["count"] = std::to_string(total);
  return templates.page("terms", view);
}

std::string term_row_page(const TermRow& row, const SiteOptions& options, Templates& templates) {
  View view = page_view(options, "用語索引　" + row.name, "../../");
  view.values["name"] = row.name;
  view.values["list"] = row.html;
  return templates.page("term_row", view);
}

std::string documents_page(const LawMap& map, const SiteOptions& options, Templates& templates) {
  View view = page_view(options, "資料", "../");
  view.values["count"] = std::to_string(map.documents().size());
  for (const DocumentOnSite& d : map.documents()) {
    view.lists["documents"].push_back({{{"href", percent_encoded(d.id) + "/index.html"},
                                        {"document_title", d.title},
                                        {"kind", name_of_kind(d.kind)},
                                        {"date", printed_date(d.date)},
                                        {"digest", d.digest ? "1" : ""}},
                                       {}});
  }
  return templates.page("documents", view);
}

std::string document_page(const SiteDocument& document, const LawMap& map,
                          const SiteOptions& options, Templates& templates) {
  const documents::DocumentText text = document.load();
  const auto references = document.references();
  const LinkContext context{map, {}, options.title_of, "../../law/"};
  View view = page_view(options, document.about.title, "../../");
  view.values.insert({{"outline", render_outline(text)},
                      {"body", render_document(text, references, context)},
                      {"kind", name_of_kind(document.about.kind)},
                      {"date", printed_date(document.about.date)},
                      {"source", document.source},
                      {"source_link", is_web_url(document.url) ? document.url : ""},
                      {"licence", document.licence},
                      {"reference_count", std::to_string(references.size())},
                      {"egov", "https://laws.e-gov.go.jp/"},
                      {"document_page", "1"},
                      {"digest", document.about.digest ? "1" : ""}});
  return templates.page("document", view);
}

std::string search_page(const SiteOptions& options, Templates& templates) {
  View view = page_view(options, "検索", "../");
  view.values["search_page"] = "1";
  for (std::size_t i = 0; i < kGroups.size(); ++i) {
    view.lists["kinds"].push_back(
        {{{"value", std::to_string(i)}, {"name", std::string(kGroups.at(i).name)}}, {}});
  }
  if (!options.documents.empty())
    view.lists["kinds"].push_back(
        {{{"value", std::to_string(kGroups.size())}, {"name", "文書"}}, {}});
  return templates.page("search", view);
}

std::string law_graph_page(std::uint32_t law, const LawMap& map, const CitationGraph& graph,
                           const SiteOptions& options, Templates& templates) {
  const auto cites = nearest(graph.cites(law));
  const auto cited_by = nearest(graph.cited_by(law));
  if (cites.empty() && cited_by.empty()) return {};
  const LawOnSite& own = map.laws()[law];
  std::vector<GraphNode> nodes{{own.title, "../index.html", own.type, true}};
  std::vector<GraphEdge> edges;
  std::map<std::uint32_t, std::size_t> drawn;
  const auto node_of = [&](std::uint32_t other) {
    const auto [at, is_new] = drawn.emplace(other, nodes.size());
    const LawOnSite& l = map.laws()[other];
    if (is_new) nodes.push_back({l.title, "../../" + l.id + "/index.html", l.type, false});
    return at->second;
  };
  for (std::size_t i = 0; i < cites.size() && i < kMostNeighbours; ++i)
    edges.push_back({0, node_of(cites[i].law), cites[i].count});
  for (std::size_t i = 0; i < cited_by.size() && i < kMostNeighbours; ++i)
    edges.push_back({node_of(cited_by[i].law), 0, cited_by[i].count});
  View view = page_view(options, own.title + "の引用関係", "../../../");
  view.values["law_title"] = own.title;
  view.values["lead"] =
      "矢印は、引用する法令から引用される法令へ向かいます。線が太いほど引用が多く、図には引用の多い"
      "順に"
      "それぞれ12法令までを示します。括弧の中は引用の数です。";
  view.values["svg"] = render_graph(nodes, edges, own.title + "と引用し合う法令の図");
  view.lists["groups"] = {list_of("この法令が引用する法令", cites, map, "../../"),
                          list_of("この法令を引用する法令", cited_by, map, "../../")};
  return templates.page("graph", view);
}

bool has_graph(const LawMap&, const SiteOptions& options) {
  return static_cast<bool>(options.references);
}

std::string graph_page(const LawMap& map, const CitationGraph& graph, const SiteOptions& options,
                       Templates& templates) {
  const auto total = [](const std::vector<Neighbour>& all) {
    return std::accumulate(all.begin(), all.end(), std::uint32_t{0},
                           [](std::uint32_t sum, const Neighbour& n) { return sum + n.count; });
  };
  std::vector<Neighbour> most;  // laws by how often others cite them
  for (std::uint32_t i = 0; i < map.laws().size(); ++i) {
    if (const auto count = total(graph.cited_by(i)); count > 0) most.push_back({i, count});
  }
  most = nearest(std::move(most));
  std::vector<GraphNode> nodes;
  std::vector<GraphEdge> edges;
  std::map<std::uint32_t, std::size_t> drawn;
  const bool small = map.laws().size() <= kMostLawsInGraph;
  for (std::uint32_t i = 0; i < map.laws().size(); ++i) {
    const bool linked = !graph.cites(i).empty() || !graph.cited_by(i).empty();
    const bool shown = small ? linked
                             : std::any_of(most.begin(),
                                           most.begin() + static_cast<std::ptrdiff_t>(std::min(
                                                              most.size(), kMostLawsInGraph / 2)),
                                           [&](const Neighbour& n) { return n.law == i; });
    if (!shown) continue;
    drawn.emplace(i, nodes.size());
    const LawOnSite& l = map.laws()[i];
    nodes.push_back({l.title, "../law/" + l.id + "/index.html", l.type, false});
  }
  // Of each law the three it cites most: more lines than that nobody can follow.
  constexpr std::size_t kMostLines = 3;
  for (const auto& [law, node] : drawn) {
    std::size_t lines = 0;
    for (const Neighbour& n : nearest(graph.cites(law))) {
      const auto other = drawn.find(n.law);
      if (other == drawn.end()) continue;
      edges.push_back({node, other->second, n.count});
      if (++lines == kMostLines) break;
    }
  }
  View view = page_view(options, "引用関係", "../");
  view.values["lead"] =
      "法令どうしの引用を示します。矢印は、引用する法令から引用される法令へ向かい、各法令につき引用"
      "の多い順に3本"
      "までを描いています。すべての関係は、各法令のページの「引用関係の図」にあります。";
  if (!nodes.empty()) view.values["svg"] = render_graph(nodes, edges, "法令どうしの引用の図");
  view.lists["groups"] = {list_of("ほかの法令に引用される法令", most, map, "../law/")};
  return templates.page("graph", view);
}

}  // namespace web
