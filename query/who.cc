// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/who.h"

#include <xapian.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <utility>

#include "corpus/error.h"
#include "corpus/text_scan.h"
#include "indexer/analysis/analyzer.h"
#include "indexer/analysis/normalize.h"
#include "indexer/search_schema.h"
#include "query/stop_words.h"
#include "query/who_words.h"

namespace query {
namespace {

using analysis::Kind;
using indexer::prefix_of;
using norms::Modality;
using norms::NormRecord;
using Xapian::Query;

// Units whose norms are weighed; a question is answered by the best few.
constexpr Xapian::doccount kMostUnits = 150;
// Units whose norms are listed when only a name, a law or a modality is given.
constexpr Xapian::doccount kMostListed = 3000;

// How much the parts of a norm count against the article as a whole.
constexpr double kCaptionWeight = 1.2;
constexpr double kUnitShare = 1.0;     // of the best article's weight, in words of middling rarity
constexpr double kActWeight = 9.0;     // the verb asked for
constexpr double kBearerWeight = 4.0;  // the question names who acts
constexpr double kTopicWeight = 6.0;   // it asks about them: 所管大臣は…
constexpr double kModalityWeight = 5.0;
constexpr double kNobodyWeight = -3.0;  // the norm names nobody
constexpr double kLawWeight = 5.0;  // the question names the law: 国家公務員は… and 国家公務員法
constexpr double kPenaltyWeight = 6.0;  // it asks what befalls, and something does
constexpr double kItemShare = 0.6;      // a word of the items below it
constexpr double kSynonymShare = 0.7;   // a word of ours against one of the question's own

constexpr Modality kModalities[] = {Modality::must, Modality::must_not, Modality::may,
                                    Modality::endeavour, Modality::shall_be};

std::string term(std::string_view field, std::string_view value) {
  return std::string(prefix_of(field)) + std::string(value);
}

// 当該委員長 is 委員長, その職員 is 職員.
std::string_view without_pointer(std::string_view name) {
  for (const std::string_view head : {"当該", "その", "この", "各"}) {
    if (name.size() > head.size() + 3 && name.starts_with(head)) name.remove_prefix(head.size());
  }
  return name;
}

// What the question asks, in words of the index and of norms.
struct Wish {
  std::map<std::string, double> words;  // index terms and what they count
  std::map<std::string, double> acts;
  std::set<Modality> modalities;
  std::vector<std::string> topics;  // 所管大臣 in 「所管大臣は、…」
  std::vector<std::string> notes;
  bool asks_penalty = false;  // 届出をしないとどうなりますか
};

constexpr std::string_view kPenaltyWords[] = {"罰", "刑", "過料", "どうなる", "どうなり"};

// Nouns before は and が, without what modifies them.
std::vector<std::string> topics_of(std::string_view text) {
  std::vector<std::string> out;
  std::string noun;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t c = corpus::next_code_point(text, at);
    if (corpus::is_kanji(c) || corpus::is_katakana(c)) {
      noun += text.substr(begin, at - begin);
      continue;
    }
    if ((c == U'は' || c == U'が') && noun.size() > 3) out.push_back(noun);
    noun.clear();
  }
  return out;
}

bool is_main_text(std::string_view address) {
  return address.find("/sup") == std::string_view::npos;
}

}  // namespace

int fit_of_name(std::string_view asked, std::string_view name) {
  asked = without_pointer(asked);
  name = without_pointer(name);
  if (asked.empty()) return 0;
  if (asked == name) return 2;
  for (const std::string_view more : {"", "等"}) {
    if (name.ends_with(more) && name.substr(0, name.size() - more.size()).ends_with(asked))
      return 1;
  }
  return 0;
}

struct NormFinder::Index {
  explicit Index(const indexer::KnowledgeBase& knowledge_base)
      : kb(knowledge_base), dictionary(kb.user_dictionary()), analyzer(dictionary), searcher(kb) {
    for (const auto& path : kb.search_databases())
      database.add_database(Xapian::Database(path.string()));
  }

  const indexer::KnowledgeBase& kb;
  analysis::Dictionary dictionary;
  analysis::Analyzer analyzer;
  Searcher searcher;
  Xapian::Database database;
  std::map<std::string, std::vector<NormRecord>> tables;  // by law_id@revision
  std::map<std::string, double> named_;                   // of this question
  std::map<const citations::LawEntry*, std::vector<norms::Penalty>> penalties_;

  std::vector<std::string> words_of(std::string_view text) {
    std::vector<std::string> out;
    for (const analysis::Token& token : analyzer.analyze(text)) {
      if (token.kind == Kind::word && !stop_words().contains(token.term)) out.push_back(token.term);
    }
    return out;
  }

