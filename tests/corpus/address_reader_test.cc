// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/address_reader.h"

#include <gtest/gtest.h>

#include <string>

#include "corpus/address_text.h"
#include "corpus/nearest_names.h"
#include "tests/corpus/shared.h"

namespace {

constexpr std::string_view kTsv =
    "law_id\tlaw_num\ttitle\tkana\tabbrev\n"
    "501AC0000000001\t令和元年法律第一号\tガス炉点検法\tがすろてんけんほう\t点検法\n"
    "501AC1000000002\t令和元年法律第二号\tガス炉点検法施行法\t\t点検法,炉法\n"
    "501CO0000000003\t令和元年政令第三号\tガス炉点検法施行令\t\t\n"
    "140AC0000000045\t明治四十年法律第四十五号\t刑法\tけいほう\t\n"
    "501RJNJ09006000\t令和元年人事院規則九―六\t人事院規則九―六（燈火手当）\t\t\n"
    "122AC0000000034\t明治二十二年法律第三十四号\t明治二十二年法律第三十四号（燈火ニ関スル件）\t\t"
    "\n"
    "502AC0000000007\t令和二年法律第七号\t海辺のごみ対策に関する法律\t\t海ごみ法\n";

corpus::LawBook book() {
  corpus::Manifest manifest;
  manifest.laws.push_back({"501AC0000000001", {"炉点検法"}, "", ""});
  manifest.documents.resize(1);
  manifest.documents[0].aliases = {{"新法", "502AC0000000007"}};
  return make_law_book(corpus::Registry::parse(kTsv, "r.tsv"), manifest);
}

// The addresses, or 「problem > candidate > …」.
std::string shown(const corpus::ReadAddresses& read) {
  std::string out = read.problem;
  for (const auto& candidate : read.candidates) out += " > " + candidate;
  for (const auto& range : read.ranges) out += (out.empty() ? "" : ", ") + to_string(range);
  return out;
}

struct Row {
  std::string_view text;
  std::string_view read;
};

TEST(AddressReader, LawAndProvision) {
  const auto laws = book();
  constexpr Row kRows[] = {
      {"501AC0000000001/a5/p1", "501AC0000000001/a5/p1"},
      {"501AC0000000001@20261001/a5", "501AC0000000001@20261001/a5"},
      {"501AC0000000001/a3..501AC0000000001/a5", "501AC0000000001/a3..501AC0000000001/a5"},
      {"５０１ＡＣ０００００００００１／ａ５", "501AC0000000001/a5"},
      {"599AC0000000001/a5", "599AC0000000001/a5"},  // unknown, but an address
      {"501AC0000000001第5条", "501AC0000000001/a5"},
      {"ガス炉点検法5条1項", "501AC0000000001/a5/p1"},
      {" ガス炉点検法　第５条　第１項 ", "501AC0000000001/a5/p1"},
      {"ｶﾞｽ炉点検法第五条第一項", "501AC0000000001/a5/p1"},
      {"炉点検法の第5条", "501AC0000000001/a5"},
      {"炉点検法/a5/p1", "501AC0000000001/a5/p1"},
      {"炉点検法@20261001", "501AC0000000001@20261001"},
      {"ガス炉点検法施行令3条", "501CO0000000003/a3"},
      {"刑法", "140AC0000000045"},
      {"けいほう199条", "140AC0000000045/a199"},
      {"刑法168条の2第2項", "140AC0000000045/a168_2/p2"},
      {"刑法百六十八条の二", "140AC0000000045/a168_2"},
      {"刑法第2編第35章", "140AC0000000045/pt2/ch35"},
      {"刑法（明治四十年法律第四十五号）第八条ただし書", "140AC0000000045/a8/p1:proviso"},
      {"刑法(明治40年法律第45号)8条", "140AC0000000045/a8"},
      {"明治四十年法律第四十五号第五条", "140AC0000000045/a5"},
      {"令和1年法律第2号5条", "501AC1000000002/a5"},
      {"令和元年法律第二号附則第2条", "501AC1000000002/sup/a2"},
      {"令和九年政令第九号5条",
       "509CO0000000009/a5"},  // no law of the registry, but the id is certain
      {"明治二十二年法律第三十四号（燈火ニ関スル件）第3条", "122AC0000000034/a3"},
      {"明治22年法律第34号(燈火ニ関スル件)3条", "122AC0000000034/a3"},
      {"明治22年法律第34号3条", "122AC0000000034/a3"},
      {"燈火ニ関スル件3条", "122AC0000000034/a3"},
      {"人事院規則九―六（燈火手当）2条", "501RJNJ09006000/a2"},
      {"人事院規則9-6第2条", "501RJNJ09006000/a2"},
      {"点検法（令和元年法律第二号）5条", "501AC1000000002/a5"},  // the number decides
      {"刑法附則（令和元年法律第二号）1条", "140AC0000000045/sup-501AC1000000002/a1"},
      {"刑法3条から5条まで", "140AC0000000045/a3..140AC0000000045/a5"},
      {"刑法3条及び5条", "140AC0000000045/a3, 140AC0000000045/a5"},
  };
  for (const Row& row : kRows) EXPECT_EQ(shown(read_address(row.text, laws)), row.read) << row.text;
}

TEST(AddressReader, ABareProvisionNeedsALaw) {
  const auto laws = book();
  EXPECT_EQ(shown(read_address("第5条", laws, "140AC0000000045")), "140AC0000000045/a5");
  EXPECT_EQ(shown(read_address("炉法5条", laws, "140AC0000000045")), "501AC1000000002/a5");
  EXPECT_EQ(shown(read_address("第5条", laws)),
            "どの法令の「第5条」か分かりません（法令名か法令番号を前に付けてください）");
  EXPECT_EQ(shown(read_address("新法5条", laws, "", 1)), "502AC0000000007/a5");
  EXPECT_FALSE(read_address("新法5条", laws).ok());
}

TEST(AddressReader, SaysWhatItCannotReadAndWhatMayBeMeant) {
  const auto laws = book();
  constexpr Row kRows[] = {
      {"点検法5条",
       "「点検法」と呼ばれる法令が2件あります"
       " > 501AC0000000001/a5　ガス炉点検法（令和元年法律第一号）"
       " > 501AC1000000002/a5　ガス炉点検法施行法（令和元年法律第二号）"},
      {"海辺のゴミ対策法5条",
       "「海辺のゴミ対策法」という法令は、法令一覧にもコーパスの別名にもありません"
       " > 502AC0000000007/a5　海辺のごみ対策に関する法律（令和二年法律第七号）"},
      {"刑法（令和元年法律第二号）8条",
       "法令名「刑法」と法令番号「令和元年法律第二号」が一致しません"
       " > 140AC0000000045/a8　刑法（明治四十年法律第四十五号）"
       " > 501AC1000000002/a8　ガス炉点検法施行法（令和元年法律第二号）"},
      {"令和九年法律第九号5条", "令和九年法律第九号は法令一覧にありません"},
      {"501AC0000000001/x5", "「/x5」を番地として読めません（例: 507AC0000000042/a5/p1）"},
      {"501AC0000000001/a5/p1/zz", "「/zz」を番地として読めません（例: 507AC0000000042/a5/p1）"},
      {"炉点検法/a0", "「/a0」を番地として読めません（例: 507AC0000000042/a5/p1）"},
      {"", "番地が空です"},
      {" 　 ", "番地が空です"},
      {"刑法\xFF", "UTF-8 ではない文字があります（7バイト目）"},
  };
  for (const Row& row : kRows) EXPECT_EQ(shown(read_address(row.text, laws)), row.read) << row.text;
  EXPECT_TRUE(read_address("刑法5条の何か", laws).problem.starts_with("「の何か」を読めません"));
  EXPECT_TRUE(read_address("刑法5", laws).problem.starts_with("「5」を読めません"));
  EXPECT_TRUE(read_address("刑法第5条第1行", laws).problem.starts_with("「第1行」を読めません"));
  const auto longer = read_address("ガス炉点検法施行規則5条", laws);
  EXPECT_TRUE(longer.problem.starts_with("「施行規則5条」を読めません")) << longer.problem;
  ASSERT_FALSE(longer.candidates.empty());
  EXPECT_NE(longer.candidates.front().find("/a5　ガス炉点検法施行"), std::string::npos);
}

TEST(AddressReader, HostileTextIsAProblemNotACrash) {
  const auto laws = book();
  std::string nested = "刑法5条1号イ";
  for (int i = 0; i < 300; ++i) nested += "(1)";
  EXPECT_TRUE(read_address(nested, laws).ok());
  for (const std::string& text :
       {std::string(5000, 'a'), std::string(1900, '('), "刑法" + std::string(1900, '9') + "条",
        std::string("刑法の"), std::string("刑法附則（"), std::string("/"), std::string("@"),
        std::string(":"), std::string("刑法/"), std::string("刑法@"),
        std::string("501AC0000000001/"), std::string("(令和元年法律第一号)")}) {
    const auto read = read_address(text, laws);
    EXPECT_FALSE(read.ok()) << text.substr(0, 40);
    EXPECT_TRUE(read.ranges.empty());
  }
}

TEST(AddressText, BothStyles) {
  struct StyleRow {
    std::string_view address;
    std::string_view kanji;
    std::string_view arabic;
  };
  constexpr StyleRow kRows[] = {
      {"501AC0000000001", "", ""},
      {"501AC0000000001/a5/p1:proviso", "第五条第一項ただし書", "5条1項ただし書"},
      {"501AC0000000001/a168_2/p2", "第百六十八条の二第二項", "168条の2第2項"},
      {"501AC0000000001/a2/p1/i3_2/s1/s2/s4", "第二条第一項第三号の二イ（２）（iv）",
       "2条1項3号の2イ(2)(iv)"},
      {"501AC0000000001/a5/p1:chapeau", "第五条第一項各号列記以外の部分",
       "5条1項各号列記以外の部分"},
      {"501AC0000000001/a5/p1/i*", "第五条第一項各号", "5条1項各号"},
      {"501AC0000000001/pt2/ch35", "第二編第三十五章", "2編35章"},
      {"501AC0000000001/a3:5", "第三条から第五条まで", "3条から5条まで"},
      {"501AC0000000001/sup/a4", "附則第四条", "附則4条"},
      {"501AC0000000001/sup-507AC0000000043/a1", "附則（令和七年法律第四十三号）第一条",
       "附則（令和七年法律第四十三号）1条"},
      {"501AC0000000001/sup-[昭和五年逓信・鉄道省令]", "附則（昭和五年逓信・鉄道省令）",
       "附則（昭和五年逓信・鉄道省令）"},
      {"501AC0000000001/tab1_2", "別表第一の二", "別表第1の2"},
      {"501AC0000000001/tab", "別表", "別表"},
      {"501AC0000000001/form3~2", "様式第三（二つ目）", "様式第3（2つ目）"},
      {"501AC0000000001/pre", "前文", "前文"},
  };
  using corpus::NumberStyle;
  for (const StyleRow& row : kRows) {
    const auto address = corpus::parse_address(row.address);
    ASSERT_TRUE(address) << row.address;
    EXPECT_EQ(to_japanese(*address, NumberStyle::kanji), row.kanji);
    EXPECT_EQ(to_japanese(*address, NumberStyle::arabic), row.arabic);
  }
  constexpr StyleRow kRanges[] = {
      {"501AC0000000001/a3..501AC0000000001/a5", "刑法第三条から第五条まで", "刑法3条から5条まで"},
      {"501AC0000000001/a3/p1..501AC0000000001/a3/p3", "刑法第三条第一項から第三項まで",
       "刑法3条1項から3項まで"},
      {"501AC0000000001/a3/p1..501AC0000000001/a5/p2", "刑法第三条第一項から第五条第二項まで",
       "刑法3条1項から5条2項まで"},
      {"501AC0000000001/a3/p1/i1/s1..501AC0000000001/a3/p1/i1/s3",
       "刑法第三条第一項第一号イからハまで", "刑法3条1項1号イからハまで"},
      {"501AC0000000001/a3", "刑法第三条", "刑法3条"},
  };
  for (const StyleRow& row : kRanges) {
    const auto range = corpus::parse_address_range(row.address);
    ASSERT_TRUE(range) << row.address;
    EXPECT_EQ(to_japanese(*range, NumberStyle::kanji, "刑法"), row.kanji);
    EXPECT_EQ(to_japanese(*range, NumberStyle::arabic, "刑法"), row.arabic);
  }
}

TEST(AddressText, IsReadBack) {
  const auto laws = book();
  constexpr std::string_view kAddresses[] = {
      "140AC0000000045/a5/p1:proviso",
      "140AC0000000045/a168_2/p2",
      "140AC0000000045/a2/p1/i3_2/s1/s2/s4",
      "140AC0000000045/a5/p1:chapeau",
      "140AC0000000045/a5/p1/i*:first",
      "140AC0000000045/pt2/ch35/se1/ss2/dv3",
      "140AC0000000045/sup/a4/p2",
      "140AC0000000045/sup/p2",
      "140AC0000000045/sup-507CO0000000043/a1/p1",
      "140AC0000000045/sup-[昭和五年逓信・鉄道省令]/p1",
      "140AC0000000045/tab1_2",
      "140AC0000000045/tab",
      "140AC0000000045/sup/tab2",
      "140AC0000000045/form3",
      "140AC0000000045/app1",
      "140AC0000000045/pre",
      "140AC0000000045/a1_2_3_4_5/p65535",
      "140AC0000000045/a3..140AC0000000045/a5",
      "140AC0000000045/a3/p1..140AC0000000045/a3/p3",
      "140AC0000000045/a3_2/p1..140AC0000000045/a5/p2",
      "140AC0000000045/a3/p1/i1/s1..140AC0000000045/a3/p1/i1/s3",
      "140AC0000000045/a3/p1/i1/s1/s1..140AC0000000045/a3/p1/i1/s1/s2",
  };
  for (const auto text : kAddresses) {
    const auto range = corpus::parse_address_range(text);
    ASSERT_TRUE(range) << text;
    for (const auto style : {corpus::NumberStyle::kanji, corpus::NumberStyle::arabic}) {
      EXPECT_EQ(shown(read_address(to_japanese(*range, style, "刑法"), laws)), text);
    }
  }
}

TEST(AddressReader, TheRealLaws) {
  const auto folder = tests::shared_folder();
  if (!folder) GTEST_SKIP() << tests::kNoShared;
  const auto laws = make_law_book(corpus::load_manifest(*folder / "corpus"));
  constexpr Row kRows[] = {
      {"強化法5条1項", "507AC0000000042/a5/p1"},
      {"サイバー対処能力強化法第五条第一項", "507AC0000000042/a5/p1"},
      {"令和七年法律第四十二号第5条", "507AC0000000042/a5"},
      {"刑法168条の2第2項", "140AC0000000045/a168_2/p2"},
      {"強化法施行令1条", "508CO0000000047/a1"},
      {"サイバーセキュリティ基本法附則（令和七年法律第四十三号）1条1項",
       "426AC1000000104/sup-507AC0000000043/a1/p1"},
      {"憲法21条2項", "321CONSTITUTION/a21/p2"},
  };
  for (const Row& row : kRows) EXPECT_EQ(shown(read_address(row.text, laws)), row.read) << row.text;
  EXPECT_GT(read_address("財源確保法1条", laws).candidates.size(), 1u);
  EXPECT_FALSE(read_address("サイバセキュリティ基本法1条", laws).candidates.empty());
}

}  // namespace
