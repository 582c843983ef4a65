// SPDX-License-Identifier: GPL-2.0-or-later
#include "web-static/search_index.h"

#include <gtest/gtest.h>

#include <map>

#include "fixtures.h"
#include "web-static/law_graph.h"
#include "web-static/search_letters.h"

namespace web {
namespace {

TEST(SearchLetters, OneSpellingForTextAndQuery) {
  EXPECT_EQ(search_letters("第百六十八條の二　ＶＰＮを"), "第百六十八条の二vpnを");
  EXPECT_EQ(search_letters("あつて"), search_letters("あって"));
  EXPECT_EQ(search_letters("ｼｽﾃﾑ"), "システム");
  EXPECT_EQ(search_letters("甲\t乙\n丙 丁"), "甲乙丙丁");
  EXPECT_EQ(search_letters(search_letters("㈱①ヴ")), search_letters("㈱①ヴ"));
  EXPECT_EQ(search_letters("三十日"), "三十日");  // 十日 is found in it
}

TEST(SearchIndex, PairsOfAUnitOnceTheCaptionMarked) {
  const std::vector<UnitText> units = {
      {"a1", "第一条", "（貸出し）", {{"a1-p1", "", "貸出しは、貸出しの日に"}}, false}};
  std::map<std::uint32_t, int> values;
  for (const auto& [pair, value] : pairs_of(units)) ++values[value];
  EXPECT_EQ(values[1], 4);  // （貸 貸出 出し し）
  EXPECT_EQ(values[0], 6);  // しは は、 、貸 しの の日 日に
}

TEST(SearchIndex, FilesAreTheSameInEveryRun) {
  const auto files = [] {
    std::map<std::string, std::string> out;
    SearchIndex index;
    for (const corpus::Law& law : web_tests::all_laws()) {
      const auto units = unit_texts(law);
      index.add(on_site(law), units, pairs_of(units), "別名");
    }
    index.write([&](const std::string& name, const std::string& bytes) { out[name] = bytes; });
    return out;
  };
  const auto first = files();
  EXPECT_EQ(first, files());
  EXPECT_TRUE(first.contains("search/base.js"));
  EXPECT_TRUE(first.contains("search/s/0.js"));
  for (const auto& [name, bytes] : first)
    EXPECT_EQ(bytes.find("<script"), std::string::npos) << name;
}

TEST(UnitText, LinesAreTheProvisionsOfAUnit) {
  const corpus::Law law = web_tests::library_law();
  std::size_t lines = 0;
  for (const UnitText& unit : unit_texts(law)) {
    for (const UnitLine& line : unit.lines) {
      EXPECT_TRUE(line.anchor.starts_with(unit.anchor)) << line.anchor;
      ++lines;
    }
  }
  EXPECT_GT(lines, 5U);
  for (const std::string& file : data_files(law, unit_texts(law))) {
    EXPECT_TRUE(file.starts_with("jobunData(\"506AC0000000901\",")) << file.substr(0, 40);
    EXPECT_EQ(file.find('<'), std::string::npos);
  }
}

TEST(LawGraph, EscapesAndIsTheSameInEveryRun) {
  const std::vector<GraphNode> nodes = {{"<b>甲法", "../index.html", corpus::LawType::act, true},
                                        {"乙令\"", "", corpus::LawType::cabinet_order, false},
                                        {"丙規則", "x\"y", corpus::LawType::rule, false}};
  const std::vector<GraphEdge> edges = {{1, 0, 3}, {2, 0, 120}, {0, 2, 1}};
  const std::string svg = render_graph(nodes, edges, "図");
  EXPECT_EQ(svg, render_graph(nodes, edges, "図"));
  EXPECT_EQ(svg.find("<b>"), std::string::npos);
  EXPECT_NE(svg.find("&lt;b&gt;甲法"), std::string::npos);
  EXPECT_EQ(svg.find("style="), std::string::npos);
}

}  // namespace
}  // namespace web
