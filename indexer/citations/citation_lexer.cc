// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/citations/citation_lexer.h"

#include <algorithm>

#include "corpus/text_scan.h"

namespace citations {
namespace {

struct Fixed {
  std::string_view letters;
  TokenKind kind;
};

// Longest first where one begins another.
constexpr Fixed kFixed[] = {
    {"（", TokenKind::open},       {"(", TokenKind::open},         {"）", TokenKind::close},
    {")", TokenKind::close},       {"及び", TokenKind::join},      {"及ビ", TokenKind::join},
    {"及ヒ", TokenKind::join},     {"並ビニ", TokenKind::join},    {"並ヒニ", TokenKind::join},
    {"及", TokenKind::join},       {"並びに", TokenKind::join},    {"並ニ", TokenKind::join},
    {"竝ニ", TokenKind::join},     {"又は", TokenKind::join},      {"又ハ", TokenKind::join},
    {"若しくは", TokenKind::join}, {"若クハ", TokenKind::join},    {"若ハ", TokenKind::join},
    {"もしくは", TokenKind::join}, {"または", TokenKind::join},    {"および", TokenKind::join},
    {"ならびに", TokenKind::join}, {"、", TokenKind::join},        {"，", TokenKind::join},
    {"・", TokenKind::join},       {"から", TokenKind::from},      {"まで", TokenKind::until},
    {"乃至", TokenKind::through},  {"ないし", TokenKind::through}, {"ヨリ", TokenKind::from},
    {"ニ至ル", TokenKind::until},  {"迄", TokenKind::until},       {"マデ", TokenKind::until},
};
constexpr Fixed kProseFixed[] = {
    {"～", TokenKind::through}, {"〜", TokenKind::through}, {"-", TokenKind::through},
    {"－", TokenKind::through}, {"―", TokenKind::through},  {",", TokenKind::join},
    {"や", TokenKind::join},    {"と", TokenKind::join},
};

bool may_start_fixed(char32_t c) {
  constexpr std::u32string_view kFirst = U"（(）)もまおな、，・かヨニマ～〜-－―,やと";
  if (c >= 0x4E00 && c <= 0x9FFF)
    return c == U'及' || c == U'乃' || c == U'又' || c == U'若' || c == U'並' || c == U'竝' ||
           c == U'迄';
  return kFirst.find(c) != kFirst.npos;
}

bool may_start_number(char32_t c) {
  return c == U'明' || c == U'大' || c == U'昭' || c == U'平' || c == U'令';
}

class Lexer {
 public:
  Lexer(std::string_view text, const LawNameFinder& names, std::uint32_t provision,
        const std::vector<corpus::Span>& quoted)
      : text_(text),
        names_(names),
        provision_(provision),
        matcher_(CitationMatcher::standard()),
        options_{names.prose(), corpus::has_hiragana(text)},
        quotations_(corpus::find_quotations(text)) {
    if (names.prose()) std::erase_if(quotations_, [&](corpus::Span q) { return !is_replaced(q); });
    tokens_.reserve(std::min<std::size_t>(64, text.size() / 24));
    if (quoted.empty()) return;
    // Quotations inside quoted cells are part of them.
    std::erase_if(quotations_, [&](corpus::Span q) {
      return std::any_of(quoted.begin(), quoted.end(), [&](corpus::Span cell) {
        return cell.contains(q) || (q.begin < cell.end && cell.begin < q.end);
      });
    });
    quotations_.insert(quotations_.end(), quoted.begin(), quoted.end());
    std::erase_if(quotations_, [](corpus::Span q) { return q.empty(); });
    std::sort(quotations_.begin(), quotations_.end());
  }

  std::vector<Token> run() {
    std::size_t quotation = 0;
    for (std::size_t at = 0; at < text_.size();) {
      while (quotation < quotations_.size() && quotations_[quotation].end <= at) ++quotation;
      if (quotation < quotations_.size() && quotations_[quotation].begin == at) {
        at = quotations_[quotation].end;
        continue;
      }
      const std::size_t begin = at;
      const char32_t c = corpus::next_code_point(text_, at);
      if (auto token = read_token(begin, c)) {
        at = token->span.end;
        add(*std::move(token));
      }
    }
    close_gap(text_.size());
    return std::move(tokens_);
  }

