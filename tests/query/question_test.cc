// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/question.h"

#include <gtest/gtest.h>

#include "indexer/analysis/normalize.h"
#include "indexer/index_corpus.h"
#include "query/open_index.h"
#include "query/penalty_answers.h"
#include "query/unit_texts.h"
#include "query/who_words.h"
#include "tests/support/temp_folder.h"

namespace query {
namespace {

std::set<QuestionKind> kinds_of(std::string_view question) {
  return kinds_of_question(analysis::normalize(question).text);
}

TEST(QuestionKinds, EveryRuleKnowsItsExamplesAndNotTheOthers) {
  for (const QuestionKindRule& rule : question_kind_rules()) {
    EXPECT_FALSE(rule.examples.empty()) << to_string(rule.kind);
    EXPECT_FALSE(rule.not_in.empty()) << to_string(rule.kind);
    for (const std::string_view example : rule.examples)
      EXPECT_TRUE(kinds_of(example).contains(rule.kind)) << to_string(rule.kind) << example;
    for (const std::string_view other : rule.not_in)
      EXPECT_FALSE(kinds_of(other).contains(rule.kind)) << to_string(rule.kind) << other;
  }
}

TEST(QuestionKinds, EverySpellingIsWrittenAsAQuestionIsRead) {
  for (const QuestionKindRule& rule : question_kind_rules()) {
    for (const std::string_view word : rule.asked)
      EXPECT_EQ(analysis::normalize(word).text, word) << to_string(rule.kind);
  }
}

TEST(QuestionKinds, AnswersSaySoInTheLawsWords) {
  const auto says = [](QuestionKind kind, std::string_view text) {
    return answers_kind(kind, analysis::normalize(text).text);
  };
  EXPECT_TRUE(says(QuestionKind::deadline, "知つた日から三十日以内に報告する。"));
  EXPECT_FALSE(says(QuestionKind::deadline, "その旨を報告する。"));
  EXPECT_TRUE(says(QuestionKind::headcount, "委員四人をもって組織する。"));
  EXPECT_FALSE(says(QuestionKind::headcount, "本人に通知する。"));
  EXPECT_TRUE(says(QuestionKind::penalty, "違反した者は、十万円以下の罰金に処する。"));
  EXPECT_FALSE(says(QuestionKind::penalty, "罰則に関する経過措置を定める。"));
}

TEST(WhoWords, EveryRowHasAnExampleThatHoldsItsWord) {
  for (const WhoWord& row : who_words()) {
    ASSERT_FALSE(row.asked.empty());
    const std::string example = analysis::normalize(row.example).text;
    EXPECT_TRUE(std::any_of(row.asked.begin(), row.asked.end(), [&](std::string_view word) {
      return example.find(word) != std::string::npos;
    })) << row.asked.front();
    EXPECT_FALSE(row.acts.empty() && row.terms.empty() && row.modalities.empty())
        << row.asked.front();
    for (const std::string_view word : row.asked)
      EXPECT_EQ(analysis::normalize(word).text, word) << "never found";
  }
}

TEST(WhoWords, NoWordIsWrittenTwice) {
  std::set<std::string_view> known;
  for (const WhoWord& row : who_words()) {
    for (const std::string_view word : row.asked) EXPECT_TRUE(known.insert(word).second) << word;
  }
}

TEST(IsQuestion, TellsItFromWordsToLookFor) {
  EXPECT_TRUE(is_question("届出は誰にしますか"));
  EXPECT_TRUE(is_question("水門とは"));
  EXPECT_TRUE(is_question("届出をしないとどうなる"));
  EXPECT_FALSE(is_question("水門 届出"));
  EXPECT_FALSE(is_question("水門法3条"));
}

class Questions : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    folder_ = std::make_unique<support::TempFolder>();
    indexer::index_corpus({.corpus = JOBUN_SOURCE_DIR "/tests/corpora/canal",
                           .kb = folder_->path() / "kb",
                           .terms = {{.name = "水門管理者",
                                      .address = "507AC0000000901/a2/p2",
                                      .aliases = {"番人"},
                                      .near = {"管理会社"}}},
                           .jobs = 2,
                           .progress = {}});
    kb_ = std::make_unique<indexer::KnowledgeBase>(
        indexer::KnowledgeBase::open(folder_->path() / "kb"));
    index_ = std::make_unique<OpenIndex>(*kb_);
  }
  static void TearDownTestSuite() {
    index_.reset();
    kb_.reset();
    folder_.reset();
  }
  static Question read(std::string_view text) {
    return QuestionReader(*kb_, index_->analyzer).read(text);
  }

