// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/documents/note_rules.h"

#include <algorithm>
#include <iterator>

#include "corpus/char_kinds.h"
#include "corpus/numerals.h"

namespace documents {
namespace {

using N = NoteNumber;

constexpr std::size_t kMostCandidates = 4000;
constexpr std::size_t kFurthestNote = 200;  // lines from a mark to its note
constexpr std::size_t kWidestGap = 4;       // marks that went missing in between

// clang-format off
constexpr NoteRule kRules[] = {
    {"上付きの数字", "", N::superscript, "", true, true, "語¹⁹に", "¹⁹ 正式には、次の二法"},
    {"<sup>", "<sup>", N::maybe, "</sup>", true, true, "語<sup>3</sup>や", "<sup>3</sup> 報告書"},
    {"^{ }", "^{", N::maybe, "}", true, true, "語^{*1}は", "^{2} 報告書"},
    {"^( )", "^(", N::maybe, ")", true, true, "語^(※1)を", "^(1) 報告書"},
    {"[^1]", "[^", N::maybe, "]", true, true, "語[^1]は", "[^1]: 報告書"},
    {"（※1）", "（※|(※|（＊|(＊|（*|(*", N::maybe, "）|)", true, true, "語（※1）の", "(※) 対象となる設備"},
    {"（☆1）", "（☆|(☆|（★|(★", N::maybe, "）|)", true, true, "語(☆1)を", "(☆) 対象となる設備"},
    {"（注1）", "（注|(注|［注|[注|〔注", N::maybe, "）|)|］|]|〕", true, true, "語（注1）の", "（注）対象となる設備"},
    {"※1", "※", N::must, "", true, true, "語※1及び", "※1 正式な名称"},
    {"※", "※", N::none, "", true, true, "語※に", "※ 対象となる設備"},
    {"☆1", "☆|★", N::must, "", true, true, "語☆1に", "☆1 対象となる設備"},
    {"☆", "☆", N::none, "", true, true, "語☆に", "☆ 対象となる設備"},
    {"*1", "*|＊", N::must, "", true, true, "語*1の", "*1 報告書"},
    {"*", "*|＊", N::none, "", true, true, "語*」の", "*：緊急の場合"},
    {"†", "†|‡", N::none, "", true, true, "語†の", "† 報告書"},
    {"注1", "注|脚注", N::must, "", false, true, "", "注1: 対象となる設備"},
    {"注）", "注", N::none, "）|)|：|:", false, true, "", "注）対象となる設備"},
};
// clang-format on

std::size_t choice_length(std::string_view choices, std::string_view text) {
  for (std::size_t at = 0; at <= choices.size();) {
    const std::size_t bar = std::min(choices.find('|', at), choices.size());
    const std::string_view choice = choices.substr(at, bar - at);
    if (!choice.empty() && text.starts_with(choice)) return choice.size();
    at = bar + 1;
  }
  return 0;
}

// ¹ is 1; -1 for what is no raised digit.
int raised_digit(char32_t c) {
  constexpr std::u32string_view kRaised = U"⁰¹²³⁴⁵⁶⁷⁸⁹";
  const std::size_t found = kRaised.find(c);
  return found == std::u32string_view::npos ? -1 : static_cast<int>(found);
}

FoundMark read_raised(std::string_view text) {
  FoundMark out;
  std::string label;
  for (std::size_t at = 0; at < text.size();) {
    const int digit = raised_digit(corpus::next_code_point(text, at));
    if (digit < 0) break;
    label += static_cast<char>('0' + digit);
    out.length = at;
  }
  if (!label.empty()) out.labels.push_back(label);
  return out;
}

std::size_t digits_length(std::string_view text) {
  std::size_t end = 0;
  for (std::size_t at = 0; at < text.size();) {
    if (!corpus::is_ascii_digit(corpus::to_half_width(corpus::next_code_point(text, at)))) break;
    end = at;
  }
  return end;
}

// 「13 14」, 「※1」: what lies between the signs.
std::vector<std::string> split_labels(std::string_view inside) {
  std::vector<std::string> out;
  for (std::size_t at = 0; at < inside.size();) {
    const std::size_t end = std::min(inside.find_first_of(" ,", at), inside.size());
    if (end > at) out.emplace_back(inside.substr(at, end - at));
    at = end + 1;
  }
  return out;
}

std::optional<FoundMark> match(const NoteRule& rule, std::string_view text) {
  if (rule.number == N::superscript) {
    FoundMark found = read_raised(text);
    if (found.length == 0) return {};
    return found;
  }
  const std::size_t before = choice_length(rule.before, text);
  if (before == 0) return {};
  if (!rule.after.empty() && rule.number != N::none) {  // signs around the label
    const std::string_view rest = text.substr(before);
    std::size_t end = 0, close = 0;
    while (end < rest.size() && end < 12 &&
           (close = choice_length(rule.after, rest.substr(end))) == 0)
      ++end;
    if (close == 0) return {};
    const std::string_view inside = rest.substr(0, end);
    const bool own_sign = rule.before[0] != '<' && rule.before[0] != '^' && rule.before[0] != '[';
    if (own_sign && digits_length(inside) != inside.size()) return {};
    if (!own_sign && inside.empty()) return {};
    FoundMark out{before + end + close, {}};
    const std::size_t bracket = own_sign ? (text[0] == '(' || text[0] == '[' ? 1 : 3) : before;
    out.labels = split_labels(text.substr(bracket, before + end - bracket));
    return out;
  }
  const std::size_t digits = rule.number == N::none ? 0 : digits_length(text.substr(before));
  if (rule.number == N::must && (digits == 0 || digits > 6)) return {};
  std::size_t after = 0;
  if (!rule.after.empty() && (after = choice_length(rule.after, text.substr(before + digits))) == 0)
    return {};
  return FoundMark{before + digits + after, {std::string(text.substr(0, before + digits))}};
}

bool is_one_of(std::string_view text, std::initializer_list<std::string_view> heads) {
  return std::any_of(heads.begin(), heads.end(),
                     [&](std::string_view h) { return text.starts_with(h); });
}

bool ends_in_one_of(std::string_view text, std::initializer_list<std::string_view> tails) {
  return std::any_of(tails.begin(), tails.end(),
                     [&](std::string_view t) { return text.ends_with(t); });
}

// A number that counts or dates something is no mark.
bool is_counted(std::string_view after) {
  return is_one_of(
      after,
      {"年", "月", "日",   "時", "分", "か", "ヶ", "カ", "ヵ", "箇",   "週",     "人", "名",   "社",
       "者", "件", "回",   "つ", "%",  "％", "倍", "円", "万", "億",   "千",     "兆", "台",   "個",
       "割", "度", "条",   "項", "号", "章", "節", "歳", "点", "頁",   "ペ",     "種", "級",   "世",
       "次", "位", "分野", "社", "庁", "省", "府", "県", "市", "ドル", "ユーロ", "メ", "キロ", "k",
       "m",  "c",  "G",    "M",  "K",  "-",  "－", "～", "〜", "/",    "／",     ".",  "．",   ",",
       "：", ":",  "国",   "団", "類", "本", "枚", "段", "列", "行",   "階"});
}

bool is_numbered(std::string_view before) {
  // 図 and 表 as words of their own, not the end of 公表
  const bool figure = before.ends_with("図") || before.ends_with("表");
  if (figure && !corpus::is_kanji(corpus::last_of(before.substr(0, before.size() - 3))))
    return true;
  return ends_in_one_of(
      before, {"第",   "平成", "令和", "昭和", "大正", "明治", "約",  "計", "全", "注", "注釈",
               "別表", "様式", "資料", "P",    "p",    "No",   "No.", "×",  "=",  "＝", ".",
               ",",    "-",    "－",   "/",    "(",    "（",   "～",  "〜", "の", "は", "各",
               "最大", "最低", "上位", "満",   "月",   "年",   "日",  "¥",  "$"});
}

struct Candidate {
  std::size_t line = 0;
  corpus::Span span;
  std::uint64_t value = 0;
  std::optional<std::size_t> note;
};

// 「7 正式には」: where notes of that number begin.
std::multimap<std::uint64_t, std::size_t> lines_by_number(std::string_view flat,
                                                          const std::vector<DocumentLine>& lines) {
  std::multimap<std::uint64_t, std::size_t> out;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].role != LineRole::open || lines[i].markdown > 0) continue;
    const std::string_view text = lines[i].content.of(flat);
    const std::size_t digits = digits_length(text);
    if (digits == 0 || digits > 3 || digits == text.size()) continue;
    const std::string_view rest = text.substr(digits);
    if (!corpus::is_space(corpus::first_of(rest)) || corpus::count_code_points(rest) < 4) continue;
    if (const auto number = corpus::read_number(text)) out.emplace(number->value, i);
  }
  return out;
}

