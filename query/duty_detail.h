// SPDX-License-Identifier: GPL-2.0-or-later
// What an order adds to a duty that is to be done 「主務省令で定めるところにより」: by when, on
// which form, what to say, who need not.
//   強化法4条1項 + 命令2条1項  ->  deadline 導入した日から四月以内に (命令2条1項), form 様式第一
// Written against plain inputs: the delegations and the norms of the order are found elsewhere.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/law.h"
#include "indexer/norms/deemed.h"

namespace query {

// 法4条1項 「主務省令」 -> 命令2条1項, 2条5項.
struct Delegation {
  corpus::Address from;
  std::string text;  // 主務省令で定めるところにより, 主務省令で定める事項
  std::vector<corpus::Address> to;
};

// A norm of the order, as far as it matters here.
struct OrderNorm {
  corpus::Address address;
  std::string deadline;   // as in the text; empty when it has none
  std::string exception;  // of its ただし書
};

struct Stated {
  std::string text;
  corpus::Address address;
  bool operator==(const Stated&) const = default;
};

struct DutyDetail {
  std::vector<Stated> deadlines;
  std::vector<Stated> forms;  // 様式第一
  std::vector<Stated> items;  // what to notify: the 号 of 「…で定める事項は、次に掲げる事項とする」
  std::vector<Stated> exemptions;  // ただし書, この限りでない, を要しない
  bool empty() const {
    return deadlines.empty() && forms.empty() && items.empty() && exemptions.empty();
  }
};

// `orders` are the texts of the orders the delegations reach; an address that is in none of them is
// left out.
DutyDetail collect_detail(const corpus::Address& norm, const std::vector<Delegation>&,
                          const std::vector<OrderNorm>&,
                          const std::vector<const corpus::Law*>& orders);

// 命令2条2項: 「同項中「…四月以内」とあるのは、「…六月以内」とする」
struct DeadlineVariant {
  std::string condition;
  Stated deadline;
};

// Deadlines that a 読替え makes others for some cases; `deemed` of the orders and of the law
// itself.
std::vector<DeadlineVariant> deadline_variants(const std::vector<Stated>& deadlines,
                                               const std::vector<norms::DeemedNorm>& deemed);

}  // namespace query
