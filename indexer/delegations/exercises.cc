// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <optional>
#include <utility>

#include "corpus/text_scan.h"
#include "indexer/delegations/delegation_matcher.h"
#include "indexer/delegations/finders.h"

namespace delegations {
namespace {

using corpus::Provision;
using corpus::Span;

class ExerciseFinder {
 public:
  explicit ExerciseFinder(const LawReading& reading)
      : r_(reading), rank_(rank_of(reading.law().id)) {}

  std::vector<Exercise> run() {
    const auto& provisions = r_.law().provisions;
    for (std::uint32_t i = 0; i < provisions.size() && rank_ <= 2; ++i) {
      if (provisions[i].text.empty() || provisions[i].segment.kind == corpus::SegmentKind::contents)
        continue;
      find(i, find_instruments(provisions[i].text));
    }
    return std::move(out_);
  }

 private:
  void find(std::uint32_t i, const std::vector<InstrumentSpan>& instruments) {
    if (rank_ > 2) return;
    const auto [from, to] = r_.references_in(i);
    const Provision& p = r_.law().provisions[i];
    if (p.segment.kind == corpus::SegmentKind::enactment) return find_enactment(i);
    const bool of_authority = find_authority(i, instruments);
    for (std::uint32_t k = from; k < to; ++k) {
      if (is_superior(r_.reference(k))) find_direct(i, k, of_authority, instruments);
    }
  }

  bool is_superior(const citations::Reference& r) const {
    return !r.law.empty() && r.law != r_.law().id && !r.law.starts_with("unknown:") &&
           rank_of(r.law) > rank_ && !r.targets.empty() && !r.targets[0].first.is_law();
  }

  static bool is_join(std::string_view text) {
    return text == "及び" || text == "又は" || text == "並びに" || text == "若しくは" ||
           text == "、" || text == "、及び" || text == "、又は" || text == "から";
  }

  static bool is_application(std::string_view text) {
    return corpus::starts_with_any(text, {"において準用する", "において読み替えて準用する",
                                          "の規定により準用する", "の規定により読み替えて適用する"})
               .has_value() &&
           text.size() < 60;
  }

  struct CitationList {
    std::size_t begin = 0;
    std::vector<std::uint32_t> members;  // references
    bool applied = false;
  };

  // The list that ends with reference `k`: 「法第三条第一項及び第二項」. What another provision is
  // applied by (「法第九条において準用する法第三条」) begins the words, but what counts is 第三条.
  CitationList list_before(std::uint32_t i, std::uint32_t k) const {
    const std::string_view text = r_.law().provisions[i].text;
    CitationList out{0, {k}, false};
    std::size_t begin = r_.reference(k).span.begin;
    for (std::uint32_t j = k; j > r_.references_in(i).first;) {
      --j;
      const citations::Reference& r = r_.reference(j);
      if (r.span.end > begin) continue;
      const std::size_t end = skip_bracket(text, r.span.end);
      if (end > begin) continue;  // inside a bracket of the list
      const std::string_view between = text.substr(end, begin - end);
      if (is_join(between)) {
        out.members.insert(out.members.begin(), j);
        begin = r.span.begin;
      } else if (is_application(between)) {
        begin = r.span.begin;
        out.applied = true;
        break;
      } else if (between.find("）") == std::string_view::npos) {
        break;
      }
    }
    out.begin = begin;
    return out;
  }

  // Does the sentence begin there, or with no more than who acts: 「水路大臣は、法第三条の…」?
  static bool is_head(const Provision& p, std::size_t at) {
    constexpr std::size_t kLongestActor = 90;  // bytes
    const std::size_t sentence = sentence_begin(p, at);
    const std::string_view before = std::string_view(p.text).substr(sentence, at - sentence);
    // 「土地の所有者が行う法第三条の規定による届出は」
    if (corpus::ends_with_any(before, {"が行う", "がする", "が行なう"}) &&
        before.find("は、") == std::string_view::npos && before.find("（") != 0)
      return true;
    if (before.empty()) return true;
    constexpr std::string_view kActs = "は、";
    return before.size() <= kLongestActor && before.find("、") == before.size() - 3 &&
           before.ends_with(kActs);
  }

  // A citation between the first one and the instrument is the one that counts:
  // 「法第九条において準用 する法第三条の政令で定める…」.
  bool cites_more(std::uint32_t i, std::uint32_t k, std::size_t begin, std::size_t end) const {
    const std::string_view text = r_.law().provisions[i].text;
    std::size_t at = begin;
    for (std::uint32_t r = k + 1;
         r < r_.references_in(i).second && r_.reference(r).span.begin < end; ++r) {
      const std::size_t place = r_.reference(r).span.begin;
      if (place < begin) continue;
      for (; at < place;) {
        const std::size_t behind = skip_bracket(text, at);
        if (behind > at)
          at = behind;
        else
          corpus::next_code_point(text, at);
      }
      if (at == place) return true;
    }
    return false;
  }

