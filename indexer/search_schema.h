// SPDX-License-Identifier: GPL-2.0-or-later
// What the Xapian databases hold. One document is one unit a reader looks up (corpus::is_unit): an
// article with all its 項 and 号, an article of a 附則, an appended table or form, a 項 of a law
// without articles; one for each revision of the law.
//
// Terms, by prefix (kFields): the words of the text without one, with their positions; a gap of
// kProvisionGap positions keeps a phrase from running over from one 項 into the next. Captions and
// titles are words again under S and T, so that they can weigh more. Compounds (C) are defined
// terms and names as wholes, D those the unit itself declares, readings (R) are how words sound. L,
// K, A and Q are exact names, not words; Y are the provisions the unit cites (index_names in
// reference_table.h). B, N and V are the words of who must do what to whom, M whether they must or
// may (norm_table.h has the norms themselves). Values: from which day and until which day the
// revision is in force, yyyymmdd; and how much a unit of its kind weighs when all else is equal:
// main provisions before 附則, those before the 附則 of amending laws. Data: one JSON object
// {address, law_id, title, caption, kind, text}; `text` is what snippets are cut from, the
// provisions' own texts one a line.
#pragma once

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>

namespace indexer {

struct Field {
  std::string_view name;
  std::string_view prefix;
  std::string_view meaning;  // for people
  std::string_view example;
};

inline constexpr Field kFields[] = {
    {"text", "", "本文の語", "報告"},
    {"caption", "S", "見出しの語", "届出"},
    {"title", "T", "法令名の語", "サイバーセキュリティ"},
    {"compound", "C", "定義語・法令名などの全体", "特定重要電子計算機"},
    {"defines", "D", "この条文が定義する語", "特定侵害事象"},
    {"reading", "R", "読み", "とくていじゅうようでんしけいさんき"},
    {"law", "L", "法令ID", "507AC0000000042"},
    {"kind", "K", "種別", "statute"},
    {"address", "A", "条文の番地", "507AC0000000042/a5"},
    {"cites", "Y", "引用する条文の番地", "507AC0000000042/a5"},
    {"id", "Q", "番地と施行日", "507AC0000000042@20261001/a5"},
    {"bearer", "B", "義務や権限を負う者の語", "事業者"},
    {"recipient", "N", "届出などの相手の語", "大臣"},
    {"act", "V", "義務や権限の動詞の語", "報告"},
    {"modality", "M", "義務・権限などの別", "must"},
};

constexpr std::string_view prefix_of(std::string_view field) {
  return std::find_if(std::begin(kFields), std::end(kFields),
                      [&](const Field& f) { return f.name == field; })
      ->prefix;
}

// Two prefixes of which one begins the other would mix their terms.
static_assert([] {
  for (const Field& a : kFields) {
    for (const Field& b : kFields) {
      if (&a != &b && !a.prefix.empty() && b.prefix.starts_with(a.prefix)) return false;
    }
  }
  return true;
}());

inline constexpr unsigned kValueFrom = 0;  // first day in force
inline constexpr unsigned kValueUntil =
    1;  // first day no longer in force, kForever when none is known
inline constexpr unsigned kValueRank = 2;              // Xapian::sortable_serialise(0 … 1)
inline constexpr unsigned kValueLaw = 3;               // law id
inline constexpr std::string_view kEver = "00000000";  // a text whose first day nobody gives
inline constexpr std::string_view kForever = "99999999";
inline constexpr unsigned kProvisionGap = 20;

}  // namespace indexer
