// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/analysis/normalize.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <random>
#include <sstream>

#include "indexer/analysis/kana_rules.h"
#include "indexer/analysis/letters.h"
#include "indexer/analysis/number_rules.h"

namespace indexer {
namespace {

using corpus::Span;

std::string text_of(std::string_view source) { return analysis::normalize(source).text; }

std::vector<std::string> words(std::string_view text) {
  std::istringstream in{std::string(text)};
  std::vector<std::string> out;
  for (std::string word; in >> word;) out.push_back(word);
  return out;
}

// 前→後 as the rule tables write their examples.
void expect_examples(std::string_view name, std::string_view examples, std::string_view not_in) {
  for (const std::string& example : words(examples)) {
    const std::size_t arrow = example.find("→");
    ASSERT_NE(arrow, std::string::npos) << name << ": " << example;
    const std::string before = example.substr(0, arrow);
    const std::string after = example.substr(arrow + std::string_view("→").size());
    EXPECT_NE(before, after) << name;
    EXPECT_EQ(text_of(before), after) << name;
    EXPECT_EQ(text_of("、" + before + "、"), "、" + after + "、") << name;
  }
  for (const std::string& word : words(not_in)) EXPECT_EQ(text_of(word), word) << name;
}

// Every invariant of the map, whatever the text.
void expect_sound(std::string_view source) {
  const analysis::Normalized once = analysis::normalize(source);
  EXPECT_FALSE(corpus::find_invalid_utf8(once.text).has_value());
  const analysis::Normalized twice = analysis::normalize(once.text);
  ASSERT_EQ(twice.text, once.text) << "from " << testing::PrintToString(std::string(source));
  std::size_t at = 0;
  Span last{0, 0};
  while (at < once.text.size()) {
    const std::size_t begin = at;
    corpus::next_code_point(once.text, at);
    const Span span = once.source_span({begin, at});
    ASSERT_LE(span.end, source.size());
    ASSERT_LT(span.begin, span.end);
    ASSERT_GE(span.begin, last.begin);
    ASSERT_GE(span.end, last.end);
    last = span;
  }
  const Span whole = once.source_span({0, once.text.size()});
  if (!once.text.empty()) {
    EXPECT_EQ(whole.end, last.end);
  }
}

TEST(Normalize, WidthAndCompatibility) {
  EXPECT_EQ(text_of("ＶＰＮ装置"), "vpn装置");
  EXPECT_EQ(text_of("ｻｲﾊﾞｰ"), "サイバー");
  EXPECT_EQ(text_of("㈱①㍿"), "(株)1株式会社");
  EXPECT_EQ(text_of("か\u3099"), "が");
  EXPECT_EQ(text_of("葛\U000E0100城"), "葛城");
  EXPECT_EQ(text_of("A\u200BB"), "ab");
}

TEST(Normalize, SignsOfOneKind) {
  for (const char* dash : {"―", "—", "‐", "－", "−", "–"}) EXPECT_EQ(text_of(dash), "-") << dash;
  for (const char* wave : {"〜", "～"}) EXPECT_EQ(text_of(wave), "~") << wave;
  for (const char* dot : {"・", "･", "·"}) EXPECT_EQ(text_of(dot), "・") << dot;
  EXPECT_EQ(text_of("サーバー"), "サーバー");
}

TEST(Normalize, OldKanji) {
  EXPECT_EQ(text_of("國會學校條例"), "国会学校条例");
  EXPECT_EQ(text_of("竊盜、瀆職、辯護士、臺灣"), "窃盗、涜職、弁護士、台湾");
  EXPECT_EQ(text_of("海\uFA45神\uFA19"), "海海神神");
  EXPECT_EQ(text_of("ゐゑヰヱ各〻"), "いえイエ各々");
}

TEST(Normalize, OldKanjiTableIsClosed) {
  struct Pair {
    char32_t old_form;
    char32_t new_form;
  };
  constexpr Pair kPairs[] = {
#include "indexer/analysis/old_kanji.inc"
  };
  EXPECT_GT(std::size(kPairs), 300U);
  for (const Pair& pair : kPairs) {
    std::string before;
    std::string after;
    corpus::append_code_point(before, pair.old_form);
    corpus::append_code_point(after, pair.new_form);
    EXPECT_EQ(text_of(before), after);
    EXPECT_EQ(text_of(after), after);
    EXPECT_EQ(std::count_if(std::begin(kPairs), std::end(kPairs),
                            [&](const Pair& other) { return other.old_form == pair.old_form; }),
              1)
        << before;
  }
}

TEST(KanaRules, EveryRuleHasExamplesThatHold) {
  for (const analysis::KanaRule& rule : analysis::kana_rules()) {
    EXPECT_FALSE(rule.examples.empty()) << rule.name;
    expect_examples(rule.name, rule.examples, rule.not_in);
  }
}

TEST(KanaRules, LargeAndSmallMeet) {
  EXPECT_EQ(text_of("報告があつた場合に限つて"), text_of("報告があった場合に限って"));
  EXPECT_EQ(text_of("コンピユータ"), "コンピュータ");
  EXPECT_EQ(text_of("いすゞ、こゝろ、バナヽ"), "いすず、こころ、バナナ");
  EXPECT_EQ(text_of("人々"), "人々");
  EXPECT_EQ(text_of("によりしようとする"), "によりしようとする");
  EXPECT_EQ(analysis::fold_small_kana("じゅうよう"), analysis::fold_small_kana("じゆうよう"));
}

TEST(NumberRules, EveryCounterHasExamplesThatHold) {
  for (const analysis::NumberRule& rule : analysis::number_rules()) {
    EXPECT_FALSE(rule.examples.empty()) << rule.counter;
    EXPECT_NE(rule.examples.find(rule.counter), std::string_view::npos) << rule.counter;
    if (rule.needs != analysis::NumberNeeds::any || !rule.unless_next.empty()) {
      EXPECT_TRUE(!rule.not_in.empty() || rule.needs == analysis::NumberNeeds::any ||
                  rule.counter == "銭")
          << rule.counter;
    }
    expect_examples(rule.counter, rule.examples, rule.not_in);
  }
}

TEST(NumberRules, OneNumberInEverySpelling) {
  for (const char* spelling : {"三十日", "30日", "３０日", "三〇日"})
    EXPECT_EQ(text_of(spelling), "30日") << spelling;
  for (const char* spelling : {"第百六十八条の二", "第168条の2", "第１６８條の２"}) {
    EXPECT_EQ(text_of(spelling), "第168条の2") << spelling;
  }
  for (const char* spelling : {"千二百", "１，２００", "1200", "1,200"})
    EXPECT_EQ(text_of(spelling), "1200") << spelling;
  for (const char* spelling : {"三百万円", "300万円", "3,000,000円", "３百万円", "三〇〇万円"}) {
    EXPECT_EQ(text_of(spelling), "3000000円") << spelling;
  }
  for (const char* spelling : {"三箇月", "三か月", "3ヶ月", "３カ月"})
    EXPECT_EQ(text_of(spelling), "3か月") << spelling;
  EXPECT_EQ(text_of("一〇"), "10");
  EXPECT_EQ(text_of("二億三千万人"), "230000000人");
}

TEST(NumberRules, Ordinals) {
  EXPECT_EQ(text_of("別表第一の二"), "別表第1の2");
  EXPECT_EQ(text_of("別表第一備考"), "別表第1備考");
  EXPECT_EQ(text_of("様式第二及び様式第三"), "様式第2及び様式第3");
  EXPECT_EQ(text_of("第十二条の二の三第一項第四号の五"), "第12条の2の3第1項第4号の5");
  EXPECT_EQ(text_of("第三条の二及び第五条の三前段"), "第3条の2及び第5条の3前段");
  EXPECT_EQ(text_of("第三章の二、第九十六条ノ二"), "第3章の2、第96条ノ2");
  EXPECT_EQ(text_of("令和元年法律第三号"), "令和1年法律第3号");
}

TEST(NumberRules, WordsStayWords) {
  for (const char* word : {"一般",       "一部",     "一定",       "一切",     "二重",
                           "十分な措置", "千代田区", "八街市",     "八戸市",   "四半期",
                           "第三者",     "第三国人", "三者協議会", "九州",     "四国",
                           "四日市市",   "一時金",   "同一人",     "統一的",   "万一",
                           "数十人",     "百貨店",   "唯一",       "三位一体", "附則第三条の一部",
                           "一方",       "二次電池", "五十音順",   "第一線",   "第三債務者",
                           "〇〇大臣"}) {
    const std::string expected =
        std::string_view(word) == "附則第三条の一部" ? "附則第3条の一部" : word;
    EXPECT_EQ(text_of(word), expected);
  }
}

TEST(NumberRules, ImpossibleNumeralsStay) {
  for (const char* run : {"百千円", "二三十人", "二三万円", "万円", "一億一億円",
                          "九九九九九九九九九兆円", "1,00円"}) {
    EXPECT_EQ(text_of(run), run);
  }
}

TEST(Map, LeadsBackToTheSource) {
  const std::string source = "㈱甲は、第百六十八條の二の三十日前に";
  const analysis::Normalized out = analysis::normalize(source);
  const auto source_of = [&](std::string_view part) {
    const std::size_t at = out.text.find(part);
    return std::string(out.source_span({at, at + part.size()}).of(source));
  };
  EXPECT_EQ(out.text, "(株)甲は、第168条の2の30日前に");
  EXPECT_EQ(source_of("168条"), "百六十八條");
  EXPECT_EQ(source_of("6"), "百六十八");
  EXPECT_EQ(source_of("30日"), "三十日");
  EXPECT_EQ(source_of("株"), "㈱");
  EXPECT_EQ(source_of("甲は"), "甲は");
  EXPECT_EQ(out.source_span({0, out.text.size()}), (Span{0, source.size()}));
}

TEST(Map, KeepsDroppedSelectorsWithTheirLetter) {
  const std::string source = "葛\U000E0100城";
  const analysis::Normalized out = analysis::normalize(source);
  EXPECT_EQ(out.source_span({0, 3}).of(source), "葛\U000E0100");
}

// Letters on which the rules act, the marks that combine with them, and bytes that are no UTF-8.
std::string random_text(std::mt19937& random) {
  static const std::vector<std::string> kPieces = {"一",
                                                   "二",
                                                   "三",
                                                   "十",
                                                   "百",
                                                   "千",
                                                   "万",
                                                   "億",
                                                   "〇",
                                                   "壱",
                                                   "第",
                                                   "条",
                                                   "項",
                                                   "の",
                                                   "分",
                                                   "日",
                                                   "月",
                                                   "箇",
                                                   "ヶ",
                                                   "元",
                                                   "令和",
                                                   "年",
                                                   "パーセント",
                                                   "%",
                                                   "・",
                                                   ",",
                                                   ".",
                                                   "1",
                                                   "２",
                                                   "05",
                                                   "つ",
                                                   "っ",
                                                   "て",
                                                   "た",
                                                   "か",
                                                   "あ",
                                                   "は",
                                                   "ツ",
                                                   "ッ",
                                                   "カ",
                                                   "ユ",
                                                   "ヤ",
                                                   "シ",
                                                   "フ",
                                                   "ア",
                                                   "ゝ",
                                                   "ゞ",
                                                   "ヽ",
                                                   "ヾ",
                                                   "ﾞ",
                                                   "\u3099",
                                                   "\u309A",
                                                   "\u0301",
                                                   "\u0344",
                                                   "\u0323",
                                                   "ｶ",
                                                   "ﾊ",
                                                   "㈱",
                                                   "①",
                                                   "㌔",
                                                   "ﷺ",
                                                   "國",
                                                   "会",
                                                   "海",
                                                   "ゐ",
                                                   "ヰ",
                                                   "ヸ",
                                                   "가",
                                                   "ᄀ",
                                                   "ᅡ",
                                                   "ᆨ",
                                                   "A",
                                                   "ß",
                                                   "İ",
                                                   "－",
                                                   "〜",
                                                   "\u200B",
                                                   "\U000E0100",
                                                   "\u00AD",
                                                   "\xFF",
                                                   "\xE3",
                                                   "\x80",
                                                   "\xED\xA0\x80",
                                                   std::string(1, '\0'),
                                                   "\n",
                                                   " ",
                                                   "　",
                                                   "人",
                                                   "同",
                                                   "数",
                                                   "市",
                                                   "以上",
                                                   "倍",
                                                   "℃",
                                                   "\U0002F800",
                                                   "\U0001F600",
                                                   "゛",
                                                   "ー",
                                                   "ドイ",
                                                   "シャ",
                                                   "わ",
                                                   "せ",
                                                   "と",
                                                   "も",
                                                   "ぱ"};
  std::string out;
  const std::size_t count = random() % 12;
  for (std::size_t i = 0; i < count; ++i) out += kPieces[random() % kPieces.size()];
  return out;
}

TEST(Properties, RandomText) {
  std::mt19937 random(20260701);
  for (int i = 0; i < 100000 && !HasFatalFailure(); ++i) expect_sound(random_text(random));
}

TEST(Properties, EveryCodePoint) {
  for (char32_t c = 0; c < 0x110000 && !HasFatalFailure(); ++c) {
    if (c >= 0xD800 && c < 0xE000) continue;
    std::string source = "あ";
    corpus::append_code_point(source, c);
    expect_sound(source + "い");
  }
}

TEST(Properties, RandomBytes) {
  std::mt19937 random(7);
  for (int i = 0; i < 5000 && !HasFatalFailure(); ++i) {
    std::string bytes(random() % 40, '\0');
    for (char& byte : bytes) byte = static_cast<char>(random());
    expect_sound(bytes);
  }
}

TEST(Properties, WidthChangesNothing) {
  const std::string half = "IP アドレス (VPN) 第5条 30日, A-Z 100%";
  std::string full;
  for (std::size_t at = 0; at < half.size();) {
    const char32_t c = corpus::next_code_point(half, at);
    corpus::append_code_point(full, c == U' ' ? U'　' : c < 0x7F ? c + 0xFEE0 : c);
  }
  EXPECT_EQ(text_of(full), text_of(half));
}

double seconds_for(const std::string& text) {
  const auto begin = std::chrono::steady_clock::now();
  const analysis::Normalized out = analysis::normalize(text);
  EXPECT_FALSE(out.pieces.empty());
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

std::string repeated(std::string_view piece, std::size_t bytes) {
  std::string out;
  while (out.size() < bytes) out += piece;
  return out;
}

TEST(Properties, LinearOnHostileText) {
  for (const char* piece :
       {"（", "（「", "\u3099", "\u0323\u0301", "一", "一,1", "1,", "の二", "十・", "ゝ", "つ",
        "\xFF", "①", "国の機関は第五条の報告をしなければならない"}) {
    const std::string small = repeated(piece, 100'000);
    const std::string large = repeated(piece, 1'000'000);
    seconds_for(small);
    const double once = seconds_for(small);
    // Ten times the text; twenty leaves room for a busy machine, quadratic would be a hundred.
    EXPECT_LT(seconds_for(large), 20 * once + 0.2) << piece;
  }
  expect_sound(repeated("（", 30'000));
}

TEST(Properties, EmptyAndNul) {
  EXPECT_EQ(text_of(""), "");
  EXPECT_EQ(analysis::normalize("").source_span({0, 0}), (Span{0, 0}));
  EXPECT_EQ(text_of(std::string_view("a\0b", 3)), "a b");
  EXPECT_EQ(text_of("甲\xFF乙"), "甲\uFFFD乙");
  expect_sound(repeated("\u200B", 3000));
}

}  // namespace
}  // namespace indexer
