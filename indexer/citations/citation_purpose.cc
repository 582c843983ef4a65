// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/citations/citation_purpose.h"

#include <algorithm>

#include "corpus/text_scan.h"

namespace citations {
namespace {

// clang-format off
const std::vector<PurposeRule> kRules = {
    {Purpose::scope,
     {"において同じ", "において「", "において単に「", "においても同じ", "に同じ"},
     {"において同じ。）", "において「見本」という。"}, {"において準用する"}},
    {Purpose::application,
     {"において準用", "の準用", "を準用", "の規定を準用", "を適用し又は準用", "において読み替えて準用", "において読替えて準用"},
     {"において準用する場合を含む。", "の規定を準用する。"}, {"の規定を適用する。"}},
    {Purpose::exclusion,
     {"を除く", "を除き", "の規定を除く", "は除く", "に掲げる者を除く", "ヲ除ク"},
     {"を除く。）", "の規定を除く。）", "ヲ除ク）"}, {"を含む。"}},
    {Purpose::limitation,
     {"に係る部分", "に係るもの", "に係る場合", "に限る", "の場合に限る", "に掲げる場合に限る", "の規定に係る部分", "に該当する部分", "ニ係ル部分"},
     {"に係る部分に限る。", "に掲げる場合に限る。", "ニ係ル部分ニ限ル）"}, {"に係る部分を除く。"}},
    {Purpose::penalty, {"の規定に違反", "に違反"}, {"の規定に違反した者", "に違反して"}, {"の規定に基づき"}},
    {Purpose::amendment,
     {"の項", "の改正規定", "の次に", "を削る", "を加える", "の見出し", "の前に"},
     {"の改正規定、", "の次に一条を加える改正規定"}, {"の規定中"}},
    {Purpose::delegation,
     {"の規定に基づき", "の規定に基づく", "に基づき", "の政令で定める", "の主務省令で定める"},
     {"の規定に基づき、この政令を制定する。", "の政令で定める者"}, {"の規定により"}},
};
// clang-format on

bool starts_with(std::string_view text, const std::vector<std::string_view>& heads) {
  return std::any_of(heads.begin(), heads.end(),
                     [&](std::string_view head) { return text.starts_with(head); });
}

// 「第六条の四（第一項第一号の建築物に係る部分に限る。）」
bool limits_to_part(std::string_view rest) {
  if (!rest.starts_with("の")) return false;
  const std::string_view clause =
      rest.substr(0, std::min({rest.find("、"), rest.find("。"), rest.find("（")}));
  return clause.size() < 90 && clause.ends_with("に係る部分に限る");
}

// 「第五号を第六号とし」, 「第八条の二を第八条の三とする」
bool becomes_another(std::string_view rest) {
  if (!rest.starts_with("を第")) return false;
  const std::string_view words = rest.substr(0, rest.find("、"));
  return words.ends_with("とし") || words.find("とする") != std::string_view::npos ||
         words.find("条と") != std::string_view::npos;
}

// 「第七編に一章を加える改正規定」, 「第三条中第二号を第三号とする改正規定」; but the 第一条 of
// 「第一条の規定中」 and 「第一条中○○法」 amends.
bool is_amended(std::string_view rest) {
  if (becomes_another(rest)) return true;
  if (corpus::starts_with_any(rest, {"とし、", "とする改正規定"})) return true;  // 第四条とし
  if (rest.starts_with("中「") && rest.find("とある") > rest.find("改め")) return true;
  const std::string_view clause =
      rest.substr(0, std::min({rest.find("、"), rest.find("。"), rest.find("及び")}));
  if (clause.find("改正規定") == std::string_view::npos || clause.starts_with("の規定"))
    return false;
  if (corpus::starts_with_any(clause, {"に", "を", "と"})) return true;
  return clause.starts_with("中第") &&
         std::min(clause.find("項"), clause.find("号")) < clause.find("条");
}

// 「第五条の規定は、…について準用する」
bool is_applied(std::string_view rest) {
  const std::string_view sentence = rest.substr(0, rest.find("。"));
  return sentence.starts_with("の規定は、") && sentence.find("準用する") != std::string_view::npos;
}

}  // namespace

std::span<const PurposeRule> purpose_rules() { return kRules; }

Purpose purpose_of(std::string_view behind) {
  constexpr std::size_t kFar = 240;
  constexpr std::size_t kLimit = 90;
  const std::string_view rest = behind.substr(0, kFar);
  const auto rule = std::find_if(kRules.begin(), kRules.end(),
                                 [&](const PurposeRule& r) { return starts_with(rest, r.heads); });
  const Purpose by_words = rule == kRules.end() ? Purpose::plain : rule->purpose;
  if (by_words == Purpose::limitation && rest.substr(0, kLimit).find("除く") != rest.npos)
    return Purpose::exclusion;  // に係る部分を除く
  const bool firm = by_words != Purpose::plain && by_words != Purpose::delegation;
  if (firm) return by_words;
  if (limits_to_part(rest)) return Purpose::limitation;
  if (is_amended(rest)) return Purpose::amendment;
  if (by_words == Purpose::plain && is_applied(rest)) return Purpose::application;
  return by_words;
}

}  // namespace citations
