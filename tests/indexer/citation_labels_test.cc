// SPDX-License-Identifier: GPL-2.0-or-later
// Holds the references of the real corpus against the hand labels, where both are at hand.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <sstream>

#include "citation_fixture.h"
#include "corpus/law_xml.h"
#include "indexer/citations/references.h"

namespace indexer {
namespace {

std::vector<std::string> split(const std::string& line, char by) {
  std::vector<std::string> out;
  std::istringstream in(line);
  for (std::string piece; std::getline(in, piece, by);) out.push_back(piece);
  return out;
}

// sup-[法令番号] as the registry names that law; an unknown law by no more than that.
std::string normal(std::string address, const corpus::Registry& registry) {
  if (address.starts_with("unknown:")) return "unknown";
  const std::size_t open = address.find("/sup-[");
  if (open == std::string::npos) return address;
  const std::size_t close = address.find(']', open);
  const auto id = registry.amending_law_id(address.substr(open + 6, close - open - 6));
  return id ? address.substr(0, open) + "/sup-" + *id + address.substr(close + 1) : address;
}

TEST(Labels, PrecisionAndRecall) {
  const std::string folder = shared_folder();
  if (folder.empty()) GTEST_SKIP() << "no real corpus: set JOBUN_SHARED";
  const corpus::LawBook book =
      corpus::make_law_book(corpus::Registry::load(folder + "/corpus/registry.tsv"), {});
  std::vector<corpus::Law> laws;
  for (const auto& entry : std::filesystem::directory_iterator(folder + "/corpus/laws")) {
    std::ifstream in(entry.path(), std::ios::binary);
    std::ostringstream bytes;
    bytes << in.rdbuf();
    laws.push_back(corpus::read_law(
        bytes.str(), corpus::origin_of(entry.path().string()), [&](std::string_view number) {
          return book.registry.amending_law_id(number).value_or('[' + std::string(number) + ']');
        }));
  }
  const bool show = std::getenv("SHOW") != nullptr;
  citations::LawLibrary library(book);
  for (const corpus::Law& law : laws) library.add(law);

  struct Label {
    std::string surface, form;
  };
  // provision -> target -> the labels not yet found
  std::map<std::string, std::map<std::string, std::vector<Label>>> labelled;
  std::map<std::string, std::pair<int, int>> forms;  // found, of how many
  {
    std::ifstream scope(folder + "/eval/refs_dev.provisions");
    for (std::string line; std::getline(scope, line);) labelled[normal(line, book.registry)];
    std::ifstream gold(folder + "/eval/refs_dev.tsv");
    for (std::string line; std::getline(gold, line);) {
      const auto columns = split(line, '\t');
      if (columns.size() < 5) continue;
      labelled[normal(columns[0], book.registry)][normal(columns[3], book.registry)].push_back(
          {columns[2], columns[4]});
      ++forms[columns[4]].second;
    }
  }
  int right = 0, wrong = 0, missed = 0;
  for (const corpus::Law& law : laws) {
    for (const citations::Reference& r : find_references(law, library)) {
      const auto provision = labelled.find(corpus::to_string(law.address(r.from)));
      if (provision == labelled.end()) continue;
      auto target = corpus::to_string(r.targets.at(0));
      if (target.starts_with("unknown:")) target = "unknown";
      std::vector<Label>& labels = provision->second[target];
      if (!labels.empty()) {
        ++right;
        ++forms[labels.back().form].first;
        labels.pop_back();
      } else {
        ++wrong;
        if (show)
          std::cout << "EXTRA " << provision->first << ' ' << r.text << ' ' << target << '\n';
      }
    }
  }
  for (const auto& [provision, targets] : labelled) {
    for (const auto& [target, labels] : targets) {
      missed += static_cast<int>(labels.size());
      for (const Label& label : labels) {
        if (show)
          std::cout << "MISS  " << provision << ' ' << label.surface << ' ' << target << ' '
                    << label.form << '\n';
      }
    }
  }
  for (const auto& [form, found] : forms) {
    if (show) std::cout << form << ' ' << found.first << '/' << found.second << '\n';
    EXPECT_GE(found.first, 0.93 * found.second) << form;
  }
  EXPECT_GE(right, 0.99 * (right + wrong)) << right << " right, " << wrong << " wrong";
  EXPECT_GE(right, 0.97 * (right + missed)) << right << " right, " << missed << " missed";
}

}  // namespace
}  // namespace indexer
