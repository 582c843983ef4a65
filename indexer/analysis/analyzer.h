// SPDX-License-Identifier: GPL-2.0-or-later
// Text to index terms, one way for laws and for queries, so that the two never disagree.
//   特定重要電子計算機を届け出なければ  ->  word 特定@1 重要@2 電子@3 計算@4 機@5 届出@6   compound
//   特定重要電子計算機@1
//                                           reading とくていじゆうようでんしけいさんき@1
//                                           とどけでる@6   negation ない@6
// Why a term gives the same words in every context: MeCab only finds where nouns, verbs and
// particles are. A run of nouns is then cut by script, and its kanji and katakana are split by word
// costs alone (compounds.h); an entry of the user dictionary is analysed alone, with the system
// dictionary. A number ends a compound. 第 before a number is no word: 5条 finds 第五条. Positions:
// only words take one; particles, auxiliaries, conjunctions, する, こと and punctuation neither
// give a term nor a gap; 。, a line or a cell leaves a gap of kSentenceGap. Every other kind stands
// where its first word does, a negation (ない, ず, 無い) where the word it negates does;
// なければならない negates nothing. A compound is an entry of the user dictionary or a whole run of
// at least two words (当該…, 各… and …等 left off). An entry behind a noun that makes it another
// thing is no compound: 重要電子計算機 is not posted for 特定重要電子計算機, its words are.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/text.h"
#include "indexer/analysis/morphemes.h"

namespace analysis {

enum class Kind : std::uint8_t { word, compound, reading, negation };

inline constexpr std::uint32_t kSentenceGap = 10;

struct Token {
  std::string term;            // never empty, at most kMostTermBytes (spelling.h)
  corpus::Span source;         // bytes of the text given to analyze()
  std::uint32_t position = 0;  // from 1
  Kind kind = Kind::word;
};

// Not for two threads at once: make one for each over the same Dictionary, which must outlive them.
class Analyzer {
 public:
  explicit Analyzer(const Dictionary& dictionary);
  ~Analyzer();
  Analyzer(Analyzer&&) noexcept;
  Analyzer& operator=(Analyzer&&) noexcept;

  // Any bytes. A stretch between white space that is kana only also gives a reading (reading_term
  // in spelling.h; as a query, use it as it is or as the beginning of one): とくていじゅうよう
  // finds 特定重要電子計算機.
  std::vector<Token> analyze(std::string_view utf8);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

std::string_view to_string(Kind kind);
// "特定@1 重要@2 …": the tokens of one kind, for tests and for people.
std::string to_string(const std::vector<Token>& tokens, Kind kind);

}  // namespace analysis
