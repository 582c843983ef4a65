// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/norms/commencement_rules.h"

#include <chrono>
#include <cstdio>
#include <optional>

#include "corpus/law_number.h"
#include "corpus/numerals.h"
#include "indexer/norms/penalty_text.h"

namespace norms {
namespace {

using enum StartKind;

// clang-format off
const std::vector<StartRule> kRules = {
    {.name = "括弧の中の日", .kind = fixed, .all_of = {"施行の日（", "年", "月", "日）"},
     .examples = {{"法の施行の日（令和八年十月一日）", "fixed 2026-10-01"}},
     .not_in = {"法の施行の日（以下「施行日」という。）"}, .source = "命令の附則"},
    {.name = "範囲内で定める日", .kind = by_order, .all_of = {"公布の日", "起算して", "超えない範囲内"},
     .examples = {{"公布の日から、起算して一年六月を、超えない範囲内において府令で定める日", "by order ..2026-11-22"},
                  {"公布の日から、起算して二年を、超えない範囲内において府令で定める日", "by order ..2027-05-22"},
                  {"公布の日から起算して九十日を超えない範囲内において政令で定める日", "by order ..2025-08-20"}},
     .not_in = {"公布の日"}, .source = "法制執務"},
    {.name = "こえない範囲内で定める日", .kind = by_order, .all_of = {"公布の日", "起算し", "こえない"},
     .examples = {{"公布の日から起算して三箇月をこえない範囲内で府令で定める日", "by order ..2025-08-22"}},
     .not_in = {"公布の日から起算して三月を経過した日"}, .source = "古い法律"},
    {.name = "超えない期間内で定める日", .kind = by_order, .all_of = {"公布の日", "超えない", "定める日"},
     .examples = {{"公布の日から六月を超えない期間内において政令で定める日", "by order ..2025-11-22"}},
     .not_in = {"政令で定める日"}, .source = "古い法律"},
    {.name = "以内で定める日", .kind = by_order, .all_of = {"公布の日", "以内", "定める日"},
     .examples = {{"公布の日から起算して六月以内で政令で定める日", "by order ..2025-11-22"}},
     .not_in = {"公布の日から一年以内"}, .source = "要旨"},
    {.name = "経過した日", .kind = elapsed, .all_of = {"公布の日から", "経過した日"},
     .examples = {{"公布の日から起算して三月を経過した日", "elapsed 2025-08-23"}, {"公布の日から起算して二十日を経過した日", "elapsed 2025-06-12"}},
     .not_in = {"施行の日から起算して三月を経過した日"}, .source = "法制執務"},
    {.name = "公布の日", .kind = promulgation, .all_of = {"公布の日"},
     .whole = true,
     .examples = {{"公布の日", "promulgation 2025-05-23"}, {"公布の日の翌日", "unknown"}, {"公布の日から一年以内", "unknown"}},
     .not_in = {"施行の日"}, .source = "法制執務"},
    {.name = "別の法律の施行の日", .kind = with_law, .all_of = {"の施行の日"},
     .examples = {{"水門法の施行の日", "with law"}, {"同法附則第九条に掲げる規定の施行の日", "with law"}},
     .not_in = {"政令で定める日"}, .source = "法制執務"},
    {.name = "政令で定める日", .kind = by_order, .all_of = {"で定める日"},
     .examples = {{"政令で定める日", "by order"}, {"別に法律で定める日", "by order"}}, .not_in = {"公布の日"}, .source = "法制執務"},
    {.name = "定められた日", .kind = fixed, .all_of = {"年", "月", "日"},
     .examples = {{"令和八年四月一日", "fixed 2026-04-01"}, {"平成元年四月一日", "fixed 1989-04-01"}},
     .not_in = {"毎年"}, .source = "法制執務"},
};
// clang-format on

// The rule that asks for a longer spelling of こえない is the second one.
bool fits(const StartRule& rule, std::string_view words) {
  if (rule.whole) return words == rule.all_of.front();
  for (const std::string_view word : rule.all_of) {
    if (words.find(word) == std::string_view::npos) return false;
  }
  return true;
}

struct Period {
  int years = 0;
  int months = 0;
  int days = 0;
};

// 「起算して[一年六月]を」: the first span of time behind 公布の日.
std::optional<Period> find_period(std::string_view words) {
  constexpr std::string_view kFrom = "公布の日";
  const std::size_t from = words.find(kFrom);
  if (from == std::string_view::npos) return std::nullopt;
  Period out;
  bool found = false;
  for (std::size_t at = from + kFrom.size(); at < words.size();) {
    const auto number = corpus::read_number(words.substr(at));
    if (!number || number->value > 1000) {
      if (found) break;
      ++at;
      continue;
    }
    std::string_view rest = words.substr(at + number->length);
    const auto value = static_cast<int>(number->value);
    std::size_t unit = 0;
    for (const std::string_view month : {"月", "箇月", "か月", "カ月"}) {
      if (rest.starts_with(month)) unit = month.size();
    }
    if (unit > 0)
      out.months = value;
    else if (rest.starts_with("年"))
      out.years = value, unit = std::string_view("年").size();
    else if (rest.starts_with("日"))
      out.days = value, unit = std::string_view("日").size();
    if (unit == 0) {
      ++at;
      continue;
    }
    found = true;
    at += number->length + unit;
  }
  if (!found) return std::nullopt;
  return out;
}

std::string to_iso_day(std::chrono::year_month_day day) {
  char out[32];
  std::snprintf(out, sizeof out, "%04d-%02u-%02u", static_cast<int>(day.year()),
                static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()));
  return out;
}

// 起算 counts the first day: six months from 23 May end with 22 November.
std::string add(std::string_view iso, const Period& p, int shift) {
  using namespace std::chrono;
  int y = 0;
  unsigned m = 0, d = 0;
  if (std::sscanf(std::string(iso).c_str(), "%d-%u-%u", &y, &m, &d) != 3) return {};
  year_month_day day = year{y} / month{m} / std::chrono::day{d};
  if (!day.ok()) return {};
  day += years{p.years};
  day += months{p.months};
  if (!day.ok()) day = day.year() / day.month() / last;
  return to_iso_day(sys_days(day) + days{p.days + shift});
}

}  // namespace

