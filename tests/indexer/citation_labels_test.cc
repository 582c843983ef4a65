// SPDX-License-Identifier: GPL-2.0-or-later
// Holds the references of the real corpus against the hand labels, where both are at hand.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <set>
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

std::string read_file(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream bytes;
  bytes << in.rdbuf();
  return std::move(bytes).str();
}

// The newest file of each law below the folder; of `ids` only, unless that is empty.
std::vector<corpus::Law> read_laws(const std::filesystem::path& folder,
                                   const std::set<std::string>& ids,
                                   const corpus::Registry& registry) {
  std::map<std::string, std::filesystem::path> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    const std::string name = entry.path().filename().string();
    const std::string id = name.substr(0, name.find('_'));
    if (entry.path().extension() != ".xml" || (!ids.empty() && !ids.contains(id))) continue;
    if (files[id].filename().string() < name) files[id] = entry.path();
  }
  std::vector<corpus::Law> out;
  for (const auto& [id, path] : files) {
    out.push_back(corpus::read_law(
        read_file(path), corpus::origin_of(path.string()), [&](std::string_view number) {
          return registry.amending_law_id(number).value_or('[' + std::string(number) + ']');
        }));
  }
  return out;
}

struct Label {
  std::string surface, form;
};

// provision -> target -> the labels not yet found
using Labels = std::map<std::string, std::map<std::string, std::vector<Label>>>;

// `labels` names two files: .tsv and, with every provision that was read, .provisions.
Labels read_labels(const std::string& labels, const corpus::Registry& registry) {
  Labels out;
  std::ifstream scope(labels + ".provisions");
  for (std::string line; std::getline(scope, line);) out[normal(line, registry)];
  std::ifstream gold(labels + ".tsv");
  for (std::string line; std::getline(gold, line);) {
    const auto columns = split(line, '\t');
    if (columns.size() < 5) continue;
    out[normal(columns[0], registry)][normal(columns[3], registry)].push_back(
        {columns[2], columns[4]});
  }
  return out;
}

// SHOW=1 lists every difference.
void hold_against(Labels labels, const std::vector<corpus::Law>& laws,
                  const corpus::LawBook& book) {
  const bool show = std::getenv("SHOW") != nullptr;
  citations::LawLibrary library(book);
  for (const corpus::Law& law : laws) library.add(law);
  std::map<std::string, std::pair<int, int>> forms;  // found, of how many
  for (const auto& [provision, targets] : labels) {
    for (const auto& [target, rows] : targets) {
      for (const Label& label : rows) ++forms[label.form].second;
    }
  }
  int right = 0, wrong = 0, missed = 0;
  for (const corpus::Law& law : laws) {
    for (const citations::Reference& r : find_references(law, library)) {
      const auto provision = labels.find(corpus::to_string(law.address(r.from)));
      if (provision == labels.end()) continue;
      auto target = r.targets.empty() ? "unresolved" : corpus::to_string(r.targets[0]);
      if (target.starts_with("unknown:")) target = "unknown";
      std::vector<Label>& open = provision->second[target];
      if (!open.empty()) {
        ++right;
        ++forms[open.back().form].first;
        open.pop_back();
        continue;
      }
      ++wrong;
      if (show) std::cout << "EXTRA " << provision->first << ' ' << r.text << ' ' << target << '\n';
    }
  }
  for (const auto& [provision, targets] : labels) {
    for (const auto& [target, open] : targets) {
      missed += static_cast<int>(open.size());
      for (const Label& label : open) {
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
  EXPECT_GE(right, 0.98 * (right + missed)) << right << " right, " << missed << " missed";
}

TEST(Labels, PrecisionAndRecall) {
  const std::string folder = shared_folder();
  if (folder.empty()) GTEST_SKIP() << "no real corpus: set JOBUN_SHARED";
  const corpus::LawBook book =
      corpus::make_law_book(corpus::Registry::load(folder + "/corpus/registry.tsv"), {});
  hold_against(read_labels(folder + "/eval/refs_dev", book.registry),
               read_laws(folder + "/corpus/laws", {}, book.registry), book);
}

// Laws outside the first subject; their texts are in the archives that tests/run.sh unpacks.
TEST(Labels, OtherLaws) {
  const std::string folder = shared_folder();
  const char* bulk = std::getenv("JOBUN_BULK");
  if (folder.empty() || bulk == nullptr) GTEST_SKIP() << "no laws of the nation: set JOBUN_BULK";
  const corpus::LawBook book =
      corpus::make_law_book(corpus::Registry::load(folder + "/corpus/registry.tsv"), {});
  Labels labels = read_labels(JOBUN_SOURCE_DIR "/tests/labels/citations_second", book.registry);
  std::set<std::string> ids;
  for (const auto& [provision, targets] : labels)
    ids.insert(provision.substr(0, provision.find('/')));
  const auto laws = read_laws(bulk, ids, book.registry);
  ASSERT_EQ(laws.size(), ids.size());
  hold_against(std::move(labels), laws, book);
}

}  // namespace
}  // namespace indexer
