// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/norms/norm_roles.h"

#include <algorithm>
#include <array>

#include "corpus/text_scan.h"

namespace norms {
namespace {

using Letters = std::u32string_view;

bool one_of(char32_t c, Letters set) { return c != 0 && set.find(c) != Letters::npos; }
bool is_number(char32_t c) { return one_of(c, U"一二三四五六七八九十百千０１２３４５６７８９"); }

bool names_person(Letters phrase) {
  if (phrase.size() > 1 && phrase.back() == U'人' && is_number(phrase[phrase.size() - 2]))
    return false;
  if (phrase.find(U"のうち") != Letters::npos && phrase.size() > 1 && phrase.back() == U'名')
    return false;
  return is_person(phrase).value_or(false);
}

// に係る, に関する …: these make no clause of their own.
bool is_relational(Letters letters, std::size_t at) {
  const Letters before = letters.substr(0, at);
  for (const Letters word : {U"に係る", U"に関する", U"による", U"における", U"に対する",
                             U"に掲げる", U"に伴う", U"のある"}) {
    if (ends_with(before, word)) return true;
  }
  return false;
}

// 政令で定める, 前項に規定する: a modifier that takes no を.
bool is_fixed(Letters letters, std::size_t at) {
  const Letters before = letters.substr(0, at);
  for (const Letters word : {U"で定める", U"の定める", U"に規定する", U"に定める"}) {
    if (ends_with(before, word)) return true;
  }
  return is_relational(letters, at);
}

// Where a modifier clause ends within the range, left to right.
std::vector<std::size_t> clause_ends(Letters letters, Range r) {
  std::vector<std::size_t> out;
  for (std::size_t at = r.begin + 1; at < r.end; ++at) {
    if (ends_attributive(letters, at) && !is_relational(letters, at)) out.push_back(at);
  }
  return out;
}

bool is_noun_end(char32_t c) { return corpus::is_kanji(c) || corpus::is_katakana(c) || c == U'」'; }

// Where the noun phrase that ends at `end` begins, not before `begin`: behind the last particle
// that no modifier clause inside it has taken.
// `clauses`: 1 when it ends with a verb (任命されるまで).
std::size_t begin_of_phrase(Letters letters, std::size_t begin, std::size_t end,
                            std::size_t clauses = 0) {
  bool clause_has_object = false;
  for (std::size_t at = end; at-- > begin + 1;) {
    if (at < end && ends_attributive(letters, at) && !is_fixed(letters, at)) {
      ++clauses;
      clause_has_object = false;
    }
    const char32_t c = letters[at - 1];
    const bool object = c == U'を';
    const char32_t noun = at >= 2 ? letters[at - 2] : U'\0';
    if (c == U'は' && corpus::is_kanji(noun) && noun != U'又') return at;
    if (c == U'が' && clauses == 0 && is_noun_end(noun)) return at;
    if (c == U'で' && corpus::is_kanji(noun) && clauses == 0 && letters[at] != U'定' &&
        letters[at] != U'あ')
      return at;
    if (object && (clauses == 0 || clause_has_object)) return at;
    if (object) clause_has_object = true;
    const Letters before = letters.substr(begin, at - begin);
    for (const Letters time :
         {U"以内に", U"までに", U"直ちに", U"速やかに", U"遅滞なく", U"あらかじめ"}) {
      if (ends_with(before, time)) return at;
    }
    if (clauses > 0) continue;
    for (const Letters word :
         {U"により", U"に基づき", U"に従い",   U"に応じ",     U"をもって",   U"をもつて",
          U"として", U"に対し",   U"に対して", U"にあっては", U"については", U"について",
          U"に関し", U"において", U"ことなく", U"自ら",       U"相互に",     U"併せて",
          U"直接",   U"直ちに",   U"速やかに", U"遅滞なく",   U"あらかじめ", U"毎年",
          U"ときは", U"場合には", U"を経て",   U"を付して",   U"を添えて",   U"を経由して",
          U"書面で", U"以内に",   U"までに"}) {
      if (ends_with(before, word) && letters[at] != U'の') return at;
    }
  }
  return begin;
}

Range skip_connective(Letters letters, Range r) {
  r.begin += connective_at(letters.substr(r.begin, r.end - r.begin));
  return r;
}

// The parts of a list: at 又は, 及び … and 、.
std::vector<Range> split_list(Letters letters, Range r) {
  std::vector<Range> parts;
  std::size_t begin = r.begin;
  std::size_t quotes = 0;
  for (std::size_t at = r.begin; at < r.end;) {
    const char32_t c = letters[at];
    if (c == U'「') ++quotes;
    if (c == U'」' && quotes > 0) --quotes;
    std::size_t skip =
        quotes > 0 ? 0
        : c == U'、' || c == U'，'
            ? 1
            : connective_at(letters.substr(at, std::min<std::size_t>(4, r.end - at)));
    if (skip == 0 && quotes == 0 &&
        starts_with(letters.substr(at, std::min<std::size_t>(4, r.end - at)), U"その他") &&
        at + 3 < r.end && letters[at + 3] != U'の' && at > begin)
      skip = 3;
    if (skip == 0) {
      ++at;
      continue;
    }
    if (begin < at) parts.push_back({begin, at});
    at += skip;
    begin = at;
  }
  if (begin < r.end) parts.push_back({begin, r.end});
  return parts;
}

// A part that is no person belongs to the modifiers of the next one.
std::vector<Range> persons_in(const NormText& text, Range r) {
  std::vector<Range> out;
  std::optional<std::size_t> begin;
  for (const Range part : split_list(text.letters(), r)) {
    if (!begin) begin = part.begin;
    const Letters words = text.of(part);
    if (names_person(words) || (part.end == r.end && ends_with(words, U"もの"))) {
      out.push_back({*begin, part.end});
      begin.reset();
    }
  }
  if (begin && !out.empty()) out.back().end = r.end;
  if (begin && out.empty()) out.push_back({*begin, r.end});
  return out;
}

// 電気通信事業者であって、…するもの: the first noun says who; so does 事業者のうち….
Range without_restriction(const NormText& text, Range r) {
  const Letters words = text.of(r);
  if (!ends_with(words, U"もの") && !ends_with(words, U"者")) return r;
  for (const Letters mark : {U"であって", U"であつて"}) {
    const std::size_t at = words.find(mark);
    if (at != Letters::npos && at > 0) return {r.begin, r.begin + at};
  }
  const std::size_t among = words.find(U"のうち");
  if (among != Letters::npos && among > 0 && ends_with(words, U"もの") &&
      names_person(words.substr(0, among)))
    return {r.begin, r.begin + among};
  return r;
}

// Drops modifier clauses; 者 and a bare 大臣 keep the nearest one, without which they name nobody.
Range without_modifiers(const NormText& text, Range r) {
  const Letters letters = text.letters();
  const Letters words = text.of(r);
  if (words.find(U"以外の") != Letters::npos || starts_with(words, U"次の各号") ||
      starts_with(words, U"次に掲げる"))
    return r;
  const auto ends = clause_ends(letters, r);
  if (ends.empty()) return r;
  const Letters noun = letters.substr(ends.back(), r.end - ends.back());
  const bool needs_clause = noun == U"者" || noun == U"大臣" || noun == U"もの" ||
                            noun == U"職員" || noun == U"人" || noun == U"機関" ||
                            noun == U"法人" || noun == U"団体" || noun == U"長" ||
                            noun == U"者等" || noun == U"国" || noun == U"会社";
  if (!needs_clause) return {ends.back(), r.end};
  return {ends.size() > 1 ? ends[ends.size() - 2] : r.begin, r.end};
}

// The pieces a noun phrase ending in `piece` runs back over.
std::size_t begin_of_list(const NormText& text, const NormSentence& sentence, std::size_t piece,
                          std::size_t region_begin) {
  std::size_t first = piece;
  while (first > 0 && text.pieces()[first - 1].begin >= region_begin) {
    const PieceKind kind = sentence.pieces[first - 1];
    const Letters words = text.of(text.pieces()[first - 1]);
    const bool restriction = ends_with(words, U"であって") || ends_with(words, U"であつて") ||
                             ends_with(words, U"のうち");
    if (kind != PieceKind::noun && kind != PieceKind::embedded && !restriction &&
        !(kind == PieceKind::connective && words.find(U"し") == Letters::npos &&
          words.find(U"また") == Letters::npos))
      break;
    --first;
  }
  return first;
}

std::size_t piece_at(const NormText& text, std::size_t letter) {
  const auto& pieces = text.pieces();
  const auto next =
      std::upper_bound(pieces.begin(), pieces.end(), letter,
                       [](std::size_t at, const Range& piece) { return at < piece.begin; });
  return next == pieces.begin() ? 0 : static_cast<std::size_t>(next - pieces.begin()) - 1;
}

// は within a piece, behind a person: 検査者は記録を保存し. Katakana laws seldom write 、.
std::optional<Range> topic_inside(const NormText& text, Range r) {
  const Letters letters = text.letters();
  if (starts_with(letters.substr(r.begin, r.end - r.begin), U"何人も"))
    return Range{r.begin, r.begin + 2};
  for (std::size_t at = r.begin + 1; at + 1 < r.end; ++at) {
    if (letters[at] != U'は' || !names_person(letters.substr(r.begin, at - r.begin))) continue;
    return Range{r.begin, at};
  }
  return std::nullopt;
}

}  // namespace

std::optional<Topic> topic_of(const NormText& text, const NormSentence& sentence,
                              const NormClause& clause) {
  // The last topic before the verb: of this clause, or of one before it.
  const std::size_t last = piece_at(text, clause.verb.begin);
  std::optional<Topic> unknown;  // 「手数料は」: only when nobody is named before it
  for (std::size_t i = last + 1; i-- > 0;) {
    const Range piece = text.pieces()[i];
    if (sentence.pieces[i] == PieceKind::topic) {
      std::size_t region = 0;
      for (const NormClause& before : sentence.clauses) {
        if (before.verb.end <= piece.begin) region = std::max(region, before.verb.end);
      }
      const std::size_t first = begin_of_list(text, sentence, i, region);
      Range range{text.pieces()[first].begin, piece.end};
      const Letters words = text.of(piece);
      range.end -= ends_with(words, U"何人も") ? 1 : ends_with(words, U"といえども") ? 5 : 1;
      const Topic topic{skip_connective(text.letters(), range), i};
      if (is_person(text.of(without_restriction(text, topic.range)))) return topic;
      if (!unknown) unknown = topic;
      continue;
    }
    if (sentence.pieces[i] == PieceKind::trigger || sentence.pieces[i] == PieceKind::embedded)
      continue;
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
    if (letters[at] != U'が') continue;
    const std::size_t start = begin_of_phrase(letters, begin, at);
    if (!names_person(letters.substr(start, at - start))) return std::nullopt;
    return Range{start, at};
  }
  // 主務大臣が、…任命する
  for (std::size_t i = last; i-- > 0;) {
    const Range piece = text.pieces()[i];
    if (piece.begin < clause.region.begin) break;
    const Letters words = text.of(piece);
    if (sentence.pieces[i] == PieceKind::trigger || sentence.pieces[i] == PieceKind::topic) break;
    if (ends_with(words, U"が") && names_person(words.substr(0, words.size() - 1))) {
      bool condition = false;
      for (std::size_t k = i + 1; k < last; ++k)
        condition = condition || sentence.pieces[k] == PieceKind::trigger ||
                    sentence.pieces[k] == PieceKind::embedded;
      if (condition) return std::nullopt;
      return Range{piece.begin, piece.end - 1};
    }
  }
  return std::nullopt;
}

std::vector<Range> bearers_in(const NormText& text, Range topic, bool acts) {
  topic = without_restriction(text, topic);
  const Letters words = text.of(topic);
  if (words.empty()) return {};
  const auto person = is_person(words);
  const bool counted =
      words.size() > 1 && words.back() == U'人' && is_number(words[words.size() - 2]);
  if (counted || !person.value_or(acts && ends_with(words, U"もの"))) return {};
  std::vector<Range> out;
  for (const Range name : persons_in(text, topic)) out.push_back(without_modifiers(text, name));
  return out;
}

namespace {

// Verbs whose に is no recipient.
constexpr std::array<std::string_view, 24> kNoRecipient = {
    "置く",     "充てる",   "従う",     "属する",   "準ずる",   "応じる",   "応ずる",   "代える",
    "従事する", "努める",   "服する",   "就く",     "設ける",   "設置する", "立ち入る", "なる",
    "配慮する", "留意する", "違反する", "該当する", "組織する", "よる",     "限る",     "置かせる"};

// What follows に when it is the particle of a recipient.
bool is_plain_ni(Letters letters, std::size_t at, std::size_t end) {
  const Letters rest = letters.substr(at + 1, std::min<std::size_t>(4, end - at - 1));
  for (const Letters other :
       {U"対する", U"係る", U"係り", U"関",   U"おい", U"おけ", U"より", U"よる", U"よっ",
        U"よつ",   U"基づ", U"従",   U"応",   U"伴",   U"限",   U"代わ", U"代え", U"違反",
        U"該当",   U"属",   U"準",   U"つい", U"つき", U"かか", U"際",   U"当た", U"は",
        U"も",     U"掲げ", U"規定", U"定め", U"先立", U"わた", U"あっ", U"あつ", U"ある",
        U"なる",   U"なら", U"なっ", U"含",   U"所属", U"勤務", U"通じ", U"おか", U"選",
        U"就",     U"必要", U"不利", U"適合", U"相当"}) {
    if (starts_with(rest, other)) return false;
  }
  return true;
}

class RoleFinder {
 public:
  RoleFinder(const NormText& text, const NormSentence& sentence)
      : text_(text), letters_(text.letters()), sentence_(sentence) {}

