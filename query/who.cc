// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/who.h"

#include <xapian.h>

#include <algorithm>
#include <utility>

#include "corpus/error.h"
#include "query/asked_units.h"
#include "query/open_index.h"
#include "query/penalty_answers.h"

namespace query {
namespace {

using norms::NormRecord;

// Units whose norms are weighed; a question is answered by the best few.
constexpr std::size_t kMostUnits = 120;
constexpr std::size_t kMostPunishing = 30;
// Units whose norms are listed when only a name, a law or a modality is given.
constexpr std::size_t kMostListed = 3000;
// Norms looked at closely.
constexpr std::size_t kMostClosely = 50;

bool is_main_text(std::string_view address) {
  return address.find("/sup") == std::string_view::npos;
}

void sort_by_score(std::vector<NormHit>& hits) {
  std::stable_sort(hits.begin(), hits.end(),
                   [](const NormHit& a, const NormHit& b) { return a.score > b.score; });
}

bool fits(const WhoOptions& options, const NormRecord& norm) {
  const auto any_fits = [](const std::string& asked, const std::vector<std::string>& names) {
    return asked.empty() || std::any_of(names.begin(), names.end(), [&](const std::string& n) {
             return fit_of_name(asked, n) > 0;
           });
  };
  if (options.modality && norm.modality != *options.modality) return false;
  return any_fits(options.bearer, norm.bearers) && any_fits(options.recipient, norm.recipients);
}

// Of a list: whose name fits best, the main text before 附則.
double list_weight(const WhoOptions& options, const NormRecord& norm) {
  double out = 0;
  for (const std::string& name : norm.bearers)
    out = std::max(out, double{} + fit_of_name(options.bearer, name));
  return is_main_text(norm.address) ? out : out - 0.5;
}

// Passages of strategies and commentaries that say somebody must do something.
constexpr std::string_view kDutyWords[] = {
    "なければならない", "必要がある", "義務", "求められる", "ものとする", "努める", "すること"};

std::vector<Hit> commentary(const Searcher& searcher, const WhoOptions& options) {
  std::vector<Hit> out;
  for (const char* kind : {"strategy", "commentary"}) {
    for (Hit& hit :
         searcher.search(options.text, {.kind = kind, .date = options.date, .limit = 5}).hits) {
      const bool duty =
          std::any_of(std::begin(kDutyWords), std::end(kDutyWords),
                      [&](std::string_view w) { return hit.snippet.find(w) != std::string::npos; });
      if (duty && out.size() < 3) out.push_back(std::move(hit));
    }
  }
  return out;
}

// A hit and the unit it was found in.
struct Candidate {
  NormHit hit;
  const AskedUnit* unit = nullptr;
};

}  // namespace

struct NormFinder::Index {
  explicit Index(const indexer::KnowledgeBase& kb)
      : searcher(kb), open(searcher.index()), questions(kb, open.analyzer) {}

  Searcher searcher;
  OpenIndex& open;
  QuestionReader questions;
  std::map<const citations::LawEntry*, std::vector<NormRecord>> tables;

  const std::vector<NormRecord>& norms_of(const citations::LawEntry& entry) {
    const auto [row, fresh] = tables.try_emplace(&entry);
    if (fresh) row->second = open.kb.norms(entry);
    return row->second;
  }

  std::vector<Candidate> candidates(const WhoOptions& options,
                                    const std::vector<AskedUnit>& units) {
    std::vector<Candidate> out;
    for (const AskedUnit& unit : units) {
      const std::string below = unit.address + '/';
      for (const NormRecord& norm : norms_of(*unit.law)) {
        if (norm.address != unit.address && !norm.address.starts_with(below)) continue;
        if (!fits(options, norm)) continue;
        out.push_back({NormHit{.norm = norm,
                               .law = unit.law,
                               .caption = unit.caption,
                               .text = {},
                               .links = {},
                               .score = 0,
                               .reason = {},
                               .penalty = {}},
                       &unit});
      }
    }
    return out;
  }

  void weigh(std::vector<Candidate>& all, NormRanker& ranker, NormLinker& linker) {
    const auto set = [](NormHit& hit, NormWeight weight) {
      hit.score = weight.score;
      hit.reason = std::move(weight.reason);
    };
    for (Candidate& c : all) set(c.hit, ranker.weigh(*c.unit, c.hit.norm));
    std::stable_sort(all.begin(), all.end(), [](const Candidate& a, const Candidate& b) {
      return a.hit.score > b.hit.score;
    });
    for (std::size_t i = 0; i < all.size() && i < kMostClosely; ++i) {
      NormHit& hit = all[i].hit;
      set(hit, ranker.weigh_closely(*all[i].unit, hit.norm, linker.sentence(*hit.law, hit.norm)));
    }
  }

  void answer(WhoResult& result, const WhoOptions& options, const Question& question) {
    const UnitFilter filter{
        .law_id = options.law_id,
        .kind = {},
        .bearer = options.bearer,
        .recipient = options.recipient,
        .modality = options.modality ? std::string(to_string(*options.modality)) : "any",
        .date = options.date,
        .coming = true};
    const bool asks = !question.words.empty();
    const AskedUnits units = find_units(open, question, filter, asks ? kMostUnits : kMostListed);
    result.more = units.more;
    auto found = candidates(options, units.units);
    NormLinker linker(open.kb, options.date);
    NormRanker ranker(open, question, options.date);
    if (asks) {
      weigh(found, ranker, linker);
    } else {
      for (Candidate& c : found) c.hit.score = list_weight(options, c.hit.norm);
    }
    for (Candidate& c : found) result.hits.push_back(std::move(c.hit));
    sort_by_score(result.hits);
    if (question.is(QuestionKind::penalty) && !options.modality) {
      const auto punishing = find_punishing_units(open, question, filter, kMostPunishing);
      for (NormHit& hit : penalty_answers(open, ranker, result.hits, punishing))
        result.hits.push_back(std::move(hit));
      sort_by_score(result.hits);
    }
    result.total = result.hits.size();
    if (result.hits.size() > options.limit) result.hits.resize(options.limit);
    for (NormHit& hit : result.hits) {
      if (hit.penalty) continue;
      hit.text = linker.sentence(*hit.law, hit.norm);
      hit.links = linker.links(*hit.law, hit.norm);
    }
  }
};

NormFinder::NormFinder(const indexer::KnowledgeBase& kb) : index_(std::make_unique<Index>(kb)) {}
NormFinder::~NormFinder() = default;
NormFinder::NormFinder(NormFinder&&) noexcept = default;

WhoResult NormFinder::find(const WhoOptions& asked) const {
  WhoOptions options = asked;
  if (options.date.empty()) options.date = citations::today();
  WhoResult result;
  try {
    const Question question =
        options.text.empty() ? Question{} : index_->questions.read(options.text);
    if (!options.text.empty() && question.words.empty()) {
      throw corpus::Error("探せる語がありません", options.text, "名詞や動詞を含めてください");
    }
    index_->answer(result, options, question);
    result.notes = question.notes;
    if (!options.text.empty() && options.law_id.empty())
      result.commentary = commentary(index_->searcher, options);
  } catch (const Xapian::Error& e) {
    throw corpus::Error("検索できません（" + e.get_msg() + "）", index_->open.kb.folder().string(),
                        "jobun index で作り直してください");
  }
  return result;
}

}  // namespace query