std::vector<Candidate> candidates_in(std::string_view flat,
                                     const std::vector<DocumentLine>& lines) {
  const auto notes = lines_by_number(flat, lines);
  std::vector<Candidate> out;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].role == LineRole::blank || lines[i].role == LineRole::furniture) continue;
    const std::string_view text = lines[i].content.of(flat);
    for (std::size_t at = text.find_first_of("0123456789"); at != std::string_view::npos;
         at = text.find_first_of("0123456789", at)) {
      const std::size_t digits = digits_length(text.substr(at));
      const std::size_t begin = at;
      at += std::max<std::size_t>(digits, 1);
      if (begin == 0 || digits == 0 || digits > 3 || text[begin] == '0') continue;
      const std::string_view before = text.substr(0, begin);
      const std::string_view after = text.substr(begin + digits);
      const bool space_before = before.ends_with(" ");
      const bool space_after = after.empty() || after.starts_with(" ");
      const std::string_view word = corpus::trim(before);
      if (word.empty() || is_counted(corpus::trim(after)) || is_numbered(word)) continue;
      if (!after.empty() && !space_after && !corpus::is_japanese(corpus::first_of(after))) continue;
      const bool loose = space_before && space_after;
      if (!loose && (space_before || !corpus::is_japanese(corpus::last_of(word)))) continue;
      Candidate found{
          i, {lines[i].content.begin + begin, lines[i].content.begin + begin + digits}, 0, {}};
      found.value = corpus::read_number(text.substr(begin))->value;
      for (auto [n, last] = notes.equal_range(found.value); n != last; ++n) {
        if (n->second > i && n->second - i <= kFurthestNote) {
          found.note = n->second;
          break;
        }
      }
      if (loose || found.note) out.push_back(found);
    }
    if (out.size() > kMostCandidates) break;
  }
  return out;
}

