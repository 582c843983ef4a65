// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/jobun/reference_text.h"

#include <algorithm>
#include <utility>

#include "corpus/address_text.h"

namespace jobun {
namespace {

constexpr std::pair<std::string_view, std::string_view> kStatuses[] = {
    {"resolved", ""},
    {"not_in_force", "未施行"},
    {"outside", "この知識ベースに本文なし"},
    {"repealed", "削除・廃止"},
    {"unknown_law", "知らない法令"},
    {"unresolved", "たどれない"},
};

}  // namespace

std::string_view name_of_status(std::string_view status) {
  const auto* row = std::find_if(std::begin(kStatuses), std::end(kStatuses),
                                 [&](const auto& s) { return s.first == status; });
  return row == std::end(kStatuses) ? status : row->second;
}

std::string name_of_target(const std::string& target, const indexer::KnowledgeBase& kb,
                           std::string_view own_law) {
  const auto range = corpus::parse_address_range(target);
  if (!range) return target;
  const std::string& id = range->first.law_id;
  std::string title = id == own_law && !range->first.is_law() ? "" : kb.title_of(id);
  if (title.empty() && id != own_law) title = id;
  return to_japanese(*range, corpus::NumberStyle::kanji, title);
}

std::string describe(const citations::ReferenceRecord& r, const indexer::KnowledgeBase& kb,
                     std::string_view own_law) {
  std::string out = "「" + r.text + "」 → ";
  for (std::size_t i = 0; i < r.targets.size(); ++i)
    out += (i > 0 ? "、" : "") + name_of_target(r.targets[i], kb, own_law);
  if (r.targets.empty()) out += "―";
  if (const auto status = name_of_status(r.status); !status.empty())
    out += "【" + std::string(status) + "】";
  if (!r.reason.empty()) out += r.reason;
  if (!r.candidates.empty()) {
    out += "（候補: ";
    for (std::size_t i = 0; i < r.candidates.size(); ++i)
      out += (i > 0 ? "、" : "") + name_of_target(r.candidates[i], kb, own_law);
    out += "）";
  }
  return out;
}

}  // namespace jobun
