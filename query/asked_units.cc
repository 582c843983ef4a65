// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/asked_units.h"

#include <xapian.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

#include "indexer/analysis/spelling.h"
#include "indexer/search_schema.h"
#include "indexer/search_writer.h"
#include "query/question.h"
#include "query/stop_words.h"

namespace query {
namespace {

using indexer::prefix_of;
using Xapian::Query;

constexpr double kCaptionWeight = 1.2;
constexpr double kLawTitleWeight = 0.3;
constexpr std::string_view kModalities[] = {"must", "must_not", "may", "endeavour", "shall_be"};

std::string term(std::string_view field, std::string_view value) {
  return std::string(prefix_of(field)) + std::string(value);
}

Query any_of(const std::vector<Query>& all) { return Query(Query::OP_OR, all.begin(), all.end()); }

std::vector<std::string> words_of(OpenIndex& index, std::string_view text) {
  std::vector<std::string> out;
  for (const analysis::Token& token : index.analyzer.analyze(text)) {
    if (token.kind == analysis::Kind::word && !stop_words().contains(token.term))
      out.push_back(token.term);
  }
  return out;
}

Query all_words(OpenIndex& index, std::string_view field, std::string_view text) {
  std::vector<Query> all;
  for (const std::string& word : words_of(index, text)) all.emplace_back(term(field, word));
  return all.empty() ? Query::MatchAll : Query(Query::OP_AND, all.begin(), all.end());
}

Query query_of(OpenIndex& index, const UnitFilter& filter) {
  std::vector<Query> all = {Query::MatchAll};
  if (!filter.modality.empty()) {
    std::vector<Query> any;
    for (const std::string_view m : kModalities) {
      if (filter.modality == "any" || filter.modality == m) any.emplace_back(term("modality", m));
    }
    all.push_back(any_of(any));
  }
  if (!filter.law_id.empty()) all.emplace_back(term("law", filter.law_id));
  if (!filter.kind.empty()) all.emplace_back(term("kind", filter.kind));
  if (!filter.bearer.empty()) all.push_back(all_words(index, "bearer", filter.bearer));
  if (!filter.recipient.empty()) all.push_back(all_words(index, "recipient", filter.recipient));
  Query out(Query::OP_AND, all.begin(), all.end());
  if (!filter.coming)
    out = Query(Query::OP_FILTER, out, Query(Query::OP_VALUE_LE, indexer::kValueFrom, filter.date));
  return Query(Query::OP_AND_NOT, out,
               Query(Query::OP_VALUE_LE, indexer::kValueUntil, filter.date));
}

Query query_of(const Question& question) {
  std::vector<Query> any;
  for (const auto& [word, share] : question.words) {
    any.emplace_back(Query::OP_SCALE_WEIGHT, Query(word), share);
    any.emplace_back(Query::OP_SCALE_WEIGHT, Query(term("caption", word)), share * kCaptionWeight);
    any.emplace_back(Query::OP_SCALE_WEIGHT, Query(term("title", word)), share * kLawTitleWeight);
  }
  return any_of(any);
}

// Those that the question names, and those that define what it asks the meaning of.
std::vector<Query> named_units(const Question& question, const std::string& subject_law) {
  std::vector<Query> out;
  for (corpus::Address at : question.provisions) {
    for (; !at.path.empty(); at.path.pop_back())
      out.emplace_back(term("address", analysis::bounded_term(to_string(at))));
  }
  for (const std::string& name : question.terms)
    out.emplace_back(term("defines", indexer::exact_term(name)));
  if (question.is(QuestionKind::commencement)) {
    for (const std::string& law : question.laws.empty() ? std::vector{subject_law} : question.laws)
      out.emplace_back(Query::OP_AND, Query(term("law", law)), Query(term("caption", "施行")));
  }
  return out;
}

class Collector {
 public:
  Collector(OpenIndex& index, const UnitFilter& filter) : index_(index), filter_(filter) {}

  // Whether there is more than `most`.
  bool add(const Query& query, std::size_t most, bool punishes = false) {
    Xapian::Enquire enquire(*index_.database);
    enquire.set_query(query);
    const auto matches = enquire.get_mset(0, static_cast<Xapian::doccount>(most));
    for (auto match = matches.begin(); match != matches.end(); ++match) {
      if (known_.insert(*match).second) add(match.get_document(), punishes);
    }
    return matches.get_matches_estimated() > matches.size();
  }

