// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/norms/norm_words.h"

#include <gtest/gtest.h>

#include <set>

#include "indexer/norms/norm_text.h"
#include "indexer/norms/norms.h"

namespace norms {
namespace {

std::string found_in(std::string_view sentence) {
  std::string out;
  for (const Norm& norm : find_norms(sentence)) out += (out.empty() ? "" : " + ") + to_string(norm);
  return out;
}

TEST(NormWords, EveryExampleReadsAsStated) {
  for (const ActRule& rule : act_rules()) {
    EXPECT_FALSE(rule.examples.empty()) << rule.name;
    for (const NormExample& e : rule.examples)
      EXPECT_EQ(found_in(e.sentence), e.found) << rule.name << ": " << e.sentence;
  }
  for (const WordRule& rule : word_rules()) {
    EXPECT_FALSE(rule.examples.empty()) << rule.name;
    for (const NormExample& e : rule.examples)
      EXPECT_EQ(found_in(e.sentence), e.found) << rule.name << ": " << e.sentence;
  }
}

// An example is one of its own row: some word of the row stands in it.
TEST(NormWords, EveryExampleHasAWordOfItsRow) {
  for (const WordRule& rule : word_rules()) {
    for (const NormExample& e : rule.examples) {
      const std::u32string sentence = to_utf32(e.sentence);
      bool there = false;
      for (const auto word : rule.words)
        there = there || sentence.find(word) != std::u32string::npos;
      EXPECT_TRUE(there) << rule.name << ": " << e.sentence;
    }
  }
  for (const ActRule& rule : act_rules()) {
    for (const NormExample& e : rule.examples) {
      const std::u32string sentence = to_utf32(e.sentence);
      bool there = false;
      for (const std::string_view act : rule.acts) {
        const std::u32string verb = to_utf32(act);
        const std::size_t stem = verb.ends_with(U"する") ? verb.size() - 2 : verb.size() - 1;
        there = there || act == "する" || sentence.find(verb.substr(0, stem)) != sentence.npos;
      }
      EXPECT_TRUE(there) << rule.name << ": " << e.sentence;
    }
  }
}

TEST(NormWords, NoWordStandsTwiceInARow) {
  for (const WordRule& rule : word_rules()) {
    std::set<std::u32string_view> seen;
    for (const auto word : rule.words)
      EXPECT_TRUE(seen.insert(word).second) << rule.name << ": " << to_utf8(word);
  }
  for (const ActRule& rule : act_rules()) {
    std::set<std::string_view> seen;
    for (const auto act : rule.acts) EXPECT_TRUE(seen.insert(act).second) << rule.name << act;
  }
}

TEST(NormWords, NoNounIsAPersonAndAThing) {
  const auto persons = words_of(WordClass::person);
  for (const auto thing : words_of(WordClass::thing)) {
    EXPECT_EQ(std::find(persons.begin(), persons.end(), thing), persons.end()) << to_utf8(thing);
  }
}

TEST(NormWords, UnknownNounsAreNeither) {
  EXPECT_EQ(is_person(U"あいうえお"), std::nullopt);
  EXPECT_EQ(is_person(U"特定事業者等"), true);
  EXPECT_EQ(is_person(U"都市公園"), false);
  EXPECT_TRUE(is_body(U"助産所等"));
}

}  // namespace
}  // namespace norms
