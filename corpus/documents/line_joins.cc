// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/documents/line_joins.h"

#include <algorithm>
#include <iterator>

#include "corpus/char_kinds.h"
#include "corpus/documents/heading_rules.h"

namespace documents {
namespace {

// A paragraph that a page's end may have cut is longer than this, in letters; a heading is not.
constexpr std::size_t kShortestCut = 28;
constexpr std::size_t kShortestCutAtBracket = 90;

constexpr std::string_view kGoingOn[] = {
    "、",       "，",       "及び",   "並びに",     "又は",     "若しくは", "または",
    "および",   "ならびに", "に係る", "に関する",   "に基づく", "による",   "に伴う",
    "における", "に対する", "ための", "についての", "するなど", "とともに"};

bool is_kanji_or_katakana(char32_t c) { return corpus::is_kanji(c) || corpus::is_katakana(c); }

// A particle behind a noun: 内容に (but not はじめに).
bool ends_in_particle(std::string_view text) {
  static constexpr std::u32string_view kParticles = U"のにをがはとへやで";
  if (kParticles.find(corpus::last_of(text)) == std::u32string_view::npos) return false;
  const std::string_view before = text.substr(0, text.size() - 3);
  const char32_t c = corpus::last_of(before);
  return is_kanji_or_katakana(c) || c == U'」' || c == U'）' || c == U')' ||
         corpus::is_ascii_letter(c);
}

// How many brackets are still open at the end.
int open_brackets(std::string_view text) {
  int open = 0;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = corpus::next_code_point(text, at);
    constexpr std::u32string_view kOpen = U"（「『【〔(";
    constexpr std::u32string_view kClose = U"）」』】〕)";
    if (kOpen.find(c) != std::u32string_view::npos)
      ++open;
    else if (kClose.find(c) != std::u32string_view::npos && open > 0)
      --open;
  }
  return open;
}

bool begins_with_any(std::string_view text, std::initializer_list<std::string_view> heads) {
  return std::any_of(heads.begin(), heads.end(),
                     [&](std::string_view h) { return text.starts_with(h); });
}

// (令和7年法律第42号), (2016年制定): belongs to the name before it.
bool is_date_in_brackets(std::string_view text) {
  if (!begins_with_any(text, {"(", "（"})) return false;
  const std::size_t bracket = text[0] == '(' ? 1 : 3;
  const std::string_view inside = text.substr(bracket);
  const bool dated = begins_with_any(inside, {"令和", "平成", "昭和", "大正", "明治"}) ||
                     (corpus::is_ascii_digit(corpus::first_of(inside)) &&
                      inside.find("年") != std::string_view::npos);
  return dated && (inside.find("法律第") != std::string_view::npos ||
                   inside.find("令第") != std::string_view::npos ||
                   inside.find("制定") != std::string_view::npos ||
                   inside.find("改正") != std::string_view::npos);
}

}  // namespace

bool ends_amid_sentence(std::string_view text) {
  if (std::any_of(std::begin(kGoingOn), std::end(kGoingOn),
                  [&](std::string_view s) { return text.ends_with(s); }))
    return true;
  return ends_in_particle(text);
}

bool begins_amid_sentence(std::string_view text) {
  if (begins_with_any(
          text, {"を",       "に係る", "に関する", "に基づ", "について", "における", "に対する",
                 "による",   "により", "から",     "まで",   "など",     "という",   "として",
                 "とともに", "、",     "。",       "）",     "」",       ")"}))
    return true;
  static constexpr std::u32string_view kParticles = U"がのにへとはでもや";
  std::size_t at = 0;
  const char32_t c = text.empty() ? U'\0' : corpus::next_code_point(text, at);
  if (kParticles.find(c) == std::u32string_view::npos) return false;
  const char32_t next = corpus::first_of(text.substr(at));
  return is_kanji_or_katakana(next) || next == U'、' || next == U'「';
}

bool goes_on_in_next_line(std::string_view before, std::string_view after, bool full) {
  if (before.empty() || after.empty()) return false;
  if (ends_sentence(before)) return full;
  if (full) return true;
  if (is_date_in_brackets(after) && !ends_sentence(before)) return true;
  if (begins_amid_sentence(after) || ends_amid_sentence(before)) return true;
  const int open = open_brackets(before);
  if (open > 0 && before.size() < 900) return true;
  // 「…の場合には、（…に限り）」 goes on behind its bracket.
  if (before.ends_with("）") || before.ends_with(")")) {
    const std::size_t bracket = std::max(before.rfind("（") + 1, before.rfind("(") + 1);
    return bracket > 0 && before.substr(0, bracket - 1).ends_with("、") && ends_sentence(after);
  }
  return false;
}

bool goes_on_over_gap(std::string_view before, std::string_view after, bool page_end, bool full) {
  if (before.empty() || after.empty()) return false;
  if (ends_sentence(before)) return false;
  const std::size_t letters = corpus::count_code_points(before);
  const bool amid = ends_amid_sentence(before) || begins_amid_sentence(after);
  if (page_end && full) return true;
  if (letters < kShortestCut) return amid && page_end && ends_sentence(after);
  const bool bracket = before.ends_with("）") || before.ends_with(")") || before.ends_with("」");
  if (bracket && letters < kShortestCutAtBracket && !begins_amid_sentence(after)) return false;
  const bool has_hiragana = [&] {
    for (std::size_t at = 0; at < before.size();)
      if (corpus::is_hiragana(corpus::next_code_point(before, at))) return true;
    return false;
  }();
  const bool sentence_ends = after.find("。") != std::string_view::npos;
  if (amid)
    return has_hiragana && (sentence_ends || corpus::count_code_points(after) > kShortestCut);
  // A noun at the end: the paragraph must look like running text itself.
  const bool running =
      before.find("。") != std::string_view::npos || before.find("、") != std::string_view::npos;
  return has_hiragana && running && sentence_ends;
}

}  // namespace documents