 private:
  // 「A」とあるのは「B」, 「A」を「B」に改める: prose quotes titles too, which are no gap.
  bool is_replaced(corpus::Span quotation) const {
    return corpus::starts_with_any(text_.substr(quotation.end),
                                   {"とあるのは", "とあり", "を「", "に改め", "と読み替え",
                                    "を加え", "を削", "と、「"}) ||
           corpus::ends_with_any(text_.substr(0, quotation.begin),
                                 {"とあるのは", "とあるのは、", "」を", "下に", "次に"});
  }

  void close_gap(std::size_t end) {
    if (end_ < end) {
      // In prose a space is no gap: 強化法 第5条, 「強化法」第5条.
      const std::string_view gap = text_.substr(end_, end - end_);
      const bool behind_law = !tokens_.empty() && tokens_.back().kind == TokenKind::law;
      const bool nothing =
          gap == " " || gap == "\u3000" || (behind_law && (gap == "」" || gap == "』"));
      if (!(names_.prose() && nothing)) {
        tokens_.push_back({.kind = TokenKind::gap, .span = {end_, end}});
      }
    }
    end_ = end;
  }

  void add(Token token) {
    close_gap(token.span.begin);
    end_ = token.span.end;
    tokens_.push_back(std::move(token));
  }

  std::optional<Token> read_token(std::size_t at, char32_t c) {
    std::optional<Token> best;
    if (matcher_.may_start(c)) {
      if (const auto found = matcher_.longest_at(text_, at, options_)) {
        best = Token{.kind = TokenKind::word,
                     .span = found->word.span,
                     .use = found->rule->use,
                     .word = found->word};
        if (found->word.unit == Unit::law) as_law(*best);
      }
    }
    if (may_start_number(c)) {
      if (auto number = read_number(at)) return number;
    }
    if (auto name = read_name(at, c); name && (!best || name->span.end >= best->span.end))
      best = std::move(name);
    if (best) return best;
    if (c == U'同') {
      if (auto number = read_number_of_same_year(at)) return number;
    }
    if (may_start_fixed(c)) return read_fixed(at);
    return std::nullopt;
  }

  void as_law(Token& token) const {
    const std::string_view written = token.span.of(text_);
    token.kind = TokenKind::law;
    token.law.span = token.span;
    token.law.word = token.word.relation == Relation::here ? LawWord::here : LawWord::same;
    std::string_view name = written.substr(
        token.word.relation == Relation::here && written.starts_with("この") ? 6 : 3);
    if (const auto order =
            corpus::ends_with_any(name, {"施行規則", "施行細則", "施行令", "施行法"});
        order && *order != name) {
      token.law.suffix = *order;
      name.remove_suffix(order->size());
    }
    token.law.name = name;
  }

  bool starts_word(std::size_t at, char32_t c) const {
    if (at == 0 || (at == end_ && !tokens_.empty())) return true;
    const char32_t before = corpus::letter_before(text_, at);
    if (corpus::is_kanji(c) && corpus::is_kanji(before)) {
      if (may_precede_word(before) || text_.substr(0, at).ends_with("ニ付")) return true;
      return names_.prose() && corpus::ends_with_any(text_.substr(0, at), {"改正", "現行"});
    }
    return !(corpus::is_katakana(c) && corpus::is_katakana(before) && options_.iroha);
  }

