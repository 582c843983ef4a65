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

std::string read_file(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream out;
  out << in.rdbuf();
  return std::move(out).str();
}

std::set<Edge> labels(const fs::path& file) {
  std::set<Edge> out;
  std::istringstream in(read_file(file));
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

// The corpus read once, and the penalties of its laws.
std::vector<norms::Penalty> penalties_in(const fs::path& shared) {
  const corpus::LawBook book =
      corpus::make_law_book(corpus::Registry::load((shared / "corpus/registry.tsv").string()), {});
  std::vector<corpus::Law> laws;
  for (const auto& entry : fs::directory_iterator(shared / "corpus/laws")) {
    laws.push_back(corpus::read_law(
        read_file(entry.path()), corpus::origin_of(entry.path().string()),
        [&](std::string_view number) {
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

TEST(PenaltyLabels, PrecisionAndRecall) {
  JOBUN_NEEDS_SHARED(folder);
  const std::set<Edge> wanted = labels(*folder / "eval/penalties_dev.tsv");
  ASSERT_GT(wanted.size(), 100u);
  std::set<std::string> scope;
  for (const Edge& e : wanted) scope.insert(e.penalty);
  std::set<Edge> got;
  for (const norms::Penalty& p : penalties_in(*folder)) {
    Edge e{corpus::to_string(p.penalty), corpus::to_string(p.norm), p.text,
           std::string(to_string(p.kind)), std::string(to_string(p.how))};
    if (scope.contains(e.penalty)) got.insert(e);
  }
  std::size_t right = 0, same_text = 0, same_kind = 0, same_how = 0;
  for (const Edge& e : got) {
    const auto label = wanted.find(e);
    if (label == wanted.end()) {
      std::cerr << "too many: " << e.penalty << " " << e.norm << " " << e.kind << '\n';
      continue;
    }
    ++right;
    same_text += label->text == e.text;
    same_kind += label->kind == e.kind;
    same_how += label->how.starts_with(e.how);
    if (label->text != e.text || label->kind != e.kind || !label->how.starts_with(e.how)) {
      std::cerr << "differs: " << e.penalty << " " << e.norm << " " << e.text << " | " << e.kind
                << " | " << e.how << " not " << label->text << " | " << label->kind << " | "
                << label->how << '\n';
    }
  }
  for (const Edge& e : wanted) {
    if (!got.contains(e))
      std::cerr << "missing: " << e.penalty << " " << e.norm << " " << e.how << '\n';
  }
  const double precision = static_cast<double>(right) / static_cast<double>(got.size());
  const double recall = static_cast<double>(right) / static_cast<double>(wanted.size());
  std::cerr << "penalty edges: " << wanted.size() << " labelled, precision " << precision
            << ", recall " << recall << "; of the right ones text " << same_text << ", kind "
            << same_kind << ", how " << same_how << " of " << right << '\n';
  EXPECT_GE(precision, 0.97);
  EXPECT_GE(recall, 0.95);
  EXPECT_GE(same_text, right * 97 / 100);
  EXPECT_GE(same_kind, right * 97 / 100);
}

}  // namespace
}  // namespace indexer
