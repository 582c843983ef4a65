// SPDX-License-Identifier: GPL-2.0-or-later
#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>
#include <utility>

#include "query/definitions.h"
#include "query/jobun/definition_text.h"
#include "query/jobun/lookup.h"
#include "query/jobun/records.h"
#include "query/jobun/resources.h"
#include "query/jobun/terminal.h"
#include "query/jobun/verbs.h"

namespace jobun {
namespace {

constexpr std::size_t kMostSimilar = 8;
constexpr std::size_t kMostNearest = 5;

struct Options {
  std::vector<std::string> words;
  std::string law;
  std::string date;
  std::size_t limit = 20;
  bool uses = false;
};

Record similar_record(const query::SimilarTerm& s) {
  Record record = {{"term", s.term},     {"addresses", Record::array()},
                   {"shared", s.shared}, {"own", s.own},
                   {"other", s.other},   {"relation", s.relation}};
  for (const auto& d : s.definitions) record["addresses"].push_back(d.record.address);
  if (!s.relation.empty()) record["relation_of"] = s.relation_of_other ? "other" : "own";
  return record;
}

// Addresses of the uses of one definition in its own law, in statute order.
std::vector<std::string> places_of_use(const indexer::KnowledgeBase& kb,
                                       const query::FoundDefinition& d, std::string_view date) {
  std::vector<std::string> out;
  const corpus::Law law = kb.load(*d.law);
  const auto terms = query::terms_of_law(kb, *d.law, law, date);
  for (const definitions::TermUse& use : terms.uses) {
    const auto& r = terms.definitions[use.term].record;
    if (r.address != d.record.address || r.term_span != d.record.term_span) continue;
    std::string place = corpus::to_string(law.address(use.provision));
    if (out.empty() || out.back() != place) out.push_back(std::move(place));
  }
  return out;
}

int run(const Session& session, const Options& options) {
  const auto kb = indexer::KnowledgeBase::open(session.kb.empty() ? default_kb() : session.kb);
  const query::TermQuery query{
      .date = options.date.empty() ? citations::today() : parse_date(options.date),
      .law = options.law.empty() ? "" : read_law_id(options.law, kb)};
  if (!query.law.empty()) choose_revision({.law_id = query.law}, query.date, kb);
  std::string term;
  for (const std::string& word : options.words) term += (term.empty() ? "" : " ") + word;
  const auto found = query::find_definitions(kb, term, query);
  if (found.empty()) {
    std::cerr << "「" << term << "」を定義する規定は見つかりません\n";
    const auto nearest = query::nearest_terms(kb, term, query, kMostNearest);
    for (std::size_t i = 0; i < nearest.size(); ++i)
      std::cerr << (i == 0 ? "  近い用語: " : "、") << nearest[i];
    if (!nearest.empty()) std::cerr << '\n';
    return kNothing;
  }
  const auto similar = query::similar_terms(kb, term, found, query, kMostSimilar);
  if (session.json) {
    for (const auto& d : found) {
      Record record = definition_record(d.record, d.law->title);
      if (!d.record.imported_from.empty())
        record["imported_text"] = query::imported_text(kb, d.record, query.date);
      if (!d.inherited_by.empty()) record["inherited_by"] = d.inherited_by;
      if (options.uses) record["used_at"] = places_of_use(kb, d, query.date);
      record["similar"] = Record::array();
      for (const auto& s : similar) record["similar"].push_back(similar_record(s));
      std::cout << to_line(record);
    }
    return kFound;
  }
  std::cout << paint(Paint::title, found.front().record.term, std::cout) << "（定義" << found.size()
            << "件）\n";
  const std::size_t shown =
      options.limit == 0 ? found.size() : std::min(found.size(), options.limit);
  for (std::size_t i = 0; i < shown; ++i) {
    std::cout << '\n' << describe_definition(found[i], kb, query.date);
    if (!options.uses) continue;
    for (const std::string& place : places_of_use(kb, found[i], query.date))
      std::cout << "    " << to_japanese(place) << '\n';
  }
  if (shown < found.size())
    std::cout << "\nほか" << found.size() - shown
              << "件（--limit 0 ですべて、--law で法令を限る）\n";
  if (!similar.empty()) {
    std::cout << '\n' << paint(Paint::title, "似た用語", std::cout) << '\n';
    for (const auto& s : similar) std::cout << describe_similar(term, s, kb);
  }
  return kFound;
}

}  // namespace

void add_define(CLI::App& program, Session& session) {
  CLI::App* verb =
      add_verb(program, session, "define", "用語の定義、及ぶ範囲、似た用語を示します", true);
  auto options = std::make_shared<Options>();
  verb->add_option("TERM", options->words, "用語（例: 特定重要電子計算機）")->required();
  verb->add_option("--law", options->law, "この法令だけ（法令名・略称・法令番号・法令ID）");
  verb->add_option("--on", options->date, "この日に施行されている条文（省くと今日）");
  verb->add_option("--limit", options->limit, "示す定義の数（0ですべて）");
  verb->add_flag("--uses", options->uses, "使われている条文も示します");
  verb->callback([&session, options] {
    session.run = [&session, options] { return run(session, *options); };
  });
}

}  // namespace jobun
