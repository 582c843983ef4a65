// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/norm_links.h"

#include <algorithm>
#include <utility>

#include "corpus/law_files.h"

namespace query {
namespace {

using corpus::Address;
using corpus::Law;
using norms::CommencementAnswer;
using norms::DeemedKind;
using norms::DeemedNorm;
using norms::InForce;

// Laws whose tables are kept at hand.
constexpr std::size_t kMostTables = 64;

std::string to_iso(const std::string& date) {
  if (date.size() != 8) return date;
  return date.substr(0, 4) + '-' + date.substr(4, 2) + '-' + date.substr(6, 2);
}

// 当該事業者 is 事業者.
std::string_view without_pointer(std::string_view name) {
  for (const std::string_view head : {"当該", "その", "この"}) {
    if (name.size() > head.size() + 3 && name.starts_with(head)) name.remove_prefix(head.size());
  }
  return name;
}

// `scope` is X, X.. (to the end of the law) or A..B.
bool reaches(const Law& law, const std::string& scope, const Address& wanted) {
  const std::size_t dots = scope.find("..");
  const auto first = corpus::parse_address(std::string_view(scope).substr(0, dots));
  if (!first || first->law_id != wanted.law_id) return false;
  if (first->contains(wanted)) return true;
  if (dots == std::string::npos) return false;
  const auto begin = law.find(first->path), at = law.find(wanted.path);
  if (!begin || !at || *at < *begin) return false;
  const std::string_view end = std::string_view(scope).substr(dots + 2);
  if (end.empty()) return true;
  const auto last = corpus::parse_address(end);
  const auto stop = last ? law.find(last->path) : std::nullopt;
  return stop && *at < law.provisions[*stop].end;
}

// The 項 an item stands in.
Address paragraph_of(Address a) {
  using enum corpus::SegmentKind;
  while (!a.path.empty() && (a.path.back().kind == item || a.path.back().kind == subitem))
    a.path.pop_back();
  return a;
}

NormDetail& detail_at(std::vector<NormDetail>& details, const Address& at) {
  const Address paragraph = paragraph_of(at);
  const auto known = std::find_if(details.begin(), details.end(),
                                  [&](const NormDetail& d) { return d.address == paragraph; });
  if (known != details.end()) return *known;
  details.push_back(
      {.address = paragraph, .deadline = {}, .forms = {}, .items = {}, .exemption = {}});
  return details.back();
}

void append(std::string& to, const std::string& text) { to += (to.empty() ? "" : "；") + text; }

std::vector<NormDetail> by_paragraph(const DutyDetail& detail) {
  std::vector<NormDetail> out;
  for (const Stated& s : detail.deadlines) append(detail_at(out, s.address).deadline, s.text);
  for (const Stated& s : detail.forms) detail_at(out, s.address).forms.push_back(s.text);
  for (const Stated& s : detail.items) detail_at(out, s.address).items.push_back(s.text);
  for (const Stated& s : detail.exemptions) {
    // The norm's own words come first, the sentence in full behind them.
    std::string& known = detail_at(out, s.address).exemption;
    const bool again = known.starts_with("ただし") && s.text.starts_with("ただし");
    if (again && s.text.size() >= known.size()) known = s.text;
    if (!again) append(known, s.text);
  }
  return out;
}

NormForce force_of(const Law& law, const CommencementTables& tables, const Address& at,
                   const std::string& date) {
  NormForce out{.state = InForce::unknown,
                .answers = commencement_of(law, tables.own, tables.days, at, to_iso(date))};
  if (law.revision.empty()) return out;
  // A text in force has no provision that is not: what its 附則 leaves open is in force.
  out.state = law.revision <= date ? InForce::yes : InForce::not_yet;
  for (const CommencementAnswer& a : out.answers) {
    if (a.state == InForce::not_yet && !a.partly) out.state = InForce::not_yet;
  }
  return out;
}

void add_variants(std::vector<NormVariant>& out, const std::vector<DeemedNorm>& deemed,
                  const Address& at, const std::string& sentence) {
  for (const DeemedNorm& norm : deemed) {
    const bool reached = std::any_of(norm.targets.begin(), norm.targets.end(), [&](const auto& t) {
      return citations::reads_in({.places = {t}}, at);
    });
    if (!reached) continue;
    std::vector<citations::Replacement> pairs;
    for (const citations::Replacement& pair : norm.pairs) {
      if (citations::reads_in(pair, at)) pairs.push_back(pair);
    }
    const auto read = citations::replace_words(sentence, pairs);
    if (norm.kind == DeemedKind::replaced && read.replaced == 0) continue;
    out.push_back({.kind = norm.kind,
                   .basis = norm.basis,
                   .condition = norm.condition,
                   .deadline = {},
                   .text = read.replaced > 0 ? read.text : ""});
  }
}

}  // namespace

NormLinker::NormLinker(const indexer::KnowledgeBase& kb, std::string date)
    : kb_(kb), date_(std::move(date)) {
  const std::string file = (kb.folder() / "penalties.tsv").string();
  for (norms::Penalty& p : norms::parse_penalty_table(corpus::read_file(file), file))
    foreign_.emplace(p.norm.law_id, std::move(p));
}

const NormLinker::Tables& NormLinker::tables(const citations::LawEntry& entry) {
  const auto [row, fresh] = tables_.try_emplace(&entry);
  if (fresh) {
    row->second = {.law = kb_.load(entry),
                   .penalties = kb_.penalties(entry),
                   .delegations = kb_.delegations(entry),
                   .definitions = kb_.definitions(entry),
                   .deemed = kb_.deemed(entry),
                   .norms = kb_.norms(entry),
                   .commencement = commencement_tables(kb_, entry, date_)};
    const auto [first, last] = foreign_.equal_range(entry.id);
    for (auto p = first; p != last; ++p) row->second.penalties.push_back(p->second);
    std::erase_if(row->second.delegations, [](const auto& r) { return r.side != "gives"; });
  }
  return row->second;
}

const NormLinker::Tables* NormLinker::tables_on_hand(const std::string& law_id) {
  const auto* revisions = kb_.revisions_of(law_id);
  return revisions == nullptr ? nullptr : &tables(revisions->on(date_));
}

// The definition whose scope holds the provision, in the law itself or in those whose words it
// uses.
std::string NormLinker::definition_of(const Tables& own, std::string_view term, const Address& at) {
  for (const definitions::DefinitionRecord& d : own.definitions) {
    const bool holds = d.term == term && std::any_of(d.scope.begin(), d.scope.end(), [&](auto& s) {
                         return reaches(own.law, s, at);
                       });
    if (holds) return d.address;
  }
  for (const definitions::DefinitionRecord& d : own.definitions) {
    if (!d.inherits() || d.imported_from == own.law.id) continue;
    const Tables* theirs = tables_on_hand(d.imported_from.substr(0, d.imported_from.find('/')));
    if (theirs == nullptr) continue;
    for (const definitions::DefinitionRecord& t : theirs->definitions) {
      if (t.term == term) return t.address;
    }
  }
  return {};
}

void NormLinker::add_details(NormLinks& out, const Tables& own, const Address& at) {
  std::vector<Delegation> delegations;
  std::vector<OrderNorm> norms;
  std::vector<const Law*> orders;
  std::vector<const std::vector<DeemedNorm>*> deemed = {&own.deemed};
  for (const delegations::DelegationRecord& r : out.delegations) {
    Delegation d{.from = at, .text = r.text, .to = {}};
    for (const std::string& to : r.to) {
      const auto address = corpus::parse_address(to);
      if (!address) continue;
      d.to.push_back(*address);
      const Tables* order = tables_on_hand(address->law_id);
      if (order == nullptr || std::find(orders.begin(), orders.end(), &order->law) != orders.end())
        continue;
      orders.push_back(&order->law);
      deemed.push_back(&order->deemed);
      for (const norms::NormRecord& n : order->norms) {
        if (auto place = corpus::parse_address(n.address))
          norms.push_back({*place, n.deadline, n.exception});
      }
    }
    delegations.push_back(std::move(d));
  }
  const DutyDetail detail = collect_detail(at, delegations, norms, orders);
  out.details = by_paragraph(detail);
  for (const auto* table : deemed) {
    for (const DeadlineVariant& v : deadline_variants(detail.deadlines, *table)) {
      out.variants.push_back({.kind = DeemedKind::replaced,
                              .basis = v.deadline.address,
                              .condition = v.condition,
                              .deadline = v.deadline.text,
                              .text = {}});
    }
  }
}

std::string NormLinker::sentence(const citations::LawEntry& entry, const norms::NormRecord& norm) {
  const Law& law = tables(entry).law;
  const auto at = corpus::parse_address(norm.address);
  const auto provision = at ? law.find(at->path) : std::nullopt;
  return provision ? std::string(sentence_of(norm, law.provisions[*provision].text)) : "";
}

NormLinks NormLinker::links(const citations::LawEntry& entry, const norms::NormRecord& norm) {
  if (tables_.size() > kMostTables) tables_.clear();
  const Tables& own = tables(entry);
  NormLinks out;
  const auto at = corpus::parse_address(norm.address);
  if (!at) return out;
  for (const std::string& bearer : norm.bearers)
    out.bearer_definitions.push_back(definition_of(own, without_pointer(bearer), *at));
  out.force = force_of(own.law, own.commencement, *at, date_);
  out.penalties = norms::penalties_of(own.penalties, *at);
  for (const delegations::DelegationRecord& record : own.delegations) {
    if (record.from == norm.address) out.delegations.push_back(record);
  }
  add_variants(out.variants, own.deemed, *at, sentence(entry, norm));
  add_details(out, own, *at);
  std::stable_sort(out.variants.begin(), out.variants.end(),
                   [](const auto& a, const auto& b) { return a.kind < b.kind; });
  return out;
}

}  // namespace query
