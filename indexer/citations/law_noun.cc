// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/citations/law_noun.h"

#include <algorithm>

#include "corpus/numerals.h"
#include "corpus/text_scan.h"

namespace citations {
namespace {

using corpus::Span;

// clang-format off
constexpr NameStop kStops[] = {
    {"、", "この場合において、見本協定", "見本協定"},
    {"。", "備え付ける。見本規程", "見本規程"},
    {"（", "甲（見本条約", "見本条約"},
    {"）", "甲（乙）見本条約", "見本条約"},
    {"「", "「見本条約", "見本条約"},
    {"」", "「甲」見本条約", "見本条約"},
    {"は", "経過措置は見本法", "見本法"},
    {"が", "甲が見本協定", "見本協定"},
    {"を", "甲を見本協定", "見本協定"},
    {"又は", "甲又は見本協定", "見本協定"},
    {"及び", "甲及び見本協定", "見本協定"},
    {"若しくは", "甲若しくは見本協定", "見本協定"},
    {"並びに", "甲並びに見本協定", "見本協定"},
    {"により", "これにより見本協定", "見本協定"},
    {"による", "これによる見本協定", "見本協定"},
    {"において", "区域において見本条例", "見本条例"},
    {"改正前の", "改正前の見本法", "見本法"},
    {"改正後の", "改正後の見本法", "見本法"},
    {"廃止前の", "廃止前の見本法", "見本法"},
    {"の規定", "甲の規定する見本条例", "する見本条例"},
    {"の際現に存する", "施行の際現に存する見本条例", "見本条例"},
    {"の際現に", "施行の際現に見本条例", "見本条例"},
    {"たならば", "適用したならば見本条例", "見本条例"},
    {"適用される", "読み替えて適用される見本措置法", "見本措置法"},
    {"のうち", "業務のうち見本公団法", "見本公団法"},
    {"ものとされる", "効力を有するものとされる旧見本委託法", "旧見本委託法"},
    {"こととされる", "よることとされる旧見本委託法", "旧見本委託法"},
    {"当該", "当該見本条例", "見本条例"},
    {"条中", "第一条中見本組織令", "見本組織令"},
    {"項中", "前項中見本組織令", "見本組織令"},
    {"ニ付", "事実ニ付見本委員法", "見本委員法"},
    {"ニ依リ", "之ニ依リ見本委員法", "見本委員法"},
    {"ニ依ル", "之ニ依ル見本委員法", "見本委員法"},
    {"\t", "表\t見本条例", "見本条例"},
    {"\n", "行\n見本条例", "見本条例"},
    {"\u3000", "号\u3000見本条例", "見本条例"},
};
// clang-format on

constexpr std::string_view kAmending = "の一部を改正する";
constexpr std::size_t kWindow = 360;  // bytes of the longest name

bool is_law_word(std::string_view head) {
  return corpus::ends_with_any(head,
                               {"法律", "政令",   "省令", "府令", "規則", "規程", "条例", "条約",
                                "協定", "議定書", "憲章", "規約", "定款", "告示", "約款", "細則",
                                "訓令", "典範",   "取極", "協約", "勅令", "憲法", "命令", "改正法",
                                "基準", "要領",   "要綱", "規準", "件",   "法",   "令"})
             .has_value() &&
         !corpus::ends_with_any(
             head, {"方法", "手法", "の件", "要件", "条件", "案件", "この基準", "この法律",
                    "この政令", "この省令", "この府令", "この規則", "この条例", "この命令"});
}

// Behind the last word that cannot be in a name.
std::size_t behind_stops(std::string_view text, std::size_t floor, std::size_t end) {
  const std::string_view head = text.substr(floor, end - floor);
  std::size_t begin = floor;
  for (const NameStop& stop : kStops) {
    const std::size_t found = head.rfind(stop.word);
    if (found == std::string_view::npos) continue;
    const std::size_t behind = floor + found + stop.word.size();
    if (behind > begin && behind < end) begin = behind;
  }
  return begin;
}

// 「この法律による改正前の○○及び△△法」: what follows these words is the name, 及び or not.
std::size_t behind_amended(std::string_view text, std::size_t floor, std::size_t end) {
  const std::string_view head = text.substr(floor, end - floor);
  for (const std::string_view word : {"による改正前の", "による改正後の"}) {
    const std::size_t found = head.rfind(word);
    if (found == std::string_view::npos) continue;
    const std::string_view name = head.substr(found + word.size());
    const bool plain = std::none_of(std::begin(kStops), std::end(kStops), [&](const NameStop& s) {
      return s.word != "及び" && s.word != "並びに" && name.find(s.word) != name.npos;
    });
    if (plain && !name.empty() && name.find("第") == name.npos) return floor + found + word.size();
  }
  return end;
}

// 「甲法、乙法及び丙法の一部を改正する法律」: back over the other laws it amends.
std::size_t before_others(std::string_view text, std::size_t floor, std::size_t begin) {
  constexpr int kMostLaws = 12;
  for (int n = 0; n < kMostLaws; ++n) {
    const auto join =
        corpus::ends_with_any(text.substr(floor, begin - floor), {"及び", "並びに", "、"});
    if (!join) break;
    const std::size_t end = begin - join->size();
    if (!corpus::ends_with_any(text.substr(floor, end - floor), {"法", "法律", "令", "規則"}))
      break;
    begin = behind_stops(text, floor, end);
  }
  return begin;
}

// 別表第一の見本組織令の項: what follows the number of a table.
std::size_t behind_table(std::string_view text, std::size_t begin, std::size_t end) {
  constexpr std::string_view kTable = "別表第";
  if (!text.substr(begin, end - begin).starts_with(kTable)) return begin;
  const auto number = corpus::read_number(text.substr(begin + kTable.size()));
  return number ? begin + kTable.size() + number->length : begin;
}

// Where the run of kanji, katakana and latin letters begins that ends at `end`; `begin` when the
// name cannot be told from it.
std::size_t begin_of_plain_name(std::string_view text, std::size_t begin, std::size_t end) {
  std::size_t at = end;
  while (at > begin) {
    std::size_t before = at;
    do --before;
    while (before > begin && (static_cast<unsigned char>(text[before]) & 0xC0) == 0x80);
    const char32_t c = corpus::letter_at(text, before);
    const bool latin = (c >= U'A' && c <= U'Z') || (c >= U'a' && c <= U'z') ||
                       (c >= U'Ａ' && c <= U'ｚ') || (c >= U'0' && c <= U'9');
    if (!corpus::is_kanji(c) && !corpus::is_katakana(c) && !latin && c != U'ー') break;
    at = before;
  }
  constexpr std::size_t kShortest = 3;  // letters: 見本法
  if (corpus::count_code_points(text.substr(at, end - at)) < kShortest) return begin;
  const bool behind_particle =
      corpus::ends_with_any(text.substr(begin, at - begin),
                            {"と", "に", "で", "も", "や", "へ", "か", "ば", "て", "た", "(", ")",
                             "\"", "：", ":", "→", "※", "・", " "})
          .has_value();
  return behind_particle ? at : begin;
}

// Before 「の一部を改正する法律」, where such a name ends here; else `end`.
std::size_t end_of_amended(std::string_view text, std::size_t floor, std::size_t end) {
  constexpr std::size_t kLongestKind = 45;  // bytes: 経済産業省令
  const std::string_view head = text.substr(floor, end - floor);
  const std::size_t found = head.rfind(kAmending);
  if (found == std::string_view::npos) return end;
  const std::string_view kind = head.substr(found + kAmending.size());
  if (kind.size() > kLongestKind || corpus::has_hiragana(kind)) return end;
  return floor + found - (head.substr(0, found).ends_with("等") ? 3 : 0);
}

}  // namespace

std::span<const NameStop> name_stops() { return kStops; }

std::optional<Span> law_noun_before(std::string_view text, std::size_t end, bool prose) {
  const std::size_t floor = end > kWindow ? end - kWindow : 0;
  if (!is_law_word(text.substr(floor, end - floor))) return std::nullopt;
  const std::size_t amended = end_of_amended(text, floor, end);
  std::size_t begin = behind_amended(text, floor, amended);
  if (begin == amended) begin = behind_stops(text, floor, amended);
  if (amended != end) begin = before_others(text, floor, begin);
  while (begin < end && (static_cast<unsigned char>(text[begin]) & 0xC0) == 0x80) ++begin;
  begin = behind_table(text, begin, end);
  if (prose && amended == end) begin = begin_of_plain_name(text, begin, end);
  if (begin >= end) return std::nullopt;
  return Span{begin, end};
}

std::optional<Span> law_before_bracket(std::string_view text, Span open, bool prose) {
  constexpr std::size_t kLongestBracket = 600;
  constexpr std::size_t kShortest = 12;  // bytes; 「法律（…）」 is no name
  const std::string_view inside = text.substr(open.end, kLongestBracket);
  const std::size_t end = std::min(inside.find("）"), inside.size());
  const std::string_view first = inside.substr(0, end);
  const std::string_view behind = inside.substr(std::min(end + 3, inside.size()));
  const bool named = first.starts_with("以下") &&
                     first.find("」という") != std::string_view::npos &&
                     corpus::starts_with_any(behind, {"第", "附則第", "別表"});
  const bool limited =
      first.starts_with("第") && corpus::ends_with_any(first, {"を除く。", "に限る。"});
  if (!named && !limited) return std::nullopt;
  const auto noun = law_noun_before(text, open.begin, prose);
  if (!noun || noun->size() < kShortest ||
      !corpus::is_kanji(corpus::letter_at(text, noun->begin)) ||
      !corpus::ends_with_any(noun->of(text), {"法", "法律", "規則", "令"}))
    return std::nullopt;
  return noun;
}

}  // namespace citations
