// SPDX-License-Identifier: GPL-2.0-or-later
// What a revision leaves to lower instruments and what it fills itself, as the knowledge base keeps
// it (findings "delegations"): one line each, columns named in the first lines. A delegation stands
// in the table of the law that leaves it (side `gives`, with every provision that fills it) and in
// the tables of the orders that fill it (side `takes`, with that order's own provisions), so that
// one file answers from either side.
//   gives  507AC0000000042/a4/p3  …  主務省令で定める軽微なもの  …  508M60000F5A004/a3/p4  resolved
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "corpus/text.h"

namespace delegations {

struct DelegationRecord {
  std::string side;            // gives, takes
  std::string from;            // the provision that delegates; of `odd`: that an order points at
  corpus::CodePointSpan span;  // of the words, in that provision's own text; empty when it has none
  std::string text;  // 主務省令で定める軽微なもの; of `odd` and `outside`: the order's words
  std::string instrument;        // 主務省令
  std::string thing;             // 軽微なもの
  std::string issuer;            // 水路大臣及び河川大臣
  std::string address_of_power;  // where the law says who issues it; `from` where the name says so
  std::vector<std::string> to;   // provisions of orders
  std::string status;  // resolved, open: no order at hand fills it, odd: an order points at a
                       // provision that leaves nothing to it, outside: the Act is not at hand
  std::string reason;  // Japanese, for people
  std::string rule;    // the row that read the words
  std::string basis;   // how it was matched: direct, procedure, authority, enactment
};

std::string to_tsv(const std::vector<DelegationRecord>&);
// Throws Error naming `where` and the line.
std::vector<DelegationRecord> parse_delegation_table(std::string_view tsv, std::string_view where);

}  // namespace delegations
