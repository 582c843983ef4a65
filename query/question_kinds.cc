// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/question_kinds.h"

#include <algorithm>
#include <string>

namespace query {
namespace {

// 「施行日より前から」 tells when something was done; it does not ask when the law begins.
constexpr std::string_view kBefore[] = {"施行日より前", "施行日前", "施行前", "施行の際"};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Whether `wanted` stands there; 0 in it is any number.
bool has_pattern(std::string_view text, std::string_view wanted) {
  if (!wanted.starts_with('0')) return text.find(wanted) != std::string_view::npos;
  wanted.remove_prefix(1);
  for (std::size_t at = 0; (at = text.find(wanted, at)) != std::string_view::npos; ++at) {
    if (at > 0 && is_digit(text[at - 1])) return true;
  }
  return false;
}

const QuestionKindRule* rule_of(QuestionKind kind) {
  const auto rules = question_kind_rules();
  const auto rule = std::find_if(rules.begin(), rules.end(),
                                 [&](const QuestionKindRule& r) { return r.kind == kind; });
  return rule == rules.end() ? nullptr : &*rule;
}

}  // namespace

std::string_view to_string(QuestionKind kind) {
  switch (kind) {
    case QuestionKind::penalty:
      return "罰則";
    case QuestionKind::deadline:
      return "期限";
    case QuestionKind::exemption:
      return "例外";
    case QuestionKind::power:
      return "権限";
    case QuestionKind::permission:
      return "許されるか";
    case QuestionKind::recipient:
      return "相手";
    case QuestionKind::definition:
      return "定義";
    case QuestionKind::commencement:
      return "施行";
    case QuestionKind::person:
      return "誰か";
    case QuestionKind::headcount:
      return "人数";
    case QuestionKind::years:
      return "年数";
  }
  return "";
}

std::span<const QuestionKindRule> question_kind_rules() {
  static const std::vector<QuestionKindRule> kRules = {
#include "query/question_kinds.inc"
  };
  return kRules;
}

std::set<QuestionKind> kinds_of_question(std::string_view normal) {
  std::set<QuestionKind> out;
  const bool before = std::any_of(
      std::begin(kBefore), std::end(kBefore),
      [&](std::string_view word) { return normal.find(word) != std::string_view::npos; });
  for (const QuestionKindRule& rule : question_kind_rules()) {
    const bool asks = std::any_of(rule.asked.begin(), rule.asked.end(), [&](std::string_view word) {
      return normal.find(word) != std::string_view::npos;
    });
    if (asks && !(before && rule.kind == QuestionKind::commencement)) out.insert(rule.kind);
  }
  return out;
}

bool answers_kind(QuestionKind kind, std::string_view normal) {
  const QuestionKindRule* rule = rule_of(kind);
  return rule != nullptr &&
         std::any_of(rule->answered.begin(), rule->answered.end(),
                     [&](std::string_view word) { return has_pattern(normal, word); });
}

}  // namespace query
