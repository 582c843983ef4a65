// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/documents/document.h"

#include <algorithm>
#include <iterator>
#include <nlohmann/json.hpp>

#include "corpus/error.h"

namespace documents {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view kBlockKinds[] = {"heading", "paragraph", "bullet",
                                            "table",   "box",       "footnote"};
constexpr std::string_view kAsides[] = {"page_number", "running_head", "contents"};

template <typename Enum, std::size_t N>
Enum parse_enum(const std::string_view (&names)[N], const std::string& name) {
  const auto* found = std::find(std::begin(names), std::end(names), name);
  if (found == std::end(names)) throw std::invalid_argument(name);
  return static_cast<Enum>(found - names);
}

Json json_of(const std::optional<std::size_t>& value) { return value ? Json(*value) : Json(); }

std::optional<std::size_t> optional_of(const Json& json) {
  if (json.is_null()) return std::nullopt;
  return json.get<std::size_t>();
}

// The texts and spans a reader follows must lie inside the text.
void check(const DocumentText& d) {
  const bool spans = std::all_of(d.blocks.begin(), d.blocks.end(), [&](const Block& b) {
    return b.text.begin <= b.text.end && b.text.end <= d.text.size();
  });
  const bool sections = std::all_of(d.sections.begin(), d.sections.end(), [&](const Section& s) {
    return s.first <= s.last && s.last <= d.blocks.size() && s.parent < d.sections.size() &&
           (!s.heading || *s.heading < d.blocks.size());
  });
  const bool marks = std::all_of(d.marks.begin(), d.marks.end(), [&](const NoteMark& m) {
    return m.at <= d.text.size() && (!m.note || *m.note < d.blocks.size());
  });
  if (!spans || !sections || !marks) throw std::invalid_argument("span");
}

}  // namespace

std::string_view to_string(BlockKind kind) { return kBlockKinds[static_cast<std::size_t>(kind)]; }
std::string_view to_string(Aside aside) { return kAsides[static_cast<std::size_t>(aside)]; }

std::vector<std::string> heading_path(const DocumentText& document, std::size_t section) {
  std::vector<std::string> out;
  for (std::size_t s = section; s != 0; s = document.sections[s].parent) {
    const Section& at = document.sections[s];
    if (at.heading) out.emplace_back(document.blocks[*at.heading].text.of(document.text));
    if (at.parent >= s) break;
  }
  std::reverse(out.begin(), out.end());
  return out;
}

std::string text_of_section(const DocumentText& document, std::size_t section) {
  const Section& s = document.sections[section];
  std::string out;
  for (std::size_t b = s.first; b < s.last; ++b) {
    const Block& block = document.blocks[b];
    if (block.text.empty()) continue;
    if (!out.empty()) out += '\n';
    if (!block.mark.empty()) out += block.mark + ' ';
    out += block.text.of(document.text);
  }
  return out;
}

std::size_t section_at(const DocumentText& document, std::size_t at) {
  std::size_t found = 0;
  for (std::size_t s = 1; s < document.sections.size(); ++s) {
    const auto heading = document.sections[s].heading;
    if (heading && document.blocks[*heading].text.begin > at) break;
    found = s;
  }
  return found;
}

std::string to_json(const DocumentText& d) {
  Json blocks = Json::array();
  for (const Block& b : d.blocks) {
    blocks.push_back({to_string(b.kind), b.text.begin, b.text.end, b.mark, b.level, b.line});
  }
  Json sections = Json::array();
  for (const Section& s : d.sections)
    sections.push_back({json_of(s.heading), s.first, s.last, s.parent, s.level});
  Json marks = Json::array();
  for (const NoteMark& m : d.marks)
    marks.push_back({m.at, m.label, m.source.begin, m.source.end, json_of(m.note)});
  Json asides = Json::array();
  for (const SetAside& a : d.set_aside)
    asides.push_back({to_string(a.why), a.source.begin, a.source.end, a.line});
  Json map = Json::array();
  for (const MapRun& r : d.map.runs())
    map.push_back({r.source, r.cells, r.text_cell, r.source_cell});
  const Json out = {
      {"format", 1},          {"title", d.title}, {"encoding", d.encoding}, {"blocks", blocks},
      {"sections", sections}, {"marks", marks},   {"set_aside", asides},    {"map", map}};
  return out.dump(-1, ' ', false, Json::error_handler_t::replace) + '\n';
}

DocumentText read_structure(std::string text, std::string_view json, const std::string& where) {
  DocumentText d;
  d.text = std::move(text);
  try {
    const Json in = Json::parse(json);
    d.title = in.at("title");
    d.encoding = in.at("encoding");
    for (const Json& b : in.at("blocks")) {
      d.blocks.push_back({.kind = parse_enum<BlockKind>(kBlockKinds, b.at(0)),
                          .text = {b.at(1), b.at(2)},
                          .mark = b.at(3),
                          .level = b.at(4),
                          .line = b.at(5)});
    }
    for (const Json& s : in.at("sections"))
      d.sections.push_back({optional_of(s.at(0)), s.at(1), s.at(2), s.at(3), s.at(4)});
    for (const Json& m : in.at("marks"))
      d.marks.push_back({m.at(0), m.at(1), {m.at(2), m.at(3)}, optional_of(m.at(4))});
    for (const Json& a : in.at("set_aside"))
      d.set_aside.push_back({parse_enum<Aside>(kAsides, a.at(0)), {a.at(1), a.at(2)}, a.at(3)});
    for (const Json& r : in.at("map")) {
      const std::size_t source = r.at(0), cells = r.at(1), text_cell = r.at(2),
                        source_cell = r.at(3);
      if (text_cell == 1 && source_cell == 1) {
        d.map.add_copy({source, source + cells});
        continue;
      }
      for (std::size_t c = 0; c < cells; ++c)
        d.map.add_cell(text_cell, {source + c * source_cell, source + (c + 1) * source_cell});
    }
    check(d);
  } catch (const std::exception& e) {
    throw corpus::Error(std::string("文書の構造の表が壊れています（") + e.what() + "）", where,
                        "jobun index をやり直してください");
  }
  return d;
}

}  // namespace documents
