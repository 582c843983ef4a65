// SPDX-License-Identifier: GPL-2.0-or-later
// Cases in tests/indexer/delegations/*.txt:
//   # what the case shows
//   law 909AC0000000001 見本法          then its lines; `law` again for every other law at hand
//   known 909AC0000000009 遠方法        a law known by name only
//   a1/p1 手数料の額は、政令で定める。
//   ---
//   a1/p1 「政令で定める」 政令/手数料の額 -> 909CO…/a2/p1 (resolved, direct)
// Expected is what the first law leaves and what every law but the first finds odd or outside.
// UPDATE=1 writes what is found into the files; read the difference before committing it.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>

#include "citation_fixture.h"
#include "indexer/citations/references.h"
#include "indexer/delegations/delegation_join.h"

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

std::string print(const delegations::DelegationRecord& r, const std::string& own) {
  const auto shorten = [&](std::string address) {
    if (address.starts_with(own + '/')) address.erase(0, own.size() + 1);
    return address;
  };
  std::string out = shorten(r.from) + " 「" + r.text + "」 " + r.instrument + '/' + r.thing + " ->";
  for (const std::string& to : r.to) out += ' ' + to;
  out += " (" + r.status + (r.basis.empty() ? "" : ", " + r.basis) + ')';
  if (!r.issuer.empty() && r.address_of_power != r.from)
    out += " by " + r.issuer + ' ' + shorten(r.address_of_power);
  return out;
}

std::vector<delegations::DelegationSource> read_laws(const Case& c) {
  std::vector<corpus::Law> laws;
  std::vector<std::string> lines;
  std::string id, title, known;
  const auto finish = [&] {
    if (!id.empty()) laws.push_back(law_of_lines(id, title, lines));
    lines.clear();
  };
  for (const std::string& line : c.given) {
    std::istringstream words(line);
    std::string first;
    words >> first;
    if (first == "law") {
      finish();
      words >> id >> title;
    } else if (first == "known") {
      std::string known_id, known_title;
      words >> known_id >> known_title;
      known += known_id + "\t\t" + known_title + "\t\t\tAct\t\n";
    } else {
      lines.push_back(line);
    }
  }
  finish();
  // Known by name to each other, as laws at hand are.
  std::string registry = "law_id\tlaw_num\ttitle\tkana\tabbrev\tlaw_type\tpromulgated\n" + known;
  for (const corpus::Law& law : laws) registry += law.id + "\t\t" + law.title + "\t\t\tAct\t\n";
  const corpus::LawBook book =
      corpus::make_law_book(corpus::Registry::parse(registry, "case.tsv"), {});
  citations::LawLibrary library(book);
  for (const corpus::Law& law : laws) library.add(law);
  std::vector<delegations::DelegationSource> out;
  for (const corpus::Law& law : laws)
    out.push_back({law.id, law.title,
                   delegations::find_delegations(law, citations::find_references(law, library))});
  return out;
}

std::vector<std::string> run(const Case& c) {
  const auto sources = read_laws(c);
  const delegations::JoinContext context{
      .at_hand = [&](const std::string& id) -> const delegations::DelegationSource* {
        for (const auto& source : sources) {
          if (source.id == id) return &source;
        }
        return nullptr;
      },
      .orders_of =
          [&](const std::string& id) {
            std::vector<std::string> out;
            for (const auto& source : sources) {
              if (source.id != id) out.push_back(source.id);
            }
            return out;
          },
      .id_of_title = [](const std::string&) { return std::string(); }};
  std::vector<std::string> out;
  std::map<std::string, std::vector<std::string>> given;  // words: who fills them
  for (const delegations::DelegationSource& source : sources) {
    for (const delegations::DelegationRecord& r : join_delegations(source, context)) {
      if (r.side == "gives") out.push_back(print(r, sources.front().id));
      if (r.side == "gives" && r.status == "resolved")
        given[r.from + ' ' + std::to_string(r.span.begin) + r.instrument] = r.to;
      if (r.status == "outside") out.push_back(print(r, sources.front().id));
    }
  }
  // What the law says of its orders, each order says of itself.
  std::map<std::string, std::vector<std::string>> taken;
  for (const delegations::DelegationSource& source : sources) {
    for (const delegations::DelegationRecord& r : join_delegations(source, context)) {
      if (r.side != "takes" || r.status != "resolved") continue;
      auto& to = taken[r.from + ' ' + std::to_string(r.span.begin) + r.instrument];
      to.insert(to.end(), r.to.begin(), r.to.end());
    }
  }
  for (auto* side : {&given, &taken}) {
    for (auto& [words, to] : *side) std::sort(to.begin(), to.end());
  }
  EXPECT_EQ(given, taken) << c.title;
  return out;
}

TEST(DelegationCases, MeetAsALawyerWouldSay) {
  const bool update = std::getenv("UPDATE") != nullptr;
  std::size_t count = 0;
  for (const auto& entry :
       std::filesystem::directory_iterator(JOBUN_SOURCE_DIR "/tests/indexer/delegations")) {
    if (entry.path().extension() != ".txt") continue;
    auto cases = read_cases(entry.path());
    for (Case& c : cases) {
      const auto found = run(c);
      ++count;
      if (update) {
        c.expected = found;
      } else {
        EXPECT_EQ(found, c.expected) << entry.path().filename().string() << ": " << c.title;
      }
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
  EXPECT_GE(count, 20U);
}

}  // namespace
}  // namespace indexer