  std::vector<Roles> run() {
    std::vector<Roles> out;
    for (std::size_t k = 0; k < sentence_.clauses.size(); ++k) {
      const NormClause& clause = sentence_.clauses[k];
      Roles roles = roles_in(clause);
      if (k > 0) share(out.back(), sentence_.clauses[k - 1], clause, roles);
      out.push_back(std::move(roles));
    }
    return out;
  }

 private:
  Roles roles_in(const NormClause& clause) {
    Roles roles;
    leading_recipient_ = false;
    const auto& pieces = text_.pieces();
    std::size_t i = piece_at(text_, clause.region.begin);
    for (; i < pieces.size() && pieces[i].begin < clause.region.end; ++i) {
      Range piece{std::max(pieces[i].begin, clause.region.begin),
                  std::min(pieces[i].end, clause.region.end)};
      if (piece.empty()) continue;
      piece = skip_connective(letters_, piece);
      switch (sentence_.pieces[i]) {
        case PieceKind::topic:
        case PieceKind::embedded:
        case PieceKind::connective:
          continue;
        case PieceKind::trigger:
          add_trigger(roles, i, clause.region.begin);
          continue;
        default:
          break;
      }
      if (const auto inside = topic_inside(text_, piece)) piece.begin = inside->end + 1;
      add_exception(roles, piece);
      add_manner(roles, piece);
      add_deadline(
          roles, piece,
          sentence_.pieces[i] == PieceKind::last || sentence_.pieces[i] == PieceKind::clause);
      if (!takes_no_recipient(clause)) add_recipients(roles, piece, i, clause);
    }
    add_object(roles, clause);
    return roles;
  }

