// SPDX-License-Identifier: GPL-2.0-or-later
#include "web-static/document_page.h"

#include <gtest/gtest.h>

#include "corpus/documents/document_reader.h"
#include "fixtures.h"

namespace web {
namespace {

std::size_t letters_before(const std::string& text, std::string_view words) {
  return corpus::count_code_points(std::string_view(text).substr(0, text.find(words)));
}

TEST(DocumentPage, ALawsWordIsALinkWhereASectionFirstUsesIt) {
  const corpus::Law law = web_tests::library_law();
  const LawMap map({on_site(law)});
  const TitleOf none;
  const auto paper = documents::read_document(
      "1. 蔵書の話\n\n蔵書は、蔵書の目録に載せておくものとされている。\n\n2. ほかの話\n\n"
      "蔵書を借りる人は、その日のうちに名前を書いておくこと。\n",
      "paper.txt");
  std::vector<prose::DocumentTermRecord> terms;
  for (std::size_t at = paper.text.find("蔵書"); at != std::string::npos;
       at = paper.text.find("蔵書", at + 1)) {
    const std::size_t begin = corpus::count_code_points(std::string_view(paper.text).substr(0, at));
    terms.push_back({"doc:paper#s1", {begin, begin + 2}, "蔵書", "図書", law.id + "/a1", false});
  }
  ASSERT_EQ(terms.size(), 4U);
  const std::string html = render_document(paper, {}, terms, {map, {}, none, "../../law/"});
  const std::string link = "<a class=\"term\" href=\"../../law/" + law.id + "/index.html#a1\"";
  std::size_t links = 0;
  for (std::size_t at = html.find(link); at != std::string::npos; at = html.find(link, at + 1))
    ++links;
  EXPECT_EQ(links, 2U) << html;  // once in each section, none in a heading
  EXPECT_NE(html.find("title=\"用語：「図書」（" + law.title + "第一条）\""), std::string::npos);
}

TEST(DocumentPage, AWordOfALawThatIsNotThereIsNoLink) {
  const LawMap map{std::vector<LawOnSite>{}};
  const TitleOf none;
  const auto paper = documents::read_document("水門を閉じることは、よいことである。\n", "paper.txt");
  const std::size_t at = letters_before(paper.text, "水門");
  const std::string html = render_document(
      paper, {}, {{"doc:paper#s0", {at, at + 2}, "水門", "水門", "507AC0000000901/a2", false}},
      {map, {}, none, "../../law/"});
  EXPECT_EQ(html.find("<a "), std::string::npos);
}

}  // namespace
}  // namespace web