  static std::unique_ptr<support::TempFolder> folder_;
  static std::unique_ptr<indexer::KnowledgeBase> kb_;
  static std::unique_ptr<OpenIndex> index_;
};

std::unique_ptr<support::TempFolder> Questions::folder_;
std::unique_ptr<indexer::KnowledgeBase> Questions::kb_;
std::unique_ptr<OpenIndex> Questions::index_;

TEST_F(Questions, WhatIsAskedComesLast) {
  const Question q = read("届出を受けた大臣はどこへ知らせますか");
  EXPECT_GT(q.acts.at("通知する"), q.acts.at("届け出る"));
  EXPECT_TRUE(q.is(QuestionKind::recipient));
  ASSERT_EQ(q.topics.size(), 1U);
  EXPECT_EQ(q.topics[0], "大臣");
}

TEST_F(Questions, TheNameOfALawSaysWhichLawAndIsNoWord) {
  const Question q = read("水門法の届出はいつまでですか");
  EXPECT_EQ(q.laws, std::vector<std::string>{"507AC0000000901"});
  EXPECT_FALSE(q.words.contains("水門"));
  EXPECT_TRUE(q.words.contains("届出"));
  EXPECT_TRUE(read("水門法").words.contains("水門"));
}

TEST_F(Questions, ProvisionsAreReadWithAndWithoutTheirLaw) {
  const auto provisions = [](std::string_view text) {
    std::string out;
    for (const auto& address : read(text).provisions) out += to_string(address) + ' ';
    return out;
  };
  EXPECT_EQ(provisions("水門法第三条第一項の届出は誰にしますか"), "507AC0000000901/a3/p1 ");
  EXPECT_EQ(provisions("4条の2の命令は誰がしますか"), "507AC0000000901/a4_2 ");
  EXPECT_EQ(provisions("5条の罰則はいつからですか"), "507AC0000000901/a5 ");
  EXPECT_EQ(provisions("三十日以内に届け出ますか"), "");
}

TEST_F(Questions, EverydayNamesAreReadAsTheTermAndSaid) {
  for (const char* text : {"番人は何をしますか", "管理会社は何をしますか"}) {
    const Question q = read(text);
    EXPECT_TRUE(q.words.contains("水門")) << text;
    ASSERT_EQ(q.notes.size(), 1U) << text;
    EXPECT_NE(q.notes[0].find("水門管理者"), std::string::npos);
  }
}

TEST_F(Questions, TheTermWhoseMeaningIsAsked) {
  EXPECT_EQ(read("「漏水事故」とは何を指しますか").terms, std::vector<std::string>{"漏水事故"});
  EXPECT_EQ(read("漏水事故とは").terms, std::vector<std::string>{"漏水事故"});
  EXPECT_TRUE(read("「漏水事故」は誰に報告しますか").terms.empty());
}

TEST(PunishmentIn, StandsBetweenTheBreachAndTheVerb) {
  EXPECT_EQ(punishment_in("水門を勝手に閉じた者は、九月以下の拘禁刑又は九万円以下の罰金に処する。"),
            "九月以下の拘禁刑又は九万円以下の罰金");
  EXPECT_EQ(punishment_in("その旨を届け出なければならない。"), "");
}

TEST(ParagraphOf, GoesByItsNumber) {
  const std::string text = "甲は、届け出る。\n一　水門\n２　乙は、次の者に通知する。\n一　丙";
  EXPECT_EQ(paragraph_of(text, 1), "甲は、届け出る。\n一　水門");
  EXPECT_EQ(paragraph_of(text, 2), "２　乙は、次の者に通知する。\n一　丙");
  EXPECT_EQ(paragraph_of(text, 3), "");
}

}  // namespace
}  // namespace query
