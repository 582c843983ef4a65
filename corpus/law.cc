// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/law.h"

#include <algorithm>
#include <utility>

namespace corpus {
namespace {

using enum SegmentKind;

constexpr std::pair<LawType, std::string_view> kLawTypes[] = {
    {LawType::constitution, "Constitution"},
    {LawType::act, "Act"},
    {LawType::cabinet_order, "CabinetOrder"},
    {LawType::imperial_order, "ImperialOrder"},
    {LawType::ministerial_ordinance, "MinisterialOrdinance"},
    {LawType::rule, "Rule"},
    {LawType::misc, "Misc"},
};

// A path may leave these out: articles are numbered through the whole law.
bool is_transparent(SegmentKind kind) {
  return kind == part || kind == chapter || kind == section || kind == subsection ||
         kind == division;
}

// 別表 and the like may be named by number alone; a deleted run answers for each of its members.
enum class Match { exact, member_of_run };
bool names(const Segment& wanted, const Segment& provision, Match match) {
  if (wanted.kind != provision.kind || wanted.each) return false;
  if (wanted == provision) return true;
  return match == Match::member_of_run && wanted.last.empty() && wanted.nth == 1 &&
         !provision.last.empty() && provision.num <= wanted.num && wanted.num <= provision.last;
}

// A source that leaves out which law made a 附則 prints several that look like the law's own. What
// is in them is named as if they were one: 附則第二項 is in whichever has a second 項.
bool is_own_suppl(const Segment& segment) {
  return segment.kind == suppl && segment.amending_law.empty();
}

std::optional<std::size_t> find_below(const Law& law, std::size_t begin, std::size_t end,
                                      const std::vector<Segment>& path, std::size_t depth,
                                      Match match) {
  for (std::size_t i = begin; i < end; i = law.provisions[i].end) {
    const Provision& p = law.provisions[i];
    const bool last = depth + 1 == path.size();
    const bool shared = !last && is_own_suppl(path[depth]) && is_own_suppl(p.segment);
    if (shared || names(path[depth], p.segment, match)) {
      const auto found =
          last ? std::optional(i) : find_below(law, i + 1, p.end, path, depth + 1, match);
      if (found || !shared) return found;
    }
    if (is_transparent(p.segment.kind)) {
      if (const auto found = find_below(law, i + 1, p.end, path, depth, match)) return found;
    }
  }
  return std::nullopt;
}

struct AnchorName {
  SegmentKind kind;
  std::string_view prefix;
};

// The abbreviations of e-Gov's own page: #Mp-Pa_3-Ch_1-Se_2-Ss_3-Di_1-At_424-Pr_1-It_2
constexpr AnchorName kAnchors[] = {
    {part, "Pa_"},     {chapter, "Ch_"}, {section, "Se_"},   {subsection, "Ss_"},
    {division, "Di_"}, {article, "At_"}, {paragraph, "Pr_"}, {item, "It_"},
};

}  // namespace

std::string_view to_string(LawType type) {
  return std::find_if(std::begin(kLawTypes), std::end(kLawTypes),
                      [&](const auto& row) { return row.first == type; })
      ->second;
}

std::optional<LawType> parse_law_type(std::string_view text) {
  const auto* row = std::find_if(std::begin(kLawTypes), std::end(kLawTypes),
                                 [&](const auto& r) { return r.second == text; });
  if (row == std::end(kLawTypes)) return std::nullopt;
  return row->first;
}

Address Law::address(std::size_t provision) const {
  Address out{.law_id = id, .revision = {}, .path = {}};
  for (std::size_t i = provision;; i = provisions[i].parent) {
    // Articles are named without their chapter.
    const bool below_article = !out.path.empty() && !is_transparent(out.path.back().kind);
    if (!(below_article && is_transparent(provisions[i].segment.kind))) {
      out.path.push_back(provisions[i].segment);
      if (i != provision && is_own_suppl(out.path.back())) out.path.back().nth = 1;
    }
    if (provisions[i].parent == i) break;
  }
  std::reverse(out.path.begin(), out.path.end());
  return out;
}

std::optional<std::size_t> Law::find(const std::vector<Segment>& path) const {
  if (path.empty()) return std::nullopt;
  const auto exact = find_below(*this, 0, provisions.size(), path, 0, Match::exact);
  return exact ? exact : find_below(*this, 0, provisions.size(), path, 0, Match::member_of_run);
}

std::optional<std::size_t> Law::ancestor(std::size_t provision, SegmentKind kind) const {
  for (std::size_t i = provision;; i = provisions[i].parent) {
    if (provisions[i].segment.kind == kind) return i;
    if (provisions[i].parent == i) return std::nullopt;
  }
}

bool is_unit(const Law& law, std::size_t provision) {
  const Provision& p = law.provisions[provision];
  switch (p.segment.kind) {
    case article:
    case table:
    case form:
    case appendix:
    case preamble:
    case enactment:
      return true;
    // A 項 stands for itself where there is no 条 (short laws, most 附則).
    case paragraph:
      return !law.ancestor(provision, article) && !law.ancestor(provision, preamble);
    default:
      return false;
  }
}

std::vector<Span> spans_of(const Provision& provision, Part part, bool has_items) {
  std::vector<Span> out;
  const auto has_proviso = std::any_of(provision.sentences.begin(), provision.sentences.end(),
                                       [](const Sentence& s) { return s.part == Part::proviso; });
  if (part == Part::chapeau && !has_items) return out;
  for (const Sentence& s : provision.sentences) {
    const bool wanted = part == Part::whole || part == Part::chapeau || s.part == part ||
                        (part == Part::main && has_proviso && s.part != Part::proviso);
    if (wanted) out.push_back(s.span);
  }
  return out;
}

std::string egov_url(const Law& law, const Address& address) {
  std::string url = "https://laws.e-gov.go.jp/law/" + law.id;
  const auto provision = law.find(address.path);
  if (!provision) return url;
  std::vector<const Segment*> steps;
  for (std::size_t i = *provision;; i = law.provisions[i].parent) {
    steps.push_back(&law.provisions[i].segment);
    if (law.provisions[i].parent == i) break;
  }
  std::reverse(steps.begin(), steps.end());
  const Segment& top = *steps.front();
  // 附則 are kept apart by the law that made them; a law's own carries its own id.
  std::string anchor = "Mp";
  if (top.kind == suppl) {
    if (top.amending_law.starts_with('[') || top.nth > 1) return url;
    anchor = (top.amending_law.empty() ? law.id : top.amending_law) + "-Sp";
  }
  for (const Segment* step : steps) {
    if (step->kind == suppl) continue;
    const auto* name = std::find_if(std::begin(kAnchors), std::end(kAnchors),
                                    [&](const AnchorName& a) { return a.kind == step->kind; });
    if (name == std::end(kAnchors)) return url;  // 別表 and 様式 have no anchor we know of
    // e-Gov numbers 項 of one-paragraph articles too, and needs no deeper step than 号.
    anchor += '-' + std::string(name->prefix) + to_string(step->num);
    if (step->kind == item) break;
  }
  return url + '#' + anchor;
}

}  // namespace corpus
