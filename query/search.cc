// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search.h"

#include <xapian.h>

#include <algorithm>
#include <optional>
#include <set>
#include <utility>

#include "corpus/address_reader.h"
#include "corpus/error.h"
#include "indexer/analysis/analyzer.h"
#include "indexer/analysis/normalize.h"
#include "indexer/analysis/spelling.h"
#include "indexer/search_schema.h"
#include "indexer/search_writer.h"
#include "query/citing.h"
#include "query/query_text.h"
#include "query/question.h"
#include "query/snippet.h"
#include "query/stop_words.h"
#include "query/unit_rank.h"

namespace query {
namespace {

using analysis::Kind;
using analysis::Token;
using indexer::prefix_of;
using Xapian::Query;

// Up to so many words must all be there; a longer query is a question, and any of its words counts.
constexpr std::size_t kMostRequired = 4;

// How much more than in the text a word weighs where it names what the unit is about.
constexpr double kDefinitionBoost = 6.0;
constexpr double kCaptionBoost = 1.5;
constexpr double kTitleBoost = 0.5;
constexpr double kRankWeight = 10.0;  // main provisions before 附則, law before commentary

// A query of so few words may ask what they mean: then the article that defines them comes first.
constexpr std::size_t kMostGroupsOfATerm = 2;

// All of a query's words must be there; or all, but not side by side; or any.
enum class Strictness { all, all_apart, any };

std::string term(std::string_view field, const std::string& value) {
  return std::string(prefix_of(field)) + value;
}

Query any_of(const std::vector<Query>& queries) {
  return Query(Query::OP_OR, queries.begin(), queries.end());
}
Query all_of(const std::vector<Query>& queries) {
  return Query(Query::OP_AND, queries.begin(), queries.end());
}

Query all_terms(std::string_view field, const std::vector<std::string>& words) {
  std::vector<Query> terms;
  for (const std::string& word : words) terms.emplace_back(term(field, word));
  return all_of(terms);
}

// A run of words that stand side by side in the query: 特定侵害事象 in 「特定侵害事象を報告」.
struct Group {
  std::string text;
  std::vector<std::string> words;
  std::vector<std::string> compounds;
};

// One word of the query as typed, in groups.
struct Element {
  std::vector<Group> groups;
  bool exact = false;
  std::string reading;  // set when all of it is kana
};

bool is_stop_word(const Group& group) {
  return std::all_of(group.words.begin(), group.words.end(),
                     [](const std::string& w) { return stop_words().contains(w); });
}

class Planner {
 public:
  Planner(analysis::Analyzer& analyzer, Strictness strictness)
      : analyzer_(analyzer), strictness_(strictness) {}

  // Nothing when the clauses hold no word that could be found.
  std::optional<Query> plan(const std::vector<Clause>& clauses) {
    std::vector<Query> wanted;
    std::vector<Query> unwanted;
    std::size_t groups = 0;
    for (const Clause& clause : clauses) {
      for (const Word& word : clause.any_of) {
        for (const Group& group : take_apart(word).groups) groups += !is_stop_word(group);
      }
    }
    asks_for_term_ = groups <= kMostGroupsOfATerm;
    for (const Clause& clause : clauses) {
      std::vector<Query> alternatives;
      std::vector<Query> alone;
      for (const Word& word : clause.any_of) {
        const Element element = take_apart(word);
        const bool says_nothing =
            groups > 0 && std::all_of(element.groups.begin(), element.groups.end(), is_stop_word);
        auto queries = says_nothing ? std::vector<Query>{} : queries_of(element);
        if (queries.empty()) continue;
        alone.insert(alone.end(), queries.begin(), queries.end());
        alternatives.push_back(all_of(queries));
      }
      if (alternatives.empty()) continue;
      if (clause.excluded) {
        unwanted.push_back(any_of(alternatives));
      } else if (clause.any_of.size() == 1) {
        wanted.insert(wanted.end(), alone.begin(), alone.end());
      } else {
        wanted.push_back(any_of(alternatives));
      }
    }
    words_ = wanted.size();
    if (wanted.empty()) return std::nullopt;
    const bool all = strictness_ != Strictness::any && words_ <= kMostRequired;
    Query query = all ? all_of(wanted) : any_of(wanted);
    if (!unwanted.empty()) query = Query(Query::OP_AND_NOT, query, any_of(unwanted));
    return query;
  }

  std::size_t words() const { return words_; }
  const Wanted& wanted() const { return wanted_; }

 private:
  Element take_apart(const Word& word) {
    Element element{.groups = {}, .exact = word.exact, .reading = {}};
    const auto tokens = analyzer_.analyze(word.text);
    std::size_t end = std::string::npos;
    for (const Token& token : tokens) {
      if (token.kind == Kind::reading || token.kind == Kind::negation) continue;
      if (token.kind == Kind::word) {
        const bool joined = !element.groups.empty() && (word.exact || token.source.begin == end);
        if (!joined) element.groups.emplace_back();
        Group& group = element.groups.back();
        group.words.push_back(token.term);
        group.text += token.source.of(word.text);
        end = token.source.end;
      } else if (!element.groups.empty()) {
        element.groups.back().compounds.push_back(token.term);
      }
    }
    if (const auto kana = reading_of(word.text)) element.reading = *kana;
    if (!word.exact && element.groups.size() > 1) {
      const auto kept = std::stable_partition(element.groups.begin(), element.groups.end(),
                                              [](const Group& g) { return !is_stop_word(g); });
      if (kept != element.groups.begin()) element.groups.erase(kept, element.groups.end());
    }
    return element;
  }

