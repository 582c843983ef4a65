// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/delegation_rules.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>

#include "indexer/delegation_matcher.h"

namespace indexer {
namespace {

std::string print(const DelegationMatch& m, std::string_view text) {
  return std::string(m.instrument.span.of(text)) + ' ' + std::string(to_string(m.rule->meaning)) +
         ' ' + m.thing;
}

std::string print(const ExerciseMatch& m, std::string_view text) {
  return (m.instrument ? std::string(m.instrument->span.of(text)) : "") + ' ' + m.thing;
}

template <typename Rules>
void expect_complete(const Rules& rules) {
  std::set<std::string_view> names;
  for (const auto& rule : rules) {
    EXPECT_FALSE(rule.examples.empty()) << rule.name;
    EXPECT_FALSE(rule.not_in.empty()) << rule.name;
    EXPECT_FALSE(rule.source.empty()) << rule.name;
    EXPECT_TRUE(names.insert(rule.name).second) << rule.name << " が二つある";
  }
}

TEST(DelegationRules, EveryRowHasExamplesCounterExamplesAndASource) {
  expect_complete(instrument_rules());
  expect_complete(delegation_rules());
  expect_complete(exercise_rules());
  expect_complete(issuer_rules());
}

TEST(DelegationRules, InstrumentsReadTheirExamplesAndNothingElse) {
  for (const InstrumentRule& rule : instrument_rules()) {
    for (const DelegationExample& example : rule.examples) {
      const auto found = find_instruments(example.text);
      ASSERT_EQ(found.size(), 1U) << rule.name << ": " << example.text;
      EXPECT_EQ(found[0].rule->name, rule.name) << example.text;
      EXPECT_EQ(found[0].span.of(example.text), example.printed) << example.text;
    }
    for (const std::string_view text : rule.not_in) {
      for (const InstrumentSpan& found : find_instruments(text))
        EXPECT_NE(found.rule, &rule) << rule.name << " は「" << text << "」に当たってはならない";
    }
  }
}

TEST(DelegationRules, EveryExampleReadsAsStatedByItsOwnRow) {
  for (const DelegationRule& rule : delegation_rules()) {
    for (const DelegationExample& example : rule.examples) {
      const auto found = match_delegations(example.text, find_instruments(example.text));
      ASSERT_FALSE(found.empty()) << rule.name << ": " << example.text;
      EXPECT_EQ(found[0].rule->name, rule.name) << example.text;
      EXPECT_EQ(print(found[0], example.text), example.printed) << example.text;
    }
  }
}

TEST(DelegationRules, NoCounterExampleMatches) {
  for (const DelegationRule& rule : delegation_rules()) {
    for (const std::string_view text : rule.not_in) {
      const auto instruments = find_instruments(text);
      for (const InstrumentSpan& instrument : instruments) {
        EXPECT_FALSE(match_row(rule, text, instrument, instruments))
            << rule.name << " は「" << text << "」に当たってはならない";
      }
    }
  }
}

TEST(DelegationRules, ExercisesReadTheirExamplesAndNotTheirCounterExamples) {
  for (const ExerciseRule& rule : exercise_rules()) {
    for (const DelegationExample& example : rule.examples) {
      const auto found = match_row(rule, example.text, 0, find_instruments(example.text));
      ASSERT_TRUE(found) << rule.name << ": " << example.text;
      if (rule.kind == ExerciseKind::direct || rule.kind == ExerciseKind::procedure) {
        EXPECT_EQ(print(*found, example.text), example.printed) << example.text;
      }
    }
    for (const std::string_view text : rule.not_in) {
      EXPECT_FALSE(match_row(rule, text, 0, find_instruments(text)))
          << rule.name << " は「" << text << "」に当たってはならない";
    }
  }
}

TEST(DelegationRules, TheEngineTakesAnExampleForWhatItsRowSays) {
  for (const ExerciseRule& rule : exercise_rules()) {
    if (rule.kind != ExerciseKind::direct && rule.kind != ExerciseKind::procedure) continue;
    for (const DelegationExample& example : rule.examples) {
      const auto found = match_exercise(example.text, 0, true, find_instruments(example.text));
      ASSERT_TRUE(found) << example.text;
      EXPECT_EQ(found->rule->kind, rule.kind) << example.text;
      EXPECT_EQ(print(*found, example.text), example.printed) << example.text;
      if (rule.at_head) continue;
      EXPECT_TRUE(match_exercise(example.text, 0, false, find_instruments(example.text)))
          << example.text << " も文の途中で読める";
    }
  }
}

TEST(DelegationRules, IssuersReadTheirExamplesAndNotTheirCounterExamples) {
  for (const IssuerRule& rule : issuer_rules()) {
    for (const DelegationExample& example : rule.examples) {
      const auto found = match_issuers(example.text);
      ASSERT_EQ(found.size(), 1U) << rule.name << ": " << example.text;
      EXPECT_EQ(found[0].rule->name, rule.name) << example.text;
      EXPECT_EQ(found[0].issuer, example.printed) << example.text;
    }
    for (const std::string_view text : rule.not_in) {
      for (const IssuerMatch& found : match_issuers(text))
        EXPECT_NE(found.rule, &rule) << rule.name << " は「" << text << "」に当たってはならない";
    }
  }
}

TEST(DelegationRules, EveryPieceIsUsed) {
  for (const DelegationPiece& piece : delegation_pieces()) {
    const std::string written = '{' + std::string(piece.name) + '}';
    const auto uses = [&](const auto& rule) {
      return rule.pattern.find(written) != std::string_view::npos;
    };
    EXPECT_TRUE(std::any_of(delegation_rules().begin(), delegation_rules().end(), uses) ||
                std::any_of(exercise_rules().begin(), exercise_rules().end(), uses))
        << piece.name << " はどの行にも使われていない";
  }
}

TEST(DelegationRules, QuotedWordsDelegateNothing) {
  constexpr std::string_view kText =
      "同条中「政令で定める額」とあるのは、「省令で定める額」とする。";
  EXPECT_TRUE(find_instruments(kText).empty());
}

TEST(DelegationRules, TwoInstrumentsAreTwoDelegations) {
  constexpr std::string_view kText = "手数料の額は、政令又は条例で定める。";
  const auto found = match_delegations(kText, find_instruments(kText));
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(print(found[0], kText), "政令 matter 手数料の額");
  EXPECT_EQ(print(found[1], kText), "条例 matter 手数料の額");
}

// Hostile input: nothing here may cost more than its length.
TEST(DelegationRules, HostileTextsAreRead) {
  std::string text;
  for (int i = 0; i < 20000; ++i) text += "政令（";
  EXPECT_TRUE(match_delegations(text, find_instruments(text)).empty());
  std::string long_name(30000, 'x');
  for (int i = 0; i < 3000; ++i) long_name += "大臣及び";
  EXPECT_TRUE(match_delegations(long_name, find_instruments(long_name)).empty());
  EXPECT_FALSE(match_exercise("の", 0, true, {}));
  EXPECT_FALSE(match_exercise("", 0, true, {}));
  const std::string broken = "政令で定める\xE3\x81";
  match_delegations(broken, find_instruments(broken));
}

}  // namespace
}  // namespace indexer
