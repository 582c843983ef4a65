// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/norms/penalty_orders.h"

#include <algorithm>

#include "indexer/norms/penalty_words.h"

namespace norms {
namespace {

using corpus::Address;
using corpus::AddressRange;
using corpus::Law;
using corpus::Provision;
using corpus::SegmentKind;

constexpr int kMostAdvice = 4;  // 勧告 behind 指示 behind 命令 …

bool has(std::string_view text, std::string_view word) {
  return text.find(word) != std::string_view::npos;
}

// 「◇の規定による勧告を受けた者が」
bool is_advice(std::string_view rest) {
  for (const std::string_view head : {"の規定による", "の規定により", "の規定に基づく", "の"}) {
    if (rest.starts_with(head) && at_role(rest, head.size(), PenaltyRole::advised)) return true;
  }
  return false;
}

}  // namespace

std::vector<Address> members_of(const Law& law, const AddressRange& target) {
  if (!target.last) return {whole(target.first)};
  std::vector<Address> out;
  if (target.first.law_id == law.id) {
    const auto first = law.find(whole(target.first).path);
    const auto last = law.find(whole(*target.last).path);
    if (first && last && *first < *last) {
      const Provision& head = law.provisions[*first];
      for (std::size_t i = *first; i <= *last; ++i) {
        const Provision& p = law.provisions[i];
        if (p.segment.kind != head.segment.kind || p.deleted) continue;
        if (p.segment.kind != SegmentKind::article && p.parent != head.parent) continue;
        out.push_back(law.address(i));
      }
    }
  }
  if (out.empty()) out = {whole(target.first), whole(*target.last)};
  return out;
}

ReferencesOf::ReferencesOf(const Law& law, const std::vector<citations::Reference>& references)
    : references_(references), first_(law.provisions.size() + 1, 0) {
  if (law.provisions.empty()) return;
  for (const citations::Reference& r : references)
    ++first_[std::min<std::size_t>(r.from, law.provisions.size() - 1) + 1];
  for (std::size_t i = 1; i < first_.size(); ++i) first_[i] += first_[i - 1];
}

std::span<const citations::Reference> ReferencesOf::in(std::uint32_t provision) const {
  return std::span(references_)
      .subspan(first_[provision], first_[provision + 1] - first_[provision]);
}

const std::vector<Address>& OrderDuties::behind(const Address& order) {
  const auto known = behind_.find(order);
  if (known != behind_.end()) return known->second;
  Search search{.seen = {order}, .duties = {}};
  collect(order, 0, search);
  return behind_[order] = std::move(search.duties);
}

void OrderDuties::collect(const Address& order, int depth, Search& search) const {
  if (depth > kMostAdvice || order.law_id != law_.id) return;
  const auto at = law_.find(order.path);
  if (!at) return;
  CarriedBrackets none;
  bool open = depth > 0;  // of an advice every sentence counts
  for (auto i = static_cast<std::uint32_t>(*at); i < law_.provisions[*at].end; ++i) {
    const Provision& p = law_.provisions[i];
    if (p.segment.kind == SegmentKind::paragraph) {
      open = has_role(fold_kana(p.text), depth == 0 ? PenaltyRole::commands : PenaltyRole::advised);
    }
    if (!open && p.segment.kind != SegmentKind::article) {
      if (i != *at || !has_role(fold_kana(p.text), PenaltyRole::commands)) continue;
    }
    for (const PlainSentence& sentence : plain_sentences(law_, i, references_.in(i), none)) {
      for (const Group& group : groups_of(sentence)) {
        read_condition(sentence, group, depth, search);
      }
    }
  }
}

void OrderDuties::read_condition(const PlainSentence& sentence, const Group& group, int depth,
                                 Search& search) const {
  const std::string_view rest = std::string_view(sentence.text).substr(group.end);
  const bool advised = is_advice(rest);
  const Unmet unmet = advised ? Unmet::no : how_unmet(sentence, group);
  if (!advised && unmet == Unmet::no) return;
  for (std::size_t m = group.first; m < group.last; ++m) {
    for (const AddressRange& target : sentence.marks[m].reference->targets) {
      for (const Address& a : members_of(law_, target)) {
        if (a.path.empty() || !search.seen.insert(a).second) continue;
        if (advised) {
          collect(a, depth + 1, search);
        } else if (unmet == Unmet::breached || is_duty(a)) {
          search.duties.push_back(a);
        }
      }
    }
  }
}

bool OrderDuties::is_duty(const Address& a) const {
  const auto at = law_.find(a.path);
  if (!at) return true;
  for (std::size_t i = *at; i < law_.provisions[*at].end; ++i) {
    if (has(fold_kana(law_.provisions[i].text), "ならない")) return true;
  }
  return false;
}

}  // namespace norms