  // At least three kana: a reading, or the beginning of one.
  static std::optional<std::string> reading_of(std::string_view text) {
    const std::string normal = analysis::normalize(text).text;
    std::size_t letters = 0;
    for (std::size_t at = 0; at < normal.size(); ++letters) {
      const char32_t c = corpus::next_code_point(normal, at);
      if (!((c >= U'ぁ' && c <= U'ゖ') || (c >= U'ァ' && c <= U'ー'))) return std::nullopt;
    }
    if (letters < 3) return std::nullopt;
    return analysis::reading_term(normal);
  }

  std::vector<Query> queries_of(const Element& element) {
    std::vector<Query> out;
    for (const Group& group : element.groups) out.push_back(query_of(group, element.exact));
    if (!element.reading.empty()) {
      wanted_.readings.insert(element.reading);
      const Query reading(Query::OP_WILDCARD, term("reading", element.reading), 0,
                          Query::WILDCARD_LIMIT_FIRST);
      out = {out.empty() ? reading : Query(Query::OP_OR, all_of(out), reading)};
    }
    return out;
  }

  Query query_of(const Group& group, bool exact) {
    std::vector<Query> words(group.words.begin(), group.words.end());
    const bool side_by_side =
        exact || strictness_ == Strictness::all || words_side_by_side_anyway(group);
    if (side_by_side) {
      wanted_.phrases.insert(group.words);
    } else {
      for (const std::string& word : group.words) wanted_.phrases.insert({word});
    }
    const Query text = words.size() == 1 ? words.front()
                       : side_by_side
                           ? Query(Query::OP_PHRASE, group.words.begin(), group.words.end())
                           : all_of(words);
    // The very words, and nothing else: but the article that defines them still comes first.
    const Query defines(Query::OP_SCALE_WEIGHT,
                        Query(term("defines", indexer::exact_term(group.text))), kDefinitionBoost);
    if (exact) return asks_for_term_ ? Query(Query::OP_AND_MAYBE, text, defines) : text;
    // What the law or the unit is called counts as being there.
    const Query here =
        Query(Query::OP_OR, text,
              Query(Query::OP_SCALE_WEIGHT, all_terms("title", group.words), kTitleBoost));
    std::vector<Query> more = {
        Query(Query::OP_SCALE_WEIGHT, all_terms("caption", group.words), kCaptionBoost)};
    if (asks_for_term_) more.push_back(defines);
    for (const std::string& compound : group.compounds)
      more.emplace_back(term("compound", compound));
    return Query(Query::OP_AND_MAYBE, here, any_of(more));
  }

  // Two parts of one short word found apart mean nothing.
  static bool words_side_by_side_anyway(const Group& group) { return group.words.size() == 2; }

  analysis::Analyzer& analyzer_;
  Strictness strictness_;
  bool asks_for_term_ = false;
  std::size_t words_ = 0;
  Wanted wanted_;
};

}  // namespace

struct Searcher::Index {
  explicit Index(const indexer::KnowledgeBase& knowledge_base)
      : open(knowledge_base),
        kb(open.kb),
        analyzer(open.analyzer),
        database(*open.database),
        questions(kb, analyzer) {}

  OpenIndex open;
  const indexer::KnowledgeBase& kb;
  analysis::Analyzer& analyzer;
  Xapian::Database& database;
  QuestionReader questions;

  Query filter(const SearchOptions& options, const Query& query) const {
    std::vector<Query> filters;
    if (!options.law_id.empty()) filters.emplace_back(term("law", options.law_id));
    if (!options.kind.empty()) filters.emplace_back(term("kind", options.kind));
    if (options.citing) filters.push_back(units_citing(*options.citing, options.date));
    if (filters.empty()) return query;
    return Query(Query::OP_FILTER, query, all_of(filters));
  }

  // The units that hold the references; of the names of what holds one, only the unit's is an
  // address of a document.
  Query units_citing(const corpus::Address& cited, const std::string& date) const {
    std::set<std::string> names;
    for (const auto& record : find_citing(kb, cited, date.empty() ? citations::today() : date)) {
      auto holder = corpus::parse_address(record.from);
      for (; holder && !holder->path.empty(); holder->path.pop_back())
        names.insert(to_string(*holder));
    }
    std::vector<Query> units;
    for (const std::string& name : names)
      units.emplace_back(term("address", analysis::bounded_term(name)));
    return units.empty() ? Query::MatchNothing : any_of(units);
  }

