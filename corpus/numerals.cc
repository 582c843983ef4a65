// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/numerals.h"

#include <algorithm>
#include <iterator>

#include "corpus/text.h"

namespace corpus {
namespace {

constexpr std::uint64_t kLimit = 10'000'000'000'000'000;

constexpr std::u32string_view kKanjiDigits = U"〇一二三四五六七八九";
constexpr std::u32string_view kIroha =
    U"イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセ"
    U"スン";
constexpr std::string_view kRomanTens[] = {"", "x", "xx", "xxx"};
constexpr std::string_view kRomanOnes[] = {"",  "i",  "ii",  "iii",  "iv",
                                           "v", "vi", "vii", "viii", "ix"};

struct NumberUnit {
  char32_t letter;
  std::uint64_t value;
};
constexpr NumberUnit kSmallUnits[] = {{U'十', 10}, {U'百', 100}, {U'千', 1000}};
constexpr NumberUnit kBigUnits[] = {
    {U'万', 10'000}, {U'億', 100'000'000}, {U'兆', 1'000'000'000'000}};

template <std::size_t N>
std::uint64_t unit_value(const NumberUnit (&units)[N], char32_t c) {
  const auto* row = std::find_if(std::begin(units), std::end(units),
                                 [&](const NumberUnit& u) { return u.letter == c; });
  return row == std::end(units) ? 0 : row->value;
}

enum class Script { none, kanji, arabic };

struct Digit {
  Script script = Script::none;
  std::uint64_t value = 0;
};

Digit digit_of(char32_t c) {
  const char32_t half = to_half_width(c);
  if (half >= U'0' && half <= U'9') return {Script::arabic, half - U'0'};
  if (const auto at = kKanjiDigits.find(c); at != kKanjiDigits.npos) return {Script::kanji, at};
  if (c == U'零') return {Script::kanji, 0};
  return {};
}

// Circles that printers use for 〇; a bullet at the head of a line looks the same.
bool is_round_zero(char32_t c) { return c == U'○' || c == U'◯'; }

// Collects one number; every `take…` says whether the letter still belongs to it.
class Collector {
 public:
  bool take_digit(Digit digit) {
    if (count_ > 0 && digit.script != script_) return false;
    if (group_ > 0 && (count_ > 0 || digit.value == 0)) return false;  // 百二三, 百〇
    script_ = digit.script;
    digits_ = digits_ * 10 + digit.value;
    ++count_;
    return true;
  }

  bool take_small(std::uint64_t unit) {
    if (unit >= last_small_ || count_ > 1 || (count_ == 1 && digits_ == 0)) return false;
    group_ += (count_ == 0 ? 1 : digits_) * unit;
    last_small_ = unit;
    digits_ = 0;
    count_ = 0;
    return true;
  }

  bool take_big(std::uint64_t unit) {
    const std::uint64_t below = group_ + digits_;
    if (unit >= last_big_ || below == 0 || below >= 10'000) return false;
    total_ += below * unit;
    last_big_ = unit;
    last_small_ = 10'000;
    group_ = digits_ = 0;
    count_ = 0;
    return true;
  }

  bool after_kanji_digit() const { return count_ > 0 && script_ == Script::kanji; }
  bool too_large() const { return digits_ >= kLimit || value() >= kLimit; }
  std::uint64_t value() const { return total_ + group_ + digits_; }

 private:
  std::uint64_t total_ = 0;   // behind 万, 億, 兆
  std::uint64_t group_ = 0;   // behind 十, 百, 千
  std::uint64_t digits_ = 0;  // not yet behind a unit
  int count_ = 0;
  Script script_ = Script::none;
  std::uint64_t last_small_ = 10'000;
  std::uint64_t last_big_ = kLimit;
};

bool take(Collector& number, char32_t c) {
  if (const Digit digit = digit_of(c); digit.script != Script::none)
    return number.take_digit(digit);
  if (is_round_zero(c)) return number.after_kanji_digit() && number.take_digit({Script::kanji, 0});
  if (const auto unit = unit_value(kSmallUnits, c)) return number.take_small(unit);
  if (const auto unit = unit_value(kBigUnits, c)) return number.take_big(unit);
  return false;
}

// Letters of one block that count from `first`.
struct LetterRun {
  char32_t first;
  char32_t last;
  std::uint64_t value;
};

template <std::size_t N>
std::optional<ReadNumber> read_letter(const LetterRun (&runs)[N], std::string_view text) {
  std::size_t at = 0;
  if (text.empty()) return std::nullopt;
  const char32_t c = next_code_point(text, at);
  for (const LetterRun& run : runs) {
    if (c >= run.first && c <= run.last) return ReadNumber{run.value + (c - run.first), at};
  }
  return std::nullopt;
}

// Below 10,000; 百六十八 has no 一 before 百.
std::string group_to_kanji(std::uint64_t value) {
  std::string out;
  for (const NumberUnit& unit : {kSmallUnits[2], kSmallUnits[1], kSmallUnits[0]}) {
    const std::uint64_t digit = value / unit.value;
    value %= unit.value;
    if (digit > 1) append_code_point(out, kKanjiDigits[digit]);
    if (digit > 0) append_code_point(out, unit.letter);
  }
  if (value > 0) append_code_point(out, kKanjiDigits[value]);
  return out;
}

}  // namespace

char32_t to_half_width(char32_t c) {
  if (c >= U'！' && c <= U'～') return c - U'！' + U'!';
  return c == U'\u3000' ? U' ' : c;
}

std::optional<ReadNumber> read_number(std::string_view text) {
  Collector number;
  std::size_t length = 0;
  for (std::size_t at = 0; at < text.size(); length = at) {
    if (!take(number, next_code_point(text, at))) break;
    if (number.too_large()) return std::nullopt;
  }
  if (length == 0) return std::nullopt;
  return ReadNumber{number.value(), length};
}

std::optional<ReadNumber> read_year_number(std::string_view text) {
  constexpr std::string_view kFirst = "元";
  if (text.starts_with(kFirst)) return ReadNumber{1, kFirst.size()};
  return read_number(text);
}

std::optional<ReadNumber> read_iroha(std::string_view text) {
  if (text.empty()) return std::nullopt;
  std::size_t at = 0;
  const auto found = kIroha.find(next_code_point(text, at));
  if (found == kIroha.npos) return std::nullopt;
  return ReadNumber{found + 1, at};
}

std::optional<ReadNumber> read_roman(std::string_view text) {
  constexpr LetterRun kRuns[] = {{U'Ⅰ', U'Ⅻ', 1}, {U'ⅰ', U'ⅻ', 1}};
  if (const auto letter = read_letter(kRuns, text)) return letter;
  std::string letters;
  std::size_t length = 0;
  for (std::size_t at = 0; at < text.size(); length = at) {
    const char32_t c = to_half_width(next_code_point(text, at)) | 0x20;
    if (c != U'i' && c != U'v' && c != U'x') break;
    letters += static_cast<char>(c);
    if (letters.size() > 8) return std::nullopt;
  }
  for (std::uint64_t value = 1; value < 40; ++value) {
    if (!letters.empty() && to_roman(value) == letters) return ReadNumber{value, length};
  }
  return std::nullopt;
}

std::optional<ReadNumber> read_circled(std::string_view text) {
  constexpr LetterRun kRuns[] = {{U'①', U'⑳', 1}, {U'㉑', U'㉟', 21}, {U'㊱', U'㊿', 36}};
  return read_letter(kRuns, text);
}

std::optional<ReadNumber> read_parenthesized_letter(std::string_view text) {
  constexpr LetterRun kRuns[] = {{U'⑴', U'⒇', 1}, {U'㈠', U'㈩', 1}};
  return read_letter(kRuns, text);
}

std::string to_kanji(std::uint64_t value) {
  if (value == 0 || value >= kLimit) return to_kanji_positional(value);
  std::string out;
  for (const NumberUnit& unit : {kBigUnits[2], kBigUnits[1], kBigUnits[0]}) {
    if (value < unit.value) continue;
    out += group_to_kanji(value / unit.value);
    append_code_point(out, unit.letter);
    value %= unit.value;
  }
  return out + group_to_kanji(value);
}

std::string to_kanji_positional(std::uint64_t value) {
  std::string out;
  for (const char digit : std::to_string(value)) {
    append_code_point(out, kKanjiDigits[static_cast<std::size_t>(digit - '0')]);
  }
  return out;
}

std::string to_full_width(std::uint64_t value) {
  std::string out;
  for (const char digit : std::to_string(value)) {
    append_code_point(out, U'０' + static_cast<char32_t>(digit - '0'));
  }
  return out;
}

std::string to_iroha(std::uint64_t value) {
  std::string out;
  if (value >= 1 && value <= kIroha.size()) append_code_point(out, kIroha[value - 1]);
  return out;
}

std::string to_roman(std::uint64_t value) {
  if (value < 1 || value > 39) return {};
  return std::string(kRomanTens[value / 10]).append(kRomanOnes[value % 10]);
}

}  // namespace corpus
