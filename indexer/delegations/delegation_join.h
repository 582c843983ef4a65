// SPDX-License-Identifier: GPL-2.0-or-later
// What laws leave to orders, brought together with what orders fill, once every law is read:
//   水路法第三条 {主務省令, thing 軽微な変更} + 同法施行規則第五条 {direct, of a3, thing
//   軽微な変更}
//     -> gives  水路法/a3/p1  …  施行規則/a5/p1  resolved
// Each revision is joined with the revisions of the others that were in force with it last.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/delegations/delegation.h"
#include "indexer/delegations/delegation_table.h"

namespace delegations {

// One exercise met its power. Indexes into the two laws' lists.
struct DelegationLink {
  std::size_t power = 0;
  std::size_t exercise = 0;
  bool operator==(const DelegationLink&) const = default;
};

struct OddExercise {
  std::size_t exercise = 0;
  std::string target;
  std::string reason;
};

struct DelegationMatches {
  std::vector<DelegationLink> links;
  std::vector<OddExercise> odd;
};

// Which exercises of the order meet which powers of the law. The order's id says what kind of
// instrument it is: 政令 is filled by Cabinet orders only.
DelegationMatches match_powers(std::string_view law_id, const std::vector<Power>&,
                               std::string_view order_id, const std::vector<Exercise>&);

// One revision of one law, as far as joining needs it.
struct DelegationSource {
  std::string id;
  std::string title;
  LawDelegations found;
};

struct JoinContext {
  // The law of that id whose revision was in force with the one being joined; null: not at hand.
  std::function<const DelegationSource*(const std::string& id)> at_hand;
  // Orders at hand that cite the law, by id.
  std::function<std::vector<std::string>(const std::string& id)> orders_of;
  // Orders known by name that are not at hand: 「水路法施行令」 -> its id, or empty.
  std::function<std::string(const std::string& title)> id_of_title;
};

std::vector<DelegationRecord> join_delegations(const DelegationSource&, const JoinContext&);

}  // namespace delegations
