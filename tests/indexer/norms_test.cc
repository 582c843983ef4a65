// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/norms/norms.h"

#include <gtest/gtest.h>

#include "corpus/error.h"
#include "indexer/norms/norm_table.h"
#include "tests/support/sample.h"

namespace indexer {
namespace {

// Article 1 with these paragraphs; a paragraph is sentences.
corpus::Law law_of(const std::vector<std::string>& paragraphs) {
  std::string body = "<MainProvision><Article Num=\"1\"><ArticleTitle>第一条</ArticleTitle>";
  for (std::size_t i = 0; i < paragraphs.size(); ++i) {
    body += "<Paragraph Num=\"" + std::to_string(i + 1) + "\"><ParagraphNum/><ParagraphSentence>" +
            paragraphs[i] + "</ParagraphSentence></Paragraph>";
  }
  return support::read_sample(body + "</Article></MainProvision>");
}

std::vector<std::string> printed(const corpus::Law& law) {
  std::vector<std::string> out;
  for (const norms::Norm& norm : norms::find_norms(law))
    out.push_back(to_string(law.address(norm.provision)).substr(law.id.size() + 1) + ' ' +
                  to_string(norm));
  return out;
}

std::string found_in(std::string_view sentence) {
  std::string out;
  for (const norms::Norm& norm : norms::find_norms(sentence))
    out += (out.empty() ? "" : " + ") + to_string(norm);
  return out;
}

using Lines = std::vector<std::string>;

TEST(Norms, ABearerLeftOutIsTheOneBefore) {
  EXPECT_EQ(printed(law_of(
                {"<Sentence>水路管理者は、水位を測定しなければならない。</Sentence>",
                 "<Sentence>前項の測定の結果を主務大臣に報告しなければならない。</Sentence>"})),
            (Lines{"a1/p1 must 測定する(水路管理者; 水位)",
                   "a1/p2 must 報告する([水路管理者]→主務大臣; 前項の測定の結果)"}));
}

TEST(Norms, AnArticleOfItsOwnTakesNothingOver) {
  const corpus::Law law = support::read_sample(
      "<MainProvision>"
      "<Article Num=\"1\"><ArticleTitle>第一条</ArticleTitle><Paragraph Num=\"1\"><ParagraphNum/>"
      "<ParagraphSentence><Sentence>水路管理者は、水位を測定しなければならない。</Sentence>"
      "</ParagraphSentence></Paragraph></Article>"
      "<Article Num=\"2\"><ArticleTitle>第二条</ArticleTitle><Paragraph Num=\"1\"><ParagraphNum/>"
      "<ParagraphSentence><Sentence>記録を保存しなければならない。</Sentence>"
      "</ParagraphSentence></Paragraph></Article></MainProvision>");
  EXPECT_EQ(printed(law),
            (Lines{"a1/p1 must 測定する(水路管理者; 水位)", "a2/p1 must 保存する(記録)"}));
}

TEST(Norms, AProvisoLimitsAndMayBeANormItself) {
  EXPECT_EQ(
      printed(law_of(
          {"<Sentence Function=\"main\">船長は、許可を受けなければならない。</Sentence>"
           "<Sentence Function=\"proviso\">ただし、急を要する場合には、事後に届け出ることができる。"
           "</Sentence>"})),
      (Lines{
          "a1/p1 must 受ける(船長; 許可; ただし、急を要する場合には、事後に届け出ることができる)",
          "a1/p1 may 届け出る([船長]; 急を要する場合には)"}));
}

TEST(Norms, AThingIsNoBearerAndNothingIsTakenOverForIt) {
  EXPECT_EQ(printed(law_of(
                {"<Sentence>水路管理者は、水門を閉じることができる。</Sentence>"
                 "<Sentence>この場合において、その期間は、三日を超えてはならない。</Sentence>"})),
            (Lines{"a1/p1 may 閉じる(水路管理者; 水門)", "a1/p1 must_not 超える(三日)"}));
}

TEST(Norms, BearersLoseTheirModifiersAndBrackets) {
  EXPECT_EQ(found_in("許可を受けた水路管理者（法人に限る。）又はその職にあった者は、秘密を漏らして"
                     "はならない。"),
            "must_not 漏らす(水路管理者・その職にあった者; 秘密)");
  EXPECT_EQ(found_in("船舶所有者であって、水路を使用するものは、使用料を納付しなければならない。"),
            "must 納付する(船舶所有者; 使用料)");
  EXPECT_EQ(found_in("会長、副会長及び事務局の職員は、秘密を盗用してはならない。"),
            "must_not 盗用する(会長・副会長・事務局の職員; 秘密)");
}

TEST(Norms, AClauseOfAConditionIsNone) {
  EXPECT_EQ(
      found_in("会長は、任期が過ぎ、又は会を退いた場合において、後任者を指名することができる。"),
      "may 指名する(会長; 後任者; 任期が過ぎ、又は会を退いた場合において)");
  EXPECT_EQ(
      found_in("大臣は、管理者に対し、届出を行い、又は報告を是正すべきことを命ずることができる。"),
      "may 命ずる(大臣→管理者; 報告を是正すべきこと)");
}

TEST(Norms, APurposeIsNone) {
  EXPECT_EQ(
      found_in(
          "この法律は、水路の保全に必要な事項を定め、もって公共の安全を図ることを目的とする。"),
      "");
  EXPECT_EQ(found_in("会長は、委員を任命し、委員の任期は、二年とする。"),
            "shall_be 任命する(会長; 委員)");
}

TEST(Norms, InspectorsEnterAndInspect) {
  EXPECT_EQ(found_in("大臣は、その職員に、事務所に立ち入り、帳簿を検査させることができる。"),
            "may 立ち入らせる(大臣→その職員) + may 検査させる(大臣→その職員; 帳簿)");
}

TEST(Norms, WhatTellsTheRecipientIsNoObject) {
  EXPECT_EQ(
      found_in("管理者は、名称その他の事項を水路（運河を含む。）を所管する大臣に届け出なければな"
               "らない。"),
      "must 届け出る(管理者→水路を所管する大臣; 名称その他の事項)");
}

TEST(Norms, EachStatedFieldHasItsSpan) {
  const std::string text =
      "検査者（補助者を含む。）は、事故を知ったときは、速やかに、その旨を主務大臣に報告しなければな"
      "らない。";
  const auto norms = norms::find_norms(text);
  ASSERT_EQ(norms.size(), 1U);
  const norms::Norm& n = norms[0];
  EXPECT_EQ(n.bearers.at(0).span.of(text), "検査者");
  EXPECT_EQ(n.recipients.at(0).span.of(text), "主務大臣");
  EXPECT_EQ(n.object->span.of(text), "その旨");
  EXPECT_EQ(n.trigger->span.of(text), "事故を知ったときは");
  EXPECT_EQ(n.deadline->span.of(text), "速やかに");
  EXPECT_EQ(n.verb.of(text), "報告しなければならない");
}

TEST(NormTable, ComesBackAsItWent) {
  const corpus::Law law = law_of(
      {"<Sentence>船長及び機関長は、速やかに、その旨を知事又は市長に届け出なければならない。</"
       "Sentence>"});
  const auto records = to_records(law, norms::find_norms(law));
  ASSERT_EQ(records.size(), 1U);
  const auto back = norms::parse_norm_table(to_tsv(records), "t.tsv");
  ASSERT_EQ(back.size(), 1U);
  EXPECT_EQ(to_tsv(back), to_tsv(records));
  EXPECT_EQ(back[0].bearers, (Lines{"船長", "機関長"}));
  EXPECT_EQ(back[0].recipients, (Lines{"知事", "市長"}));
  EXPECT_EQ(norms::sentence_of(back[0], law.provisions.back().text), law.provisions.back().text);
}

TEST(NormTable, ABrokenTableSaysWhere) {
  std::string tsv = to_tsv(
      to_records(law_of({"<Sentence>船長は、届け出るものとする。</Sentence>"}),
                 norms::find_norms(law_of({"<Sentence>船長は、届け出るものとする。</Sentence>"}))));
  const std::size_t at = tsv.find("shall_be");
  ASSERT_NE(at, std::string::npos);
  tsv.replace(at, 8, "perhaps?");
  EXPECT_THROW(norms::parse_norm_table(tsv, "t.tsv"), corpus::Error);
}

}  // namespace
}  // namespace indexer
