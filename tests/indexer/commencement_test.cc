// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/norms/commencement.h"

#include <gtest/gtest.h>

#include <set>

#include "citation_fixture.h"
#include "indexer/citations/references.h"
#include "indexer/norms/commencement_rules.h"

namespace indexer {
namespace {

constexpr std::string_view kPromulgated = "2025-05-23";

std::string print(const norms::Commencement& c) {
  std::string out(to_string(c.kind));
  if (!c.date.empty()) out += ' ' + c.date;
  if (!c.latest.empty()) out += " .." + c.latest;
  return out;
}

TEST(StartRules, EveryRowReadsItsExamplesAndNotItsCounterExamples) {
  std::set<std::string_view> names;
  for (const norms::StartRule& rule : norms::start_rules()) {
    EXPECT_TRUE(names.insert(rule.name).second) << rule.name;
    EXPECT_FALSE(rule.examples.empty()) << rule.name;
    EXPECT_FALSE(rule.not_in.empty()) << rule.name;
    EXPECT_FALSE(rule.source.empty()) << rule.name;
    for (const norms::StartExample& example : rule.examples) {
      EXPECT_EQ(print(norms::read_start(example.text, kPromulgated)), example.printed)
          << rule.name << ": " << example.text;
    }
    for (const std::string_view text : rule.not_in) {
      bool all = true;
      for (const std::string_view word : rule.all_of) {
        all = all && text.find(word) != std::string_view::npos;
      }
      EXPECT_FALSE(all) << rule.name << ": " << text;
    }
  }
}

struct Read {
  corpus::Law law;
  std::vector<norms::Commencement> commencements;
};

Read read(std::vector<std::string> suppl, std::string_view revision = "20261001") {
  std::vector<std::string> lines = {"ch1/a1/p1 甲", "ch1/a2/p1 乙", "ch5/a9/p1 丙", "ch5/a9/p2 丁",
                                    "ch5/a10/p1 戊"};
  lines.insert(lines.end(), suppl.begin(), suppl.end());
  Read out;
  out.law = law_of_lines("507AC0000000901", "試験用水路法", lines);
  out.law.promulgated = std::string(kPromulgated);
  out.law.revision = std::string(revision);
  const citations::LawLibrary library(small_book());
  out.commencements =
      norms::find_commencements(out.law, citations::find_references(out.law, library));
  return out;
}

std::string ask(const Read& r, const std::string& path, std::string_view date,
                const std::vector<norms::StartDay>& days = {}) {
  std::string out;
  for (const auto& a : norms::commencement_of(
           r.law, r.commencements, days, *corpus::parse_address("507AC0000000901/" + path), date)) {
    out += (out.empty() ? "" : "; ") + std::string(to_string(a.state));
    if (a.partly) out += " in part";
    if (!a.date.empty()) out += ' ' + a.date;
    if (!a.latest.empty()) out += " .." + a.latest;
    if (!a.law_date.empty()) out += " law " + a.law_date;
    out += " by " + corpus::to_string(a.basis).substr(16);
  }
  return out;
}

const std::vector<std::string> kSteps = {
    "sup/a1/p1 "
    "この法律は、公布の日から、起算して一年六月を、超えない範囲内において府令で定める日から施行する"
    "。"
    "ただし、次の各号に掲げる規定は、当該各号に定める日から施行する。",
    "sup/a1/p1/i1 第一章（第二条を除く。）の規定　公布の日",
    "sup/a1/p1/i2 "
    "第二章から第四章まで及び第九条第二項の規定　公布の日から、起算して二年六月を、超えない範囲内で"
    "府令で定める日",
    "sup/a1/p1/i3 第十条（第一条に係る部分に限る。）の規定　令和八年四月一日",
};

TEST(Commencement, EachProvisionByItsOwnWords) {
  const Read r = read(kSteps);
  ASSERT_EQ(r.commencements.size(), 4u);
  EXPECT_EQ(ask(r, "a1", "2026-11-24"), "in force 2025-05-23 by sup/a1/p1/i1");
  EXPECT_EQ(ask(r, "a2", "2026-11-24"), "in force ..2026-11-22 by sup/a1/p1");
  EXPECT_EQ(ask(r, "a9/p1", "2026-11-24"), "in force ..2026-11-22 by sup/a1/p1");
}

TEST(Commencement, WhatIsAbsentAndNamedIsNotYetInForce) {
  const Read r = read(kSteps);
  // Articles 3 to 8 belong to the chapters that are missing between 第一章 and 第五章.
  EXPECT_EQ(ask(r, "a5", "2026-11-24"), "not yet ..2027-11-22 by sup/a1/p1/i2");
}

TEST(Commencement, AnAbsentArticleMayStandInEitherOfTwoAbsentChapters) {
  const Read r =
      read({kSteps[0],
            "sup/a1/p1/i1 "
            "第三章の規定　公布の日から、起算して二年を、超えない範囲内において府令で定める日"});
  EXPECT_EQ(ask(r, "a5", "2026-11-01"),
            "not yet in part ..2027-05-22 by sup/a1/p1/i1; "
            "not yet in part ..2026-11-22 by sup/a1/p1");
  // The limit of the one is past: it belongs to the other.
  EXPECT_EQ(ask(r, "a5", "2026-11-24"), "not yet ..2027-05-22 by sup/a1/p1/i1");
}

TEST(Commencement, APartMayBeInForceBeforeTheRest) {
  const Read r = read(kSteps);
  EXPECT_EQ(
      ask(r, "a10", "2026-11-24"),
      "in force in part 2026-04-01 by sup/a1/p1/i3; unknown in part ..2026-11-22 by sup/a1/p1");
  EXPECT_EQ(
      ask(r, "a10", "2026-03-31"),
      "not yet in part 2026-04-01 by sup/a1/p1/i3; not yet in part ..2026-11-22 by sup/a1/p1");
}

TEST(Commencement, TheDayThatAnOrderFixed) {
  const Read r = read(kSteps);
  const std::vector<norms::StartDay> days = {{*corpus::parse_address("507AC0000000901"),
                                              "2026-10-01",
                                              *corpus::parse_address("508CO0000000902/sup/p1")}};
  EXPECT_EQ(ask(r, "a2", "2026-09-30", days), "not yet 2026-10-01 ..2026-11-22 by sup/a1/p1");
  EXPECT_EQ(ask(r, "a2", "2026-10-01", days), "in force 2026-10-01 ..2026-11-22 by sup/a1/p1");
}

TEST(Commencement, AProvisoNamesWhatBeginsOtherwise) {
  const Read r =
      read({"sup/a1/p1 この法律は、令和八年四月二日から施行する。ただし、第二条及び第十条の規定は、"
            "公布の日から起算して四月を経過した日から施行する。"});
  ASSERT_EQ(r.commencements.size(), 2u);
  EXPECT_EQ(ask(r, "a2", "2026-11-24"), "in force 2025-09-23 by sup/a1/p1");
  EXPECT_EQ(ask(r, "a9", "2026-11-24"), "in force 2026-04-02 by sup/a1/p1");
}

TEST(Commencement, ASupplementOfParagraphs) {
  const Read r =
      read({"sup/p1 この法律は、公布の日から施行する。", "sup/p2 経過措置は、政令で定める。"});
  EXPECT_EQ(ask(r, "a2", "2026-11-24"), "in force 2025-05-23 by sup/p1");
}

TEST(Commencement, OfALawWithoutSuchASupplementNothingIsSaid) {
  const Read r = read({"sup/p1 経過措置は、政令で定める。"});
  EXPECT_EQ(ask(r, "a2", "2026-11-24"), "");
}

TEST(StartDays, AnOrderSaysWhenTheLawBegan) {
  const corpus::Law order =
      law_of_lines("508CO0000000902", "試験用水路法施行令",
                   {"a1/p1 刑法附則第一条第三号に掲げる規定の施行期日は、令和八年四月一日とする。",
                    "sup/p1 この政令は、刑法の施行の日（令和九年十月一日）から施行する。"});
  const citations::LawLibrary library(small_book());
  const auto days = norms::find_start_days(order, citations::find_references(order, library));
  ASSERT_EQ(days.size(), 2u);
  EXPECT_EQ(corpus::to_string(days[0].of), "140AC0000000045/sup/a1/p1/i3");
  EXPECT_EQ(days[0].date, "2026-04-01");
  EXPECT_EQ(corpus::to_string(days[1].of), "140AC0000000045");
  EXPECT_EQ(days[1].date, "2027-10-01");
}

TEST(Commencement, TheTableReadsBack) {
  const Read r = read(kSteps);
  EXPECT_EQ(norms::parse_commencement_table(to_tsv(r.commencements), "here"), r.commencements);
}

TEST(Commencement, AnAmendedLawTellsTheDayOfTheLawNotOfAProvision) {
  const std::vector<std::string> suppl = {"sup/a1/p1 この法律は、公布の日から施行する。"};
  Read r = read(suppl, "20260401");
  EXPECT_EQ(ask(r, "a9/p1", "2026-11-24"), "in force 2025-05-23 by sup/a1/p1");
  r.law.amended_by = "508AC0000000011";
  EXPECT_EQ(ask(r, "a9/p1", "2026-11-24"), "in force law 2025-05-23 by sup/a1/p1");
}

}  // namespace
}  // namespace indexer
