// SPDX-License-Identifier: GPL-2.0-or-later
#include "web-static/beside_facts.h"

#include <gtest/gtest.h>

#include "fixtures.h"

namespace web {
namespace {

// A law of our own with two articles whose words the tests choose.
struct Sample {
  corpus::Law law = web_tests::library_law();
  LawMap map;
  TitleOf none;
  std::vector<std::size_t> units;  // main provisions only
  explicit Sample(std::string_view first_text) {
    for (std::size_t i = 0; i < law.provisions.size(); ++i) {
      corpus::Provision& p = law.provisions[i];
      if (p.segment.kind != corpus::SegmentKind::article ||
          law.address(i).path.front().kind == corpus::SegmentKind::suppl)
        continue;
      units.push_back(i);
      if (units.size() == 1) law.provisions[i + 1].text = first_text;
    }
    map = LawMap({on_site(law)});
  }
  LinkContext context() const { return {map, law.id, none}; }
  corpus::Address unit(std::size_t n) const { return law.address(units[n]); }
};

std::string html_of(const Beside& beside, std::size_t unit) {
  const auto found = beside.find(unit);
  return found == beside.end() ? std::string{} : render_beside(found->second);
}

TEST(BesideFacts, PenaltiesStandOnBothSides) {
  const Sample s("水門を設けた者は、届け出なければならない。");
  norms::Penalty penalty;
  penalty.norm = s.unit(0);
  penalty.penalty = s.unit(1);
  penalty.text = "十万円以下の<罰金>";
  penalty.how = norms::PenaltyHow::via_order;
  Beside beside;
  add_penalties(beside, s.law, {penalty, penalty}, s.context());
  const std::string norm = html_of(beside, s.units[0]);
  EXPECT_NE(norm.find("罰則（1）"), std::string::npos);
  EXPECT_NE(norm.find("十万円以下の&lt;罰金&gt;　命令を介して"), std::string::npos);
  EXPECT_NE(norm.find("href=\"#" + to_anchor(s.unit(1))), std::string::npos);
  EXPECT_NE(html_of(beside, s.units[1]).find("罰則の対象（1）"), std::string::npos);
}

TEST(BesideFacts, AReadingIsShownWithWhatWasPutInMarked) {
  const Sample s("知事は、知事の定める水門を閉じる。");
  citations::ReferenceRecord r;
  r.from = to_string(s.unit(1));
  r.targets = {to_string(s.unit(0))};
  r.replacements = {{"", "知事", "市長"}};
  Variants variants(1);
  variants.add(0, {r, {}});
  variants.finish(s.map);
  ASSERT_EQ(variants.of(0).size(), 1U);
  Beside beside;
  add_variants(beside, s.law, variants.of(0), s.context());
  const std::string html = html_of(beside, s.units[0]);
  EXPECT_NE(html.find("機械による生成"), std::string::npos);
  EXPECT_NE(
      html.find(">市長</ins>は、<ins title=\"読み替えた字句\">市長</ins>の定める水門を閉じる。"),
      std::string::npos);
  EXPECT_TRUE(html_of(beside, s.units[1]).empty());
}

TEST(BesideFacts, WhatIsNotInForceSaysSoBeforeTheBoxIsOpened) {
  const Sample s("水門を閉じる。");
  norms::Commencement c;
  c.basis = s.unit(1);
  c.kind = norms::StartKind::fixed;
  c.date = "2031-04-01";
  Beside beside;
  add_commencement(beside, s.law, {{c}, {}, "2026-01-01"}, s.context());
  EXPECT_NE(html_of(beside, s.units[0]).find("2031-04-01"), std::string::npos);
  beside.clear();
  c.date.clear();
  c.kind = norms::StartKind::by_order;
  add_commencement(beside, s.law, {{c}, {}, "2026-01-01"}, s.context());
  EXPECT_FALSE(html_of(beside, s.units[0]).empty());
  beside.clear();
  add_commencement(beside, s.law, {}, s.context());
  EXPECT_TRUE(beside.empty());
}

TEST(BesideFacts, PassagesNamePaperSectionAndDate) {
  Beside beside;
  add_passages(beside, {{3, {{"paper", 7, "水門の手引", "2025-09", "届出", "届け出る<べき>者"}}}});
  const std::string html = html_of(beside, 3);
  EXPECT_NE(html.find("documents/paper/index.html#s7\">水門の手引</a>（2025-09）　届出"),
            std::string::npos);
  EXPECT_NE(html.find("届け出る&lt;べき&gt;者"), std::string::npos);
}

}  // namespace
}  // namespace web
