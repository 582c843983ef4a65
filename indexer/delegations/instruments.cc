// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/delegations/instruments.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>

#include "corpus/issuers.h"
#include "corpus/text_scan.h"

namespace delegations {
namespace {

using corpus::Span;

constexpr std::size_t kLetter = 3;  // bytes of a kanji or kana in UTF-8
constexpr std::size_t kLongestName = 40 * kLetter;
constexpr std::size_t kLongestBracket = 6000 * kLetter;  // a hostile text costs no more than this

bool is_name_letter(char32_t c) {
  return corpus::is_kanji(c) || corpus::is_katakana(c) || c == U'ー';
}

// Where the name whose ending begins at `at` begins: letters, without what only points at it.
std::size_t body_before(std::string_view text, std::size_t at) {
  std::size_t begin = at;
  while (begin > 0 && at - begin < kLongestName &&
         is_name_letter(corpus::letter_before(text, begin))) {
    begin -= kLetter;
  }
  for (const std::string_view word : {"当該", "毎年", "各"}) {
    if (text.substr(begin, at - begin).starts_with(word)) begin += word.size();
  }
  // 「その他主務大臣の定める」
  if (text.substr(begin, at - begin).starts_with("他") && text.substr(0, begin).ends_with("その"))
    begin += kLetter;
  return begin;
}

// The longest ministry whose name ends at `at`.
std::size_t ministry_before(std::string_view text, std::size_t at) {
  std::size_t best = 0;
  const std::string_view before = text.substr(0, at);
  for (const corpus::Issuer& issuer : corpus::issuers()) {
    if (issuer.ending == "令" && issuer.name.size() > kLetter && before.ends_with(issuer.name))
      best = std::max(best, issuer.name.size());
  }
  return at - best;
}

std::size_t ministries_before(std::string_view text, std::size_t at) {
  std::size_t begin = ministry_before(text, at);
  if (begin == at) return at;
  while (true) {
    const std::string_view before = text.substr(0, begin);
    const auto joint = corpus::ends_with_any(before, {"令・", "・"});
    if (!joint) return begin;
    const std::size_t next = ministry_before(text, begin - joint->size());
    if (next == begin - joint->size()) return begin;
    begin = next;
  }
}

std::size_t bodies_before(std::string_view text, std::size_t at, std::string_view ending) {
  std::size_t begin = body_before(text, at);
  while (true) {
    const auto join =
        corpus::ends_with_any(text.substr(0, begin), {"並びに", "及び", "又は", "、"});
    if (!join) return begin;
    const std::size_t end = begin - join->size();
    if (!text.substr(0, end).ends_with(ending)) return begin;
    begin = body_before(text, end);
  }
}

// この政令, 同政令, 当該政令 is no other than the one spoken of.
bool only_points(std::string_view text, std::size_t begin) {
  return corpus::ends_with_any(text.substr(0, begin), {"この", "当該", "同"}).has_value();
}

// The name of that row which ends at `end`, if it does.
std::optional<Span> read_name(const InstrumentRule& rule, std::string_view text, std::size_t end) {
  if (!text.substr(0, end).ends_with(rule.ending)) return std::nullopt;
  const std::size_t at = end - rule.ending.size();
  std::size_t begin = at;
  if (rule.head == NameHead::ministries) {
    begin = ministries_before(text, at);
    if (begin == at) return std::nullopt;
  } else if (rule.head == NameHead::body) {
    begin = body_before(text, at);
  } else if (rule.head == NameHead::bodies) {
    begin = bodies_before(text, at, rule.ending);
  }
  if (rule.alone && corpus::is_kanji(corpus::letter_before(text, begin))) return std::nullopt;
  if (only_points(text, begin)) return std::nullopt;
  return Span{begin, end};
}

// Rows by the last letter of their ending.
const std::map<std::string_view, std::vector<const InstrumentRule*>>& rules_by_last_letter() {
  static const auto kRules = [] {
    std::map<std::string_view, std::vector<const InstrumentRule*>> out;
    for (const InstrumentRule& rule : instrument_rules())
      out[rule.ending.substr(rule.ending.size() - kLetter)].push_back(&rule);
    return out;
  }();
  return kRules;
}

// Nearly every letter of a law is asked this.
bool ends_a_name(std::string_view text, std::size_t at) {
  static const auto kLast = [] {
    std::array<bool, 0x10000> out{};
    for (const auto& [letter, rules] : rules_by_last_letter())
      out[corpus::letter_at(letter, 0)] = true;
    return out;
  }();
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[at + i]); };
  return kLast[((byte(0) & 0x0FU) << 12) | ((byte(1) & 0x3FU) << 6) | (byte(2) & 0x3FU)];
}