// The longest run of numbers that counts up, few missing.
std::vector<Candidate> longest_count(const std::vector<Candidate>& all) {
  std::vector<std::size_t> length(all.size(), 0), previous(all.size(), 0);
  std::size_t best = all.size();
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (all[i].value <= 3) {
      length[i] = 1;
      previous[i] = i;
    }
    for (std::size_t j = i; j-- > 0;) {
      const bool counts =
          length[j] > 0 && all[i].value > all[j].value && all[i].value - all[j].value <= kWidestGap;
      // Of two equally long the nearer one: j runs backwards.
      if (counts && length[j] + 1 > length[i]) {
        length[i] = length[j] + 1;
        previous[i] = j;
      }
    }
    if (length[i] > 0 && (best == all.size() || length[i] > length[best])) best = i;
  }
  std::vector<Candidate> out;
  if (best == all.size()) return out;
  for (std::size_t i = best;; i = previous[i]) {
    out.push_back(all[i]);
    if (previous[i] == i) break;
  }
  std::reverse(out.begin(), out.end());
  return out;
}

}  // namespace

std::span<const NoteRule> note_rules() { return kRules; }

std::optional<FoundMark> mark_in_text(std::string_view line, std::size_t at) {
  if (at == 0 || at >= line.size()) return std::nullopt;
  const std::string_view rest = line.substr(at);
  const std::string_view before = line.substr(0, at);
  for (const NoteRule& rule : kRules) {
    if (!rule.in_text) continue;
    auto found = match(rule, rest);
    if (!found) continue;
    const std::string_view after = rest.substr(found->length);
    // A sign alone stands at its word: 語※に, not 「語 ※ 注意」.
    const bool sign_alone = rule.number == N::none;
    if (sign_alone && (before.ends_with(" ") || corpus::is_space(corpus::first_of(after))))
      continue;
    if (rule.before.starts_with("*")) {
      if (before.ends_with("*") || after.starts_with("*")) continue;
      if (sign_alone && !after.empty() && !is_one_of(after, {"」", "。", "、", "）", ")", "』"}))
        continue;
      if (!corpus::is_japanese(corpus::last_of(before)) &&
          !corpus::is_ascii_letter(corpus::last_of(before)))
        continue;
    }
    // m², km²: an exponent
    if (rule.number == N::superscript && before.ends_with("m") &&
        !corpus::is_ascii_letter(corpus::last_of(before.substr(0, before.size() - 1))))
      continue;
    return found;
  }
  return std::nullopt;
}

std::optional<FoundMark> begins_note(std::string_view line) {
  for (const NoteRule& rule : kRules) {
    if (!rule.begins_note) continue;
    auto found = match(rule, line);
    if (!found) continue;
    std::string_view rest = line.substr(found->length);
    if (rule.before.starts_with("*") && (rest.starts_with("*") || line.starts_with("**"))) continue;
    if (rule.name == "*" && corpus::is_space(corpus::first_of(rest)))
      continue;  // Markdown's bullet
    if (rule.name == "※" && rest.empty()) continue;
    if (rule.before == "注|脚注" && !corpus::is_space(corpus::first_of(rest)) &&
        !is_one_of(rest, {":", "：", "）", ")", ".", "．", "】"}))
      continue;
    while (is_one_of(rest, {":", "：", "）", ")", " ", "\u3000", "."})) {
      std::size_t length = 0;
      corpus::next_code_point(rest, length);
      rest.remove_prefix(length);
      found->length += length;
    }
    if (rest.empty()) continue;
    return found;
  }
  return std::nullopt;
}

std::map<std::size_t, LooseMark> loose_marks(std::string_view flat,
                                             const std::vector<DocumentLine>& lines) {
  std::vector<Candidate> found = longest_count(candidates_in(flat, lines));
  const auto noted = static_cast<std::size_t>(std::count_if(
      found.begin(), found.end(), [](const Candidate& c) { return c.note.has_value(); }));
  // Headings are numbered too: only when nearly every mark has its line are these lines the notes.
  const bool have_notes = noted > 0 && noted * 10 >= found.size() * 6;
  const auto touches = [&](const Candidate& c) { return flat[c.span.begin - 1] != ' '; };
  if (!have_notes) std::erase_if(found, touches);
  std::map<std::size_t, LooseMark> out;
  if (found.size() < 3 && !(have_notes && found.size() == noted)) return out;
  for (const Candidate& c : found) {
    out.emplace(c.span.begin, LooseMark{c.span, std::string(c.span.of(flat)),
                                        have_notes ? c.note : std::nullopt});
  }
  return out;
}

}  // namespace documents
