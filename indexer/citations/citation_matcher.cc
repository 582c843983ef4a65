// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/citations/citation_matcher.h"

#include <algorithm>
#include <map>
#include <string>

#include "corpus/error.h"
#include "corpus/numerals.h"
#include "corpus/text_scan.h"

namespace citations {
namespace {

using corpus::next_code_point;

constexpr std::u32string_view kDigits = U"〇一二三四五六七八九十百千0123456789０１２３４５６７８９";
constexpr std::u32string_view kIrohaLetters =
    U"イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセ"
    U"スン";
// の二 is no branch before these: の二分の一, の二以上, の二の項 (of a table), の三月前.
constexpr std::u32string_view kNoBranchBefore =
    U"分倍人年月日週時割回以個名つ箇階種般部万億千項欄者方ヶカケ級号例";

std::optional<corpus::ReadNumber> read_bracketed(std::string_view text, bool roman) {
  if (!roman) {
    if (const auto one = corpus::read_parenthesized_letter(text)) return one;
  }
  std::size_t at = 0;
  const char32_t open = corpus::letter_at(text, at);
  if (open != U'(' && open != U'（') return std::nullopt;
  next_code_point(text, at);
  const std::string_view inside = text.substr(at);
  const char32_t first = corpus::to_half_width(corpus::letter_at(inside, 0));
  if (!roman && !(first >= U'0' && first <= U'9')) return std::nullopt;
  const auto number = roman ? corpus::read_roman(inside) : corpus::read_number(inside);
  if (!number || number->value == 0) return std::nullopt;
  at += number->length;
  const char32_t close = corpus::letter_at(text, at);
  if (close != U')' && close != U'）') return std::nullopt;
  next_code_point(text, at);
  return corpus::ReadNumber{number->value, at};
}

// の二の項 behind the first number of a row.
bool is_row_number(std::string_view rest) {
  while (rest.starts_with("の")) {
    if (rest.starts_with("の項")) return true;
    const auto branch = corpus::read_number(rest.substr(3));
    if (!branch) return false;
    rest.remove_prefix(3 + branch->length);
  }
  return false;
}

// 別表第八の二十四から二十八までの項, 別表第五の二及び四の項: numbers of rows.
bool leads_to_row(std::string_view rest) {
  for (bool joined = false;; joined = true) {
    if (joined && (rest.starts_with("の項") || rest.starts_with("までの項"))) return true;
    if (rest.starts_with("まで")) rest.remove_prefix(std::string_view("まで").size());
    const auto join =
        corpus::starts_with_any(rest, {"から", "、", "及び", "並びに", "又は", "若しくは", "・"});
    if (!join) return false;
    rest.remove_prefix(join->size());
    const auto number = corpus::read_number(rest);
    if (!number) return false;
    rest.remove_prefix(number->length);
    while (rest.starts_with("の") && !rest.starts_with("の項")) {
      const auto branch = corpus::read_number(rest.substr(3));
      if (!branch) return false;
      rest.remove_prefix(3 + branch->length);
    }
  }
}

// 同第1項
bool leads_to_paragraph(std::string_view rest) {
  if (rest.starts_with("第")) rest.remove_prefix(std::string_view("第").size());
  const auto number = corpus::read_number(rest);
  return number && rest.substr(number->length).starts_with("項");
}

// 709・710条, 709、710及び715条
bool leads_to_article(std::string_view rest) {
  for (int n = 0; n < 20; ++n) {
    const auto join = corpus::starts_with_any(rest, {"・", "、", ",", "，", "及び", "又は"});
    if (!join) return false;
    rest.remove_prefix(join->size());
    const auto number = corpus::read_number(rest);
    if (!number) return false;
    rest.remove_prefix(number->length);
    corpus::Ordinal branches(1);
    rest.remove_prefix(read_branches(rest, 0, branches));
    if (rest.starts_with("条")) return true;
  }
  return false;
}

constexpr std::uint32_t kFewBranches = 10;

}  // namespace

std::size_t read_branches(std::string_view text, std::size_t at, corpus::Ordinal& number) {
  std::size_t depth = 0;
  while (depth < corpus::Ordinal::kDepth && number.n[depth] != 0) ++depth;
  const std::size_t begin = at;
  while (depth < corpus::Ordinal::kDepth) {
    const std::string_view rest = text.substr(at);
    if (!rest.starts_with("の") && !rest.starts_with("ノ")) break;
    const auto branch = corpus::read_number(rest.substr(3));
    if (!branch || branch->value < 2 || branch->value > 999) break;
    const std::size_t behind = at + 3 + branch->length;
    const char32_t next = corpus::letter_at(text, behind);
    if (kNoBranchBefore.find(next) != kNoBranchBefore.npos) break;
    // 別表第一の二の項: the last number names a row.
    if (text.substr(behind).starts_with("の項")) break;
    if (leads_to_row(text.substr(behind))) break;
    // 別表第一の百十二の二の項: no table has so many branches, its rows do.
    if (branch->value >= kFewBranches && is_row_number(text.substr(behind))) break;
    number.n[depth++] = static_cast<std::uint16_t>(branch->value);
    at = behind;
  }
  return at - begin;
}

CitationMatcher::CitationMatcher(std::span<const CitationRule> rules,
                                 std::span<const RulePiece> pieces)
    : buckets_(1), bucket_of_(kBmp, 0) {
  for (const CitationRule& rule : rules) {
    Compiled compiled{&rule, {}};
    std::string_view rest = rule.pattern;
    while (!rest.empty()) {
      if (rest.front() != '{') {
        const std::size_t end = std::min(rest.find('{'), rest.size());
        compiled.nodes.push_back({nullptr, rest.substr(0, end), false});
        rest.remove_prefix(end);
        continue;
      }
      const std::size_t close = rest.find('}');
      const std::string_view name = rest.substr(1, close - 1);
      const auto piece = std::find_if(pieces.begin(), pieces.end(),
                                      [&](const RulePiece& p) { return p.name == name; });
      if (close == std::string_view::npos || piece == pieces.end()) {
        throw corpus::Error("引用の規則表にない部品です: " + std::string(name),
                            "citation_rules.cc: " + std::string(rule.name),
                            "部品の表を見てください");
      }
      rest.remove_prefix(close + 1);
      const bool optional = rest.starts_with('?');
      if (optional) rest.remove_prefix(1);
      compiled.nodes.push_back({&*piece, {}, optional});
    }
    compiled_.push_back(std::move(compiled));
  }
  std::map<char32_t, std::vector<std::uint16_t>> by_letter;
  for (std::size_t i = 0; i < compiled_.size(); ++i) {
    for (const char32_t c : first_letters(compiled_[i].nodes)) {
      auto& rules_here = by_letter[c];
      if (rules_here.empty() || rules_here.back() != i) {
        rules_here.push_back(static_cast<std::uint16_t>(i));
      }
    }
  }
  for (auto& [letter, rules_here] : by_letter) {
    const auto same = std::find(buckets_.begin(), buckets_.end(), rules_here);
    if (letter < kBmp) bucket_of_[letter] = static_cast<std::uint8_t>(same - buckets_.begin());
    if (same == buckets_.end()) buckets_.push_back(std::move(rules_here));
  }
}

const CitationMatcher& CitationMatcher::standard() {
  static const CitationMatcher matcher(citation_rules(), rule_pieces());
  return matcher;
}

std::u32string CitationMatcher::first_letters(const std::vector<Node>& nodes) const {
  std::u32string out;
  for (const Node& node : nodes) {
    bool may_be_empty = node.optional;
    if (node.piece == nullptr) {
      out += corpus::letter_at(node.letters, 0);
    } else {
      switch (node.piece->kind) {
        case PieceKind::number:
          out += kDigits;
          break;
        case PieceKind::iroha:
          out += kIrohaLetters;
          break;
        case PieceKind::bracketed:
          out += U"(（";
          for (char32_t c = U'⑴'; c <= U'⒇'; ++c) out += c;
          break;
        case PieceKind::small_roman:
          out += U"(（";
          break;
        case PieceKind::spelling:
          for (const std::string_view s : node.piece->spellings) {
            if (s.empty())
              may_be_empty = true;
            else
              out += corpus::letter_at(s, 0);
          }
          break;
        case PieceKind::branch:
        case PieceKind::word_end:
        case PieceKind::name_end:
        case PieceKind::kana_end:
        case PieceKind::kana_start:
        case PieceKind::word_start:
        case PieceKind::no_item:
        case PieceKind::of_article:
        case PieceKind::of_list:
          may_be_empty = true;
          break;
      }
    }
    if (!may_be_empty) break;
  }
  return out;
}

std::optional<RuleMatch> CitationMatcher::match(const Compiled& compiled, std::string_view text,
                                                std::size_t at) const {
  RuleMatch found{compiled.rule, {}};
  Word& word = found.word;
  word.relation = compiled.rule->relation;
  word.unit = compiled.rule->unit;
  word.clause = compiled.rule->clause;
  std::size_t pos = at;
  const auto take_number = [&](std::optional<corpus::ReadNumber> number) {
    if (!number || number->value == 0 || number->value >= kAll) return false;
    if (word.relation == Relation::named || word.relation == Relation::here)
      word.number = corpus::Ordinal(static_cast<std::uint16_t>(number->value));
    else
      word.count = static_cast<std::uint16_t>(number->value);
    pos += number->length;
    return true;
  };
  for (const Node& node : compiled.nodes) {
    const std::string_view rest = text.substr(pos);
    if (node.piece == nullptr) {
      if (!rest.starts_with(node.letters)) return std::nullopt;
      pos += node.letters.size();
      continue;
    }
    bool ok = true;
    switch (node.piece->kind) {
      case PieceKind::number:
        ok = take_number(corpus::read_number(rest));
        break;
      case PieceKind::iroha:
        ok = take_number(corpus::read_iroha(rest));
        break;
      case PieceKind::bracketed:
        ok = take_number(read_bracketed(rest, false));
        break;
      case PieceKind::small_roman:
        ok = take_number(read_bracketed(rest, true));
        break;
      case PieceKind::branch:
        pos += read_branches(text, pos, word.number);
        break;
      case PieceKind::spelling: {
        const auto spelling =
            std::find_if(node.piece->spellings.begin(), node.piece->spellings.end(),
                         [&](std::string_view s) { return rest.starts_with(s); });
        ok = spelling != node.piece->spellings.end();
        if (ok) pos += spelling->size();
        break;
      }
      case PieceKind::word_end:
        ok = may_follow_word(corpus::letter_at(text, pos));
        break;
      case PieceKind::name_end:
        ok = may_follow_law_name(corpus::letter_at(text, pos));
        break;
      case PieceKind::kana_end:
        ok = !corpus::is_katakana(corpus::letter_at(text, pos)) &&
             !is_particle(corpus::letter_before(text, pos), corpus::letter_at(text, pos));
        break;
      case PieceKind::of_article:
        ok = leads_to_paragraph(rest);
        break;
      case PieceKind::of_list:
        ok = leads_to_article(rest);
        break;
      case PieceKind::no_item:
        ok = corpus::letter_at(text, pos) != U'号' && corpus::letter_at(text, pos) != U'號';
        break;
      case PieceKind::word_start:
        ok = may_precede_word(corpus::letter_before(text, pos));
        break;
      case PieceKind::kana_start:
        ok = !corpus::is_katakana(corpus::letter_before(text, pos));
        break;
    }
    if (!ok && !node.optional) return std::nullopt;
  }
  if (compiled.rule->all) word.count = kAll;
  word.span = {at, pos};
  return found;
}

std::vector<RuleMatch> CitationMatcher::all_at(std::string_view text, std::size_t at,
                                               MatchOptions options) const {
  std::vector<RuleMatch> out;
  if (at >= text.size()) return out;
  const char32_t c = corpus::letter_at(text, at);
  if (!may_start(c)) return out;
  for (const std::uint16_t i : buckets_[bucket_of_[c]]) {
    const CitationRule& rule = *compiled_[i].rule;
    if (rule.use == RuleUse::prose && !options.prose) continue;
    if (rule.unit == Unit::subitem && !options.iroha) continue;
    if (auto found = match(compiled_[i], text, at)) out.push_back(*std::move(found));
  }
  return out;
}

std::optional<RuleMatch> CitationMatcher::longest_at(std::string_view text, std::size_t at,
                                                     MatchOptions options) const {
  std::optional<RuleMatch> best;
  const char32_t c = corpus::letter_at(text, at);
  if (!may_start(c)) return best;
  for (const std::uint16_t i : buckets_[bucket_of_[c]]) {
    const CitationRule& rule = *compiled_[i].rule;
    if (rule.use == RuleUse::prose && !options.prose) continue;
    if (rule.unit == Unit::subitem && !options.iroha) continue;
    auto found = match(compiled_[i], text, at);
    if (found && (!best || found->word.span.end > best->word.span.end)) best = std::move(found);
  }
  return best;
}

}  // namespace citations