  void find_direct(std::uint32_t i, std::uint32_t k, bool of_authority,
                   const std::vector<InstrumentSpan>& instruments) {
    const Provision& p = r_.law().provisions[i];
    const std::string_view text = p.text;
    const CitationList list = list_before(i, k);
    const std::size_t begin = list.begin;
    const std::size_t at = skip_bracket(text, r_.reference(k).span.end);
    const auto match = match_exercise(text, at, is_head(p, begin), instruments);
    if (!match) return;
    if (match->instrument && !may_fill(match->instrument->rule->kind)) return;
    if (match->rule->kind == ExerciseKind::procedure && of_authority) return;
    if (cites_more(i, k, at, match->instrument ? match->instrument->span.begin : at)) return;
    Exercise e;
    e.from = to_string(r_.law().address(i));
    e.span = corpus::to_code_points(text, {begin, match->end});
    e.text = text.substr(begin, match->end - begin);
    e.kind = match->rule->kind;
    e.applied = list.applied;
    if (match->instrument) {
      e.instrument = match->instrument->span.of(text);
      e.before = clip_front(text.substr(at, match->instrument->span.begin - at), kContext / 5);
    }
    e.thing = match->thing;
    e.rule = match->rule->name;
    if (e.kind == ExerciseKind::procedure)
      e.sentence = clip_to_letters(sentence_rest(text, begin), kContext);
    for (const std::uint32_t r : list.members) {
      for (const corpus::AddressRange& target : r_.reference(r).targets)
        e.targets.push_back(to_string(target));
    }
    out_.push_back(std::move(e));
  }

  // A Cabinet order speaks for itself of 政令 alone, the orders below it of all else:
  // 「法第三条の政令で 定める者は、届出書を」 in a ministry's order fills nothing.
  bool may_fill(Instrument kind) const {
    const bool lower = kind != Instrument::cabinet_order;
    return rank_ == 0 || kind == Instrument::order || lower == (rank_ < 2);
  }

  // 「法第三条…による大臣の権限は、…局長に委任する。」 A later paragraph of the same article that
  // cites nothing goes on with the same powers (by a name the first one gave them).
  bool find_authority(std::uint32_t i, const std::vector<InstrumentSpan>& instruments) {
    const Provision& p = r_.law().provisions[i];
    const ExerciseRule* rule = nullptr;
    for (std::size_t at = p.text.find("権限"); at != std::string::npos && rule == nullptr;
         at = p.text.find("権限", at + 1)) {
      for (const ExerciseRule& row : exercise_rules()) {
        if (row.kind == ExerciseKind::authority && match_row(row, p.text, at, instruments))
          rule = &row;
      }
    }
    if (rule == nullptr) return false;
    Exercise e;
    e.from = to_string(r_.law().address(i));
    e.kind = ExerciseKind::authority;
    e.rule = rule->name;
    e.text = clip_to_letters(sentence_rest(p.text, 0), kContext / 3);
    e.span = {0, corpus::count_code_points(e.text)};
    const auto [from, to] = r_.references_in(i);
    for (std::uint32_t r = from; r < to; ++r) {
      if (!is_superior(r_.reference(r))) continue;
      for (const corpus::AddressRange& target : r_.reference(r).targets)
        e.targets.push_back(to_string(target));
    }
    const auto article = r_.law().ancestor(i, corpus::SegmentKind::article);
    if (e.targets.empty()) {
      if (!article || article != authority_article_) return true;
      e.targets = authority_targets_;
    } else {
      authority_article_ = article;
      authority_targets_ = e.targets;
    }
    out_.push_back(std::move(e));
    return true;
  }

  void find_enactment(std::uint32_t i) {
    const std::string_view text = r_.law().provisions[i].text;
    if (text.find("基づき") == std::string_view::npos &&
        text.find("基づく") == std::string_view::npos &&
        text.find("により") == std::string_view::npos &&
        text.find("基き") == std::string_view::npos) {
      return;
    }
    Exercise e;
    e.from = to_string(r_.law().address(i));
    e.kind = ExerciseKind::enactment;
    e.rule = "制定文";
    e.text = clip_to_letters(text, kContext / 3);
    e.span = {0, corpus::count_code_points(e.text)};
    const auto [from, to] = r_.references_in(i);
    for (std::uint32_t r = from; r < to; ++r) {
      if (!is_superior(r_.reference(r))) continue;
      for (const corpus::AddressRange& target : r_.reference(r).targets)
        e.targets.push_back(to_string(target));
    }
    if (!e.targets.empty()) out_.push_back(std::move(e));
  }

  const LawReading& r_;
  int rank_;
  std::optional<std::size_t> authority_article_;
  std::vector<std::string> authority_targets_;
  std::vector<Exercise> out_;
};

}  // namespace

std::vector<Exercise> find_exercises(const LawReading& reading) {
  return ExerciseFinder(reading).run();
}

}  // namespace delegations
