// SPDX-License-Identifier: GPL-2.0-or-later
// How much of a question a text says: each word of the question counts by how rare it is in the
// corpus, and by the place that says it best.
//   question 「届出 期限」, caption（届出）0.7, sentence 「…三十日以内に…」  ->  0 … 1
#pragma once

#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/analysis/analyzer.h"
#include "query/question.h"

namespace Xapian {
class Database;
}

namespace query {

// The question's words with their weights, and the laws whose texts say the rare ones.
class WordWeights {
 public:
  WordWeights(const Question&, const Xapian::Database&);

  struct Weighted {
    std::string term;
    double weight = 0;
    std::set<std::string> laws;  // that say it somewhere; empty when it is common
    bool common = false;
  };
  struct WeightedName {
    std::string text;
    double weight = 0;
  };
  const std::vector<Weighted>& words() const { return words_; }
  const std::vector<WeightedName>& names() const { return names_; }
  double total() const { return total_; }
  // Index of the word, or words().size().
  std::size_t find(std::string_view term) const;

 private:
  std::vector<Weighted> words_;
  std::vector<WeightedName> names_;
  std::map<std::string, std::size_t, std::less<>> index_;
  double total_ = 0;  // of the question's own words
};

// What the places looked at so far say, each word by the best of them.
class WordMatch {
 public:
  explicit WordMatch(const WordWeights& weights);

  // `place` is how much a word counts there, 0 … 1.
  void see(analysis::Analyzer&, std::string_view text, double place);
  // The words that any text of that law says.
  void see_law(std::string_view law_id, double place);
  // As much of `other`, no word more than `most`.
  void see(const WordMatch& other, double share, double most = 1.0);

  double score() const;  // 0 … 1, a little more with synonyms
  std::vector<std::string> best_words(std::size_t most) const;

 private:
  const WordWeights* weights_;
  std::vector<double> words_;
  std::vector<double> names_;
};

}  // namespace query
