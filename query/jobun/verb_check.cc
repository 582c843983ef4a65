// SPDX-License-Identifier: GPL-2.0-or-later
#include <CLI/CLI.hpp>
#include <iostream>
#include <map>
#include <memory>
#include <set>

#include "corpus/error.h"
#include "indexer/citations/law_structure.h"
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

// References of one status, by what is said of them.
struct StatusCount {
  std::size_t total = 0;
  std::map<std::string, std::size_t> by_reason;
};

struct Report {
  std::size_t laws = 0;
  std::size_t provisions = 0;
  std::size_t units = 0;
  std::size_t references = 0;
  std::map<std::string, StatusCount> statuses;
  std::vector<Finding> findings;
};

// 「法令番号が法令一覧にない: 昭和…」 is one reason, whatever the number; 手元の版（…） likewise.
std::string reason_of(const citations::ReferenceRecord& r) {
  std::string reason = r.reason.substr(0, r.reason.find(':'));
  const std::size_t open = reason.find("手元の版（");
  const std::size_t close = reason.find("）", open);
  if (open != std::string::npos && close != std::string::npos)
    reason.erase(
        open + std::string_view("手元の版").size(),
        close + std::string_view("）").size() - open - std::string_view("手元の版").size());
  return reason.empty() ? "―" : reason;
}

// Counts them, and finds those that say resolved though nothing is there.
void check_references(const indexer::KnowledgeBase& kb, const citations::LawEntry& entry,
                      const std::map<std::string, citations::LawStructure>& structures,
                      Report& report) {
  for (const citations::ReferenceRecord& r : kb.references(entry)) {
    ++report.references;
    StatusCount& count = report.statuses[r.status];
    ++count.total;
    ++count.by_reason[reason_of(r)];
    if (r.status != to_string(citations::Status::resolved)) continue;
    for (const std::string& target : r.targets) {
      auto range = corpus::parse_address_range(target);
      if (range && !range->first.path.empty() && range->first.path.back().each)
        range->first.path.pop_back();  // 各号
      if (!range) {
        report.findings.push_back({"dangling", r.from, "番地として読めません: " + target});
        continue;
      }
      const auto structure = structures.find(range->first.law_id);
      if (structure == structures.end() || range->first.path.empty()) continue;
      if (!structure->second.has(range->first.path) ||
          (range->last && !structure->second.has(range->last->path)))
        report.findings.push_back({"dangling", r.from, "引用先がありません: " + target});
    }
  }
}

void print_statuses(const Report& report) {
  std::cout << "参照" << report.references << "件\n";
  for (const auto& [status, count] : report.statuses) {
    std::cout << "  " << status << ' ' << count.total << '\n';
    if (status == to_string(citations::Status::resolved)) continue;
    for (const auto& [reason, n] : count.by_reason)
      std::cout << "    " << reason << ' ' << n << '\n';
  }
}

void check_law(const indexer::KnowledgeBase& kb, const citations::LawEntry& entry, Report& report,
               std::map<std::string, citations::LawStructure>* structures) {
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
    if (structures != nullptr) structures->emplace(law.id, citations::LawStructure(law));
  } catch (const corpus::Error& e) {
    report.findings.push_back({"unreadable", where, e.what()});
  }
}

int run(const Session& session) {
  const auto kb = indexer::KnowledgeBase::open(session.kb.empty() ? default_kb() : session.kb);
  Report report;
  report.laws = kb.revisions().size();
  std::map<std::string, citations::LawStructure> structures;  // of the texts in force today
  for (const citations::LawEntry& entry : kb.laws()) {
    const bool in_use = &kb.revisions_of(entry.id)->on(citations::today()) == &entry;
    check_law(kb, entry, report, in_use ? &structures : nullptr);
  }
  for (const auto& [id, revisions] : kb.revisions())
    check_references(kb, revisions.on(citations::today()), structures, report);
  const query::Searcher searcher(kb);
  report.units = searcher.size();
  std::size_t expected = nlohmann::json::parse(kb.summary()).value("sections", std::size_t{0});
  for (const citations::LawEntry& entry : kb.laws()) {
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
                          {"references", report.references},
                          {"problems", counts}});
    for (const auto& [status, count] : report.statuses)
      std::cout << to_line(
          {{"status", status}, {"count", count.total}, {"reasons", count.by_reason}});
    for (const Finding& f : report.findings)
      std::cout << to_line({{"problem", f.kind}, {"where", f.where}, {"what", f.what}});
  } else {
    std::cout << report.laws << "法令（本文" << kb.laws().size() << "件）、条文"
              << report.provisions << "件、索引" << report.units << "件\n";
    print_statuses(report);
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
