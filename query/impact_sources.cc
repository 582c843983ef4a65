// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/impact_sources.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <unordered_map>
#include <utility>

#include "query/citing.h"
#include "query/definitions.h"

namespace query {
namespace {

using citations::LawEntry;
using citations::Purpose;
using corpus::Address;
using indexer::KnowledgeBase;

// References by the names their targets are looked up under.
struct CitationTable {
  std::vector<citations::ReferenceRecord> records;
  std::unordered_map<std::string, std::vector<std::size_t>> by_name;

  explicit CitationTable(std::vector<citations::ReferenceRecord> all) : records(std::move(all)) {
    // 「第八条において同じ」 says how far words reach; it takes nothing from 第八条.
    std::erase_if(records, [](const auto& r) { return r.purpose == to_string(Purpose::scope); });
    for (std::size_t i = 0; i < records.size(); ++i) {
      std::set<std::string> names;
      for (const std::string& target : records[i].targets) {
        for (std::string& name : citations::index_names(target)) names.insert(std::move(name));
      }
      for (const std::string& name : names) by_name[name].push_back(i);
    }
  }

  std::set<std::size_t> that_cite(const Address& address) const {
    std::set<std::size_t> out;
    for (const std::string& name : citations::look_up_names(address)) {
      const auto found = by_name.find(name);
      if (found == by_name.end()) continue;
      for (const std::size_t i : found->second) {
        const auto& targets = records[i].targets;
        if (std::any_of(targets.begin(), targets.end(),
                        [&](const std::string& t) { return citations::concerns(t, address); }))
          out.insert(i);
      }
    }
    return out;
  }
};

struct TermPlace {
  std::string from;
  std::string term;
};
// Where the terms of a law are used, by the address of the definition that holds there.
using TermPlaces = std::map<std::string, std::vector<TermPlace>>;

Address bare(Address address) {
  address.revision.clear();
  address.part = corpus::Part::whole;
  return address;
}

std::optional<Address> read(const std::string& text) {
  auto address = corpus::parse_address(text.substr(0, text.find("..")));
  if (address) return bare(*std::move(address));
  return address;
}

// Laws first come, first in the order of the text; papers, which have no place in one, last.
void sort_by_place(std::vector<Dependence>& edges) {
  std::vector<std::pair<std::optional<Address>, std::size_t>> order;
  for (std::size_t i = 0; i < edges.size(); ++i) order.emplace_back(read(edges[i].from), i);
  std::stable_sort(order.begin(), order.end(), [](const auto& a, const auto& b) {
    if (!a.first || !b.first) return a.first.has_value() && !b.first.has_value();
    return *a.first < *b.first;
  });
  std::vector<Dependence> sorted;
  for (const auto& [place, i] : order) sorted.push_back(std::move(edges[i]));
  edges = std::move(sorted);
}

}  // namespace

std::string_view to_string(DependentKind kind) {
  switch (kind) {
    case DependentKind::article:
      return "article";
    case DependentKind::order:
      return "order";
    case DependentKind::obligation:
      return "obligation";
    case DependentKind::document:
      return "document";
  }
  return "";
}

struct ImpactSources::State {
  const KnowledgeBase& kb;
  std::string date;
  std::map<std::string, CitationTable> citations;      // by law id, or doc:<id>
  std::map<std::string, TermPlaces> terms;             // by law id
  std::map<std::string, std::set<std::string>> users;  // laws that may use the terms of a law
  std::map<std::string, std::vector<delegations::DelegationRecord>> delegations;
  std::map<std::string, std::set<std::string>> norms;  // the addresses that state one

  const LawEntry* entry_of(const std::string& law_id) const {
    const auto* revisions = kb.revisions_of(law_id);
    return revisions == nullptr ? nullptr : &revisions->on(date);
  }

  const CitationTable& citations_in(const std::string& law_id) {
    auto found = citations.find(law_id);
    if (found == citations.end()) {
      const LawEntry* entry = entry_of(law_id);
      found = citations
                  .emplace(law_id, CitationTable(entry == nullptr
                                                     ? std::vector<citations::ReferenceRecord>()
                                                     : kb.references(*entry)))
                  .first;
    }
    return found->second;
  }

