// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/passages.h"

#include <gtest/gtest.h>

#include "corpus/documents/document_reader.h"
#include "corpus/law_xml.h"
#include "query/passage_text.h"

namespace {

corpus::Law sluice_law() {
  return corpus::read_law(
      R"xml(<Law Era="Reiwa" Lang="ja" LawType="Act" Num="901" Year="07"><LawNum>令和七年法律第九百一号</LawNum>
<LawBody><LawTitle>水門法</LawTitle><MainProvision>
<Chapter Num="1"><ChapterTitle>第一章　総則</ChapterTitle>
<Article Num="2"><ArticleCaption>（定義）</ArticleCaption><ArticleTitle>第二条</ArticleTitle><Paragraph Num="1"><ParagraphNum/><ParagraphSentence><Sentence>この法律において「大水門」とは、高い水門をいう。</Sentence></ParagraphSentence></Paragraph></Article>
<Article Num="3"><ArticleCaption>（大水門の届出）</ArticleCaption><ArticleTitle>第三条</ArticleTitle><Paragraph Num="1"><ParagraphNum/><ParagraphSentence><Sentence>大水門を設けた者は、届け出なければならない。</Sentence></ParagraphSentence></Paragraph></Article></Chapter>
</MainProvision></LawBody></Law>)xml",
      {.where = "sluice.xml", .id = "507AC0000000901", .revision = "20261001"}, {});
}

struct Paper {
  prose::DocumentEntry entry{.id = "paper", .title = "手引き", .date = "202601"};
  query::CitingDocument document;
  explicit Paper(std::string_view text) {
    document.entry = &entry;
    document.text = documents::read_document(text, "paper.txt");
  }
  corpus::CodePointSpan span(std::string_view words) const {
    const std::size_t at = document.text.text.find(words);
    EXPECT_NE(at, std::string::npos) << words;
    const std::size_t begin =
        corpus::count_code_points(std::string_view(document.text.text).substr(0, at));
    return {begin, begin + corpus::count_code_points(words)};
  }
  std::string section(std::string_view words) const {
    const std::size_t at = document.text.text.find(words);
    return "doc:paper#s" + std::to_string(documents::section_at(document.text, at));
  }
  void cite(std::string_view words, const std::string& target) {
    citations::ReferenceRecord r;
    r.from = section(words);
    r.span = span(words);
    r.text = words;
    r.targets = {target};
    r.law = target.substr(0, target.find('/'));
    document.references.push_back(std::move(r));
  }
  void use(std::string_view words, const std::string& term, const std::string& address) {
    document.terms.push_back(
        {section(words), span(words), std::string(words), term, address, term != words});
  }
};

std::vector<query::Passage> passages(const Paper& paper, const corpus::Law& law,
                                     std::string_view article) {
  const auto address = corpus::parse_address(law.id + "/" + std::string(article));
  return query::find_passages({paper.document}, law, {*address}).front();
}

TEST(Passages, ACitationComesBeforeAChapterAndAllBeforeNothing) {
  const corpus::Law law = sluice_law();
  Paper paper(
      "1. "
      "総則のあらまし\n\n総則（第一章）は、言葉の意味と届出について広く定めているところである。\n\n"
      "2. 届出の話\n\n水門を設けた者は、市役所に出向いて書面を出すことになっている（第三条）。\n");
  paper.cite("第一章", law.id + "/ch1");
  paper.cite("第三条", law.id + "/a3");
  const auto found = passages(paper, law, "a3");
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].path.back(), "2. 届出の話");
  EXPECT_EQ(found[0].references.size(), 1U);
  EXPECT_EQ(passages(paper, law, "a2").size(), 1U);
}

TEST(Passages, ASentenceWithAllWordsOfTheCaptionSpeaksOfTheProvision) {
  const corpus::Law law = sluice_law();
  Paper paper(
      "1. "
      "大水門に関する届出\n\nこの手引きでは、だれがいつまでに何を出せばよいのかを順に説明する。\n\n"
      "2. "
      "手順\n\n大きなもの（大きな門）を設けたときは、すみやかに市役所へ届け出なければならない。\n\n"
      "3. "
      "ほかの話\n\n大いなる門の鍵は、閉じた人がいつも持っていなければならないものとされている。\n");
  paper.use("大水門", "大水門", law.id + "/a2/p1");
  paper.use("大きな門", "大水門", law.id + "/a2/p1");
  paper.use("大いなる門", "大水門", law.id + "/a2/p1");
  const auto found = passages(paper, law, "a3");
  ASSERT_EQ(found.size(), 2U);  // the third says nothing of 届出
  EXPECT_EQ(found[0].path.back(), "1. 大水門に関する届出");
  EXPECT_EQ(found[0].text, "この手引きでは、だれがいつまでに何を出せばよいのかを順に説明する。");
  EXPECT_TRUE(found[1].references.empty());
  EXPECT_TRUE(passages(paper, law, "a2").empty());
}

TEST(PassageText, BracketsEndNoSentenceAndARemarkBelongsToTheOneBefore) {
  const std::string text =
      "甲は閉じる。乙（丙をいう。第三条）は開ける。丁は見る。(第四条)戊は帰る。";
  const auto around = [&](std::string_view words) {
    const std::size_t at = text.find(words);
    return std::string(query::sentence_around(text, {at, at + words.size()}).of(text));
  };
  EXPECT_EQ(around("第三条"), "乙（丙をいう。第三条）は開ける。");
  EXPECT_EQ(around("第四条"), "丁は見る。(第四条)");
  EXPECT_EQ(around("戊"), "戊は帰る。");
}

TEST(PassageText, ANoteShowsTheSentenceThatBearsItsMark) {
  const auto paper = documents::read_document(
      "1. 手順\n\n大きな水門を設けた者は、ただちに市役所へ出向いて届け出なければならない¹。\n\n¹ "
      "水門法第三条\n",
      "paper.txt");
  const std::size_t at = paper.text.find("水門法第三条");
  ASSERT_NE(at, std::string::npos);
  EXPECT_EQ(query::passage_text(paper, 1, {at, at + 3}),
            "大きな水門を設けた者は、ただちに市役所へ出向いて届け出なければならない。（注：水門法第"
            "三条）");
}

}  // namespace
