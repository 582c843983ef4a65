// SPDX-License-Identifier: GPL-2.0-or-later
#include "fixtures.h"

#include "corpus/law_xml.h"

namespace web_tests {
namespace {

constexpr std::string_view kLibrary = R"xml(<?xml version="1.0" encoding="UTF-8"?>
<Law Era="Reiwa" Lang="ja" LawType="Act" Num="901" Year="06" PromulgateMonth="04" PromulgateDay="01">
<LawNum>令和六年法律第九百一号</LawNum><LawBody>
<LawTitle Kana="としょかんのかしだしにかんするほうりつ" Abbrev="貸出法">図書館の<Ruby>貸出<Rt>かしだし</Rt></Ruby>に関する法律</LawTitle>
<EnactStatement>ここに図書館の貸出に関する法律を定める。</EnactStatement>
<TOC><TOCLabel>目次</TOCLabel>
<TOCChapter Num="1"><ChapterTitle>第一章　総則</ChapterTitle><ArticleRange>（第一条・第二条）</ArticleRange></TOCChapter>
<TOCChapter Num="2"><ChapterTitle>第二章　貸出し</ChapterTitle>
<TOCSection Num="1"><SectionTitle>第一節　通則</SectionTitle><ArticleRange>（第三条）</ArticleRange></TOCSection></TOCChapter>
<TOCChapter Num="9"><ChapterTitle>第九章　ない章</ChapterTitle></TOCChapter>
<TOCSupplProvision><SupplProvisionLabel>附則</SupplProvisionLabel></TOCSupplProvision></TOC>
<MainProvision>
<Chapter Num="1"><ChapterTitle>第一章　総則</ChapterTitle>
<Article Num="1"><ArticleCaption>（目的）</ArticleCaption><ArticleTitle>第一条</ArticleTitle>
<Paragraph Num="1"><ParagraphNum/><ParagraphSentence><Sentence>この法律は、本を<Ruby>遍<Rt>あまね</Rt></Ruby>く貸すことを目的とする。</Sentence></ParagraphSentence></Paragraph></Article>
<Article Num="2"><ArticleTitle>第二条</ArticleTitle>
<Paragraph Num="1"><ParagraphNum/><ParagraphSentence><Sentence Function="main">館長は、次に掲げる本を貸すものとする。</Sentence><Sentence Function="proviso">ただし、破れた本は、この限りでない。</Sentence></ParagraphSentence>
<Item Num="1"><ItemTitle>一</ItemTitle><ItemSentence><Column Num="1"><Sentence>絵本</Sentence></Column><Column Num="2"><Sentence>七冊まで</Sentence></Column></ItemSentence>
<Subitem1 Num="1"><Subitem1Title>イ</Subitem1Title><Subitem1Sentence><Sentence>大きな絵本</Sentence></Subitem1Sentence></Subitem1></Item>
<Item Num="2"><ItemTitle>二</ItemTitle><ItemSentence><Sentence>図鑑</Sentence></ItemSentence></Item></Paragraph>
<Paragraph Num="2"><ParagraphNum>２</ParagraphNum><ParagraphSentence><Sentence>前項の本は、返すものとする。</Sentence><Sentence>この場合において、雨の日は傘を差す。</Sentence></ParagraphSentence>
<TableStruct><TableStructTitle>貸す期間</TableStructTitle><Table><TableRow><TableColumn rowspan="2"><Sentence>絵本</Sentence></TableColumn><TableColumn colspan="2"><Sentence>十四日</Sentence></TableColumn></TableRow>
<TableRow><TableColumn/><TableColumn><Sentence>長さ一〇<Sup>二</Sup>の本</Sentence><Sentence>厚い本</Sentence></TableColumn></TableRow></Table><Remarks><RemarksLabel>備考</RemarksLabel><Item Num="1"><ItemTitle>一</ItemTitle><ItemSentence><Sentence>期間は日で数える。</Sentence></ItemSentence></Item></Remarks></TableStruct>
</Paragraph></Article></Chapter>
<Chapter Num="2"><ChapterTitle>第二章　貸出し</ChapterTitle><Section Num="1"><SectionTitle>第一節　通則</SectionTitle>
<Article Num="3"><ArticleTitle>第三条</ArticleTitle><Paragraph Num="1"><ParagraphNum/><ParagraphSentence><Sentence>司書は、次の棚を置く。</Sentence></ParagraphSentence>
<List><ListSentence><Sentence>青い棚</Sentence></ListSentence></List><List><ListSentence><Sentence>赤い棚</Sentence></ListSentence></List></Paragraph><SupplNote>（棚の色は別に定める。）</SupplNote></Article>
<Article Num="4:6"><ArticleTitle>第四条から第六条まで</ArticleTitle><Paragraph Num="1"><ParagraphNum/><ParagraphSentence><Sentence>削除</Sentence></ParagraphSentence></Paragraph></Article></Section></Chapter>
</MainProvision>
<SupplProvision><SupplProvisionLabel>附　則</SupplProvisionLabel><Paragraph Num="1"><ParagraphCaption>（施行期日）</ParagraphCaption><ParagraphNum>１</ParagraphNum><ParagraphSentence><Sentence>この法律は、春の初めの日から使う。</Sentence></ParagraphSentence></Paragraph></SupplProvision>
<SupplProvision AmendLawNum="令和七年法律第九百二号" Extract="true"><SupplProvisionLabel>附　則</SupplProvisionLabel><Article Num="1"><ArticleTitle>第一条</ArticleTitle><Paragraph Num="1"><ParagraphNum/><ParagraphSentence><Sentence>この改正は、夏から使う。</Sentence></ParagraphSentence></Paragraph></Article></SupplProvision>
<SupplProvision AmendLawNum="昭和元年勅令第九号"><SupplProvisionLabel>附　則</SupplProvisionLabel><Paragraph Num="1"><ParagraphNum/><ParagraphSentence><Sentence>この改正は、古い。</Sentence></ParagraphSentence></Paragraph></SupplProvision>
<AppdxTable Num="1"><AppdxTableTitle>別表第一</AppdxTableTitle><RelatedArticleNum>（第二条関係）</RelatedArticleNum><Item Num="1"><ItemTitle>一</ItemTitle><ItemSentence><Sentence>棚の番号</Sentence></ItemSentence></Item><Remarks><RemarksLabel>備考</RemarksLabel><Sentence>番号は左から読む。</Sentence></Remarks><Item Num="2"><ItemTitle>二</ItemTitle><ItemSentence><Sentence>棚の高さ</Sentence></ItemSentence></Item></AppdxTable>
<AppdxStyle><AppdxStyleTitle>様式第一</AppdxStyleTitle></AppdxStyle>
<AppdxFig><AppdxFigTitle>別図</AppdxFigTitle><FigStruct><Fig src="./pict/a&quot;b.jpg"/></FigStruct><FigStruct><FigStructTitle>裏</FigStructTitle><Fig src="c.jpg"/></FigStruct></AppdxFig>
</LawBody></Law>)xml";

constexpr std::string_view kCrooked =
    R"xml(<Law Era="Reiwa" Lang="ja" LawType="MinisterialOrdinance" Num="903" Year="06">
<LawNum>令和六年総務省令第九百三号</LawNum><LawBody><LawTitle>曲がった表に関する省令</LawTitle><MainProvision>
<Paragraph Num="1"><ParagraphNum/><ParagraphSentence><Sentence>次の表中<QuoteStruct>甲。乙<Table><TableRow><TableColumn>丙</TableColumn></TableRow></Table>丁</QuoteStruct>と読む。</Sentence></ParagraphSentence>
<TableStruct><Table>裸の字<TableRow>行の字<TableColumn>欄の字</TableColumn></TableRow></Table></TableStruct></Paragraph>
<Paragraph Num="2"><ParagraphNum>２</ParagraphNum><ParagraphSentence><Sentence>空の表を置く。</Sentence></ParagraphSentence>
<TableStruct><Table/><Table><TableRow/></Table><Table><TableRow><TableColumn/></TableRow><TableRow><TableColumn/><TableColumn/></TableRow></Table><TableRow><TableColumn>外の行</TableColumn></TableRow></TableStruct></Paragraph>
<Paragraph Num="3"><ParagraphNum>３</ParagraphNum><ParagraphSentence><Sentence>線は<Line Style="dotted">点<Line Style="url(x)">々</Line></Line>と引き、式は<ArithFormula>一<Sub>二</Sub></ArithFormula>とし、図は<Fig src="x.png"/>とする。</Sentence></ParagraphSentence><Fig src="last.png"/></Paragraph>
<Paragraph Num="4"><ParagraphNum>４</ParagraphNum><ParagraphSentence><Sentence>箱の表</Sentence></ParagraphSentence><TableStruct><Table><TableRow><TableColumn><Table><TableRow><TableColumn>内の欄</TableColumn></TableRow></Table>後の字</TableColumn></TableRow></Table></TableStruct><Item Num="1"><ItemTitle>一</ItemTitle></Item><Unknown>知らない<B>字</B></Unknown></Paragraph>
</MainProvision><Strange>外の要素の字</Strange></LawBody></Law>)xml";