  std::optional<Token> read_name(std::size_t at, char32_t c) {
    if (!starts_word(at, c)) return std::nullopt;
    const auto hit = names_.longest_at(text_, at, provision_);
    if (!hit) return read_undeclared(at, c);
    Token token{.kind = TokenKind::law, .span = {at, at + hit->length}, .law = hit->law};
    token.law.name = token.span.of(text_);
    const std::string_view before = text_.substr(0, at);
    token.law.span = token.span;
    constexpr std::string_view kAmended = "改正";
    if (names_.prose() && before.ends_with(kAmended) && at >= end_ + kAmended.size())
      token.span.begin -= kAmended.size();  // 改正警職法 is 警職法 as amended
    if (corpus::ends_with_any(before, {"改正前の", "廃止前の", "旧"})) token.law.old = true;
    if (before.ends_with("廃止前の") || before.ends_with("廃止された")) token.law.repealed = true;
    // 旧刑法 is another law than 刑法, unless the text says what it means by it.
    if (before.ends_with("旧") && !token.law.abbreviation && token.span.begin >= end_ + 3) {
      token.span.begin -= 3;
      token.law.name = token.span.of(text_);
      token.law.note = "旧";
      token.law.ids.clear();
      token.law.span = token.span;
    }
    return token;
  }

  // 新法, 旧令 that no declaration at hand explains (the 附則 are extracts).
  std::optional<Token> read_undeclared(std::size_t at, char32_t c) {
    if (c != U'新' && c != U'旧' && c != U'改') return std::nullopt;
    const auto name = corpus::starts_with_any(
        text_.substr(at), {"新法", "旧法", "新令", "旧令", "新規則", "旧規則", "改正法", "改正令",
                           "新省令", "旧省令", "新府令", "旧府令", "新政令", "旧政令"});
    if (!name) return std::nullopt;
    const char32_t next = corpus::letter_at(text_, at + name->size());
    constexpr std::u32string_view kMay = U"第附別";
    if (kMay.find(next) == kMay.npos || next == 0) return std::nullopt;
    Token token{.kind = TokenKind::law, .span = {at, at + name->size()}};
    token.law.word = c == U'新' ? LawWord::amended : LawWord::named;
    token.law.old = c == U'旧';
    token.law.name = *name;
    token.law.note = "附則に定義がない";
    token.law.span = token.span;
    return token;
  }

  std::optional<Token> read_number(std::size_t at) {
    const auto read = corpus::read_law_number(text_.substr(at));
    if (!read) return std::nullopt;
    year_ = text_.substr(at, text_.substr(at).find("年") + 3);
    Token token{.kind = TokenKind::number, .span = {at, at + read->length}};
    token.law.word = LawWord::number;
    token.law.number = token.span.of(text_);
    token.law.span = token.span;
    if (read->number.kind == corpus::LawNumberKind::other ||
        read->number.kind == corpus::LawNumberKind::decision) {
      token.law.note = "法律、政令、省令等でない";
    }
    return token;
  }

  std::optional<Token> read_number_of_same_year(std::size_t at) {
    if (!text_.substr(at).starts_with("同年") || year_.empty()) return std::nullopt;
    const std::string number = year_ + std::string(text_.substr(at + 6, 240));
    const auto read = corpus::read_law_number(number);
    if (!read || read->length <= year_.size()) return std::nullopt;
    Token token{.kind = TokenKind::number, .span = {at, at + 6 + read->length - year_.size()}};
    token.law.word = LawWord::number;
    token.law.number = number.substr(0, read->length);
    token.law.span = token.span;
    return token;
  }

  std::optional<Token> read_fixed(std::size_t at) const {
    const std::string_view rest = text_.substr(at);
    for (const Fixed& row : kFixed) {
      if (rest.starts_with(row.letters))
        return Token{.kind = row.kind, .span = {at, at + row.letters.size()}};
    }
    if (!names_.prose()) return std::nullopt;
    for (const Fixed& row : kProseFixed) {
      if (rest.starts_with(row.letters))
        return Token{.kind = row.kind, .span = {at, at + row.letters.size()}};
    }
    return std::nullopt;
  }

  std::string_view text_;
  const LawNameFinder& names_;
  std::uint32_t provision_;
  const CitationMatcher& matcher_;
  MatchOptions options_;
  std::vector<corpus::Span> quotations_;
  std::vector<Token> tokens_;
  std::size_t end_ = 0;  // of the last token
  std::string year_;
};

}  // namespace

std::vector<Token> lex_citations(std::string_view text, const LawNameFinder& names,
                                 std::uint32_t provision, const std::vector<corpus::Span>& quoted) {
  return Lexer(text, names, provision, quoted).run();
}

}  // namespace citations
