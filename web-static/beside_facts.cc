// SPDX-License-Identifier: GPL-2.0-or-later
#include "web-static/beside_facts.h"

#include <algorithm>
#include <set>
#include <utility>

#include "corpus/address_text.h"
#include "indexer/citations/replacements.h"
#include "web-static/html.h"
#include "web-static/render.h"
#include "web-static/unit_text.h"

namespace web {
namespace {

using citations::ReferenceRecord;
using corpus::Law;
using norms::CommencementAnswer;
using norms::InForce;

constexpr std::size_t kMostPassages = 8;
constexpr std::size_t kMostVariants = 6;
constexpr std::size_t kLongestVariant = 2400;  // bytes; a longer text is read in its place

std::string day_of(const CommencementAnswer& a) {
  switch (a.state) {
    case InForce::yes:
      return a.date.empty() ? "施行済み" : a.date + "から";
    case InForce::not_yet:
      if (!a.date.empty()) return "まだ施行されていません。" + a.date + "から";
      if (!a.latest.empty()) return "まだ施行されていません。遅くとも" + a.latest + "から";
      return "まだ施行されていません";
    case InForce::unknown:
      break;
  }
  return a.latest.empty() ? "施行の日は分かりません" : "遅くとも" + a.latest + "から";
}

// What is said before the box is opened.
std::string name_of(const std::vector<CommencementAnswer>& answers) {
  const auto has = [&](InForce state) {
    return std::any_of(answers.begin(), answers.end(),
                       [&](const CommencementAnswer& a) { return a.state == state; });
  };
  if (has(InForce::not_yet)) return answers.size() > 1 ? "一部未施行" : "未施行";
  if (answers.size() == 1 && !answers[0].date.empty()) return "施行 " + answers[0].date;
  return has(InForce::unknown) ? "施行日不明" : "施行済み";
}

bool is_default(const CommencementsOfLaw& own, const corpus::Address& basis) {
  return std::any_of(own.commencements.begin(), own.commencements.end(),
                     [&](const auto& c) { return c.provisions.empty() && c.basis == basis; });
}

std::string place(const corpus::Address& address, const LinkContext& context) {
  return place_html(to_string(address), context);
}

std::string list(const std::vector<std::string>& rows) {
  std::string out = "<ul>";
  for (const std::string& row : rows) out += "<li>" + row + "</li>";
  return out + "</ul>";
}

bool reaches(const ReferenceRecord& r, const corpus::Address& provision) {
  return std::any_of(r.targets.begin(), r.targets.end(), [&](const std::string& target) {
    return citations::concerns(target, provision);
  });
}

std::vector<citations::Replacement> pairs_in(const ReferenceRecord& r,
                                             const corpus::Address& provision) {
  std::vector<citations::Replacement> out;
  for (const citations::ReplacementRecord& pair : r.replacements) {
    citations::Replacement replacement;
    replacement.from = pair.from;
    replacement.to = pair.to;
    if (!pair.place.empty()) {
      auto range = corpus::parse_address_range(pair.place);
      if (!range) continue;
      replacement.places = {std::move(*range)};
    }
    if (citations::reads_in(replacement, provision)) out.push_back(std::move(replacement));
  }
  return out;
}

std::string generated_html(const citations::ReplacedText& replaced) {
  std::vector<Annotation> words;
  for (const corpus::Span& span : replaced.generated) {
    if (!span.empty()) words.push_back({span, "ins", {{"title", "読み替えた字句"}}, {}});
  }
  return render_inline(replaced.text, std::move(words));
}

}  // namespace

void add_commencement(Beside& beside, const Law& law, const CommencementsOfLaw& own,
                      const LinkContext& context) {
  if (own.commencements.empty()) return;
  for (std::size_t i = 0; i < law.provisions.size(); ++i) {
    if (!is_unit(law, i)) continue;
    const corpus::Address address = law.address(i);
    if (address.path.front().kind == corpus::SegmentKind::suppl) continue;
    const auto answers = commencement_of(law, own.commencements, own.days, address, own.date);
    if (answers.empty()) continue;
    // What holds for all that the 附則 does not name is told once, by the law's own date.
    const bool plain = answers.size() == 1 && answers[0].state == InForce::yes &&
                       answers[0].dated.law_id.empty() && is_default(own, answers[0].basis);
    if (plain) {
      beside[i].push_back({name_of(answers), 0, {}});
      continue;
    }
    std::vector<std::string> rows;
    for (const CommencementAnswer& a : answers) {
      std::string row =
          (a.partly ? "一部は" : "") + escaped(day_of(a)) + "（" + place(a.basis, context);
      if (!a.dated.law_id.empty()) row += "・" + place(a.dated, context);
      rows.push_back(row + "）");
    }
    beside[i].push_back({name_of(answers), 0, list(rows)});
  }
}

void add_penalties(Beside& beside, const Law& law, const std::vector<norms::Penalty>& penalties,
                   const LinkContext& context) {
  std::map<std::size_t, std::vector<std::string>> of_norm;
  std::map<std::size_t, std::vector<std::string>> of_penalty;
  const auto add = [&](auto& by_unit, const corpus::Address& at, const std::string& row) {
    if (at.law_id != law.id) return;
    const auto unit = unit_at(law, at);
    if (!unit) return;
    auto& rows = by_unit[*unit];
    if (std::find(rows.begin(), rows.end(), row) == rows.end()) rows.push_back(row);
  };
  for (const norms::Penalty& p : penalties) {
    std::string words = p.text.empty() ? std::string(to_string(p.kind)) : p.text;
    std::string how = p.how == norms::PenaltyHow::via_order ? "　命令を介して" : "";
    if (p.applied) how += "　準用・適用による";
    add(of_norm, p.norm,
        place(p.norm, context) + " → " + place(p.penalty, context) + "　" + escaped(words) + how);
    add(of_penalty, p.penalty,
        place(p.penalty, context) + " → " + place(p.norm, context) +
            (p.words.empty() ? "" : "「" + escaped(p.words) + "」") + how);
  }
  for (const auto& [unit, rows] : of_norm)
    beside[unit].push_back({"罰則", rows.size(), list(rows)});
  for (const auto& [unit, rows] : of_penalty)
    beside[unit].push_back({"罰則の対象", rows.size(), list(rows)});
}

void add_passages(Beside& beside, const PassagesOfUnits& passages) {
  for (const auto& [unit, all] : passages) {
    if (all.empty()) continue;
    std::vector<std::string> rows;
    for (std::size_t i = 0; i < all.size() && i < kMostPassages; ++i) {
      const PassageOnSite& p = all[i];
      rows.push_back("<a href=\"../../documents/" + percent_encoded(p.document) + "/index.html#s" +
                     std::to_string(p.section) + "\">" + escaped(p.title) + "</a>" +
                     (p.date.empty() ? "" : "（" + escaped(p.date) + "）") +
                     (p.heading.empty() ? "" : "　" + escaped(p.heading)) + "<p>" +
                     escaped(p.text) + "</p>");
    }
    if (all.size() > kMostPassages)
      rows.push_back("ほか" + std::to_string(all.size() - kMostPassages) + "か所");
    beside[unit].push_back({"解説・資料", all.size(), list(rows)});
  }
}

void Variants::add(std::uint32_t law, const std::vector<ReferenceRecord>& references) {
  for (const ReferenceRecord& r : references) {
    if (!r.replacements.empty()) found_[law].push_back(r);
  }
}

void Variants::finish(const LawMap& map) {
  by_law_.resize(found_.size());
  for (auto& own : found_) {
    for (const ReferenceRecord& r : own) {
      std::set<std::uint32_t> reached;
      for (const std::string& target : r.targets) {
        const auto law = map.find(std::string_view(target).substr(0, target.find_first_of("/@")));
        if (law && reached.insert(*law).second) by_law_[*law].push_back(r);
      }
    }
    own.clear();
  }
}

void add_variants(Beside& beside, const Law& law, const std::vector<ReferenceRecord>& references,
                  const LinkContext& context) {
  struct Rows {
    std::vector<std::string> html;
    std::size_t count = 0;
  };
  std::map<std::size_t, Rows> by_unit;
  std::set<std::pair<std::size_t, std::string>> seen;
  for (const ReferenceRecord& r : references) {
    for (std::size_t i = 0; i < law.provisions.size(); ++i) {
      const corpus::Provision& p = law.provisions[i];
      if (p.text.empty()) continue;
      const corpus::Address address = law.address(i);
      if (!reaches(r, address)) continue;
      const auto unit = unit_of(law, i);
      if (!unit) continue;
      const citations::ReplacedText read = citations::replace_words(p.text, pairs_in(r, address));
      if (read.replaced == 0 || !seen.emplace(i, r.from + '\n' + read.text).second) continue;
      Rows& rows = by_unit[*unit];
      if (++rows.count > kMostVariants) continue;
      rows.html.push_back(
          place_html(r.from, context) + "が" +
          escaped(to_japanese(address, corpus::NumberStyle::kanji)) + "を読み替えた文" +
          (read.text.size() > kLongestVariant
               ? "　（長いので省きます）"
               : " <span class=\"badge\">機械による生成</span><p class=\"variant\">" +
                     generated_html(read) + "</p>"));
    }
  }
  for (auto& [unit, rows] : by_unit) {
    if (rows.count > kMostVariants)
      rows.html.push_back("ほか" + std::to_string(rows.count - kMostVariants) + "件");
    beside[unit].push_back({"読替え", rows.count, list(rows.html)});
  }
}

}  // namespace web
