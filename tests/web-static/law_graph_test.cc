// SPDX-License-Identifier: GPL-2.0-or-later
#include "web-static/law_graph.h"

#include <gtest/gtest.h>

namespace web {
namespace {

std::size_t count(const std::string& text, std::string_view words) {
  std::size_t out = 0;
  for (std::size_t at = text.find(words); at != std::string::npos; at = text.find(words, at + 1))
    ++out;
  return out;
}

const std::vector<GraphNode> kNodes = {
    {{"水門法", "a.html", corpus::LawType::act},
     false,
     {{"水門法施行令", "b.html", corpus::LawType::cabinet_order}, {"ほか2件", "", {}}}},
    {{"運河<法>", "c.html", corpus::LawType::act}, true, {}}};

TEST(LawGraph, AnActAndItsOrdersAreACluster) {
  const std::string svg = render_graph(kNodes, {{0, 1, 30, false}, {1, 0, 2, true}}, "図");
  EXPECT_EQ(count(svg, "<g class=\"cluster\">"), 1U);
  EXPECT_EQ(count(svg, "<g class=\"node "), 4U);
  EXPECT_EQ(count(svg, "<a href="), 3U) << "what stands for others is no link";
  EXPECT_NE(svg.find("運河&lt;法&gt;"), std::string::npos);
  EXPECT_NE(svg.find("class=\"edge w2\""), std::string::npos);
  EXPECT_NE(svg.find("class=\"edge w1 aside\""), std::string::npos);
}

TEST(LawGraph, TheSameInputGivesTheSameDrawing) {
  const std::string first = render_graph(kNodes, {{0, 1, 1, false}}, "図");
  for (int i = 0; i < 3; ++i) EXPECT_EQ(render_graph(kNodes, {{0, 1, 1, false}}, "図"), first);
}

}  // namespace
}  // namespace web
