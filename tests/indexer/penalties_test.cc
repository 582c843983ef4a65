// SPDX-License-Identifier: GPL-2.0-or-later
#include <gtest/gtest.h>

#include <set>

#include "citation_fixture.h"
#include "corpus/error.h"
#include "indexer/citations/references.h"
#include "indexer/norms/penalty.h"
#include "indexer/norms/penalty_rules.h"

namespace indexer {
namespace {

std::vector<norms::Penalty> penalties_in(const std::vector<std::string>& lines) {
  const corpus::Law law = law_of_lines("507AC0000000901", "試験用水路法", lines);
  const citations::LawLibrary library(small_book());
  return norms::find_penalties(law, citations::find_references(law, library));
}

const std::vector<std::string> kNorms = {
    "a3/p1 水門を設けた者は、知事に届け出なければならない。",
    "a3/p2 水門を設けた者は、帳簿を備えなければならない。",
    "a4/p1 水門の登録を受けた者は、検査を受けなければならない。",
    "a5/p1 水門は、省令で定める基準に適合させておかなければならない。",
    "a6/p1 "
    "知事は、第三条第一項又は前条の規定に違反したと認めるときは、改善を命ずることができる。",
    "a7/p1 知事は、水門が第五条の基準に適合しないと認めるときは、休止を命ずることができる。",
    "a8/p1 知事は、第三条第二項の規定に違反した者に対し、是正を勧告することができる。",
    "a8/p2 "
    "知事は、前項の規定による勧告を受けた者がその勧告に係る措置をとらないときは、措置を命ずることが"
    "できる。",
    "a89/p1 第三条第一項又は第四条の規定に違反した者は、五十万円以下の罰金に処する。",
};

// a3/p1 direct, a5 behind
std::string print(const std::vector<norms::Penalty>& penalties, std::string_view of) {
  std::string out;
  for (const norms::Penalty& p : penalties) {
    if (corpus::to_string(p.penalty) != "507AC0000000901/" + std::string(of)) continue;
    out += (out.empty() ? "" : ", ") + corpus::to_string(p.norm).substr(16);
    if (p.kind == norms::PenaltyKind::behind_order) {
      out += " behind";
    } else {
      out += ' ' + std::string(to_string(p.how));
    }
    if (p.applied) out += " 準用";
    switch (p.kind) {
      case norms::PenaltyKind::abroad:
      case norms::PenaltyKind::attempt:
      case norms::PenaltyKind::corporate:
      case norms::PenaltyKind::confiscation:
        out += ' ' + std::string(to_string(p.kind));
        break;
      case norms::PenaltyKind::surcharge:
        out += " 課徴金";
        break;
      case norms::PenaltyKind::disciplinary:
        out += " 懲戒";
        break;
      default:
        break;
    }
  }
  return out;
}

std::string print_example(std::string_view text) {
  auto lines = kNorms;
  lines.push_back("a90/p1 " + std::string(text));
  return print(penalties_in(lines), "a90");
}

TEST(PenaltyRules, EveryRowReadsItsExamplesAndNotItsCounterExamples) {
  std::set<std::string_view> names;
  for (const norms::PenaltyRule& rule : norms::penalty_rules()) {
    EXPECT_TRUE(names.insert(rule.name).second) << rule.name;
    EXPECT_FALSE(rule.examples.empty()) << rule.name;
    EXPECT_FALSE(rule.not_in.empty()) << rule.name;
    EXPECT_FALSE(rule.source.empty()) << rule.name;
    for (const norms::PenaltyExample& example : rule.examples) {
      EXPECT_EQ(print_example(example.text), example.printed) << rule.name << ": " << example.text;
    }
    for (const std::string_view text : rule.not_in) {
      EXPECT_EQ(print_example(text), "") << rule.name << ": " << text;
    }
  }
}

}  // namespace
}  // namespace indexer
