// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/norms/norm_roles.h"

#include <algorithm>

#include "indexer/norms/norm_objects.h"
#include "indexer/norms/norm_phrase.h"
#include "indexer/norms/norm_recipients.h"
#include "indexer/norms/norm_times.h"

namespace norms {
namespace {

using Letters = std::u32string_view;

// --- one clause --------------------------------------------------------------------------------

// 事故を知ったとき、又は…したときは: back over the pieces that belong to the condition.
std::size_t begin_of_trigger(const ClauseView& view, std::size_t piece) {
  const auto& pieces = view.text.pieces();
  std::size_t first = piece;
  while (first > 0 && pieces[first - 1].begin >= view.clause.region.begin) {
    const PieceKind kind = view.sentence.pieces[first - 1];
    const Letters before = view.text.of(pieces[first - 1]);
    const bool case_noun = before.ends_with(U"とき") || before.ends_with(U"場合");
    if (kind == PieceKind::topic || kind == PieceKind::connective ||
        (kind == PieceKind::trigger && !case_noun) ||
        (kind == PieceKind::adverb && is_adverb_of_time(before)))
      break;
    --first;
  }
  return first;
}

void add_trigger(Roles& roles, const ClauseView& view, std::size_t piece) {
  const Letters words = view.text.of(view.text.pieces()[piece]);
  if (words == U"この場合において" || words == U"この場合においては" || words == U"この場合には")
    return;
  // 違反していると認めるときは、…する場合にあっては…: the first tells when one may act at all.
  const bool apart = words.ends_with(U"場合にあっては") || words.ends_with(U"場合にあつては");
  if (roles.trigger && (apart || view.text.of(*roles.trigger).ends_with(U"場合には"))) return;
  const std::size_t first = begin_of_trigger(view, piece);
  Range range{view.text.pieces()[first].begin, view.text.pieces()[piece].end};
  const bool goes_on = roles.trigger && first == piece && roles.trigger->begin < range.begin &&
                       view.text.of(*roles.trigger).ends_with(U"場合において");
  if (goes_on) range.begin = roles.trigger->begin;
  roles.trigger = range;
}

// 乙に対し、勧告をした場合において: is somebody told in the condition itself?
bool tells_in_condition(Letters condition) {
  constexpr std::size_t kNear = 12;  // letters from its beginning, or its end
  const Letters head = condition.substr(0, kNear);
  const Letters tail = condition.substr(condition.size() - std::min(kNear, condition.size()));
  const auto words = words_of(WordClass::tells_in_case);
  return std::any_of(words.begin(), words.end(), [&](Letters word) {
    return head.find(word) != Letters::npos || tail.find(word) != Letters::npos;
  });
}

void add_exception(Roles& roles, const ClauseView& view, Range piece) {
  const Letters words = view.text.of(piece);
  for (const PhraseRule& rule : phrase_rules()) {
    if (rule.role != Role::exception) continue;
    for (const Letters word : rule.words) {
      if (words.ends_with(word)) roles.exception = piece;
    }
  }
}

void add_manner(Roles& roles, const ClauseView& view, Range piece) {
  if (roles.manner) return;
  for (const PhraseRule& rule : phrase_rules()) {
    if (rule.role != Role::manner) continue;
    for (const Letters word : rule.words) {
      const std::size_t found = view.text.of(piece).find(word);
      if (found == Letters::npos) continue;
      const std::size_t at = piece.begin + found;
      roles.manner = Range{begin_of_phrase(view.letters(), piece.begin, at), at + word.size()};
      return;
    }
  }
}

void add_piece(Roles& roles, const ClauseView& view, std::size_t index) {
  const Range whole = view.text.pieces()[index];
  Range piece{std::max(whole.begin, view.clause.region.begin),
              std::min(whole.end, view.clause.region.end)};
  if (piece.empty()) return;
  piece = skip_connective(view.letters(), piece);
  switch (view.sentence.pieces[index]) {
    case PieceKind::topic:
    case PieceKind::embedded:
    case PieceKind::connective:
      return;
    case PieceKind::trigger:
      add_trigger(roles, view, index);
      // 登録をした後、誤りを見つけたときは: the condition is of then, not the act.
      if (roles.trigger && roles.deadline && roles.deadline->begin >= roles.trigger->begin &&
          view.text.of(*roles.deadline).ends_with(U"後"))
        roles.deadline.reset();
      if (roles.trigger && tells_in_condition(view.text.of(whole)) &&
          !is_act(view.clause.act, ActClass::tells)) {
        std::erase_if(roles.recipients, [&](Range r) { return r.begin >= roles.trigger->begin; });
      }
      return;
    default:
      break;
  }
  if (const auto inside = topic_inside(view.text, piece)) piece.begin = inside->end + 1;
  add_exception(roles, view, piece);
  add_manner(roles, view, piece);
  roles.deadline = deadline_after(view, piece, index, roles.deadline);
  roles.recipients = recipients_in(view, piece, index, std::move(roles.recipients));
}

// 届け出を受け付けた大臣に報告書を: what is done begins behind に.
Range behind_recipients(const ClauseView& view, Range object,
                        const std::vector<Range>& recipients) {
  for (const Range r : recipients) {
    const bool inside = object.begin <= r.begin && r.end + 1 < object.end;
    if (!inside || view.letters()[r.end] != U'に') continue;
    const Letters rest = view.letters().substr(r.end + 1, object.end - r.end - 1);
    object.begin = r.end + 1 +
                   (rest.starts_with(U"対して") ? 3
                    : rest.starts_with(U"対し") ? 2
                                                : 0);
  }
  return object;
}

Roles roles_in(const ClauseView& view) {
  Roles roles;
  const auto& pieces = view.text.pieces();
  for (std::size_t i = piece_at(view.text, view.clause.region.begin);
       i < pieces.size() && pieces[i].begin < view.clause.region.end; ++i)
    add_piece(roles, view, i);
  if (const auto object = object_of(view)) {
    roles.object = behind_recipients(view, object->range, roles.recipients);
    roles.acts = !object->about;
  }
  return roles;
}

// --- what clauses share ------------------------------------------------------------------------

bool has_topic(const ClauseView& view) {
  for (std::size_t i = 0; i < view.text.pieces().size(); ++i) {
    const Range piece = view.text.pieces()[i];
    if (view.sentence.pieces[i] == PieceKind::topic && piece.begin >= view.clause.region.begin &&
        piece.end <= view.clause.region.end)
      return true;
  }
  return false;
}

// A piece of its own, in front of what the clause is about.
bool is_leading(const ClauseView& view, Range phrase) {
  const Range piece = view.text.pieces()[piece_at(view.text, phrase.begin)];
  return piece.end < view.clause.region.end && piece.begin >= view.clause.region.begin;
}

// Only the topic, conditions, times and 定めるところにより stand before it.
bool is_first(const ClauseView& view, Range phrase) {
  const auto& pieces = view.text.pieces();
  for (std::size_t i = piece_at(view.text, phrase.begin);
       i-- > 0 && pieces[i].begin >= view.clause.region.begin;) {
    const PieceKind kind = view.sentence.pieces[i];
    if (kind == PieceKind::topic) break;
    const Letters words = view.text.of(pieces[i]);
    if (kind == PieceKind::adverb && !is_adverb_of_time(words) && !words.starts_with(U"前項に") &&
        !words.ends_with(U"ところにより"))
      return false;
  }
  return true;
}

// 「…に対し、」「…に、」
bool ends_piece(const NormText& text, Range phrase) {
  return text.pieces()[piece_at(text, phrase.end - 1)].end - phrase.end <= 4;
}

void share_recipients(const Roles& before, const ClauseView& first, const ClauseView& second,
                      Roles& roles) {
  if (before.recipients.empty()) return;
  const NormText& text = first.text;
  const bool made_to_act = first.clause.causative && second.clause.causative;
  if (!roles.recipients.empty()) {
    // 職員に検査させ、関係者に質問させる
    if (made_to_act && is_officer(text.of(before.recipients.front())) &&
        !is_officer(text.of(roles.recipients.front())))
      roles.recipients.insert(roles.recipients.begin(), before.recipients.begin(),
                              before.recipients.end());
    return;
  }
  const bool said_of_both =
      ends_piece(text, before.recipients.back()) &&
      (before.shares_recipients || is_leading(first, before.recipients.front()));
  if (takes_no_recipient(second.clause) || is_act(second.clause.act, ActClass::publishes) ||
      !(made_to_act || said_of_both))
    return;
  roles.recipients = before.recipients;
  roles.shares_recipients = true;
}

// What stands in front of the first verb may be said of the next one, too.
void share(const Roles& before, const ClauseView& first, const ClauseView& second, Roles& roles) {
  if (first.clause.rule->modality || has_topic(second)) return;  // ものとし: a clause of its own
  const Letters between = first.text.of({first.clause.verb.end + 1, second.clause.verb.begin});
  const std::size_t joined = connective_at(between);
  if (!roles.trigger && !roles.deadline && before.deadline && is_leading(first, *before.deadline) &&
      (joined > 0 || is_first(first, *before.deadline)) &&
      first.text.of(*before.deadline) != U"あらかじめ")
    roles.deadline = before.deadline;
  if (!roles.trigger) roles.trigger = before.trigger;
  if (!roles.exception) roles.exception = before.exception;
  // 秘密を漏らし、又は盗用する
  if (!roles.object && before.object && between.size() == joined) {
    roles.object = before.object;
    roles.acts = before.acts;
  }
  share_recipients(before, first, second, roles);
}

}  // namespace

std::vector<Roles> roles_of(const NormText& text, const NormSentence& sentence) {
  std::vector<Roles> out;
  const auto& clauses = sentence.clauses;
  for (std::size_t k = 0; k < clauses.size(); ++k) {
    const ClauseView view{text, sentence, clauses[k]};
    Roles roles = roles_in(view);
    if (k > 0) share(out.back(), {text, sentence, clauses[k - 1]}, view, roles);
    out.push_back(std::move(roles));
  }
  return out;
}

}  // namespace norms
