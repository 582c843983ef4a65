// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/law_number.h"

#include <gtest/gtest.h>

#include <map>
#include <string>

#include "tests/corpus/shared.h"

namespace {

using corpus::law_number_of;
using corpus::parse_law_number;
using corpus::to_law_id;

struct Row {
  std::string_view text;
  std::string_view official;  // "-" when it is no law number
  std::string_view id;        // "-" when the number cannot tell
};

TEST(LawNumber, TextToOfficialTextAndId) {
  constexpr Row kRows[] = {
      {"令和七年法律第四十二号", "令和七年法律第四十二号", "-"},
      {"令和7年法律第42号", "令和七年法律第四十二号", "-"},
      {"令和元年政令第三号", "令和元年政令第三号", "501CO0000000003"},
      {"昭和二十一年憲法", "昭和二十一年憲法", "321CONSTITUTION"},
      {"昭和二年勅令第二百六十三号", "昭和二年勅令第二百六十三号", "302IO0000000263"},
      {"明治十九年勅令", "明治十九年勅令", "-"},
      {"明治十七年太政官布告第三十二号", "明治十七年太政官布告第三十二号", "-"},
      {"明治十年太政官達第九十七号", "明治十年太政官達第九十七号", "110DT0000000097"},
      {"昭和二十二年会計検査院規則第一号", "昭和二十二年会計検査院規則第一号", "322R00000001001"},
      {"平成十三年総務省令第一号", "平成十三年総務省令第一号", "413M60000008001"},
      {"令和五年内閣府・法務省・財務省令第一号", "令和五年内閣府・法務省・財務省令第一号",
       "505M60000052001"},
      {"令和五年内閣府令・法務省令・財務省令第一号", "令和五年内閣府令・法務省令・財務省令第一号",
       "505M60000052001"},
      {"昭和二七年大蔵・運輸省令第三号", "昭和二十七年大蔵・運輸省令第三号", "327M50000840003"},
      {"昭和二十年第一復員省令第二号", "昭和二十年第一復員省令第二号", "320M30002000002"},
      {"平成二十六年特定個人情報保護委員会規則第一号",
       "平成二十六年特定個人情報保護委員会規則第一号", "426M60020000001"},
      {"昭和二十四年人事院規則一四―七", "昭和二十四年人事院規則一四―七", "324RJNJ14007000"},
      {"昭和24年人事院規則14-7", "昭和二十四年人事院規則一四―七", "324RJNJ14007000"},
      {"平成元年六月二八日人事院規則九―六―一三", "平成元年人事院規則九―六―一三", "401RJNJ09006013"},
      {"平成八年一二月二五日人事院規則九―六―二八―一", "平成八年人事院規則九―六―二八―一", "-"},
      {"昭和五十一年十二月二十三日内閣総理大臣決定", "昭和五十一年十二月二十三日内閣総理大臣決定",
       "-"},
      {"平成二九年六月二一日法律第六七号", "平成二十九年法律第六十七号", "-"},
      {"令和六年一〇月一一日政令第三一七号　抄", "令和六年政令第三百十七号", "506CO0000000317"},
      {"昭和４０年１１月５日国家公安委員会規則第５号", "昭和四十年国家公安委員会規則第五号",
       "340M50400000005"},
      {"平成一二年八月一四日　平成一三年内閣府令第六号", "平成十三年内閣府令第六号",
       "413M60000002006"},
      {"昭和五〇年八月一日・総理府・通商産業省令第二号", "昭和五十年総理府・通商産業省令第二号",
       "350M50000402002"},
      {"昭和四年一二月二日内務・鉄道省令", "昭和四年内務・鉄道省令", "-"},
      // Two generations of ministries in one year: the day decides, or that only one had the
      // ministry.
      {"昭和二十四年大蔵省令第四十九号", "昭和二十四年大蔵省令第四十九号", "-"},
      {"昭和二四年六月一日大蔵省令第四九号", "昭和二十四年大蔵省令第四十九号", "324M50000040049"},
      {"昭和二四年五月三一日大蔵省令第三四号", "昭和二十四年大蔵省令第三十四号", "324M40000040034"},
      {"昭和二十四年法務府令第九号", "昭和二十四年法務府令第九号", "324M50000001009"},
      // Numbers we can read and have no id for.
      {"令和三年最高裁判所規則第五号", "令和三年最高裁判所規則第五号", "-"},
      {"令和三年条約第一号", "令和三年条約第一号", "-"},
      {"令和三年財務省告示第百号", "令和三年財務省告示第百号", "-"},
      {"令和三年財務省令第千号", "令和三年財務省令第千号", "-"},
      {"昭和三十八年国家公安委員会規程第一号", "昭和三十八年国家公安委員会規程第一号", "-"},
      {"平成八年五月一一日", "-", "-"},
      {"令和七年法律", "令和七年法律", "-"},
      {"令和七年法律第四十二号の二", "-", "-"},
      {"令和七年法律第号", "-", "-"},
      {"令和〇年法律第一号", "-", "-"},
      {"令和百年法律第一号", "-", "-"},
      {"慶応三年法律第一号", "-", "-"},
      {"令和七年一三月一日法律第一号", "-", "-"},
      {"令和七年人事院規則一四", "-", "-"},
      {"令和七年人事院規則一四―", "-", "-"},
      {"令和七年法律第99999999999999999999999号", "-", "-"},
      {"令和七年に定める規則第一号", "-", "-"},
      {"", "-", "-"},
  };
  for (const Row& row : kRows) {
    const auto number = parse_law_number(row.text);
    EXPECT_EQ(number ? to_string(*number) : "-", row.official) << row.text;
    EXPECT_EQ(number ? to_law_id(*number).value_or("-") : "-", row.id) << row.text;
  }
}

TEST(LawNumber, IsReadAtTheHeadOfAText) {
  constexpr std::pair<std::string_view, std::string_view> kRows[] = {
      {"令和七年法律第四十二号第五条", "令和七年法律第四十二号"},
      {"令和七年法律第四十二号。以下", "令和七年法律第四十二号"},
      {"平成元年人事院規則九―六―一三による", "平成元年人事院規則九―六―一三"},
      {"平成元年政令で定める", "-"},
      {"昭和二十一年憲法", "-"},
  };
  for (const auto& [text, read] : kRows) {
    const auto number = corpus::read_law_number(text);
    EXPECT_EQ(number ? text.substr(0, number->length) : "-", read) << text;
  }
}

TEST(LawNumber, AmendmentTextIsReadBack) {
  constexpr std::string_view kTexts[] = {
      "平成二九年六月二一日法律第六七号", "令和元年一二月二五日人事院規則九―六―八六",
      "平成一二年八月一四日　平成一三年内閣府令第六号", "昭和五年六月三〇日逓信・鉄道省令"};
  for (const auto text : kTexts) {
    const auto number = parse_law_number(text);
    ASSERT_TRUE(number) << text;
    EXPECT_EQ(to_amendment_text(*number), text);
  }
}

TEST(LawNumber, OneKeyForAllSpellings) {
  const auto key = [](std::string_view text) { return to_key(*parse_law_number(text)); };
  EXPECT_EQ(key("昭和二七年六月五日大蔵・運輸省令第三号"), key("昭和27年運輸省・大蔵省令第3号"));
  EXPECT_EQ(key("平成二九年六月二一日法律第六七号"), key("平成二十九年法律第六十七号"));
  EXPECT_NE(key("平成十三年国家公安委員会規則第一号"), key("平成十三年国家公安委員会規程第一号"));
  EXPECT_NE(key("平成二十九年法律第六十七号"), key("平成二十九年政令第六十七号"));
}

TEST(LawNumber, IdToNumber) {
  constexpr std::pair<std::string_view, std::string_view> kRows[] = {
      {"507AC0000000042", "令和七年法律第四十二号"},
      {"426AC1000000104", "平成二十六年法律第百四号"},
      {"323AC0100000156", "昭和二十三年法律第百五十六号"},
      {"508M60000F5A004",
       "令和八年内閣府・総務省・法務省・財務省・厚生労働省・農林水産省・経済産業省・国土交通省令第"
       "四号"},
      {"428M60020000002", "平成二十八年個人情報保護委員会規則第二号"},
      {"504M62000800001", "令和四年カジノ管理委員会・国土交通省令第一号"},
      {"360RJNJ09043001", "昭和六十年人事院規則九―四三―一"},
      {"351RPMD12230000", "昭和五十一年十二月二十三日内閣総理大臣決定"},
      {"321CONSTITUTION", "昭和二十一年憲法"},
      {"507AC000000004", "-"},
      {"507XX0000000042", "-"},
      {"500AC0000000042", "-"},
      {"607AC0000000042", "-"},
      {"508M7000000A004", "-"},
      {"508M64000000004", "-"},  // a bit nobody has
      {"508M6000000Z004", "-"},
      {"351RPMD13990000", "-"},
      {"", "-"},
  };
  for (const auto& [id, text] : kRows) {
    const auto number = law_number_of(id);
    EXPECT_EQ(number ? to_string(*number) : "-", text) << id;
  }
}

TEST(LawNumber, IsoDates) {
  EXPECT_EQ(to_iso(*corpus::parse_iso_date("1989-01-07")), "1989-01-07");
  EXPECT_EQ(corpus::parse_iso_date("1989-01-07")->era, corpus::Era::showa);
  EXPECT_EQ(corpus::parse_iso_date("1989-01-08")->year, 1);
  EXPECT_FALSE(corpus::parse_iso_date("1989-13-08"));
  EXPECT_FALSE(corpus::parse_iso_date("1989/01/08"));
  EXPECT_FALSE(corpus::parse_iso_date("1603-03-24"));
}

// Every law of the nation. What is not the same both ways is counted by its reason; the reasons are
// the whole list of what an id and a number do not share.
TEST(LawNumber, AgreesWithTheRegistryBothWays) {
  const auto rows = tests::registry_rows();
  if (!rows) GTEST_SKIP() << tests::kNoShared;
  std::map<std::string, int> exceptions;
  for (const auto& row : *rows) {
    const std::string& id = row[0];
    const std::string& text = row[1];
    auto number = parse_law_number(text);
    ASSERT_TRUE(number) << text;
    EXPECT_EQ(to_string(*number), text);
    if (!number->date) number->date = corpus::parse_iso_date(row[6]);
    if (const auto made = to_law_id(*number)) {
      EXPECT_EQ(*made, id) << text;
    } else if (number->kind == corpus::LawNumberKind::act) {
      ++exceptions["id: 法律 does not say its House"];
    } else if (number->kind == corpus::LawNumberKind::dajokan_proclamation) {
      ++exceptions["id: 太政官布告 is DF0 or DF1"];
    } else if (number->kind == corpus::LawNumberKind::decision) {
      ++exceptions["id: 決定 of one day are counted by e-Gov"];
    } else if (number->number.empty()) {
      ++exceptions["id: no 第…号, counted by e-Gov"];
    } else if (number->instrument.ends_with("規程")) {
      ++exceptions["id: 規程 has no issuer in its id"];
    } else {
      ADD_FAILURE() << "no id for " << text << ' ' << id;
    }
    const auto back = law_number_of(id);
    if (!back) {
      ++exceptions[number->instrument.ends_with("規程") ? "number: no issuer in the id"
                                                        : "number: " + text];
    } else if (to_string(*back) != text) {
      if (to_key(*back) == to_key(*number)) {
        ++exceptions["number: joint issuers printed in another order or with other endings"];
      } else if (number->number.empty()) {
        ++exceptions["number: e-Gov's count instead of 第…号"];
      } else {
        ADD_FAILURE() << id << " gives " << to_string(*back) << ", not " << text;
      }
    }
  }
  for (const auto& [reason, count] : exceptions) std::cout << count << '\t' << reason << '\n';
  std::vector<std::string> reasons;
  for (const auto& [reason, count] : exceptions) reasons.push_back(reason);
  const std::vector<std::string> known = {
      "id: no 第…号, counted by e-Gov",
      "id: 太政官布告 is DF0 or DF1",
      "id: 決定 of one day are counted by e-Gov",
      "id: 法律 does not say its House",
      "id: 規程 has no issuer in its id",
      "number: e-Gov's count instead of 第…号",
      "number: joint issuers printed in another order or with other endings",
      "number: no issuer in the id",
  };
  EXPECT_EQ(reasons, known);
}

}  // namespace
