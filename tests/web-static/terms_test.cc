// SPDX-License-Identifier: GPL-2.0-or-later
#include "web-static/terms.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "fixtures.h"
#include "web-static/law_page.h"

namespace web {
namespace {

// A term the fixture uses in two provisions, defined in the first.
struct Sample {
  corpus::Law law = web_tests::library_law();
  definitions::DefinitionRecord record;
};

Sample sample() {
  Sample out;
  std::vector<corpus::Provision*> paragraphs;
  for (auto& p : out.law.provisions) {
    if (p.segment.kind == corpus::SegmentKind::paragraph && p.layout.empty())
      paragraphs.push_back(&p);
  }
  paragraphs[0]->text = "この法律で「特別閲覧」とは、夜に読むことをいう。";
  paragraphs[0]->sentences.clear();
  paragraphs[0]->marks.clear();
  paragraphs[1]->text = "特別閲覧をした者は、特別閲覧の記録を残す。";
  paragraphs[1]->sentences.clear();
  paragraphs[1]->marks.clear();
  const auto index = static_cast<std::size_t>(paragraphs[0] - out.law.provisions.data());
  out.record.address = to_string(out.law.address(index));
  out.record.term = "特別閲覧";
  out.record.term_span = {6, 10};
  out.record.text_span = {14, 20};
  out.record.definition = "夜に<i>読む</i>こと";
  out.record.form = "toha";
  out.record.scope = {out.law.id};
  return out;
}

TEST(Terms, FirstUseInAProvisionLeadsToTheList) {
  const Sample s = sample();
  const LawMap map({on_site(s.law)});
  const TitleOf none;
  const TermsOfPage terms = terms_of_page(s.law, {s.record}, {}, {}, {map, s.law.id, none});
  EXPECT_EQ(terms.count, 1U);
  PageNotes notes;
  notes.found = terms.found;
  const std::string html = render_law(s.law, {}, notes).body;
  EXPECT_NE(html.find("「<dfn>特別閲覧</dfn>」とは"), std::string::npos);
  EXPECT_NE(html.find("<a class=\"term\" href=\"#term-1\">特別閲覧</a>をした者は、特別閲覧の記録"),
            std::string::npos);
  EXPECT_NE(terms.list.find("id=\"term-1\""), std::string::npos);
  EXPECT_NE(terms.list.find("範囲：この法令"), std::string::npos);
  EXPECT_NE(terms.list.find("夜に&lt;i&gt;"), std::string::npos);
}

TEST(Terms, IndexByReading) {
  const Sample s = sample();
  const LawMap map({on_site(s.law)});
  const std::string at = s.record.address;
  const TermPages pages = term_pages(
      {{"特別閲覧", 0, at, "夜の閲覧"}, {"館長", 0, at, "館の長"}, {"ＰＣ", 0, at, "計算機"}}, map,
      {});
  ASSERT_EQ(pages.rows.size(), 3U);
  EXPECT_EQ(pages.rows[0].name, "か行");
  EXPECT_EQ(pages.rows[1].name, "た行");
  EXPECT_EQ(pages.rows[2].name, "その他");
  EXPECT_EQ(pages.places.at(definitions::term_key("館長")).row, "ka");
}

}  // namespace
}  // namespace web
