// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/citations/citation_parser.h"

#include <algorithm>

#include "corpus/text_scan.h"
#include "indexer/citations/law_noun.h"

namespace citations {
namespace {

using corpus::Part;
using corpus::Span;

// What was read last at one level of brackets.
enum class State : std::uint8_t {
  open,      // nothing that could go on
  citation,  // a citation, or a bracket behind one
  closed,    // a citation that takes no further word: から…まで
  joined,    // a citation and 及び
  from,      // a citation and から
  range,     // the last pointer of a range, まで not yet seen
};

struct Level {
  int bracket = 0;
  State state = State::open;
  int last = -1;             // the citation `state` speaks of
  std::vector<int> members;  // of the list being read
};

bool is_structural(Unit unit) { return unit >= Unit::part && unit <= Unit::division; }

// Units that a law's name or a noun like 協定 may be followed by.
bool opens_pointer(const Word& word) {
  return word.relation == Relation::named && word.unit != Unit::subitem &&
         word.unit != Unit::subitem2 && word.unit != Unit::subitem3 && word.unit != Unit::clause;
}

bool goes_down(Unit from, Unit to) {
  switch (to) {
    case Unit::clause:
      return !is_structural(from) && from != Unit::form;
    case Unit::row:
      return false;
    case Unit::subitem:
      return from == Unit::item || from == Unit::table || from == Unit::appendix;
    case Unit::subitem2:
      return from == Unit::subitem || from == Unit::item || from == Unit::table;
    case Unit::subitem3:
      return from == Unit::subitem2 || from == Unit::subitem || from == Unit::item;
    case Unit::item:
      return from == Unit::article || from == Unit::paragraph || from == Unit::suppl ||
             from == Unit::table || from == Unit::appendix;
    case Unit::paragraph:
      return from == Unit::article || from == Unit::suppl || from == Unit::table;
    case Unit::article:
      return from == Unit::suppl || is_structural(from);
    case Unit::table:
    case Unit::form:
    case Unit::appendix:
      return from == Unit::suppl;
    default:
      return is_structural(from) && to > from;
  }
}

bool takes(const Pointer& pointer, const Word& word) {
  if (word.relation != Relation::named && word.relation != Relation::each) return false;
  if (pointer.clause != Part::whole || pointer.words.empty()) return false;
  const Word& last = pointer.words.back();
  if (last.relation == Relation::each) return word.unit == Unit::clause;
  return goes_down(last.unit, word.unit);
}

class Parser {
 public:
  Parser(std::string_view text, const std::vector<Token>& tokens, bool prose)
      : text_(text), tokens_(tokens), prose_(prose) {
    out_.brackets.push_back({{0, text.size()}, 0, 0, -1});
    levels_.push_back({});
  }

  ParsedText run() {
    for (at_ = 0; at_ < tokens_.size(); ++at_) read(tokens_[at_]);
    while (levels_.size() > 1) close(text_.size(), text_.size());
    end_list(text_.size());
    return std::move(out_);
  }

 private:
  Level& level() { return levels_.back(); }
  Citation& last() { return out_.citations[static_cast<std::size_t>(level().last)]; }

  void read(const Token& token) {
    switch (token.kind) {
      case TokenKind::word:
        word(token);
        break;
      case TokenKind::law:
        law(token);
        break;
      case TokenKind::number:
        number(token);
        break;
      case TokenKind::open:
        open(token);
        break;
      case TokenKind::close:
        close(token.span.begin, token.span.end);
        break;
      case TokenKind::join:
        join(token);
        break;
      case TokenKind::from:
        from(token);
        break;
      case TokenKind::until:
        until(token);
        break;
      case TokenKind::through:
        through(token);
        break;
      case TokenKind::gap:
        gap(token);
        break;
    }
  }

  // --- words -----------------------------------------------------------------------------------

  void word(const Token& token) {
    Level& here = level();
    if (here.state == State::from) return range_end(token);
    if ((here.state == State::citation || here.state == State::range) && extend(token)) return;
    if (token.use == RuleUse::behind) return lone_clause(token);
    if (is_small(token.word.unit) && !stands_alone(token)) return end_list(token.span.begin);
    if (is_tail_of_number(token)) return end_list(token.span.begin);
    const bool in_list = here.state == State::joined;
    const int before = here.last;
    if (!in_list) end_list(token.span.begin);
    begin_citation(token.span, in_list ? before : -1);
    add_word(last().first, token);
    if (!in_list) find_owner(token);
  }

