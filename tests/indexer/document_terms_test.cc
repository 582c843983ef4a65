// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/prose/document_terms.h"

#include <gtest/gtest.h>

#include "corpus/documents/document_reader.h"

namespace {

constexpr char kSluice[] = "507AC0000000901";
constexpr char kCanal[] = "507AC0000000902";

definitions::DefinitionRecord defined(const std::string& law, const std::string& term,
                                      std::string definition = "意味") {
  definitions::DefinitionRecord out;
  out.address = law + "/a2/p1";
  out.term = term;
  out.definition = std::move(definition);
  out.form = to_string(definitions::DefinitionForm::quoted);
  out.scope = {law};
  return out;
}

citations::ReferenceRecord cites(const std::string& from, const std::string& law) {
  citations::ReferenceRecord out;
  out.from = from;
  out.law = law;
  out.targets = {law};
  return out;
}

// term@section, in the order of the text
std::string terms_of(std::string_view text, const std::vector<prose::LawTerms>& laws,
                     const std::vector<corpus::ManifestTerm>& mapped = {},
                     const std::vector<citations::ReferenceRecord>& references = {}) {
  const auto paper = documents::read_document(text, "paper.txt");
  std::string out;
  for (const prose::DocumentTermRecord& r :
       prose::find_document_terms({.id = "p"}, paper, laws, mapped, references))
    out += (out.empty() ? "" : " ") + r.text + (r.text == r.term ? "" : "=" + r.term) + '>' +
           r.address.substr(12, 3) + r.from.substr(r.from.find('#'));
  return out;
}

constexpr std::string_view kText =
    "1. 一つ目\n\n大水門の持ち主は、運河区域のデータを市役所に出すものとされている。\n\n"
    "2. 二つ目\n\n大水門の持ち主は、運河区域のデータを市役所に出すものとされている。\n";

TEST(DocumentTerms, WordsOfAnotherLawCountOnlyWhereThePaperSpeaksOfIt) {
  const std::vector<prose::LawTerms> laws = {
      {kSluice, {defined(kSluice, "大水門")}},
      {kCanal, {defined(kCanal, "運河区域"), defined(kCanal, "データ")}}};
  EXPECT_EQ(terms_of(kText, laws), "大水門>901#s1 大水門>901#s2");
  EXPECT_EQ(terms_of(kText, laws, {}, {cites("doc:p#s2", kCanal)}),
            "大水門>901#s1 大水門>901#s2 運河区域>902#s2")
      << "データ is a word like any other";
}

TEST(DocumentTerms, WhatTheCorpusMapsCountsEverywhere) {
  const std::vector<prose::LawTerms> laws = {{kSluice, {defined(kSluice, "大水門")}}};
  const corpus::ManifestTerm mapped{"大水門", std::string(kSluice) + "/a2/p1", {"持ち主"}};
  EXPECT_EQ(terms_of(kText, laws, {mapped}),
            "大水門>901#s1 持ち主=大水門>901#s1 大水門>901#s2 持ち主=大水門>901#s2");
  EXPECT_EQ(terms_of(kText, {{kCanal, {}}}, {mapped}), "")
      << "the paper does not speak of that law";
}

TEST(DocumentTerms, AnActsOwnShortWordIsNotThePapersWord) {
  const std::vector<prose::LawTerms> laws = {
      {kSluice, {defined(kSluice, "市役所", "大水門審査市役所")}}};
  EXPECT_EQ(terms_of(kText, laws), "");
}

TEST(DocumentTerms, TheTableIsReadBackAsWritten) {
  const std::vector<prose::DocumentTermRecord> records = {
      {"doc:p#s1", {3, 6}, "持ち主", "大水門", std::string(kSluice) + "/a2/p1", true}};
  const auto back = prose::parse_document_term_table(prose::to_tsv(records), "t");
  ASSERT_EQ(back.size(), 1U);
  EXPECT_EQ(back[0].text, "持ち主");
  EXPECT_TRUE(back[0].everyday);
  EXPECT_EQ(back[0].span.end, 6U);
}

}  // namespace
