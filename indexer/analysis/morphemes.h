// SPDX-License-Identifier: GPL-2.0-or-later
// MeCab behind a wall: the dictionaries, and a tagger that turns normalised text into morphemes
// with the little that indexing needs to know of each.
//   届け出なければ -> 届け出 (word, base 届け出る)  なけれ (negation)  ば (function)
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/text.h"

namespace analysis {

// $JOBUN_MECAB_DIC, or where Debian puts IPADIC. Throws corpus::Error that names the package when
// there is none.
std::filesystem::path system_dictionary();

// The system dictionary, alone and together with a user dictionary. Read only once made: threads
// may share it.
class Dictionary {
 public:
  explicit Dictionary(const std::filesystem::path& user_dictionary = {});
  ~Dictionary();
  Dictionary(Dictionary&&) noexcept;
  Dictionary& operator=(Dictionary&&) noexcept;

 private:
  friend class Tagger;
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

enum class WordClass : std::uint8_t {
  nominal,   // 名詞, 接頭詞, 接尾辞: joins its neighbours to a compound
  word,      // verbs, adjectives, adverbs, 連体詞
  negation,  // ない, ぬ, ず
  function,  // particles, auxiliaries, conjunctions, する, こと
  symbol,
};

// An entry of a dictionary.
struct Lexeme {
  WordClass word_class = WordClass::symbol;
  bool user = false;     // from the user dictionary
  bool unknown = false;  // in no dictionary
  bool name = false;     // of a person
  bool proper = false;   // of anything
  std::string base;      // 届け出る; empty: as written
  std::string reading;   // of the surface, katakana; empty: not known
};

struct Morpheme {
  corpus::Span span;
  const Lexeme* lexeme = nullptr;  // lives as long as its tagger
};

// A word the dictionaries know at the beginning of a text.
struct Candidate {
  std::size_t size = 0;
  int cost = 0;
  const Lexeme* lexeme = nullptr;
};

// How the system dictionary splits a text, as the data of a user dictionary entry that behaves like
// that split.
struct Split {
  int left_id = 0;
  int right_id = 0;
  int cost = 0;
  bool nominal = false;  // begins and ends with a noun
  std::string reading;   // empty when a part's is not known
};

// One per thread; the dictionary must outlive it.
class Tagger {
 public:
  enum class With : std::uint8_t { system, user };
  Tagger(const Dictionary& dictionary, With with);
  ~Tagger();
  Tagger(Tagger&&) noexcept;
  Tagger& operator=(Tagger&&) noexcept;

  std::vector<Morpheme> parse(std::string_view normalised);
  std::vector<Candidate> words_at(std::string_view normalised);
  Split split(std::string_view normalised);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

// The system dictionary in use: its folder, words and MeCab's version. Throws Error when none is.
std::string describe_dictionary();

// The mark of our entries in a user dictionary's feature column.
inline constexpr std::string_view kUserFeature = "jobun";

}  // namespace analysis
