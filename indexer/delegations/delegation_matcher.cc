// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/delegations/delegation_matcher.h"

#include <algorithm>
#include <utility>

#include "corpus/text_scan.h"
#include "indexer/delegations/delegation_pattern.h"

namespace delegations {
namespace {

using corpus::Span;
using Occurrences = std::vector<InstrumentSpan>;

constexpr std::size_t kLetter = 3;  // bytes of a kanji or kana in UTF-8
constexpr std::size_t kLongestThing = 40 * kLetter;

template <typename Rule>
struct Compiled {
  const Rule* rule;
  std::vector<PatternNode> nodes;
};

template <typename Rule>
std::vector<Compiled<Rule>> compile_all(std::span<const Rule> rules) {
  std::vector<Compiled<Rule>> out;
  for (const Rule& rule : rules) out.push_back({&rule, compile(rule.pattern)});
  return out;
}

const std::vector<Compiled<DelegationRule>>& compiled_delegations() {
  static const auto kTable = compile_all(delegation_rules());
  return kTable;
}

const std::vector<Compiled<ExerciseRule>>& compiled_exercises() {
  static const auto kTable = compile_all(exercise_rules());
  return kTable;
}

// 手数料（…） -> 手数料
std::string_view without_bracket_behind(std::string_view text) {
  if (!text.ends_with("）")) return text;
  int depth = 0;
  for (std::size_t end = text.size(); end >= kLetter; --end) {
    const std::string_view letter = text.substr(end - kLetter, kLetter);
    depth += letter == "）" ? 1 : letter == "（" ? -1 : 0;
    if (depth == 0 && letter == "（") return text.substr(0, end - kLetter);
  }
  return text;
}

// The noun a text ends with, with what belongs to it: 「…に関し必要な事項」 -> 必要な事項.
std::string_view noun_tail(std::string_view text) {
  text = without_bracket_behind(text);
  std::size_t begin = text.size();
  while (begin > 0 && text.size() - begin < kLongestThing) {
    std::size_t at = begin;
    do --at;
    while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80);
    const char32_t c = corpus::letter_at(text, at);
    if (stops_gap(c)) break;
    constexpr std::u32string_view kParticles = U"はがをにへとでヲニ";
    if (!joins_nouns(text, at) && kParticles.find(c) != std::u32string_view::npos) break;
    const bool joins_verb = (c == U'い' || c == U'し' || c == U'り' || c == U'き') &&
                            corpus::is_kanji(corpus::letter_before(text, at)) &&
                            corpus::is_kanji(corpus::letter_at(text, begin));
    if (joins_verb && begin < text.size()) break;
    begin = at;
  }
  text.remove_prefix(begin);
  for (const std::string_view word : {"おける", "係る", "関する", "対する", "よる", "ついての"}) {
    if (text.starts_with(word)) text.remove_prefix(word.size());  // 水門に係る手数料
  }
  return text;
}

// 「手数料の額は、政令で定める。」 -> 手数料の額
std::string_view subject_before(std::string_view text, std::size_t at) {
  std::string_view before = text.substr(0, at);
  const auto particle = corpus::ends_with_any(
      before, {"については、", "は、", "は", "を、", "を", "が、", "ハ", "ヲ", "も、"});
  if (!particle) return {};
  before.remove_suffix(particle->size());
  return noun_tail(before);
}

std::string thing_of(const DelegationRule& rule, std::string_view text, const Found& found) {
  if (rule.meaning == DelegationMeaning::general) return {};
  if (!found.thing.empty()) return std::string(found.thing.of(text));
  if (!found.gap.empty()) return std::string(noun_tail(found.gap.of(text)));
  if (rule.meaning == DelegationMeaning::manner) {
    const std::string_view words = text.substr(0, found.end);
    for (const std::string_view head : {"ところ", "トコロ", "所ニ", "方法", "手続"}) {
      const std::size_t at = words.rfind(head);
      if (at != std::string_view::npos && words.size() - at < 30)
        return std::string(words.substr(at));
    }
  }
  if (text.substr(0, found.end).ends_with("別段の定め")) return "別段の定め";
  return std::string(subject_before(text, found.instrument->span.begin));
}

// 。 and ものとする belong to the sentence, not to the words that delegate.
std::size_t end_of_words(const DelegationRule& rule, std::string_view text, const Found& found) {
  if (rule.meaning != DelegationMeaning::matter) return found.end;
  const std::string_view words = text.substr(0, found.end);
  for (const std::string_view tail : {"。", "ものとする", "ことができる", "こととする", "」"}) {
    if (words.ends_with(tail)) return found.end - tail.size();
  }
  return found.end;
}

}  // namespace

