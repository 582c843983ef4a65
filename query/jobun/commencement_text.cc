// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/jobun/commencement_text.h"

#include <algorithm>

#include "corpus/address_text.h"

namespace jobun {
namespace {

using corpus::SegmentKind;

// 附則第一条第三号, not 附則第一条第一項第三号, where the article has one 項 only.
std::string say(corpus::Address address, const corpus::Law& law) {
  const auto& path = address.path;
  for (std::size_t i = 1; i < path.size(); ++i) {
    if (path[i].kind != SegmentKind::paragraph || path[i - 1].kind != SegmentKind::article)
      continue;
    std::vector<corpus::Segment> second(path.begin(), path.begin() + static_cast<long>(i) + 1);
    second.back().num = corpus::Ordinal(2);
    if (!law.find(second)) address.path.erase(address.path.begin() + static_cast<long>(i));
    break;
  }
  return to_japanese(address, corpus::NumberStyle::kanji);
}

std::string say(const norms::CommencementAnswer& a, const corpus::Law& law,
                const indexer::KnowledgeBase& kb) {
  std::string basis = say(a.basis, law);
  if (!a.dated.law_id.empty()) {
    basis += "・" + kb.title_of(a.dated.law_id) + to_japanese(a.dated, corpus::NumberStyle::kanji);
  }
  std::string day;
  switch (a.state) {
    case norms::InForce::yes:
      day = a.date.empty() ? "施行済み" : a.date + "から";
      if (!a.law_date.empty()) {
        day += "。この" + std::string(law.type == corpus::LawType::act ? "法律" : "法令") + "は" +
               a.law_date + "から、改正で加わった規定はその後";
      }
      break;
    case norms::InForce::not_yet:
      day = "まだ施行されていません";
      if (!a.date.empty()) day += "。" + a.date + "から";
      if (a.date.empty() && !a.latest.empty()) day += "。遅くとも" + a.latest + "から";
      break;
    case norms::InForce::unknown:
      day = a.latest.empty() ? "施行の日は分かりません" : "遅くとも" + a.latest + "から";
      break;
  }
  return (a.partly ? "一部は" : "") + day + "（" + basis + "）";
}

}  // namespace

std::string commencement_line(const std::vector<norms::CommencementAnswer>& answers,
                              const corpus::Law& law, const indexer::KnowledgeBase& kb) {
  std::string out;
  for (const auto& a : answers) out += (out.empty() ? "施行: " : "、") + say(a, law, kb);
  return out;
}

}  // namespace jobun
