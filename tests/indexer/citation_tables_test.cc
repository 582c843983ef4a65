// SPDX-License-Identifier: GPL-2.0-or-later
#include <gtest/gtest.h>

#include "citation_fixture.h"
#include "indexer/citations/references.h"

namespace indexer {
namespace {

// A provision with a table behind its sentence; rows of cells.
corpus::Law law_with_table(const std::string& sentence,
                           const std::vector<std::vector<std::string>>& rows) {
  corpus::Law law = law_of_lines("409CO0000000901", "見本令", {"a1/p1 " + sentence, "a2/p1 登録"});
  corpus::Provision& p = law.provisions[1];
  p.text += corpus::kLineGap;
  const auto open = [&](corpus::LayoutKind kind) {
    p.layout.push_back({.kind = kind, .span = {p.text.size(), 0}});
    return p.layout.size() - 1;
  };
  const auto close = [&](std::size_t i) {
    p.layout[i].span.end = p.text.size();
    p.layout[i].end = static_cast<std::uint32_t>(p.layout.size());
  };
  const std::size_t table = open(corpus::LayoutKind::table);
  for (const auto& row : rows) {
    if (&row != &rows.front()) p.text += corpus::kLineGap;
    const std::size_t r = open(corpus::LayoutKind::row);
    for (std::size_t c = 0; c < row.size(); ++c) {
      if (c > 0) p.text += corpus::kCellGap;
      const std::size_t cell = open(corpus::LayoutKind::cell);
      p.text += row[c];
      close(cell);
    }
    close(r);
  }
  close(table);
  return law;
}

std::vector<std::string> found(const corpus::Law& law) {
  citations::LawLibrary library(small_book());
  std::vector<std::string> out;
  for (const citations::Reference& r : find_references(law, library)) out.push_back(print(law, r));
  return out;
}

TEST(Tables, ReplacedWordsAreQuotedAndTheFirstColumnIsOfTheLawThatIsRead) {
  const auto law = law_with_table("会社法の技術的読替えは、次の表による。",
                                  {{"読み替える規定", "読み替えられる字句", "読み替える字句"},
                                   {"第二条第一項", "前条", "第九条"},
                                   {"第三条", "次項", "民法第四条"}});
  EXPECT_EQ(found(law), (std::vector<std::string>{
                            "a1/p1 「会社法」 -> 417AC0000000086 (law, outside)",
                            "a1/p1 「第二条第一項」 -> 417AC0000000086/a2/p1 (ext, outside)",
                            "a1/p1 「第三条」 -> 417AC0000000086/a3 (ext, outside)"}));
}

TEST(Tables, TheLawInACellGovernsTheCellsBesideAndBelowIt) {
  const auto law = law_with_table("書面の保存は、次の表のとおりとする。",
                                  {{"会社法（平成十七年法律第八十六号）", "第二条"},
                                   {"", "第三条"},
                                   {"民法", "第四条"},
                                   {"その他", "第一条"}});
  EXPECT_EQ(found(law),
            (std::vector<std::string>{"a1/p1 「会社法」 -> 417AC0000000086 (law, outside)",
                                      "a1/p1 「第二条」 -> 417AC0000000086/a2 (ext, outside)",
                                      "a1/p1 「第三条」 -> 417AC0000000086/a3 (ext, outside)",
                                      "a1/p1 「民法」 -> 129AC0000000089 (law, outside)",
                                      "a1/p1 「第四条」 -> 129AC0000000089/a4 (ext, outside)",
                                      "a1/p1 「第一条」 -> a1 (abs)"}));
}

}  // namespace
}  // namespace indexer
