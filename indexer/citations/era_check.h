// SPDX-License-Identifier: GPL-2.0-or-later
// Dates with an era that cannot be: 平成33年の閣議決定, 令和7年2月30日, and the same decision dated
// 令和4年 here and 平成4年 there.
//   『国の戦略』平成4年12月26日閣議決定, beside 「国の戦略」（令和4年12月16日閣議決定）
//     -> era_contradicts at 平成4年12月26日
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/law_number.h"
#include "indexer/citations/citation_problems.h"

namespace citations {

struct EraDate {
  corpus::Span span;
  corpus::Era era = corpus::Era::reiwa;
  int year = 1;
  int month = 0;  // 0: not given
  int day = 0;
};

// In the order of the text; the years of law numbers (令和七年法律第…) are none.
std::vector<EraDate> find_era_dates(std::string_view text);

// Is there such a year in that era, up to the year `now` (western)?
bool is_year_of(corpus::Era, int year, int now);

// A law named in a title, with its day of promulgation (yyyy-mm-dd).
struct DatedLaw {
  std::string name;
  std::string promulgated;
};

// `laws_in`: the laws a title of a book or decision names. `line_of`: the line of a byte as
// messages name it; may be empty.
std::vector<CitationProblem> check_eras(
    std::string_view text,
    const std::function<std::vector<DatedLaw>(std::string_view title)>& laws_in,
    const std::function<std::size_t(std::size_t)>& line_of = {});

}  // namespace citations
