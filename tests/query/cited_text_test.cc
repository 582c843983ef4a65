// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/jobun/cited_text.h"

#include <gtest/gtest.h>

namespace jobun {
namespace {

std::string body(const std::string& html) {
  const std::size_t begin = html.find("<pre>\n") + 6;
  return html.substr(begin, html.rfind("</pre>") - begin);
}

// What a browser shows: tags away, entities read.
std::string shown(const std::string& html) {
  std::string out;
  for (std::size_t i = 0; i < html.size(); ++i) {
    if (html[i] == '<') {
      i = html.find('>', i);
      continue;
    }
    bool entity = false;
    for (const auto& [name, letter] :
         {std::pair{"&amp;", '&'}, std::pair{"&lt;", '<'}, std::pair{"&gt;", '>'},
          std::pair{"&quot;", '"'}, std::pair{"&#39;", '\''}, std::pair{"&#13;", '\r'}}) {
      if (html.compare(i, std::string(name).size(), name) != 0) continue;
      out += letter;
      i += std::string(name).size() - 1;
      entity = true;
      break;
    }
    if (!entity) out += html[i];
  }
  return out;
}

// What CommonMark makes of text without links.
std::string unescaped(std::string_view markdown) {
  std::string out;
  for (std::size_t i = 0; i < markdown.size(); ++i) {
    if (markdown[i] == '\\' && i + 1 < markdown.size() && std::ispunct(markdown[i + 1])) ++i;
    out += markdown[i];
  }
  return out;
}

constexpr std::string_view kHostile[] = {
    "",
    "\n",
    "<script>alert('x')</script> & &amp; \"",
    "a\r\nb\n\n# not a heading\n- item\n1. one",
    "[a](javascript:alert(1)) ![i](x) `code` **b** ~~s~~ | t |\n> q\n    four\n=====",
    "]] \\] \\\\ <!-- --> ]]> \t end"};

TEST(CitedText, TheTextComesOutLetterByLetter) {
  for (const std::string_view text : kHostile) {
    EXPECT_EQ(shown(body(to_html(text, {}))), text);
    EXPECT_EQ(unescaped(to_markdown(text, {})), text);
    std::vector<CitedSpan> spans;
    for (std::size_t i = 0; i + 3 <= text.size(); i += 2)
      spans.push_back({{i, i + 3}, i % 4 == 0 ? "https://x/?a=\"><b>" : "", "t\"<", "n>"});
    EXPECT_EQ(shown(body(to_html(text, spans))), text);
  }
}

TEST(CitedText, CitationsInsideEachOther) {
  const std::string_view text = "AB(CD)E";
  const std::vector<CitedSpan> spans = {{{0, 7}, "/o", "outer", ""}, {{3, 5}, "/i", "inner", ""}};
  EXPECT_EQ(body(to_html(text, spans)),
            "<a href=\"/o\" title=\"outer\">AB(</a><a href=\"/i\" title=\"inner\">CD</a>"
            "<a href=\"/o\" title=\"outer\">)E</a>");
  EXPECT_EQ(to_markdown(text, spans), "[AB(](/o \"outer\")[CD](/i \"inner\")[)E](/o \"outer\")");
}

TEST(CitedText, WhatIsNotResolvedSaysSoInWords) {
  const std::string_view text = "x1y";
  const std::vector<CitedSpan> spans = {{{1, 2}, "", "t", "未施行"}};
  EXPECT_EQ(body(to_html(text, spans)), "x<mark title=\"t\" data-note=\"未施行\">1</mark>y");
  EXPECT_EQ(to_markdown(text, spans), "x1【未施行】y");
}

TEST(CitedText, AttributesCannotBeLeft) {
  const std::string html = to_html("a", {{{0, 1}, "\"><script>", "'\"<>&", "\"><i>"}});
  EXPECT_EQ(html.find("<script>"), std::string::npos);
  EXPECT_EQ(html.find("<i>"), std::string::npos);
}

}  // namespace
}  // namespace jobun
