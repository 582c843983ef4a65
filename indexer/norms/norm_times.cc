// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/norms/norm_times.h"

#include <algorithm>

#include "corpus/text_scan.h"
#include "indexer/norms/norm_phrase.h"

namespace norms {
namespace {

using Letters = std::u32string_view;

// A word of time within a piece.
struct TimeWord {
  Role role = Role::deadline;
  Letters word;
  std::size_t begin = 0;  // in the piece
  std::size_t end = 0;
};

// あらかじめ通知した事項: the word says when it was notified.
bool begins_modifier(Letters letters, std::size_t begin, std::size_t end) {
  std::size_t at = begin;
  while (at < end && corpus::is_kanji(letters[at])) ++at;
  if (at == begin) return false;
  while (at < end && corpus::is_hiragana(letters[at])) {
    if (ends_attributive(letters, ++at)) return true;
    if (one_of(letters[at - 1], U"をにがでとは")) return false;
  }
  return false;
}

// 速やかに and the like stand alone in front of a verb or in a piece of their own.
bool is_adverb_here(const TimeWord& t, Letters words) {
  const char32_t before = t.begin == 0 ? U'\0' : words[t.begin - 1];
  const bool whole = t.begin == 0 && t.end == words.size();
  if ((t.word == U"同時に" || t.word == U"常時" || t.word == U"即時") && !whole) return false;
  if (t.word.starts_with(U"毎") && t.end != words.size()) return false;
  return !(corpus::is_kanji(before) && before != U'後') && !one_of(before, U"のと");
}

// 三十日以内に, 認知した後 end a phrase of time.
bool is_end_here(const TimeWord& t, Letters words, bool has_verb) {
  if (words.substr(0, t.end).ends_with(U"達するまで")) return false;  // a number, no time
  if (has_verb) {
    return t.word != U"した後" && t.word != U"った後" && t.word != U"の後" && t.word != U"けた後";
  }
  const bool in_front = t.word.ends_with(U"ごとに") && is_bare_noun(words.substr(0, t.begin));
  return t.end == words.size() || in_front;
}

bool is_time_here(const ClauseView& view, const TimeWord& t, Range piece, bool has_verb) {
  const Letters words = view.text.of(piece);
  const char32_t next = letter_at(words, t.end);
  if (t.role != Role::term && one_of(next, U"のにでとはもお")) return false;
  // 第一号から第三号までに掲げる
  for (const Letters listed : {U"掲げ", U"規定", U"定め"}) {
    if (words.substr(t.end).starts_with(listed)) return false;
  }
  if (begins_modifier(view.letters(), piece.begin + t.end, piece.end)) return false;
  // その期間内に異議を述べないときは登録を消すべき旨: the time is of what is said.
  for (const Letters content : {U"ときは", U"べき旨", U"べきこと"}) {
    if (words.find(content, t.end) != Letters::npos) return false;
  }
  if (t.role == Role::deadline) return is_adverb_here(t, words);
  return t.role == Role::term || is_end_here(t, words, has_verb);
}

// 申請書は翌年一月三十一日までに: some orders write no 、 behind は.
std::size_t behind_topic(Letters letters, Range phrase) {
  for (std::size_t at = phrase.end; at-- > phrase.begin + 1;) {
    const char32_t before = letters[at - 1];
    if (letters[at] == U'は' && is_noun_end(before) && before != U'又') return at + 1;
  }
  return phrase.begin;
}

Range phrase_of(const ClauseView& view, const TimeWord& t, Range piece, bool has_verb) {
  const Letters words = view.text.of(piece);
  Range out{piece.begin + t.begin, piece.begin + t.end};
  const bool after = t.begin > 0 && words[t.begin - 1] == U'後';  // 成立の日後遅滞なく
  if (t.role == Role::deadline_end && !has_verb) {
    out.begin = piece.begin;
  } else if (t.role != Role::deadline || after) {
    const std::size_t verb = one_of(t.word.front(), U"るすしっけた") ? 1 : 0;
    out.begin = begin_of_phrase(view.letters(), piece.begin, out.begin, verb);
  }
  out.begin = behind_topic(view.letters(), out);
  return out;
}

// The first phrase of time in the piece, of those that begin together the longest.
std::optional<Range> time_in(const ClauseView& view, Range piece, bool has_verb) {
  const Letters words = view.text.of(piece);
  const bool keeps = is_act(view.clause.act, ActClass::keeps);
  std::optional<Range> best;
  for (const PhraseRule& rule : phrase_rules()) {
    if (rule.role != Role::deadline && rule.role != Role::deadline_end &&
        !(rule.role == Role::term && keeps))
      continue;
    for (const Letters word : rule.words) {
      const std::size_t at = words.find(word);
      if (at == Letters::npos) continue;
      const TimeWord t{rule.role, word, at, at + word.size()};
      if (!is_time_here(view, t, piece, has_verb)) continue;
      const Range found = phrase_of(view, t, piece, has_verb);
      if (!best || found.begin < best->begin ||
          (found.begin == best->begin && found.end > best->end))
        best = found;
    }
  }
  return best;
}

bool bounds(Letters words) { return words.ends_with(U"までに") || words.ends_with(U"以内に"); }

}  // namespace

std::optional<Range> deadline_after(const ClauseView& view, Range piece, std::size_t index,
                                    std::optional<Range> before) {
  const PieceKind kind = view.sentence.pieces[index];
  const bool has_verb = kind == PieceKind::last || kind == PieceKind::clause;
  auto found = time_in(view, piece, has_verb);
  const Letters words = view.text.of(piece);
  // 毎年一回, 毎事業年度の終了後: the whole phrase.
  if (!has_verb && words.starts_with(U"毎") && !words.ends_with(U"に係る")) found = piece;
  if (!found) return before;
  if (before) {
    // 毎月、…翌月末日までに: the day itself says more.
    if (view.text.of(*before).starts_with(U"毎") && bounds(view.text.of(*found))) return found;
    // 認知した後、速やかに: one phrase.
    if (before->end + 1 == found->begin) return Range{before->begin, found->end};
    return before;
  }
  // 分割後、遅滞なく
  const bool alone = found->begin == piece.begin && is_adverb_of_time(view.text.of(*found));
  if (alone && index > 0 && view.sentence.pieces[index - 1] != PieceKind::topic &&
      view.text.of(view.text.pieces()[index - 1]).ends_with(U"後"))
    found->begin = view.text.pieces()[index - 1].begin;
  return found;
}

bool is_adverb_of_time(Letters words) {
  for (const PhraseRule& rule : phrase_rules()) {
    if (rule.role == Role::deadline &&
        std::find(rule.words.begin(), rule.words.end(), words) != rule.words.end())
      return true;
  }
  return false;
}

}  // namespace norms