  std::vector<AskedUnit> take() { return std::move(units_); }

 private:
  void add(const Xapian::Document& document, bool punishes) {
    AskedUnit unit = read_unit(document.get_data());
    unit.punishes = punishes;
    unit.amending = !unit.law_id.empty() &&
                    Xapian::sortable_unserialise(document.get_value(indexer::kValueRank)) <= 0;
    if (!unit.law_id.empty()) {
      const auto* revisions = index_.kb.revisions_of(unit.law_id);
      if (revisions == nullptr) return;
      for (const citations::LawEntry* entry : revisions->all()) {
        if (entry->revision == unit.revision) unit.law = entry;
      }
      if (unit.law == nullptr || !is_of_day(unit, *revisions)) return;
    }
    units_.push_back(std::move(unit));
  }

  // The text of the day; of one to come, what the text of the day does not have.
  bool is_of_day(const AskedUnit& unit, const citations::Revisions& revisions) {
    const citations::LawEntry& of_day = revisions.on(filter_.date);
    if (&of_day == unit.law) return true;
    if (!filter_.coming || unit.revision <= filter_.date) return false;
    const Query same(Query::OP_AND, Query(term("address", unit.address)),
                     Query(term("law", unit.law_id)));
    Xapian::Enquire enquire(*index_.database);
    enquire.set_query(Query(Query::OP_FILTER, same,
                            Query(Query::OP_VALUE_LE, indexer::kValueFrom, filter_.date)));
    return enquire.get_mset(0, 1).empty();
  }

  OpenIndex& index_;
  const UnitFilter& filter_;
  std::set<Xapian::docid> known_;
  std::vector<AskedUnit> units_;
};

}  // namespace

AskedUnit read_unit(const std::string& data) {
  const auto json = nlohmann::json::parse(data);
  return {.address = json.at("address"),
          .law_id = json.at("law_id"),
          .revision = json.at("revision"),
          .title = json.at("title"),
          .num = json.at("num"),
          .caption = json.at("caption"),
          .kind = json.at("kind"),
          .text = json.at("text"),
          .digest = json.at("digest")};
}

AskedUnits find_units(OpenIndex& index, const Question& question, const UnitFilter& filter,
                      std::size_t most) {
  const Query let_through = query_of(index, filter);
  Collector collector(index, filter);
  AskedUnits out;
  if (question.words.empty()) {
    out.more = collector.add(Query(Query::OP_SCALE_WEIGHT, let_through, 0.0), most);
    out.units = collector.take();
    return out;
  }
  const Query asked(Query::OP_FILTER, query_of(question), let_through);
  out.more = collector.add(asked, most);
  std::vector<Query> acts;
  for (const auto& [act, share] : question.acts) acts.push_back(all_words(index, "act", act));
  if (!acts.empty()) collector.add(Query(Query::OP_FILTER, asked, any_of(acts)), most / 2);
  std::vector<Query> laws;
  for (const std::string& law : question.laws) laws.emplace_back(term("law", law));
  if (!laws.empty()) collector.add(Query(Query::OP_FILTER, asked, any_of(laws)), most / 2);
  const auto named = named_units(question, subject_law(index.kb));
  if (!named.empty()) collector.add(Query(Query::OP_FILTER, any_of(named), let_through), most / 4);
  out.units = collector.take();
  return out;
}

std::vector<AskedUnit> find_punishing_units(OpenIndex& index, const Question& question,
                                            const UnitFilter& filter, std::size_t most) {
  UnitFilter wider = filter;
  wider.modality.clear();
  wider.bearer.clear();
  wider.recipient.clear();
  std::vector<Query> punishing;
  for (const std::string_view verb : {"処する", "科する"})
    punishing.push_back(all_words(index, "text", verb));
  const Query let_through(Query::OP_AND, query_of(index, wider), any_of(punishing));
  Collector collector(index, wider);
  collector.add(Query(Query::OP_FILTER, query_of(question), let_through), most, true);
  return collector.take();
}

}  // namespace query
