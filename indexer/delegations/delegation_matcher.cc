// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/delegations/delegation_matcher.h"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "corpus/error.h"
#include "corpus/issuers.h"
#include "corpus/text_scan.h"

namespace delegations {
namespace {

using corpus::Span;
using Occurrences = std::vector<InstrumentSpan>;

constexpr std::size_t kLetter = 3;  // bytes of a kanji or kana in UTF-8
constexpr std::size_t kLongestThing = 40 * kLetter;
constexpr std::size_t kLongestGap = 40 * kLetter;
constexpr std::size_t kLongestClause = 200 * kLetter;
constexpr std::size_t kLongestName = 40 * kLetter;
constexpr std::size_t kLongestBracket = 6000 * kLetter;  // a hostile text costs no more than this

// --- patterns --------------------------------------------------------------------------------

struct Node {
  const DelegationPiece* piece = nullptr;  // null: `letters`
  std::string_view letters;
  bool optional = false;
};

std::vector<Node> compile(std::string_view pattern) {
  std::vector<Node> out;
  while (!pattern.empty()) {
    Node node;
    if (pattern.front() == '{') {
      const std::size_t close = pattern.find('}');
      const std::string_view name = pattern.substr(1, close - 1);
      for (const DelegationPiece& piece : delegation_pieces()) {
        if (piece.name == name) node.piece = &piece;
      }
      if (node.piece == nullptr) throw corpus::Error("知らない部品です", std::string(name), "");
      pattern.remove_prefix(close + 1);
      if (pattern.starts_with('?')) {
        node.optional = true;
        pattern.remove_prefix(1);
      }
    } else {
      node.letters = pattern.substr(0, std::min(pattern.find('{'), pattern.size()));
      pattern.remove_prefix(node.letters.size());
    }
    out.push_back(node);
  }
  return out;
}

template <typename Rule>
struct Compiled {
  const Rule* rule;
  std::vector<Node> nodes;
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

bool stops_gap(char32_t c) {
  constexpr std::u32string_view kStops = U"、。「」『』（）\t\n　";
  return c == 0 || kStops.find(c) != std::u32string_view::npos;
}

// Words that end a thing although no particle does.
bool begins_tail(std::string_view rest) {
  return corpus::starts_with_any(rest, {"以外", "以上", "以下", "以内", "未満", "ごと", "その他",
                                        "から", "まで", "より", "であ", "として"})
      .has_value();
}

// The は of 又は and the に of 並びに.
bool joins_nouns(std::string_view text, std::size_t at) {
  const char32_t c = corpus::letter_at(text, at);
  const std::string_view before = text.substr(0, at);
  return (c == U'は' && corpus::ends_with_any(before, {"又", "若しく"})) ||
         (c == U'に' && before.ends_with("並び"));
}

// Is the letter at `at` a particle that ends the thing before it?
bool is_particle(std::string_view text, std::size_t begin, std::size_t at) {
  const std::string_view rest = text.substr(at);
  const char32_t c = corpus::letter_at(text, at);
  constexpr std::u32string_view kAlways = U"はがにへヲ";
  const std::string_view before = text.substr(0, at);
  if (joins_nouns(text, at)) return false;
  if (kAlways.find(c) != std::u32string_view::npos) return true;
  if (c == U'の') {  // what is left to the order is もの, not what else is said of it
    const std::string_view thing = text.substr(begin, at - begin);
    return thing == "者" || thing.ends_with("もの");
  }
  if (corpus::starts_with_any(rest, {"又は", "若しくは", "及び"}) &&
      (before.substr(begin) == "者" || before.ends_with("もの"))) {
    return true;
  }
  if (c == U'を') return !rest.starts_with("を得");
  if (c == U'と') return !corpus::starts_with_any(rest, {"とき", "ところ"});
  if (c == U'も') return !rest.starts_with("もの");
  if (c == U'で') return true;
  // Katakana text: a particle behind a kanji; ニ and ハ also begin words.
  if (c == U'ニ' || c == U'ハ' || c == U'ガ')
    return at > begin && corpus::is_kanji(corpus::letter_before(text, at)) &&
           !corpus::is_katakana(corpus::letter_at(text, at + kLetter));
  return false;
}

std::size_t end_of_thing(std::string_view text, std::size_t begin) {
  std::size_t at = begin;
  while (at < text.size() && at - begin < kLongestThing) {
    if (stops_gap(corpus::letter_at(text, at)) || is_particle(text, begin, at)) break;
    if (at > begin && begins_tail(text.substr(at))) break;
    corpus::next_code_point(text, at);
  }
  return at;
}

// What a pattern found on its way.
struct Found {
  std::optional<InstrumentSpan> instrument;
  Span thing;
  Span gap;  // the first of them
  std::size_t gap_node = SIZE_MAX;
  std::size_t end = 0;
};

class Matching {
 public:
  Matching(std::string_view text, const Occurrences& occurrences)
      : text_(text), occurrences_(occurrences) {}

