// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/norms/norm_bearers.h"

#include <algorithm>

#include "indexer/norms/norm_phrase.h"

namespace norms {
namespace {

using Letters = std::u32string_view;

// 市町村長については都道府県知事: for whom he acts.
Range without_apportionment(const NormText& text, Range r) {
  for (const Letters apart : {U"については", U"にあっては", U"にあつては"}) {
    const std::size_t at = text.of(r).rfind(apart);
    if (at != Letters::npos && at + apart.size() < r.end - r.begin) r.begin += at + apart.size();
  }
  return r;
}

// Drops modifier clauses; 者 and a bare 大臣 keep the nearest one, without which they name nobody.
Range without_modifiers(const NormText& text, Range r) {
  r = without_apportionment(text, r);
  const Letters letters = text.letters();
  const Letters words = text.of(r);
  if (words.find(U"以外の") != Letters::npos || words.starts_with(U"次の各号") ||
      words.starts_with(U"次に掲げる"))
    return r;
  const auto ends = clause_ends(letters, r);
  if (ends.empty()) return r;
  if (!is_word(letters.substr(ends.back(), r.end - ends.back()), WordClass::bare_person))
    return {ends.back(), r.end};
  // 届出をした者の地位を承継した者: what begins with 者 is not yet the nearest one.
  std::size_t nearest = ends.size() - 1;
  const auto begin = [&] { return nearest > 0 ? ends[nearest - 1] : r.begin; };
  while (nearest > 0 && one_of(letters[begin()], U"者も")) --nearest;
  return {begin(), r.end};
}

// The pieces a noun phrase ending in `piece` runs back over.
std::size_t begin_of_list(const NormText& text, const NormSentence& sentence, std::size_t piece,
                          std::size_t region_begin) {
  std::size_t first = piece;
  while (first > 0 && text.pieces()[first - 1].begin >= region_begin) {
    const PieceKind kind = sentence.pieces[first - 1];
    const Letters words = text.of(text.pieces()[first - 1]);
    const bool restriction =
        words.ends_with(U"であって") || words.ends_with(U"であつて") || words.ends_with(U"のうち");
    const bool joins = kind == PieceKind::connective && words.find(U"し") == Letters::npos &&
                       words.find(U"また") == Letters::npos;
    if (kind != PieceKind::noun && kind != PieceKind::embedded && !restriction && !joins) break;
    --first;
  }
  return first;
}

// The whole topic that ends with piece `i`.
Topic topic_at(const NormText& text, const NormSentence& sentence, std::size_t i) {
  const Range piece = text.pieces()[i];
  std::size_t region = 0;
  for (const NormClause& before : sentence.clauses) {
    if (before.verb.end <= piece.begin) region = std::max(region, before.verb.end);
  }
  const std::size_t first = begin_of_list(text, sentence, i, region);
  Range range{text.pieces()[first].begin, piece.end};
  const Letters words = text.of(piece);
  range.end -= words.ends_with(U"においては") || words.ends_with(U"といえども") ? 5 : 1;
  return {skip_connective(text.letters(), range), i};
}

// 主務大臣が、…任命する: が in a piece of its own.
std::optional<Range> agent_before(const NormText& text, const NormSentence& sentence,
                                  const NormClause& clause, std::size_t last) {
  for (std::size_t i = last; i-- > 0;) {
    const Range piece = text.pieces()[i];
    const PieceKind kind = sentence.pieces[i];
    if (piece.begin < clause.region.begin || kind == PieceKind::trigger || kind == PieceKind::topic)
      return std::nullopt;
    const Letters words = text.of(piece);
    if (!words.ends_with(U"が") || !names_person(words.substr(0, words.size() - 1))) continue;
    for (std::size_t k = i + 1; k < last; ++k) {
      if (sentence.pieces[k] == PieceKind::trigger || sentence.pieces[k] == PieceKind::embedded)
        return std::nullopt;
    }
    return Range{piece.begin, piece.end - 1};
  }
  return std::nullopt;
}

}  // namespace

std::optional<Topic> topic_of(const NormText& text, const NormSentence& sentence,
                              const NormClause& clause) {
  // The last topic before the verb: of this clause, or of one before it.
  std::optional<Topic> unknown;  // 「手数料は」: only when nobody is named before it
  for (std::size_t i = piece_at(text, clause.verb.begin) + 1; i-- > 0;) {
    const PieceKind kind = sentence.pieces[i];
    if (kind == PieceKind::topic) {
      const Topic topic = topic_at(text, sentence, i);
      if (is_person(text.of(without_restriction(text, topic.range)))) return topic;
      if (!unknown) unknown = topic;
      continue;
    }
    if (kind == PieceKind::trigger || kind == PieceKind::embedded) continue;
    const Range piece = text.pieces()[i];
    if (const auto inside =
            topic_inside(text, {piece.begin, std::min(piece.end, clause.verb.begin)}))
      return Topic{skip_connective(text.letters(), *inside), i};
  }
  return unknown;
}

std::optional<Range> agent_of(const NormText& text, const NormSentence& sentence,
                              const NormClause& clause) {
  const Letters letters = text.letters();
  const std::size_t last = piece_at(text, clause.verb.begin);
  const std::size_t begin = std::max(text.pieces()[last].begin, clause.region.begin);
  for (std::size_t at = clause.verb.begin; at-- > begin + 1;) {
    if (ends_attributive(letters, at)) return std::nullopt;  // が may belong to a modifier clause
    const bool also = letters[at] == U'も' && at + 1 == clause.verb.begin;  // 市長も行う
    if (letters[at] != U'が' && !also) continue;
    const std::size_t start = begin_of_phrase(letters, begin, at);
    if (!names_person(letters.substr(start, at - start))) return std::nullopt;
    return Range{start, at};
  }
  return agent_before(text, sentence, clause, last);
}

std::vector<Range> bearers_in(const NormText& text, Range topic, bool acts) {
  const Range named = without_restriction(text, topic);
  const Letters words = text.of(named);
  if (words.empty()) return {};
  const bool counted = words.back() == U'人' && !names_person(words);  // 委員三人
  const bool person = is_person(words).value_or(acts && words.ends_with(U"もの"));
  const bool body = acts && named == topic && is_body(words);
  if (counted || !(person || body)) return {};
  std::vector<Range> out;
  for (const Range name : persons_in(text, named)) out.push_back(without_modifiers(text, name));
  return out;
}

}  // namespace norms
