// SPDX-License-Identifier: GPL-2.0-or-later
// Each state of a reference has its own look and words, and none leads to nothing.
#include "web-static/reference_links.h"

#include <gtest/gtest.h>

#include "fixtures.h"

namespace web {
namespace {

using citations::ReferenceRecord;

constexpr const char* kLaw = "506AC0000000901";

ReferenceRecord record(std::string_view text, std::string_view words, std::string target,
                       std::string status) {
  ReferenceRecord r;
  const std::size_t at = text.find(words);
  const corpus::Span span{at, at + words.size()};
  r.span = corpus::to_code_points(text, span);
  r.text = words;
  if (!target.empty()) r.targets = {std::move(target)};
  r.status = std::move(status);
  return r;
}

class ReferenceLinks : public testing::Test {
 protected:
  std::string html(std::string_view text, const std::vector<ReferenceRecord>& records) const {
    return render_inline(text, links_of_references(text, records, {map_, kLaw, title_of_}));
  }
  std::string link(std::string target, std::string status) const {
    return html("前条は", {record("前条は", "前条", std::move(target), std::move(status))});
  }

  TitleOf title_of_ = [](std::string_view id) {
    return id == "140AC0000000045" ? std::string("刑法") : std::string();
  };
  LawMap map_{{on_site(web_tests::library_law()), on_site(web_tests::crooked_law())}};
};

TEST_F(ReferenceLinks, ResolvedInThisLaw) {
  EXPECT_EQ(link("506AC0000000901/a3", "resolved"), "<a class=\"ref\" href=\"#a3\">前条</a>は");
}

TEST_F(ReferenceLinks, ResolvedInAnotherLawOfTheSite) {
  EXPECT_NE(link("506M60000008903", "resolved").find("href=\"../506M60000008903/index.html\""),
            std::string::npos);
}

TEST_F(ReferenceLinks, APartThePageDoesNotHaveLeadsToWhatIsAroundIt) {
  EXPECT_NE(link("506AC0000000901/a3/p9/i9", "resolved").find("href=\"#a3\""), std::string::npos);
}

TEST_F(ReferenceLinks, ResolvedButNotThereIsNoLink) {
  const std::string html = link("506AC0000000901/a999", "resolved");
  EXPECT_NE(html.find("<span class=\"ref broken\""), std::string::npos) << html;
  EXPECT_EQ(html.find("href"), std::string::npos);
}

TEST_F(ReferenceLinks, StatesSaySoInWords) {
  const std::string future = link("506AC0000000901/a17", "not_in_force");
  EXPECT_EQ(future, "<span class=\"ref future\" title=\"未施行：第十七条\">前条</span>は");
  const std::string outside = link("140AC0000000045/a168_2", "outside");
  EXPECT_NE(outside.find("href=\"https://laws.e-gov.go.jp/law/140AC0000000045\""),
            std::string::npos);
  EXPECT_NE(outside.find("e-Gov"), std::string::npos);
  EXPECT_NE(outside.find("刑法第百六十八条の二"), std::string::npos);
  EXPECT_NE(link("unknown:旧法/a3", "unknown_law").find("法令を特定できない"), std::string::npos);
  EXPECT_NE(link("", "unresolved").find("たどれない"), std::string::npos);
  for (const char* status : {"not_in_force", "unknown_law", "unresolved"})
    EXPECT_EQ(link("unknown:x", status).find("href"), std::string::npos) << status;
}

TEST_F(ReferenceLinks, HostileTargetsStayText) {
  const std::string html = link("\"><script>", "outside");
  EXPECT_EQ(html.find("<script>"), std::string::npos);
  EXPECT_EQ(html.find("href"), std::string::npos);
}

TEST_F(ReferenceLinks, ARangeNamesTheWhole) {
  const std::string html = link("506AC0000000901/a2..506AC0000000901/a3", "resolved");
  EXPECT_NE(html.find("title=\"第二条から第三条まで\""), std::string::npos) << html;
  EXPECT_NE(html.find("href=\"#a2\""), std::string::npos) << html;
}

TEST_F(ReferenceLinks, AroundOthersItIsALinkBeforeAndBehindThem) {
  const std::string_view text = "第三条（第二条を除く。）第一項は";
  auto outer = record(text, "第三条（第二条を除く。）第一項", "506AC0000000901/a3/p1", "resolved");
  const auto inner = record(text, "第二条", "506AC0000000901/a2", "resolved");
  EXPECT_EQ(html(text, {outer, inner}),
            "<a class=\"ref\" href=\"#a3-p1\">第三条（</a><a class=\"ref\" href=\"#a2\">第二条</a>"
            "<a class=\"ref\" href=\"#a3-p1\">を除く。）第一項</a>は");
}

}  // namespace
}  // namespace web