  // The words of a long name share what a short one counts: 特定重要電子計算機 is one thing.
  void add_words(Wish& wish, std::string_view text, double share) {
    std::vector<std::string> name;
    std::size_t end = 0;
    const auto add_name = [&] {
      for (const std::string& word : name) {
        if (stop_words().contains(word)) continue;
        double& known = wish.words[word];
        known = std::max(known, share / std::sqrt(static_cast<double>(name.size())));
      }
      name.clear();
    };
    for (const analysis::Token& token : analyzer.analyze(text)) {
      if (token.kind != Kind::word) continue;
      if (token.source.begin != end) add_name();
      name.push_back(token.term);
      end = token.source.end;
    }
    add_name();
  }

  Wish wish_of(const std::string& text) {
    Wish wish;
    const std::string normal = analysis::normalize(text).text;
    add_words(wish, text, 1.0);
    wish.topics = topics_of(text);
    wish.asks_penalty =
        std::any_of(std::begin(kPenaltyWords), std::end(kPenaltyWords),
                    [&](std::string_view word) { return normal.find(word) != std::string::npos; });
    // What is asked comes last: 届出を受けた大臣はどこへ知らせますか.
    std::size_t last = 0;
    for (const WhoWord& row : who_words()) {
      const std::size_t at = normal.rfind(row.asked);
      if (at != std::string::npos && !row.acts.empty()) last = std::max(last, at);
    }
    for (const WhoWord& row : who_words()) {
      const std::size_t at = normal.rfind(row.asked);
      if (at == std::string::npos) continue;
      double weight = at == last ? 1.0 : 0.45;
      for (const std::string_view act : row.acts) {
        double& known = wish.acts[std::string(act)];
        known = std::max(known, weight);
        weight *= 0.85;
      }
      for (const std::string_view word : row.terms) {
        add_words(wish, word, kSynonymShare);
      }
      wish.modalities.insert(row.modalities.begin(), row.modalities.end());
      if (!row.note.empty()) wish.notes.emplace_back(row.note);
    }
    return wish;
  }

  double rarity(const std::string& word) const {
    const double all = database.get_doccount();
    const double with = database.get_termfreq(word);
    return with == 0 ? 0 : std::log(1 + all / with);
  }

  Query words_in(std::string_view field, std::string_view name) {
    std::vector<Query> all;
    for (const std::string& word : words_of(name)) all.emplace_back(term(field, word));
    return all.empty() ? Query::MatchAll : Query(Query::OP_AND, all.begin(), all.end());
  }

  Query filter_of(const WhoOptions& options) {
    std::vector<Query> all;
    std::vector<Query> any;
    for (const Modality m : kModalities) {
      if (!options.modality || *options.modality == m)
        any.emplace_back(term("modality", to_string(m)));
    }
    all.emplace_back(Query::OP_OR, any.begin(), any.end());
    if (!options.law_id.empty()) all.emplace_back(term("law", options.law_id));
    if (!options.bearer.empty()) all.push_back(words_in("bearer", options.bearer));
    if (!options.recipient.empty()) all.push_back(words_in("recipient", options.recipient));
    const std::string date = options.date.empty() ? citations::today() : options.date;
    return Query(Query::OP_AND_NOT, Query(Query::OP_AND, all.begin(), all.end()),
                 Query(Query::OP_VALUE_LE, indexer::kValueUntil, date));
  }

  Query question_of(const Wish& wish) {
    std::vector<Query> any;
    for (const auto& [word, share] : wish.words) {
      any.emplace_back(Query::OP_SCALE_WEIGHT, Query(word), share);
      any.emplace_back(Query::OP_SCALE_WEIGHT, Query(term("caption", word)),
                       share * kCaptionWeight);
    }
    return Query(Query::OP_OR, any.begin(), any.end());
  }

  const std::vector<NormRecord>& norms_of(const citations::LawEntry& entry) {
    const auto [row, fresh] = tables.try_emplace(entry.id + '@' + entry.revision);
    if (fresh) row->second = kb.norms(entry);
    return row->second;
  }

  bool fits(const WhoOptions& options, const NormRecord& norm) const {
    const auto any_fits = [](const std::string& asked, const std::vector<std::string>& names) {
      return asked.empty() || std::any_of(names.begin(), names.end(), [&](const std::string& n) {
               return fit_of_name(asked, n) > 0;
             });
    };
    if (options.modality && norm.modality != *options.modality) return false;
    return any_fits(options.bearer, norm.bearers) && any_fits(options.recipient, norm.recipients);
  }

