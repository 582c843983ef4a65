// SPDX-License-Identifier: GPL-2.0-or-later
// Cases in tests/indexer/citations/*.txt:
//   # what the case shows
//   law 909AC0000000001 見本法          also `with ID TITLE` for a second law at hand, its lines
//   behind a1/p1 …                             the provisions
//   ---
//   a1/p1 「前条」 -> a0 (rel)           every reference, in order
// UPDATE=1 writes what is found into the files; read the difference before committing it.
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "citation_fixture.h"
#include "indexer/citations/references.h"

namespace indexer {
namespace {

struct Case {
  std::string title;
  std::vector<std::string> given;
  std::vector<std::string> expected;
};

std::vector<Case> read_cases(const std::filesystem::path& file) {
  std::vector<Case> cases;
  std::ifstream in(file);
  bool expected = false;
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with("# ")) {
      cases.push_back({line.substr(2), {}, {}});
      expected = false;
    } else if (line == "---") {
      expected = true;
    } else if (!line.empty() && !cases.empty()) {
      (expected ? cases.back().expected : cases.back().given).push_back(line);
    }
  }
  return cases;
}

std::vector<std::string> run(const Case& c) {
  std::vector<corpus::Law> laws;
  std::vector<std::string> lines;
  std::string id, title;
  const auto finish = [&] {
    if (!id.empty()) laws.push_back(law_of_lines(id, title, lines));
    lines.clear();
  };
  for (const std::string& line : c.given) {
    std::istringstream words(line);
    std::string first;
    words >> first;
    if (first == "law" || first == "with") {
      finish();
      words >> id >> title;
    } else {
      lines.push_back(line);
    }
  }
  finish();
  citations::LawLibrary library(small_book());
  for (const corpus::Law& law : laws) library.add(law);
  std::vector<std::string> out;
  for (const citations::Reference& r : find_references(laws.front(), library))
    out.push_back(print(laws.front(), r));
  return out;
}

TEST(CitationCases, ResolveAsALawyerWould) {
  const bool update = std::getenv("UPDATE") != nullptr;
  std::size_t count = 0;
  std::vector<std::filesystem::path> files;
  for (const auto& entry :
       std::filesystem::directory_iterator(JOBUN_SOURCE_DIR "/tests/indexer/citations")) {
    if (entry.path().extension() == ".txt") files.push_back(entry.path());
  }
  for (const auto& file : files) {
    auto cases = read_cases(file);
    for (Case& c : cases) {
      const auto found = run(c);
      ++count;
      if (update) {
        c.expected = found;
      } else {
        EXPECT_EQ(found, c.expected) << file.filename().string() << ": " << c.title;
      }
    }
    if (!update) continue;
    std::ofstream out(file);
    for (std::size_t i = 0; i < cases.size(); ++i) {
      if (i > 0) out << '\n';
      out << "# " << cases[i].title << '\n';
      for (const std::string& line : cases[i].given) out << line << '\n';
      out << "---\n";
      for (const std::string& line : cases[i].expected) out << line << '\n';
    }
  }
  EXPECT_GE(count, 30u);
}

}  // namespace
}  // namespace indexer
