// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/duty_detail.h"

#include <gtest/gtest.h>

#include "tests/support/sample.h"

namespace query {
namespace {

corpus::Address at(const std::string& text) { return *corpus::parse_address(text); }

corpus::Law order() {
  return support::read_sample(
      "<MainProvision><Article Num=\"2\"><ArticleTitle>第二条</ArticleTitle>"
      "<Paragraph Num=\"1\"><ParagraphNum/><ParagraphSentence>"
      "<Sentence>"
      "法第四条第一項の規定による届出は、水門を設けた日から四月以内に、様式第一の二による届出書を提"
      "出して行う。</Sentence>"
      "<Sentence>ただし、小さな水門については、この限りでない。</Sentence></ParagraphSentence></"
      "Paragraph>"
      "<Paragraph Num=\"2\"><ParagraphNum>２</ParagraphNum><ParagraphSentence>"
      "<Sentence>法第四条第一項の省令で定める事項は、次に掲げる水門の事項とする。</Sentence></"
      "ParagraphSentence>"
      "<Item "
      "Num=\"1\"><ItemTitle>一</ItemTitle><ItemSentence><Sentence>水門の所在地</Sentence></"
      "ItemSentence></Item>"
      "<Item "
      "Num=\"2\"><ItemTitle>二</ItemTitle><ItemSentence><Sentence>水門の幅</Sentence></"
      "ItemSentence></Item>"
      "</Paragraph></Article></MainProvision>");
}

TEST(DutyDetail, TheOrderSaysByWhenOnWhichFormAndWhat) {
  const corpus::Law law = order();
  const std::vector<Delegation> delegations = {
      {at("507AC0000000900/a4/p1"), "省令で定めるところにより", {at(law.id + "/a2/p1")}},
      {at("507AC0000000900/a4/p1"), "省令で定める事項", {at(law.id + "/a2/p2")}},
      {at("507AC0000000900/a5/p1"), "省令で定めるところにより", {at(law.id + "/a3/p1")}},
  };
  const std::vector<OrderNorm> norms = {{at(law.id + "/a2/p1"), "水門を設けた日から四月以内に", ""},
                                        {at(law.id + "/a3/p1"), "速やかに", ""}};
  const DutyDetail d = collect_detail(at("507AC0000000900/a4/p1"), delegations, norms, {&law});
  ASSERT_EQ(d.deadlines.size(), 1u);
  EXPECT_EQ(d.deadlines[0], (Stated{"水門を設けた日から四月以内に", at(law.id + "/a2/p1")}));
  ASSERT_EQ(d.forms.size(), 1u);
  EXPECT_EQ(d.forms[0].text, "様式第一の二");
  ASSERT_EQ(d.items.size(), 2u);
  EXPECT_EQ(d.items[1], (Stated{"水門の幅", at(law.id + "/a2/p2/i2")}));
  ASSERT_EQ(d.exemptions.size(), 1u);
  EXPECT_EQ(d.exemptions[0].text, "ただし、小さな水門については、この限りでない。");
}

TEST(DutyDetail, NothingIsDelegated) {
  EXPECT_TRUE(collect_detail(at("507AC0000000900/a4/p1"), {}, {}, {}).empty());
}

TEST(DutyDetail, AnOrderThatIsNotOnHandIsLeftOut) {
  const std::vector<Delegation> delegations = {
      {at("507AC0000000900/a4/p1"), "省令で定めるところにより", {at("508M60000000001/a2")}}};
  EXPECT_TRUE(collect_detail(at("507AC0000000900/a4/p1"), delegations, {}, {}).empty());
}

TEST(DutyDetail, ADeadlineIsReadOtherwiseForSome) {
  const corpus::Address rule = at("508M60000000001/a2/p1");
  const norms::DeemedNorm deemed{.kind = norms::DeemedKind::replaced,
                                 .basis = at("508M60000000001/a2/p2"),
                                 .targets = {{rule, {}}},
                                 .condition = "指定を受けた日から二月以内に設けた水門",
                                 .pairs = {{.places = {{rule, {}}},
                                            .from = "設けた日から四月以内",
                                            .to = "指定を受けた日から六月以内"}}};
  const auto variants = deadline_variants({{"設けた日から四月以内に", rule}}, {deemed});
  ASSERT_EQ(variants.size(), 1u);
  EXPECT_EQ(variants[0].deadline.text, "指定を受けた日から六月以内");
  EXPECT_EQ(variants[0].deadline.address, deemed.basis);
  EXPECT_TRUE(deadline_variants({{"速やかに", rule}}, {deemed}).empty());
}

}  // namespace
}  // namespace query