  // 「千九百五十三年立法第四十四号」, 「告示第五号」: a number of another kind.
  bool is_tail_of_number(const Token& token) const {
    return token.word.unit == Unit::item && token.word.relation == Relation::named && at_ > 0 &&
           tokens_[at_ - 1].kind == TokenKind::gap &&
           corpus::ends_with_any(text_.substr(0, token.span.begin),
                                 {"立法", "法律", "政令", "省令", "府令", "告示", "規則", "条例",
                                  "勅令", "訓令", "布告", "布令", "通達", "条約", "議決"});
  }

  static bool is_small(Unit unit) {
    return unit == Unit::subitem || unit == Unit::subitem2 || unit == Unit::subitem3;
  }

  // 「イに掲げる」, 「ロ及びハ」; in 「ロ座」 the letter is part of a word.
  bool stands_alone(const Token& token) {
    const char32_t next = corpus::letter_at(text_, token.span.end);
    constexpr std::u32string_view kMay = U"及又並若中（）、。(";
    if (token.word.unit == Unit::subitem &&
        corpus::is_kanji(corpus::letter_before(text_, token.span.begin)) &&
        level().state != State::joined) {
      return false;
    }
    return corpus::is_hiragana(next) || kMay.find(next) != kMay.npos;
  }

  bool extend(const Token& token) {
    Citation& c = last();
    Pointer& pointer = c.last ? *c.last : c.first;
    if (pointer.words.empty()) {  // a law so far
      if (c.law.word == LawWord::none || pointer.clause != Part::whole ||
          !opens_pointer(token.word))
        return false;
    } else if (!takes(pointer, token.word)) {
      return false;
    }
    add_word(pointer, token);
    c.span.end = token.span.end;
    if (level().state != State::range) level().state = State::citation;
    return true;
  }

  static void add_word(Pointer& pointer, const Token& token) {
    if (token.word.unit == Unit::clause)
      pointer.clause = token.word.clause;
    else
      pointer.words.push_back(token.word);
  }

  // 第三項前段及び後段
  void lone_clause(const Token& token) {
    const bool in_list = level().state == State::joined && token.word.unit == Unit::clause &&
                         last().first.clause != Part::whole;
    if (!in_list) return end_list(token.span.begin);
    begin_citation(token.span, level().last);
    last().first.clause = token.word.clause;
  }

  void begin_citation(Span span, int previous) {
    Citation c;
    c.span = span;
    c.previous = previous;
    c.bracket = level().bracket;
    level().last = static_cast<int>(out_.citations.size());
    level().members.push_back(level().last);
    level().state = State::citation;
    out_.citations.push_back(std::move(c));
  }

  // Whose 第三条: 改正後の第三条, 旧第五条, ○○協定第三条. 「別表第一の二の項第三号」 is in the
  // table.
  void find_owner(const Token& token) {
    Citation& c = last();
    if (token.word.unit == Unit::item && token.word.relation == Relation::named) {
      c.in_table =
          corpus::ends_with_any(text_.substr(0, token.span.begin),
                                {"表", "表の", "の項", "の項の", "の部", "欄", "備考", "）項"})
              .has_value();
      if (c.in_table) return;
    }
    if (!opens_pointer(token.word)) return;
    const std::string_view before = text_.substr(0, token.span.begin);
    const bool numbered = token.word.unit == Unit::article || token.word.unit == Unit::suppl ||
                          token.word.unit == Unit::table || is_structural(token.word.unit);
    const bool may_be_amended = numbered || token.word.unit == Unit::paragraph ||
                                token.word.unit == Unit::item || token.word.unit == Unit::form;
    if (!may_be_amended) return;
    if (const auto prefix = corpus::ends_with_any(
            before, {"改正後の", "改正前の", "改正後", "改正前", "新", "旧"})) {
      c.law.word = LawWord::amended;
      c.law.old = prefix->ends_with("旧") || prefix->starts_with("改正前");
      return;
    }
    if (!numbered || (at_ > 0 && tokens_[at_ - 1].kind != TokenKind::gap)) return;
    if (const auto noun = law_noun_before(text_, token.span.begin, prose_)) {
      c.law.word = LawWord::named;
      c.law.name = noun->of(text_);
      c.law.span = *noun;
      c.span.begin = noun->begin;
    }
  }

