// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/norms/norm_rules.h"

#include <gtest/gtest.h>

#include <chrono>
#include <set>

#include "indexer/norms/norm_parser.h"
#include "indexer/norms/norm_text.h"
#include "indexer/norms/norms.h"
#include "indexer/norms/verb_form.h"

namespace indexer {
namespace {

std::string found_in(std::string_view sentence) {
  std::string out;
  for (const norms::Norm& norm : norms::find_norms(sentence))
    out += (out.empty() ? "" : " + ") + to_string(norm);
  return out;
}

bool reads(const norms::EndingRule& rule, std::string_view sentence) {
  const norms::NormText text(sentence, {0, sentence.size()});
  for (const norms::NormClause& clause : parse_norm_sentence(text).clauses) {
    if (clause.rule == &rule) return true;
  }
  return false;
}

TEST(NormRules, EveryRowHasExamplesCounterExamplesAndASource) {
  std::set<std::string_view> names;
  for (const norms::EndingRule& rule : norms::ending_rules()) {
    EXPECT_FALSE(rule.examples.empty()) << rule.name;
    EXPECT_FALSE(rule.not_in.empty()) << rule.name;
    EXPECT_FALSE(rule.source.empty()) << rule.name;
    EXPECT_TRUE(names.insert(rule.name).second) << rule.name << " が二つある";
  }
  for (const norms::NoNormRule& rule : norms::no_norm_rules()) {
    EXPECT_FALSE(rule.examples.empty()) << rule.name;
    EXPECT_FALSE(rule.not_in.empty()) << rule.name;
    EXPECT_TRUE(names.insert(rule.name).second) << rule.name << " が二つある";
  }
  for (const norms::PhraseRule& rule : norms::phrase_rules())
    EXPECT_FALSE(rule.examples.empty()) << rule.name;
}

TEST(NormRules, EveryExampleReadsAsStatedAndByItsOwnRow) {
  for (const norms::EndingRule& rule : norms::ending_rules()) {
    for (const norms::NormExample& example : rule.examples) {
      EXPECT_EQ(found_in(example.sentence), example.found) << rule.name << ": " << example.sentence;
      EXPECT_TRUE(reads(rule, example.sentence)) << rule.name << ": " << example.sentence;
    }
  }
}

TEST(NormRules, NoCounterExampleIsReadByTheRow) {
  for (const norms::EndingRule& rule : norms::ending_rules()) {
    for (const std::string_view sentence : rule.not_in) {
      const bool normative = reads(rule, sentence) && !found_in(sentence).empty();
      EXPECT_FALSE(normative) << rule.name << " は「" << sentence << "」に当たってはならない";
    }
  }
}

TEST(NormRules, WhatIsNoNormGivesNone) {
  for (const norms::NoNormRule& rule : norms::no_norm_rules()) {
    for (const std::string_view sentence : rule.examples)
      EXPECT_EQ(found_in(sentence), "") << rule.name << ": " << sentence;
    for (const norms::NormExample& example : rule.not_in)
      EXPECT_EQ(found_in(example.sentence), example.found) << rule.name << ": " << example.sentence;
  }
}

TEST(NormRules, EveryPhraseIsRead) {
  for (const norms::PhraseRule& rule : norms::phrase_rules()) {
    for (const norms::NormExample& example : rule.examples)
      EXPECT_EQ(found_in(example.sentence), example.found) << rule.name << ": " << example.sentence;
  }
}

TEST(NormRules, NoNounIsAPersonAndAThing) {
  const std::set<std::u32string_view> persons(norms::person_nouns().begin(),
                                              norms::person_nouns().end());
  for (const auto thing : norms::thing_nouns())
    EXPECT_FALSE(persons.contains(thing)) << norms::to_utf8(thing);
}

struct VerbCase {
  std::u32string_view text;
  norms::VerbForm form;
  std::string_view dictionary;
};

TEST(VerbForms, DictionaryForms) {
  using enum norms::VerbForm;
  const VerbCase cases[] = {
      {U"その旨を届け出", irrealis, "届け出る"},
      {U"調査を行わ", irrealis, "行う"},
      {U"措置を講じ", irrealis, "講ずる"},
      {U"求めに応じ", irrealis, "応じる"},
      {U"方法を用い", irrealis, "用いる"},
      {U"議員を選ば", irrealis, "選ぶ"},
      {U"帳簿を備えてお", irrealis, ""},
      {U"帳簿を備えておか", irrealis, "備える"},
      {U"会議を開い", te, ""},
      {U"会議を開いて", te, "開く"},
      {U"業務を営んで", te, "営む"},
      {U"職務を行って", te, "行う"},
      {U"秘密を漏らして", te, "漏らす"},
      {U"拒絶の意思を示して", te, "示す"},
      {U"登録を取り消し", continuative, "取り消す"},
      {U"資料の取扱い", continuative, ""},
      {U"報告を求め", continuative, "求める"},
      {U"相互に連絡し", continuative, "連絡する"},
      {U"意見を付し", continuative, "付す"},
      {U"業務に供し", continuative, "供する"},
      {U"委員を解任され", continuative, "解任する"},
      {U"書類を検査させる", dictionary, "検査させる"},
      {U"許可を受くる", dictionary, "受ける"},
      {U"職務を遂行す", classical, "遂行する"},
      {U"これを公にする", dictionary, "公にする"},
      {U"決議による", dictionary, "よる"},
  };
  for (const VerbCase& c : cases) {
    const auto verb = norms::verb_at_end(c.text, c.form);
    EXPECT_EQ(verb ? verb->dictionary : "", c.dictionary) << norms::to_utf8(c.text);
  }
}

// Brackets a thousand deep, a hundred thousand clauses: time grows with the length only.
TEST(Norms, HostileSentencesStayLinear) {
  std::string deep = "検査者は、";
  for (int i = 0; i < 8000; ++i) deep += "（";
  deep += "記録を保存しなければならない。";
  EXPECT_TRUE(norms::find_norms(deep).empty());
  std::string many = "検査者は、";
  for (int i = 0; i < 1500; ++i) many += "記録を保存し、";
  many += "記録を保存しなければならない。";
  const auto start = std::chrono::steady_clock::now();
  EXPECT_EQ(norms::find_norms(many).size(), 1501U);
  EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(5));
  EXPECT_TRUE(norms::find_norms("\xff\xfe、、、。").empty());
  EXPECT_TRUE(norms::find_norms("").empty());
}

}  // namespace
}  // namespace indexer
