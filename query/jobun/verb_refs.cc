// SPDX-License-Identifier: GPL-2.0-or-later
#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>

#include "corpus/address_text.h"
#include "query/citing.h"
#include "query/jobun/delegation_view.h"
#include "query/jobun/impact_view.h"
#include "query/jobun/lookup.h"
#include "query/jobun/records.h"
#include "query/jobun/reference_text.h"
#include "query/jobun/resources.h"
#include "query/jobun/terminal.h"
#include "query/jobun/verbs.h"

namespace jobun {
namespace {

struct Options {
  std::string address;
  std::string date;
  std::string kind;
  bool in = false;
  bool out = false;
  bool impact = false;
  unsigned depth = 3;
  std::size_t limit = 500;  // of --impact
};

// Those that stand in the provision or below it.
std::vector<citations::ReferenceRecord> find_cited(const indexer::KnowledgeBase& kb,
                                                   const corpus::AddressRange& range,
                                                   const std::string& date) {
  const citations::LawEntry& entry = choose_revision(range.first, date, kb);
  const corpus::Law law = kb.load(entry);
  std::vector<corpus::Address> places;
  for (const std::size_t i : find_provisions(law, range)) places.push_back(law.address(i));
  std::vector<citations::ReferenceRecord> out;
  for (citations::ReferenceRecord& record : kb.references(entry)) {
    const auto from = corpus::parse_address(record.from);
    const auto holds = [&](const corpus::Address& place) { return from && place.contains(*from); };
    if (std::any_of(places.begin(), places.end(), holds)) out.push_back(std::move(record));
  }
  return out;
}

void print(const std::string& title, const std::vector<citations::ReferenceRecord>& records,
           const indexer::KnowledgeBase& kb, bool incoming) {
  std::cout << paint(Paint::title, title, std::cout) << "（" << records.size() << "件）\n";
  for (const auto& r : records) {
    const auto from = corpus::parse_address(r.from);
    const std::string own = from ? from->law_id : "";
    const std::string place =
        from ? to_japanese(*from, corpus::NumberStyle::kanji, incoming ? kb.title_of(own) : "")
             : r.from;
    std::cout << wrap(place + " " + describe(r, kb, own), terminal_width(), 2) << '\n';
    for (const auto& pair : r.replacements)
      std::cout << wrap("読替え 「" + pair.from + "」→「" + pair.to + "」", terminal_width(), 4)
                << '\n';
  }
}

// The kinds of edges as the table of references names them; 限る (limitation) says how far a
// provision is meant, and so belongs to scope.
bool is_of_kind(const citations::ReferenceRecord& r, const std::string& kind) {
  if (kind.empty() || r.purpose == kind) return true;
  return kind == "scope" && r.purpose == to_string(citations::Purpose::limitation);
}

std::vector<citations::ReferenceRecord> only(std::vector<citations::ReferenceRecord> records,
                                             const std::string& kind) {
  std::erase_if(records, [&](const auto& r) { return !is_of_kind(r, kind); });
  return records;
}

int run(const Session& session, const Options& options) {
  const auto kb = indexer::KnowledgeBase::open(session.kb.empty() ? default_kb() : session.kb);
  const std::string date = options.date.empty() ? citations::today() : parse_date(options.date);
  const bool both = options.in == options.out;
  std::size_t count = 0;
  for (const corpus::AddressRange& range : read_addresses(options.address, kb)) {
    if (options.impact) {
      count += show_impact(session, range.first, date, options.depth, options.limit, kb);
      continue;
    }
    if (options.kind == "delegation") {
      count += show_delegations(session, range, date, options.out || both, options.in || both, kb);
      continue;
    }
    if (options.out || both) {
      const auto records = only(find_cited(kb, range, date), options.kind);
      count += records.size();
      if (session.json) {
        for (const auto& r : records) std::cout << to_line(reference_record(r));
      } else {
        print("ここから引用する条文", records, kb, false);
      }
    }
    if (options.in || both) {
      const auto records = only(query::find_citing(kb, range.first, date), options.kind);
      count += records.size();
      if (session.json) {
        for (const auto& r : records) {
          Record record = reference_record(r);
          record["direction"] = "in";
          std::cout << to_line(record);
        }
      } else {
        print("ここを引用する条文", records, kb, true);
      }
    }
  }
  return count > 0 ? kFound : kNothing;
}

}  // namespace

void add_refs(CLI::App& program, Session& session) {
  CLI::App* verb = add_verb(program, session, "refs",
                            "条文が引用する条文と、条文を引用する条文を示します", true);
  auto options = std::make_shared<Options>();
  verb->add_option("ADDRESS", options->address, "強化法5条1項 のような条番号")->required();
  verb->add_flag("--in", options->in, "ここを引用する条文だけ");
  verb->add_flag("--out", options->out, "ここから引用する条文だけ");
  verb->add_option("--kind", options->kind,
                   "この種類だけ: plain、mutatis_mutandis（準用）、exclusion（を除く）、"
                   "scope（に限る・において同じ）、penalty（違反）、amendment、"
                   "delegation（委任する規定と、それを受ける命令の規定）")
      ->check(CLI::IsMember({"plain", "mutatis_mutandis", "exclusion", "scope", "delegation",
                             "penalty", "amendment"}));
  verb->add_option("--on", options->date, "この日に施行されている条文（省くと今日）");
  auto* impact = verb->add_flag(
      "--impact", options->impact,
      "ここに依存する条文・命令・義務・文書を、引用・用語・委任をたどって経路とともに示します");
  verb->add_option("--depth", options->depth, "--impact で何段たどるか（省くと3）")
      ->check(CLI::Range(1, 20))
      ->needs(impact);
  verb->add_option("--limit", options->limit, "--impact で示す件数の上限（省くと500）")
      ->check(CLI::Range(1, 1000000))
      ->needs(impact);
  verb->callback([&session, options] {
    session.run = [&session, options] { return run(session, *options); };
  });
}

}  // namespace jobun
