// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/query_text.h"

#include <gtest/gtest.h>

namespace query {
namespace {

struct Row {
  const char* typed;
  const char* taken;
};

TEST(QueryText, IsTakenApart) {
  for (const auto& [typed, taken] : {
           Row{"", ""},
           Row{"  　 ", ""},
           Row{"報告", "報告"},
           Row{"報告　届出", "報告 AND 届出"},
           Row{"報告|届出", "(報告 | 届出)"},
           Row{"報告 ｜ 届出 通知", "(報告 | 届出) AND 通知"},
           Row{"報告 -届出", "報告 AND NOT 届出"},
           Row{"報告 －「届 出」", "報告 AND NOT \"届 出\""},
           Row{"\"速やかに その旨\" 報告", "\"速やかに その旨\" AND 報告"},
           Row{"「終わりがない", "\"終わりがない\""},
           Row{"-報告", "-報告"},
           Row{"報告 -", "報告 AND -"},
           Row{"報告 |", "報告"},
           Row{"|", "|"},
           Row{"VPN-装置", "VPN-装置"},
       }) {
    EXPECT_EQ(to_string(parse_query_text(typed)), taken) << typed;
  }
}

TEST(QueryText, AnyBytesAreTakenWithoutHarm) {
  const std::string nul("報告\0届出", 13);
  EXPECT_FALSE(parse_query_text(nul).empty());
  EXPECT_FALSE(parse_query_text("\xFF\xFE").empty());
  EXPECT_EQ(parse_query_text(std::string(100'000, '|')).size(), 1U);
}

}  // namespace
}  // namespace query