  // How well the norm answers, in rarities of words.
  double weigh(const Wish& wish, const std::string& text, const NormRecord& norm,
               const std::string& unit_text) {
    std::string own = norm.act + ' ' + norm.object + ' ' + norm.trigger + ' ' + norm.deadline;
    for (const auto* names : {&norm.bearers, &norm.recipients}) {
      for (const std::string& name : *names) own += ' ' + name;
    }
    std::set<std::string> seen;
    double score = 0;
    for (const std::string& word : words_of(own)) {
      const auto wanted = wish.words.find(word);
      if (wanted != wish.words.end() && seen.insert(word).second)
        score += wanted->second * rarity(word);
    }
    // 次に掲げる事務をつかさどる: the items say what.
    if (norm.object.find("次に掲げる") != std::string::npos ||
        norm.object.find("次の各号") != std::string::npos) {
      for (const std::string& word : words_of(unit_text)) {
        const auto wanted = wish.words.find(word);
        if (wanted != wish.words.end() && seen.insert(word).second)
          score += kItemShare * wanted->second * rarity(word);
      }
    }
    // A long sentence holds many words by chance.
    score /= 1 + static_cast<double>(own.size()) / 1500;
    if (const auto act = wish.acts.find(norm.act); act != wish.acts.end()) {
      score += kActWeight * act->second;
    } else if (norm.act == "する" || norm.act == "行う") {  // 報告をする
      for (const auto& [asked, weight] : wish.acts) {
        const std::string noun = asked.substr(0, asked.find("する"));
        if (noun.size() < asked.size() && norm.object.ends_with(noun)) score += kActWeight * weight;
      }
    }
    double who = norm.bearers.empty() ? kNobodyWeight : 0;
    for (const std::string& name : norm.bearers) {
      const bool topic = std::any_of(wish.topics.begin(), wish.topics.end(),
                                     [&](const auto& t) { return fit_of_name(t, name) > 0; });
      if (topic)
        who = kTopicWeight;
      else if (text.find(without_pointer(name)) != std::string::npos)
        who = std::max(who, kBearerWeight);
    }
    score += who;
    if (wish.modalities.contains(norm.modality))
      score += norm.modality == Modality::shall_be ? 0.7 * kModalityWeight : kModalityWeight;
    return score;
  }

  // How much of the law's name the question has, 0 … 1.
  double names_law(const Wish& wish, const citations::LawEntry& law) {
    const auto [row, fresh] = named_.try_emplace(law.id);
    if (!fresh) return row->second;
    double all = 0, asked = 0;
    for (const std::string& word : words_of(law.title)) {
      const auto wanted = wish.words.find(word);
      all += rarity(word);
      if (wanted != wish.words.end()) asked += rarity(word);
    }
    // A word or two in a long name is chance.
    const double part = all == 0 ? 0 : asked / all;
    return row->second = part * part;
  }

  bool is_sanctioned(const citations::LawEntry& law, const NormRecord& norm) {
    const auto [row, fresh] = penalties_.try_emplace(&law);
    if (fresh) row->second = kb.penalties(law);
    const auto address = corpus::parse_address(norm.address);
    return address && !norms::penalties_of(row->second, *address).empty();
  }

  struct Unit {
    std::string address;
    const citations::LawEntry* law = nullptr;
    std::string caption;
    double weight = 0;  // of 1
    std::string text;   // of all its provisions
  };

  // The text of the day; of one to come, what the text of the day does not have. It is marked.
  bool is_of_day(const citations::LawEntry& entry, const citations::Revisions& revisions,
                 const std::string& address, const std::string& date) {
    const citations::LawEntry& of_day = revisions.on(date);
    if (&of_day == &entry) return true;
    if (entry.revision <= date) return false;
    const auto& known = norms_of(of_day);
    return std::none_of(known.begin(), known.end(), [&](const NormRecord& n) {
      return n.address == address || n.address.starts_with(address + '/');
    });
  }

  std::vector<Unit> units_of(const Query& query, Xapian::doccount most, const std::string& date,
                             std::size_t& estimate) {
    Xapian::Enquire enquire(database);
    enquire.set_query(query);
    const auto matches = enquire.get_mset(0, most);
    estimate = matches.get_matches_estimated();
    std::vector<Unit> out;
    for (auto match = matches.begin(); match != matches.end(); ++match) {
      const auto json = nlohmann::json::parse(match.get_document().get_data());
      const std::string law_id = json.at("law_id");
      const auto* revisions = kb.revisions_of(law_id);
      if (revisions == nullptr) continue;
      const std::string revision = json.at("revision");
      const auto entry = std::find_if(kb.laws().begin(), kb.laws().end(), [&](const auto& law) {
        return law.id == law_id && law.revision == revision;
      });
      if (entry == kb.laws().end()) continue;
      if (!is_of_day(*entry, *revisions, json.at("address"), date)) continue;
      out.push_back({json.at("address"), &*entry, json.at("caption"),
                     match.get_weight() / std::max(1e-9, matches.get_max_attained()),
                     json.at("text")});
    }
    return out;
  }

