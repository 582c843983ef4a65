// SPDX-License-Identifier: GPL-2.0-or-later
#include "web-static/citing.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <set>
#include <tuple>

#include "corpus/address_text.h"
#include "web-static/html.h"
#include "web-static/unit_text.h"

namespace web {
namespace {

using Citing = CitationGraph::Citing;
using corpus::LawType;

// Calls row(columns) for each line of four columns.
template <typename Row>
void for_each_row(std::string_view lines, Row row) {
  while (!lines.empty()) {
    const std::size_t end = std::min(lines.find('\n'), lines.size());
    std::string_view line = lines.substr(0, end);
    std::array<std::string_view, 4> columns;
    for (std::string_view& column : columns) {
      const std::size_t tab = std::min(line.find('\t'), line.size());
      column = line.substr(0, tab);
      line.remove_prefix(std::min(tab + 1, line.size()));
    }
    row(columns);
    lines.remove_prefix(std::min(end + 1, lines.size()));
  }
}

void append_row(std::string& out, std::string_view a, std::string_view b, std::string_view c,
                std::string_view d) {
  out.append(a).append("\t").append(b).append("\t").append(c).append("\t").append(d).append("\n");
}

std::string_view law_id_of(std::string_view address) {
  return address.substr(0, address.find_first_of("/@:"));
}

// The units a target reaches: one, or for a range those from its first to its last.
std::vector<std::size_t> units_of(const corpus::Law& law, std::string_view target) {
  const auto range = corpus::parse_address_range(target);
  if (!range || range->first.is_law()) return {};
  const auto first = unit_at(law, range->first);
  if (!first) return {};
  std::vector<std::size_t> out{*first};
  const auto last = range->last ? unit_at(law, *range->last) : std::nullopt;
  if (!last || *last <= *first) return out;
  for (std::size_t i = law.provisions[*first].end; i <= *last;) {
    if (is_unit(law, i)) {
      out.push_back(i);
      i = law.provisions[i].end;
    } else {
      ++i;
    }
  }
  return out;
}

struct Purpose {
  std::string_view key;
  std::string_view words;
};
constexpr std::array<Purpose, 4> kPurposes = {{{"mutatis_mutandis", "準用"},
                                               {"penalty", "罰則"},
                                               {"delegation", "委任"},
                                               {"amendment", "改正"}}};

std::string_view words_of_purpose(std::string_view key) {
  const auto* row = std::find_if(kPurposes.begin(), kPurposes.end(),
                                 [&](const Purpose& p) { return p.key == key; });
  return row == kPurposes.end() ? std::string_view{} : row->words;
}

enum Group : std::uint8_t { own, acts, orders, papers };
constexpr std::array<std::string_view, 4> kGroupNames = {"この法令", "ほかの法律", "政令・省令等",
                                                         "資料"};

Group group_of(const Citing& c, std::uint32_t law, const LawMap& map) {
  if (c.document) return papers;
  if (c.law == law) return own;
  return map.laws()[c.law].type <= LawType::act ? acts : orders;
}

struct CitingLink {
  std::string title;  // of the law or document
  std::string name;   // of the place in it
  std::string href;
};
std::optional<CitingLink> link_of(const Citing& c, std::uint32_t law, const LawMap& map,
                                  const std::string& own_page, const std::string& laws_folder) {
  if (c.document) {
    const DocumentOnSite& document = map.documents()[c.law];
    return CitingLink{document.title, "該当箇所",
                      laws_folder + "../documents/" + percent_encoded(document.id) + "/index.html" +
                          escaped(c.from)};
  }
  const auto from = corpus::parse_address(c.from);
  const auto place = from ? map.link_to(*from) : std::nullopt;
  if (!place) return {};
  const LawOnSite& citing = map.laws()[c.law];
  std::string name = to_japanese(*from, corpus::NumberStyle::kanji);
  return CitingLink{citing.title, name.empty() ? citing.title : name,
                    (c.law == law ? own_page : laws_folder + citing.id + "/index.html") + '#' +
                        (place->anchor.empty() ? "main" : percent_encoded(place->anchor))};
}

std::string render_groups(const std::vector<Citing>& citing, std::uint32_t law, const LawMap& map,
                          std::size_t most, const std::string& own_page,
                          const std::string& laws_folder) {
  std::string out;
  std::optional<Group> open;
  std::uint32_t open_law = law;
  std::size_t count = 0;
  for (const Citing& c : citing) {
    if (count++ == most) break;
    const auto link = link_of(c, law, map, own_page, laws_folder);
    if (!link) continue;
    const Group group = group_of(c, law, map);
    const bool new_group = open != group;
    if (new_group) {
      out += (open ? "</p></dd><dt>" : "<dl><dt>") + std::string(kGroupNames.at(group)) +
             "</dt><dd><p>";
      open = group;
    }
    if (group != own && (new_group || open_law != c.law)) {
      if (!new_group) out += "</p><p>";
      out += "<cite>" + escaped(link->title) + "</cite> ";
      open_law = c.law;
    } else if (!new_group) {
      out += "、";
    }
    out += "<a href=\"" + link->href + "\">" + escaped(link->name) + "</a>";
    if (const auto words = words_of_purpose(c.purpose); !words.empty())
      out += "（" + std::string(words) + "）";
  }
  if (open) out += "</p></dd></dl>";
  return out;
}

}  // namespace

void CitationGraph::add(std::uint32_t law, const std::string& law_id,
                        const std::vector<citations::ReferenceRecord>& references) {
  for (const auto& r : references) {
    for (const std::string& target : r.targets) {
      const std::string_view id = law_id_of(target);
      if (id != law_id && r.status != "unknown_law")
        append_row(out_[law], id, target, r.from, r.purpose);
    }
  }
}

void CitationGraph::add_document(std::uint32_t document,
                                 const std::vector<citations::ReferenceRecord>& references) {
  for (const auto& r : references) {
    const std::size_t hash = r.from.find('#');
    if (hash == std::string::npos) continue;
    for (const std::string& target : r.targets)
      append_row(documents_, law_id_of(target), target,
                 std::to_string(document) + r.from.substr(hash), r.purpose);
  }
}

void CitationGraph::finish(const LawMap& map) {
  cites_.resize(out_.size());
  cited_by_.resize(out_.size());
  for (std::uint32_t law = 0; law < out_.size(); ++law) {
    std::map<std::uint32_t, std::uint32_t> counts;
    const std::string index = std::to_string(law);
    for_each_row(out_[law], [&](const auto& row) {
      const auto target = map.find(row[0]);
      if (!target) return;
      ++counts[*target];
      if (row[1] != row[0]) append_row(in_[*target], index, row[1], row[2], row[3]);
    });
    out_[law] = {};
    for (const auto& [target, count] : counts) {
      cites_[law].push_back({target, count});
      cited_by_[target].push_back({law, count});
    }
  }

  // Behind the laws: "d0", target, "#s3".
  for_each_row(documents_, [&](const auto& row) {
    const auto target = map.find(row[0]);
    const std::size_t hash = row[2].find('#');
    if (!target || row[1] == row[0] || hash == std::string_view::npos) return;
    append_row(in_[*target], "d" + std::string(row[2].substr(0, hash)), row[1], row[2].substr(hash),
               row[3]);
  });
  documents_.clear();
}

std::vector<Citing> CitationGraph::into(std::uint32_t law) const {
  std::vector<Citing> out;
  for_each_row(in_[law], [&](const auto& row) {
    Citing c{0, std::string(row[2]), std::string(row[1]), std::string(row[3]),
             row[0].starts_with('d')};
    std::from_chars(row[0].data() + (c.document ? 1 : 0), row[0].data() + row[0].size(), c.law);
    out.push_back(std::move(c));
  });
  return out;
}

CitedUnits cited_units(const corpus::Law& law, std::uint32_t index,
                       const std::vector<citations::ReferenceRecord>& own,
                       const CitationGraph& graph, const LawMap& map) {
  std::vector<Citing> all;
  for (const auto& r : own) {
    for (const std::string& target : r.targets) {
      if (law_id_of(target) == law.id) all.push_back({index, r.from, target, r.purpose, false});
    }
  }
  for (Citing& c : graph.into(index)) all.push_back(std::move(c));
  std::stable_sort(all.begin(), all.end(), [&](const Citing& a, const Citing& b) {
    const auto key = [&](const Citing& c) {
      const auto type = c.document ? LawType::misc : map.laws()[c.law].type;
      return std::tuple(group_of(c, index, map),
                        !c.document && c.law == index ? LawType::constitution : type, c.law);
    };
    return key(a) < key(b);
  });
  CitedUnits out;
  std::set<std::tuple<std::size_t, std::string, std::uint32_t>> seen;
  for (const Citing& c : all) {
    for (const std::size_t unit : units_of(law, c.target)) {
      if (seen.emplace(unit, c.from, c.document ? c.law + 1 : 0).second) out[unit].push_back(c);
    }
  }
  return out;
}

BesidePart citing_part(const std::vector<Citing>& citing, std::uint32_t law, const LawMap& map,
                       std::size_t most, const std::string& more) {
  BesidePart part{"引用元", citing.size(), render_groups(citing, law, map, most, {}, "../")};
  if (citing.size() > most) {
    part.html += "<p><a href=\"" + escaped(more) + "\">すべて（" + std::to_string(citing.size()) +
                 "件）を見る</a></p>";
  }
  return part;
}

std::string render_citing_list(const std::vector<Citing>& citing, std::uint32_t law,
                               const LawMap& map, const std::string& root) {
  return render_groups(citing, law, map, SIZE_MAX, "../index.html", root + "law/");
}

}  // namespace web