std::optional<DelegationMatch> match_row(const DelegationRule& rule, std::string_view text,
                                         const InstrumentSpan& instrument,
                                         const std::vector<InstrumentSpan>& all) {
  for (const auto& row : compiled_delegations()) {
    if (row.rule != &rule) continue;
    const auto found = match_pattern(row.nodes, text, instrument.span.begin, all);
    if (!found) return std::nullopt;
    return DelegationMatch{&rule,
                           instrument,
                           {instrument.span.begin, end_of_words(rule, text, *found)},
                           thing_of(rule, text, *found)};
  }
  return std::nullopt;
}

std::vector<DelegationMatch> match_delegations(std::string_view text, const Occurrences& all) {
  std::vector<DelegationMatch> out;
  for (std::size_t k = 0; k < all.size(); ++k) {
    const Compiled<DelegationRule>* best = nullptr;
    std::optional<Found> found;
    for (const auto& row : compiled_delegations()) {
      const auto here = match_pattern(row.nodes, text, all[k].span.begin, all);
      if (here && (!found || here->end > found->end)) {
        best = &row;
        found = here;
      }
    }
    if (!found) continue;
    const DelegationRule& rule = *best->rule;
    const std::size_t end = end_of_words(rule, text, *found);
    // 「政令又は条例で定める」 leaves it to both.
    std::vector<std::size_t> members = {k};
    for (std::size_t m = k; m > 0 && rule.meaning != DelegationMeaning::general; --m) {
      const auto join = corpus::ends_with_any(text.substr(0, all[m].span.begin),
                                              {"又は", "及び", "若しくは", "並びに", "、"});
      if (!join || all[m - 1].end + join->size() != all[m].span.begin) break;
      members.insert(members.begin(), m - 1);
    }
    found->instrument = all[members.front()];  // its subject stands before the first of them
    const std::string thing = thing_of(rule, text, *found);
    for (const std::size_t m : members)
      out.push_back({&rule, all[m], {all[m].span.begin, end}, thing});
  }
  return out;
}

std::optional<ExerciseMatch> match_row(const ExerciseRule& rule, std::string_view text,
                                       std::size_t at, const Occurrences& all) {
  for (const auto& row : compiled_exercises()) {
    if (row.rule != &rule) continue;
    const auto found = match_pattern(row.nodes, text, at, all);
    if (!found) return std::nullopt;
    ExerciseMatch out{&rule, found->instrument, {}, found->end};
    if (!found->thing.empty()) {
      out.thing = found->thing.of(text);
    } else if (rule.kind == ExerciseKind::procedure) {
      out.thing = found->gap.of(text);
    } else if (rule.kind == ExerciseKind::direct) {
      const bool behind = out.instrument && found->gap.begin >= out.instrument->end;
      out.thing = behind && !found->gap.empty() ? std::string(found->gap.of(text))
                  : out.instrument              ? "ところにより"
                                                : "";
    }
    return out;
  }
  return std::nullopt;
}

std::optional<ExerciseMatch> match_exercise(std::string_view text, std::size_t at, bool at_head,
                                            const Occurrences& all) {
  std::optional<ExerciseMatch> best;
  for (const ExerciseRule& rule : exercise_rules()) {
    const bool asked = rule.kind == ExerciseKind::direct || rule.kind == ExerciseKind::procedure;
    if (!asked || (rule.at_head && !at_head)) continue;
    if (best && best->rule->kind == ExerciseKind::direct && rule.kind != ExerciseKind::direct)
      continue;  // an instrument that is named says more
    auto found = match_row(rule, text, at, all);
    if (found && !best) best = std::move(found);
  }
  return best;
}

std::vector<IssuerMatch> match_issuers(std::string_view text) {
  constexpr std::size_t kFar = 300 * kLetter;
  std::vector<IssuerMatch> out;
  for (const IssuerRule& rule : issuer_rules()) {
    const std::string words = std::string(rule.subject) + std::string(rule.before);
    for (std::size_t at = text.find(words); at != std::string_view::npos;
         at = text.find(words, at + 1)) {
      const std::size_t begin = at + words.size();
      const std::string_view rest = text.substr(begin, kFar);
      const std::size_t stop = std::min(rest.find("。"), rest.size());
      const auto ending = [&]() -> std::optional<std::size_t> {
        for (const std::string_view tail : rule.endings) {
          if (rest.substr(0, stop).ends_with(tail)) return stop - tail.size();
        }
        return std::nullopt;
      }();
      if (!ending || *ending == 0) continue;
      const std::string_view issuer = rest.substr(0, *ending);
      if (issuer.find("大臣") == std::string_view::npos &&
          issuer.find("委員会") == std::string_view::npos &&
          issuer.find("に定める") == std::string_view::npos &&
          issuer.find("長官") == std::string_view::npos) {
        continue;  // 「主務大臣は、…を公表するものとする」 names nobody
      }
      if (corpus::starts_with_any(rest, {"前項", "第"}) || issuer.ends_with("もの")) continue;
      out.push_back({&rule, {at, at + rule.subject.size()}, std::string(issuer)});
    }
  }
  return out;
}

}  // namespace delegations
