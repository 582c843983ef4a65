// SPDX-License-Identifier: GPL-2.0-or-later
// Holds the norms of the real corpus against the hand labels, where both are at hand.
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <set>
#include <sstream>

#include "corpus/law_xml.h"
#include "indexer/norms/norms.h"
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

Figures measure(const std::filesystem::path& shared) {
  std::map<std::string, std::vector<norms::Norm>> by_provision;
  {
    std::ifstream scope(shared / "eval" / "obligations_dev.provisions");
    for (std::string line; std::getline(scope, line);) by_provision[line];
  }
  for (const auto& entry : std::filesystem::directory_iterator(shared / "corpus" / "laws")) {
    std::ifstream in(entry.path(), std::ios::binary);
    std::ostringstream bytes;
    bytes << in.rdbuf();
    const corpus::Law law =
        corpus::read_law(bytes.str(), corpus::origin_of(entry.path().string()),
                         [](std::string_view number) { return '[' + std::string(number) + ']'; });
    for (norms::Norm& norm : norms::find_norms(law)) {
      const auto wanted = by_provision.find(to_string(law.address(norm.provision)));
      if (wanted != by_provision.end()) wanted->second.push_back(std::move(norm));
    }
  }
  Figures out;
  std::ifstream gold(shared / "eval" / "obligations_dev.tsv");
  for (std::string line; std::getline(gold, line);) {
    auto c = split(line, '\t');
    c.resize(12);
    auto& norms = by_provision[c[0]];
    const auto hit = std::find_if(norms.begin(), norms.end(), [&](const norms::Norm& n) {
      return to_string(n.modality) == c[3] && n.act == c[4];
    });
    if (hit == norms.end()) {
      ++out.missed;
      continue;
    }
    ++out.found;
    out.bearers += names(hit->bearers) == names(c[2]);
    out.recipients += names(hit->recipients) == names(c[6]);
    out.deadlines += clean(hit->deadline ? hit->deadline->text : "") == clean(c[8]);
    norms.erase(hit);
  }
  for (const auto& [provision, norms] : by_provision) out.wrong += static_cast<int>(norms.size());
  return out;
}

TEST(NormLabels, PrecisionRecallAndRoles) {
  JOBUN_NEEDS_SHARED(shared);
  const Figures f = measure(*shared);
  ASSERT_GT(f.found, 100);
  EXPECT_GE(f.found, 0.97 * (f.found + f.wrong)) << f.wrong << " wrong";
  EXPECT_GE(f.found, 0.97 * (f.found + f.missed)) << f.missed << " missed";
  EXPECT_GE(f.bearers, 0.95 * f.found);
  EXPECT_GE(f.recipients, 0.95 * f.found);
  EXPECT_GE(f.deadlines, 0.95 * f.found);
}

}  // namespace
}  // namespace indexer
