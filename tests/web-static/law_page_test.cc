// SPDX-License-Identifier: GPL-2.0-or-later
// Without its tags a law's page is the law: every provision found by its anchor, its words exact.
#include "web-static/law_page.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "corpus/law_xml.h"
#include "fixtures.h"
#include "page_reader.h"
#include "web-static/law_contents.h"

namespace web {
namespace {

namespace fs = std::filesystem;
using web_tests::Page;
using web_tests::read_page;
using web_tests::without_gaps;

// Links and marks that begin and end anywhere, across everything the source marks.
PageNotes crossing_notes(const corpus::Law& law) {
  PageNotes notes;
  for (std::size_t i = 0; i < law.provisions.size(); ++i) {
    const std::string& text = law.provisions[i].text;
    std::vector<std::size_t> borders{0};
    for (std::size_t at = 0; at < text.size();) {
      corpus::next_code_point(text, at);
      borders.push_back(at);
    }
    for (std::size_t k = 0; k + 9 < borders.size(); k += 5) {
      const bool link = k % 2 == 0;
      notes.found[i].push_back({{borders[k], borders[k + (link ? 4 : 9)]},
                                link ? "a" : "span",
                                {{link ? "href" : "class", "#x"}},
                                {}});
    }
    if (is_unit(law, i)) notes.beside[i] = "<details class=\"beside\"><p>別</p></details>";
  }
  return notes;
}

void expect_exact(const corpus::Law& law, const PageNotes& notes) {
  const LawPage html = render_law(law, {}, notes);
  const Page page = read_page(html.body);
  EXPECT_EQ(page.problems, std::vector<std::string>{}) << law.id;
  const std::set<std::string> ids(page.ids.begin(), page.ids.end());
  EXPECT_EQ(ids.size(), page.ids.size()) << law.id << ": an id twice";
  for (std::size_t i = 0; i < law.provisions.size(); ++i) {
    const std::string anchor = to_anchor(law.address(i));
    EXPECT_TRUE(ids.contains(anchor)) << law.id << ' ' << anchor;
    const auto own = page.own_text.find(anchor);
    EXPECT_EQ(own == page.own_text.end() ? "" : without_gaps(own->second),
              without_gaps(law.provisions[i].text))
        << law.id << ' ' << anchor;
  }
  const Page contents = read_page(html.contents);
  EXPECT_EQ(contents.problems, std::vector<std::string>{}) << law.id;
  for (const std::string& link : contents.links) {
    EXPECT_TRUE(ids.contains(web_tests::percent_decoded(link.substr(1)))) << law.id << ' ' << link;
  }
}

void expect_exact(const corpus::Law& law) {
  expect_exact(law, {});
  expect_exact(law, crossing_notes(law));
}

TEST(LawPage, WithoutTagsIsTheLaw) {
  for (const corpus::Law& law : web_tests::all_laws()) expect_exact(law);
}

TEST(LawPage, WithoutTagsIsTheLawForRealLaws) {
  const char* shared = std::getenv("JOBUN_SHARED");
  const fs::path laws = fs::path(shared ? shared : JOBUN_SOURCE_DIR "/../shared") / "corpus/laws";
  if (!fs::is_directory(laws)) GTEST_SKIP() << "no real laws at " << laws;
  std::size_t count = 0;
  for (const auto& file : fs::directory_iterator(laws)) {
    std::ifstream in(file.path(), std::ios::binary);
    std::ostringstream bytes;
    bytes << in.rdbuf();
    expect_exact(
        corpus::read_law(bytes.view(), corpus::origin_of(file.path().string()),
                         [](std::string_view number) { return "[" + std::string(number) + "]"; }));
    ++count;
  }
  EXPECT_GT(count, 0U);
}

TEST(LawPage, ArticleLinksToItselfAndToEGov) {
  const corpus::Law law = web_tests::library_law();
  const Page page = read_page(render_law(law, {}).body);
  const auto has = [&](const std::string& link) {
    return std::find(page.links.begin(), page.links.end(), link) != page.links.end();
  };
  EXPECT_TRUE(has("#a3"));
  EXPECT_TRUE(has("https://laws.e-gov.go.jp/law/506AC0000000901#Mp-Ch_2-Se_1-At_3"));
  EXPECT_TRUE(has("https://laws.e-gov.go.jp/law/506AC0000000901#507AC0000000902-Sp-At_1"));
}

TEST(LawPage, HeadingsDescendOneLevelAtATime) {
  for (const corpus::Law& law : web_tests::all_laws()) {
    int level = 1;  // the title
    for (const int heading : read_page(render_law(law, {}).body).headings) {
      EXPECT_LE(heading, level + 1) << law.id;
      level = heading;
    }
  }
}

TEST(LawPage, RemarksBetweenItemsStayBetweenThem) {
  const std::string text = read_page(render_law(web_tests::library_law(), {}).body).text;
  EXPECT_LT(text.find("棚の番号"), text.find("番号は左から読む。"));
  EXPECT_LT(text.find("番号は左から読む。"), text.find("棚の高さ"));
}

TEST(LawPage, AmendingSupplIsFoldedOwnIsNot) {
  const std::string html =
      render_law(web_tests::library_law(), [](std::string_view id) {
        return id == "507AC0000000902" ? std::string("令和七年法律第九百二号") : std::string();
      }).body;
  EXPECT_NE(html.find("<section class=\"suppl\" id=\"sup\">"), std::string::npos);
  EXPECT_NE(html.find("<details class=\"suppl\" id=\"sup-507AC0000000902\"><summary><h3>"
                      "附\u3000則（令和七年法律第九百二号）</h3></summary>"),
            std::string::npos);
  EXPECT_NE(html.find("附\u3000則（昭和元年勅令第九号）"), std::string::npos);
}

TEST(LawPage, WordlessFormSaysWhereItIs) {
  const std::string html = render_law(web_tests::library_law(), {}).body;
  const std::string form = html.substr(html.find("id=\"form1\""));
  EXPECT_NE(form.find("https://laws.e-gov.go.jp/law/506AC0000000901\""), std::string::npos);
}

TEST(LawContents, LinksWhatIsThere) {
  const corpus::Law law = web_tests::library_law();
  const auto contents =
      std::find_if(law.provisions.begin(), law.provisions.end(),
                   [](const auto& p) { return p.segment.kind == corpus::SegmentKind::contents; });
  const auto index = static_cast<std::size_t>(contents - law.provisions.begin());
  std::string printed;
  for (const Annotation& a : links_of_contents(law, index)) {
    printed += std::string(a.span.of(contents->text)) + " " + a.attributes[0].second + "\n";
  }
  EXPECT_EQ(
      printed,
      "第一章\u3000総則 #ch1\n第二章\u3000貸出し #ch2\n第一節\u3000通則 #ch2-se1\n附則 #sup\n");
}

}  // namespace
}  // namespace web