  const CitationTable& citations_in(const prose::DocumentEntry& document) {
    const std::string name = "doc:" + document.id;
    auto found = citations.find(name);
    if (found == citations.end())
      found = citations.emplace(name, CitationTable(kb.references(document))).first;
    return found->second;
  }

  const std::vector<delegations::DelegationRecord>& delegations_of(const std::string& law_id) {
    auto [found, fresh] = delegations.try_emplace(law_id);
    const LawEntry* entry = fresh ? entry_of(law_id) : nullptr;
    if (entry != nullptr) {
      found->second = kb.delegations(*entry);
      std::erase_if(found->second, [](const auto& r) { return r.side != "gives"; });
    }
    return found->second;
  }

  // The Acts whose delegations an order fills; what it fills of other orders is left out.
  std::set<std::string> acts_above(const LawEntry& order) const {
    std::set<std::string> acts;
    for (const auto& row : kb.delegations(order)) {
      if (row.side != "takes" || row.status == "odd") continue;
      std::string id = row.from.substr(0, row.from.find('/'));
      const LawEntry* above = entry_of(id);
      if (above == nullptr || above->kind != "order") acts.insert(std::move(id));
    }
    return acts;
  }

  // An order that fills delegations of one Act alone speaks that Act's language, whether it says
  // so or not: 「…法に基づく報告に関する命令」 has no 「法において使用する用語の例による」. Empty
  // when it says whose words it takes over.
  std::string act_served_by(const LawEntry& order) const {
    if (order.kind != "order") return {};
    for (const auto& row : kb.definitions(order)) {
      if (row.inherits()) return {};
    }
    const auto acts = acts_above(order);
    return acts.size() == 1 ? *acts.begin() : "";
  }

  // Itself, and the laws that use its words as it does: they name it, or are made under it.
  const std::set<std::string>& users_of(const std::string& law_id) {
    auto [found, fresh] = users.try_emplace(law_id);
    if (!fresh) return found->second;
    found->second.insert(law_id);
    std::set<std::string> near = laws_that_may_cite(kb, {.law_id = law_id});
    for (const auto& row : delegations_of(law_id)) {
      for (const std::string& to : row.to) near.insert(to.substr(0, to.find('/')));
    }
    for (const std::string& id : near) {
      const LawEntry* entry = id == law_id ? nullptr : entry_of(id);
      if (entry == nullptr) continue;
      const auto rows = kb.definitions(*entry);
      if (std::any_of(
              rows.begin(), rows.end(),
              [&](const auto& row) { return row.inherits() && row.imported_from == law_id; }) ||
          act_served_by(*entry) == law_id)
        found->second.insert(id);
    }
    return found->second;
  }

  const TermPlaces& terms_in(const std::string& law_id) {
    auto [found, fresh] = terms.try_emplace(law_id);
    const LawEntry* entry = fresh ? entry_of(law_id) : nullptr;
    if (entry == nullptr) return found->second;
    const corpus::Law law = kb.load(*entry);
    const TermsOfLaw used = terms_of_law(kb, *entry, law, date);
    for (const definitions::TermUse& use : used.uses) {
      const definitions::DefinitionRecord& definition = used.definitions[use.term].record;
      add_place(found->second[definition.address], to_string(bare(law.address(use.provision))),
                definition.term);
    }
    if (const std::string act = act_served_by(*entry); !act.empty())
      add_terms_of(act, law, found->second);
    return found->second;
  }

