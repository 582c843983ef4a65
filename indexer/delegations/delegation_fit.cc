// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/delegations/delegation_fit.h"

#include <algorithm>
#include <charconv>

#include "corpus/issuers.h"
#include "corpus/text_scan.h"

namespace delegations {
namespace {

bool is_generic(std::string_view instrument) {
  return instrument == "主務省令" || instrument == "命令" || instrument == "省令";
}

// 届け出なければならない and 届出 are the same word.
std::string without_okurigana(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t c = corpus::next_code_point(text, at);
    if (corpus::is_kanji(c) || corpus::is_katakana(c))
      out += text.substr(begin, at - begin);
    else if (!out.empty() && !out.ends_with(' ') && c != U'け' && c != U'し' && c != U'り' &&
             c != U'え')
      out += ' ';
  }
  return out;
}

}  // namespace

bool may_fill(Instrument kind, std::string_view order_id) {
  const int rank = rank_of(order_id);
  const std::string_view type = order_id.substr(std::min<std::size_t>(3, order_id.size()));
  switch (kind) {
    case Instrument::cabinet_order:
      return rank == 2;
    case Instrument::ministry_order:  // 主務省令 may be the rule of a commission
      return type.starts_with("M") || type.starts_with("R0");
    case Instrument::order:
      return rank == 1 || rank == 2;
    case Instrument::rule:
      return type.starts_with("R") || type.starts_with("M");
    case Instrument::local:
      return false;
    case Instrument::notice:
    case Instrument::decision:
      return rank <= 1;
  }
  return false;
}

bool same_instrument(std::string_view power, std::string_view exercise) {
  return exercise.empty() || power == exercise || is_generic(power) || is_generic(exercise) ||
         (power == "勅令" && exercise == "政令");
}

bool is_issuer(std::string_view instrument, std::string_view order_id) {
  constexpr std::size_t kType = 3, kBits = 5, kBitsLength = 7;
  if (order_id.size() < kBits + kBitsLength || order_id.substr(kType, 2) != "M6") return false;
  std::uint32_t bits = 0;
  const std::string_view said = order_id.substr(kBits, kBitsLength);
  if (std::from_chars(said.data(), said.data() + said.size(), bits, 16).ec != std::errc())
    return false;
  std::uint32_t sum = 0;
  for (const corpus::Issuer* issuer : corpus::read_issuers(instrument))
    sum += issuer->bit[corpus::kGenerations - 1];
  return sum != 0 && sum == bits;
}

std::string_view last_kanji(std::string_view noun) {
  std::size_t begin = noun.size();
  while (begin >= 3 && (corpus::is_kanji(corpus::letter_before(noun, begin)) ||
                        corpus::is_katakana(corpus::letter_before(noun, begin))))
    begin -= 3;
  return noun.substr(begin);
}

bool is_placeholder(std::string_view noun) {
  return corpus::ends_with_any(noun, {"もの", "者", "とき", "場合", "こと"}).has_value();
}

int score_of(const Power& power, const Exercise& exercise) {
  const std::string_view want = exercise.thing;
  const std::string_view have = power.thing;
  if (want.empty() || power.meaning == DelegationMeaning::general) return 0;
  if (want == have) return 100;
  const bool how = want == "ところにより";
  if (power.meaning == DelegationMeaning::manner) {
    return how ? 90 : want.size() >= 6 && have.starts_with(want) ? 80 : 0;  // 方法により: 方法
  }
  if (how) return 0;
  if (!have.empty() && (want.starts_with(have) || have.starts_with(want))) return 80;
  const std::string_view want_head = last_kanji(want);
  if (!is_placeholder(have)) {
    const std::string_view have_head = last_kanji(have);
    if (!want_head.empty() && want_head == have_head) return 60;
    if (have.size() > 3 && want.find(have) != std::string_view::npos) return 50;
  }
  // 軽微なもの: 軽微な変更
  if (corpus::ends_with_any(have, {"もの", "とき", "こと"})) {
    const std::string_view stem = have.substr(0, have.size() - 6);
    if (!stem.empty() && want.starts_with(stem)) return 70;
  }
  if (is_placeholder(have) || power.meaning == DelegationMeaning::matter) {
    // 「…電子計算機のうち、政令で定めるもの」: the noun stands before the words, the nearer the
    // better.
    const auto near = [&](std::string_view noun, int best) {
      const std::size_t at = power.before.rfind(noun);
      if (noun.size() < 6 || at == std::string::npos) return 0;
      return best - static_cast<int>(std::min<std::size_t>((power.before.size() - at) / 90, 9));
    };
    return std::max(near(want, 55), near(want_head, 45));
  }
  return 0;
}

int common_ending(std::string_view a, std::string_view b) {
  std::size_t n = 0;
  while (n < a.size() && n < b.size() && a[a.size() - 1 - n] == b[b.size() - 1 - n]) ++n;
  return static_cast<int>(n / 3);
}

bool speaks_of(const Power& power, const Exercise& exercise) {
  const std::string acts = without_okurigana(power.after);
  const std::string wanted = without_okurigana(exercise.thing);
  std::string_view rest = wanted;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find(' '), rest.size());
    std::string_view word = rest.substr(0, end);
    for (const std::string_view tail : {"書", "者"}) {
      if (word.size() > 6 && word.ends_with(tail)) word.remove_suffix(3);
    }
    if (word.size() >= 6 && acts.find(word) != std::string::npos) return true;
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return false;
}

}  // namespace delegations
