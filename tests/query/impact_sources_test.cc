// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/impact_sources.h"

#include <gtest/gtest.h>

#include "indexer/index_corpus.h"
#include "tests/support/temp_folder.h"

namespace query {
namespace {

// from(link text) of all that hang on the place, law ids left out.
std::string direct(const std::string& corpus, const std::string& place) {
  const support::TempFolder folder;
  indexer::index_corpus({.corpus = JOBUN_SOURCE_DIR "/tests/corpora/" + corpus,
                         .kb = folder.path() / "kb",
                         .jobs = 1,
                         .progress = {}});
  const auto kb = indexer::KnowledgeBase::open(folder.path() / "kb");
  ImpactSources sources(kb, "20261124");
  std::string out;
  for (const Dependence& d : sources.direct("507AC0000000901/" + place)) {
    EXPECT_EQ(d.to, "507AC0000000901/" + place);
    const std::string from = d.from.starts_with("507AC0000000901") ? d.from.substr(16) : d.from;
    out += (out.empty() ? "" : " ") + from + '(' + std::string(to_string(d.link)) + ' ' + d.text +
           ')' + std::string(1, to_string(sources.kind_of(d.from)).front());
  }
  return out;
}

TEST(ImpactSources, TermsHoldInsideTheirScopeAndNotAtTheirDefinition) {
  const std::string found = direct("canal", "a2/p3");
  EXPECT_NE(found.find("a4/p1(term 漏水事故)o"), std::string::npos) << found;
  EXPECT_EQ(found.find("a2/p3("), std::string::npos) << found;
}

TEST(ImpactSources, OrdersThatFillADelegationHangOnIt) {
  const std::string found = direct("canal", "a3/p1");
  EXPECT_NE(found.find("507M60000800902/"), std::string::npos) << found;
  EXPECT_NE(found.find("(delegation "), std::string::npos) << found;
  EXPECT_NE(found.find("a4_2/p1(citation 第三条第一項)o"), std::string::npos) << found;
}

TEST(ImpactSources, PapersStandLastAndNothingHangsOnThem) {
  const std::string found = direct("papers", "a3");
  EXPECT_NE(found.find("doc:strategy#s2(citation 安全法第三条)d"), std::string::npos) << found;
  EXPECT_LT(found.find("a4_2/p1("), found.find("doc:")) << found;
}

TEST(ImpactSources, PapersThatUseAWordHangOnItsDefinitionOnceASection) {
  const std::string found = direct("papers", "a2/p1");
  const std::string word = "doc:strategy#s2(term 水門)d";
  EXPECT_NE(found.find(word), std::string::npos) << found;
  EXPECT_EQ(found.find(word), found.rfind(word)) << found;
}

}  // namespace
}  // namespace query
