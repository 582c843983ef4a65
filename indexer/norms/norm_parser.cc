// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/norms/norm_parser.h"

#include <algorithm>

#include "corpus/text_scan.h"
#include "indexer/norms/norm_words.h"

namespace norms {
namespace {

using Letters = std::u32string_view;

constexpr Letters kConnectives[] = {U"若しくは", U"もしくは", U"あるいは", U"並びに",
                                    U"ならびに", U"又は",     U"または",   U"及び",
                                    U"および",   U"且つ",     U"かつ",     U"或は"};

bool contains(Letters text, Letters word) { return text.find(word) != Letters::npos; }
bool one_of(char32_t c, Letters set) { return c != 0 && set.find(c) != Letters::npos; }

bool ends_with_role(Letters text, Role role) {
  for (const PhraseRule& rule : phrase_rules()) {
    if (rule.role != role) continue;
    for (const Letters word : rule.words) {
      if (ends_with(text, word)) return true;
    }
  }
  return false;
}

// 総会においては、…議決することができる: a body as a topic.
constexpr Letters kWithin = U"においては";
bool is_topic(Letters text) {
  if (ends_with(text, U"何人も") || ends_with(text, U"何人といえども")) return true;
  if (!ends_with(text, U"は") || text.size() < 2) return false;
  if (ends_with(text, kWithin))
    return is_person(text.substr(0, text.size() - kWithin.size())).value_or(false);
  const char32_t before = text[text.size() - 2];
  if (ends_with(text, U"これらは")) return true;
  if (one_of(before, U"にでとてらりくず")) {
    return ends_with(text, U"取扱いは") || ends_with(text, U"見積りは") ||
           ends_with(text, U"手当ては") || ends_with(text, U"割当ては");
  }
  for (const Letters other :
       {U"ほかは",   U"外は",     U"後は",     U"の間は",   U"る間は",   U"た間は",
        U"限りは",   U"際は",     U"までは",   U"うえは",   U"以外は",   U"期間内は",
        U"時間内は", U"中は",     U"前は",     U"の法律は", U"の政令は", U"の省令は",
        U"の府令は", U"の法は",   U"本法は",   U"の規則は", U"の条約は", U"の条例は",
        U"又は",     U"若しくは", U"あるいは", U"その他は", U"のときは", U"場合は"}) {
    if (ends_with(text, other)) return false;
  }
  return true;
}

// A verb within the range modifies こと, 旨 … (strong) or 者, もの (weak).
enum class Inner { none, purpose, weak, strong, always };
Inner inner_of(Letters letters, Range r) {
  Inner inner = Inner::none;
  for (std::size_t at = r.begin + 1; at < r.end; ++at) {
    if (!one_of(letters[at - 1], U"るうくすつぬぶむぐただいき")) continue;
    const Letters rest = letters.substr(at, std::min<std::size_t>(3, r.end - at));
    if (starts_with(rest, U"等") || starts_with(rest, U"など")) return Inner::always;
    if (starts_with(letters.substr(at, std::min<std::size_t>(5, r.end - at)), U"ものとして"))
      return Inner::always;
    // 弁済し、又は弁済を受けさせることを目的として信託する: for what, not what.
    if (ends_with(letters.substr(0, at), U"させる") &&
        starts_with(letters.substr(at, std::min<std::size_t>(8, r.end - at)), U"ことを目的として"))
      continue;
    if (starts_with(rest, U"こと") || starts_with(rest, U"旨") || starts_with(rest, U"よう"))
      inner = std::max(inner, Inner::strong);
    if (starts_with(rest, U"者") || starts_with(rest, U"もの"))
      inner = std::max(inner, Inner::weak);
  }
  return inner;
}

// A condition of its own rather than the last of several: 必要があると認めるときは.
bool is_own_condition(Letters text) {
  return text.find(U"認める") != Letters::npos || text.find(U"必要が") != Letters::npos ||
         text.find(U"認めた") != Letters::npos;
}

std::optional<Range> te_verb_before(Letters letters, std::size_t begin, std::size_t at,
                                    std::string& act) {
  const Letters before = letters.substr(begin, at - begin);
  if (ends_with(before, U"て") || ends_with(before, U"で")) {
    if (auto verb = verb_at_end(before, VerbForm::te);
        verb && is_act(verb->dictionary, ActClass::hands_over)) {
      act = verb->dictionary;
      return Range{begin + verb->range.begin, at};
    }
  }
  for (const Letters means : {U"ことにより", U"ことによって", U"ことによつて"}) {
    if (!ends_with(before, means)) continue;
    const Letters clause = before.substr(0, before.size() - means.size());
    if (auto verb = verb_at_end(clause, VerbForm::dictionary);
        verb && is_act(verb->dictionary, ActClass::hands_over)) {
      act = verb->dictionary;
      return Range{begin + verb->range.begin, at};
    }
  }
  return std::nullopt;
}

bool is_light(std::string_view act) { return act == "する" || act == "行う" || act == "行なう"; }

class Parser {
 public:
  explicit Parser(const NormText& text)
      : text_(text),
        letters_(text.letters()),
        pieces_(text.pieces()),
        kinds_(pieces_.size(), PieceKind::noun),
        matches_(pieces_.size()) {}

