// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/delegations/delegation_join.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "indexer/delegations/delegation_fit.h"

namespace delegations {
namespace {

DelegationRecord record_of(const Power& power, std::string side) {
  return {.side = std::move(side),
          .from = power.from,
          .span = power.span,
          .text = power.text,
          .instrument = power.instrument,
          .thing = power.thing,
          .issuer = power.issuer,
          .address_of_power = power.address_of_power,
          .to = {},
          .status = "open",
          .reason = {},
          .rule = power.rule,
          .basis = {}};
}

DelegationRecord record_of(const Exercise& exercise, std::string side, std::string target,
                           std::string status, std::string reason) {
  return {.side = std::move(side),
          .from = std::move(target),
          .span = {},
          .text = exercise.text,
          .instrument = exercise.instrument,
          .thing = exercise.thing,
          .issuer = {},
          .address_of_power = {},
          .to = {exercise.from},
          .status = std::move(status),
          .reason = std::move(reason),
          .rule = exercise.rule,
          .basis = std::string(to_string(exercise.kind))};
}

void fill(DelegationRecord& record, const Exercise& exercise) {
  record.status = "resolved";
  record.reason.clear();
  if (std::find(record.to.begin(), record.to.end(), exercise.from) == record.to.end())
    record.to.push_back(exercise.from);
  const std::string basis(to_string(exercise.kind));
  if (record.basis.find(basis) == std::string::npos)
    record.basis += (record.basis.empty() ? "" : " ") + basis;
}

// Orders of the law that the kind of instrument could be, at hand or only known by name.
std::string why_open(const Power& power, const DelegationSource& law,
                     const std::vector<const DelegationSource*>& orders,
                     const JoinContext& context) {
  switch (power.kind) {
    case Instrument::local:
      return "地方公共団体の条例・規則は、この知識ベースの外";
    case Instrument::notice:
    case Instrument::decision:
      return "告示などの定めは、この知識ベースに見つからない";
    default:
      break;
  }
  std::string names;
  std::size_t count = 0;
  for (const DelegationSource* order : orders) {
    if (!may_fill(power.kind, order->id) || ++count > 3) continue;
    names += (names.empty() ? "" : "、") + order->title + "（" + order->id + "）";
  }
  if (count > 3) names += "など" + std::to_string(count) + "件";
  if (count > 0) return names + "にこの委任を受ける規定が見つからない";
  const bool cabinet = power.kind == Instrument::cabinet_order;
  const std::string title = law.title + (cabinet ? "施行令" : "施行規則");
  const std::string id = context.id_of_title(title);
  const std::string kind = cabinet ? "政令" : power.instrument;
  return "この本文とともに施行されている、この法律の" + kind + "が知識ベースにない" +
         (id.empty() ? "" : "（" + title + " " + id + "）");
}

// The records in which the law is the one that leaves something to orders.
void add_giving(const DelegationSource& law, const JoinContext& context,
                std::vector<DelegationRecord>& out) {
  std::vector<DelegationRecord> given;
  for (const Power& power : law.found.powers) given.push_back(record_of(power, "gives"));
  std::vector<const DelegationSource*> orders;
  for (const std::string& id : context.orders_of(law.id)) {
    const DelegationSource* order = context.at_hand(id);
    if (order == nullptr) continue;
    const auto matches = match_powers(law.id, law.found.powers, order->id, order->found.exercises);
    for (const DelegationLink& link : matches.links)
      fill(given[link.power], order->found.exercises[link.exercise]);
    for (const OddExercise& odd : matches.odd) {
      out.push_back(
          record_of(order->found.exercises[odd.exercise], "gives", odd.target, "odd", odd.reason));
    }
    const bool family = !matches.links.empty() || order->title.starts_with(law.title);
    if (family) orders.push_back(order);
  }
  for (std::size_t i = 0; i < given.size(); ++i) {
    if (given[i].status == "open")
      given[i].reason = why_open(law.found.powers[i], law, orders, context);
  }
  out.insert(out.begin(), std::make_move_iterator(given.begin()),
             std::make_move_iterator(given.end()));
}

// The records in which the law is the order.
void add_taking(const DelegationSource& order, const JoinContext& context,
                std::vector<DelegationRecord>& out) {
  std::set<std::string> acts;
  for (const Exercise& e : order.found.exercises) {
    for (const std::string& target : e.targets) acts.insert(std::string(law_of(target)));
  }
  for (const std::string& id : acts) {
    const DelegationSource* law = context.at_hand(id);
    if (law == nullptr) {
      for (const Exercise& e : order.found.exercises) {
        if (e.kind == ExerciseKind::enactment) continue;
        for (const std::string& target : e.targets) {
          if (law_of(target) != id) continue;
          out.push_back(
              record_of(e, "takes", target, "outside", "委ねた法律がこの知識ベースにない"));
        }
      }
      continue;
    }
    const auto matches = match_powers(id, law->found.powers, order.id, order.found.exercises);
    std::map<std::size_t, DelegationRecord> taken;
    for (const DelegationLink& link : matches.links) {
      auto [row, added] = taken.try_emplace(link.power);
      if (added) row->second = record_of(law->found.powers[link.power], "takes");
      fill(row->second, order.found.exercises[link.exercise]);
    }
    for (auto& [power, record] : taken) out.push_back(std::move(record));
    for (const OddExercise& odd : matches.odd) {
      out.push_back(
          record_of(order.found.exercises[odd.exercise], "takes", odd.target, "odd", odd.reason));
    }
  }
}

}  // namespace

std::string_view law_of(std::string_view address) {
  return address.substr(0, address.find_first_of("/@"));
}

std::vector<DelegationRecord> join_delegations(const DelegationSource& law,
                                               const JoinContext& context) {
  std::vector<DelegationRecord> out;
  add_giving(law, context, out);
  add_taking(law, context, out);
  return out;
}

}  // namespace delegations