  std::optional<Found> run(const std::vector<Node>& nodes, std::size_t at) {
    return step(nodes, 0, at, {});
  }

 private:
  std::optional<Found> step(const std::vector<Node>& nodes, std::size_t i, std::size_t at,
                            Found found) {
    if (i == nodes.size()) {
      found.end = at;
      return found;
    }
    const Node& node = nodes[i];
    const std::string_view rest = text_.substr(std::min(at, text_.size()));
    if (node.piece == nullptr) {
      if (!rest.starts_with(node.letters)) return std::nullopt;
      return step(nodes, i + 1, at + node.letters.size(), found);
    }
    switch (node.piece->kind) {
      case DelegationPieceKind::spelling:
        for (const std::string_view spelling : node.piece->spellings) {
          if (!rest.starts_with(spelling)) continue;
          if (auto whole = step(nodes, i + 1, at + spelling.size(), found)) return whole;
        }
        if (node.optional) return step(nodes, i + 1, at, found);
        return std::nullopt;
      case DelegationPieceKind::thing: {
        const std::size_t end = end_of_thing(text_, at);
        if (end == at) return std::nullopt;
        found.thing = {at, end};
        return step(nodes, i + 1, end, found);
      }
      case DelegationPieceKind::bracket:
        return step(nodes, i + 1, skip_bracket(text_, at), found);
      case DelegationPieceKind::gap:
      case DelegationPieceKind::clause:
      case DelegationPieceKind::phrase:
        return gap(nodes, i, at, found);
      default: {
        const InstrumentSpan* here = at_instrument(at, node.piece->kind);
        if (here == nullptr) return std::nullopt;
        found.instrument = *here;
        return step(nodes, i + 1, here->end, found);
      }
    }
  }

  // The shortest gap behind which the rest of the pattern reads. It may hold brackets, whose
  // letters do not count.
  std::optional<Found> gap(const std::vector<Node>& nodes, std::size_t i, std::size_t begin,
                           Found found) {
    const DelegationPieceKind kind = nodes[i].piece->kind;
    std::size_t limit = kind == DelegationPieceKind::gap ? kLongestGap : kLongestClause;
    for (std::size_t at = begin; at < text_.size() && at - begin < limit;) {
      if (ends_gap(kind, at)) return std::nullopt;
      const std::size_t behind = skip_bracket(text_, at);
      if (behind > at) {
        limit += behind - at;
        at = behind;
      } else {
        corpus::next_code_point(text_, at);
      }
      if (found.gap_node >= i) {
        found.gap = {begin, at};
        found.gap_node = i;
      }
      if (auto whole = step(nodes, i + 1, at, found)) return whole;
    }
    return std::nullopt;
  }

  bool ends_gap(DelegationPieceKind kind, std::size_t at) const {
    const char32_t c = corpus::letter_at(text_, at);
    const std::string_view rest = text_.substr(at);
    if (kind == DelegationPieceKind::gap)
      return (c != U'（' && stops_gap(c)) || rest.starts_with("定める");
    if (c == U'。' || c == U'「' || c == U'\n') return true;
    return kind == DelegationPieceKind::phrase && rest.starts_with("は、") &&
           !corpus::ends_with_any(text_.substr(0, at), {"又", "若しく"});
  }

