// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/word_match.h"

#include <xapian.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "corpus/char_kinds.h"
#include "corpus/text_scan.h"
#include "indexer/analysis/normalize.h"
#include "indexer/search_schema.h"

namespace query {
namespace {

// A word in more units than this says little about the law it is in, and is slow to follow.
constexpr Xapian::doccount kMostPostings = 1500;
// A whole name is worth this part of its words again.
constexpr double kNameShare = 1.0;
constexpr double kInLongerName = 0.5;
// What is shorter is in every text.
constexpr std::size_t kLeastNameBytes = 9;

double rarity(const std::string& word, const Xapian::Database& database) {
  const double all = database.get_doccount();
  const double with = database.get_termfreq(word);
  return with == 0 ? 0 : std::log(1 + all / with);
}

// 個人データ in 保有個人データ is another thing.
double name_in(std::string_view text, std::string_view name) {
  double out = 0;
  for (std::size_t at = 0; (at = text.find(name, at)) != std::string_view::npos; ++at) {
    const char32_t before = corpus::letter_before(text, at);
    if (!corpus::is_kanji(before) && !corpus::is_katakana(before)) return 1;
    out = kInLongerName;
  }
  return out;
}

std::set<std::string> laws_with(const std::string& word, const Xapian::Database& database) {
  std::set<std::string> out;
  for (auto at = database.postlist_begin(word); at != database.postlist_end(word); ++at)
    out.insert(database.get_document(*at).get_value(indexer::kValueLaw));
  return out;
}

}  // namespace

WordWeights::WordWeights(const Question& question, const Xapian::Database& database) {
  for (const auto& [term, share] : question.words) {
    const double weight = share * rarity(term, database);
    if (weight <= 0) continue;
    Weighted word{.term = term, .weight = weight, .laws = {}, .common = false};
    word.common = database.get_termfreq(term) > kMostPostings;
    if (!word.common) word.laws = laws_with(term, database);
    index_.emplace(term, words_.size());
    words_.push_back(std::move(word));
    total_ += weight;
  }
  for (const AskedName& name : question.names) {
    if (name.text.size() < kLeastNameBytes) continue;
    double weight = 0;
    for (const std::string& word : name.words) {
      const std::size_t at = find(word);
      if (at < words_.size()) weight += words_[at].weight;
    }
    if (weight > 0) names_.push_back({name.text, kNameShare * name.share * weight});
    total_ += kNameShare * name.share * weight;
  }
}

std::size_t WordWeights::find(std::string_view term) const {
  const auto at = index_.find(term);
  return at == index_.end() ? words_.size() : at->second;
}

WordMatch::WordMatch(const WordWeights& weights)
    : weights_(&weights), words_(weights.words().size()), names_(weights.names().size()) {}

void WordMatch::see(analysis::Analyzer& analyzer, std::string_view text, double place) {
  if (text.empty()) return;
  for (const analysis::Token& token : analyzer.analyze(text)) {
    if (token.kind != analysis::Kind::word) continue;
    const std::size_t at = weights_->find(token.term);
    if (at < words_.size()) words_[at] = std::max(words_[at], place);
  }
  if (names_.empty()) return;
  const std::string normal = analysis::normalize(text).text;
  for (std::size_t i = 0; i < names_.size(); ++i)
    names_[i] = std::max(names_[i], place * name_in(normal, weights_->names()[i].text));
}

void WordMatch::see_law(std::string_view law_id, double place) {
  for (std::size_t i = 0; i < words_.size(); ++i) {
    const auto& word = weights_->words()[i];
    if (word.common || word.laws.contains(std::string(law_id)))
      words_[i] = std::max(words_[i], place);
  }
}

void WordMatch::see(const WordMatch& other, double share, double most) {
  for (std::size_t i = 0; i < words_.size(); ++i)
    words_[i] = std::max(words_[i], std::min(most, share * other.words_[i]));
  for (std::size_t i = 0; i < names_.size(); ++i)
    names_[i] = std::max(names_[i], std::min(most, share * other.names_[i]));
}

double WordMatch::score() const {
  double out = 0;
  for (std::size_t i = 0; i < words_.size(); ++i) out += words_[i] * weights_->words()[i].weight;
  for (std::size_t i = 0; i < names_.size(); ++i) out += names_[i] * weights_->names()[i].weight;
  return weights_->total() <= 0 ? 0 : out / weights_->total();
}

std::vector<std::string> WordMatch::best_words(std::size_t most) const {
  std::vector<std::size_t> order(words_.size());
  std::iota(order.begin(), order.end(), 0);
  const auto value = [&](std::size_t i) { return words_[i] * weights_->words()[i].weight; };
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return value(a) > value(b); });
  std::vector<std::string> out;
  for (const std::size_t i : order) {
    if (out.size() < most && words_[i] >= 0.4) out.push_back(weights_->words()[i].term);
  }
  return out;
}

}  // namespace query