  bool takes_no_recipient(const NormClause& clause) const {
    return clause.passive ||
           std::find(kNoRecipient.begin(), kNoRecipient.end(), clause.act) != kNoRecipient.end();
  }

  void add_trigger(Roles& roles, std::size_t piece, std::size_t region) {
    const auto& pieces = text_.pieces();
    const Letters words = text_.of(pieces[piece]);
    if (words == U"この場合において" || words == U"この場合においては" || words == U"この場合には")
      return;
    std::size_t first = piece;
    while (first > 0 && pieces[first - 1].begin >= region) {
      const PieceKind kind = sentence_.pieces[first - 1];
      const Letters before = text_.of(pieces[first - 1]);
      const bool case_noun = ends_with(before, U"とき") || ends_with(before, U"場合");
      if (kind == PieceKind::topic || kind == PieceKind::connective ||
          (kind == PieceKind::trigger && !case_noun))
        break;
      if (kind == PieceKind::adverb && is_deadline(before)) break;
      --first;
    }
    const Range range{pieces[first].begin, pieces[piece].end};
    if (!roles.trigger || !ends_with(text_.of(*roles.trigger), U"場合には"))
      roles.trigger = roles.trigger && first == piece && roles.trigger->begin < range.begin &&
                              ends_with(text_.of(*roles.trigger), U"場合において")
                          ? Range{roles.trigger->begin, range.end}
                          : range;
  }

