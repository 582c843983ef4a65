// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/norms/norm_parser.h"

#include <algorithm>

#include "corpus/text_scan.h"

namespace norms {
namespace {

using Letters = std::u32string_view;

constexpr Letters kConnectives[] = {U"若しくは", U"もしくは", U"あるいは", U"並びに",
                                    U"ならびに", U"又は",     U"または",   U"及び",
                                    U"および",   U"且つ",     U"かつ",     U"或は"};

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

bool is_topic(Letters text) {
  if (ends_with(text, U"何人も") || ends_with(text, U"何人といえども")) return true;
  if (!ends_with(text, U"は") || text.size() < 2) return false;
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
enum class Inner { none, weak, strong, always };
Inner inner_of(Letters letters, Range r) {
  Inner inner = Inner::none;
  for (std::size_t at = r.begin + 1; at < r.end; ++at) {
    if (!one_of(letters[at - 1], U"るうくすつぬぶむぐただいき")) continue;
    const Letters rest = letters.substr(at, std::min<std::size_t>(3, r.end - at));
    if (starts_with(rest, U"等") || starts_with(rest, U"など")) return Inner::always;
    if (starts_with(letters.substr(at, std::min<std::size_t>(5, r.end - at)), U"ものとして"))
      return Inner::always;
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

// 届出は、届出書を提出して行う: what is done is to hand it over.
bool is_handing_over(std::string_view act) {
  constexpr std::string_view kActs[] = {"提出する", "交付する", "送付する", "通知する", "届け出る",
                                        "送達する", "提示する", "申し出る", "公告する", "公示する",
                                        "掲示する", "掲載する", "配布する", "送信する"};
  return std::find(std::begin(kActs), std::end(kActs), act) != std::end(kActs);
}

std::optional<Range> te_verb_before(Letters letters, std::size_t begin, std::size_t at,
                                    std::string& act) {
  const Letters before = letters.substr(begin, at - begin);
  if (ends_with(before, U"て") || ends_with(before, U"で")) {
    if (auto verb = verb_at_end(before, VerbForm::te); verb && is_handing_over(verb->dictionary)) {
      act = verb->dictionary;
      return Range{begin + verb->range.begin, at};
    }
  }
  for (const Letters means : {U"ことにより", U"ことによって", U"ことによつて"}) {
    if (!ends_with(before, means)) continue;
    const Letters clause = before.substr(0, before.size() - means.size());
    if (auto verb = verb_at_end(clause, VerbForm::dictionary);
        verb && is_handing_over(verb->dictionary)) {
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

  // From the end: what follows a clause tells whether it is one of the sentence.
  void settle() {
    enum class Follow { sentence, embedded, condition, topic };
    Follow follow = Follow::sentence;
    bool joined = false;        // the next piece begins with 又は …
    Inner inner = Inner::none;  // in the pieces up to the next clause
    Range last = pieces_.back();
    if (matches_.back()) last.end = matches_.back()->whole.begin;
    inner = inner_of(letters_, last);
    joined = connective_at(text_.of(pieces_.back())) > 0;
    bool own = false;
    for (std::size_t i = pieces_.size() - 1; i-- > 0;) {
      const Letters piece = text_.of(pieces_[i]);
      switch (kinds_[i]) {
        case PieceKind::trigger:
          follow = Follow::condition;
          own = is_own_condition(piece);
          inner = Inner::none;
          break;
        case PieceKind::topic:
          follow = Follow::topic;
          inner = Inner::none;
          break;
        case PieceKind::clause: {
          bool embedded = false;
          const EndingRule& rule = *matches_[i]->rule;
          const bool soft =
              rule.modality && (ends_with(rule.ending, U"でき") || ends_with(rule.ending, U"ず"));
          if (soft) embedded = joined && follow != Follow::sentence;
          if (!rule.modality) {
            if (follow == Follow::embedded) embedded = true;
            if (follow == Follow::condition) embedded = joined || !own || !topic_before(i);
            if (follow == Follow::topic) embedded = joined || !topic_before(i);
            if (follow == Follow::sentence)
              embedded = inner == Inner::always || (joined && inner != Inner::none);
          }
          if (embedded) kinds_[i] = PieceKind::embedded;
          follow = embedded ? Follow::embedded : Follow::sentence;
          inner = Inner::none;
          break;
        }
        case PieceKind::connective:  // かつ、: joins whole clauses
          joined = follow != Follow::sentence;
          continue;
        default:
          if (connective_at(piece) > 0) {
            inner = std::max(inner, inner_of(letters_, pieces_[i]));
            if (inner == Inner::none && has_modifier(pieces_[i])) inner = Inner::weak;
            if (inner == Inner::none && (ends_with(piece, U"て") || ends_with(piece, U"ため")))
              inner = Inner::strong;
          } else if (follow == Follow::sentence) {
            inner = Inner::none;
          }
          break;
      }
      joined = connective_at(piece) > 0;
    }
  }

  bool has_modifier(Range r) const {
    for (std::size_t at = r.begin + 1; at < r.end; ++at) {
      if (ends_attributive(letters_, at)) return true;
    }
    return false;
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
    constexpr std::string_view kInspecting[] = {"立ち入る", "立入る",   "検査する", "調査する",
                                                "質問する", "収去する", "臨検する"};
    if (std::find(std::begin(kInspecting), std::end(kInspecting), clause.act) ==
        std::end(kInspecting))
      return;
    if (region.find(U"員に") == Letters::npos && region.find(U"官に") == Letters::npos &&
        region.find(U"吏に") == Letters::npos)
      return;
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
  if (!one_of(before, U"るうくすつぬぶむぐただき")) return false;
  if (before == U'く' && at > 1 && !corpus::is_kanji(letters[at - 2])) return false;
  if (before == U'き' && !(at > 1 && letters[at - 2] == U'べ')) return false;
  if (before == U'た' && at > 1 && letters[at - 2] == U'ま') return false;  // また
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
