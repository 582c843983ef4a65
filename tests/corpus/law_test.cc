// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/law.h"

#include <gtest/gtest.h>

#include "tests/support/sample.h"

namespace corpus {
namespace {

constexpr char kLaw[] =
    R"(<MainProvision><Part Num="2"><PartTitle>第二編</PartTitle><Chapter Num="4_2"><ChapterTitle>第四章の二</ChapterTitle>
  <Section Num="1"><SectionTitle>第一節</SectionTitle><Subsection Num="3"><SubsectionTitle>第三款</SubsectionTitle><Division Num="1"><DivisionTitle>第一目</DivisionTitle>
  <Article Num="76_2"><ArticleTitle>第七十六条の二</ArticleTitle>
   <Paragraph Num="1"><ParagraphNum/><ParagraphSentence><Sentence>次の者は届け出る。</Sentence><Sentence>ただし、丙を除く。</Sentence></ParagraphSentence>
    <Item Num="1"><ItemTitle>一</ItemTitle><ItemSentence><Sentence>甲</Sentence></ItemSentence><Subitem1 Num="1"><Subitem1Title>イ</Subitem1Title><Subitem1Sentence><Sentence>乙</Sentence></Subitem1Sentence></Subitem1></Item></Paragraph></Article>
  </Division></Subsection></Section></Chapter></Part></MainProvision>
  <SupplProvision><SupplProvisionLabel>附則</SupplProvisionLabel><Paragraph Num="1"><ParagraphNum/><ParagraphSentence><Sentence>施行する。</Sentence></ParagraphSentence></Paragraph></SupplProvision>
  <SupplProvision AmendLawNum="令和八年一月二日法律第三号"><SupplProvisionLabel>附則</SupplProvisionLabel><Article Num="1"><ArticleTitle>第一条</ArticleTitle><Paragraph Num="1"><ParagraphNum/><ParagraphSentence><Sentence>施行する。</Sentence></ParagraphSentence></Paragraph></Article></SupplProvision>
  <AppdxTable><AppdxTableTitle>別表</AppdxTableTitle></AppdxTable>)";

Law read_with_ids() {
  return read_law(support::law_xml(kLaw), {.where = "x", .id = "507AC0000000901"},
                  [](std::string_view) { return std::string("508AC0000000003"); });
}

TEST(Law, EGovAnchorsCarryTheChapterPath) {
  const Law law = read_with_ids();
  const auto url = [&](const char* path) {
    return egov_url(law, parse_address("507AC0000000901/" + std::string(path)).value());
  };
  const std::string base = "https://laws.e-gov.go.jp/law/507AC0000000901";
  const std::string article = base + "#Mp-Pa_2-Ch_4_2-Se_1-Ss_3-Di_1-At_76_2";
  EXPECT_EQ(url("a76_2"), article);
  EXPECT_EQ(url("a76_2/p1"), article + "-Pr_1");
  EXPECT_EQ(url("a76_2/p1:proviso"), article + "-Pr_1");
  EXPECT_EQ(url("a76_2/p1/i1"), article + "-Pr_1-It_1");
  EXPECT_EQ(url("a76_2/p1/i1/s1"), article + "-Pr_1-It_1") << "no anchor below 号";
  EXPECT_EQ(url("pt2/ch4_2"), base + "#Mp-Pa_2-Ch_4_2");
  EXPECT_EQ(url("sup/p1"), base + "#507AC0000000901-Sp-Pr_1");
  EXPECT_EQ(url("sup-508AC0000000003/a1"), base + "#508AC0000000003-Sp-At_1");
  EXPECT_EQ(url("tab"), base) << "no anchor known";
  EXPECT_EQ(url("a99"), base) << "no such article";
}

TEST(Law, ChaptersMayBeLeftOutBeforeAnArticle) {
  const Law law = read_with_ids();
  const auto find = [&](const char* path) {
    return law.find(parse_address("507AC0000000901/" + std::string(path)).value().path);
  };
  EXPECT_EQ(find("a76_2"), find("pt2/ch4_2/se1/ss3/dv1/a76_2"));
  EXPECT_TRUE(find("ch4_2"));
  EXPECT_FALSE(find("a76")) << "a branch number is never dropped";
  EXPECT_FALSE(find("a76_2/p2"));
  EXPECT_FALSE(find("sup/a1"));
}

TEST(Law, UnitsAreWhatAReaderLooksUp) {
  const Law law = read_with_ids();
  std::string units;
  for (std::size_t i = 0; i < law.provisions.size(); ++i) {
    if (is_unit(law, i)) units += to_anchor(law.address(i)) + ' ';
  }
  EXPECT_EQ(units, "a76_2 sup-p1 sup-508AC0000000003-a1 tab ");
}

TEST(Law, PartsOfAParagraph) {
  const Law law = read_with_ids();
  const Provision& p =
      law.provisions.at(law.find(parse_address("507AC0000000901/a76_2/p1")->path).value());
  const auto words = [&](Part part) {
    std::string out;
    for (const Span span : spans_of(p, part, true)) out += span.of(p.text);
    return out;
  };
  EXPECT_EQ(words(Part::proviso), "ただし、丙を除く。");
  EXPECT_EQ(words(Part::main), "次の者は届け出る。");
  EXPECT_EQ(words(Part::chapeau), p.text);
  EXPECT_EQ(words(Part::second), "");
}

}  // namespace
}  // namespace corpus
