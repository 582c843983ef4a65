// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/citations/citation_parser.h"

#include <gtest/gtest.h>

#include <ostream>

#include "citation_fixture.h"

namespace indexer {
namespace {

// Citations parted by |; + before a member of the same list, a digit for the depth of its bracket.
std::string parse(std::string_view text) {
  const citations::LawLibrary library(small_book());
  const citations::LawNameFinder names(library, false, 0);
  const citations::ParsedText parsed = parse_citations(text, names, 0);
  std::string out;
  for (const citations::Citation& c : parsed.citations) {
    if (!out.empty()) out += " | ";
    if (c.previous >= 0) out += "+ ";
    const int depth = parsed.brackets[static_cast<std::size_t>(c.bracket)].depth;
    if (depth > 0) out += std::to_string(depth) + ' ';
    out += to_string(c);
  }
  return out;
}

struct Row {
  std::string_view text;
  std::string_view parsed;
};

// Names the test after what it reads.
void PrintTo(const Row& row, std::ostream* out) { *out << row.text; }

class ParserTable : public testing::TestWithParam<Row> {};

TEST_P(ParserTable, Reads) {
  EXPECT_EQ(parse(GetParam().text), GetParam().parsed) << GetParam().text;
}

// clang-format off
INSTANTIATE_TEST_SUITE_P(Words, ParserTable, testing::ValuesIn(std::vector<Row>{
    {"第五条の届出", "art(5)"},
    {"第百六十八条の二第二項第三号イ（１）の物", "art(168_2) para(2) item(3) sub(1) sub2(1)"},
    {"前条第二項ただし書の場合", "prev(art) para(2) proviso"},
    {"前二項に定める者", "prev(para,2)"},
    {"前各号に掲げる物", "prev(item,*)"},
    {"第三項各号に掲げる物", "para(3) each(item)"},
    {"第二項各号列記以外の部分中", "para(2) chapeau"},
    {"次の各号に掲げる物", ""},
    {"附則第三条第一項の届出", "suppl art(3) para(1)"},
    {"別表第一の二の項の物", "table(1) | here(row)"},
    {"別表第二の三に掲げる物", "table(2_3)"},
    {"別記様式第三号の二による", "form(3_2)"},
    {"第二号様式による", "form(2)"},
    {"第二編第三十五章の罪", "part(2) chapter(35)"},
    {"第四号施行日に提出する", ""},
    {"第一号被保険者である者", ""},
    {"第三者に渡す", ""},
    {"第三条の二分の一の額", "art(3)"},
    {"第三条の二の二の規定", "art(3_2_2)"},
    {"第三条第二項ニ依リ前条ノ規定ヲ準用ス", "art(3) para(2) | prev(art)"},
}));

INSTANTIATE_TEST_SUITE_P(Laws, ParserTable, testing::ValuesIn(std::vector<Row>{
    {"刑法第百条の罪", "law(刑法) art(100)"},
    {"刑法（明治四十年法律第四十五号）第百条の罪", "law(刑法) art(100)"},
    {"刑法施行法第二条の規定", "law(刑法施行法) art(2)"},
    {"刑法の罪", "law(刑法)"},
    {"会社法人の登記", ""},
    {"旧刑法第二条の罪", "law(旧刑法) art(2)"},
    {"明治四十年法律第四十五号第百条の罪", "law(明治四十年法律第四十五号) art(100)"},
    {"同法第二条及び同法施行規則第三条の書類", "same(law) art(2) | + same(law,施行規則) art(3)"},
    {"この法律第三条の者", "here(law) art(3)"},
    {"改正後の第三条の者", "new(law) art(3)"},
    {"旧第三条の者", "old(law) art(3)"},
    {"二国間の見本協定第三条の者", "law(二国間の見本協定) art(3)"},
    {"刑法の一部を改正する法律の施行の日", "law(刑法の一部を改正する法律)"},
    {"民法及び刑法の一部を改正する法律附則第二条の日", "law(民法及び刑法の一部を改正する法律) suppl art(2)"},
    {"見本業に関する法律（昭和九年法律第九百一号）の業務", "law(見本業に関する法律)"},
    {"日本国憲法の定める自由", "law(日本国憲法)"},
    {"昭和九年見本省告示第五号の表", "here(table)"},
    {"千九百五十三年立法第四十四号の者", ""},
}));

INSTANTIATE_TEST_SUITE_P(ListsAndRanges, ParserTable, testing::ValuesIn(std::vector<Row>{
    {"第四条第一項若しくは第三項又は前条の者", "art(4) para(1) | + para(3) | + prev(art)"},
    {"第三項前段及び後段の場合", "para(3) first | + second"},
    {"第七十六条から第七十八条までの規定", "art(76) .. art(78)"},
    {"第一号ハからホまでに掲げる物", "item(1) sub(3) .. sub(5)"},
    {"イからハまでに掲げる物", "sub(1) .. sub(3)"},
    {"第三条乃至第五条ノ規定", "art(3) .. art(5)"},
    {"第二条から前条までの罪", "art(2) .. prev(art)"},
    {"第三条の登録から三日", "art(3)"},
    {"第三条、第五条から第七条まで及び第九条の者", "art(3) | + art(5) .. art(7) | + art(9)"},
    {"第三条の者又は第五条の者", "art(3) | art(5)"},
    {"民法第三条若しくは第五条の者", "law(民法) art(3) | + art(5)"},
}));

INSTANTIATE_TEST_SUITE_P(BracketsAndQuotes, ParserTable, testing::ValuesIn(std::vector<Row>{
    {"第五条（第三項を除く。）の者", "art(5) | 1 para(3)"},
    {"第八条（第二項を除く。）及び第九条の者", "art(8) | 1 para(2) | + art(9)"},
    {"第五条（第七条において準用する場合を含む。）第一項の者", "art(5) para(1) | 1 art(7)"},
    {"民法（以下「法」という。）第三条の者", "law(民法) art(3)"},
    {"第二項中「第三条」とあるのは「第四条」とする", "para(2)"},
    {"「第三条の者", "art(3)"},
    {"第三条）第四条", "art(3) | art(4)"},
}));
// clang-format on

}  // namespace
}  // namespace indexer
