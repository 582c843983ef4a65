// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/delegations/delegation_rules.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>

#include "indexer/delegations/delegation_matcher.h"

namespace indexer {
namespace {

std::string print(const delegations::DelegationMatch& m, std::string_view text) {
  return std::string(m.instrument.span.of(text)) + ' ' + std::string(to_string(m.rule->meaning)) +
         ' ' + m.thing;
}

std::string print(const delegations::ExerciseMatch& m, std::string_view text) {
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
  expect_complete(delegations::instrument_rules());
  expect_complete(delegations::delegation_rules());
  expect_complete(delegations::exercise_rules());
  expect_complete(delegations::issuer_rules());
}

TEST(DelegationRules, InstrumentsReadTheirExamplesAndNothingElse) {
  for (const delegations::InstrumentRule& rule : delegations::instrument_rules()) {
    for (const delegations::DelegationExample& example : rule.examples) {
      const auto found = delegations::find_instruments(example.text);
      ASSERT_EQ(found.size(), 1U) << rule.name << ": " << example.text;
      EXPECT_EQ(found[0].rule->name, rule.name) << example.text;
      EXPECT_EQ(found[0].span.of(example.text), example.printed) << example.text;
    }
    for (const std::string_view text : rule.not_in) {
      for (const delegations::InstrumentSpan& found : delegations::find_instruments(text))
        EXPECT_NE(found.rule, &rule) << rule.name << " は「" << text << "」に当たってはならない";
    }
  }
}

TEST(DelegationRules, EveryExampleReadsAsStatedByItsOwnRow) {
  for (const delegations::DelegationRule& rule : delegations::delegation_rules()) {
    for (const delegations::DelegationExample& example : rule.examples) {
      const auto found =
          delegations::match_delegations(example.text, delegations::find_instruments(example.text));
      ASSERT_FALSE(found.empty()) << rule.name << ": " << example.text;
      EXPECT_EQ(found[0].rule->name, rule.name) << example.text;
      EXPECT_EQ(print(found[0], example.text), example.printed) << example.text;
    }
  }
}

TEST(DelegationRules, NoCounterExampleMatches) {
  for (const delegations::DelegationRule& rule : delegations::delegation_rules()) {
    for (const std::string_view text : rule.not_in) {
      const auto instruments = delegations::find_instruments(text);
      for (const delegations::InstrumentSpan& instrument : instruments) {
        EXPECT_FALSE(match_row(rule, text, instrument, instruments))
            << rule.name << " は「" << text << "」に当たってはならない";
      }
    }
  }
}

TEST(DelegationRules, ExercisesReadTheirExamplesAndNotTheirCounterExamples) {
  for (const delegations::ExerciseRule& rule : delegations::exercise_rules()) {
    for (const delegations::DelegationExample& example : rule.examples) {
      const auto found =
          match_row(rule, example.text, 0, delegations::find_instruments(example.text));
      ASSERT_TRUE(found) << rule.name << ": " << example.text;
      if (rule.kind == delegations::ExerciseKind::direct ||
          rule.kind == delegations::ExerciseKind::procedure) {
        EXPECT_EQ(print(*found, example.text), example.printed) << example.text;
      }
    }
    for (const std::string_view text : rule.not_in) {
      EXPECT_FALSE(match_row(rule, text, 0, delegations::find_instruments(text)))
          << rule.name << " は「" << text << "」に当たってはならない";
    }
  }
}

TEST(DelegationRules, TheEngineTakesAnExampleForWhatItsRowSays) {
  for (const delegations::ExerciseRule& rule : delegations::exercise_rules()) {
    if (rule.kind != delegations::ExerciseKind::direct &&
        rule.kind != delegations::ExerciseKind::procedure)
      continue;
    for (const delegations::DelegationExample& example : rule.examples) {
      const auto found = delegations::match_exercise(example.text, 0, true,
                                                     delegations::find_instruments(example.text));
      ASSERT_TRUE(found) << example.text;
      EXPECT_EQ(found->rule->kind, rule.kind) << example.text;
      EXPECT_EQ(print(*found, example.text), example.printed) << example.text;
      if (rule.at_head) continue;
      EXPECT_TRUE(delegations::match_exercise(example.text, 0, false,
                                              delegations::find_instruments(example.text)))
          << example.text << " も文の途中で読める";
    }
  }
}

TEST(DelegationRules, IssuersReadTheirExamplesAndNotTheirCounterExamples) {
  for (const delegations::IssuerRule& rule : delegations::issuer_rules()) {
    for (const delegations::DelegationExample& example : rule.examples) {
      const auto found = delegations::match_issuers(example.text);
      ASSERT_EQ(found.size(), 1U) << rule.name << ": " << example.text;
      EXPECT_EQ(found[0].rule->name, rule.name) << example.text;
      EXPECT_EQ(found[0].issuer, example.printed) << example.text;
    }
    for (const std::string_view text : rule.not_in) {
      for (const delegations::IssuerMatch& found : delegations::match_issuers(text))
        EXPECT_NE(found.rule, &rule) << rule.name << " は「" << text << "」に当たってはならない";
    }
  }
}

TEST(DelegationRules, EveryPieceIsUsed) {
  for (const delegations::DelegationPiece& piece : delegations::delegation_pieces()) {
    const std::string written = '{' + std::string(piece.name) + '}';
    const auto uses = [&](const auto& rule) {
      return rule.pattern.find(written) != std::string_view::npos;
    };
    EXPECT_TRUE(std::any_of(delegations::delegation_rules().begin(),
                            delegations::delegation_rules().end(), uses) ||
                std::any_of(delegations::exercise_rules().begin(),
                            delegations::exercise_rules().end(), uses))
        << piece.name << " はどの行にも使われていない";
  }
}

TEST(DelegationRules, QuotedWordsDelegateNothing) {
  constexpr std::string_view kText =
      "同条中「政令で定める額」とあるのは、「省令で定める額」とする。";
  EXPECT_TRUE(delegations::find_instruments(kText).empty());
}

TEST(DelegationRules, TwoInstrumentsAreTwoDelegations) {
  constexpr std::string_view kText = "手数料の額は、政令又は条例で定める。";
  const auto found = delegations::match_delegations(kText, delegations::find_instruments(kText));
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(print(found[0], kText), "政令 matter 手数料の額");
  EXPECT_EQ(print(found[1], kText), "条例 matter 手数料の額");
}

// Hostile input: nothing here may cost more than its length.
TEST(DelegationRules, HostileTextsAreRead) {
  std::string text;
  for (int i = 0; i < 20000; ++i) text += "政令（";
  EXPECT_TRUE(delegations::match_delegations(text, delegations::find_instruments(text)).empty());
  std::string long_name(30000, 'x');
  for (int i = 0; i < 3000; ++i) long_name += "大臣及び";
  EXPECT_TRUE(
      delegations::match_delegations(long_name, delegations::find_instruments(long_name)).empty());
  EXPECT_FALSE(delegations::match_exercise("の", 0, true, {}));
  EXPECT_FALSE(delegations::match_exercise("", 0, true, {}));
  const std::string broken = "政令で定める\xE3\x81";
  delegations::match_delegations(broken, delegations::find_instruments(broken));
}

}  // namespace
}  // namespace indexer
