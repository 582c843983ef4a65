// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/citations/law_table.h"

#include <gtest/gtest.h>

#include "corpus/error.h"

namespace indexer {
namespace {

citations::LawEntry revision(std::string date, std::string amended_by = {}) {
  return {
      .id = "507AC0000000901", .revision = std::move(date), .amended_by = std::move(amended_by)};
}

TEST(LawTable, ReadsBackWhatItWrites) {
  citations::LawEntry law = revision("20261001", "508AC0000000903");
  law.title = "水門\tの\n法律\\";
  law.digest = true;
  law.characters = 1234;
  law.units = 7;
  const auto back = citations::parse_law_table(citations::to_tsv({law, revision("")}), "laws.tsv");
  ASSERT_EQ(back.size(), 2U);
  EXPECT_EQ(back[0].title, law.title);
  EXPECT_TRUE(back[0].digest);
  EXPECT_EQ(back[0].characters, 1234U);
  EXPECT_THROW(citations::parse_law_table("id\ttitle\n", "laws.tsv"), corpus::Error);
}

TEST(Revisions, TheDateChooses) {
  const std::vector<citations::LawEntry> laws = {revision("20261001"), revision("20250401"),
                                                 revision("20260401", "507AC0000000002"),
                                                 revision("20260401", "507AC0000000001")};
  std::vector<const citations::LawEntry*> entries;
  for (const citations::LawEntry& law : laws) entries.push_back(&law);
  const citations::Revisions revisions(entries);
  EXPECT_EQ(revisions.on("20260930").amended_by, "507AC0000000002")
      << "of one day the later amendment";
  EXPECT_EQ(revisions.on("20261001").revision, "20261001");
  EXPECT_EQ(revisions.on("20250331").revision, "20250401") << "the first to come";
  EXPECT_EQ(revisions.force("20250331"), citations::Force::not_yet);
  EXPECT_EQ(revisions.force("20250401"), citations::Force::in_force);
  EXPECT_EQ(revisions.until(laws[1]), "20260401");
  EXPECT_EQ(revisions.until(laws[3]), "20260401") << "never in force";
  EXPECT_EQ(revisions.until(laws[0]), "");
}

TEST(Today, IsADate) {
  const std::string date = citations::today();
  ASSERT_EQ(date.size(), 8U);
  EXPECT_GE(date, "20260101");
}

}  // namespace
}  // namespace indexer
