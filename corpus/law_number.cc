// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/law_number.h"

#include <algorithm>
#include <charconv>
#include <iterator>

#include "corpus/issuers.h"
#include "corpus/numerals.h"
#include "corpus/text.h"

namespace corpus {
namespace {

struct EraRow {
  Era era;
  std::string_view name;
  int before;     // western year of its year 0
  int first_day;  // yyyymmdd
};
constexpr EraRow kEras[] = {
    {Era::meiji, "明治", 1867, 18680125}, {Era::taisho, "大正", 1911, 19120730},
    {Era::showa, "昭和", 1925, 19261225}, {Era::heisei, "平成", 1988, 19890108},
    {Era::reiwa, "令和", 2018, 20190501},
};

struct InstrumentRow {
  std::string_view name;
  LawNumberKind kind;
};
constexpr InstrumentRow kInstruments[] = {
    {"憲法", LawNumberKind::constitution},
    {"法律", LawNumberKind::act},
    {"政令", LawNumberKind::cabinet_order},
    {"勅令", LawNumberKind::imperial_order},
    {"太政官布告", LawNumberKind::dajokan_proclamation},
    {"太政官達", LawNumberKind::dajokan_notification},
    {"人事院規則", LawNumberKind::npa_rule},
    {"内閣総理大臣決定", LawNumberKind::decision},
};

// What the name of any other instrument ends with.
constexpr std::string_view kEndings[] = {"令", "規則", "規程", "告示", "条約",
                                         "達", "布告", "決定", "訓令"};

constexpr std::string_view kNpaRule = "人事院規則";
constexpr std::size_t kLongestInstrument =
    600;  // bytes; fourteen ministries with their endings take 400

const EraRow& row_of(Era era) { return kEras[static_cast<std::size_t>(era) - 1]; }

bool is_dash(char32_t c) {
  return std::u32string_view(U"―—–‐-－−─ー").find(c) != std::u32string_view::npos;
}

// A cursor over the text; every `read…` moves it only when it succeeds.
struct Cursor {
  std::string_view text;
  std::size_t at = 0;