  static bool is_deadline(Letters words) {
    for (const PhraseRule& rule : phrase_rules()) {
      if (rule.role != Role::deadline) continue;
      for (const Letters word : rule.words) {
        if (words == word) return true;
      }
    }
    return false;
  }

  void add_exception(Roles& roles, Range piece) {
    const Letters words = text_.of(piece);
    for (const PhraseRule& rule : phrase_rules()) {
      if (rule.role != Role::exception) continue;
      for (const Letters word : rule.words) {
        if (ends_with(words, word)) roles.exception = piece;
      }
    }
  }

  void add_manner(Roles& roles, Range piece) {
    if (roles.manner) return;
    const Letters words = text_.of(piece);
    for (const PhraseRule& rule : phrase_rules()) {
      if (rule.role != Role::manner) continue;
      for (const Letters word : rule.words) {
        const std::size_t at = words.find(word);
        if (at == Letters::npos) continue;
        const std::size_t end = piece.begin + at + word.size();
        roles.manner = Range{begin_of_phrase(letters_, piece.begin, piece.begin + at), end};
        return;
      }
    }
  }

  // A phrase of time in the piece.
  std::optional<Range> time_in(Range piece, bool has_verb) const {
    const Letters words = text_.of(piece);
    std::optional<Range> best;
    for (const PhraseRule& rule : phrase_rules()) {
      if (rule.role != Role::deadline && rule.role != Role::deadline_end) continue;
      for (const Letters word : rule.words) {
        const std::size_t at = words.find(word);
        if (at == Letters::npos) continue;
        const std::size_t end = at + word.size();
        const char32_t next = end < words.size() ? words[end] : U'\0';
        if (one_of(next, U"のにでとはもお") && !(next == U'に' && false)) continue;
        if (rule.role == Role::deadline) {
          const char32_t before = at == 0 ? U'\0' : words[at - 1];
          if (word == U"同時に" || word == U"常時" || word == U"即時") {
            if (at != 0 || end != words.size()) continue;
          }
          if (starts_with(word, U"毎") && end != words.size()) continue;
          if (before != 0 && corpus::is_kanji(before) && before != U'後') continue;
          if (before == U'の' || before == U'と') continue;
        }
        if (!has_verb && rule.role == Role::deadline_end && end != words.size()) continue;
        if (has_verb && rule.role == Role::deadline_end &&
            (word == U"した後" || word == U"った後" || word == U"の後" || word == U"けた後"))
          continue;
        Range range{piece.begin + at, piece.begin + end};
        if (rule.role == Role::deadline_end || (at > 0 && words[at - 1] == U'後'))
          range.begin = rule.role == Role::deadline_end && !has_verb
                            ? piece.begin
                            : begin_of_phrase(letters_, piece.begin, piece.begin + at,
                                              one_of(word.front(), U"るすしっけた") ? 1 : 0);
        // A modifier of a noun in front of the verb is no phrase of the clause.
        if (!best || range.begin < best->begin ||
            (range.begin == best->begin && range.end > best->end))
          best = range;
      }
    }
    return best;
  }

