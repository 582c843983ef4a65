// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/delegations/delegation_pattern.h"

#include <algorithm>
#include <utility>

#include "corpus/error.h"
#include "corpus/text_scan.h"

namespace delegations {

bool stops_gap(char32_t c) {
  constexpr std::u32string_view kStops = U"、。「」『』（）\t\n　";
  return c == 0 || kStops.find(c) != std::u32string_view::npos;
}

bool joins_nouns(std::string_view text, std::size_t at) {
  const char32_t c = corpus::letter_at(text, at);
  const std::string_view before = text.substr(0, at);
  return (c == U'は' && corpus::ends_with_any(before, {"又", "若しく"})) ||
         (c == U'に' && before.ends_with("並び"));
}

namespace {

using corpus::Span;
using Occurrences = std::vector<InstrumentSpan>;

constexpr std::size_t kLetter = 3;  // bytes of a kanji or kana in UTF-8
constexpr std::size_t kLongestThing = 40 * kLetter;
constexpr std::size_t kLongestGap = 40 * kLetter;
constexpr std::size_t kLongestClause = 200 * kLetter;

// Words that end a thing although no particle does.
bool begins_tail(std::string_view rest) {
  return corpus::starts_with_any(rest, {"以外", "以上", "以下", "以内", "未満", "ごと", "その他",
                                        "から", "まで", "より", "であ", "として"})
      .has_value();
}

// Is the letter at `at` a particle that ends the thing before it?
bool is_particle(std::string_view text, std::size_t begin, std::size_t at) {
  const std::string_view rest = text.substr(at);
  const char32_t c = corpus::letter_at(text, at);
  constexpr std::u32string_view kAlways = U"はがにへヲ";
  const std::string_view before = text.substr(0, at);
  if (joins_nouns(text, at)) return false;
  if (corpus::starts_with_any(rest, {"に準ずる", "に類する"})) return false;
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

// 「知識、技術又は経験」: as far as the list goes that 又は or 及び ends.
std::size_t end_of_things(std::string_view text, std::size_t begin) {
  std::size_t end = end_of_thing(text, begin);
  while (end > begin && text.substr(end).starts_with("、")) {
    const std::size_t next = end_of_thing(text, end + kLetter);
    if (next == end + kLetter) return begin;
    const std::string_view member = text.substr(end, next - end);
    end = next;
    if (member.find("又は") != std::string_view::npos ||
        member.find("及び") != std::string_view::npos)
      return end;
  }
  return begin;
}

class Matching {
 public:
  Matching(std::string_view text, const Occurrences& occurrences)
      : text_(text), occurrences_(occurrences) {}

  std::optional<Found> run(const std::vector<PatternNode>& nodes, std::size_t at) {
    return step(nodes, 0, at, {});
  }

 private:
  std::optional<Found> step(const std::vector<PatternNode>& nodes, std::size_t i, std::size_t at,
                            Found found) {
    if (i == nodes.size()) {
      found.end = at;
      return found;
    }
    const PatternNode& node = nodes[i];
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
      case DelegationPieceKind::thing:
      case DelegationPieceKind::things: {
        const bool several = node.piece->kind == DelegationPieceKind::things;
        const std::size_t end = several ? end_of_things(text_, at) : end_of_thing(text_, at);
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
  std::optional<Found> gap(const std::vector<PatternNode>& nodes, std::size_t i, std::size_t begin,
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

}  // namespace

std::vector<PatternNode> compile(std::string_view pattern) {
  std::vector<PatternNode> out;
  while (!pattern.empty()) {
    PatternNode node;
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

std::optional<Found> match_pattern(const std::vector<PatternNode>& nodes, std::string_view text,
                                   std::size_t at, const std::vector<InstrumentSpan>& all) {
  return Matching(text, all).run(nodes, at);
}

}  // namespace delegations
