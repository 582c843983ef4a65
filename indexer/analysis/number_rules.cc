// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/analysis/number_rules.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>

namespace analysis {
namespace {

using enum NumberNeeds;

// clang-format off
constexpr NumberRule kRules[] = {
    // 日時
    {.counter = "年", .examples = "五年→5年 二千二十六年→2026年 昭和二十二年→昭和22年", .not_in = "万年筆 数十年 同一年"},
    {.counter = "月", .unless_next = "見", .examples = "四月→4月 十二月三十一日→12月31日", .not_in = "三日月"},
    {.counter = "日", .unless_next = "市月", .examples = "三十日→30日 一日→1日", .not_in = "四日市 同一日"},
    {.counter = "箇月", .as = "か月", .examples = "三箇月→3か月"},
    {.counter = "ヶ月", .as = "か月", .examples = "三ヶ月→3か月 6ヶ月→6か月"},
    {.counter = "ケ月", .as = "か月", .examples = "三ケ月→3か月"},
    {.counter = "カ月", .as = "か月", .examples = "三カ月→3か月"},
    {.counter = "ヵ月", .as = "か月", .examples = "三ヵ月→3か月"},
    {.counter = "個月", .as = "か月", .examples = "三個月→3か月"},
    {.counter = "か月", .examples = "六か月→6か月"},
    {.counter = "箇年", .as = "か年", .examples = "五箇年→5か年"},
    {.counter = "箇所", .as = "か所", .examples = "二箇所→2か所"},
    {.counter = "ヶ所", .as = "か所", .examples = "二ヶ所→2か所"},
    {.counter = "か所", .examples = "二か所→2か所"},
    {.counter = "箇国", .as = "か国", .examples = "二箇国→2か国"},
    {.counter = "か国", .examples = "七か国→7か国"},
    {.counter = "箇条", .as = "か条", .examples = "五箇条→5か条"},
    {.counter = "週", .examples = "二週間→2週間 一週→1週"},
    {.counter = "時", .needs = not_one, .examples = "午前九時→午前9時 二十四時間→24時間", .not_in = "一時金 一時的"},
    {.counter = "時間", .examples = "一時間→1時間"},
    {.counter = "分", .needs = several, .unless_next = "なにで", .examples = "三十分→30分", .not_in = "十分な 二分する"},
    {.counter = "分間", .examples = "五分間→5分間"},
    {.counter = "分の", .needs = fraction, .examples = "三分の二→3分の2 百分の十四・六→100分の14.6", .not_in = "十分の注意"},
    {.counter = "秒", .examples = "十秒→10秒"},
    {.counter = "歳", .examples = "十八歳→18歳"},
    {.counter = "泊", .examples = "二泊→2泊"},
    // 法令の単位
    {.counter = "条", .unless_next = "市通城大", .examples = "第五条→第5条 百六十八条の二→168条の2", .not_in = "三条市 単一条例"},
    {.counter = "項", .examples = "第二項→第2項 一項→1項"},
    {.counter = "号", .examples = "第四十二号→第42号 三号の二→3号の2"},
    {.counter = "編", .needs = ordinal, .examples = "第二編→第2編", .not_in = "一編"},
    {.counter = "章", .needs = ordinal, .examples = "第一章→第1章", .not_in = "一章"},
    {.counter = "節", .needs = ordinal, .examples = "第三節→第3節", .not_in = "一節"},
    {.counter = "款", .needs = ordinal, .examples = "第一款→第1款", .not_in = "一款"},
    {.counter = "目", .needs = ordinal, .examples = "第二目→第2目", .not_in = "一目"},
    {.counter = "種", .needs = ordinal, .examples = "第一種→第1種", .not_in = "一種"},
    {.counter = "類", .needs = ordinal, .examples = "第二類→第2類", .not_in = "一類"},
    {.counter = "級", .examples = "三級→3級"},
    {.counter = "部", .needs = ordinal, .examples = "第一部→第1部", .not_in = "一部 条の一部"},
    {.counter = "次", .needs = ordinal, .examples = "第二次→第2次", .not_in = "一次 二次"},
    {.counter = "期", .needs = ordinal, .examples = "第一期→第1期", .not_in = "一期 四半期"},
    {.counter = "群", .needs = ordinal, .examples = "第三群→第3群", .not_in = "一群"},
    {.counter = "欄", .needs = ordinal, .examples = "第四欄→第4欄", .not_in = "一欄"},
    {.counter = "表", .needs = ordinal, .examples = "第十表→第10表", .not_in = "一表"},
    {.counter = "段", .needs = ordinal, .examples = "第二段→第2段", .not_in = "一段"},
    {.counter = "位", .needs = ordinal, .examples = "第一位→第1位", .not_in = "三位一体"},
    {.counter = "審", .needs = ordinal, .examples = "第一審→第1審", .not_in = "二審"},
    {.counter = "回", .examples = "年二回→年2回", .not_in = "数十回"},
    {.counter = "親等", .examples = "三親等→3親等"},
    {.counter = "丁目", .examples = "一丁目→1丁目"},
    {.counter = "番地", .examples = "一番地→1番地"},
    {.counter = "番", .needs = several, .examples = "十二番→12番", .not_in = "一番"},
    // 範囲
    {.counter = "以上", .examples = "二以上→2以上"},
    {.counter = "以下", .examples = "三以下→3以下"},
    {.counter = "以内", .examples = "五以内→5以内"},
    {.counter = "未満", .examples = "十未満→10未満"},
    // 数量
    {.counter = "円", .examples = "二百万円→2000000円 三十円→30円 1,000円→1000円 金壱万円→金10000円"},
    {.counter = "銭", .needs = several, .examples = "五十銭→50銭"},
    {.counter = "ドル", .examples = "百ドル→100ドル"},
    {.counter = "人", .examples = "五人→5人 一人→1人", .not_in = "数百人 同一人"},
    {.counter = "名", .unless_next = "称義", .examples = "四名→4名", .not_in = "統一名称"},
    {.counter = "個", .examples = "二個→2個"},
    {.counter = "件", .examples = "十件→10件"},
    {.counter = "台", .examples = "二台→2台"},
    {.counter = "隻", .examples = "一隻→1隻"},
    {.counter = "棟", .examples = "二棟→2棟"},
    {.counter = "株", .examples = "一株→1株"},
    {.counter = "口", .unless_next = "座", .examples = "十口→10口"},
    {.counter = "通", .examples = "正副二通→正副2通"},
    {.counter = "枚", .examples = "三枚→3枚"},
    {.counter = "冊", .examples = "一冊→1冊"},
    {.counter = "頁", .examples = "三頁→3頁"},
    {.counter = "ページ", .examples = "三ページ→3ページ"},
    {.counter = "点", .examples = "六十点→60点", .not_in = "統一点"},
    {.counter = "倍", .decimals = true, .examples = "一・五倍→1.5倍 二倍→2倍"},
    {.counter = "割", .unless_next = "合当引り", .examples = "三割→3割", .not_in = "一割合"},
    {.counter = "パーセント", .as = "%", .decimals = true, .examples = "五パーセント→5% 十四・六パーセント→14.6%"},
    {.counter = "%", .decimals = true, .examples = "五%→5% 〇・五％→0.5%"},
    {.counter = "度", .needs = several, .decimals = true, .examples = "二十五度→25度", .not_in = "一度 今一度"},
    {.counter = "メートル", .decimals = true, .examples = "百メートル→100メートル 一・二メートル→1.2メートル"},
    {.counter = "キロ", .decimals = true, .examples = "三十キロワット→30キロワット"},
    {.counter = "センチ", .decimals = true, .examples = "十センチメートル→10センチメートル"},
    {.counter = "ミリ", .decimals = true, .examples = "二ミリメートル→2ミリメートル"},
    {.counter = "平方", .decimals = true, .examples = "三百平方メートル→300平方メートル"},
    {.counter = "立方", .decimals = true, .examples = "二立方メートル→2立方メートル"},
    {.counter = "グラム", .decimals = true, .examples = "五グラム→5グラム"},
    {.counter = "トン", .decimals = true, .examples = "二十トン→20トン"},
    {.counter = "リットル", .decimals = true, .examples = "一リットル→1リットル"},
    {.counter = "ヘクタール", .decimals = true, .examples = "四ヘクタール→4ヘクタール"},
    {.counter = "アール", .decimals = true, .examples = "十アール→10アール"},
    {.counter = "ワット", .decimals = true, .examples = "百ワット→100ワット"},
    {.counter = "ボルト", .decimals = true, .examples = "六百ボルト→600ボルト"},
    {.counter = "ビット", .decimals = true, .examples = "六十四ビット→64ビット"},
};
// clang-format on

struct Compiled {
  std::u32string counter;
  std::u32string unless_next;
  std::u32string as;
  NumberNeeds needs;
  bool decimals;
};

// By first letter of the counter, longer counters first.
const std::unordered_map<char32_t, std::vector<Compiled>>& compiled() {
  static const auto kCompiled = [] {
    std::unordered_map<char32_t, std::vector<Compiled>> out;
    for (const NumberRule& rule : kRules) {
      const std::u32string counter = to_letters(rule.counter);
      out[counter.front()].push_back({counter, to_letters(rule.unless_next),
                                      rule.as.empty() ? counter : to_letters(rule.as), rule.needs,
                                      rule.decimals});
    }
    for (auto& [first, rules] : out) {
      std::stable_sort(rules.begin(), rules.end(), [](const auto& a, const auto& b) {
        return a.counter.size() > b.counter.size();
      });
    }
    return out;
  }();
  return kCompiled;
}

constexpr std::u32string_view kDigits = U"〇一二三四五六七八九";

// 0…9, or -1.
int kanji_digit(char32_t c) {
  switch (c) {
    case U'零':
      return 0;
    case U'壱':
      return 1;
    case U'弐':
      return 2;
    case U'参':
      return 3;
    default: {
      const std::size_t at = kDigits.find(c);
      return at == std::u32string_view::npos ? -1 : static_cast<int>(at);
    }
  }
}

std::uint64_t small_unit(char32_t c) {
  return c == U'十' || c == U'拾' ? 10 : c == U'百' ? 100 : c == U'千' ? 1000 : 0;
}
std::uint64_t big_unit(char32_t c) {
  return c == U'万' ? 10'000U : c == U'億' ? 100'000'000U : c == U'兆' ? 1'000'000'000'000U : 0;
}

bool is_numeral(char32_t c) {
  if (corpus::is_ascii_digit(c)) return true;
  return c >= 0x3007 && (kanji_digit(c) >= 0 || small_unit(c) != 0 || big_unit(c) != 0);
}

// A run of numerals, read.
struct Number {
  std::string digits;
  std::size_t letters = 0;  // of the run
  bool arabic = false;      // digits only, perhaps with commas
  bool positional = false;  // 二〇二六
};

// Digits of one stretch without 十百千万; kanji and arabic do not mix.
struct DigitRun {
  std::string digits;
  bool kanji = false;
  bool mixed = false;
  void add(char32_t c) {
    const bool is_kanji_digit = !corpus::is_ascii_digit(c);
    if (!digits.empty() && is_kanji_digit != kanji) mixed = true;
    kanji = is_kanji_digit;
    digits.push_back(
        static_cast<char>('0' + (is_kanji_digit ? kanji_digit(c) : static_cast<int>(c - U'0'))));
  }
  bool empty() const { return digits.empty(); }
  std::uint64_t value() const { return digits.empty() ? 0 : std::stoull(digits); }
};

constexpr std::size_t kMostDigits =
    6;  // before a 万 or 兆: what is longer is no amount, and would overflow

// 二千百, 三十万五千, 30万, 一五〇万, 〇, 二〇二六; nothing for 万, 二三十, 十百, 3百五3.
std::optional<std::string> read_number(std::u32string_view run, bool& positional) {
  std::uint64_t total = 0;
  std::uint64_t section = 0;  // below the next 万
  std::uint64_t last_small = 10'000;
  std::uint64_t last_big = UINT64_MAX;
  DigitRun pending;
  bool units = false;
  for (const char32_t c : run) {
    if (const std::uint64_t unit = small_unit(c); unit != 0) {
      if (unit >= last_small || (pending.kanji && pending.digits.size() > 1) ||
          pending.digits.size() > 3)
        return {};
      section += (pending.empty() ? 1 : pending.value()) * unit;
      last_small = unit;
    } else if (const std::uint64_t big = big_unit(c); big != 0) {
      // 二三万円 is 20,000 to 30,000; 一五〇万円 and 一二五万円 are exact.
      const bool vague =
          pending.kanji && pending.digits.size() == 2 && pending.digits.back() != '0';
      if (big >= last_big || vague || pending.digits.size() > kMostDigits) return {};
      section += pending.value();
      if (section == 0) return {};
      total += section * big;
      section = 0;
      last_small = 10'000;
      last_big = big;
    } else {
      pending.add(c);
      if (pending.mixed) return {};
      continue;
    }
    units = true;
    pending = {};
  }
  if (!units) {
    positional = pending.kanji && pending.digits.size() > 1;
    return pending.digits;
  }
  if (pending.digits.size() > kMostDigits || (pending.kanji && pending.digits.size() > 1))
    return {};
  return std::to_string(total + section + pending.value());
}

// The run without the commas of 1,000,000; nothing when commas stand anywhere else.
std::optional<std::u32string> without_commas(std::u32string_view run) {
  std::u32string out;
  for (bool first = true;; first = false) {
    const std::size_t comma = run.find(U',');
    const std::u32string_view group = run.substr(0, comma);
    const auto digits = static_cast<std::size_t>(
        std::find_if_not(group.begin(), group.end(), corpus::is_ascii_digit) - group.begin());
    const bool last = comma == std::u32string_view::npos;
    if (!first && digits != 3) return {};
    if (!last && (digits != group.size() || digits == 0 || digits > 3)) return {};
    out += group;
    if (last) return out;
    run.remove_prefix(comma + 1);
  }
}

// The end of the run at `at`; a comma belongs to it between digits.
std::size_t run_end(std::u32string_view chars, std::size_t at) {
  std::size_t end = at;
  while (end < chars.size()) {
    const bool comma = chars[end] == U',' && end > at && corpus::is_ascii_digit(chars[end - 1]) &&
                       end + 1 < chars.size() && corpus::is_ascii_digit(chars[end + 1]);
    if (!comma && !is_numeral(chars[end])) break;
    ++end;
  }
  return end;
}

std::optional<Number> number_of(std::u32string_view run) {
  const auto plain = without_commas(run);
  if (!plain) return {};
  Number number{.letters = run.size()};
  number.arabic = std::all_of(plain->begin(), plain->end(), corpus::is_ascii_digit);
  if (number.arabic) {
    for (const char32_t c : *plain) number.digits.push_back(static_cast<char>(c));
    return number;
  }
  const auto digits = read_number(*plain, number.positional);
  if (!digits) return {};
  number.digits = *digits;
  return number;
}

bool ends_with_any(std::u32string_view text, std::initializer_list<std::u32string_view> ends) {
  return std::any_of(ends.begin(), ends.end(),
                     [&](std::u32string_view end) { return text.ends_with(end); });
}

bool one_of(std::u32string_view set, char32_t c) {
  return set.find(c) != std::u32string_view::npos;
}

bool fits(NumberNeeds needs, std::u32string_view behind, std::u32string_view run,
          const Number& number, bool behind_dai) {
  switch (needs) {
    case any:
      return true;
    case not_one:
      return run != U"一";
    case several:
      return number.arabic || number.letters > 1;
    case ordinal:
      return behind_dai;
    case fraction:
      return !behind.empty() && is_numeral(behind.front());
  }
  return false;
}

const Compiled* counter_after(std::u32string_view right, std::u32string_view run,
                              const Number& number, bool behind_dai) {
  if (right.empty()) return nullptr;
  const auto rules = compiled().find(right.front());
  if (rules == compiled().end()) return nullptr;
  for (const Compiled& rule : rules->second) {
    if (!right.starts_with(rule.counter)) continue;
    const std::u32string_view behind = right.substr(rule.counter.size());
    const bool blocked = !behind.empty() && one_of(rule.unless_next, behind.front());
    if (!blocked && fits(rule.needs, behind, run, number, behind_dai)) return &rule;
  }
  return nullptr;
}

// 同一人, 統一名称: the 一 belongs to the letter before it. 数十人 is no number anyone could search
// for.
bool belongs_to_word(std::u32string_view left, std::u32string_view run) {
  if (left.empty()) return false;
  const char32_t before = left.back();
  if (run.front() == U'一' && one_of(U"同統単唯均画専随逐斉択第", before)) return before != U'第';
  return one_of(U"数幾何", before);
}

// 1,百: written out, the comma would join them.
bool beside_comma(std::u32string_view left, std::u32string_view right) {
  return (left.size() > 1 && left.back() == U',' &&
          corpus::is_ascii_digit(left[left.size() - 2])) ||
         (right.size() > 1 && right.front() == U',' && corpus::is_ascii_digit(right[1]));
}

// 条の二, 条ノ二, 号の三, 章の二, 別表第一の二, 三分の二: a number goes on.
bool continues(std::u32string_view left, std::u32string_view right) {
  if (!left.ends_with(U'の') && !left.ends_with(U'ノ')) return false;
  left.remove_suffix(1);
  if (left.ends_with(U'分'))
    return left.size() > 1 && corpus::is_ascii_digit(left[left.size() - 2]);
  if (!left.empty() && one_of(U"条項号編章節款目", left.back())) left.remove_suffix(1);
  if (left.empty() || !corpus::is_ascii_digit(left.back())) return false;
  return right.empty() || !one_of(U"部般定つ者方重体切半律連覧括種端面", right.front());
}

// 別表第一, 様式第二: nothing behind the ordinal makes it a word. 第三者, 第一線, 第三国 do.
bool stands_alone(std::u32string_view left, std::u32string_view right) {
  left.remove_suffix(1);  // 第
  if (right.empty() || !corpus::is_kanji(right.front()) ||
      one_of(U"及又若並中備上下関第", right.front()))
    return true;
  return ends_with_any(left,
                       {U"別表", U"様式", U"別記", U"別図", U"付表", U"附表", U"付録", U"附録"});
}

// 千二百, 一〇 with no kanji beside them.
bool is_plain_number(std::u32string_view left, std::u32string_view right, std::u32string_view run,
                     const Number& number) {
  if (number.letters < 2 || run.front() == U'〇') return false;
  if (number.positional && run.find(U'〇') == std::u32string_view::npos && number.letters < 3)
    return false;
  const bool mixed = std::any_of(run.begin(), run.end(), corpus::is_ascii_digit);
  if (mixed || (number.positional && run.find(U'〇') != std::u32string_view::npos)) return true;
  return (left.empty() || !corpus::is_kanji(left.back())) &&
         (right.empty() || !corpus::is_kanji(right.front()));
}

// 十四・六 before a measure: the letters of ・六, or 0.
std::size_t decimals_after(std::u32string_view right) {
  if (right.size() < 2 || right.front() != U'・') return 0;
  std::size_t end = 1;
  while (end < right.size() && !corpus::is_ascii_digit(right[end]) && is_numeral(right[end]) &&
         kanji_digit(right[end]) >= 0)
    ++end;
  return end > 1 ? end : 0;
}

void push(Letters& out, std::string_view ascii, corpus::Span span) {
  for (const char c : ascii) out.push(static_cast<char32_t>(c), span);
}

corpus::Span hull(const Letters& in, std::size_t begin, std::size_t end) {
  return {in.spans[begin].begin, in.spans[end - 1].end};
}

void copy(Letters& out, const Letters& in, std::size_t begin, std::size_t end) {
  for (std::size_t i = begin; i < end; ++i) out.push(in.chars[i], in.spans[i]);
}

// Writes the counter when its spelling changes, and returns where to go on.
std::size_t write_counter(Letters& out, const Letters& in, std::size_t at,
                          const Compiled* counter) {
  if (counter == nullptr || counter->as == counter->counter) return at;
  const std::size_t end = at + counter->counter.size();
  for (const char32_t c : counter->as) out.push(c, hull(in, at, end));
  return end;
}

// Writes the run that begins at `at`, as digits where it is a number, and returns where to go on.
std::size_t write_run(Letters& out, const Letters& in, std::size_t at) {
  const std::u32string_view chars = in.chars;
  const std::size_t end = run_end(chars, at);
  const std::u32string_view run = chars.substr(at, end - at);
  const std::u32string_view left = out.chars;
  const auto number = number_of(run);
  if (!number || belongs_to_word(left, run)) {
    copy(out, in, at, end);
    return end;
  }
  const std::u32string_view right = chars.substr(end);
  if (!number->arabic && beside_comma(left, right)) {
    copy(out, in, at, end);
    return end;
  }
  const bool behind_dai = left.ends_with(U'第');
  if (const std::size_t length = number->arabic ? 0 : decimals_after(right); length != 0) {
    const Compiled* measure = counter_after(right.substr(length), run, *number, false);
    if ((measure != nullptr && measure->decimals) || left.ends_with(U"分の")) {
      std::string digits = number->digits + '.';
      for (const char32_t c : right.substr(1, length - 1))
        digits += static_cast<char>('0' + kanji_digit(c));
      push(out, digits, hull(in, at, end + length));
      return write_counter(out, in, end + length, measure);
    }
  }
  const Compiled* counter = counter_after(right, run, *number, behind_dai);
  const bool rewrite = number->arabic || counter != nullptr || continues(left, right) ||
                       (behind_dai && stands_alone(left, right)) ||
                       (!behind_dai && is_plain_number(left, right, run, *number));
  if (!rewrite || (number->arabic && number->letters == number->digits.size())) {
    copy(out, in, at, end);
  } else {
    push(out, number->digits, hull(in, at, end));
  }
  return write_counter(out, in, end, counter);
}

bool is_first_year(const Letters& out, std::u32string_view right) {
  return right.starts_with(U"元年") &&
         ends_with_any(out.chars, {U"明治", U"大正", U"昭和", U"平成", U"令和"});
}

}  // namespace

std::span<const NumberRule> number_rules() { return kRules; }

Letters fold_numbers(const Letters& letters) {
  Letters out;
  out.reserve(letters.chars.size());
  const std::u32string_view chars = letters.chars;
  for (std::size_t at = 0; at < chars.size();) {
    if (is_numeral(chars[at])) {
      at = write_run(out, letters, at);
    } else {
      out.push(is_first_year(out, chars.substr(at)) ? U'1' : chars[at], letters.spans[at]);
      ++at;
    }
  }
  return out;
}

}  // namespace analysis
