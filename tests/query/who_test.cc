// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/who.h"

#include <gtest/gtest.h>

#include "corpus/error.h"
#include "indexer/index_corpus.h"
#include "query/who_words.h"
#include "tests/support/temp_folder.h"

namespace query {
namespace {

class Who : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    folder_ = std::make_unique<support::TempFolder>();
    indexer::index_corpus({.corpus = JOBUN_SOURCE_DIR "/tests/corpora/canal",
                           .kb = folder_->path() / "kb",
                           .jobs = 2,
                           .progress = {}});
    kb_ = std::make_unique<indexer::KnowledgeBase>(
        indexer::KnowledgeBase::open(folder_->path() / "kb"));
    finder_ = std::make_unique<NormFinder>(*kb_);
  }
  static void TearDownTestSuite() {
    finder_.reset();
    kb_.reset();
    folder_.reset();
  }

  static WhoResult ask(WhoOptions options) {
    options.date = "20261124";
    return finder_->find(options);
  }

  static std::unique_ptr<support::TempFolder> folder_;
  static std::unique_ptr<indexer::KnowledgeBase> kb_;
  static std::unique_ptr<NormFinder> finder_;
};

std::unique_ptr<support::TempFolder> Who::folder_;
std::unique_ptr<indexer::KnowledgeBase> Who::kb_;
std::unique_ptr<NormFinder> Who::finder_;

TEST_F(Who, EveryHitIsInTheTableOfItsLawWithItsSentence) {
  const auto result = ask({.text = "誰に届け出ますか"});
  ASSERT_FALSE(result.hits.empty());
  for (const NormHit& hit : result.hits) {
    EXPECT_TRUE(hit.norm.address.starts_with(hit.law->id)) << hit.norm.address;
    EXPECT_FALSE(hit.text.empty()) << hit.norm.address;
  }
  for (std::size_t i = 1; i < result.hits.size(); ++i)
    EXPECT_GE(result.hits[i - 1].score, result.hits[i].score);
}

TEST_F(Who, AskedByAnotherWordTheSameDutyIsFound) {
  const auto by_law = ask({.text = "届け出る"});
  const auto by_person = ask({.text = "届出"});
  ASSERT_FALSE(by_law.hits.empty());
  ASSERT_FALSE(by_person.hits.empty());
  EXPECT_EQ(by_law.hits[0].norm.act, "届け出る");
  EXPECT_EQ(by_person.hits[0].norm.act, "届け出る");
}

TEST_F(Who, FiltersHold) {
  for (const auto modality : {norms::Modality::must, norms::Modality::may}) {
    for (const NormHit& hit : ask({.modality = modality, .law_id = "507AC0000000901"}).hits)
      EXPECT_EQ(hit.norm.modality, modality);
  }
  const auto all = ask({.law_id = "507AC0000000901", .limit = 1000});
  ASSERT_FALSE(all.hits.empty());
  std::string bearer;
  for (const NormHit& hit : all.hits) {
    EXPECT_EQ(hit.law->id, "507AC0000000901");
    if (!hit.norm.bearers.empty()) bearer = hit.norm.bearers[0];
  }
  ASSERT_FALSE(bearer.empty());
  const auto some = ask({.bearer = bearer});
  ASSERT_FALSE(some.hits.empty());
  for (const NormHit& hit : some.hits) {
    bool fits = false;
    for (const std::string& name : hit.norm.bearers) fits = fits || fit_of_name(bearer, name) > 0;
    EXPECT_TRUE(fits) << hit.norm.address;
  }
}

TEST_F(Who, WhatNobodySaysIsNotFound) {
  EXPECT_EQ(ask({.text = "宇宙船"}).total, 0U);
  EXPECT_EQ(ask({.bearer = "宇宙飛行士"}).total, 0U);
  EXPECT_THROW(ask({.text = "は"}), corpus::Error);
}

TEST(FitOfName, TheHeadOfANameIsThatName) {
  EXPECT_EQ(fit_of_name("特別水路事業者", "特別水路事業者"), 2);
  EXPECT_EQ(fit_of_name("事業者", "特別水路事業者"), 1);
  EXPECT_EQ(fit_of_name("事業者", "特別水路事業者等"), 1);
  EXPECT_EQ(fit_of_name("委員長", "当該委員長"), 2);
  EXPECT_EQ(fit_of_name("委員", "委員長"), 0);
  EXPECT_EQ(fit_of_name("特別水路事業者", "事業者"), 0);
  EXPECT_EQ(fit_of_name("", "事業者"), 0);
}

TEST(WhoWords, EveryRowHasAnExampleThatHoldsItsWord) {
  for (const WhoWord& row : who_words()) {
    EXPECT_NE(row.example.find(row.asked), std::string_view::npos) << row.asked;
    EXPECT_FALSE(row.acts.empty() && row.terms.empty() && row.modalities.empty()) << row.asked;
  }
}

}  // namespace
}  // namespace query
