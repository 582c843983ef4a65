// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/norms/norm_recipients.h"

#include <algorithm>
#include <optional>
#include <string>

#include "indexer/norms/norm_phrase.h"

namespace norms {
namespace {

using Letters = std::u32string_view;

// The particle of a recipient.
struct Particle {
  enum Kind { ni, towards, with, care_of } kind = ni;
  std::size_t at = 0;
  std::size_t behind = 0;
};

bool is_conferring(Letters rest) {
  rest = rest.substr(0, 12);
  if (rest.empty()) return true;
  for (const Letters word : {U"協議", U"相互の調整", U"調整", U"連絡"}) {
    if (rest.starts_with(word)) return true;
  }
  return false;
}

std::optional<Particle> particle_at(const ClauseView& view, std::size_t at, Range piece) {
  const Letters letters = view.letters();
  const Letters rest = letters.substr(at + 1, piece.end - at - 1);
  if (letters[at] == U'と' && is_act(view.clause.act, ActClass::confers) && is_conferring(rest))
    return Particle{Particle::with, at, at + 1};
  if (letters[at] == U'あ' && rest.starts_with(U"て"))
    return Particle{Particle::care_of, at, at + 2};
  if (letters[at] != U'に' || !is_plain_ni(letters, at, piece.end)) return std::nullopt;
  if (!rest.starts_with(U"対し")) return Particle{Particle::ni, at, at + 1};
  return Particle{Particle::towards, at, at + (letter_at(rest, 2) == U'て' ? 4 : 3)};
}

// 大臣に提出した書類を…: に belongs to the modifier.
bool binds_to_modifier(Letters letters, std::size_t begin, std::size_t end) {
  for (std::size_t at = begin + 1; at < end; ++at) {
    const char32_t c = letters[at - 1];
    if (one_of(c, U"をに、") || (c == U'と' && letters[at] != U'な')) return false;
    if (ends_attributive(letters, at)) return true;
  }
  return false;
}

// 「乙に対し前条の命令を行うべき旨の意見を述べる」: 乙 is told in what is said.
bool belongs_to_content(Letters rest) {
  return rest.ends_with(U"よう") || rest.ends_with(U"ように") ||
         rest.find(U"べき旨") != Letters::npos || rest.find(U"べきこと") != Letters::npos;
}

// 東京都に提出するよう求める: to whom what is asked for is to be done.
bool is_asked_for(Letters rest) {
  const std::size_t content = rest.find(U"よう");
  return content != Letters::npos && content > 0 &&
         rest.substr(0, content).find_first_of(U"をにが、") == Letters::npos;
}

// Nouns before the piece are of the same list when the last of them is a person.
std::size_t begin_of_recipients(const ClauseView& view, std::size_t piece) {
  const auto& pieces = view.text.pieces();
  std::size_t first = piece;
  while (first > 0 && pieces[first - 1].begin >= view.clause.region.begin) {
    const Letters words = view.text.of(pieces[first - 1]);
    const bool listed = view.sentence.pieces[first - 1] == PieceKind::noun && names_person(words);
    if (!is_restriction(words) && !listed) break;
    --first;
  }
  return pieces[first].begin;
}

// 推進機構その他…ものとして政令で定める法人に: both.
std::optional<Range> named_before(const ClauseView& view, std::size_t start) {
  constexpr Letters kOther = U"その他";
  const std::size_t begin = view.clause.region.begin;
  if (start < begin) return std::nullopt;
  const Letters before = view.text.of({begin, start});
  if (!before.ends_with(U"ものとして")) return std::nullopt;
  const std::size_t other = before.rfind(kOther);
  if (other == Letters::npos || other == 0 || before[other + kOther.size()] == U'の')
    return std::nullopt;
  const std::size_t end = begin + other;
  const std::size_t piece = view.text.pieces()[piece_at(view.text, end - 1)].begin;
  const Range name{begin_of_phrase(view.letters(), std::max(begin, piece), end), end};
  return names_person(view.text.of(name)) ? std::optional(name) : std::nullopt;
}

// 検査者に対し[その業務に関し]、報告を求める
bool names_matter(Letters rest) {
  if (!rest.starts_with(U"その") && !rest.starts_with(U"当該")) return false;
  for (const Letters end : {U"に関し", U"について", U"につき", U"において"}) {
    if (rest.ends_with(end)) return true;
  }
  return false;
}

// Is the phrase in front of the particle a recipient of this clause?
bool is_meant(const ClauseView& view, const Particle& p, Range phrase, Range piece,
              std::size_t index, bool none_before) {
  const Letters letters = view.letters();
  const Letters noun = view.text.of(phrase);
  const bool restricted = phrase.begin == piece.begin && noun.ends_with(U"もの") && index > 0 &&
                          is_restriction(view.text.of(view.text.pieces()[index - 1]));
  if (!restricted && !names_person(noun)) return false;
  const bool towards = p.kind == Particle::towards;
  if (p.behind < piece.end && binds_to_modifier(letters, p.behind, view.clause.verb.begin))
    return false;
  if (view.sentence.pieces[index] == PieceKind::adverb && p.at + (towards ? 4 : 1) < piece.end &&
      !(towards && names_matter(letters.substr(p.behind, piece.end - p.behind))))
    return false;
  // 「甲が乙に対し、…したときは」: 乙 is of the condition.
  if (phrase.begin > piece.begin && letters[phrase.begin - 1] == U'が') return false;
  // その職員に、事務所に立ち入らせ: only the officers are told.
  if (view.clause.act.starts_with("立ち入") && p.at + 1 < view.text.pieces()[index].end &&
      !is_officer(noun))
    return false;
  const bool content = towards && belongs_to_content(letters.substr(
                                      p.at + 3, piece.end - std::min(piece.end, p.at + 3)));
  return !content || (none_before && piece.end >= view.clause.region.end);
}

void add(std::vector<Range>& found, Range name) {
  if (std::find(found.begin(), found.end(), name) == found.end()) found.push_back(name);
}

}  // namespace

std::vector<Range> recipients_in(const ClauseView& view, Range piece, std::size_t index,
                                 std::vector<Range> found) {
  if (view.clause.passive) return found;
  const bool none_but_towards = takes_no_recipient(view.clause);
  for (std::size_t at = piece.begin + 1; at < piece.end; ++at) {
    const auto p = particle_at(view, at, piece);
    if (!p) continue;
    const bool towards = p->kind == Particle::towards;
    // に対し、 in a piece of its own names one with any verb.
    if (none_but_towards && !(towards && at + 4 >= piece.end)) continue;
    if (!towards && is_asked_for(view.letters().substr(at + 1, piece.end - at - 1))) continue;
    Range list{begin_of_phrase(view.letters(), piece.begin, at), at};
    if (!is_meant(view, *p, list, piece, index, found.empty())) continue;
    if (const auto other = named_before(view, list.begin)) add(found, *other);
    if (list.begin == piece.begin) list.begin = begin_of_recipients(view, index);
    list.begin = std::max(list.begin, view.clause.region.begin);
    for (const Range name : persons_in(view.text, list)) {
      Range kept = without_restriction(view.text, name);
      constexpr Letters kAs = U"として政令で定める";
      if (const std::size_t as = view.text.of(kept).rfind(kAs); as != Letters::npos)
        kept.begin += as + Letters(U"として").size();
      add(found, kept);
    }
  }
  return found;
}

bool takes_no_recipient(const NormClause& clause) {
  if (clause.passive) return true;
  std::string act = clause.act;
  constexpr std::string_view kMade = "させる";
  if (clause.causative && act.ends_with(kMade))
    act.replace(act.size() - kMade.size(), kMade.size(), "する");
  return is_act(act, ActClass::places) || is_act(act, ActClass::gives_office) ||
         is_act(act, ActClass::fits);
}

bool is_officer(Letters noun) { return ends_with_word(noun, WordClass::officer); }

}  // namespace norms