std::span<const StartRule> start_rules() { return kRules; }

std::string find_date(std::string_view text) {
  constexpr std::pair<std::string_view, corpus::Era> kEras[] = {{"明治", corpus::Era::meiji},
                                                                {"大正", corpus::Era::taisho},
                                                                {"昭和", corpus::Era::showa},
                                                                {"平成", corpus::Era::heisei},
                                                                {"令和", corpus::Era::reiwa}};
  for (std::size_t at = 0; at < text.size(); ++at) {
    for (const auto& [name, era] : kEras) {
      if (!text.substr(at).starts_with(name)) continue;
      std::string_view rest = text.substr(at + name.size());
      const auto take = [&](std::string_view unit, bool year) -> int {
        const auto number = year ? corpus::read_year_number(rest) : corpus::read_number(rest);
        if (!number || number->value > 200) return 0;
        if (!rest.substr(number->length).starts_with(unit)) return 0;
        rest.remove_prefix(number->length + unit.size());
        return static_cast<int>(number->value);
      };
      const int y = take("年", true);
      const int m = y > 0 ? take("月", false) : 0;
      const int d = m > 0 ? take("日", false) : 0;
      const std::chrono::year_month_day day{std::chrono::year{corpus::western_year(era, y)},
                                            std::chrono::month{static_cast<unsigned>(m)},
                                            std::chrono::day{static_cast<unsigned>(d)}};
      if (y > 0 && day.ok()) return to_iso_day(day);
    }
  }
  return {};
}

Commencement read_start(std::string_view words, std::string_view promulgated) {
  Commencement out;
  out.words = std::string(words);
  const std::string folded = fold_kana(words);
  for (const StartRule& rule : start_rules()) {
    if (!fits(rule, folded)) continue;
    out.kind = rule.kind;
    const auto period = find_period(folded);
    if (rule.kind == promulgation) out.date = std::string(promulgated);
    if (rule.kind == fixed) out.date = find_date(words);
    if (rule.kind == elapsed && period) out.date = add(promulgated, *period, 0);
    if (rule.kind == by_order && period) out.latest = add(promulgated, *period, -1);
    if (rule.kind == fixed && out.date.empty()) {
      out.kind = unknown;
      continue;
    }
    break;
  }
  return out;
}

}  // namespace norms
