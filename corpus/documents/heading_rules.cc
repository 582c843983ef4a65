// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/documents/heading_rules.h"

#include <algorithm>
#include <iterator>

#include "corpus/char_kinds.h"
#include "corpus/numerals.h"

namespace documents {
namespace {

using N = Numbering;

constexpr std::size_t kMostLetters = 65;
constexpr std::size_t kMostNumber = 99;

// Ranks follow 公用文の書き方 (第１ 1 (1) ア (ア)) and, where it is silent, what ministries' papers
// and law firms do.
// clang-format off
constexpr HeadingRule kRules[] = {
    {"第1編", "第", N::arabic, "編", 10, {"第1編 総論", "第二編　各論"}, {"第1編の規定により"}},
    {"第1部", "第", N::arabic, "部", 12, {"第1部 現状と課題", "第Ⅱ部 対応"}, {"第1部会において"}},
    {"第1章", "第", N::arabic, "章", 14, {"第1章 総則", "第３章　水路の管理"}, {"第1章第2条の届出", "第1章及び第2章"}},
    {"第1節", "第", N::arabic, "節", 16, {"第1節 水門", "第二節　樋門"}, {"第1節から第3節まで"}},
    {"第1款", "第", N::arabic, "款", 18, {"第1款 通則"}, {"第1款の"}},
    {"第1", "第", N::arabic, " |．|.", 20, {"第１　趣旨", "第2 経緯"}, {"第1回会合", "第2条の2"}},
    {"別紙1", "別紙|別添|付録|参考資料|補論", N::arabic, " |：", 20, {"別紙1 様式の例", "参考資料２　水位の推移"}, {"別紙1のとおり"}},
    {"I.", "", N::roman, ".|．|、| ", 24, {"I. 策定の経緯", "Ⅳ．推進の体制", "Ⅱ 現状"}, {"IP網の整備", "III類の設備"}},
    {"〈1〉", "〈|＜|《", N::arabic, "〉|＞|》", 26, {"〈6〉 水路の安全", "＜１＞ 目的"}, {"＜1＞"}},
    {"Q1", "Q|Ｑ|問", N::arabic, ".|．| |：|:", 30, {"Q1. 届出は要りますか", "問2　だれが届け出るのか"}, {"Q1期の売上げ"}},
    {"A.", "", N::latin, ".|．", 28, {"A. 届出の義務", "Ｂ．報告の義務"}, {"a.m.の時刻"}},
    {"1.", "", N::arabic, ".|．|、| ", 40, {"1. 水路の管理", "２　届出の対象", "3．報告"}, {"3 か月を経過", "2025 年の改正", "1.5倍に増加"}},
    {"1-1", "", N::path, " |.|．", 44, {"1-1 経緯等", "2.3 報告の期限", "１－２　対象となる者"}, {"1-1-5号室", "2024.04.01 12:00", "3-1参照"}},
    {"(1)", "(|（|〔", N::arabic, ")|）|〕", 50, {"(1) 基本的考え方", "（２）届出の対象", "(3)報告"}, {"(1)の届出をした者は", "（2）及び（3）の場合"}},
    {"①", "", N::circled, "", 60, {"① 水位の報告", "②対象となる設備"}, {"①及び②に該当する者", "①から③までの場合"}},
    {"1)", "", N::arabic, ")|）", 62, {"1) 報告の期限", "２）期限の延長"}, {"1)及び2)の場合"}},
    {"ア", "", N::katakana, " |．|.", 70, {"ア 基準の見直し", "イ　監査"}, {"アの設備", "ア及びイの場合"}},
    {"(ア)", "(|（", N::katakana, ")|）", 74, {"(ア) 水門の設備", "（イ）樋門の設備"}, {"(ア)から(ウ)までを"}},
    {"(i)", "(|（", N::lower, ")|）", 76, {"(i) 対象の事象", "（ⅱ）報告の手続"}, {"(i)及び(ii)の場合"}},
    {"(a)", "(|（", N::latin, ")|）", 78, {"(a) 導入したとき", "（b）変えたとき"}, {"(a)又は(b)の場合"}},
    {"■", "■", N::none, "", 84, {"■ 取組の実績", "■第2回会合（東京）"}, {"■"}},
    {"◆", "◆|◇|▼|▽|▲|△|★", N::none, "", 86, {"◆ 今後の予定", "▼対象となる者"}, {"◆"}},
    {"●", "●|◎", N::none, "", 85, {"● 会合の概要", "◎関係者との協議"}, {"●"}},
    {"□", "□", N::none, " ", 88, {"□ 本部の改組"}, {"□"}},
    {"【】", "【|［|＜|〈|《|[", N::whole, "】|］|＞|〉|》|]", 90, {"【外側の通信】", "〈水門の種類〉"}, {"【略】", "【座長】の挨拶", "［1］"}},
    {"～～", "～|〜|―|－", N::whole, "～|〜|―|－", 82, {"～水門の管理～", "―近年の動向―"}, {"～2025年", "－１－"}},
};
// clang-format on

bool has_choice(std::string_view choices, std::string_view text, std::size_t& length) {
  if (choices.empty()) {
    length = 0;
    return true;
  }
  for (std::size_t at = 0; at <= choices.size();) {
    const std::size_t bar = std::min(choices.find('|', at), choices.size());
    const std::string_view choice = choices.substr(at, bar - at);
    if (choice == " " && !text.empty()) {
      length = 0;
      while (length < text.size()) {
        std::size_t next = length;
        if (!corpus::is_space(corpus::next_code_point(text, next))) break;
        length = next;
      }
      if (length > 0) return true;
    } else if (!choice.empty() && choice != " " && text.starts_with(choice)) {
      length = choice.size();
      return true;
    }
    at = bar + 1;
  }
  return false;
}

bool ends_with_choice(std::string_view choices, std::string_view text, std::size_t& length) {
  for (std::size_t at = 0; at <= choices.size();) {
    const std::size_t bar = std::min(choices.find('|', at), choices.size());
    const std::string_view choice = choices.substr(at, bar - at);
    if (!choice.empty() && text.ends_with(choice)) {
      length = choice.size();
      return true;
    }
    at = bar + 1;
  }
  return false;
}

// One half-width letter and its bytes.
char32_t letter_at(std::string_view text, std::size_t& length) {
  length = 0;
  return text.empty() ? U'\0' : corpus::to_half_width(corpus::next_code_point(text, length));
}

std::optional<corpus::ReadNumber> read_path(std::string_view text) {
  corpus::ReadNumber out;
  std::size_t parts = 0;
  for (std::size_t at = 0;;) {
    const auto number = corpus::read_number(text.substr(at));
    if (!number || number->value > kMostNumber) break;
    ++parts;
    out = {number->value, at + number->length};
    std::size_t length = 0;
    const char32_t c = letter_at(text.substr(out.length), length);
    if (c != U'-' && c != U'.' && c != U'‐' && c != U'－' && c != U'–' && c != U'−') break;
    at = out.length + length;
  }
  if (parts < 2 || parts > 4) return std::nullopt;
  return out;
}

std::optional<corpus::ReadNumber> read_latin(std::string_view text) {
  std::size_t length = 0;
  const char32_t c = letter_at(text, length);
  if (!corpus::is_ascii_letter(c)) return std::nullopt;
  return corpus::ReadNumber{(static_cast<std::uint64_t>(c) | 0x20) - 'a' + 1, length};
}

std::optional<corpus::ReadNumber> read_katakana(std::string_view text) {
  std::size_t length = 0;
  const char32_t c = letter_at(text, length);
  constexpr std::u32string_view kOrder = U"アイウエオカキクケコサシスセソタチツテトナニヌネノ";
  const std::size_t found = kOrder.find(c);
  if (found == std::u32string_view::npos) return std::nullopt;
  return corpus::ReadNumber{found + 1, length};
}

std::optional<corpus::ReadNumber> read_by(Numbering numbering, std::string_view text,
                                          bool ordinal) {
  switch (numbering) {
    case N::arabic: {
      auto number = corpus::read_number(text);
      if (!number && ordinal) number = corpus::read_roman(text);  // 第Ⅱ部
      if (number && number->value <= kMostNumber) return number;
      return std::nullopt;
    }
    case N::path:
      return read_path(text);
    case N::roman: {
      const auto number = corpus::read_roman(text);
      std::size_t length = 0;
      const char32_t c = letter_at(text, length);
      const bool lower = (c >= U'a' && c <= U'z') || (c >= U'ⅰ' && c <= U'ⅿ');
      return lower ? std::nullopt : number;
    }
    case N::lower:
      return corpus::read_roman(text);
    case N::circled: {
      const auto number = corpus::read_circled(text);
      return number ? number : corpus::read_parenthesized_letter(text);
    }
    case N::katakana:
      return read_katakana(text);
    case N::latin:
      return read_latin(text);
    case N::none:
      return corpus::ReadNumber{0, 0};
    case N::whole:
      return std::nullopt;
  }
  return std::nullopt;
}

// What follows a number that is spoken of or counts things: 3 か月, (1)の届出, ①及び②.
bool is_spoken_of(std::string_view rest) {
  static constexpr std::string_view kSpeaking[] = {
      "の",       "を", "に", "は、", "及び",   "並びに", "又は",  "若しくは", "から",
      "と",       "、", "が", "・",   "～",     "〜",     "で",    "について", "参照",
      "のとおり", ")",  "）", "乃至", "ないし", "以外",   "に該当"};
  return std::any_of(std::begin(kSpeaking), std::end(kSpeaking),
                     [&](std::string_view s) { return rest.starts_with(s); });
}

bool is_counter(std::string_view rest) {
  static constexpr std::string_view kCounters[] = {
      "年", "月", "日", "時", "か月", "ヶ月", "カ月", "箇月",   "週",   "分",   "秒",
      "人", "名", "社", "者", "件",   "回",   "か国", "カ国",   "ヵ国", "か所", "つの",
      "%",  "％", "倍", "円", "万",   "億",   "千",   "兆",     "台",   "個",   "割",
      "度", "条", "項", "号", "歳",   "点",   "頁",   "ページ", "種類"};
  return std::any_of(std::begin(kCounters), std::end(kCounters),
                     [&](std::string_view s) { return rest.starts_with(s); });
}

std::optional<HeadingMark> match_whole(const HeadingRule& rule, std::string_view line) {
  std::size_t open = 0, close = 0;
  if (!has_choice(rule.before, line, open) || !ends_with_choice(rule.after, line, close)) return {};
  if (line.size() < open + close + 6) return {};
  const std::string_view inside = line.substr(open, line.size() - open - close);
  if (inside == "略" || inside == "中略" || inside == "座長") return {};
  std::size_t ignored = 0;
  for (std::size_t at = 0; at < inside.size();) {
    if (has_choice(rule.after, inside.substr(at), ignored)) return {};
    corpus::next_code_point(inside, at);
  }
  if (corpus::read_number(inside) && corpus::read_number(inside)->length == inside.size())
    return {};
  return HeadingMark{0, 0, 0};
}

std::optional<HeadingMark> match(const HeadingRule& rule, std::string_view line) {
  if (rule.number == N::whole) return match_whole(rule, line);
  std::size_t before = 0, after = 0;
  if (!has_choice(rule.before, line, before)) return {};
  std::string_view rest = line.substr(before);
  const auto number = read_by(rule.number, rest, rule.before == "第");
  if (!number || (number->value == 0 && rule.number != N::none)) return {};
  rest = rest.substr(number->length);
  if (!has_choice(rule.after, rest, after)) return {};
  rest = rest.substr(after);
  const std::string_view words = corpus::trim(rest);
  if (words.empty() || corpus::count_code_points(words) < 2) return {};
  const bool spaced =
      words.size() < rest.size() ||
      (after > 0 &&
       corpus::is_space(corpus::first_of(line.substr(line.size() - rest.size() - after))));
  if (!spaced && is_spoken_of(words) && rule.number != N::none) return {};
  if (is_counter(words) && (rule.number == N::arabic || rule.number == N::path) &&
      rule.before.empty())
    return {};
  // 第1章 is followed by its title, 1.5 is a number.
  if (rule.before == "第" && after > 0 && !spaced && rule.after != " |．|." &&
      (is_spoken_of(words) || words.starts_with("第") ||
       corpus::is_hiragana(corpus::first_of(words)) || words.starts_with("会")))
    return {};
  if (rule.before.empty() && rule.number != N::path &&
      corpus::is_ascii_digit(corpus::to_half_width(corpus::first_of(rest))))
    return {};
  if (rule.number == N::path &&
      corpus::is_ascii_digit(corpus::to_half_width(corpus::first_of(words))))
    return {};
  if (rule.number == N::latin && rule.before.empty() &&
      corpus::is_ascii_letter(corpus::first_of(words)))
    return {};
  return HeadingMark{0, before + number->length + after, static_cast<std::size_t>(number->value)};
}

}  // namespace

std::span<const HeadingRule> heading_rules() { return kRules; }

std::optional<HeadingMark> find_heading_mark(std::string_view line) {
  for (std::size_t row = 0; row < std::size(kRules); ++row) {
    if (auto found = match(kRules[row], line)) {
      found->rule = row;
      return found;
    }
  }
  return std::nullopt;
}

bool ends_sentence(std::string_view text) {
  static constexpr std::string_view kClosing[] = {"」", "』", "）", ")", "】", "”",
                                                  "\"", "］", "]",  "*", " "};
  static constexpr std::string_view kEnds[] = {"。", "！", "？", "．", "!", "?"};
  const auto ends_with = [&](const auto& list) {
    for (const std::string_view e : list)
      if (text.ends_with(e)) return e.size();
    return std::size_t{0};
  };
  while (!text.empty()) {
    if (ends_with(kEnds) > 0) return true;
    // 「…する。（第四条）」: the remark behind the sentence
    const bool round = text.ends_with(")") || text.ends_with("）");
    const std::size_t open = round ? std::max(text.rfind("(") + 1, text.rfind("（") + 1) : 0;
    if (open > 0 && open != std::string_view::npos) {
      const std::string_view before = corpus::trim(text.substr(0, open - 1));
      for (const std::string_view e : kEnds)
        if (before.ends_with(e)) return true;
    }
    const std::size_t closing = ends_with(kClosing);
    if (closing == 0) return text.ends_with(".") && !text.ends_with("..");
    text.remove_suffix(closing);
  }
  return false;
}

bool may_be_heading(std::string_view line) {
  if (line.empty() || corpus::count_code_points(line) > kMostLetters) return false;
  if (line.find('\t') != std::string_view::npos) return false;
  if (ends_sentence(line)) return false;
  static constexpr std::string_view kGoingOn[] = {"、", "，", ",", "・", "及び", "又は", "並びに"};
  return std::none_of(std::begin(kGoingOn), std::end(kGoingOn),
                      [&](std::string_view s) { return line.ends_with(s); });
}

}  // namespace documents