  // --- laws ------------------------------------------------------------------------------------

  void law(const Token& token) {
    if (level().state == State::from) {  // 新法第三条から新法第五条まで
      return;
    }
    const bool in_list = level().state == State::joined;
    const int before = level().last;
    if (!in_list) end_list(token.span.begin);
    begin_citation(token.span, in_list ? before : -1);
    last().law = token.law;
  }

  void number(const Token& token) {
    const Bracket& bracket = out_.brackets[static_cast<std::size_t>(level().bracket)];
    const bool heads_bracket =
        levels_.size() > 1 && at_ > 0 && tokens_[at_ - 1].kind == TokenKind::open;
    if (heads_bracket) {
      if (bracket.after >= 0) {
        Citation& c = out_.citations[static_cast<std::size_t>(bracket.after)];
        if (c.law.word == LawWord::named && c.first.words.empty() && c.law.number.empty()) {
          c.law.number = token.law.number;
          return end_list(token.span.begin);
        }
      } else if (const auto noun = law_noun_before(text_, bracket.span.begin, prose_)) {
        if (token.law.note.empty() || !noun->empty()) unknown_law(*noun, token);
        return end_list(token.span.begin);
      }
    }
    const bool in_list = level().state == State::joined;
    const int before = level().last;
    if (!in_list) end_list(token.span.begin);
    if (!token.law.note.empty()) return;  // a 告示 is no law
    begin_citation(token.span, in_list ? before : -1);
    last().law = token.law;
  }

  // 「○○に関する法律（昭和…年法律第…号）」: only its number tells that it is the name of a law.
  void unknown_law(Span noun, const Token& token) {
    Level& outer = levels_[levels_.size() - 2];
    name_law(noun, outer, token.law);
    out_.brackets[static_cast<std::size_t>(level().bracket)].after = outer.last;
  }

  void name_law(Span noun, Level& outer, CitedLaw law) {
    // Names inside it were part of it.
    while (!out_.citations.empty() && out_.citations.back().span.begin >= noun.begin &&
           out_.citations.back().bracket == outer.bracket) {
      out_.citations.pop_back();
      if (!outer.members.empty()) outer.members.pop_back();
    }
    Citation c;
    c.span = noun;
    c.bracket = outer.bracket;
    c.law = std::move(law);
    c.law.word = LawWord::named;
    c.law.name = noun.of(text_);
    c.law.span = noun;
    outer.last = static_cast<int>(out_.citations.size());
    outer.members.push_back(outer.last);
    outer.state = State::citation;
    out_.citations.push_back(std::move(c));
  }

  // --- ranges ----------------------------------------------------------------------------------

  void from(const Token& token) {
    if (level().state == State::citation && !last().last && !last().first.words.empty()) {
      level().state = State::from;
    } else {
      end_list(token.span.begin);
    }
  }

  void through(const Token& token) {
    from(token);
    if (level().state == State::from) through_ = level().bracket;
  }

  void range_end(const Token& token) {
    Citation& c = last();
    if (token.use == RuleUse::behind && token.word.unit != Unit::item)
      return end_list(token.span.begin);
    c.last = Pointer{};
    add_word(*c.last, token);
    c.span.end = token.span.end;
    level().state = State::range;
    if (through_ == level().bracket) {
      through_ = -1;
      level().state = State::range;
      open_ended_ = level().last;
    }
  }

  void until(const Token& token) {
    if (level().state != State::range) return end_list(token.span.begin);
    last().span.end = token.span.end;
    level().state = State::closed;
  }

  // 「第11条から13条」: a memo may leave out まで.
  static bool counts_up(const Citation& c) {
    const auto& first = c.first.words;
    const auto& last = c.last->words;
    return first.size() == 1 && last.size() == 1 && first[0].unit == last[0].unit &&
           first[0].relation == Relation::named && last[0].relation == Relation::named &&
           first[0].number < last[0].number;
  }

