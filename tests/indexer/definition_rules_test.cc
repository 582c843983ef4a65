// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/definitions/definition_rules.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "citation_fixture.h"
#include "definition_fixture.h"
#include "indexer/citations/references.h"
#include "indexer/definitions/definition_matcher.h"

namespace indexer {
namespace {

struct Found {
  std::string rule;
  std::string printed;
};

// What the rows make of a text: definitions, or the laws whose words it uses.
std::vector<Found> read(const definitions::DefinitionRule& rule, std::string_view text) {
  const corpus::Law law = law_of_text(text);
  std::vector<Found> out;
  if (rule.place == definitions::DefinitionPlace::law) {
    citations::LawLibrary library(small_book());
    library.add(law);
    for (const auto& i :
         definitions::find_inherited_terms(law, citations::find_references(law, library), library))
      out.push_back({std::string(rule.name), i.law});
    return out;
  }
  for (const definitions::Definition& d : definitions_of(law))
    out.push_back({std::string(d.rule), print(law, d)});
  return out;
}

TEST(DefinitionRules, EveryRowHasExamplesCounterExamplesAndASource) {
  std::set<std::string_view> names;
  for (const definitions::DefinitionRule& rule : definitions::definition_rules()) {
    EXPECT_FALSE(rule.examples.empty()) << rule.name;
    EXPECT_FALSE(rule.not_in.empty()) << rule.name;
    EXPECT_FALSE(rule.meaning.empty()) << rule.name;
    EXPECT_FALSE(rule.source.empty()) << rule.name;
    EXPECT_TRUE(names.insert(rule.name).second) << rule.name << " が二つある";
  }
}

TEST(DefinitionRules, EveryExampleIsReadByItsOwnRowAsStated) {
  for (const definitions::DefinitionRule& rule : definitions::definition_rules()) {
    for (const definitions::DefinitionExample& example : rule.examples) {
      const auto found = read(rule, example.text);
      const bool right = std::any_of(found.begin(), found.end(), [&](const Found& f) {
        return f.rule == rule.name && f.printed == example.printed;
      });
      std::string got;
      for (const Found& f : found) got += "\n  " + f.rule + ": " + f.printed;
      EXPECT_TRUE(right) << rule.name << ": " << example.text << " -> " << example.printed << got;
    }
  }
}

TEST(DefinitionRules, NoCounterExampleIsReadByTheRow) {
  for (const definitions::DefinitionRule& rule : definitions::definition_rules()) {
    for (const std::string_view text : rule.not_in) {
      for (const Found& f : read(rule, text))
        EXPECT_NE(f.rule, rule.name) << text << " -> " << f.printed;
    }
  }
}

TEST(DefinitionRules, EveryPieceIsUsed) {
  for (const definitions::DefinitionPiece& piece : definitions::definition_pieces()) {
    const std::string written = '{' + std::string(piece.name) + '}';
    const auto rules = definitions::definition_rules();
    EXPECT_TRUE(std::any_of(rules.begin(), rules.end(),
                            [&](const definitions::DefinitionRule& rule) {
                              return rule.pattern.find(written) != std::string_view::npos;
                            }))
        << written;
  }
}

TEST(DefinitionRules, AnUnknownPieceIsSaidToBeOne) {
  const definitions::DefinitionRule broken{.name = "誤り", .pattern = "「{ご}」という"};
  EXPECT_ANY_THROW(
      definitions::DefinitionMatcher(std::span(&broken, 1), definitions::definition_pieces()));
  const definitions::DefinitionRule open{.name = "誤り", .pattern = "「{語"};
  EXPECT_ANY_THROW(
      definitions::DefinitionMatcher(std::span(&open, 1), definitions::definition_pieces()));
}

}  // namespace
}  // namespace indexer
