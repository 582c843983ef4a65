// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/registry.h"

#include <gtest/gtest.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <string>

#include "corpus/error.h"
#include "tests/corpus/shared.h"

namespace {

using corpus::LawNames;
using corpus::NameKind;
using corpus::Registry;

constexpr std::string_view kTsv =
    "law_id\tlaw_num\ttitle\tkana\tabbrev\tlaw_type\tpromulgated\n"
    "501AC0000000001\t令和元年法律第一号\t海辺のごみ・漂着物対策法\tうみべ\t海ごみ法,"
    "海辺法\tAct\t2019-06-01\n"
    "501AC0000000002\t令和元年法律第二号\tガス炉点検法\tがすろ\t点検法\tAct\t2019-06-02\n"
    "501AC1000000003\t令和元年法律第三号\tガス炉点検法施行法\t\t点検法\tAct\t2019-06-03\n"
    "501CO0000000004\t令和元年政令第四号\tＡＢＣ・船灯政令\t\t\tCabinetOrder\t2019-06-04\n"
    "327M50000840005\t昭和二十七年大蔵省・運輸省令第五号\t灯台会計規則\t\t\tMinisterialOrdinance\t1"
    "952-06-05\n"
    "324M50000040049\t昭和二十四年大蔵省令第四十九号\t帳簿規則\t\t\tMinisterialOrdinance\t1949-06-"
    "01\n"
    "501RJNJ09006000\t令和元年人事院規則九―六\t人事院規則九―六（燈火手当）\t\t\tRule\t2019-06-05\n"
    "120IO0000000001\t明治二十年勅令\t石炭条約\t\t\tImperialOrder\t1887-01-01\n"
    "120IO0000000002\t明治二十年勅令\t灯油条約\t\t\tImperialOrder\t1887-02-01\n";

std::string ids(const Registry& registry, const std::vector<std::uint32_t>& rows) {
  std::string out;
  for (const auto row : rows) out.append(out.empty() ? "" : " ").append(registry[row].id);
  return out;
}

TEST(Registry, FindsLawsByEveryName) {
  const Registry registry = Registry::parse(kTsv, "r.tsv");
  EXPECT_TRUE(registry.problems().empty());
  constexpr std::pair<std::string_view, std::string_view> kRows[] = {
      {"ガス炉点検法", "501AC0000000002"},
      {"ｶﾞｽ炉点検法", "501AC0000000002"},
      {"「ガス炉」点検法", "501AC0000000002"},
      {"海ごみ法", "501AC0000000001"},
      {"海辺のごみ漂着物対策法", "501AC0000000001"},
      {"海辺のごみ･漂着物　対策法", "501AC0000000001"},
      {"うみべ", "501AC0000000001"},
      {"点検法", "501AC0000000002 501AC1000000003"},  // two laws, both are candidates
      {"abc船灯政令", "501CO0000000004"},
      {"人事院規則9-6", "501RJNJ09006000"},
      {"人事院規則九―六", "501RJNJ09006000"},
      {"燈火手当", ""},
      {"", ""},
      {"・", ""},
      {"海", ""},
  };
  for (const auto& [name, found] : kRows)
    EXPECT_EQ(ids(registry, registry.by_name(name)), found) << name;
  ASSERT_TRUE(registry.by_id("501CO0000000004"));
  EXPECT_EQ(registry[*registry.by_id("501CO0000000004")].promulgated, "2019-06-04");
  EXPECT_FALSE(registry.by_id("501CO0000000009"));
  EXPECT_FALSE(registry.by_id(""));
}

TEST(Registry, FindsLawsByNumber) {
  const Registry registry = Registry::parse(kTsv, "r.tsv");
  constexpr std::pair<std::string_view, std::string_view> kRows[] = {
      {"令和元年法律第三号", "501AC1000000003"},
      {"令和元年六月三日法律第三号", "501AC1000000003"},
      {"令和1年政令第4号", "501CO0000000004"},
      {"昭和二七年運輸・大蔵省令第五号", "327M50000840005"},
      {"昭和二十四年大蔵省令第四十九号", "324M50000040049"},
      {"明治二十年勅令", "120IO0000000001 120IO0000000002"},
      {"令和元年法律第四号", ""},
  };
  for (const auto& [text, found] : kRows) {
    EXPECT_EQ(ids(registry, registry.by_number(*corpus::parse_law_number(text))), found) << text;
  }
}

TEST(Registry, AmendingLawIds) {
  const Registry registry = Registry::parse(kTsv, "r.tsv");
  constexpr std::pair<std::string_view, std::string_view> kRows[] = {
      {"令和元年六月三日法律第三号", "501AC1000000003"},  // known: the House is known too
      {"平成二九年六月二一日法律第六七号　抄", "429AC0000000067"},
      {"平成二九年六月二一日政令第六七号", "429CO0000000067"},
      {"昭和４０年１１月５日国家公安委員会規則第５号", "340M50400000005"},
      {"平成元年六月二八日人事院規則九―六―一三", "401RJNJ09006013"},
      {"昭和二四年六月一日大蔵省令第四九号", "324M50000040049"},
      {"昭和五年六月三〇日逓信・鉄道省令", "-"},
      {"明治二十年勅令", "-"},  // two of them
      {"平成八年五月一一日", "-"},
      {"不明", "-"},
  };
  for (const auto& [text, id] : kRows)
    EXPECT_EQ(registry.amending_law_id(text).value_or("-"), id) << text;
}

TEST(Registry, ToleratesTableVariants) {
  const Registry registry = Registry::parse(
      "\xEF\xBB\xBFtitle\tlaw_"
      "id\tnote\r\n甲法\t501AC0000000001\tx\r\n\r\n乙法\t501ac\ty\r\n丙法\t501AC0000000003\r\n"
      "丁法\t501AC0000000004\tx\ty\n\xFF\t501AC0000000005\n",
      "r.tsv");
  ASSERT_EQ(registry.size(), 3u);
  EXPECT_EQ(registry[0].title, "甲法");
  EXPECT_EQ(registry[0].number, "");
  ASSERT_EQ(registry.problems().size(), 3u);
  EXPECT_EQ(registry.problems()[0].line, 4u);
  EXPECT_EQ(registry.problems()[1].line, 6u);
  EXPECT_EQ(registry.problems()[2].line, 7u);
}

TEST(Registry, BrokenFilesAreErrors) {
  EXPECT_THROW(Registry::parse("", "r.tsv"), corpus::Error);
  EXPECT_THROW(Registry::load("/nonexistent/registry.tsv"), corpus::Error);
  try {
    Registry::parse("501AC0000000001\t甲法\n", "r.tsv");
    FAIL();
  } catch (const corpus::Error& error) {
    EXPECT_EQ(error.where, "r.tsv:1");
    EXPECT_FALSE(error.hint.empty());
  }
}

TEST(Registry, TakesUpLawsItDoesNotKnow) {
  Registry registry = Registry::parse(kTsv, "r.tsv");
  const auto before = registry.size();
  registry.add({{.id = "501AC0000000001", .title = "別名"},
                {.id = "599AC0000000009", .title = "新燈台法"},
                {.id = "599AC0000000009", .title = "新燈台法"}});
  EXPECT_EQ(registry.size(), before + 1);
  EXPECT_EQ(ids(registry, registry.by_name("新燈台法")), "599AC0000000009");
  EXPECT_EQ(registry[*registry.by_id("501AC0000000001")].title, "海辺のごみ・漂着物対策法");
  const Registry moved = std::move(registry);
  EXPECT_EQ(ids(moved, moved.by_name("海ごみ法")), "501AC0000000001");
}

struct NameRow {
  std::string_view text;
  std::uint32_t scope;
  std::string_view found;  // the bytes matched, then the laws
};

TEST(LawNames, LongestNameAtAPlace) {
  const LawNames names({{"点検法", 1, NameKind::title},
                        {"点検法施行法", 2, NameKind::title},
                        {"点検法", 9, NameKind::abbreviation},
                        {"基本法", 3, NameKind::alias, 7},
                        {"基本法", 4, NameKind::abbreviation},
                        {"基本法", 5, NameKind::abbreviation},
                        {"船・灯法", 6, NameKind::title},
                        {"カキ法", 8, NameKind::title},
                        {"新法", 10, NameKind::alias, 7},
                        {"法", 11, NameKind::title},
                        {"", 12, NameKind::title}});
  constexpr NameRow kRows[] = {
      {"点検法第二条", 0, "点検法 1"},
      {"点検法施行法第二条", 0, "点検法施行法 2"},
      {"点検法施行令", 0, "点検法 1"},
      {"点検\n法第二条", 0, "点検\n法 1"},
      {"基本法", 0, "基本法 4 5"},
      {"基本法", 7, "基本法 3"},
      {"新法", 0, "-"},
      {"新法", 7, "新法 10"},
      {"船灯法・点検法", 0, "船灯法 6"},
      {"船･灯法", 0, "船･灯法 6"},
      {"ｶｷ法", 0, "ｶｷ法 8"},
      {"　点検法", 0, "-"},
      {"法", 0, "-"},
      {"", 0, "-"},
      {"点検", 0, "-"},
      {"\xFF点検法", 0, "-"},
  };
  for (const NameRow& row : kRows) {
    const auto match = names.longest_at(row.text, 0, row.scope);
    std::string found = "-";
    if (match) {
      found = row.text.substr(0, match->length);
      for (const auto law : match->laws) found += ' ' + std::to_string(law);
    }
    EXPECT_EQ(found, row.found) << row.text;
  }
  EXPECT_FALSE(names.longest_at("点検法", 99));
  EXPECT_TRUE(names.longest_at("又は点検法", std::string_view("又は").size()));
  EXPECT_FALSE(LawNames().longest_at("点検法", 0));
}

TEST(LawNames, ALongRunOfSpacesStaysLinear) {
  const LawNames names({{"点検法", 1, NameKind::title}});
  std::string text = "点" + std::string(300'000, ' ') + "検法";
  std::size_t found = 0;
  for (std::size_t at = 0; at < text.size(); ++at) found += names.longest_at(text, at) ? 1 : 0;
  EXPECT_EQ(found, 0u);
}

TEST(LawNames, EveryTitleOfTheNationIsFound) {
  const auto folder = tests::shared_folder();
  if (!folder) GTEST_SKIP() << tests::kNoShared;
  using Clock = std::chrono::steady_clock;
  const auto ms = [](auto a, auto b) {
    return std::chrono::duration<double, std::milli>(b - a).count();
  };
  const auto start = Clock::now();
  const Registry registry = Registry::load(*folder / "corpus" / "registry.tsv");
  const auto loaded = Clock::now();
  const LawNames names(registry.names(false));
  const auto built = Clock::now();
  EXPECT_TRUE(registry.problems().empty());
  const auto rows = *tests::registry_rows();
  ASSERT_EQ(registry.size(), rows.size());
  for (const auto& row : rows) {
    const auto found = registry.by_name(row[2]);
    const auto match = names.longest_at(row[2], 0);
    ASSERT_TRUE(match) << row[2];
    EXPECT_EQ(match->length, row[2].size());
    EXPECT_EQ(found, match->laws) << row[2];
    const auto own = *registry.by_id(row[0]);
    EXPECT_NE(std::find(found.begin(), found.end(), own), found.end()) << row[2];
    const auto numbered = registry.by_number(*corpus::parse_law_number(row[1]));
    EXPECT_NE(std::find(numbered.begin(), numbered.end(), own), numbered.end()) << row[1];
  }
  // Real text: every byte of the laws of the corpus.
  std::size_t bytes = 0, hits = 0;
  double scan = 0;
  for (const auto& file : std::filesystem::directory_iterator(*folder / "corpus" / "laws")) {
    std::ifstream stream(file.path());
    const std::string text((std::istreambuf_iterator<char>(stream)), {});
    const auto begin = Clock::now();
    for (std::size_t at = 0; at < text.size(); ++at) {
      if ((static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) continue;
      if (const auto match = names.longest_at(text, at)) {
        ++hits;
        at += match->length - 1;
      }
    }
    scan += ms(begin, Clock::now());
    bytes += text.size();
  }
  EXPECT_GT(hits, 1000u);
  std::cout << registry.size() << " laws loaded in " << ms(start, loaded) << " ms, " << names.size()
            << " names built in " << ms(loaded, built) << " ms; " << bytes / 1'000'000
            << " MB scanned in " << scan << " ms, " << hits << " names\n";
}

}  // namespace
