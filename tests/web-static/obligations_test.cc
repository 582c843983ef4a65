// SPDX-License-Identifier: GPL-2.0-or-later
#include "web-static/obligations.h"

#include <gtest/gtest.h>

#include "fixtures.h"

namespace web {
namespace {

corpus::Address paragraph(const corpus::Law& law, std::string_view article) {
  return *corpus::parse_address(law.id + "/" + std::string(article) + "/p1");
}

norms::NormRecord norm_at(const corpus::Address& address, norms::Modality modality) {
  norms::NormRecord out;
  out.address = to_string(address);
  out.modality = modality;
  out.act = "届け出る";
  out.object = "水門の<高さ>";
  out.bearers = {"水門を設けた者", "水門を直した者"};
  return out;
}

TEST(Obligations, ADutyShowsWhatFollowsIfItIsBroken) {
  const corpus::Law law = web_tests::library_law();
  const corpus::Address duty = paragraph(law, "a1");
  norms::Penalty penalty;
  penalty.norm = *corpus::parse_address(law.id + "/a1");
  penalty.penalty = *corpus::parse_address(law.id + "/a2");
  penalty.text = "十万円以下の罰金";
  const auto rows = norm_rows(
      law, {norm_at(duty, norms::Modality::must), norm_at(duty, norms::Modality::may)},
      {penalty, penalty});
  ASSERT_EQ(rows.size(), 2U);
  ASSERT_EQ(rows[0].penalties.size(), 1U);
  EXPECT_EQ(rows[0].penalties[0].place, "第二条");
  EXPECT_TRUE(rows[1].penalties.empty()) << "a power";
  const std::string html = render_register(rows);
  EXPECT_NE(html.find("水門の&lt;高さ&gt;　<strong>届け出る</strong>"), std::string::npos);
  EXPECT_NE(html.find("<a href=\"../index.html#a2\">第二条</a>　十万円以下の罰金"),
            std::string::npos);
  EXPECT_NE(html.find("data-b=\"水門を設けた者、水門を直した者\""), std::string::npos);
}

TEST(Obligations, BearersAreCountedTheMostFirst) {
  std::vector<NormRow> rows(4);
  rows[0].bearer = "市長";
  rows[1].bearer = rows[2].bearer = "知事";
  const auto counts = bearers_of(rows);
  ASSERT_EQ(counts.size(), 2U);
  EXPECT_EQ(counts[0].bearer, "知事");
  EXPECT_EQ(counts[0].count, 2U);
}

TEST(Obligations, NormsOfProvisionsThatAreNotThereAreLeftOut) {
  const corpus::Law law = web_tests::library_law();
  EXPECT_TRUE(
      norm_rows(law, {norm_at(paragraph(law, "a999"), norms::Modality::must)}, {}).empty());
}

}  // namespace
}  // namespace web