constexpr std::string_view kHostile =
    R"xml(<Law Era="Reiwa" Lang="ja" LawType="Rule" Num="904" Year="06">
<LawNum>令和六年&lt;b&gt;規則&lt;/b&gt;</LawNum><LawBody><LawTitle Kana="&quot;&gt;&lt;script&gt;" Abbrev="{{title}},{{{body}}}">&lt;script&gt;alert(1)&lt;/script&gt;&amp;amp;{{number}}</LawTitle><MainProvision>
<Article Num="1"><ArticleCaption>（&lt;img src=x onerror="a()"&gt;）</ArticleCaption><ArticleTitle>&quot; onclick=&quot;x</ArticleTitle><Paragraph Num="1"><ParagraphNum>&lt;/p&gt;</ParagraphNum><ParagraphSentence><Sentence>&lt;/div&gt;javascript:alert('x')&lt;!-- <Ruby>字<Rt>&lt;/ruby&gt;</Rt></Ruby><Fig src="javascript:alert(1)"/></Sentence></ParagraphSentence></Paragraph><SupplNote>&lt;style&gt;</SupplNote></Article>
</MainProvision>
<SupplProvision AmendLawNum="&quot;&gt;&lt;script&gt; x"><SupplProvisionLabel>附　則</SupplProvisionLabel><Paragraph Num="1"><ParagraphNum/><ParagraphSentence><Sentence>&amp;lt;</Sentence></ParagraphSentence></Paragraph></SupplProvision>
<AppdxStyle><AppdxStyleTitle>&lt;iframe&gt;</AppdxStyleTitle><RelatedArticleNum>&lt;object&gt;</RelatedArticleNum></AppdxStyle></LawBody></Law>)xml";

}  // namespace

corpus::Law law_from(std::string_view xml, const std::string& id, const std::string& revision) {
  return corpus::read_law(
      xml, {.where = "fixture", .id = id, .revision = revision}, [](std::string_view number) {
        return number == "令和七年法律第九百二号" ? "507AC0000000902"
                                                  : "[" + std::string(number) + "]";
      });
}

corpus::Law library_law() { return law_from(kLibrary, "506AC0000000901", "20250401"); }
corpus::Law crooked_law() { return law_from(kCrooked, "506M60000008903", "20260401"); }
corpus::Law hostile_law() { return law_from(kHostile, "506R00000000904", ""); }

std::vector<corpus::Law> all_laws() {
  std::vector<corpus::Law> laws{library_law(), crooked_law(), hostile_law()};
  corpus::Law digest = library_law();
  digest.id = "506AC0000000905";
  digest.digest = true;
  laws.push_back(std::move(digest));
  return laws;
}

}  // namespace web_tests