  static Query in_force(const Query& query, const std::string& date) {
    const Query begun(Query::OP_VALUE_LE, indexer::kValueFrom, date);
    const Query ended(Query::OP_VALUE_LE, indexer::kValueUntil, date);
    return Query(Query::OP_AND_NOT, Query(Query::OP_FILTER, query, begun), ended);
  }

  SearchResult run(const Query& query, const SearchOptions& options, const Wanted& wanted) {
    const std::string date = options.date.empty() ? citations::today() : options.date;
    const Query now = in_force(query, date);
    Xapian::ValueWeightPostingSource rank(indexer::kValueRank);
    Xapian::Enquire enquire(database);
    enquire.set_query(
        Query(Query::OP_AND_MAYBE, now, Query(Query::OP_SCALE_WEIGHT, Query(&rank), kRankWeight)));
    const auto matches =
        enquire.get_mset(0, static_cast<Xapian::doccount>(options.limit), database.get_doccount());
    SearchResult result;
    result.total = matches.get_matches_estimated();
    result.explanation = now.get_description();
    for (auto match = matches.begin(); match != matches.end(); ++match) {
      result.hits.push_back(
          hit_of(read_unit(match.get_document().get_data()), match.get_weight(), {}, wanted));
    }
    Xapian::Enquire ever(database);
    ever.set_query(query);
    const std::size_t all = ever.get_mset(0, 0, database.get_doccount()).get_matches_estimated();
    result.not_in_force = all - std::min(all, result.total);
    return result;
  }

  // The articles that answer best instead of those that hold most of the words.
  void answer(SearchResult& result, std::string_view text, const SearchOptions& options,
              const Wanted& wanted) {
    const Question question = questions.with_acts_as_words(questions.read(text));
    const UnitFilter filter{.law_id = options.law_id,
                            .kind = options.kind,
                            .bearer = {},
                            .recipient = {},
                            .modality = {},
                            .date = options.date.empty() ? citations::today() : options.date,
                            .coming = false};
    result.hits.clear();
    for (const RankedUnit& ranked : rank_units(open, question, filter, options.limit))
      result.hits.push_back(hit_of(ranked.unit, ranked.score, ranked.reason, wanted));
    result.total = std::max(result.total, result.hits.size());
    if (is_question(text)) result.note = "質問として読み、答えに近い順に示します";
    for (const std::string& note : question.notes) result.note += "\n" + note;
    result.explanation = to_string(question);
  }

  Hit hit_of(const AskedUnit& unit, double score, const std::string& reason, const Wanted& wanted) {
    Snippet snippet = make_snippet(unit.text, wanted, analyzer);
    return {.address = unit.address,
            .law_id = unit.law_id,
            .revision = unit.revision,
            .title = unit.title,
            .num = unit.num,
            .caption = unit.caption,
            .kind = unit.kind,
            .digest = unit.digest,
            .score = score,
            .snippet = std::move(snippet.text),
            .matched = std::move(snippet.matched),
            .reason = reason};
  }
};

Searcher::Searcher(const indexer::KnowledgeBase& kb) : index_(std::make_unique<Index>(kb)) {}

Searcher::~Searcher() = default;
Searcher::Searcher(Searcher&&) noexcept = default;

std::size_t Searcher::size() const { return index_->database.get_doccount(); }
OpenIndex& Searcher::index() const { return index_->open; }

SearchResult Searcher::search(std::string_view text, const SearchOptions& options) const {
  const auto clauses = parse_query_text(text);
  SearchResult result;
  Wanted wanted;
  bool loose = false;
  try {
    if (clauses.empty() && options.citing)
      return index_->run(index_->filter(options, Query::MatchAll), options, {});
    for (const Strictness strictness : {Strictness::all, Strictness::all_apart, Strictness::any}) {
      Planner planner(index_->analyzer, strictness);
      const auto query = planner.plan(clauses);
      if (!query) {
        throw corpus::Error("検索できる語がありません", std::string(text),
                            "名詞や動詞を含めてください");
      }
      wanted = planner.wanted();
      loose = planner.words() > kMostRequired || strictness == Strictness::any;
      result = index_->run(index_->filter(options, *query), options, wanted);
      if (planner.words() > kMostRequired) {
        result.note = "長い質問なので、いずれかの語を含む条文を近い順に示します";
      } else if (strictness == Strictness::all_apart) {
        result.note = "語が続いている条文はありません。離れて含む条文を示します";
      } else if (strictness == Strictness::any) {
        result.note = "すべての語を含む条文はありません。一部の語を含む条文を示します";
      }
      // What another day has is not looked for in looser ways: that would hide it.
      if (result.total > 0 || result.not_in_force > 0) break;
    }
    const bool plain = !options.citing && std::all_of(clauses.begin(), clauses.end(),
                                                      [](const Clause& c) { return is_plain(c); });
    if (plain && (is_question(text) || (loose && result.total > 0)))
      index_->answer(result, text, options, wanted);
  } catch (const Xapian::Error& e) {
    throw corpus::Error("検索できません（" + e.get_msg() + "）", index_->kb.folder().string(),
                        "jobun index で作り直してください");
  }
  if (result.total == 0) result.note.clear();
  return result;
}

}  // namespace query