  void add_deadline(Roles& roles, Range piece, bool has_verb) {
    auto found = time_in(piece, has_verb);
    // 毎年一回, 毎事業年度の終了後: the whole phrase.
    if (!has_verb && letters_[piece.begin] == U'毎' && !text_.of(piece).ends_with(U"に係る"))
      found = piece;
    if (!found) return;
    if (roles.deadline) {
      // 認知した後、速やかに: one phrase.
      if (roles.deadline->end + 1 == found->begin) roles.deadline->end = found->end;
      return;
    }
    roles.deadline = found;
  }

  void add_recipients(Roles& roles, Range piece, std::size_t index, const NormClause& clause) {
    const bool confers = clause.act == "協議する" || clause.act == "調整する" ||
                         clause.act == "図る" || clause.act == "協定する";
    for (std::size_t at = piece.begin + 1; at < piece.end; ++at) {
      const char32_t c = letters_[at];
      const bool ni = c == U'に' && is_plain_ni(letters_, at, piece.end);
      const bool to = c == U'と' && confers && is_conferring(at, piece.end);
      if (!ni && !to) continue;
      const bool towards = ni && starts_with(letters_.substr(at + 1, 2), U"対し");
      std::size_t start = begin_of_phrase(letters_, piece.begin, at);
      const Letters noun = letters_.substr(start, at - start);
      const bool restricted = start == piece.begin && ends_with(noun, U"もの") && index > 0 &&
                              is_restriction(text_.of(text_.pieces()[index - 1]));
      if (!restricted && !names_person(noun)) continue;
      const std::size_t behind = at + (towards ? (letters_[at + 3] == U'て' ? 4 : 3) : 1);
      if (behind < piece.end && binds_to_modifier(behind, clause.verb.begin)) continue;
      if (sentence_.pieces[index] == PieceKind::adverb && at + (towards ? 4 : 1) < piece.end)
        continue;
      if (is_subject_inside(piece.begin, start)) continue;
      // その職員に、事務所に立ち入らせ: only the officers are told.
      if (clause.act.starts_with("立ち入") && at + 1 < text_.pieces()[index].end) continue;
      if (towards && belongs_to_content(at + 3, piece.end) &&
          (!roles.recipients.empty() || piece.end < clause.region.end))
        continue;
      if (start == piece.begin)
        start = text_.pieces()[begin_of_recipients(index, clause.region.begin)].begin;
      start = std::max(start, clause.region.begin);
      for (const Range name : persons_in(text_, {start, at})) {
        Range kept = without_restriction(text_, name);
        const Letters words = text_.of(kept);
        if (const std::size_t as = words.rfind(U"として政令で定める"); as != Letters::npos)
          kept.begin += as + 3;
        if (std::find(roles.recipients.begin(), roles.recipients.end(), kept) ==
            roles.recipients.end())
          roles.recipients.push_back(kept);
      }
      leading_recipient_ =
          leading_recipient_ || (piece.end < clause.region.end && at + 4 >= piece.end);
    }
  }

