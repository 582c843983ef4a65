// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/jobun/impact_view.h"

#include <fmt/format.h>

#include <algorithm>
#include <iostream>
#include <map>
#include <vector>

#include "query/impact.h"
#include "query/impact_sources.h"
#include "query/jobun/document_text.h"
#include "query/jobun/lookup.h"
#include "query/jobun/records.h"
#include "query/jobun/reference_text.h"
#include "query/jobun/terminal.h"

namespace jobun {
namespace {

using indexer::KnowledgeBase;
using query::DependentKind;

struct Group {
  DependentKind kind;
  std::string_view title;
};
constexpr Group kGroups[] = {{DependentKind::article, "法律の条文"},
                             {DependentKind::order, "命令の条文"},
                             {DependentKind::obligation, "義務・権限を定める条文"},
                             {DependentKind::document, "文書の箇所"}};

std::string_view in_japanese(query::Link link) {
  switch (link) {
    case query::Link::citation:
      return "引用";
    case query::Link::term:
      return "用語";
    case query::Link::delegation:
      return "委任";
  }
  return "";
}

std::string name_of_place(const std::string& address, const KnowledgeBase& kb,
                          std::string_view own) {
  if (!is_document_address(address)) return name_of_target(address, kb, own);
  const auto place = prose::parse_document_address(address);
  const auto* entry = place ? kb.document(place->id) : nullptr;
  if (entry == nullptr) return address;
  return entry->title + (entry->date.empty() ? "" : "（" + document_date(entry->date) + "）");
}

// 第二条第三項 ←用語「特別…」 第四条第一項 ←引用「第四条第一項」 第五条
std::string path_in_words(const query::Dependent& d, const KnowledgeBase& kb,
                          std::string_view own) {
  std::string out;
  for (const query::Dependence& step : d.path) {
    out += (out.empty() ? name_of_place(step.to, kb, own) : "") + " ←" +
           std::string(in_japanese(step.link)) + "「" + step.text + "」";
    if (&step != &d.path.back()) out += ' ' + name_of_place(step.from, kb, own);
  }
  return out;
}

void print_json(const std::vector<query::Dependent>& found, query::ImpactSources& sources,
                const KnowledgeBase& kb) {
  for (const query::Dependent& d : found) {
    Record path = Record::array();
    for (const query::Dependence& step : d.path) {
      path.push_back({{"from", step.from},
                      {"to", step.to},
                      {"link", to_string(step.link)},
                      {"text", step.text}});
    }
    std::cout << to_line({{"address", d.address},
                          {"distance", d.distance},
                          {"kind", to_string(sources.kind_of(d.address))},
                          {"name", name_of_place(d.address, kb, "")},
                          {"path", std::move(path)}});
  }
}

void print_groups(const std::vector<query::Dependent>& found, query::ImpactSources& sources,
                  const KnowledgeBase& kb, std::string_view own) {
  std::map<DependentKind, std::vector<const query::Dependent*>> by_kind;
  for (const query::Dependent& d : found) by_kind[sources.kind_of(d.address)].push_back(&d);
  for (const Group& group : kGroups) {
    const auto members = by_kind.find(group.kind);
    if (members == by_kind.end()) continue;
    std::cout << "  "
              << paint(Paint::title, fmt::format("{}（{}件）", group.title, members->second.size()),
                       std::cout)
              << '\n';
    for (const query::Dependent* d : members->second) {
      std::cout << "    " << name_of_place(d->address, kb, own) << ' '
                << paint(Paint::dim, '[' + d->address + ']', std::cout) << "  "
                << path_in_words(*d, kb, own) << '\n';
    }
  }
}

}  // namespace

std::size_t show_impact(const Session& session, const corpus::Address& asked,
                        const std::string& date, unsigned depth, std::size_t limit,
                        const KnowledgeBase& kb) {
  choose_revision(asked, date, kb);  // says where the text is when it is not on hand
  corpus::Address address = asked;
  address.revision.clear();
  query::ImpactSources sources(kb, date);
  const auto direct = [&](const std::string& place) { return sources.direct(place); };
  const query::Impact impact = query::find_dependents(to_string(address), direct, depth, limit);
  if (session.json) {
    print_json(impact.dependents, sources, kb);
  } else {
    std::cout << paint(Paint::title, name_of_place(to_string(address), kb, "") + "に依存するもの",
                       std::cout)
              << fmt::format("（{}件{}、{}段まで）\n", impact.dependents.size(),
                             impact.truncated ? "以上" : "", depth);
    print_groups(impact.dependents, sources, kb, address.law_id);
  }
  if (impact.truncated)
    std::cerr << fmt::format("{}件で打ち切りました。ほかにもあります（--limit で増やせます）\n",
                             impact.dependents.size());
  return impact.dependents.size();
}

}  // namespace jobun
