// SPDX-License-Identifier: GPL-2.0-or-later
#include "web-static/comparison.h"

#include <algorithm>
#include <dtl/dtl.hpp>
#include <map>

#include "corpus/address_text.h"
#include "corpus/text.h"
#include "web-static/html.h"
#include "web-static/unit_text.h"

namespace web {
namespace {

using Letters = std::vector<char32_t>;

// Longer than any article: such texts (tables of a hundred pages) are set side by side unmarked.
constexpr std::size_t kLongest = 40'000;
// Fewer letters that happen to be the same between two changes are part of the change.
constexpr std::size_t kShortestSame = 3;

Letters letters_of(std::string_view text) {
  Letters out;
  for (std::size_t at = 0; at < text.size();) out.push_back(corpus::next_code_point(text, at));
  return out;
}

// Short runs of the same letters join the changes around them, and neighbours become one.
std::vector<ComparedRun> joined(const std::vector<ComparedRun>& runs) {
  std::vector<ComparedRun> out;
  for (std::size_t i = 0; i < runs.size(); ++i) {
    ComparedRun run = runs[i];
    const bool between = i > 0 && i + 1 < runs.size();
    if (!run.changed && between && corpus::count_code_points(run.before) < kShortestSame &&
        run.before.find('\n') == std::string::npos) {
      run.changed = true;
    }
    if (!out.empty() && out.back().changed == run.changed) {
      out.back().before += run.before;
      out.back().after += run.after;
    } else {
      out.push_back(std::move(run));
    }
  }
  return out;
}

std::string text_of(const UnitText& unit) {
  std::string out = unit.caption;
  const std::string head = unit.num;
  bool first = true;
  for (const UnitLine& line : unit.lines) {
    if (!out.empty()) out += '\n';
    const std::string& num = first && line.num.empty() ? head : line.num;
    if (!num.empty()) out += num + std::string(corpus::kColumnGap);
    out += line.text;
    first = false;
  }
  if (unit.lines.empty()) out = head + std::string(corpus::kColumnGap) + out;
  return out;
}

// Line breaks become elements, so that the marks stay inside lines.
void append_marked(std::string& out, std::string_view text, std::string_view tag) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    if (!line.empty()) {
      if (!tag.empty()) out.append("<").append(tag).append(">");
      append_escaped(out, line);
      if (!tag.empty()) out.append("</").append(tag).append(">");
    }
    if (end < text.size()) out += "</p><p>";
    text.remove_prefix(std::min(end + 1, text.size()));
  }
}

std::string without_empty_lines(std::string html) {
  for (std::size_t at = 0; (at = html.find("<p></p>", at)) != std::string::npos;) html.erase(at, 7);
  return html;
}

std::string pair_html(const std::string& heading, const std::string& before,
                      const std::string& after) {
  std::string old_side = "<p>";
  std::string new_side = "<p>";
  if (before.empty() || after.empty()) {
    old_side += before.empty() ? "（新設）" : "";
    new_side += after.empty() ? "（削る）" : "";
    append_marked(old_side, before, "del");
    append_marked(new_side, after, "ins");
  } else {
    for (const ComparedRun& run : compare_words(before, after)) {
      append_marked(old_side, run.before, run.changed ? "del" : "");
      append_marked(new_side, run.after, run.changed ? "ins" : "");
    }
  }
  return "<section class=\"pair\"><h2>" + escaped(heading) +
         "</h2><div class=\"old\" role=\"group\" aria-label=\"旧\">" +
         without_empty_lines(old_side + "</p>") +
         "</div><div class=\"new\" role=\"group\" aria-label=\"新\">" +
         without_empty_lines(new_side + "</p>") + "</div></section>\n";
}

std::string heading_of_unit(const corpus::Law& law, const UnitText& unit) {
  for (std::size_t i = 0; i < law.provisions.size(); ++i) {
    if (to_anchor(law.address(i)) != unit.anchor) continue;
    std::string name = to_japanese(law.address(i), corpus::NumberStyle::kanji);
    return name.empty() ? unit.num : name;
  }
  return unit.num;
}

}  // namespace

std::vector<ComparedRun> compare_words(std::string_view before, std::string_view after) {
  std::vector<ComparedRun> runs;
  const Letters a = letters_of(before);
  const Letters b = letters_of(after);
  if (a.size() > kLongest || b.size() > kLongest) {
    return {{std::string(before), std::string(after), before != after}};
  }
  dtl::Diff<char32_t, Letters> diff(a, b);
  diff.onHuge();
  diff.compose();
  for (const auto& [letter, info] : diff.getSes().getSequence()) {
    const bool changed = info.type != dtl::SES_COMMON;
    if (runs.empty() || runs.back().changed != changed) runs.push_back({{}, {}, changed});
    if (info.type != dtl::SES_ADD) corpus::append_code_point(runs.back().before, letter);
    if (info.type != dtl::SES_DELETE) corpus::append_code_point(runs.back().after, letter);
  }
  return joined(runs);
}

Comparison compare_laws(const corpus::Law& before, const corpus::Law& after) {
  const std::vector<UnitText> old_units = unit_texts(before);
  const std::vector<UnitText> new_units = unit_texts(after);
  std::map<std::string, std::size_t> in_new;
  for (std::size_t i = 0; i < new_units.size(); ++i) in_new.emplace(new_units[i].anchor, i);
  Comparison out;
  const auto add = [&](const UnitText* old_unit, const UnitText* new_unit) {
    const std::string old_text = old_unit == nullptr ? "" : text_of(*old_unit);
    const std::string new_text = new_unit == nullptr ? "" : text_of(*new_unit);
    if (old_text == new_text) return;
    ++out.units;
    out.html += pair_html(new_unit != nullptr ? heading_of_unit(after, *new_unit)
                                              : heading_of_unit(before, *old_unit),
                          old_text, new_text);
  };
  // In the order of the new text; what is gone stands where it stood.
  std::size_t next_old = 0;
  std::map<std::string, std::size_t> in_old;
  for (std::size_t i = 0; i < old_units.size(); ++i) in_old.emplace(old_units[i].anchor, i);
  for (const UnitText& unit : new_units) {
    const auto same = in_old.find(unit.anchor);
    if (same == in_old.end()) {
      add(nullptr, &unit);
      continue;
    }
    for (; next_old < same->second; ++next_old) {
      if (!in_new.contains(old_units[next_old].anchor)) add(&old_units[next_old], nullptr);
    }
    next_old = std::max(next_old, same->second + 1);
    add(&old_units[same->second], &unit);
  }
  for (; next_old < old_units.size(); ++next_old) {
    if (!in_new.contains(old_units[next_old].anchor)) add(&old_units[next_old], nullptr);
  }
  return out;
}

}  // namespace web
