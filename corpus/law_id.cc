// SPDX-License-Identifier: GPL-2.0-or-later
// The e-Gov half of law_number.h: three digits of era and year, then by kind
//   AC0000000042  法律 (its first digits: the House)   CO, IO, DF, DT + 0 + nine digits of the
//   number M60000F5A004  orders of ministries, see issuers.h  R00000001003  rules of other bodies
//   RJNJ14007000  人事院規則一四―七                      RPMD12230000  決定 of 12月23日, counted
//   from 0
#include <algorithm>
#include <charconv>

#include "corpus/issuers.h"
#include "corpus/law_number.h"

namespace corpus {
namespace {

constexpr std::string_view kConstitution = "321CONSTITUTION";
constexpr std::size_t kIdLength = 15;

// First days of the generations, yyyymmdd.
constexpr int kGenerationStart[kGenerations] = {0,        19431101, 19451201,
                                                19470503, 19490601, 20010106};

std::string digits(std::uint64_t value, std::size_t width, int base = 10) {
  char buffer[24];
  const auto result = std::to_chars(buffer, buffer + sizeof buffer, value, base);
  std::string out(buffer, result.ptr);
  std::transform(out.begin(), out.end(), out.begin(), [](char c) {
    return c >= 'a' && c <= 'f' ? static_cast<char>(c - 'a' + 'A') : c;
  });
  return out.size() >= width ? out : std::string(width - out.size(), '0') + out;
}

std::optional<std::uint32_t> number_at(std::string_view id, std::size_t at, std::size_t length,
                                       int base = 10) {
  std::uint32_t value = 0;
  const char* end = id.data() + at + length;
  const auto result = std::from_chars(id.data() + at, end, value, base);
  if (result.ec != std::errc{} || result.ptr != end) return std::nullopt;
  return value;
}

std::size_t generation_on(int day) {
  std::size_t generation = 0;
  while (generation + 1 < kGenerations && day >= kGenerationStart[generation + 1]) ++generation;
  return generation;
}

std::uint32_t sum_of_bits(const std::vector<const Issuer*>& by, std::size_t generation) {
  std::uint32_t sum = 0;
  for (const Issuer* issuer : by) {
    if (issuer->bit[generation] == 0) return 0;
    sum |= issuer->bit[generation];
  }
  return sum;
}

std::optional<std::string> order_code(const LawNumber& law) {
  const auto by = read_issuers(law.instrument);
  if (by.empty()) return std::nullopt;
  if (by.size() == 1 && by.front()->code != 0) return "R0" + digits(by.front()->code, 7, 16);
  const int year = western_year(law.era, law.year);
  std::size_t first = generation_on(year * 10000 + 101);
  // The ministries of 2001 began on 6 January; nothing was issued before.
  if (year == 2001) first = kGenerations - 1;
  std::size_t last = generation_on(year * 10000 + 1231);
  if (law.date && law.date->year == law.year && law.date->era == law.era) {
    first = last = generation_on(year * 10000 + law.date->month * 100 + law.date->day);
  }
  std::optional<std::string> code;
  for (std::size_t generation = first; generation <= last; ++generation) {
    const std::uint32_t sum = sum_of_bits(by, generation);
    if (sum == 0) continue;
    if (code) return std::nullopt;
    code = 'M' + std::to_string(generation + 1) + digits(sum, 7, 16);
  }
  return code;
}

LawNumber with(LawNumber law, LawNumberKind kind, std::string_view instrument,
               std::uint32_t number) {
  law.kind = kind;
  law.instrument = instrument;
  if (number != 0) law.number = {number};
  return law;
}

std::optional<std::string> joint_instrument(std::uint32_t sum, std::size_t generation, int year) {
  std::string out;
  const Issuer* last = nullptr;
  for (const Issuer& issuer : issuers()) {
    const std::uint32_t bit = issuer.bit[generation];
    if ((sum & bit) == 0 || year > issuer.until) continue;
    sum &= ~bit;
    if (last != nullptr) out += "・";
    out += issuer.name;
    last = &issuer;
  }
  if (last == nullptr || sum != 0) return std::nullopt;
  return out.append(last->ending);
}

std::optional<std::string> body_instrument(std::uint32_t code) {
  const auto all = issuers();
  const auto row = std::find_if(all.begin(), all.end(), [&](const Issuer& issuer) {
    return code != 0 && issuer.code == code;
  });
  if (row == all.end()) return std::nullopt;
  return std::string(row->name).append(row->ending);
}

std::optional<LawNumber> order_of(LawNumber law, std::string_view id) {
  const auto code = number_at(id, 5, 7, 16);
  const auto number = number_at(id, 12, 3);
  const char generation = id[4];
  if (!code || !number) return std::nullopt;
  std::optional<std::string> instrument;
  if (id[3] == 'R' && generation == '0') {
    instrument = body_instrument(*code);
  } else if (id[3] == 'M' && generation >= '1' && generation <= '6') {
    instrument = joint_instrument(*code, static_cast<std::size_t>(generation - '1'),
                                  western_year(law.era, law.year));
  }
  if (!instrument) return std::nullopt;
  return with(law, LawNumberKind::order, *instrument, *number);
}

std::optional<LawNumber> npa_rule_of(LawNumber law, std::string_view id) {
  const auto group = number_at(id, 7, 2);
  const auto number = number_at(id, 9, 3);
  const auto branch = number_at(id, 12, 3);
  if (!group || !number || !branch) return std::nullopt;
  law = with(law, LawNumberKind::npa_rule, "人事院規則", 0);
  law.number = {*group, *number};
  if (*branch != 0) law.number.push_back(*branch);
  return law;
}

std::optional<LawNumber> decision_of(LawNumber law, std::string_view id) {
  const auto month = number_at(id, 7, 2);
  const auto day = number_at(id, 9, 2);
  if (!month || !day || *month < 1 || *month > 12 || *day < 1 || *day > 31) return std::nullopt;
  law.date = JapaneseDate{law.era, law.year, static_cast<std::uint8_t>(*month),
                          static_cast<std::uint8_t>(*day)};
  return with(law, LawNumberKind::decision, "内閣総理大臣決定", 0);
}

}  // namespace

std::optional<std::string> to_law_id(const LawNumber& law) {
  std::string id = std::to_string(static_cast<int>(law.era)) + digits(law.year, 2);
  const bool numbered = !law.number.empty() && law.number.front() != 0;
  switch (law.kind) {
    case LawNumberKind::constitution:
      if (law.era == Era::showa && law.year == 21) return std::string(kConstitution);
      return std::nullopt;
    case LawNumberKind::cabinet_order:
      id += "CO";
      break;
    case LawNumberKind::imperial_order:
      id += "IO";
      break;
    case LawNumberKind::dajokan_notification:
      id += "DT";
      break;
    case LawNumberKind::order: {
      const auto code = order_code(law);
      if (!code || !numbered || law.number.front() > 999) return std::nullopt;
      return id + *code + digits(law.number.front(), 3);
    }
    case LawNumberKind::npa_rule:
      if (law.number.size() < 2 || law.number.size() > 3 || law.number[0] > 99 ||
          std::any_of(law.number.begin(), law.number.end(), [](auto n) { return n > 999; })) {
        return std::nullopt;
      }
      return id + "RJNJ" + digits(law.number[0], 2) + digits(law.number[1], 3) +
             digits(law.number.size() == 3 ? law.number[2] : 0, 3);
    default:
      return std::nullopt;
  }
  if (!numbered) return std::nullopt;
  return id + digits(law.number.front(), 10);
}

std::optional<LawNumber> law_number_of(std::string_view id) {
  LawNumber law;
  if (id.size() != kIdLength || id[0] < '1' || id[0] > '5') return std::nullopt;
  const auto year = number_at(id, 1, 2);
  if (!year || *year == 0) return std::nullopt;
  law.era = static_cast<Era>(id[0] - '0');
  law.year = static_cast<std::uint16_t>(*year);
  if (id == kConstitution) return with(law, LawNumberKind::constitution, "憲法", 0);
  const std::string_view type = id.substr(3, 2);
  if (type == "RJ") return npa_rule_of(law, id);
  if (type == "RP") return decision_of(law, id);
  if (id[3] == 'M' || id[3] == 'R') return order_of(law, id);
  const auto number = number_at(id, 8, 7);
  if (!number) return std::nullopt;
  if (type == "AC") return with(law, LawNumberKind::act, "法律", *number);
  if (type == "CO") return with(law, LawNumberKind::cabinet_order, "政令", *number);
  if (type == "IO") return with(law, LawNumberKind::imperial_order, "勅令", *number);
  if (type == "DF") return with(law, LawNumberKind::dajokan_proclamation, "太政官布告", *number);
  if (type == "DT") return with(law, LawNumberKind::dajokan_notification, "太政官達", *number);
  return std::nullopt;
}

}  // namespace corpus
