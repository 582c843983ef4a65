// SPDX-License-Identifier: GPL-2.0-or-later
// Cases in tests/indexer/definitions/*.txt, as in tests/indexer/citations:
//   # what the case shows
//   a1/p1 …                          the provisions
//   ---
//   a1/p1 検査機器 quoted a1/p1..      every definition, in order
//   a2/p1 use 検査機器 <- a1/p1        every use, in order
// UPDATE=1 writes what is found into the files; read the difference before committing it.
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "definition_fixture.h"
#include "indexer/definitions/term_uses.h"

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
  std::string text;
  for (const std::string& line : c.given) text += line + '\n';
  const corpus::Law law = law_of_text(text);
  const auto definitions = definitions_of(law);
  const auto place = [&](std::uint32_t p) {
    return corpus::to_string(law.address(p)).substr(law.id.size() + 1);
  };
  std::vector<std::string> out;
  for (const definitions::Definition& d : definitions) {
    std::string line = place(d.from) + ' ' + print(law, d);
    for (const definitions::TermRelation& r : d.related)
      line += " [" + std::string(to_string(r.relation)) + ' ' + r.term + ']';
    out.push_back(std::move(line));
  }
  for (const definitions::TermUse& use : find_term_uses(law, scoped_terms(law, definitions))) {
    out.push_back(place(use.provision) + " use " + definitions[use.term].term + " <- " +
                  place(definitions[use.term].from));
  }
  return out;
}

TEST(DefinitionCases, ReadAsALawyerWould) {
  const bool update = std::getenv("UPDATE") != nullptr;
  std::size_t count = 0;
  for (const auto& entry :
       std::filesystem::directory_iterator(JOBUN_SOURCE_DIR "/tests/indexer/definitions")) {
    if (entry.path().extension() != ".txt") continue;
    auto cases = read_cases(entry.path());
    for (Case& c : cases) {
      const auto found = run(c);
      ++count;
      if (update)
        c.expected = found;
      else
        EXPECT_EQ(found, c.expected) << entry.path().filename().string() << ": " << c.title;
    }
    if (!update) continue;
    std::ofstream out(entry.path());
    for (std::size_t i = 0; i < cases.size(); ++i) {
      if (i > 0) out << '\n';
      out << "# " << cases[i].title << '\n';
      for (const std::string& line : cases[i].given) out << line << '\n';
      out << "---\n";
      for (const std::string& line : cases[i].expected) out << line << '\n';
    }
  }
  EXPECT_GE(count, 15u);
}

}  // namespace
}  // namespace indexer
