// SPDX-License-Identifier: GPL-2.0-or-later
#include "web-static/unit_text.h"

#include "web-static/javascript.h"
#include "web-static/law_contents.h"

namespace web {
namespace {

using corpus::Law;
using corpus::Provision;
using corpus::SegmentKind;

constexpr std::size_t kFileSize = 48 * 1024;

void add_lines(UnitText& unit, const Law& law, std::size_t begin) {
  for (std::size_t i = begin; i < law.provisions[begin].end;) {
    if (i != begin && is_unit(law, i)) {
      i = law.provisions[i].end;
      continue;
    }
    const Provision& p = law.provisions[i];
    if (!p.text.empty() || i != begin) {
      const bool numbered = p.segment.kind >= SegmentKind::paragraph;
      unit.lines.push_back({to_anchor(law.address(i)), numbered ? p.num : "", p.text});
    }
    ++i;
  }
}

void append_unit(std::string& out, const UnitText& unit) {
  out += '[';
  append_js_string(out, unit.num);
  out += ',';
  append_js_string(out, unit.caption);
  out += ",[";
  bool first = true;
  for (const UnitLine& line : unit.lines) {
    if (!first) out += ',';
    first = false;
    append_js_string(out, line.anchor.substr(unit.anchor.size()));
    out += ',';
    append_js_string(out, line.num);
    out += ',';
    append_js_string(out, line.text);
  }
  out += "]]";
}

}  // namespace

std::vector<UnitText> unit_texts(const Law& law) {
  std::vector<UnitText> out;
  for (std::size_t i = 0; i < law.provisions.size(); ++i) {
    const Provision& p = law.provisions[i];
    const bool chapter = is_chapter_like(p.segment.kind);
    if (!chapter && !is_unit(law, i)) continue;
    UnitText unit{to_anchor(law.address(i)), p.num, p.caption, {}, false};
    unit.in_suppl = law.ancestor(i, SegmentKind::suppl).has_value();
    if (!chapter) add_lines(unit, law, i);
    out.push_back(std::move(unit));
  }
  return out;
}

std::optional<std::size_t> unit_of(const Law& law, std::size_t provision) {
  for (std::size_t i = provision;; i = law.provisions[i].parent) {
    if (is_unit(law, i)) return i;
    if (law.provisions[i].parent == i) return {};
  }
}

std::optional<std::size_t> unit_at(const Law& law, corpus::Address address) {
  if (!address.path.empty() && address.path.back().each) address.path.pop_back();
  for (; !address.path.empty(); address.path.pop_back()) {
    if (const auto at = law.find(address.path)) return unit_of(law, *at);
  }
  return {};
}

std::vector<UnitText> unit_texts(const documents::DocumentText& document) {
  std::vector<UnitText> out;
  for (std::size_t s = 0; s < document.sections.size(); ++s) {
    const documents::Section& section = document.sections[s];
    UnitText unit{"s" + std::to_string(s), {}, {}, {}, false};
    if (section.heading) unit.caption = document.blocks[*section.heading].text.of(document.text);
    for (std::size_t b = section.first; b < section.last; ++b)
      unit.lines.push_back({unit.anchor, document.blocks[b].mark,
                            std::string(document.blocks[b].text.of(document.text))});
    out.push_back(std::move(unit));
  }
  return out;
}

std::vector<std::string> data_files(const Law& law, const std::vector<UnitText>& units) {
  return data_files(DataHead{law.id, law.title, law.number, law.revision, law.digest}, units);
}

std::vector<std::string> data_files(const DataHead& law, const std::vector<UnitText>& units) {
  std::vector<std::string> bodies(1);
  std::string starts = "0";
  std::string anchors;
  for (std::size_t i = 0; i < units.size(); ++i) {
    if (bodies.back().size() > kFileSize) {
      bodies.emplace_back();
      starts += ',' + std::to_string(i);
    }
    if (!bodies.back().empty()) bodies.back() += ",\n";
    append_unit(bodies.back(), units[i]);
    anchors += (i > 0 ? " " : "") + units[i].anchor;
  }
  std::vector<std::string> out;
  for (std::size_t i = 0; i < bodies.size(); ++i) {
    std::string file = "jobunData(" + js_string(law.id) + ',' + std::to_string(i) + ",{";
    if (i == 0) {
      file += "\"t\":" + js_string(law.title) + ",\"n\":" + js_string(law.number) +
              ",\"r\":" + js_string(law.revision) + ",\"d\":" + (law.digest ? "1" : "0") +
              ",\"c\":[" + starts + "],\"a\":" + js_string(anchors) + ',';
    }
    out.push_back(file + "\"u\":[" + bodies[i] + "]});\n");
  }
  return out;
}

}  // namespace web
