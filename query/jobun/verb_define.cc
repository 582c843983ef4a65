// SPDX-License-Identifier: GPL-2.0-or-later
#include <CLI/CLI.hpp>
#include <algorithm>
#include <iostream>
#include <memory>
#include <utility>

#include "query/definitions.h"
#include "query/jobun/definition_text.h"
#include "query/jobun/law_name_view.h"
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

// Nothing defines it, and no law is called so.
int report_nothing(const std::string& term, const query::TermQuery& query,
                   const indexer::KnowledgeBase& kb) {
  std::cerr << "「" << term << "」を定義する規定は見つかりません\n";
  const auto nearest = query::nearest_terms(kb, term, query, kMostNearest);
  for (std::size_t i = 0; i < nearest.size(); ++i)
    std::cerr << (i == 0 ? "  近い用語: " : "、") << nearest[i];
  if (!nearest.empty()) std::cerr << '\n';
  return kNothing;
}

struct Answer {
  std::string term;
  query::TermQuery query;
  std::vector<query::FoundDefinition> found;
  std::vector<query::SimilarTerm> similar;
  std::vector<NamedLaw> laws;  // called by the term
};

void print_json(const Answer& answer, const Options& options, const indexer::KnowledgeBase& kb) {
  for (const auto& d : answer.found) {
    Record record = definition_record(d.record, d.law->title);
    if (!d.record.imported_from.empty())
      record["imported_text"] = query::imported_text(kb, d.record, answer.query.date);
    if (!d.inherited_by.empty()) record["inherited_by"] = d.inherited_by;
    if (options.uses) record["used_at"] = places_of_use(kb, d, answer.query.date);
    record["similar"] = Record::array();
    for (const auto& s : answer.similar) record["similar"].push_back(similar_record(s));
    std::cout << to_line(record);
  }
  for (const NamedLaw& law : answer.laws) std::cout << to_line(named_law_record(answer.term, law));
}

// Definitions that say the same in the same words are one entry.
std::vector<std::vector<query::FoundDefinition>> group_by_words(
    const std::vector<query::FoundDefinition>& found, std::size_t most) {
  std::vector<std::vector<query::FoundDefinition>> out;
  for (std::size_t i = 0; i < most; ++i) {
    const auto same = std::find_if(out.begin(), out.end(), [&](const auto& group) {
      const auto& first = group.front();
      return first.record.definition == found[i].record.definition &&
             first.record.form == found[i].record.form &&
             first.record.imported_from == found[i].record.imported_from &&
             first.inherited_by == found[i].inherited_by &&
             name_of_scope(first.record.scope, first.record.address) ==
                 name_of_scope(found[i].record.scope, found[i].record.address);
    });
    if (same == out.end())
      out.push_back({found[i]});
    else
      same->push_back(found[i]);
  }
  return out;
}

void print_definitions(const Answer& answer, const Options& options,
                       const indexer::KnowledgeBase& kb) {
  const auto& found = answer.found;
  std::cout << paint(Paint::title, found.front().record.term, std::cout) << "（定義" << found.size()
            << "件）\n";
  const std::size_t shown =
      options.limit == 0 ? found.size() : std::min(found.size(), options.limit);
  for (const auto& group : group_by_words(found, shown)) {
    std::cout << '\n' << describe_definition(group, kb, answer.query.date);
    if (!options.uses) continue;
    for (const auto& d : group) {
      for (const std::string& place : places_of_use(kb, d, answer.query.date))
        std::cout << "    " << to_japanese(place) << '\n';
    }
  }
  if (shown < found.size())
    std::cout << "\nほか" << found.size() - shown
              << "件（--limit 0 ですべて、--law で法令を限る）\n";
}

int run(const Session& session, const Options& options) {
  const auto kb = indexer::KnowledgeBase::open(session.kb.empty() ? default_kb() : session.kb);
  Answer answer;
  answer.query = {.date = options.date.empty() ? citations::today() : parse_date(options.date),
                  .law = options.law.empty() ? "" : read_law_id(options.law, kb)};
  if (!answer.query.law.empty())
    choose_revision({.law_id = answer.query.law}, answer.query.date, kb);
  for (const std::string& word : options.words)
    answer.term += (answer.term.empty() ? "" : " ") + word;
  answer.found = query::find_definitions(kb, answer.term, answer.query);
  if (answer.query.law.empty()) answer.laws = find_named_laws(answer.term, kb);
  if (answer.found.empty() && answer.laws.empty())
    return report_nothing(answer.term, answer.query, kb);
  if (!answer.found.empty())
    answer.similar =
        query::similar_terms(kb, answer.term, answer.found, answer.query, kMostSimilar);
  if (session.json) {
    print_json(answer, options, kb);
    return kFound;
  }
  if (!answer.found.empty()) print_definitions(answer, options, kb);
  for (const NamedLaw& law : answer.laws) {
    const bool first = answer.found.empty() && law.id == answer.laws.front().id;
    std::cout << (first ? "" : "\n") << describe_named_law(answer.term, law);
  }
  if (!answer.similar.empty()) {
    std::cout << '\n' << paint(Paint::title, "似た用語", std::cout) << '\n';
    for (const auto& s : answer.similar) std::cout << describe_similar(answer.term, s, kb);
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