  NormSentence run() {
    if (pieces_.empty()) return {};
    for (std::size_t i = 0; i + 1 < pieces_.size(); ++i) classify(i);
    kinds_.back() = PieceKind::last;
    matches_.back() = match_ending(letters_, pieces_.back(), false);
    settle();
    return {kinds_, clauses()};
  }

 private:
  void classify(std::size_t i) {
    const Letters piece = text_.of(pieces_[i]);
    const Letters bare = piece.substr(connective_at(piece));
    PieceKind& kind = kinds_[i];
    if (bare.empty() || piece == U"ただし" || piece == U"但し" || piece == U"また" ||
        piece == U"なお") {
      kind = PieceKind::connective;
    } else if (ends_with_role(piece, Role::trigger)) {
      kind = PieceKind::trigger;
    } else if (is_topic(piece)) {
      kind = PieceKind::topic;
    } else if (ends_with_role(piece, Role::adverb) || ends_with_role(piece, Role::deadline) ||
               ends_with_role(piece, Role::deadline_end) || ends_with_role(piece, Role::manner)) {
      kind = PieceKind::adverb;
    } else if ((matches_[i] = match_ending(letters_, pieces_[i], true))) {
      kind = PieceKind::clause;
    } else if (corpus::is_hiragana(piece.back()) && !ends_with(piece, U"もの") &&
               !ends_with(piece, U"こと")) {
      kind = PieceKind::adverb;
    }
  }

  // What stands behind the piece that is looked at, from the end of the sentence.
  struct Behind {
    enum class Follow { sentence, embedded, condition, topic } follow = Follow::sentence;
    bool joined = false;        // the next piece begins with 又は …
    Inner inner = Inner::none;  // in the pieces up to the next clause
    bool own = false;           // a condition of its own follows
  };

  // From the end: what follows a clause tells whether it is one of the sentence.
  void settle() {
    Range last = pieces_.back();
    if (matches_.back()) last.end = matches_.back()->whole.begin;
    Behind behind;
    behind.inner = inner_of(letters_, last);
    if (behind.inner == Inner::none) behind.inner = inner_noun(last);
    behind.joined = connective_at(text_.of(pieces_.back())) > 0;
    for (std::size_t i = pieces_.size() - 1; i-- > 0;) {
      const Letters piece = text_.of(pieces_[i]);
      if (kinds_[i] == PieceKind::connective) {  // かつ、: joins whole clauses
        behind.joined = behind.follow != Behind::Follow::sentence;
        continue;
      }
      pass(i, behind);
      behind.joined = connective_at(piece) > 0;
    }
  }

  void pass(std::size_t i, Behind& behind) {
    using enum Behind::Follow;
    const Letters piece = text_.of(pieces_[i]);
    switch (kinds_[i]) {
      case PieceKind::trigger:
        behind.follow = condition;
        behind.own = is_own_condition(piece);
        behind.inner = Inner::none;
        return;
      case PieceKind::topic:
        behind.follow = topic;
        behind.inner = Inner::none;
        return;
      case PieceKind::clause:
        if (is_embedded(i, behind)) {
          kinds_[i] = PieceKind::embedded;
          behind.follow = embedded;
          behind.inner = Inner::none;
        } else {
          behind.follow = sentence;
          behind.inner = inner_noun({pieces_[i].begin, matches_[i]->whole.begin});
        }
        return;
      default:
        if (begins_means(i))
          behind.follow = embedded;
        else if (connective_at(piece) > 0)
          behind.inner = inner_of_list(pieces_[i], behind.inner);
        else if (behind.follow == sentence)
          behind.inner = Inner::none;
    }
  }

