// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/address.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace corpus {
namespace {

TEST(Address, PrintsAsRead) {
  for (const char* text : {
           "507AC0000000042",
           "507AC0000000042@20261001",
           "507AC0000000042/a5/p1",
           "507AC0000000042@20261001/a5/p1:proviso",
           "426AC1000000104/sup-507AC0000000043/a1/p1",
           "140AC0000000045/a168_2/p2",
           "140AC0000000045/pt2/ch35",
           "508M60000F5A004/ch1/se1/ss1/dv1",
           "507AC0000000042/a2/p2/i1/s3/s1",
           "507AC0000000042/a3:5",
           "507AC0000000042/a3:5:main",
           "507AC0000000042/a1/p1/i1:1_8",
           "507AC0000000042/a5/p1/i*",
           "507AC0000000042/sup/a4/p1:chapeau",
           "507AC0000000042/sup-[令和八年一月二日法律第三号]/p1",
           "507AC0000000042/tab",
           "507AC0000000042/tab1_2",
           "507AC0000000042/form1~2",
           "507AC0000000042/app3",
           "507AC0000000042/pre/p1",
           "507AC0000000042/toc",
           "507AC0000000042/enact",
       }) {
    const auto address = parse_address(text);
    ASSERT_TRUE(address) << text;
    EXPECT_EQ(to_string(*address), text);
  }
}

TEST(Address, HasOneSpellingOnly) {
  for (const char* text : {
           "",
           "/",
           "507AC0000000042/",
           "507AC0000000042//a1",
           "507ac0000000042/a1",
           "507AC000000042/a1",
           "507AC0000000042@2026/a1",
           "507AC0000000042/a",
           "507AC0000000042/a05",
           "507AC0000000042/a0",
           "507AC0000000042/a5_",
           "507AC0000000042/a5__2",
           "507AC0000000042/a-1",
           "507AC0000000042/a70000",
           "507AC0000000042/a1_2_3_4_5_6",
           "507AC0000000042/x5",
           "507AC0000000042/a5:half",
           "507AC0000000042/a5:",
           "507AC0000000042/a5/p1:main/i1",
           "507AC0000000042/form1~1",
           "507AC0000000042/form1~",
           "507AC0000000042/sup-",
           "507AC0000000042/sup-[]",
           "507AC0000000042/sup-[a/b]",
           "507AC0000000042/toc1",
           "507AC0000000042/a5 ",
           "../etc/passwd",
       }) {
    EXPECT_FALSE(parse_address(text)) << text;
  }
}

TEST(Address, Ranges) {
  const auto range = parse_address_range("507AC0000000042/a3/p1..507AC0000000042/a3/p4");
  ASSERT_TRUE(range && range->last);
  EXPECT_EQ(to_string(range->last.value()), "507AC0000000042/a3/p4");
  EXPECT_EQ(to_string(*range), "507AC0000000042/a3/p1..507AC0000000042/a3/p4");
  EXPECT_FALSE(parse_address_range("507AC0000000042/a3.."));
}

TEST(Address, SortsInStatuteOrder) {
  const std::vector<std::string> ordered = {"507AC0000000042",
                                            "507AC0000000042/pre",
                                            "507AC0000000042/a2/p1",
                                            "507AC0000000042/a2/p2/i1",
                                            "507AC0000000042/a2/p2/i1/s1",
                                            "507AC0000000042/a2/p2/i2",
                                            "507AC0000000042/a2/p2/i2_2",
                                            "507AC0000000042/a2/p2/i10",
                                            "507AC0000000042/a2/p3",
                                            "507AC0000000042/a2_2",
                                            "507AC0000000042/a2_2/p1",
                                            "507AC0000000042/a3",
                                            "507AC0000000042/a10",
                                            "507AC0000000042/sup/a1",
                                            "507AC0000000042/sup-507AC0000000043/a1",
                                            "507AC0000000042/tab1",
                                            "508CO0000000047/a1"};
  std::vector<Address> addresses;
  for (const auto& text : ordered) addresses.push_back(parse_address(text).value());
  std::shuffle(addresses.begin(), addresses.end(), std::mt19937(7));
  std::sort(addresses.begin(), addresses.end());
  for (std::size_t i = 0; i < ordered.size(); ++i) EXPECT_EQ(to_string(addresses[i]), ordered[i]);
}

TEST(Address, Contains) {
  const auto at = [](const char* text) { return parse_address(text).value(); };
  EXPECT_TRUE(at("507AC0000000042/a5").contains(at("507AC0000000042/a5/p1/i2")));
  EXPECT_TRUE(at("507AC0000000042").contains(at("507AC0000000042@20261001/a5")));
  EXPECT_TRUE(at("507AC0000000042/a5/p1").contains(at("507AC0000000042/a5/p1:proviso")));
  EXPECT_FALSE(at("507AC0000000042/a5").contains(at("507AC0000000042/a5_2/p1")));
  EXPECT_FALSE(at("507AC0000000042/a5/p1:main").contains(at("507AC0000000042/a5/p1")));
  EXPECT_FALSE(at("507AC0000000042@20250401").contains(at("507AC0000000042/a5")));
}

TEST(Address, Anchor) {
  EXPECT_EQ(to_anchor(parse_address("507AC0000000042/a5/p1").value()), "a5-p1");
  EXPECT_EQ(to_anchor(parse_address("507AC0000000042/sup-507AC0000000043/a1_2").value()),
            "sup-507AC0000000043-a1_2");
}

}  // namespace
}  // namespace corpus
