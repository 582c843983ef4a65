// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/citations/citation_rules.h"
#include "indexer/citations/citation_purpose.h"
#include "indexer/citations/law_noun.h"

#include <gtest/gtest.h>

#include <set>

#include "indexer/citations/citation_matcher.h"

namespace indexer {
namespace {

constexpr citations::MatchOptions kProse{.prose = true, .iroha = true};

// What the row itself makes of the head of a text.
std::optional<citations::Word> read(const citations::CitationRule& rule, std::string_view text) {
  const citations::CitationMatcher& matcher = citations::CitationMatcher::standard();
  for (const citations::RuleMatch& match : matcher.all_at(text, 0, kProse)) {
    if (match.rule == &rule) return match.word;
  }
  return std::nullopt;
}

TEST(CitationRules, EveryRowHasExamplesCounterExamplesAndASource) {
  std::set<std::string_view> names;
  for (const citations::CitationRule& rule : citations::citation_rules()) {
    EXPECT_FALSE(rule.examples.empty()) << rule.name;
    EXPECT_FALSE(rule.not_in.empty()) << rule.name;
    EXPECT_FALSE(rule.source.empty()) << rule.name;
    EXPECT_TRUE(names.insert(rule.name).second) << rule.name << " が二つある";
  }
}

TEST(CitationRules, EveryExampleReadsAsStated) {
  for (const citations::CitationRule& rule : citations::citation_rules()) {
    for (const citations::RuleExample& example : rule.examples) {
      const auto word = read(rule, example.text);
      ASSERT_TRUE(word) << rule.name << ": " << example.text;
      EXPECT_EQ(to_string(*word), example.printed) << rule.name << ": " << example.text;
    }
  }
}

TEST(CitationRules, NoCounterExampleMatches) {
  for (const citations::CitationRule& rule : citations::citation_rules()) {
    for (const std::string_view text : rule.not_in) {
      for (std::size_t at = 0; at < text.size(); ++at) {
        for (const citations::RuleMatch& match :
             citations::CitationMatcher::standard().all_at(text, at, kProse)) {
          EXPECT_NE(match.rule, &rule) << rule.name << " は「" << text << "」に当たってはならない";
        }
      }
    }
  }
}

TEST(CitationRules, TheExampleIsReadByItsOwnRow) {
  for (const citations::CitationRule& rule : citations::citation_rules()) {
    for (const citations::RuleExample& example : rule.examples) {
      const auto best = citations::CitationMatcher::standard().longest_at(example.text, 0, kProse);
      ASSERT_TRUE(best) << example.text;
      EXPECT_EQ(best->rule->name, rule.name) << example.text;
    }
  }
}

TEST(CitationRules, NoTwoRowsClaimTheSameWords) {
  for (const citations::CitationRule& rule : citations::citation_rules()) {
    for (const citations::RuleExample& example : rule.examples) {
      std::set<std::size_t> ends;
      for (const citations::RuleMatch& match :
           citations::CitationMatcher::standard().all_at(example.text, 0, kProse)) {
        EXPECT_TRUE(ends.insert(match.word.span.end).second)
            << "「" << example.text << "」を" << match.rule->name << "と別の行が同じ長さで読む";
      }
    }
  }
}

TEST(CitationRules, EveryPieceIsUsed) {
  for (const citations::RulePiece& piece : citations::rule_pieces()) {
    const std::string written = '{' + std::string(piece.name) + '}';
    bool used = false;
    for (const citations::CitationRule& rule : citations::citation_rules())
      used = used || rule.pattern.find(written) != std::string_view::npos;
    EXPECT_TRUE(used) << written;
  }
}

TEST(CitationRules, AnUnknownPieceIsSaidToBeOne) {
  const citations::CitationRule broken{.name = "誤り", .pattern = "第{すう}条"};
  EXPECT_ANY_THROW(citations::CitationMatcher(std::span(&broken, 1), citations::rule_pieces()));
}

TEST(CitationRules, RowsForProseStayOutOfStatutes) {
  EXPECT_FALSE(citations::CitationMatcher::standard().longest_at("3条1項", 0, {}));
  EXPECT_TRUE(citations::CitationMatcher::standard().longest_at("3条1項", 0, kProse));
}

TEST(CitationRules, KatakanaTextHasNoIroha) {
  EXPECT_FALSE(citations::CitationMatcher::standard().longest_at("ニ依リ", 0,
                                                                 {.prose = false, .iroha = false}));
}

TEST(CitationPurposes, EveryRowReadsItsExamplesAndNotItsCounterExamples) {
  for (const citations::PurposeRule& rule : citations::purpose_rules()) {
    const std::string name(rule.heads.front());
    EXPECT_FALSE(rule.examples.empty()) << name;
    EXPECT_FALSE(rule.not_in.empty()) << name;
    for (const std::string_view text : rule.examples)
      EXPECT_EQ(citations::purpose_of(text), rule.purpose) << text;
    for (const std::string_view text : rule.not_in)
      EXPECT_NE(citations::purpose_of(text), rule.purpose) << text;
  }
}

TEST(NameStops, EveryRowEndsTheNameOfItsExample) {
  for (const citations::NameStop& stop : citations::name_stops()) {
    const std::string text = std::string(stop.text) + "第三条";
    const auto found = citations::law_noun_before(text, stop.text.size(), false);
    ASSERT_TRUE(found) << stop.text;
    EXPECT_EQ(found->of(text), stop.name) << stop.text;
  }
}

}  // namespace
}  // namespace indexer
