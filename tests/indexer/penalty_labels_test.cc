// SPDX-License-Identifier: GPL-2.0-or-later
// Holds the penalties of the real corpus against the hand labels, where both are at hand.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iostream>
#include <set>
#include <sstream>

#include "corpus/law_xml.h"
#include "indexer/citations/references.h"
#include "indexer/norms/penalty.h"
#include "tests/support/bulk.h"
#include "tests/support/shared.h"

namespace indexer {
namespace {

namespace fs = std::filesystem;

struct Edge {
  std::string penalty, norm, text, kind, how;
  bool operator<(const Edge& o) const {
    return std::tie(penalty, norm) < std::tie(o.penalty, o.norm);
  }
};

std::set<Edge> labels(const fs::path& file) {
  std::set<Edge> out;
  std::istringstream in(support::read_file(file));
  for (std::string line; std::getline(in, line);) {
    std::istringstream columns(line);
    Edge e;
    std::getline(columns, e.penalty, '\t');
    std::getline(columns, e.norm, '\t');
    std::getline(columns, e.text, '\t');
    std::getline(columns, e.kind, '\t');
    std::getline(columns, e.how, '\t');
    out.insert(e);
  }
  return out;
}

// The laws read together, and their penalties.
std::vector<norms::Penalty> penalties_in(const fs::path& shared,
                                         const std::vector<fs::path>& files) {
  const corpus::LawBook book =
      corpus::make_law_book(corpus::Registry::load((shared / "corpus/registry.tsv").string()), {});
  std::vector<corpus::Law> laws;
  for (const fs::path& file : files) {
    laws.push_back(corpus::read_law(
        support::read_file(file), corpus::origin_of(file.string()), [&](std::string_view number) {
          return book.registry.amending_law_id(number).value_or('[' + std::string(number) + ']');
        }));
  }
  citations::LawLibrary library(book);
  for (const corpus::Law& law : laws) library.add(law);
  std::vector<norms::Penalty> out;
  for (const corpus::Law& law : laws) {
    for (norms::Penalty& p : norms::find_penalties(law, citations::find_references(law, library)))
      out.push_back(std::move(p));
  }
  return out;
}

struct Figures {
  std::size_t labelled = 0, got = 0, right = 0, same_text = 0, same_kind = 0;
};

Figures measure(const std::set<Edge>& wanted, const std::vector<norms::Penalty>& penalties) {
  std::set<std::string> scope;
  for (const Edge& e : wanted) scope.insert(e.penalty);
  std::set<Edge> got;
  for (const norms::Penalty& p : penalties) {
    Edge e{corpus::to_string(p.penalty), corpus::to_string(p.norm), p.text,
           std::string(to_string(p.kind)), std::string(to_string(p.how))};
    if (scope.contains(e.penalty)) got.insert(e);
  }
  Figures out{.labelled = wanted.size(), .got = got.size()};
  for (const Edge& e : got) {
    const auto label = wanted.find(e);
    if (label == wanted.end()) {
      std::cerr << "too many: " << e.penalty << " " << e.norm << " " << e.kind << '\n';
      continue;
    }
    ++out.right;
    out.same_text += label->text == e.text;
    out.same_kind += label->kind == e.kind;
  }
  for (const Edge& e : wanted) {
    if (!got.contains(e))
      std::cerr << "missing: " << e.penalty << " " << e.norm << " " << e.how << '\n';
  }
  return out;
}

void expect_precise_and_whole(const Figures& f) {
  const auto right = static_cast<double>(f.right);
  EXPECT_GE(right / static_cast<double>(f.got), 0.97);
  EXPECT_GE(right / static_cast<double>(f.labelled), 0.95);
}

TEST(PenaltyLabels, PrecisionAndRecall) {
  JOBUN_NEEDS_SHARED(folder);
  const std::set<Edge> wanted = labels(*folder / "eval/penalties_dev.tsv");
  ASSERT_GT(wanted.size(), 100u);
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(*folder / "corpus/laws"))
    files.push_back(entry.path());
  const Figures f = measure(wanted, penalties_in(*folder, files));
  expect_precise_and_whole(f);
  EXPECT_GE(f.same_text, f.right * 97 / 100);
  EXPECT_GE(f.same_kind, f.right * 97 / 100);
}

// Amounts are cut short in these labels.
TEST(PenaltyLabels, SecondLaws) {
  JOBUN_NEEDS_SHARED(folder);
  const std::set<Edge> wanted = labels(JOBUN_SOURCE_DIR "/tests/labels/penalties_second.tsv");
  std::set<std::string> ids;
  for (const Edge& e : wanted) ids.insert(e.penalty.substr(0, e.penalty.find('/')));
  const auto files = support::bulk_files(ids);
  if (files.size() < ids.size())
    GTEST_SKIP() << "skipped: these statutes are not here (set JOBUN_BULK)";
  expect_precise_and_whole(measure(wanted, penalties_in(*folder, files)));
}

}  // namespace
}  // namespace indexer