  // 情報を提供し、かつ、指導することにより、…: what is joined is a means, too.
  bool begins_means(std::size_t i) const {
    const Letters piece = text_.of(pieces_[i]);
    const bool means = ends_with(piece, U"ことにより") || ends_with(piece, U"ことによって") ||
                       ends_with(piece, U"ことによつて");
    const bool joined =
        connective_at(piece) > 0 || (i > 0 && kinds_[i - 1] == PieceKind::connective);
    return means && joined;
  }

  bool is_embedded(std::size_t i, const Behind& behind) const {
    const EndingRule& rule = *matches_[i]->rule;
    if (rule.modality) {
      const bool soft = ends_with(rule.ending, U"でき") || ends_with(rule.ending, U"ず");
      return soft && behind.joined && behind.follow != Behind::Follow::sentence;
    }
    switch (behind.follow) {
      case Behind::Follow::embedded:
        return true;
      case Behind::Follow::condition:
        return behind.joined || !behind.own || !topic_before(i);
      case Behind::Follow::topic:
        return behind.joined || !topic_before(i);
      default:
        break;
    }
    if (behind.inner == Inner::strong && !behind.joined) return asks_for_more(i);
    if (behind.inner == Inner::always || !behind.joined) return behind.inner == Inner::always;
    const Verb& verb = matches_[i]->verb;
    return behind.inner > Inner::purpose ||
           (behind.inner == Inner::purpose &&
            (verb.causative || is_act(verb.dictionary, ActClass::aims)));
  }

  // A piece of a list that begins with 又は …
  Inner inner_of_list(Range r, Inner behind) const {
    const Letters piece = text_.of(r);
    const Inner inner = std::max(behind, inner_of(letters_, r));
    if (inner != Inner::none) return inner;
    if (has_modifier_alike(r)) return Inner::weak;
    return ends_with(piece, U"て") || ends_with(piece, U"ため") ? Inner::strong : Inner::none;
  }

  // A verb that takes を or nothing, as the clause before may: 又は報告を怠った者に.
  bool is_alike(std::size_t begin, std::size_t end) const {
    std::size_t at = end;
    while (at > begin && !one_of(letters_[at - 1], U"をにがでとはの、")) --at;
    return at == begin || letters_[at - 1] == U'を';
  }
  // 村に対し、案を作成し、東京都に提出するよう求める: the making is asked for, too.
  bool asks_for_more(std::size_t clause) const {
    const Letters end = text_.of(pieces_.back());
    if (!contains(end, U"よう求め") && !contains(end, U"よう要請") && !contains(end, U"よう指示"))
      return false;
    for (std::size_t i = clause; i-- > 0 && kinds_[i] != PieceKind::topic;) {
      const Letters piece = text_.of(pieces_[i]);
      if (ends_with(piece, U"に対し") || ends_with(piece, U"に対して")) return true;
    }
    return false;
  }

  bool has_modifier_alike(Range r) const {
    r.begin += connective_at(text_.of(r));
    for (std::size_t at = r.begin + 1; at < r.end; ++at) {
      if (ends_attributive(letters_, at) && is_alike(r.begin, at)) return true;
    }
    return false;
  }

  // 避け、又は減らす措置を: both verbs belong to the noun behind the first of them.
  Inner inner_noun(Range r) const {
    const std::size_t joined = connective_at(text_.of(r));
    if (joined == 0) return Inner::none;
    r.begin += joined;
    for (std::size_t at = r.begin + 1; at < r.end; ++at) {
      const char32_t before = letters_[at - 1];
      if (before == U'た' || !one_of(before, U"るうくすつぬぶむぐ")) continue;
      const Letters rest = letters_.substr(at, std::min<std::size_t>(3, r.end - at));
      if (begins_with_word(rest, WordClass::noun_of_acts) && is_alike(r.begin, at))
        return starts_with(rest, U"権限") ? Inner::weak : Inner::purpose;
    }
    return Inner::none;
  }

  bool topic_before(std::size_t i) const {
    for (std::size_t k = 0; k < i; ++k) {
      if (kinds_[k] == PieceKind::topic) return true;
    }
    return false;
  }

