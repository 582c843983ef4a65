// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/delegations/delegation_table.h"

#include <gtest/gtest.h>

#include "corpus/error.h"

namespace indexer {
namespace {

delegations::DelegationRecord sample() {
  return {.side = "gives",
          .from = "507AC0000000901/a4/p3",
          .span = {40, 52},
          .text = "主務省令で定める\t軽微なもの",
          .instrument = "主務省令",
          .thing = "軽微なもの",
          .issuer = "水路大臣",
          .address_of_power = "507AC0000000901/a9/p1",
          .to = {"507M60000800902/a3/p4", "507M60000800902/a3/p5"},
          .status = "resolved",
          .reason = "",
          .rule = "政令で定めるもの",
          .basis = "direct"};
}

TEST(DelegationTable, ReadsBackWhatItWrites) {
  delegations::DelegationRecord open = sample();
  open.to.clear();
  open.status = "open";
  open.reason = "この法律の政令が知識ベースにない";
  const auto read =
      delegations::parse_delegation_table(delegations::to_tsv({sample(), open}), "table.tsv");
  ASSERT_EQ(read.size(), 2U);
  EXPECT_EQ(to_tsv(read), delegations::to_tsv({sample(), open}));
  EXPECT_EQ(read[0].to, sample().to);
  EXPECT_EQ(read[0].text, sample().text) << "a tab in a cell";
  EXPECT_EQ(read[1].reason, open.reason);
  EXPECT_EQ(read[0].span, sample().span);
}

TEST(DelegationTable, AnotherFormatIsAnError) {
  EXPECT_THROW(delegations::parse_delegation_table("# jobun delegations v0\n", "table.tsv"),
               corpus::Error);
}

}  // namespace
}  // namespace indexer
