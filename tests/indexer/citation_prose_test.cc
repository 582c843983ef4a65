// SPDX-License-Identifier: GPL-2.0-or-later
#include <gtest/gtest.h>

#include "citation_fixture.h"
#include "indexer/citations/references.h"

namespace indexer {
namespace {

std::string cite(std::string_view text, std::string default_law = {}) {
  citations::LawLibrary library(small_book());
  std::string out;
  for (const citations::Reference& r : find_citations_in_text(
           text, library, {.default_law = std::move(default_law), .document = 1})) {
    EXPECT_EQ(r.span.of(text), r.text);
    out += (out.empty() ? "" : " | ") + r.text + " -> ";
    out += r.targets.empty() ? std::string(to_string(r.status)) : corpus::to_string(r.targets[0]);
  }
  return out;
}

TEST(Prose, ArabicNumeralsWithAndWithoutDai) {
  EXPECT_EQ(cite("刑法168条の2第2項の罪"), "刑法168条の2第2項 -> 140AC0000000045/a168_2/p2");
  EXPECT_EQ(cite("会社法２条１項３号を見よ"), "会社法２条１項３号 -> 417AC0000000086/a2/p1/i3");
  EXPECT_EQ(cite("警職法第6条の2による"), "警職法第6条の2 -> 323AC0000000136/a6_2");
}

TEST(Prose, AliasesOfTheCorpusAndOfTheDocument) {
  EXPECT_EQ(cite("強化法第8章第42条の努力義務"), "強化法第8章第42条 -> 507AC0000000042/a42");
  EXPECT_EQ(cite("新法3条1項と基本法26条1項3号"),
            "新法3条1項 -> 507AC0000000042/a3/p1 | 基本法26条1項3号 -> 426AC1000000104/a26/p1/i3");
}

TEST(Prose, ABareArticleIsTheDefaultLaws) {
  EXPECT_EQ(cite("協定（第17条、第18条）", "507AC0000000042"),
            "第17条 -> 507AC0000000042/a17 | 第18条 -> 507AC0000000042/a18");
  EXPECT_EQ(cite("協定（第17条）"), "第17条 -> unresolved");
}

TEST(Prose, RangesAndLists) {
  EXPECT_EQ(cite("会社法4条・5条、7条～9条"),
            "会社法4条 -> 417AC0000000086/a4 | 5条 -> 417AC0000000086/a5 | 7条～9条 -> "
            "417AC0000000086/a7..417AC0000000086/a9");
}

TEST(Prose, FormsOfMemosAndContracts) {
  EXPECT_EQ(cite("会社法第 12 条第 5 項の届出"), "会社法第 12 条第 5 項 -> 417AC0000000086/a12/p5");
  EXPECT_EQ(cite("会社法第4条、同第1項の届出"),
            "会社法第4条 -> 417AC0000000086/a4 | 同第1項 -> 417AC0000000086/a4/p1");
  EXPECT_EQ(cite("会社法第11条から13条の届出"),
            "会社法第11条から13条 -> 417AC0000000086/a11..417AC0000000086/a13");
  EXPECT_EQ(cite("会社法第13条から11条へ移す"),
            "会社法第13条 -> 417AC0000000086/a13 | 11条 -> unresolved");
  EXPECT_EQ(cite("改正警職法第6条の2の措置"), "改正警職法第6条の2 -> 323AC0000000136/a6_2");
  EXPECT_EQ(cite("強化法第8章（第42条）の努力義務"),
            "強化法第8章 -> 507AC0000000042/ch8 | 第42条 -> 507AC0000000042/a42");
  EXPECT_EQ(cite("会社法9・10条、会社法23条1項,24条"),
            "会社法9 -> 417AC0000000086/a9 | 10条 -> 417AC0000000086/a10 | 会社法23条1項 -> "
            "417AC0000000086/a23/p1 | 24条 -> 417AC0000000086/a24");
  EXPECT_EQ(cite("令和７年法律第４２号第５条の届出"),
            "令和７年法律第４２号第５条 -> 507AC0000000042/a5");
  EXPECT_EQ(cite("これと架空法5条は別である"), "架空法5条 -> unknown:架空法/a5");
}

TEST(Prose, WhatIsNoCitation) {
  EXPECT_EQ(cite("第三者と第一種の物、第四号施行日、P16、令和7年5月23日", "507AC0000000042"), "");
  EXPECT_EQ(cite("経済安全保障推進法 7"), "経済安全保障推進法 -> 504AC0000000043");
  EXPECT_EQ(cite("経済安全保障推進法¹⁹"), "経済安全保障推進法 -> 504AC0000000043");
  EXPECT_EQ(cite("いわゆる3条委員会", "507AC0000000042"), "");
  EXPECT_EQ(cite("第２章　官民の協力", "507AC0000000042"), "");
}

TEST(Prose, NamesInQuotesAndBrokenOverLines) {
  EXPECT_EQ(cite("「サイバーセキュリティ基本法」第2条"),
            "サイバーセキュリティ基本法」第2条 -> 426AC1000000104/a2");
  EXPECT_EQ(cite("サイバーセキュリティ\n基本法第2条"),
            "サイバーセキュリティ\n基本法第2条 -> 426AC1000000104/a2");
}

TEST(Prose, AMemoMayDeclareNames) {
  EXPECT_EQ(cite("国家公務員法（以下「国公」という。）の話。国公100条1項"),
            "国家公務員法 -> 322AC0000000120 | 国公100条1項 -> 322AC0000000120/a100/p1");
}

}  // namespace
}  // namespace indexer