  const InstrumentSpan* at_instrument(std::size_t at, DelegationPieceKind kind) const {
    const auto here =
        std::lower_bound(occurrences_.begin(), occurrences_.end(), at,
                         [](const InstrumentSpan& o, std::size_t a) { return o.span.begin < a; });
    if (here == occurrences_.end() || here->span.begin != at) return nullptr;
    const Instrument is = here->rule->kind;
    const bool decides = is == Instrument::decision;
    const bool fits = kind == DelegationPieceKind::decider ? decides
                      : kind == DelegationPieceKind::rule  ? is == Instrument::rule
                                                           : !decides;
    return fits ? &*here : nullptr;
  }

  std::string_view text_;
  const Occurrences& occurrences_;
};

// --- names of instruments --------------------------------------------------------------------

bool is_name_letter(char32_t c) {
  return corpus::is_kanji(c) || corpus::is_katakana(c) || c == U'ー';
}

// Where the name whose ending begins at `at` begins: letters, without what only points at it.
std::size_t body_before(std::string_view text, std::size_t at) {
  std::size_t begin = at;
  while (begin > 0 && at - begin < kLongestName &&
         is_name_letter(corpus::letter_before(text, begin))) {
    begin -= kLetter;
  }
  for (const std::string_view word : {"当該", "毎年", "各"}) {
    if (text.substr(begin, at - begin).starts_with(word)) begin += word.size();
  }
  // 「その他主務大臣の定める」
  if (text.substr(begin, at - begin).starts_with("他") && text.substr(0, begin).ends_with("その"))
    begin += kLetter;
  return begin;
}

// The longest ministry whose name ends at `at`.
std::size_t ministry_before(std::string_view text, std::size_t at) {
  std::size_t best = 0;
  const std::string_view before = text.substr(0, at);
  for (const corpus::Issuer& issuer : corpus::issuers()) {
    if (issuer.ending == "令" && issuer.name.size() > kLetter && before.ends_with(issuer.name))
      best = std::max(best, issuer.name.size());
  }
  return at - best;
}

std::size_t ministries_before(std::string_view text, std::size_t at) {
  std::size_t begin = ministry_before(text, at);
  if (begin == at) return at;
  while (true) {
    const std::string_view before = text.substr(0, begin);
    const auto joint = corpus::ends_with_any(before, {"令・", "・"});
    if (!joint) return begin;
    const std::size_t next = ministry_before(text, begin - joint->size());
    if (next == begin - joint->size()) return begin;
    begin = next;
  }
}

std::size_t bodies_before(std::string_view text, std::size_t at, std::string_view ending) {
  std::size_t begin = body_before(text, at);
  while (true) {
    const auto join =
        corpus::ends_with_any(text.substr(0, begin), {"並びに", "及び", "又は", "、"});
    if (!join) return begin;
    const std::size_t end = begin - join->size();
    if (!text.substr(0, end).ends_with(ending)) return begin;
    begin = body_before(text, end);
  }
}

// この政令, 同政令, 当該政令 is no other than the one spoken of.
bool only_points(std::string_view text, std::size_t begin) {
  return corpus::ends_with_any(text.substr(0, begin), {"この", "当該", "同"}).has_value();
}

// The name of that row which ends at `end`, if it does.
std::optional<Span> read_name(const InstrumentRule& rule, std::string_view text, std::size_t end) {
  if (!text.substr(0, end).ends_with(rule.ending)) return std::nullopt;
  const std::size_t at = end - rule.ending.size();
  std::size_t begin = at;
  if (rule.head == NameHead::ministries) {
    begin = ministries_before(text, at);
    if (begin == at) return std::nullopt;
  } else if (rule.head == NameHead::body) {
    begin = body_before(text, at);
  } else if (rule.head == NameHead::bodies) {
    begin = bodies_before(text, at, rule.ending);
  }
  if (rule.alone && corpus::is_kanji(corpus::letter_before(text, begin))) return std::nullopt;
  if (only_points(text, begin)) return std::nullopt;
  return Span{begin, end};
}

// Rows by the last letter of their ending.
const std::map<std::string_view, std::vector<const InstrumentRule*>>& rules_by_last_letter() {
  static const auto kRules = [] {
    std::map<std::string_view, std::vector<const InstrumentRule*>> out;
    for (const InstrumentRule& rule : instrument_rules())
      out[rule.ending.substr(rule.ending.size() - kLetter)].push_back(&rule);
    return out;
  }();
  return kRules;
}

// Nearly every letter of a law is asked this.
bool ends_a_name(std::string_view text, std::size_t at) {
  static const auto kLast = [] {
    std::array<bool, 0x10000> out{};
    for (const auto& [letter, rules] : rules_by_last_letter())
      out[corpus::letter_at(letter, 0)] = true;
    return out;
  }();
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[at + i]); };
  return kLast[((byte(0) & 0x0FU) << 12) | ((byte(1) & 0x3FU) << 6) | (byte(2) & 0x3FU)];
}

// Only what one of these letters follows can leave anything to anyone.
bool may_delegate(std::string_view text, std::size_t end) {
  const char32_t c = corpus::letter_at(text, end);
  constexpr std::u32string_view kLetters = U"でのがをに又及若並、（ヲノガニ";
  return kLetters.find(c) != std::u32string_view::npos && c != 0;
}

// --- things ----------------------------------------------------------------------------------

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

std::size_t skip_bracket(std::string_view text, std::size_t at) {
  if (!text.substr(std::min(at, text.size())).starts_with("（")) return at;
  int depth = 0;
  for (std::size_t i = at; i < text.size() && i - at < kLongestBracket;) {
    const char32_t c = corpus::next_code_point(text, i);
    depth += c == U'（' ? 1 : c == U'）' ? -1 : 0;
    if (depth == 0) return i;
  }
  return at;
}

std::vector<InstrumentSpan> find_instruments(std::string_view text) {
  Occurrences out;
  const auto& rules = rules_by_last_letter();
  std::vector<Span> quoted;
  bool asked = false;
  for (std::size_t at = 0; at + kLetter <= text.size();) {
    if ((static_cast<unsigned char>(text[at]) & 0xF0) != 0xE0) {
      ++at;
      continue;
    }
    at += kLetter;
    if (!ends_a_name(text, at - kLetter) || !may_delegate(text, at)) continue;
    const auto row = rules.find(text.substr(at - kLetter, kLetter));
    if (row == rules.end()) continue;
    std::optional<InstrumentSpan> best;
    for (const InstrumentRule* rule : row->second) {
      const auto name = read_name(*rule, text, at);
      if (name && (!best || name->size() > best->span.size())) best = {rule, *name, at};
    }
    if (!best) continue;
    if (!asked) quoted = corpus::find_quotations(text);
    asked = true;
    const auto holds = [&](Span q) { return q.contains(best->span); };
    if (std::any_of(quoted.begin(), quoted.end(), holds)) continue;
    best->end = skip_bracket(text, at);
    out.push_back(*best);
  }
  std::stable_sort(out.begin(), out.end(), [](const InstrumentSpan& a, const InstrumentSpan& b) {
    return a.span < b.span;
  });
  // 「総務大臣」 that begins 「総務大臣及び法務大臣」 is no name of its own.
  const auto begins_next = [](const InstrumentSpan& a, const InstrumentSpan& b) {
    return a.span.begin == b.span.begin;
  };
  const auto kept = std::unique(out.rbegin(), out.rend(), begins_next);
  out.erase(out.begin(), kept.base());
  return out;
}

std::optional<DelegationMatch> match_row(const DelegationRule& rule, std::string_view text,
                                         const InstrumentSpan& instrument,
                                         const std::vector<InstrumentSpan>& all) {
  for (const auto& row : compiled_delegations()) {
    if (row.rule != &rule) continue;
    const auto found = Matching(text, all).run(row.nodes, instrument.span.begin);
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
      const auto here = Matching(text, all).run(row.nodes, all[k].span.begin);
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
    const auto found = Matching(text, all).run(row.nodes, at);
    if (!found) return std::nullopt;
    ExerciseMatch out{&rule, found->instrument, {}, found->end};
    if (!found->thing.empty()) {
      out.thing = found->thing.of(text);
    } else if (rule.kind == ExerciseKind::procedure) {
      out.thing = found->gap.of(text);
    } else if (rule.kind == ExerciseKind::direct) {
      out.thing = out.instrument ? "ところにより" : "";
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
