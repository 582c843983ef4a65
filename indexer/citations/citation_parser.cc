// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/citations/citation_parser.h"

#include <algorithm>

#include "corpus/text_scan.h"
#include "indexer/citations/citation_purpose.h"
#include "indexer/citations/law_noun.h"
#include "indexer/citations/pointer_grammar.h"
#include "indexer/citations/pointer_path.h"

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
    if (is_subitem(token.word.unit) &&
        !stands_alone(text_, token.word, here.state == State::joined))
      return end_list(token.span.begin);
    const bool behind_gap = at_ > 0 && tokens_[at_ - 1].kind == TokenKind::gap;
    if (behind_gap && is_tail_of_number(text_.substr(0, token.span.begin), token.word))
      return end_list(token.span.begin);
    const bool in_list = here.state == State::joined;
    const int before = here.last;
    if (!in_list) end_list(token.span.begin);
    begin_citation(token.span, in_list ? before : -1);
    add_word(last().first, token);
    if (!in_list) find_owner(token);
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

  // 「○○に関する法律（以下「旧法」という。）」: a law nobody knows, by what the bracket says of it.
  void name_before_bracket(const Token& token) {
    const auto noun = law_before_bracket(text_, token.span, prose_);
    if (!noun) return;
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
      const Purpose purpose = purpose_of(text_.substr(at));
      for (const int member : here.members)
        out_.citations[static_cast<std::size_t>(member)].purpose = purpose;
      here.members.clear();
    }
    here.state = State::open;
    here.last = -1;
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