  // 「第三条から第五条」 without まで: two citations.
  void split_range() {
    Citation& c = last();
    if (!c.last || open_ended_ == level().last || (prose_ && counts_up(c))) return;
    Citation second;
    second.first = *std::move(c.last);
    second.span = {
        second.first.words.empty() ? c.span.begin : second.first.words.front().span.begin,
        c.span.end};
    second.bracket = c.bracket;
    c.last.reset();
    c.span.end = c.first.words.back().span.end;
    level().members.push_back(static_cast<int>(out_.citations.size()));
    out_.citations.push_back(std::move(second));
  }

  // --- lists and brackets ----------------------------------------------------------------------

  void join(const Token& token) {
    Level& here = level();
    switch (here.state) {
      case State::range:
        if (open_ended_ != here.last) {
          end_list(token.span.begin);
          break;
        }
        here.state = State::joined;
        break;
      case State::citation:
      case State::closed:
      case State::joined:
        here.state = State::joined;
        break;
      default:
        end_list(token.span.begin);
    }
  }

  void gap(const Token& token) { end_list(token.span.begin); }

  // 「○○に関する法律（以下「旧法」という。）」, 「○○規則（第一条を除く。）」: a law nobody knows,
  // by what the bracket says of it.
  void name_before_bracket(const Token& token) {
    const std::string_view inside = text_.substr(token.span.end, 600);
    const std::size_t end = std::min(inside.find("）"), inside.size());
    const std::string_view first = inside.substr(0, end);
    const std::string_view behind = inside.substr(std::min(end + 3, inside.size()));
    const bool named = first.starts_with("以下") &&
                       first.find("」という") != std::string_view::npos &&
                       corpus::starts_with_any(behind, {"第", "附則第", "別表"});
    const bool limited =
        first.starts_with("第") && corpus::ends_with_any(first, {"を除く。", "に限る。"});
    if (!named && !limited) return;
    const auto noun = law_noun_before(text_, token.span.begin, prose_);
    constexpr std::size_t kShortest = 12;  // bytes; 「法律（…）」 is no name
    if (!noun || noun->size() < kShortest ||
        !corpus::is_kanji(corpus::letter_at(text_, noun->begin)) ||
        !corpus::ends_with_any(noun->of(text_), {"法", "法律", "規則", "令"})) {
      return;
    }
    if (!out_.citations.empty() && out_.citations.back().span.end > noun->begin) return;
    CitedLaw law;
    law.word = LawWord::named;
    law.needs_pinpoint = true;
    name_law(*noun, level(), std::move(law));
  }

  void open(const Token& token) {
    if (level().state == State::open) name_before_bracket(token);
    const Level& here = level();
    const bool follows =
        here.state == State::citation || here.state == State::closed || here.state == State::range;
    const int depth = out_.brackets[static_cast<std::size_t>(here.bracket)].depth + 1;
    out_.brackets.push_back(
        {{token.span.begin, text_.size()}, here.bracket, depth, follows ? here.last : -1});
    levels_.push_back({.bracket = static_cast<int>(out_.brackets.size()) - 1});
  }

  void close(std::size_t begin, std::size_t end) {
    if (levels_.size() == 1) return end_list(begin);
    end_list(begin);
    out_.brackets[static_cast<std::size_t>(level().bracket)].span.end = end;
    levels_.pop_back();
    // 「第三条（…）」 may go on; 「者（…）」 may not, which the gap before the bracket has seen to.
  }

  void end_list(std::size_t at) {
    Level& here = level();
    if (here.state == State::range) split_range();
    if (!here.members.empty()) {
      const Purpose purpose = purpose_behind(at);
      for (const int member : here.members)
        out_.citations[static_cast<std::size_t>(member)].purpose = purpose;
      here.members.clear();
    }
    here.state = State::open;
    here.last = -1;
  }

