// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/norms/norm_objects.h"

#include <algorithm>

#include "corpus/text_scan.h"
#include "indexer/norms/norm_phrase.h"

namespace norms {
namespace {

using Letters = std::u32string_view;

// The phrase that ends in front of を, without the recipient before it: 主務大臣にその旨を.
std::optional<Object> object_ending(Letters letters, std::size_t begin, std::size_t end) {
  const std::size_t start = begin_of_phrase(letters, begin, end);
  std::size_t from = start;
  for (std::size_t at = start + 1; at + 1 < end; ++at) {
    if (ends_attributive(letters, at)) break;
    const bool source = letters[at] == U'か' && letters[at + 1] == U'ら';
    if (!source && (letters[at] != U'に' || !is_plain_ni(letters, at, end))) continue;
    if (!names_person(letters.substr(start, at - start))) continue;
    const Letters rest = letters.substr(at + 1, 3);
    from = at + (source ? 2 : rest.starts_with(U"対して") ? 4 : rest.starts_with(U"対し") ? 3 : 1);
  }
  if (from >= end) return std::nullopt;
  return Object{skip_connective(letters, {from, end})};
}

// 事項を事業を所管する大臣に届け出る: the を before 所管する belongs to what tells the minister.
bool tells_recipient(Letters letters, std::size_t behind_wo, std::size_t end) {
  std::size_t at = behind_wo;
  while (at < end && corpus::is_kanji(letters[at])) ++at;
  if (at == behind_wo || !letters.substr(at, 2).starts_with(U"する")) return false;
  const std::size_t noun = at += 2;
  while (at < end && corpus::is_kanji(letters[at])) ++at;
  return at < end && letters[at] == U'に' && names_person(letters.substr(noun, at - noun));
}

// 届出書を受理をした日から保存する: the second を belongs to 受理をした.
bool is_of_modifier(Letters letters, std::size_t behind_wo, std::size_t end) {
  for (std::size_t at = behind_wo + 1; at < end; ++at) {
    const char32_t c = letters[at - 1];
    if (one_of(c, U"をにが、") || (c == U'の' && is_noun_end(letters[at - 2]))) return false;
    if (ends_clause(letters, at)) return true;
  }
  return false;
}

// 図面を添えて提出する, 会長を経由して届け出る: を belongs to what is done first.
bool is_of_first_act(Letters rest) {
  const std::size_t te = rest.find(U'て');
  return te != Letters::npos && te > 0 && te + 1 < rest.size() &&
         rest.substr(0, te).find_first_of(U"をにがは、") == Letters::npos;
}

bool is_own_wo(Letters letters, std::size_t begin, std::size_t behind_wo, std::size_t end) {
  const Letters rest = letters.substr(behind_wo, end - behind_wo);
  if (rest.starts_with(U"もって") || rest.starts_with(U"もつて") || rest.starts_with(U"除き"))
    return false;
  if (is_of_modifier(letters, behind_wo, end)) return false;
  const bool another = letters.substr(begin, behind_wo - 1 - begin).find(U'を') != Letters::npos;
  return !(another && tells_recipient(letters, behind_wo, end));
}

// を, or に with the verbs that take it, in the piece of the verb.
std::optional<Object> object_beside(const ClauseView& view, std::size_t piece) {
  const Letters letters = view.letters();
  const std::size_t end = view.clause.verb.begin;
  const std::size_t begin = std::max(view.text.pieces()[piece].begin, view.clause.region.begin);
  if (end > begin && is_act(view.clause.act, ActClass::takes_ni) &&
      one_of(letters[end - 1], U"にと"))
    return object_ending(letters, begin, end - 1);
  for (std::size_t at = end; at > begin; --at) {
    if (letters[at - 1] == U'を' && is_own_wo(letters, begin, at, end) &&
        !is_of_first_act(letters.substr(at, end - at)))
      return object_ending(letters, begin, at - 1);
  }
  return std::nullopt;
}

// 報告書を作成して提出する: what is done first is done to the same thing, unless it is a way that
// leads somewhere.
std::optional<Object> object_of_first_act(const ClauseView& view, std::size_t piece) {
  const Letters letters = view.letters();
  const std::size_t end = view.clause.verb.begin;
  const std::size_t begin = std::max(view.text.pieces()[piece].begin, view.clause.region.begin);
  for (std::size_t at = end; at > begin; --at) {
    const Letters rest = letters.substr(at, end - at);
    const bool way = rest.starts_with(U"経") || rest.starts_with(U"通じ") ||
                     rest.starts_with(U"除い") || rest.starts_with(U"添え");
    if (letters[at - 1] == U'を' && !way && is_own_wo(letters, begin, at, end))
      return object_ending(letters, begin, at - 1);
  }
  return std::nullopt;
}

// を before 、: 甲を、乙に委託する
std::optional<Object> object_before(const ClauseView& view, std::size_t piece) {
  const auto& pieces = view.text.pieces();
  for (std::size_t i = piece; i-- > 0 && pieces[i].begin >= view.clause.region.begin;) {
    const PieceKind kind = view.sentence.pieces[i];
    if (kind == PieceKind::trigger || kind == PieceKind::topic) return std::nullopt;
    if (view.text.of(pieces[i]).ends_with(U"を"))
      return object_ending(view.letters(), pieces[i].begin, pieces[i].end - 1);
  }
  return std::nullopt;
}

// 申請書に図面を添えて、大臣に提出する: the application is handed in.
std::optional<Object> object_enclosing(const ClauseView& view) {
  const Letters letters = view.letters();
  const std::size_t begin = view.clause.region.begin;
  for (const Letters with : {U"を添えて", U"を添付して", U"を付して"}) {
    const std::size_t found = view.text.of(view.clause.region).find(with);
    if (found == Letters::npos) continue;
    const std::size_t wo = begin + found;
    const std::size_t from = std::max(view.text.pieces()[piece_at(view.text, wo)].begin, begin);
    for (std::size_t at = wo; at-- > from + 1;) {
      if (letters[at] != U'に' || !is_plain_ni(letters, at, wo)) continue;
      const Range noun{begin_of_phrase(letters, from, at), at};
      if (!names_person(view.text.of(noun))) return Object{noun};
    }
  }
  return std::nullopt;
}

std::optional<Object> object_about(const ClauseView& view, std::size_t piece) {
  const auto& pieces = view.text.pieces();
  for (std::size_t i = piece + 1; i-- > 0 && pieces[i].begin >= view.clause.region.begin;) {
    for (const Letters about : {U"について", U"に関し"}) {
      const std::size_t found = view.text.of(pieces[i]).rfind(about);
      if (found == Letters::npos || found == 0) continue;
      auto object = object_ending(view.letters(), pieces[i].begin, pieces[i].begin + found);
      if (object) object->about = true;
      return object;
    }
  }
  return std::nullopt;
}

}  // namespace

std::optional<Object> object_of(const ClauseView& view) {
  const std::size_t piece = piece_at(view.text, view.clause.verb.begin);
  if (auto object = object_beside(view, piece)) return object;
  if (auto object = object_before(view, piece)) return object;
  if (auto object = object_enclosing(view)) return object;
  if (auto object = object_of_first_act(view, piece)) return object;
  return object_about(view, piece);
}

}  // namespace norms
