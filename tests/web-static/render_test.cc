// SPDX-License-Identifier: GPL-2.0-or-later
// Text and spans in, one line of HTML out.
#include "web-static/render.h"

#include <gtest/gtest.h>

#include "fixtures.h"
#include "web-static/html.h"

namespace web {
namespace {

struct Over {
  std::string words;  // where they first stand in the text
  std::string tag;
  std::string reading = {};
  std::string id = {};
};

std::string print(const std::string& text, const std::vector<Over>& overs) {
  std::vector<Annotation> annotations;
  for (const Over& o : overs) {
    const std::size_t begin = text.find(o.words);
    Annotation a{{begin, begin + o.words.size()}, o.tag, {}, o.reading};
    if (!o.id.empty()) a.attributes.emplace_back("id", o.id);
    annotations.push_back(std::move(a));
  }
  return render_inline(text, std::move(annotations));
}

TEST(RenderInline, Table) {
  const struct {
    std::string name;
    std::string text;
    std::vector<Over> overs;
    std::string html;
  } rows[] = {
      {"no span", "甲は乙", {}, "甲は乙"},
      {"no text", "", {}, ""},
      {"ruby", "木曽川", {{"木曽", "ruby", "きそ"}}, "<ruby>木曽<rt>きそ</rt></ruby>川"},
      {"longer is outside", "甲乙丙", {{"乙", "b"}, {"甲乙丙", "i"}}, "<i>甲<b>乙</b>丙</i>"},
      {"same span: as given", "甲", {{"甲", "b"}, {"甲", "i"}}, "<b><i>甲</i></b>"},
      {"neighbours", "甲乙", {{"甲", "b"}, {"乙", "i"}}, "<b>甲</b><i>乙</i>"},
      {"crossing is cut", "甲乙丙", {{"甲乙", "b"}, {"乙丙", "i"}}, "<b>甲<i>乙</i></b><i>丙</i>"},
      {"an id only once",
       "甲乙丙",
       {{"甲乙", "b"}, {"乙丙", "i", "", "x"}},
       "<b>甲<i id=\"x\">乙</i></b><i>丙</i>"},
      {"a cut reading comes last",
       "甲乙丙",
       {{"甲乙", "b"}, {"乙丙", "ruby", "よみ"}},
       "<b>甲<ruby>乙</ruby></b><ruby>丙<rt>よみ</rt></ruby>"},
      {"an empty span stays", "甲乙", {{"乙", "b"}, {"", "u"}}, "<u></u>甲<b>乙</b>"},
      {"no link in a link", "甲乙", {{"甲乙", "a"}, {"乙", "a"}}, "<a>甲乙</a>"},
      {"escaped once", "<b>&amp;\"'", {{"b", "i"}}, "&lt;<i>b</i>&gt;&amp;amp;&quot;&#39;"},
      {"a reading is text",
       "字",
       {{"字", "ruby", "</ruby>"}},
       "<ruby>字<rt>&lt;/ruby&gt;</rt></ruby>"},
      {"an id is text", "字", {{"字", "i", "", "\"><b>"}}, "<i id=\"&quot;&gt;&lt;b&gt;\">字</i>"},
  };
  for (const auto& row : rows) EXPECT_EQ(print(row.text, row.overs), row.html) << row.name;
}

TEST(RenderInline, SpanBehindTheTextIsCut) {
  EXPECT_EQ(render_inline("甲", {{{0, 99}, "b", {}, {}}, {{50, 60}, "i", {}, {}}}),
            "<b>甲</b><i></i>");
}

TEST(RenderInline, TenThousandNestedSpansStayFlat) {
  std::string text;
  std::vector<Annotation> annotations;
  for (std::size_t i = 0; i < 10000; ++i) {
    text += "x";
    annotations.push_back({{i, 10000}, "b", {}, {}});
  }
  const std::string html = render_inline(text, annotations);
  EXPECT_EQ(html.size(), 10000 * (1 + 3 + 4));
}

std::string provision_html(const corpus::Law& law, std::string_view address) {
  const auto where = corpus::parse_address(law.id + '/' + std::string(address));
  const std::size_t i = law.find(where->path).value();
  std::string out;
  for (const auto& piece :
       render_pieces(law.provisions[i], pieces_of(law.provisions[i], i), annotations_of(law, i))) {
    if (!out.empty()) out += " ¦ ";
    out += piece;
  }
  return out;
}

TEST(RenderPieces, Library) {
  const corpus::Law law = web_tests::library_law();
  const std::pair<std::string_view, std::string_view> rows[] = {
      {"a1/p1", "この法律は、本を<ruby>遍<rt>あまね</rt></ruby>く貸すことを目的とする。"},
      {"a2/p1",
       "<span data-part=\"main\" id=\"a2-p1:main\">館長は、次に掲げる本を貸すものとする。</span>"
       "<span data-part=\"proviso\" "
       "id=\"a2-p1:proviso\">ただし、破れた本は、この限りでない。</span>"},
      {"a2/p1/i1", "絵本\u3000七冊まで"},
      {"a2/p2",
       "<span data-part=\"first\" id=\"a2-p2:first\">前項の本は、返すものとする。</span>"
       "<span data-part=\"second\" id=\"a2-p2:second\">この場合において、雨の日は傘を差す。</span>"
       "<div class=\"label\">貸す期間</div>"
       "<div class=\"table\"><table><tr><td rowspan=\"2\">絵本</td><td "
       "colspan=\"2\">十四日</td></tr>"
       "<tr><td></td><td>長さ一〇<sup>二</sup>の本\u3000厚い本</td></tr></table></div>"
       "<div class=\"remarks\"><div class=\"label\">備考</div>"
       "<div class=\"entry\">一\u3000期間は日で数える。</div></div>"},
      {"a3/p1",
       "司書は、次の棚を置く。<div class=\"list\">青い棚</div><div class=\"list\">赤い棚</div>"},
      {"tab1", " ¦ <div class=\"remarks\"><div class=\"label\">備考</div>番号は左から読む。</div>"},
      {"app1",
       "<div class=\"figure\"><span class=\"picture\" role=\"img\" "
       "aria-label=\"図（./pict/a&quot;b.jpg）\"></span></div>"
       // It has no letters of its own, so it stays beside those before it.
       "<div class=\"figure\"><div class=\"label\">裏<span class=\"picture\" role=\"img\" "
       "aria-label=\"図（c.jpg）\"></span></div></div>"},
  };
  for (const auto& [address, html] : rows) {
    std::string given = provision_html(law, address == "app1" ? "app" : address);
    if (address == "tab1") given = " ¦ " + given.substr(given.find('<'));
    EXPECT_EQ(given, html) << address;
  }
}

TEST(RenderPieces, Crooked) {
  const corpus::Law law = web_tests::crooked_law();
  // A table inside a quotation inside a sentence; then one that is no table.
  EXPECT_EQ(
      provision_html(law, "p1"),
      "<span data-part=\"first\" id=\"p1:first\">次の表中<span class=\"quote\">甲。</span></span>"
      "<span class=\"quote\"><span data-part=\"second\" id=\"p1:second\">乙</span></span>"
      "<div class=\"table\"><table><tr><td><span class=\"quote\"><span data-part=\"second\">丙"
      "</span></span></td></tr></table></div>"
      "<span class=\"quote\"><span data-part=\"second\">丁</span></span>"
      "<span data-part=\"second\">と読む。</span>"
      "<div class=\"table\">裸の字<div class=\"row\">行の字\t<div "
      "class=\"cell\">欄の字</div></div></div>");
  EXPECT_EQ(provision_html(law, "p3"),
            "線は<span class=\"line dotted\">点<span class=\"line solid\">々</span></span>と引き、"
            "式は<span class=\"formula\">一<sub>二</sub></span>とし、図は"
            "<span class=\"picture\" role=\"img\" aria-label=\"図（x.png）\"></span>とする。"
            "<span class=\"picture\" role=\"img\" aria-label=\"図（last.png）\"></span>");
}

TEST(Html, PercentEncodingIsForFragments) {
  EXPECT_EQ(percent_encoded("a4:6"), "a4:6");
  EXPECT_EQ(percent_encoded("sup-[昭 \"]"), "sup-%5B%E6%98%AD%20%22%5D");
}

TEST(Html, OnlyWebAddressesAreLinks) {
  EXPECT_TRUE(is_web_url("https://laws.e-gov.go.jp/"));
  for (const char* bad : {"javascript:alert(1)", " https://x", "data:text/html,x", "//x", ""}) {
    EXPECT_FALSE(is_web_url(bad)) << bad;
  }
}

}  // namespace
}  // namespace web
