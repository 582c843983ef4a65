// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search.h"

#include <gtest/gtest.h>

#include "corpus/error.h"
#include "indexer/index_corpus.h"
#include "tests/support/temp_folder.h"

namespace query {
namespace {

class Search : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    folder_ = std::make_unique<support::TempFolder>();
    indexer::index_corpus({.corpus = JOBUN_SOURCE_DIR "/tests/corpora/canal",
                           .kb = folder_->path() / "kb",
                           .jobs = 2,
                           .progress = {}});
    kb_ = std::make_unique<indexer::KnowledgeBase>(
        indexer::KnowledgeBase::open(folder_->path() / "kb"));
    searcher_ = std::make_unique<Searcher>(*kb_);
  }
  static void TearDownTestSuite() {
    searcher_.reset();
    kb_.reset();
    folder_.reset();
  }

  // The addresses found, best first, without the law's id.
  static std::string find(std::string_view query, const std::string& date = "20261124") {
    std::string out;
    for (const Hit& hit : searcher_->search(query, {.date = date}).hits) {
      out += (out.empty() ? "" : " ") + std::string(hit.law_id == "507AC0000000901" ? "" : "規則") +
             hit.address.substr(15);
    }
    return out;
  }

  static std::unique_ptr<support::TempFolder> folder_;
  static std::unique_ptr<indexer::KnowledgeBase> kb_;
  static std::unique_ptr<Searcher> searcher_;
};

std::unique_ptr<support::TempFolder> Search::folder_;
std::unique_ptr<indexer::KnowledgeBase> Search::kb_;
std::unique_ptr<Searcher> Search::searcher_;

TEST_F(Search, TheArticleThatDefinesATermComesFirst) {
  EXPECT_TRUE(find("漏水事故").starts_with("/a2 ")) << find("漏水事故");
  EXPECT_TRUE(find("水路組合").starts_with("/a2")) << find("水路組合");
}

TEST_F(Search, TextAndQueryAreTakenAlike) {
  EXPECT_EQ(find("三十日以内"), "規則/a1");
  EXPECT_EQ(find("30日以内"), find("３０日以内"));
  EXPECT_EQ(find("届け出る"), find("届出"));
  EXPECT_EQ(find("ろうすいじこ"), find("ロウスイジコ"));
  EXPECT_FALSE(find("ろうすい").empty());
}

TEST_F(Search, WordsInsideAnotherWordAreNotFound) {
  // 水門管理者 is no 水門管 and 理者 no word.
  EXPECT_EQ(find("理者"), "");
}

TEST_F(Search, TheDateChoosesTheText) {
  EXPECT_EQ(find("「命令に違反した者」"), "/a5");
  EXPECT_EQ(find("「命令に違反した者」", "20250601"), "");
  EXPECT_EQ(searcher_->search("「命令に違反した者」", {.date = "20250601"}).not_in_force, 1U);
  EXPECT_EQ(find("改善の命令", "20260930"), "");
  EXPECT_EQ(find("改善の命令", "20261001"), "/a4_2");
}

TEST_F(Search, SomeOfTheWordsOnlyIsSaid) {
  const auto result = searcher_->search("漏水事故 宇宙船", {.date = "20261124"});
  EXPECT_GT(result.total, 0U);
  EXPECT_NE(result.note.find("すべての語を含む条文はありません"), std::string::npos);
  EXPECT_EQ(searcher_->search("宇宙船", {.date = "20261124"}).total, 0U);
}

TEST_F(Search, SnippetsAreWholeSentencesWithTheMatchMarked) {
  const auto hit = searcher_->search("都道府県知事", {.date = "20261124"}).hits.at(0);
  EXPECT_EQ(hit.snippet,
            "…２　国土交通大臣は、前項の届出があったときは、遅滞なく、その内容を関係«都道府県知事»"
            "に通知しなければならない。");
  EXPECT_EQ(hit.matched, std::vector<std::string>{"都道府県知事"});
}

TEST_F(Search, AQueryWithoutAnyWordIsAnError) {
  EXPECT_THROW(searcher_->search("は、を", {}), corpus::Error);
}

}  // namespace
}  // namespace query
