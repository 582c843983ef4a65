// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/definitions/definition_table.h"

#include <gtest/gtest.h>

#include "corpus/error.h"
#include "definition_fixture.h"
#include "indexer/definitions/term_uses.h"
#include "indexer/definitions/text_levels.h"

namespace indexer {
namespace {

TEST(TermIndex, FindsEveryRowOfAKeyAndNoOther) {
  std::vector<definitions::TermEntry> entries;
  for (int i = 0; i < 500; ++i) {
    const std::string word = "語" + std::to_string(i % 250);
    entries.push_back({word, word, "a" + std::to_string(i), "definitions/x.tsv"});
  }
  const definitions::TermIndex index(definitions::TermIndex::to_tsv(entries), "test");
  for (int i = 0; i < 250; ++i) {
    const auto found = index.find("語" + std::to_string(i));
    ASSERT_EQ(found.size(), 2u) << i;
    EXPECT_EQ(found[0].term, "語" + std::to_string(i));
  }
  EXPECT_TRUE(index.find("語").empty());
  EXPECT_TRUE(index.find("").empty());
  EXPECT_TRUE(index.find("鵺").empty());
  std::size_t terms = 0;
  index.for_each_term([&](std::string_view, std::size_t) { ++terms; });
  EXPECT_EQ(terms, 250u);
}

TEST(TermIndex, AnEmptyOneFindsNothing) {
  const definitions::TermIndex index(definitions::TermIndex::to_tsv({}), "test");
  EXPECT_TRUE(index.find("語").empty());
}

TEST(TermIndex, ABrokenOneIsSaidToBeOne) {
  EXPECT_THROW(definitions::TermIndex("語\t語", "definitions.tsv"), corpus::Error);
  EXPECT_THROW(definitions::parse_definition_table("語\t語\n", "definitions/x.tsv"), corpus::Error);
}

TEST(TermKey, OneSpellingForWidths) {
  EXPECT_EQ(definitions::term_key("ＡＢＣ機器"), definitions::term_key("ABC機器"));
}

TEST(TermFinder, LongestWordsOfAnyTextAndNoneCutOut) {
  const definitions::TermFinder finder({"機器", "検査機器", "特定検査機器", "法"});
  const std::string text = "特定検査機器、検査機器等、新検査機器、当該機器、法第三条、法人";
  std::string found;
  for (const auto& hit : finder.find(text)) {
    EXPECT_EQ(hit.span.of(text), finder.terms()[hit.term]);
    found += finder.terms()[hit.term] + ' ';
  }
  EXPECT_EQ(found, "特定検査機器 検査機器 機器 法 ");
}

TEST(TextLevels, BracketsNestedWithoutEndStayLinear) {
  std::string text;
  for (int i = 0; i < 20000; ++i) text += "甲（";
  const corpus::Law law = law_of_text(text + "以下「乙」という。");
  EXPECT_EQ(definitions_of(law).size(), 1u);
}

}  // namespace
}  // namespace indexer