  Purpose purpose_behind(std::size_t at) const {
    constexpr std::size_t kFar = 240;
    const std::string_view rest = text_.substr(at, kFar);
    if (corpus::starts_with_any(rest, {"において同じ", "において「", "において単に「",
                                       "においても同じ", "において「", "に同じ"})) {
      return Purpose::scope;
    }
    if (corpus::starts_with_any(
            rest, {"において準用", "の準用", "を準用", "の規定を準用", "を適用し又は準用",
                   "において読み替えて準用", "において読替えて準用"})) {
      return Purpose::application;
    }
    if (corpus::starts_with_any(rest,
                                {"を除く", "を除き", "の規定を除く", "は除く", "に掲げる者を除く"}))
      return Purpose::exclusion;
    if (corpus::starts_with_any(rest,
                                {"に係る部分", "に係るもの", "に係る場合", "に限る", "の場合に限る",
                                 "に掲げる場合に限る", "の規定に係る部分", "に該当する部分"})) {
      return rest.substr(0, 90).find("除く") != std::string_view::npos ? Purpose::exclusion
                                                                       : Purpose::limitation;
    }
    if (limits_to_part(rest)) return Purpose::limitation;
    if (corpus::starts_with_any(rest, {"の規定に違反", "に違反"})) return Purpose::penalty;
    if (is_amended(rest)) return Purpose::amendment;
    if (corpus::starts_with_any(rest, {"の規定に基づき", "の規定に基づく", "に基づき",
                                       "の政令で定める", "の主務省令で定める"})) {
      return Purpose::delegation;
    }
    const std::size_t stop = rest.find("。");
    const std::string_view sentence = rest.substr(0, stop);
    if (sentence.starts_with("の規定は、") && sentence.find("準用する") != std::string_view::npos) {
      return Purpose::application;
    }
    return Purpose::plain;
  }

  // 「第六条の四（第一項第一号の建築物に係る部分に限る。）」
  static bool limits_to_part(std::string_view rest) {
    if (!rest.starts_with("の")) return false;
    const std::string_view clause =
        rest.substr(0, std::min({rest.find("、"), rest.find("。"), rest.find("（")}));
    return clause.size() < 90 &&
           corpus::ends_with_any(clause, {"に係る部分に限る", "に係る部分を除く"});
  }

  // 「第三条の改正規定」, 「第七編に一章を加える改正規定」,
  // 「第三条中第二号を第三号とする改正規定」; but the 第一条 of 「第一条の規定中」 and
  // 「第一条中○○法」 amends.
  // 「第五号を第六号とし」, 「第八条の二を第八条の三とする」
  static bool becomes_another(std::string_view rest) {
    const std::string_view words = rest.substr(0, rest.find("、"));
    return corpus::ends_with_any(words, {"とし", "とする改正規定"}).has_value() ||
           words.find("とする") != std::string_view::npos ||
           words.find("条と") != std::string_view::npos;
  }

  static bool is_amended(std::string_view rest) {
    if (corpus::starts_with_any(
            rest, {"の項", "の改正規定", "の次に", "を削る", "を加える", "の見出し", "の前に"}))
      return true;
    if (rest.starts_with("を第") && becomes_another(rest)) return true;
    if (corpus::starts_with_any(rest, {"とし、", "とする改正規定"}))
      return true;  // 第三条を第四条とし
    if (rest.starts_with("中「") && rest.find("とある") > rest.find("改め")) return true;
    const std::string_view clause =
        rest.substr(0, std::min({rest.find("、"), rest.find("。"), rest.find("及び")}));
    if (clause.find("改正規定") == std::string_view::npos || clause.starts_with("の規定"))
      return false;
    if (corpus::starts_with_any(clause, {"に", "を", "と"})) return true;
    return clause.starts_with("中第") &&
           std::min(clause.find("項"), clause.find("号")) < clause.find("条");
  }

  std::string_view text_;
  const std::vector<Token>& tokens_;
  bool prose_;
  std::size_t at_ = 0;
  ParsedText out_;
  std::vector<Level> levels_;
  int through_ = -1;     // bracket in which 乃至 waits for its second pointer
  int open_ended_ = -1;  // range that needs no まで
};

}  // namespace

ParsedText parse_citations(std::string_view text, const std::vector<Token>& tokens, bool prose) {
  return Parser(text, tokens, prose).run();
}

ParsedText parse_citations(std::string_view text, const LawNameFinder& names,
                           std::uint32_t provision, const std::vector<corpus::Span>& quoted) {
  return parse_citations(text, lex_citations(text, names, provision, quoted), names.prose());
}

}  // namespace citations
