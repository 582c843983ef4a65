// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/delegation_links.h"

#include <algorithm>
#include <atomic>
#include <set>

#include "indexer/parallel.h"

namespace indexer {
namespace {

// Ids of the laws that fill something of a law, by its id.
using OrdersOfLaws = std::map<std::string, std::set<std::string>, std::less<>>;

OrdersOfLaws orders_of_laws(const std::vector<delegations::DelegationSource>& sources) {
  OrdersOfLaws orders;
  for (const delegations::DelegationSource& source : sources) {
    for (const delegations::Exercise& exercise : source.found.exercises) {
      for (const std::string& target : exercise.targets)
        orders[target.substr(0, target.find('/'))].insert(source.id);
    }
  }
  return orders;
}

const delegations::DelegationSource* in_force_with(const DelegationLinks& all,
                                                   const citations::LawEntry& entry,
                                                   const std::string& id) {
  const auto other = all.revisions.find(id);
  if (other == all.revisions.end()) return nullptr;
  const std::string now = citations::today();
  const std::string until(all.revisions.find(entry.id)->second.until(entry));
  const std::string date = until.empty() || until > now ? std::max(now, entry.revision) : until;
  const citations::LawEntry* best = &other->second.on(date);
  if (date == until) {  // the day before: the last one that came into force earlier
    for (const citations::LawEntry* revision : other->second.all()) {
      if (revision->revision < date) best = revision;
    }
    if (best->revision >= date) return nullptr;
  }
  return &all.sources[static_cast<std::size_t>(best - all.laws.data())];
}

delegations::JoinContext context_of(const DelegationLinks& all, const OrdersOfLaws& orders,
                                    const citations::LawEntry& entry) {
  return {.at_hand = [&](const std::string& id) { return in_force_with(all, entry, id); },
          .orders_of =
              [&](const std::string& id) {
                const auto found = orders.find(id);
                if (found == orders.end()) return std::vector<std::string>();
                return std::vector<std::string>(found->second.begin(), found->second.end());
              },
          .id_of_title =
              [&](const std::string& title) {
                const auto ids = all.library.ids_by_name(title);
                return ids.size() == 1 ? ids.front() : std::string();
              }};
}

}  // namespace

void join_all(const DelegationLinks& all, unsigned jobs,
              const std::function<void(const citations::LawEntry&,
                                       const std::vector<delegations::DelegationRecord>&)>& take) {
  const OrdersOfLaws orders = orders_of_laws(all.sources);
  std::atomic<std::size_t> next{0};
  run_parallel(jobs, [&](unsigned) {
    for (std::size_t i; (i = next++) < all.laws.size();) {
      const auto context = context_of(all, orders, all.laws[i]);
      take(all.laws[i], delegations::join_delegations(all.sources[i], context));
    }
  });
}

}  // namespace indexer
