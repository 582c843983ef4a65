// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/citations/era_check.h"

#include <algorithm>
#include <map>
#include <string>

#include "corpus/law_names.h"
#include "corpus/numerals.h"
#include "corpus/text_scan.h"

namespace citations {
namespace {

using corpus::Era;
using corpus::Span;

// 改元の詔書・元号を改める政令による。
struct EraDays {
  Era era;
  std::string_view name;
  int last_year;
  int first[2];  // month and day of its first year
  int last[2];   // of its last year
};
constexpr EraDays kEras[] = {
    {Era::meiji, "明治", 45, {1, 1}, {7, 29}},  {Era::taisho, "大正", 15, {7, 30}, {12, 24}},
    {Era::showa, "昭和", 64, {12, 25}, {1, 7}}, {Era::heisei, "平成", 31, {1, 8}, {4, 30}},
    {Era::reiwa, "令和", 0, {5, 1}, {12, 31}},  // 0: not over
};

// Behind a date: what is dated so has happened.
constexpr std::string_view kHappened[] = {"閣議決定", "公布", "決定", "制定", "判決", "告示",
                                          "通知",     "通達", "公表", "策定", "発行", "付け"};

const EraDays& days_of(Era era) {
  return *std::find_if(std::begin(kEras), std::end(kEras),
                       [&](const EraDays& e) { return e.era == era; });
}

void skip_spaces(std::string_view text, std::size_t& at) {
  while (at < text.size() && text[at] == ' ') ++at;
}

// 「12月」 behind a year; 0 when it is not there.
int read_part(std::string_view text, std::size_t& at, std::string_view unit) {
  std::size_t next = at;
  skip_spaces(text, next);
  const auto number = corpus::read_number(text.substr(next));
  if (!number || number->value == 0 || number->value > 99) return 0;
  next += number->length;
  skip_spaces(text, next);
  if (!text.substr(next).starts_with(unit)) return 0;
  at = next + unit.size();
  return static_cast<int>(number->value);
}

std::optional<EraDate> read_date(std::string_view text, std::size_t begin) {
  const auto* era = std::find_if(std::begin(kEras), std::end(kEras), [&](const EraDays& e) {
    return text.substr(begin).starts_with(e.name);
  });
  if (era == std::end(kEras)) return std::nullopt;
  std::size_t at = begin + era->name.size();
  skip_spaces(text, at);
  const auto year = corpus::read_year_number(text.substr(at));
  if (!year || year->value == 0 || year->value > 99) return std::nullopt;
  at += year->length;
  skip_spaces(text, at);
  if (!text.substr(at).starts_with("年")) return std::nullopt;
  at += std::string_view("年").size();
  if (text.substr(at).starts_with("度")) return std::nullopt;
  EraDate date{.era = era->era, .year = static_cast<int>(year->value)};
  date.month = read_part(text, at, "月");
  if (date.month > 0) date.day = read_part(text, at, "日");
  date.span = {begin, at};
  return date;
}

bool has_happened(std::string_view text, const EraDate& date) {
  std::string_view behind = text.substr(date.span.end);
  if (behind.starts_with("に") || behind.starts_with("の") || behind.starts_with("、"))
    behind.remove_prefix(3);
  return std::any_of(std::begin(kHappened), std::end(kHappened),
                     [&](std::string_view word) { return behind.starts_with(word); });
}

bool is_day(int year, int month, int day) {
  constexpr int kDays[] = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (month > 12 || day > kDays[month - 1]) return false;
  const bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
  return month != 2 || day < 29 || leap;
}

void check_calendar(std::string_view text, const EraDate& date, std::vector<CitationProblem>& out) {
  const EraDays& era = days_of(date.era);
  const int western = corpus::western_year(date.era, date.year);
  if (date.month > 0 && !is_day(western, date.month, date.day)) {
    out.push_back({ProblemKind::no_such_day, date.span, -1, "そのような月日はない", {}});
    return;
  }
  const std::pair<int, int> day{date.month, date.day > 0 ? date.day : 15};
  const bool before = date.year == 1 && date.month > 0 &&
                      day < std::pair{era.first[0], era.first[1]} &&
                      !(date.day == 0 && date.month == era.first[0]);
  const bool after = era.last_year > 0 &&
                     (date.year > era.last_year || (date.year == era.last_year && date.month > 0 &&
                                                    day > std::pair{era.last[0], era.last[1]} &&
                                                    !(date.day == 0 && date.month == era.last[0])));
  // Laws made before an era ended name days beyond it; what has happened cannot.
  if (before || (after && has_happened(text, date))) {
    out.push_back({ProblemKind::no_such_year,
                   date.span,
                   -1,
                   std::string(era.name) +
                       (before ? "はまだ始まっていない" : "は既に終わっている") + "（西暦" +
                       std::to_string(western) + "年）",
                   {}});
  }
}

// What stands in 「」 or 『』 in the same line, not further than `far` bytes before the date or
// right behind it.
std::vector<Span> titles_beside(std::string_view text, const std::vector<Span>& quotations,
                                Span date, std::size_t far) {
  std::vector<Span> out;
  const auto near = [&](std::size_t from, std::size_t to) {
    return to - from <= far && text.substr(from, to - from).find('\n') == std::string_view::npos;
  };
  const auto behind = std::lower_bound(quotations.begin(), quotations.end(), date,
                                       [](Span q, Span d) { return q.begin < d.begin; });
  for (auto q = behind; q != quotations.begin();) {
    --q;
    if (!near(q->end, date.begin)) break;
    if (q->contains(date)) continue;
    out.push_back(*q);
  }
  if (behind != quotations.end() && behind->begin >= date.end && near(date.end, behind->begin))
    out.push_back(*behind);
  return out;
}

constexpr std::size_t kFar = 180;        // bytes, sixty letters
constexpr std::size_t kFarBefore = 120;  // of the 題 of a book and the date behind it

std::string written(const EraDate& date) {
  return std::string(days_of(date.era).name) + std::to_string(date.year) + "年" +
         (date.month > 0 ? std::to_string(date.month) + "月" : "") +
         (date.day > 0 ? std::to_string(date.day) + "日" : "");
}

using LineOf = std::function<std::size_t(std::size_t)>;

void compare_decisions(std::string_view text, const std::vector<EraDate>& dates,
                       const std::vector<Span>& quotations, const LineOf& line_of,
                       std::vector<CitationProblem>& out) {
  std::map<std::u32string, std::vector<const EraDate*>> by_title;
  for (const EraDate& date : dates) {
    const std::string_view rest = text.substr(date.span.end, kFar);
    const std::string_view line = rest.substr(0, rest.find('\n'));
    const bool decided =
        std::any_of(std::begin(kHappened), std::end(kHappened),
                    [&](std::string_view w) { return line.find(w) != std::string_view::npos; });
    if (!decided) continue;
    const auto titles = titles_beside(text, quotations, date.span, kFar);
    if (titles.empty()) continue;
    // The nearest one: before the date, or what the date leads to.
    const Span title = *std::min_element(titles.begin(), titles.end(), [&](Span a, Span b) {
      const auto distance = [&](Span s) {
        return s.end <= date.span.begin ? date.span.begin - s.end : s.begin - date.span.end;
      };
      return distance(a) < distance(b);
    });
    const auto name = corpus::fold_name(title.of(text));
    if (name.size() >= 4) by_title[name].push_back(&date);
  }
  for (const auto& [title, same] : by_title) {
    std::map<int, const EraDate*> newest;  // of each year's number
    for (const EraDate* date : same) {
      const EraDate*& slot = newest[date->year];
      if (slot == nullptr || slot->era < date->era) slot = date;
    }
    std::map<int, std::string> said;
    for (const EraDate* date : same) {
      const EraDate& newer = *newest[date->year];
      if (newer.era == date->era) continue;
      std::string& words = said[date->year];
      if (words.empty()) {
        words = std::to_string(line_of ? line_of(newer.span.begin)
                                       : corpus::line_of(text, newer.span.begin)) +
                "行では同じものが" + written(newer) + "である";
      }
      out.push_back({ProblemKind::era_contradicts, date->span, -1, words, {}});
    }
  }
}

using LawsIn = std::function<std::vector<DatedLaw>(std::string_view title)>;

// 『○○法案の論点』平成7年4月, of a law of 令和7年.
void compare_with_laws(std::string_view text, const std::vector<EraDate>& dates,
                       const std::vector<Span>& quotations, const LawsIn& laws_in,
                       std::vector<CitationProblem>& out) {
  constexpr int kYearsBefore = 5;
  constexpr std::size_t kLongestTitle = 300;  // bytes
  const auto contradicts = [&](const EraDate& date, const DatedLaw& law) {
    const auto made = corpus::parse_iso_date(law.promulgated);
    return made && made->era > date.era && made->year == date.year &&
           corpus::western_year(date.era, date.year) + kYearsBefore <
               corpus::western_year(made->era, made->year);
  };
  for (const EraDate& date : dates) {
    for (const Span title : titles_beside(text, quotations, date.span, kFarBefore)) {
      if (title.end > date.span.begin || title.size() > kLongestTitle) continue;
      const auto laws = laws_in(title.of(text));
      const auto law = std::find_if(laws.begin(), laws.end(),
                                    [&](const DatedLaw& l) { return contradicts(date, l); });
      if (law == laws.end()) continue;
      const auto made = corpus::parse_iso_date(law->promulgated);
      out.push_back({ProblemKind::era_contradicts,
                     date.span,
                     -1,
                     "「" + law->name + "」は" + std::string(corpus::to_string(made->era)) +
                         std::to_string(made->year) + "年のもの",
                     {}});
      break;
    }
  }
}

std::vector<Span> all_quotations(std::string_view text) {
  std::vector<Span> out;
  for (const auto& [open, close] : {std::pair<std::string_view, std::string_view>{"「", "」"},
                                    std::pair<std::string_view, std::string_view>{"『", "』"}}) {
    for (std::size_t at = text.find(open); at != std::string_view::npos;) {
      const std::size_t begin = at + open.size();
      const std::size_t end = text.find(close, begin);
      if (end == std::string_view::npos) break;
      at = text.find(open, begin);
      if (at != std::string_view::npos && at < end) continue;  // the inner one counts
      out.push_back({begin, end});
    }
  }
  std::sort(out.begin(), out.end());
  return out;
}

}  // namespace

bool is_year_of(Era era, int year, int now) {
  const int last = days_of(era).last_year;
  return year >= 1 && (last == 0 || year <= last) && corpus::western_year(era, year) <= now;
}

std::vector<EraDate> find_era_dates(std::string_view text) {
  std::vector<EraDate> out;
  for (const EraDays& era : kEras) {
    for (std::size_t at = text.find(era.name); at != std::string_view::npos;
         at = text.find(era.name, at + era.name.size())) {
      if (corpus::read_law_number(text.substr(at))) continue;
      if (const auto date = read_date(text, at)) out.push_back(*date);
    }
  }
  std::sort(out.begin(), out.end(),
            [](const EraDate& a, const EraDate& b) { return a.span < b.span; });
  return out;
}

std::vector<CitationProblem> check_eras(std::string_view text, const LawsIn& laws_in,
                                        const LineOf& line_of) {
  std::vector<CitationProblem> out;
  const auto dates = find_era_dates(text);
  for (const EraDate& date : dates) check_calendar(text, date, out);
  const auto quotations = all_quotations(text);
  compare_decisions(text, dates, quotations, line_of, out);
  compare_with_laws(text, dates, quotations, laws_in, out);
  return out;
}

}  // namespace citations
