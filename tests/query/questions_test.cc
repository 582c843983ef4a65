// SPDX-License-Identifier: GPL-2.0-or-later
// Questions over the real corpus (tests/labels/questions.tsv), and the penalties of the hand labels
// as they hang on norms; both where the corpus is at hand.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>

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

struct Asked {
  std::string id;
  std::string verb;
  std::string text;
  std::vector<std::string> answers;
};

struct Tally {
  std::size_t asked = 0, first = 0, early = 0;
};

// The place of the first right answer among ten, 0 for none.
std::size_t place_of(const Asked& asked, const NormFinder& finder, const Searcher& searcher) {
  std::vector<std::string> found;
  if (asked.verb == "who") {
    for (const NormHit& hit : finder.find({.text = asked.text, .date = kDate, .limit = 10}).hits)
      found.push_back(hit.norm.address);
  } else {
    for (const Hit& hit : searcher.search(asked.text, {.date = kDate, .limit = 10}).hits)
      found.push_back(hit.address);
  }
  const auto right = std::find_if(found.begin(), found.end(), [&](const std::string& address) {
    return meets_any(address, asked.answers);
  });
  if (right != found.begin()) {
    std::cout << asked.id << ' ' << asked.verb << ", first is "
              << (found.empty() ? "nothing" : found.front()) << '\n';
  }
  return right == found.end() ? 0 : static_cast<std::size_t>(right - found.begin()) + 1;
}

// By verb.
std::map<std::string, Tally> score(const std::vector<Asked>& questions,
                                   const indexer::KnowledgeBase& kb) {
  const NormFinder finder(kb);
  const Searcher searcher(kb);
  std::map<std::string, Tally> out;
  for (const Asked& asked : questions) {
    Tally& tally = out[asked.verb];
    const std::size_t place = place_of(asked, finder, searcher);
    ++tally.asked;
    tally.first += place == 1;
    tally.early += place >= 1 && place <= 3;
  }
  for (const auto& [verb, tally] : out) {
    std::cout << verb << ": first " << tally.first << ", in the first three " << tally.early
              << " of " << tally.asked << '\n';
  }
  return out;
}

std::vector<Asked> own_questions(const char* file, std::string_view ids) {
  std::vector<Asked> out;
  for (const auto& row : rows_of(std::string(JOBUN_SOURCE_DIR "/tests/labels/") + file)) {
    if (row.size() == 5 && row[0].starts_with(ids))
      out.push_back({row[0], row[1], row[3], split(row[4], ',')});
  }
  return out;
}

// asup4 of those labels is sup/a4.
std::string read_label(std::string answer) {
  const std::size_t at = answer.find("/asup");
  return at == std::string::npos ? answer : answer.replace(at, 5, "/sup/a");
}

#define EXPECT_PERCENT(part, all, floor) EXPECT_GE(100 * (part), (floor) * (all))

TEST_F(RealCorpus, QuestionsAsPeopleAskThem) {
  const auto who = score(own_questions("questions.tsv", ""), *kb_);
  EXPECT_PERCENT(who.at("who").first, who.at("who").asked, 80U);
  EXPECT_PERCENT(who.at("who").early, who.at("who").asked, 84U);
  EXPECT_PERCENT(who.at("search").first, who.at("search").asked, 80U);
}

TEST_F(RealCorpus, SecondQuestions) {
  for (const char* half : {"S", "H"}) {
    const auto tally = score(own_questions("questions_second.tsv", half), *kb_);
    EXPECT_PERCENT(tally.at("who").first, tally.at("who").asked, 60U) << half;
    EXPECT_PERCENT(tally.at("who").early, tally.at("who").asked, 80U) << half;
  }
}

TEST_F(RealCorpus, QuestionsOfTheSharedLabels) {
  std::vector<Asked> questions;
  for (const auto& row : rows_of(*support::shared_folder() / "eval/questions_dev.tsv")) {
    if (row.size() < 5) continue;
    Asked asked{row[0], row[4] == "who-must" ? "who" : "search", row[1], {}};
    for (const std::string& answer : split(row[2], ','))
      asked.answers.push_back(read_label(answer));
    questions.push_back(std::move(asked));
  }
  if (questions.empty()) GTEST_SKIP() << "no labels at hand";
  const auto tally = score(questions, *kb_);
  EXPECT_PERCENT(tally.at("who").first, tally.at("who").asked, 80U);
  EXPECT_PERCENT(tally.at("who").early, tally.at("who").asked, 87U);
  EXPECT_PERCENT(tally.at("search").first, tally.at("search").asked, 80U);
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
