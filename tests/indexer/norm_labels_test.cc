// SPDX-License-Identifier: GPL-2.0-or-later
// Holds the norms of the real corpus against the hand labels, where both are at hand.
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iostream>
#include <map>
#include <set>
#include <sstream>

#include "corpus/law_xml.h"
#include "indexer/norms/norms.h"
#include "tests/support/bulk.h"
#include "tests/support/shared.h"

namespace indexer {
namespace {

std::vector<std::string> split(const std::string& line, char by) {
  std::vector<std::string> out;
  std::istringstream in(line);
  for (std::string piece; std::getline(in, piece, by);) out.push_back(piece);
  return out;
}

std::string clean(std::string text) {
  std::erase_if(text, [](char c) { return c == '[' || c == ']' || c == ' '; });
  return text;
}

std::set<std::string> names(const std::vector<norms::Phrase>& phrases) {
  std::set<std::string> out;
  for (const norms::Phrase& p : phrases) out.insert(p.text);
  return out;
}

std::set<std::string> names(const std::string& labels) {
  std::set<std::string> out;
  for (const std::string& name : split(clean(labels), ';')) out.insert(name);
  return out;
}

struct Figures {
  int found = 0, missed = 0, wrong = 0, bearers = 0, recipients = 0, deadlines = 0;
};

// `labels`: path of the labels without .tsv and .provisions.
Figures measure(const std::string& labels, const std::vector<std::filesystem::path>& laws) {
  std::map<std::string, std::vector<norms::Norm>> by_provision;
  {
    std::ifstream scope(labels + ".provisions");
    for (std::string line; std::getline(scope, line);) by_provision[line];
  }
  std::set<std::string> on_hand;
  for (const auto& path : laws) {
    const corpus::Law law =
        corpus::read_law(support::read_file(path), corpus::origin_of(path.string()),
                         [](std::string_view number) { return '[' + std::string(number) + ']'; });
    on_hand.insert(law.id);
    for (norms::Norm& norm : norms::find_norms(law)) {
      const auto wanted = by_provision.find(to_string(law.address(norm.provision)));
      if (wanted != by_provision.end()) wanted->second.push_back(std::move(norm));
    }
  }
  Figures out;
  std::ifstream gold(labels + ".tsv");
  for (std::string line; std::getline(gold, line);) {
    auto c = split(line, '\t');
    c.resize(12);
    if (!on_hand.contains(c[0].substr(0, c[0].find('/')))) continue;
    auto& norms = by_provision[c[0]];
    const auto hit = std::find_if(norms.begin(), norms.end(), [&](const norms::Norm& n) {
      return to_string(n.modality) == c[3] && n.act == c[4];
    });
    if (hit == norms.end()) {
      std::cerr << "missed: " << c[0] << ' ' << c[3] << ' ' << c[4] << '\n';
      ++out.missed;
      continue;
    }
    ++out.found;
    out.bearers += names(hit->bearers) == names(c[2]);
    out.recipients += names(hit->recipients) == names(c[6]);
    out.deadlines += clean(hit->deadline ? hit->deadline->text : "") == clean(c[8]);
    norms.erase(hit);
  }
  for (const auto& [provision, norms] : by_provision) {
    out.wrong += static_cast<int>(norms.size());
    for (const auto& norm : norms)
      std::cerr << "too many: " << provision << ' ' << to_string(norm) << '\n';
  }
  return out;
}

void expect_at_least(double share, const Figures& f) {
  EXPECT_GE(f.found, share * (f.found + f.wrong)) << f.wrong << " wrong";
  EXPECT_GE(f.found, share * (f.found + f.missed)) << f.missed << " missed";
  EXPECT_GE(f.bearers, share * f.found);
  EXPECT_GE(f.recipients, share * f.found);
  EXPECT_GE(f.deadlines, share * f.found);
}

// Labels of ours, on laws of the whole nation that no corpus of ours has.
Figures measure_in_bulk(const std::string& name) {
  const std::string labels = JOBUN_SOURCE_DIR "/tests/labels/" + name;
  std::set<std::string> ids;
  std::ifstream scope(labels + ".provisions");
  for (std::string line; std::getline(scope, line);) ids.insert(line.substr(0, line.find('/')));
  return measure(labels, support::bulk_files(ids));
}

TEST(NormLabels, PrecisionRecallAndRoles) {
  JOBUN_NEEDS_SHARED(shared);
  std::vector<std::filesystem::path> laws;
  for (const auto& entry : std::filesystem::directory_iterator(*shared / "corpus" / "laws"))
    laws.push_back(entry.path());
  const Figures f = measure((*shared / "eval" / "obligations_dev").string(), laws);
  ASSERT_GT(f.found, 100);
  expect_at_least(0.97, f);
}

class LabelsOfOtherLaws : public testing::TestWithParam<const char*> {};

TEST_P(LabelsOfOtherLaws, AreMet) {
  const Figures f = measure_in_bulk(GetParam());
  if (f.found == 0) GTEST_SKIP() << "skipped: these statutes are not here (set JOBUN_BULK)";
  expect_at_least(0.95, f);
}

INSTANTIATE_TEST_SUITE_P(NormLabels, LabelsOfOtherLaws,
                         testing::Values("norms_second", "norms_third", "norms_fourth"));

}  // namespace
}  // namespace indexer