// Only what one of these letters follows can leave anything to anyone.
bool may_delegate(std::string_view text, std::size_t end) {
  const char32_t c = corpus::letter_at(text, end);
  constexpr std::u32string_view kLetters = U"でのがをに又及若並、（ヲノガニ";
  return kLetters.find(c) != std::u32string_view::npos && c != 0;
}

}  // namespace

std::size_t skip_bracket(std::string_view text, std::size_t at) {
  if (!text.substr(std::min(at, text.size())).starts_with("（")) return at;
  int depth = 0;
  for (std::size_t i = at; i < text.size() && i - at < kLongestBracket;) {
    const char32_t c = corpus::next_code_point(text, i);
    depth += c == U'（' ? 1 : c == U'）' ? -1 : 0;
    if (depth == 0) return i;
  }
  return at;
}

std::vector<InstrumentSpan> find_instruments(std::string_view text) {
  std::vector<InstrumentSpan> out;
  const auto& rules = rules_by_last_letter();
  std::vector<Span> quoted;
  bool asked = false;
  for (std::size_t at = 0; at + kLetter <= text.size();) {
    if ((static_cast<unsigned char>(text[at]) & 0xF0) != 0xE0) {
      ++at;
      continue;
    }
    at += kLetter;
    if (!ends_a_name(text, at - kLetter) || !may_delegate(text, at)) continue;
    const auto row = rules.find(text.substr(at - kLetter, kLetter));
    if (row == rules.end()) continue;
    std::optional<InstrumentSpan> best;
    for (const InstrumentRule* rule : row->second) {
      const auto name = read_name(*rule, text, at);
      if (name && (!best || name->size() > best->span.size())) best = {rule, *name, at};
    }
    if (!best) continue;
    if (!asked) quoted = corpus::find_quotations(text);
    asked = true;
    const auto holds = [&](Span q) { return q.contains(best->span); };
    if (std::any_of(quoted.begin(), quoted.end(), holds)) continue;
    best->end = skip_bracket(text, at);
    out.push_back(*best);
  }
  std::stable_sort(out.begin(), out.end(), [](const InstrumentSpan& a, const InstrumentSpan& b) {
    return a.span < b.span;
  });
  // 「総務大臣」 that begins 「総務大臣及び法務大臣」 is no name of its own.
  const auto begins_next = [](const InstrumentSpan& a, const InstrumentSpan& b) {
    return a.span.begin == b.span.begin;
  };
  const auto kept = std::unique(out.rbegin(), out.rend(), begins_next);
  out.erase(out.begin(), kept.base());
  return out;
}

std::vector<InstrumentSpan> find_alternatives(std::string_view text,
                                              const InstrumentSpan& instrument) {
  std::vector<InstrumentSpan> out;
  const std::size_t stop = instrument.end;
  for (std::size_t at = instrument.span.end; at < stop;) {
    const auto said = corpus::starts_with_any(
        text.substr(at), {"については", "にあつては", "にあっては", "場合には", "場合は"});
    if (!said) {
      corpus::next_code_point(text, at);
      continue;
    }
    at += said->size();
    if (text.substr(at).starts_with("、")) at += kLetter;
    std::size_t end = at;
    while (end < stop && is_name_letter(corpus::letter_at(text, end))) end += kLetter;
    for (const InstrumentRule& rule : instrument_rules()) {
      const auto name = read_name(rule, text, end);
      if (!name || name->begin != at || rule.kind == Instrument::decision) continue;
      out.push_back({&rule, *name, end});
      break;
    }
  }
  return out;
}

}  // namespace delegations