  // What the Act defines for all of itself, where the order does not define the same word.
  void add_terms_of(const std::string& act, const corpus::Law& order, TermPlaces& places) const {
    const LawEntry* entry = entry_of(act);
    if (entry == nullptr) return;
    std::vector<definitions::DefinitionRecord> defined;
    std::vector<std::string> words;
    for (auto& row : kb.definitions(*entry)) {
      const bool whole = std::any_of(row.scope.begin(), row.scope.end(), [](const auto& part) {
        const auto scope = definitions::parse_scope_part(part);
        return scope && (scope->first.is_law() || scope->open);
      });
      if (row.inherits() || !whole) continue;
      words.push_back(row.term);
      defined.push_back(std::move(row));
    }
    auto scoped = definitions::inherited_terms(order, {{.first = {.law_id = order.id}}}, words);
    const std::size_t inherited = scoped.size();
    auto own = definitions::scoped_terms(
        order, definitions::from_records(order, kb.definitions(*entry_of(order.id))));
    std::move(own.begin(), own.end(), std::back_inserter(scoped));
    for (const definitions::TermUse& use : definitions::find_term_uses(order, scoped)) {
      if (use.term < inherited)
        add_place(places[defined[use.term].address], to_string(bare(order.address(use.provision))),
                  defined[use.term].term);
    }
  }

  static void add_place(std::vector<TermPlace>& places, std::string from, const std::string& term) {
    if (places.empty() || places.back().from != from || places.back().term != term)
      places.push_back({std::move(from), term});
  }
};

ImpactSources::ImpactSources(const KnowledgeBase& kb, std::string date)
    : state_(std::make_unique<State>(State{kb, std::move(date), {}, {}, {}, {}, {}})) {}
ImpactSources::~ImpactSources() = default;
ImpactSources::ImpactSources(ImpactSources&&) noexcept = default;
ImpactSources& ImpactSources::operator=(ImpactSources&&) noexcept = default;

std::vector<Dependence> ImpactSources::direct(const std::string& asked) {
  const auto address = read(asked);
  if (!address) return {};  // a paper: nothing hangs on it
  State& s = *state_;
  std::vector<Dependence> out;
  const auto add = [&](const std::string& from, Link link, const std::string& text) {
    const auto place = read(from);
    if (place && (address->contains(*place) || place->contains(*address))) return;
    out.push_back({place ? to_string(*place) : from, asked, link, text});
  };

  for (const auto& row : s.delegations_of(address->law_id)) {
    const auto gives = row.status == "resolved" ? read(row.from) : std::nullopt;
    if (!gives || !address->contains(*gives)) continue;
    for (const std::string& to : row.to) add(to, Link::delegation, row.text);
  }
  for (const std::string& id : laws_that_may_cite(s.kb, *address)) {
    const CitationTable& table = s.citations_in(id);
    for (const std::size_t i : table.that_cite(*address))
      add(table.records[i].from, Link::citation, table.records[i].text);
  }
  for (const std::string& id : s.users_of(address->law_id)) {
    for (const auto& [definition, places] : s.terms_in(id)) {
      const auto at = read(definition);
      if (!at || !address->contains(*at)) continue;
      for (const TermPlace& place : places) add(place.from, Link::term, place.term);
    }
  }
  for (const prose::DocumentEntry& document : s.kb.documents()) {
    const CitationTable& table = s.citations_in(document);
    for (const std::size_t i : table.that_cite(*address))
      add(table.records[i].from, Link::citation, table.records[i].text);
  }
  sort_by_place(out);
  return out;
}

DependentKind ImpactSources::kind_of(const std::string& text) {
  const auto address = read(text);
  if (!address) return DependentKind::document;
  State& s = *state_;
  const LawEntry* entry = s.entry_of(address->law_id);
  auto [norms, fresh] = s.norms.try_emplace(address->law_id);
  if (fresh && entry != nullptr) {
    for (const auto& norm : s.kb.norms(*entry)) norms->second.insert(norm.address);
  }
  const std::string name = to_string(*address);
  const auto norm = norms->second.lower_bound(name);  // its own, or one of what lies in it
  if (norm != norms->second.end() &&
      (*norm == name || norm->starts_with(name + '/') || norm->starts_with(name + ':')))
    return DependentKind::obligation;
  return entry != nullptr && entry->kind == "order" ? DependentKind::order : DependentKind::article;
}

}  // namespace query
