// SPDX-License-Identifier: GPL-2.0-or-later
// 法令番号 and e-Gov's law id, each from the other.
//   parse_law_number("令和八年内閣府・総務省令第四号")  ->  {reiwa 8, 内閣府・総務省令, {4}}  ->
//   508M6000000A004
// From the number alone the id cannot be told for 法律 (the id also says which House the bill came
// from: AC0 the Cabinet, AC1 the House of Representatives, AC01 of Councillors), 太政官布告 (DF0,
// DF1), numbers without 第…号, 決定 (e-Gov counts those of one day), and orders of ministries from
// 昭和18, 20, 22 and 24 (two generations of ministries) unless the day is known. From the id, the
// order and spelling of joint issuers is the usual one, not always the printed one.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace corpus {

enum class Era : std::uint8_t { meiji = 1, taisho, showa, heisei, reiwa };  // as in the id

std::string_view to_string(Era);  // 令和
int western_year(Era, int year);  // reiwa 7 -> 2025

struct JapaneseDate {
  Era era = Era::reiwa;
  std::uint16_t year = 1;
  std::uint8_t month = 1;
  std::uint8_t day = 1;
  auto operator<=>(const JapaneseDate&) const = default;
};

std::string to_iso(const JapaneseDate&);  // 2025-05-23
std::optional<JapaneseDate> parse_iso_date(std::string_view);

enum class LawNumberKind : std::uint8_t {
  constitution,          // 憲法
  act,                   // 法律
  cabinet_order,         // 政令
  imperial_order,        // 勅令
  dajokan_proclamation,  // 太政官布告
  dajokan_notification,  // 太政官達
  order,                 // 省令, 府令, 庁令, 閣令, 規則 of issuers in issuers.h
  npa_rule,              // 人事院規則
  decision,              // 内閣総理大臣決定
  other,                 // a number all the same: 条約, 告示, 最高裁判所規則, …
};

struct LawNumber {
  Era era = Era::reiwa;
  std::uint16_t year = 1;
  LawNumberKind kind = LawNumberKind::other;
  std::string instrument;  // as printed: 法律, 内閣府・総務省令, 人事院規則
  std::vector<std::uint32_t>
      number;  // {42}; 人事院規則九―六―一三 {9, 6, 13}; empty when it has none
  std::optional<JapaneseDate>
      date;  // the day: part of the name of a 決定, and given with amending laws
  bool operator==(const LawNumber&) const = default;
};

struct ReadLawNumber {
  LawNumber number;
  std::size_t length = 0;  // bytes
};

// Reads the law number the text begins with, kanji or arabic, with or without a date:
// 「令和7年法律第42号第5条」.
std::optional<ReadLawNumber> read_law_number(std::string_view);

// The whole text, also without 第…号 (明治十九年勅令), and as 附則 name the amending law:
// 「平成二九年六月二一日法律第六七号　抄」, 「平成一二年八月一四日　平成一三年内閣府令第六号」.
std::optional<LawNumber> parse_law_number(std::string_view);

std::string to_string(const LawNumber&);          // 平成二十九年法律第六十七号
std::string to_amendment_text(const LawNumber&);  // 平成二九年六月二一日法律第六七号

// The same for all spellings of one number, without the date (a 決定 keeps it): for look-up.
std::string to_key(const LawNumber&);

std::optional<std::string> to_law_id(const LawNumber&);
std::optional<LawNumber> law_number_of(std::string_view law_id);

}  // namespace corpus
