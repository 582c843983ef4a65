// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/law_xml.h"

#include <gtest/gtest.h>

#include "corpus/error.h"
#include "tests/support/sample.h"

namespace corpus {
namespace {

using support::read_sample;

// One provision a line: address | num | caption | text, gaps shown as ␣ (欄), → (cell) and ⏎
// (line).
std::string print(const Law& law) {
  std::string out;
  for (std::size_t i = 0; i < law.provisions.size(); ++i) {
    const Provision& p = law.provisions[i];
    std::string text;
    for (std::size_t at = 0; at < p.text.size();) {
      switch (const char32_t c = next_code_point(p.text, at)) {
        case U'\u3000':
          text += "␣";
          break;
        case U'\t':
          text += "→";
          break;
        case U'\n':
          text += "⏎";
          break;
        default:
          append_code_point(text, c);
      }
    }
    out += to_anchor(law.address(i)) + '|' + p.num + '|' + p.caption + '|' + text + '\n';
  }
  return out;
}

std::string print(const Provision& p) {
  std::string out;
  for (const Sentence& s : p.sentences) {
    out += '[' + std::string(to_string(s.part)) + (s.column ? std::to_string(s.column) : "") + ' ' +
           std::string(s.span.of(p.text)) + ']';
  }
  return out;
}

TEST(LawXml, ArticlesParagraphsItemsInStatuteOrder) {
  const Law law =
      read_sample(R"(<MainProvision><Chapter Num="1"><ChapterTitle>第一章　水門</ChapterTitle>
    <Article Num="1"><ArticleCaption>（目的）</ArticleCaption><ArticleTitle>第一条</ArticleTitle>
      <Paragraph Num="1"><ParagraphNum/><ParagraphSentence><Sentence>水門を守る。</Sentence></ParagraphSentence></Paragraph>
    </Article>
    <Article Num="1_2"><ArticleTitle>第一条の二</ArticleTitle>
      <Paragraph Num="1"><ParagraphNum/><ParagraphSentence><Sentence>次に掲げる者</Sentence></ParagraphSentence>
        <Item Num="1"><ItemTitle>一</ItemTitle><ItemSentence><Sentence>水番</Sentence></ItemSentence>
          <Subitem1 Num="1"><Subitem1Title>イ</Subitem1Title><Subitem1Sentence><Sentence>昼の水番</Sentence></Subitem1Sentence></Subitem1>
        </Item>
      </Paragraph>
      <Paragraph Num="2"><ParagraphNum>２</ParagraphNum><ParagraphSentence><Sentence>前項の者は、届け出る。</Sentence></ParagraphSentence></Paragraph>
    </Article></Chapter></MainProvision>)");
  EXPECT_EQ(
      print(law),
      "ch1|第一章|水門|\na1|第一条|（目的）|\na1-p1|||水門を守る。\n"
      "a1_2|第一条の二||\na1_2-p1|||次に掲げる者\na1_2-p1-i1|一||水番\na1_2-p1-i1-s1|イ||昼の水番\n"
      "a1_2-p2|２||前項の者は、届け出る。\n");
  EXPECT_EQ(law.number, "令和七年法律第九百一号");
  EXPECT_EQ(law.title, "試験用水路法");
  EXPECT_EQ(law.promulgated, "2025-04-01");
}

TEST(LawXml, ColumnsKeepTheirGap) {
  const Law law = read_sample(
      R"(<MainProvision><Paragraph Num="1"><ParagraphNum/><ParagraphSentence><Sentence>次のとおり</Sentence></ParagraphSentence>
    <Item Num="1"><ItemTitle>一</ItemTitle><ItemSentence><Column Num="1"><Sentence>第六条の規定</Sentence></Column><Column Num="2"><Sentence>公布の日</Sentence></Column></ItemSentence></Item>
    </Paragraph></MainProvision>)");
  EXPECT_EQ(law.provisions.at(1).text, "第六条の規定\u3000公布の日");
  EXPECT_EQ(print(law.provisions.at(1)), "[1 第六条の規定][2 公布の日]");
}

struct PartsCase {
  const char* name;
  const char* sentences;
  const char* expected;
};

class LawXmlParts : public testing::TestWithParam<PartsCase> {};

TEST_P(LawXmlParts, AreTold) {
  const Law law = read_sample(
      std::string("<MainProvision><Paragraph Num=\"1\"><ParagraphNum/><ParagraphSentence>") +
      GetParam().sentences + "</ParagraphSentence></Paragraph></MainProvision>");
  EXPECT_EQ(print(law.provisions.at(0)), GetParam().expected);
}

INSTANTIATE_TEST_SUITE_P(
    All, LawXmlParts,
    testing::Values(
        PartsCase{"Lone", "<Sentence>甲は届け出る。</Sentence>", "[ 甲は届け出る。]"},
        PartsCase{"Proviso",
                  "<Sentence Function=\"main\">甲は届け出る。</Sentence><Sentence "
                  "Function=\"proviso\">ただし、乙を除く。</Sentence>",
                  "[main 甲は届け出る。][proviso ただし、乙を除く。]"},
        PartsCase{"ProvisoInOneElement", "<Sentence>甲は届け出る。ただし、乙を除く。</Sentence>",
                  "[main 甲は届け出る。][proviso ただし、乙を除く。]"},
        PartsCase{"TwoSentences",
                  "<Sentence>甲は届け出る。</Sentence><Sentence>変更も同様とする。</Sentence>",
                  "[first 甲は届け出る。][second 変更も同様とする。]"},
        PartsCase{"TwoSentencesAndProviso",
                  "<Sentence>甲は届け出る。</Sentence><Sentence>変更も同様とする。</"
                  "Sentence><Sentence>ただし、乙を除く。</Sentence>",
                  "[first 甲は届け出る。][second 変更も同様とする。][proviso ただし、乙を除く。]"},
        PartsCase{"FullStopInBrackets",
                  "<Sentence>甲（乙をいう。以下同じ。）は届け出る。</Sentence>",
                  "[ 甲（乙をいう。以下同じ。）は届け出る。]"},
        PartsCase{
            "Katakana",
            "<Sentence>甲ハ届出ツヘシ。</Sentence><Sentence>但シ乙ハ此ノ限ニ在ラス。</Sentence>",
            "[main 甲ハ届出ツヘシ。][proviso 但シ乙ハ此ノ限ニ在ラス。]"}),
    [](const auto& row) { return row.param.name; });

TEST(LawXml, RubyIsAMarkNotText) {
  const Law law = read_sample(
      R"(<MainProvision><Paragraph Num="1"><ParagraphNum/><ParagraphSentence><Sentence>水<Ruby>閘<Rt>こう</Rt></Ruby>門と川<Sup>２</Sup></Sentence></ParagraphSentence></Paragraph></MainProvision>)");
  const Provision& p = law.provisions.at(0);
  EXPECT_EQ(p.text, "水閘門と川２");
  ASSERT_EQ(p.marks.size(), 2U);
  EXPECT_EQ(p.marks[0].span.of(p.text), "閘");
  EXPECT_EQ(p.marks[0].value, "こう");
  EXPECT_EQ(p.marks[1].kind, MarkKind::superscript);
}

TEST(LawXml, TableIsLayoutOverTheTextOfItsProvision) {
  const Law law = read_sample(
      R"(<MainProvision><Paragraph Num="1"><ParagraphNum/><ParagraphSentence><Sentence>額は次の表による。</Sentence></ParagraphSentence>
    <Item Num="1"><ItemTitle>一</ItemTitle><ItemSentence><Sentence>前の号</Sentence></ItemSentence></Item>
    <TableStruct><Table><TableRow><TableColumn colspan="2"><Sentence>区分</Sentence></TableColumn><TableColumn><Sentence>額</Sentence></TableColumn></TableRow>
    <TableRow><TableColumn/><TableColumn><Sentence>甲</Sentence><Sentence>乙</Sentence></TableColumn></TableRow></Table></TableStruct></Paragraph></MainProvision>)");
  const Provision& p = law.provisions.at(0);
  EXPECT_EQ(p.text, "額は次の表による。\n区分\t額\n\t甲\u3000乙");
  ASSERT_EQ(p.layout.size(), 7U);
  EXPECT_EQ(p.layout[0].kind, LayoutKind::table);
  EXPECT_EQ(p.layout[0].end, 7U);
  EXPECT_EQ(p.layout[0].before, 2U) << "behind the item";
  EXPECT_EQ(p.layout[2].columns, 2);
  EXPECT_EQ(p.layout[6].span.of(p.text), "甲\u3000乙");
}

TEST(LawXml, SentencesQuotedInASentenceAreNoClausesOfIts) {
  const Law law = read_sample(
      R"(<MainProvision><Paragraph Num="1"><ParagraphNum/><ParagraphSentence><Sentence>次の表とする。<QuoteStruct><TableStruct><Table><TableRow><TableColumn><Sentence>甲</Sentence></TableColumn></TableRow></Table></TableStruct></QuoteStruct></Sentence></ParagraphSentence></Paragraph></MainProvision>)");
  EXPECT_EQ(print(law.provisions.at(0)), "[ 次の表とする。\n甲][ 甲]");
}

TEST(LawXml, ItemsInRemarksHaveNoAddress) {
  const Law law = read_sample(
      R"(<MainProvision/><AppdxTable><AppdxTableTitle>別表第一の二</AppdxTableTitle><RelatedArticleNum>（第三条関係）</RelatedArticleNum>
    <Item Num="1"><ItemTitle>一</ItemTitle><ItemSentence><Sentence>甲川</Sentence></ItemSentence></Item>
    <Remarks><RemarksLabel>備考</RemarksLabel><Item Num="1"><ItemTitle>１</ItemTitle><ItemSentence><Sentence>支流を含む。</Sentence></ItemSentence></Item></Remarks></AppdxTable>)");
  EXPECT_EQ(print(law), "tab1_2|別表第一の二||備考⏎１␣支流を含む。\ntab1_2-i1|一||甲川\n");
  EXPECT_EQ(law.provisions[0].related, "（第三条関係）");
}

TEST(LawXml, SupplementaryProvisionsAndNamesakes) {
  const std::string article =
      R"(<Article Num="1"><ArticleTitle>第一条</ArticleTitle><Paragraph Num="1"><ParagraphNum/><ParagraphSentence><Sentence>施行する。</Sentence></ParagraphSentence></Paragraph></Article>)";
  const Law law = read_sample(
      "<MainProvision/><SupplProvision><SupplProvisionLabel>附　則</SupplProvisionLabel>" +
      article +
      "</SupplProvision><SupplProvision AmendLawNum=\"令和八年一月二日法律第三号\" "
      "Extract=\"true\"><SupplProvisionLabel>附　則</SupplProvisionLabel>" +
      article +
      "</SupplProvision><SupplProvision><SupplProvisionLabel>附　則</SupplProvisionLabel></"
      "SupplProvision>");
  EXPECT_EQ(print(law),
            "sup|附\u3000則||\nsup-a1|第一条||\nsup-a1-p1|||施行する。\n"
            "sup-[令和八年一月二日法律第三号]|附\u3000則||\nsup-[令和八年一月二日法律第三号]-a1|"
            "第一条||\n"
            "sup-[令和八年一月二日法律第三号]-a1-p1|||施行する。\nsup~2|附\u3000則||\n");
}

TEST(LawXml, SupplementaryProvisionsWithoutALawShareTheirNames) {
  const auto paragraph = [](const char* num, const char* text) {
    return std::string("<Paragraph Num=\"") + num +
           "\"><ParagraphNum/><ParagraphSentence><Sentence>" + text +
           "</Sentence></ParagraphSentence></Paragraph>";
  };
  const Law law = read_sample(
      "<MainProvision/><SupplProvision><SupplProvisionLabel>附則</SupplProvisionLabel>" +
      paragraph("1", "甲") +
      "</SupplProvision><SupplProvision><SupplProvisionLabel>附則</SupplProvisionLabel>" +
      paragraph("1", "乙") + paragraph("2", "丙") + "</SupplProvision>");
  EXPECT_EQ(print(law), "sup|附則||\nsup-p1|||甲\nsup~2|附則||\nsup-p1~2|||乙\nsup-p2|||丙\n");
  EXPECT_EQ(law.find(parse_address("507AC0000000901/sup/p2")->path), 4U);
  EXPECT_EQ(law.find(parse_address("507AC0000000901/sup/p1~2")->path), 3U);
}

TEST(LawXml, DeletedRunAnswersForItsMembers) {
  const Law law = read_sample(
      R"(<MainProvision><Article Num="3:5"><ArticleTitle>第三条から第五条まで</ArticleTitle><Paragraph Num="1"><ParagraphNum/><ParagraphSentence><Sentence>削除</Sentence></ParagraphSentence></Paragraph></Article></MainProvision>)");
  EXPECT_EQ(to_string(law.address(0)), "507AC0000000901/a3:5");
  EXPECT_EQ(law.find({{.kind = SegmentKind::article, .num = Ordinal(4)}}), 0U);
  EXPECT_FALSE(law.find({{.kind = SegmentKind::article, .num = Ordinal(6)}}));
  EXPECT_TRUE(law.provisions[1].deleted);
}

TEST(LawXml, UnknownElementsKeepTheirWords) {
  const Law law = read_sample(
      R"(<MainProvision><Paragraph Num="1"><ParagraphNum/><ParagraphSentence><Sentence>あ<Blink>い</Blink>う</Sentence></ParagraphSentence><Novelty><Deep>え</Deep></Novelty></Paragraph></MainProvision><Epilogue>お</Epilogue>)");
  EXPECT_EQ(print(law), "p1|||あいうえ\napp|||お\n");
}

TEST(LawXml, IndentsOfTheXmlAreNotText) {
  const Law law = read_sample(
      "<MainProvision><Paragraph Num=\"1\"><ParagraphNum/><ParagraphSentence><Sentence>\n   甲は\n "
      "  乙 丙に\n届け出る。\n</Sentence></ParagraphSentence></Paragraph></MainProvision>");
  EXPECT_EQ(law.provisions[0].text, "甲は乙 丙に届け出る。");
}

std::string error_of(std::string_view bytes, const char* id = "507AC0000000901") {
  try {
    read_law(bytes, {.where = "dir/x.xml", .id = id}, support::in_brackets);
  } catch (const Error& e) {
    EXPECT_FALSE(e.hint.empty());
    return e.where + ": " + e.what();
  }
  return "no error";
}

TEST(LawXml, BrokenFilesAreNamedWithTheirLine) {
  EXPECT_TRUE(error_of("<Law>\n<LawBody>\n<Article></LawBody></Law>")
                  .starts_with("dir/x.xml:3: XMLとして読めません"));
  EXPECT_TRUE(error_of("").starts_with("dir/x.xml:1: XMLとして"));
  EXPECT_TRUE(error_of("<html/>").starts_with("dir/x.xml:1: 法令標準XMLでは"));
  EXPECT_TRUE(error_of("<Law>\n\xFF</Law>").starts_with("dir/x.xml:2: UTF-8"));
  EXPECT_TRUE(error_of(support::law_xml(""), "").find("法令ID") != std::string::npos);
}

TEST(LawXml, BottomlessNestingIsAnErrorNotACrash) {
  std::string open, close;
  for (int i = 0; i < 200'000; ++i) open += "<Item>", close += "</Item>";
  EXPECT_NE(error_of(support::law_xml("<MainProvision>" + open + close + "</MainProvision>"))
                .find("深すぎ"),
            std::string::npos);
}

TEST(LawXml, EntitiesOfADoctypeAreNotExpanded) {
  const std::string xml = "<!DOCTYPE Law [<!ENTITY a \"甲甲甲\"><!ENTITY b \"&a;&a;\">]>" +
                          support::law_xml(
                              "<MainProvision><Paragraph "
                              "Num=\"1\"><ParagraphNum/><ParagraphSentence><Sentence>&b;</"
                              "Sentence></ParagraphSentence></Paragraph></MainProvision>")
                              .substr(38);
  const Law law = read_law(xml, {.where = "x", .id = "507AC0000000901"}, support::in_brackets);
  EXPECT_EQ(law.provisions.at(0).text, "&b;");
}

TEST(LawXml, ByteOrderMarkIsSkipped) {
  EXPECT_EQ(error_of("\xEF\xBB\xBF" + support::law_xml("<MainProvision/>")), "no error");
}

TEST(OriginOf, FileNamesOfEGov) {
  const LawOrigin o = origin_of("a/b/322AC0000000005_20250701_507AC0000000043.xml");
  EXPECT_EQ(o.id, "322AC0000000005");
  EXPECT_EQ(o.revision, "20250701");
  EXPECT_EQ(o.amended_by, "507AC0000000043");
  EXPECT_EQ(origin_of("507AC0000000042_20261001_000000000000000.xml").amended_by, "");
  EXPECT_EQ(origin_of("somelaw.xml").id, "");
}

}  // namespace
}  // namespace corpus