  std::string_view rest() const { return text.substr(at); }
  bool skip(std::string_view word) {
    if (!rest().starts_with(word)) return false;
    at += word.size();
    return true;
  }
  void skip_spaces() {
    for (std::size_t next = at; at < text.size() && is_space(next_code_point(text, next));)
      at = next;
  }
  bool skip_dash() {
    std::size_t next = at;
    if (at == text.size() || !is_dash(next_code_point(text, next))) return false;
    at = next;
    return true;
  }
  std::optional<std::uint32_t> number(std::uint64_t most) {
    const auto read = read_number(rest());
    if (!read || read->value > most) return std::nullopt;
    at += read->length;
    return static_cast<std::uint32_t>(read->value);
  }
};

struct EraYear {
  Era era;
  std::uint16_t year;
};

std::optional<EraYear> read_era_year(Cursor& cursor) {
  for (const EraRow& row : kEras) {
    if (!cursor.rest().starts_with(row.name)) continue;
    Cursor ahead = cursor;
    ahead.at += row.name.size();
    const auto year = read_year_number(ahead.rest());
    if (!year || year->value < 1 || year->value > 99) return std::nullopt;
    ahead.at += year->length;
    if (!ahead.skip("年")) return std::nullopt;
    cursor = ahead;
    return EraYear{row.era, static_cast<std::uint16_t>(year->value)};
  }
  return std::nullopt;
}

std::optional<JapaneseDate> read_day(Cursor& cursor, EraYear year) {
  Cursor ahead = cursor;
  const auto month = ahead.number(12);
  if (!month || *month < 1 || !ahead.skip("月")) return std::nullopt;
  const auto day = ahead.number(31);
  if (!day || *day < 1 || !ahead.skip("日")) return std::nullopt;
  cursor = ahead;
  return JapaneseDate{year.era, year.year, static_cast<std::uint8_t>(*month),
                      static_cast<std::uint8_t>(*day)};
}

bool in_instrument(char32_t c) {
  return (c >= U'\u4E00' && c <= U'\u9FFF') || (c >= U'ァ' && c <= U'ー') || c == U'・' ||
         c == U'々';
}

// 「第四十二号」; the 第一 of 第一復員省 has no 号.
std::optional<std::uint32_t> read_serial(Cursor& cursor) {
  Cursor ahead = cursor;
  if (!ahead.skip("第")) return std::nullopt;
  const auto number = ahead.number(9'999'999);
  if (!number || !ahead.skip("号")) return std::nullopt;
  cursor = ahead;
  return number;
}

LawNumberKind kind_of(std::string_view instrument) {
  const auto* row = std::find_if(std::begin(kInstruments), std::end(kInstruments),
                                 [&](const InstrumentRow& r) { return r.name == instrument; });
  if (row != std::end(kInstruments)) return row->kind;
  return read_issuers(instrument).empty() ? LawNumberKind::other : LawNumberKind::order;
}

bool is_instrument(std::string_view text) {
  return std::any_of(std::begin(kInstruments), std::end(kInstruments),
                     [&](const InstrumentRow& row) { return row.name == text; }) ||
         std::any_of(std::begin(kEndings), std::end(kEndings),
                     [&](std::string_view ending) { return text.ends_with(ending); });
}

// 人事院規則九―六―一三: no 第…号.
bool read_npa_rule(Cursor& cursor, LawNumber& law) {
  Cursor ahead = cursor;
  if (!ahead.skip(kNpaRule)) return false;
  do {
    const auto number = ahead.number(999);
    if (!number) return false;
    law.number.push_back(*number);
    cursor = ahead;
  } while (ahead.skip_dash());
  law.instrument = kNpaRule;
  law.kind = LawNumberKind::npa_rule;
  return law.number.size() > 1;
}

// Instrument and number, up to the 号.
bool read_numbered(Cursor& cursor, LawNumber& law) {
  Cursor ahead = cursor;
  while (ahead.at < ahead.text.size() && ahead.at - cursor.at < kLongestInstrument) {
    const std::string_view instrument = cursor.text.substr(cursor.at, ahead.at - cursor.at);
    if (const auto serial = read_serial(ahead)) {
      if (!is_instrument(instrument)) return false;
      law.number = {*serial};
      law.instrument = instrument;
      law.kind = kind_of(instrument);
      cursor = ahead;
      return true;
    }
    if (!in_instrument(next_code_point(ahead.text, ahead.at))) return false;
  }
  return false;
}

struct Head {
  LawNumber law;
  Cursor cursor;
};

// Era, year and day. The day may stand before a number of another year:
// 「平成一二年八月一四日　平成一三年…」.
std::optional<Head> read_head(std::string_view text) {
  Head head{{}, {text}};
  auto year = read_era_year(head.cursor);
  if (!year) return std::nullopt;
  head.law.date = read_day(head.cursor, *year);
  if (head.law.date) {
    head.cursor.skip_spaces();
    if (const auto later = read_era_year(head.cursor)) year = later;
    head.cursor.skip("・");
  }
  head.law.era = year->era;
  head.law.year = year->year;
  return head;
}

std::string year_text(Era era, std::uint16_t year, std::string (*print)(std::uint64_t)) {
  return std::string(to_string(era)) + (year == 1 ? "元" : print(year)) + "年";
}

std::string day_text(const JapaneseDate& date, std::string (*print)(std::uint64_t)) {
  return print(date.month) + "月" + print(date.day) + "日";
}

std::string number_text(const LawNumber& law, std::string (*print)(std::uint64_t)) {
  if (law.number.empty()) return {};
  if (law.kind != LawNumberKind::npa_rule) return "第" + print(law.number.front()) + "号";
  std::string out;
  for (const std::uint32_t part : law.number) {
    if (!out.empty()) out += "―";
    out += to_kanji_positional(part);
  }
  return out;
}

}  // namespace

std::string_view to_string(Era era) { return row_of(era).name; }

int western_year(Era era, int year) { return row_of(era).before + year; }

std::string to_iso(const JapaneseDate& date) {
  const auto two = [](unsigned n) { return (n < 10 ? "0" : "") + std::to_string(n); };
  return std::to_string(western_year(date.era, date.year)) + '-' + two(date.month) + '-' +
         two(date.day);
}

std::optional<JapaneseDate> parse_iso_date(std::string_view text) {
  const auto part = [&](std::size_t at, std::size_t length) {
    int value = -1;
    const char* end = text.data() + at + length;
    return std::from_chars(text.data() + at, end, value).ptr == end ? value : -1;
  };
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const int year = part(0, 4);
  const int month = part(5, 2);
  const int day = part(8, 2);
  if (month < 1 || month > 12 || day < 1 || day > 31) return std::nullopt;
  const int number = year * 10000 + month * 100 + day;
  const auto row = std::find_if(std::rbegin(kEras), std::rend(kEras),
                                [&](const EraRow& r) { return r.first_day <= number; });
  if (row == std::rend(kEras)) return std::nullopt;
  return JapaneseDate{row->era, static_cast<std::uint16_t>(year - row->before),
                      static_cast<std::uint8_t>(month), static_cast<std::uint8_t>(day)};
}

std::optional<ReadLawNumber> read_law_number(std::string_view text) {
  auto head = read_head(text);
  if (!head) return std::nullopt;
  auto& [law, cursor] = *head;
  if (read_npa_rule(cursor, law)) return ReadLawNumber{law, cursor.at};
  law.number.clear();
  constexpr std::string_view kDecision = "内閣総理大臣決定";
  if (law.date && cursor.skip(kDecision)) {
    law.instrument = kDecision;
    law.kind = LawNumberKind::decision;
    return ReadLawNumber{law, cursor.at};
  }
  if (!read_numbered(cursor, law)) return std::nullopt;
  return ReadLawNumber{law, cursor.at};
}

std::optional<LawNumber> parse_law_number(std::string_view text) {
  text = trim(text);
  constexpr std::string_view kExtract = "抄";  // 「　抄」: the 附則 is given in part
  if (text.ends_with(kExtract)) text = trim(text.substr(0, text.size() - kExtract.size()));
  if (auto read = read_law_number(text)) {
    if (read->length != text.size()) return std::nullopt;
    return std::move(read->number);
  }
  const auto head = read_head(text);
  if (!head) return std::nullopt;
  LawNumber law = head->law;
  const std::string_view instrument = head->cursor.rest();
  law.kind = kind_of(instrument);
  if (law.kind == LawNumberKind::other || law.kind == LawNumberKind::npa_rule) return std::nullopt;
  law.instrument = instrument;
  return law;
}

std::string to_string(const LawNumber& law) {
  std::string out = year_text(law.era, law.year, to_kanji);
  if (law.kind == LawNumberKind::decision && law.date) out += day_text(*law.date, to_kanji);
  return out + law.instrument + number_text(law, to_kanji);
}

std::string to_amendment_text(const LawNumber& law) {
  std::string out;
  if (law.date) {
    out = year_text(law.date->era, law.date->year, to_kanji_positional) +
          day_text(*law.date, to_kanji_positional);
  }
  const bool other_year = law.date && (law.date->era != law.era || law.date->year != law.year);
  if (other_year) out += "　";
  if (!law.date || other_year) out += year_text(law.era, law.year, to_kanji_positional);
  return out + law.instrument + number_text(law, to_kanji_positional);
}

std::string to_key(const LawNumber& law) {
  LawNumber key = law;
  if (law.kind == LawNumberKind::order) {
    auto by = read_issuers(law.instrument);
    std::sort(by.begin(), by.end());  // rows of one table: the usual order
    key.instrument.clear();
    for (const Issuer* issuer : by) key.instrument.append(issuer->name).append("・");
    // 令 and 規則 of one issuer are counted apart, 規程 too.
    if (law.instrument.ends_with("規程")) key.instrument += "規程";
  }
  return to_string(key);
}

}  // namespace corpus