  void add_texts(std::vector<NormHit>& hits, const std::string& date) const {
    NormLinker linker(kb, date.empty() ? citations::today() : date);
    for (NormHit& hit : hits) {
      hit.text = linker.sentence(*hit.law, hit.norm);
      hit.links = linker.links(*hit.law, hit.norm);
    }
  }

  // Passages of strategies and commentaries that say somebody must do something.
  std::vector<Hit> commentary(const WhoOptions& options) const {
    std::vector<Hit> out;
    for (const char* kind : {"strategy", "commentary"}) {
      for (Hit& hit :
           searcher.search(options.text, {.kind = kind, .date = options.date, .limit = 5}).hits) {
        const bool duty = std::any_of(
            std::begin(kDutyWords), std::end(kDutyWords),
            [&](std::string_view w) { return hit.snippet.find(w) != std::string::npos; });
        if (duty && out.size() < 3) out.push_back(std::move(hit));
      }
    }
    return out;
  }
  static constexpr std::string_view kDutyWords[] = {
      "なければならない", "必要がある", "義務", "求められる", "ものとする", "努める", "すること"};
};

NormFinder::NormFinder(const indexer::KnowledgeBase& kb) {
  try {
    index_ = std::make_unique<Index>(kb);
  } catch (const Xapian::Error& e) {
    throw corpus::Error("検索データベースを開けません（" + e.get_msg() + "）", kb.folder().string(),
                        "jobun index で作り直してください");
  }
}

NormFinder::~NormFinder() = default;
NormFinder::NormFinder(NormFinder&&) noexcept = default;

WhoResult NormFinder::find(const WhoOptions& options) const {
  Index& index = *index_;
  WhoResult result;
  try {
    const Wish wish = index.wish_of(options.text);
    const bool asks = !wish.words.empty();
    index.named_.clear();
    if (!options.text.empty() && !asks) {
      throw corpus::Error("探せる語がありません", options.text, "名詞や動詞を含めてください");
    }
    const Query filter = index.filter_of(options);
    const Query query = asks ? Query(Query::OP_FILTER, index.question_of(wish), filter)
                             : Query(Query::OP_SCALE_WEIGHT, filter, 0.0);
    std::size_t estimate = 0;
    const auto units =
        index.units_of(query, asks ? kMostUnits : kMostListed,
                       options.date.empty() ? citations::today() : options.date, estimate);
    result.more = estimate > units.size();
    double rare = 0;
    for (const auto& [word, share] : wish.words) rare += share * index.rarity(word);
    for (const auto& unit : units) {
      const std::string below = unit.address + '/';
      for (const NormRecord& norm : index.norms_of(*unit.law)) {
        if (norm.address != unit.address && !norm.address.starts_with(below)) continue;
        if (!index.fits(options, norm)) continue;
        NormHit hit{.norm = norm, .law = unit.law, .caption = unit.caption, .text = {}};
        if (asks) {
          hit.score = index.weigh(wish, options.text, norm, unit.text) +
                      kUnitShare * rare * unit.weight +
                      kLawWeight * index.names_law(wish, *unit.law);
          if (wish.asks_penalty && index.is_sanctioned(*unit.law, norm))
            hit.score += kPenaltyWeight;
        } else {
          for (const std::string& name : norm.bearers)
            hit.score = std::max(hit.score, double{} + fit_of_name(options.bearer, name));
          if (!is_main_text(norm.address)) hit.score -= 0.5;
        }
        result.hits.push_back(std::move(hit));
      }
    }
    std::stable_sort(result.hits.begin(), result.hits.end(),
                     [](const NormHit& a, const NormHit& b) { return a.score > b.score; });
    result.total = result.hits.size();
    if (result.hits.size() > options.limit) result.hits.resize(options.limit);
    index.add_texts(result.hits, options.date);
    result.notes = wish.notes;
    if (asks && options.law_id.empty()) result.commentary = index.commentary(options);
  } catch (const Xapian::Error& e) {
    throw corpus::Error("検索できません（" + e.get_msg() + "）", index.kb.folder().string(),
                        "jobun index で作り直してください");
  }
  return result;
}

}  // namespace query