  std::vector<NormClause> clauses() {
    std::vector<NormClause> out;
    std::size_t begin = 0;
    std::optional<Modality> modality;
    std::vector<std::optional<Modality>> own;
    for (std::size_t i = 0; i < pieces_.size(); ++i) {
      if (!matches_[i] || (kinds_[i] != PieceKind::clause && kinds_[i] != PieceKind::last))
        continue;
      const EndingMatch& m = *matches_[i];
      NormClause clause{
          .region = {begin, m.whole.begin},
          .verb = m.whole,
          .act = m.verb.dictionary,
          .rule = m.rule,
          .passive = m.verb.passive,
          .causative = m.verb.causative,
          .loose = ends_with(m.rule->ending, U"とともに") || ends_with(m.rule->ending, U"と共に")};
      if (m.rule->negative) clause.act = to_utf8(text_.of(m.verb.range)) + "ない";
      if (is_light(clause.act)) {
        if (const auto real =
                te_verb_before(letters_, pieces_[i].begin, m.whole.begin, clause.act)) {
          clause.region.end = real->begin;
          clause.verb.begin = real->begin;
        }
      }
      out.push_back(std::move(clause));
      own.push_back(m.rule->modality);
      begin = std::min(m.whole.end + 1, letters_.size());
    }
    for (std::size_t k = out.size(); k-- > 0;) {
      if (own[k]) modality = own[k];
      if (modality) {
        out[k].modality = *modality;
        if (out[k].act == "努める" &&
            (out[k].modality == Modality::must || out[k].modality == Modality::shall_be))
          out[k].modality = Modality::endeavour;
        // 立ち入り、検査させる: the one who is made to inspect also enters.
        if (k + 1 < out.size() && out[k + 1].causative && !out[k].causative && !out[k].passive)
          make_causative(out[k]);
      } else {
        out[k].act.clear();
      }
    }
    std::erase_if(out, [](const NormClause& c) { return c.act.empty(); });
    return out;
  }

  // Only where the person who is made to act is named in this clause: その職員に、…立ち入り.
  void make_causative(NormClause& clause) const {
    const Letters region = text_.of(clause.region);
    if (!is_act(clause.act, ActClass::inspects)) return;
    bool officers = false;
    for (std::size_t at = region.find(U'に'); at != Letters::npos; at = region.find(U'に', at + 1))
      officers = officers || ends_with_word(region.substr(0, at), WordClass::officer);
    if (!officers) return;
    std::u32string act = to_utf32(clause.act);
    if (ends_with(act, U"する")) {
      act.resize(act.size() - 2);
      act += U"させる";
    } else {
      constexpr Letters kU = U"くぐすつぬぶむるう";
      constexpr Letters kA = U"かがさたなばまらわ";
      const std::size_t row = kU.find(act.back());
      if (row == Letters::npos) return;
      act.back() = kA[row];
      act += U"せる";
    }
    clause.act = to_utf8(act);
    clause.causative = true;
  }

  const NormText& text_;
  Letters letters_;
  const std::vector<Range>& pieces_;
  std::vector<PieceKind> kinds_;
  std::vector<std::optional<EndingMatch>> matches_;
};

}  // namespace

NormSentence parse_norm_sentence(const NormText& text) { return Parser(text).run(); }

std::optional<EndingMatch> match_ending(Letters letters, Range piece, bool inside) {
  const Letters text = letters.substr(piece.begin, piece.end - piece.begin);
  for (const EndingRule& rule : ending_rules()) {
    if (rule.inside != inside || !ends_with(text, rule.ending)) continue;
    const Letters before = text.substr(0, text.size() - rule.ending.size());
    const auto verb = verb_at_end(before, rule.form);
    if (!verb || (!rule.act.empty() && verb->dictionary != rule.act)) continue;
    EndingMatch match{&rule, *verb, {piece.begin + verb->range.begin, piece.end}};
    match.verb.range = {piece.begin + verb->range.begin, piece.begin + verb->range.end};
    return match;
  }
  return std::nullopt;
}

bool ends_attributive(Letters letters, std::size_t at) {
  if (at == 0 || at >= letters.size()) return false;
  const char32_t before = letters[at - 1];
  const char32_t next = letters[at];
  if (!one_of(before, U"るうくすつぬぶむぐただきい")) return false;
  if (before == U'く' && at > 1 && !corpus::is_kanji(letters[at - 2])) return false;
  if (before == U'き' && !(at > 1 && letters[at - 2] == U'べ')) return false;
  if (before == U'た' && at > 1 && letters[at - 2] == U'ま') return false;  // また
  if (before == U'い' && !(at > 1 && letters[at - 2] == U'な')) return false;
  if (before == U'る' && at > 2 && letters[at - 2] == U'た' && one_of(letters[at - 3], U"主従"))
    return false;  // 主たる事務所
  return corpus::is_kanji(next) || corpus::is_katakana(next) || next == U'も' || next == U'そ' ||
         next == U'こ';
}

std::size_t connective_at(Letters letters) {
  for (const Letters word : kConnectives) {
    if (starts_with(letters, word)) return word.size();
  }
  return 0;
}

}  // namespace norms
