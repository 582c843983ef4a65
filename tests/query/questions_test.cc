// SPDX-License-Identifier: GPL-2.0-or-later
// Questions over the real corpus (tests/labels/questions.tsv), and the penalties of the hand labels
// as they hang on norms; both where the corpus is at hand.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iostream>
#include <set>

#include "indexer/index_corpus.h"
#include "query/search.h"
#include "query/who.h"
#include "tests/support/shared.h"
#include "tests/support/temp_folder.h"

namespace query {
namespace {

constexpr const char* kDate = "20261124";

std::vector<std::string> split(const std::string& text, char at) {
  std::vector<std::string> out(1);
  for (const char c : text) {
    if (c == at)
      out.emplace_back();
    else
      out.back() += c;
  }
  return out;
}

std::vector<std::vector<std::string>> rows_of(const std::filesystem::path& file) {
  std::vector<std::vector<std::string>> out;
  std::ifstream in(file);
  for (std::string line; std::getline(in, line);) {
    if (!line.starts_with('#') && !line.starts_with("qid")) out.push_back(split(line, '\t'));
  }
  return out;
}

// The same provision, or one of them in the other.
bool meet(const std::string& a, const std::string& b) {
  return a == b || a.starts_with(b + '/') || b.starts_with(a + '/');
}

bool meets_any(const std::string& address, const std::vector<std::string>& answers) {
  return std::any_of(answers.begin(), answers.end(),
                     [&](const std::string& answer) { return meet(address, answer); });
}

class RealCorpus : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    const auto shared = support::shared_folder();
    if (!shared || !std::filesystem::exists(*shared / "corpus/laws")) return;
    folder_ = std::make_unique<support::TempFolder>();
    indexer::index_corpus({.corpus = (*shared / "corpus").string(),
                           .kb = folder_->path() / "kb",
                           .jobs = 2,
                           .progress = {}});
    kb_ = std::make_unique<indexer::KnowledgeBase>(
        indexer::KnowledgeBase::open(folder_->path() / "kb"));
  }
  static void TearDownTestSuite() {
    kb_.reset();
    folder_.reset();
  }
  void SetUp() override {
    if (!kb_) GTEST_SKIP() << "no shared corpus at hand";
  }

  static std::unique_ptr<support::TempFolder> folder_;
  static std::unique_ptr<indexer::KnowledgeBase> kb_;
};

std::unique_ptr<support::TempFolder> RealCorpus::folder_;
std::unique_ptr<indexer::KnowledgeBase> RealCorpus::kb_;

TEST_F(RealCorpus, QuestionsFindTheirProvision) {
  const NormFinder finder(*kb_);
  const Searcher searcher(*kb_);
  std::size_t asked = 0, first = 0, early = 0;
  for (const auto& row : rows_of(JOBUN_SOURCE_DIR "/tests/labels/questions.tsv")) {
    ASSERT_EQ(row.size(), 5U);
    const auto answers = split(row[4], ',');
    std::size_t place = 0, at = 0;
    std::string got;
    const auto look = [&](const std::string& address, bool right) {
      ++at;
      if (at == 1) got = address;
      if (right && place == 0) place = at;
    };
    if (row[1] == "who") {
      for (const NormHit& hit : finder.find({.text = row[3], .date = kDate, .limit = 10}).hits) {
        bool right = meets_any(hit.norm.address, answers);
        for (const auto& p : hit.links.penalties)
          right = right || meets_any(to_string(p.penalty), answers);
        look(hit.norm.address, right);
      }
    } else {
      for (const Hit& hit : searcher.search(row[3], {.date = kDate, .limit = 10}).hits)
        look(hit.address, meets_any(hit.address, answers));
    }
    ++asked;
    first += place == 1;
    early += place >= 1 && place <= 3;
    if (place != 1) std::cout << row[0] << " at " << place << ", first is " << got << '\n';
  }
  std::cout << "first " << first << ", in the first three " << early << " of " << asked << '\n';
  EXPECT_GE(100 * first, 64 * asked);
  EXPECT_GE(100 * early, 80 * asked);
}

TEST_F(RealCorpus, PenaltiesOfTheLabelsHangOnTheirNorms) {
  const auto edges = rows_of(*support::shared_folder() / "eval/penalties_dev.tsv");
  if (edges.empty()) GTEST_SKIP() << "no labels at hand";
  NormLinker linker(*kb_, kDate);
  std::size_t found = 0, wanted = 0;
  for (const auto& edge : edges) {
    if (edge.size() < 2) continue;
    const auto* revisions = kb_->revisions_of(edge[1].substr(0, edge[1].find('/')));
    if (revisions == nullptr) continue;
    const citations::LawEntry& entry = revisions->on(kDate);
    bool is_norm = false, hangs = false;
    for (const norms::NormRecord& norm : kb_->norms(entry)) {
      if (norm.address != edge[1] && !norm.address.starts_with(edge[1] + '/')) continue;
      is_norm = true;
      for (const auto& p : linker.links(entry, norm).penalties)
        hangs = hangs || meet(to_string(p.penalty), edge[0]);
    }
    if (!is_norm) continue;
    ++wanted;
    found += hangs;
    EXPECT_TRUE(hangs) << edge[0] << " -> " << edge[1];
  }
  std::cout << found << " of " << wanted << " edges\n";
}

}  // namespace
}  // namespace query