  // 「甲が乙に対し、…したときは」: 乙 is of the condition.
  bool is_subject_inside(std::size_t begin, std::size_t end) const {
    return end > begin && letters_[end - 1] == U'が';
  }

  // 「乙に対し前条の命令を行うべき旨の意見を述べる」: 乙 is told in what is said.
  bool belongs_to_content(std::size_t begin, std::size_t end) const {
    const Letters rest = letters_.substr(begin, end - begin);
    if (ends_with(rest, U"よう") || ends_with(rest, U"ように")) return true;
    return rest.find(U"べき旨") != Letters::npos || rest.find(U"べきこと") != Letters::npos;
  }

  static bool is_restriction(Letters words) {
    for (const Letters mark : {U"であって", U"であつて"}) {
      if (ends_with(words, mark) && names_person(words.substr(0, words.size() - mark.size())))
        return true;
    }
    return false;
  }

  // Nouns before the piece are of the same list when the last of them is a person.
  std::size_t begin_of_recipients(std::size_t piece, std::size_t region) const {
    std::size_t first = piece;
    while (first > 0 && text_.pieces()[first - 1].begin >= region) {
      const Letters words = text_.of(text_.pieces()[first - 1]);
      const bool listed = sentence_.pieces[first - 1] == PieceKind::noun && names_person(words);
      if (!is_restriction(words) && !listed) break;
      --first;
    }
    return first;
  }

