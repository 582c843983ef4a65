// SPDX-License-Identifier: GPL-2.0-or-later
// The duties behind an order that a penalty sanctions.
//   八十三条「第六条の規定による命令に違反」;
//   六条「第四条第一項…の規定に違反していると認めるときは、…命ずる」
//     ->  a4/p1
#pragma once

#include <map>
#include <set>
#include <span>
#include <vector>

#include "corpus/law.h"
#include "indexer/citations/reference.h"
#include "indexer/norms/penalty_reading.h"

namespace norms {

// 第五項から第七項まで: each of them.
std::vector<corpus::Address> members_of(const corpus::Law&, const corpus::AddressRange&);

// The references of a law by the provision they stand in.
class ReferencesOf {
 public:
  ReferencesOf(const corpus::Law&, const std::vector<citations::Reference>&);
  std::span<const citations::Reference> in(std::uint32_t provision) const;

 private:
  const std::vector<citations::Reference>& references_;
  std::vector<std::size_t> first_;  // of each provision
};

class OrderDuties {
 public:
  OrderDuties(const corpus::Law& law, const ReferencesOf& references)
      : law_(law), references_(references) {}

  // What somebody must have broken for the order to be made; through a 勧告 before it, too.
  const std::vector<corpus::Address>& behind(const corpus::Address& order);

 private:
  // What is collected behind one order.
  struct Search {
    std::set<corpus::Address> seen;
    std::vector<corpus::Address> duties;
  };
  void collect(const corpus::Address& order, int depth, Search&) const;
  void read_condition(const PlainSentence&, const Group&, int depth, Search&) const;
  bool is_duty(const corpus::Address&) const;

  const corpus::Law& law_;
  const ReferencesOf& references_;
  std::map<corpus::Address, std::vector<corpus::Address>> behind_;
};

}  // namespace norms
