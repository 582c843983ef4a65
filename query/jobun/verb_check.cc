// SPDX-License-Identifier: GPL-2.0-or-later
#include <CLI/CLI.hpp>
#include <iostream>
#include <map>
#include <memory>
#include <set>

#include "corpus/error.h"
#include "query/jobun/records.h"
#include "query/jobun/resources.h"
#include "query/jobun/terminal.h"
#include "query/jobun/verbs.h"
#include "query/search.h"

namespace jobun {
namespace {

struct Finding {
  std::string kind;  // unreadable, changed, ambiguous_address, missing_units
  std::string where;
  std::string what;
};

struct Report {
  std::size_t laws = 0;
  std::size_t provisions = 0;
  std::size_t units = 0;
  std::vector<Finding> findings;
};

void check_law(const indexer::KnowledgeBase& kb, const indexer::LawEntry& entry, Report& report) {
  const std::string where = entry.id + (entry.revision.empty() ? "" : '@' + entry.revision);
  try {
    const corpus::Law law = kb.load(entry);
    std::uint64_t characters = 0;
    std::set<std::string> seen;
    for (std::size_t i = 0; i < law.provisions.size(); ++i) {
      const corpus::Provision& p = law.provisions[i];
      characters += corpus::count_code_points(p.text) + corpus::count_code_points(p.caption);
      const std::string address = to_string(law.address(i));
      if (!seen.insert(address).second)
        report.findings.push_back({"ambiguous_address", address, "二つの条文が同じ番地です"});
    }
    if (characters != entry.characters)
      report.findings.push_back({"changed", where, "本文が索引したときと違います"});
    report.provisions += law.provisions.size();
  } catch (const corpus::Error& e) {
    report.findings.push_back({"unreadable", where, e.what()});
  }
}

int run(const Session& session) {
  const auto kb = indexer::KnowledgeBase::open(session.kb.empty() ? default_kb() : session.kb);
  Report report;
  report.laws = kb.revisions().size();
  for (const indexer::LawEntry& entry : kb.laws()) check_law(kb, entry, report);
  const query::Searcher searcher(kb);
  report.units = searcher.size();
  std::size_t expected = nlohmann::json::parse(kb.summary()).value("sections", std::size_t{0});
  for (const indexer::LawEntry& entry : kb.laws()) {
    const auto until = kb.revisions_of(entry.id)->until(entry);
    if (entry.revision.empty() || until != entry.revision) expected += entry.units;
  }
  if (expected != report.units) {
    report.findings.push_back({"missing_units", "search",
                               std::to_string(expected) + "条等のうち" +
                                   std::to_string(report.units) + "件が索引にあります"});
  }
  std::map<std::string, std::size_t> counts;
  for (const Finding& f : report.findings) ++counts[f.kind];
  if (session.json) {
    std::cout << to_line({{"laws", report.laws},
                          {"revisions", kb.laws().size()},
                          {"provisions", report.provisions},
                          {"units", report.units},
                          {"problems", counts}});
    for (const Finding& f : report.findings)
      std::cout << to_line({{"problem", f.kind}, {"where", f.where}, {"what", f.what}});
  } else {
    std::cout << report.laws << "法令（本文" << kb.laws().size() << "件）、条文"
              << report.provisions << "件、索引" << report.units << "件\n";
    for (const Finding& f : report.findings) std::cout << f.where << ": " << f.what << '\n';
    std::cout << (report.findings.empty() ? "問題はありません\n" : "");
  }
  return report.findings.empty() ? kFound : kNothing;
}

}  // namespace

void add_check(CLI::App& program, Session& session) {
  CLI::App* verb = add_verb(program, session, "check", "知識ベースに誤りがないか調べます", true);
  verb->callback([&session] { session.run = [&session] { return run(session); }; });
}

}  // namespace jobun