  bool is_conferring(std::size_t at, std::size_t end) const {
    const Letters rest = letters_.substr(at + 1, std::min<std::size_t>(12, end - at - 1));
    return rest.empty() || starts_with(rest, U"協議") || starts_with(rest, U"相互の調整") ||
           starts_with(rest, U"調整") || starts_with(rest, U"連絡");
  }

  // 大臣に提出した書類を…: に belongs to the modifier.
  bool binds_to_modifier(std::size_t begin, std::size_t end) const {
    for (std::size_t at = begin + 1; at < end; ++at) {
      const char32_t c = letters_[at - 1];
      if (c == U'を' || c == U'に' || c == U'、') return false;
      if (c == U'と' && letters_[at] != U'な') return false;
      if (ends_attributive(letters_, at)) return true;
    }
    return false;
  }

  // 事項を事業を所管する大臣に届け出る: the を before 所管する belongs to what tells the minister.
  bool tells_recipient(std::size_t behind_wo, std::size_t end) const {
    std::size_t at = behind_wo;
    while (at < end && corpus::is_kanji(letters_[at])) ++at;
    if (at == behind_wo || !starts_with(letters_.substr(at, 2), U"する")) return false;
    const std::size_t noun = at += 2;
    while (at < end && corpus::is_kanji(letters_[at])) ++at;
    return at < end && letters_[at] == U'に' && names_person(letters_.substr(noun, at - noun));
  }

  void add_object(Roles& roles, const NormClause& clause) {
    const std::size_t piece = piece_at(text_, clause.verb.begin);
    const std::size_t begin = std::max(text_.pieces()[piece].begin, clause.region.begin);
    const bool by_ni = clause.act == "努める" || clause.act == "応じる" || clause.act == "応ずる" ||
                       clause.act == "配慮する" || clause.act == "従事する" ||
                       clause.act == "代える" || clause.act == "なる";
    std::size_t at = clause.verb.begin;
    if (by_ni && at > begin && (letters_[at - 1] == U'に' || letters_[at - 1] == U'と')) {
      set_object(roles, begin, at - 1);
      return;
    }
    for (; at > begin; --at) {
      if (letters_[at - 1] == U'を' && !starts_with(letters_.substr(at, 3), U"もって") &&
          !starts_with(letters_.substr(at, 3), U"もつて") &&
          !starts_with(letters_.substr(at, 2), U"除き") &&
          !(tells_recipient(at, clause.verb.begin) &&
            letters_.substr(begin, at - 1 - begin).find(U'を') != Letters::npos)) {
        set_object(roles, begin, at - 1);
        return;
      }
    }
    // を before 、: 甲を、乙に委託する
    for (std::size_t i = piece; i-- > 0 && text_.pieces()[i].begin >= clause.region.begin;) {
      const Letters words = text_.of(text_.pieces()[i]);
      if (sentence_.pieces[i] == PieceKind::trigger || sentence_.pieces[i] == PieceKind::topic)
        break;
      if (!ends_with(words, U"を")) continue;
      set_object(roles, text_.pieces()[i].begin, text_.pieces()[i].end - 1);
      return;
    }
    for (std::size_t i = piece + 1; i-- > 0 && text_.pieces()[i].begin >= clause.region.begin;) {
      const Letters words = text_.of(text_.pieces()[i]);
      for (const Letters about : {U"について", U"に関し"}) {
        const std::size_t found = words.rfind(about);
        if (found == Letters::npos || found == 0) continue;
        set_object(roles, text_.pieces()[i].begin, text_.pieces()[i].begin + found);
        roles.acts = false;
        return;
      }
    }
  }

