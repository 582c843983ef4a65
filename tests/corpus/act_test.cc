// SPDX-License-Identifier: GPL-2.0-or-later
// The first subject as e-Gov prints it on 2026-10-01: chapters 3 to 7 are law but not in force, so
// their numbers are missing and no article is to be found under them.
#include <gtest/gtest.h>

#include "corpus/law_files.h"
#include "corpus/law_xml.h"
#include "tests/support/sample.h"
#include "tests/support/shared.h"

namespace corpus {
namespace {

TEST(TheAct, HasFiftyArticlesAndSevenSupplementaryOnes) {
  JOBUN_NEEDS_SHARED(shared);
  const auto path = *shared / "corpus" / "laws" / "507AC0000000042_20261001_000000000000000.xml";
  const Law law =
      read_law(read_file(path.string()), origin_of(path.string()), support::in_brackets);
  std::size_t main = 0;
  std::size_t suppl = 0;
  for (std::size_t i = 0; i < law.provisions.size(); ++i) {
    if (law.provisions[i].segment.kind != SegmentKind::article) continue;
    ++(law.ancestor(i, SegmentKind::suppl) ? suppl : main);
  }
  EXPECT_EQ(main, 50U);
  EXPECT_EQ(suppl, 7U);
  const auto has = [&](const char* path_in_law) {
    return law.find(parse_address(law.id + '/' + path_in_law)->path).has_value();
  };
  EXPECT_TRUE(has("a2_2/p1"));
  EXPECT_TRUE(has("a2/p2/i1/s5"));
  EXPECT_TRUE(has("sup/a1/p1/i4"));
  EXPECT_FALSE(has("a17"));
  EXPECT_FALSE(has("ch3"));
}

}  // namespace
}  // namespace corpus
