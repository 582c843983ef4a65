// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/duty_detail.h"

#include <algorithm>

#include "corpus/numerals.h"
#include "corpus/text_scan.h"

namespace query {
namespace {

using corpus::Address;
using corpus::Law;
using corpus::SegmentKind;

bool has(std::string_view text, std::string_view word) {
  return text.find(word) != std::string_view::npos;
}

void add(std::vector<Stated>& to, Stated stated) {
  if (stated.text.empty()) return;
  const bool known =
      std::any_of(to.begin(), to.end(), [&](const Stated& s) { return s.text == stated.text; });
  if (!known) to.push_back(std::move(stated));
}

const Law* law_of(const Address& a, const std::vector<const Law*>& laws) {
  const auto found =
      std::find_if(laws.begin(), laws.end(), [&](const Law* l) { return l->id == a.law_id; });
  return found == laws.end() ? nullptr : *found;
}

// 「様式第一」, 「別記様式第二号」 in a text.
void find_forms(std::string_view text, const Address& at, std::vector<Stated>& out) {
  constexpr std::string_view kForm = "様式第";
  for (std::size_t from = text.find(kForm); from != std::string_view::npos;
       from = text.find(kForm, from + kForm.size())) {
    const auto number = corpus::read_number(text.substr(from + kForm.size()));
    if (!number) continue;
    std::size_t begin = from;
    for (const std::string_view head : {"別記", "別紙"}) {
      if (text.substr(0, from).ends_with(head)) begin = from - head.size();
    }
    std::size_t end = from + kForm.size() + number->length;
    if (text.substr(end).starts_with("号")) end += std::string_view("号").size();
    while (text.substr(end).starts_with("の")) {  // 様式第一の二
      const std::size_t digits = end + std::string_view("の").size();
      const auto branch = corpus::read_number(text.substr(digits));
      if (!branch) break;
      end = digits + branch->length;
    }
    add(out, {std::string(text.substr(begin, end - begin)), at});
  }
}

// Behind the first 。 that is not in brackets.
std::size_t end_of_sentence(std::string_view text) {
  int depth = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const std::string_view rest = text.substr(at);
    if (rest.starts_with("（")) ++depth;
    if (rest.starts_with("）") && depth > 0) --depth;
    if (depth == 0 && rest.starts_with("。")) return at + std::string_view("。").size();
  }
  return text.size();
}

// The sentences that free from the duty.
void find_exemptions(const corpus::Provision& p, const Address& at, std::vector<Stated>& out) {
  std::string_view rest = p.text;
  while (!rest.empty()) {
    const std::size_t end = end_of_sentence(rest);
    const std::string_view sentence = rest.substr(0, end);
    rest.remove_prefix(end);
    if (has(sentence, "この限りでない") || has(sentence, "要しない") ||
        has(sentence, "省略することができる")) {
      add(out, {std::string(corpus::trim(sentence)), at});
    }
  }
}

// 「…の省令で定める事項は、次の事項とする。」
void find_items(const Law& law, std::size_t provision, std::vector<Stated>& out) {
  const corpus::Provision& p = law.provisions[provision];
  if (!has(p.text, "事項") || !(has(p.text, "次に掲げる") || has(p.text, "次の各号"))) return;
  for (std::size_t i = provision + 1; i < p.end; i = law.provisions[i].end) {
    if (law.provisions[i].segment.kind != SegmentKind::item) continue;
    add(out, {law.provisions[i].text, law.address(i)});
  }
}

void read_provision(const Law& law, std::size_t i, DutyDetail& out) {
  const corpus::Provision& p = law.provisions[i];
  if (p.segment.kind != SegmentKind::paragraph && p.segment.kind != SegmentKind::item) return;
  find_forms(p.text, law.address(i), out.forms);
  if (p.segment.kind != SegmentKind::paragraph) return;
  find_exemptions(p, law.address(i), out.exemptions);
  find_items(law, i, out.items);
}

}  // namespace

DutyDetail collect_detail(const Address& norm, const std::vector<Delegation>& delegations,
                          const std::vector<OrderNorm>& norms,
                          const std::vector<const Law*>& orders) {
  DutyDetail out;
  std::vector<Address> read;
  for (const Delegation& d : delegations) {
    if (!norm.contains(d.from) && !d.from.contains(norm)) continue;
    for (const Address& to : d.to) {
      if (std::find(read.begin(), read.end(), to) != read.end()) continue;
      read.push_back(to);
      for (const OrderNorm& n : norms) {
        if (!to.contains(n.address)) continue;
        add(out.deadlines, {n.deadline, n.address});
        add(out.exemptions, {n.exception, n.address});
      }
      const Law* law = law_of(to, orders);
      const auto at = law == nullptr ? std::nullopt : law->find(to.path);
      if (!at) continue;
      for (std::size_t i = *at; i < law->provisions[*at].end; ++i) read_provision(*law, i, out);
    }
  }
  return out;
}

std::vector<DeadlineVariant> deadline_variants(const std::vector<Stated>& deadlines,
                                               const std::vector<norms::DeemedNorm>& deemed) {
  std::vector<DeadlineVariant> out;
  for (const norms::DeemedNorm& norm : deemed) {
    for (const Stated& deadline : deadlines) {
      for (const citations::Replacement& pair : norm.pairs) {
        const bool reached = std::any_of(
            norm.targets.begin(), norm.targets.end(),
            [&](const auto& t) { return citations::reads_in({.places = {t}}, deadline.address); });
        if (!reached || !citations::reads_in(pair, deadline.address)) continue;
        // The deadline is often shorter than the words replaced: 「…導入した日から四月以内」.
        if (!has(pair.from, deadline.text) && !has(deadline.text, pair.from)) continue;
        out.push_back({norm.condition, {pair.to, norm.basis}});
      }
    }
  }
  return out;
}

}  // namespace query
