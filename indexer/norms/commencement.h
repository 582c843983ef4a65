// SPDX-License-Identifier: GPL-2.0-or-later
// Since when, or from when, a provision of a law is in force, by the law's own 附則.
//   「公布の日から…二年六月を超えない範囲内…で定める日」, promulgated 2025-05-23
//     -> latest 2027-11-22
// The day that was fixed later is found in other laws and orders
// (「法の施行の日（令和八年十月一日）」, 施行期日を定める政令). A text in force has no provision
// that is not, so a provision that stands in the revision of a day is in force on it, whatever the
// 附則 promises.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/law.h"
#include "indexer/citations/reference.h"

namespace norms {

enum class StartKind : std::uint8_t {
  promulgation,  // 公布の日
  fixed,         // 令和八年四月一日
  elapsed,       // 公布の日から起算して三月を経過した日
  by_order,      // …を超えない範囲内において政令で定める日
  with_law,      // ○○法の施行の日
  unknown,
};
std::string_view to_string(StartKind);

// A stretch of provisions that begin together, as the 附則 names it.
struct Commencing {
  corpus::AddressRange range;
  std::vector<corpus::AddressRange> only;  // 第二条（第九条に係る部分に限る。）
  std::vector<corpus::AddressRange> except;  // 第十章第一節（第六十一条第二項を除く。）
  bool partly = false;                       // limited by words, or to a part
  bool operator==(const Commencing&) const = default;
};

struct Commencement {
  corpus::Address basis;               // sup/a1/p1/i3
  std::vector<Commencing> provisions;  // empty: all that no other names (本文)
  StartKind kind = StartKind::unknown;
  std::string date;    // yyyy-mm-dd, or empty
  std::string latest;  // yyyy-mm-dd, or empty
  std::string words;   // 公布の日から…一年を超えない範囲内…で定める日
  bool operator==(const Commencement&) const = default;
};

std::vector<Commencement> find_commencements(const corpus::Law&,
                                             const std::vector<citations::Reference>& references);

// What a text says of the day on which another law, or a part of it, began.
//   「法附則第一条第九号に掲げる規定の施行の日（令和九年…）」
struct StartDay {
  corpus::Address of;     // the law, or the 号 of its 附則
  std::string date;       // yyyy-mm-dd
  corpus::Address basis;  // where it is said
  bool operator==(const StartDay&) const = default;
};
std::vector<StartDay> find_start_days(const corpus::Law&,
                                      const std::vector<citations::Reference>& references);

enum class InForce : std::uint8_t { yes, not_yet, unknown };
std::string_view to_string(InForce);

struct CommencementAnswer {
  InForce state = InForce::unknown;
  bool partly = false;    // of a part of the provision only
  std::string date;       // yyyy-mm-dd, or empty
  std::string latest;     // yyyy-mm-dd, or empty
  std::string law_date;   // of a law that was amended: when it began, its provision perhaps later
  corpus::Address basis;  // of the 附則
  corpus::Address dated;  // what fixed the day, when another text did
  std::string words;
};

// One answer for each part of the 附則 that reaches the provision; none when the law has no such
// 附則. `law` is the revision in force on `date` (yyyy-mm-dd), or the first one to come.
std::vector<CommencementAnswer> commencement_of(const corpus::Law& law,
                                                const std::vector<Commencement>&,
                                                const std::vector<StartDay>&,
                                                const corpus::Address&, std::string_view date);

// 「令和八年十月一日」, arabic too, anywhere in the text: the first one as yyyy-mm-dd.
std::string find_date(std::string_view text);

std::string to_tsv(const std::vector<Commencement>&);
std::vector<Commencement> parse_commencement_table(std::string_view tsv, std::string_view where);
std::string to_tsv(const std::vector<StartDay>&);
std::vector<StartDay> parse_start_day_table(std::string_view tsv, std::string_view where);

}  // namespace norms