  void set_object(Roles& roles, std::size_t begin, std::size_t end) {
    const std::size_t start = begin_of_phrase(letters_, begin, end);
    std::size_t from = start;
    for (std::size_t at = start + 1; at + 1 < end; ++at) {  // 主務大臣にその旨を
      if (ends_attributive(letters_, at)) break;
      const bool source = letters_[at] == U'か' && letters_[at + 1] == U'ら';
      if (!source && (letters_[at] != U'に' || !is_plain_ni(letters_, at, end))) continue;
      if (names_person(letters_.substr(start, at - start))) from = at + (source ? 2 : 1);
    }
    if (from < end) roles.object = skip_connective(letters_, {from, end});
    roles.acts = roles.object.has_value();
  }

  // What stands in front of the first verb may be said of the next one, too.
  void share(const Roles& before, const NormClause& first, const NormClause& second, Roles& roles) {
    if (first.rule->modality) return;  // ものとし: a clause of its own
    const bool same_topic = !has_topic(second);
    if (!same_topic) return;
    const bool fresh = !roles.trigger;
    if (!roles.trigger) roles.trigger = before.trigger;
    if (fresh && !roles.deadline && before.deadline && is_leading(*before.deadline, first) &&
        text_.of(*before.deadline) != U"あらかじめ")
      roles.deadline = before.deadline;
    if (!roles.exception) roles.exception = before.exception;
    const bool made_to_act = second.causative && first.causative;
    if (roles.recipients.empty() && !before.recipients.empty() && !takes_no_recipient(second) &&
        (made_to_act || (!first.loose && is_leading(before.recipients.front(), first) &&
                         ends_piece(before.recipients.back()))))
      roles.recipients = before.recipients;
  }

  bool has_topic(const NormClause& clause) const {
    for (std::size_t i = 0; i < text_.pieces().size(); ++i) {
      if (sentence_.pieces[i] == PieceKind::topic &&
          text_.pieces()[i].begin >= clause.region.begin &&
          text_.pieces()[i].end <= clause.region.end)
        return true;
    }
    return false;
  }

  // A piece of its own, with nothing but the topic, conditions and times before it.
  bool is_leading(Range phrase, const NormClause& clause) const {
    const std::size_t piece = piece_at(text_, phrase.begin);
    for (std::size_t i = piece; i-- > 0 && text_.pieces()[i].begin >= clause.region.begin;) {
      const PieceKind kind = sentence_.pieces[i];
      if (kind == PieceKind::topic) break;
      if (kind == PieceKind::adverb && !is_deadline(text_.of(text_.pieces()[i])) &&
          !starts_with(text_.of(text_.pieces()[i]), U"前項に"))
        return false;
    }
    return text_.pieces()[piece].end < clause.region.end &&
           text_.pieces()[piece].begin >= clause.region.begin;
  }

  // 「…に対し、」「…に、」: a phrase of its own.
  bool ends_piece(Range phrase) const {
    const std::size_t piece = piece_at(text_, phrase.end - 1);
    return text_.pieces()[piece].end - phrase.end <= 4;
  }

  const NormText& text_;
  Letters letters_;
  const NormSentence& sentence_;
  bool leading_recipient_ = false;
};

}  // namespace

std::vector<Roles> roles_of(const NormText& text, const NormSentence& sentence) {
  return RoleFinder(text, sentence).run();
}

}  // namespace norms
