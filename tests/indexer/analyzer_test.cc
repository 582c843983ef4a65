// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/analysis/analyzer.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <random>
#include <thread>

#include "indexer/analysis/number_rules.h"
#include "indexer/analysis/spelling.h"
#include "indexer/analysis/user_dictionary.h"

#include "tests/support/shared.h"

namespace indexer {
namespace {

namespace fs = std::filesystem;

// One dictionary for all tests: it is read only.
const analysis::Dictionary& dictionary() {
  static const analysis::Dictionary kDictionary = [] {
    std::string name = (fs::temp_directory_path() / "jobun-analyzer-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("mkdtemp");
    const std::vector<analysis::DictionaryEntry> entries = {
        {"重要電子計算機", "", analysis::EntryKind::term},
        {"特定重要電子計算機", "", analysis::EntryKind::term},
        {"特別社会基盤事業者", "", analysis::EntryKind::term},
        {"協定", "", analysis::EntryKind::term},
        {"当事者協定", "", analysis::EntryKind::term},
        {"届出", "", analysis::EntryKind::term},
        {"国の行政機関", "", analysis::EntryKind::term},
        {"個人情報の保護に関する法律", "", analysis::EntryKind::law_title},
        {"甲乙基盤", "かぶおつきばん", analysis::EntryKind::term},
    };
    analysis::Dictionary out(build_user_dictionary(entries, name));
    fs::remove_all(name);
    return out;
  }();
  return kDictionary;
}

analysis::Analyzer& analyzer() {
  static analysis::Analyzer kAnalyzer(dictionary());
  return kAnalyzer;
}

std::string terms(std::string_view text, analysis::Kind kind = analysis::Kind::word) {
  std::string out;
  for (const analysis::Token& token : analyzer().analyze(text)) {
    if (token.kind != kind) continue;
    if (!out.empty()) out += ' ';
    out += token.term;
  }
  return out;
}

bool has_term(std::string_view text, std::string_view term, analysis::Kind kind) {
  const auto tokens = analyzer().analyze(text);
  return std::any_of(tokens.begin(), tokens.end(), [&](const analysis::Token& token) {
    return token.kind == kind && token.term == term;
  });
}

void expect_sound(std::string_view text, const std::vector<analysis::Token>& tokens) {
  std::uint32_t last = 0;
  for (const analysis::Token& token : tokens) {
    ASSERT_FALSE(token.term.empty());
    ASSERT_LE(token.term.size(), analysis::kMostTermBytes);
    ASSERT_FALSE(corpus::find_invalid_utf8(token.term).has_value());
    ASSERT_GE(token.position, 1U);
    ASSERT_LT(token.source.begin, token.source.end);
    ASSERT_LE(token.source.end, text.size());
    if (token.kind != analysis::Kind::word) continue;
    ASSERT_GT(token.position, last) << "every word has a position of its own";
    last = token.position;
  }
}

TEST(Analyzer, TheExampleOfTheHeader) {
  const auto tokens = analyzer().analyze("特定重要電子計算機を届け出なければ");
  EXPECT_EQ(to_string(tokens, analysis::Kind::word), "特定@1 重要@2 電子@3 計算@4 機@5 届出@6");
  EXPECT_EQ(to_string(tokens, analysis::Kind::compound), "特定重要電子計算機@1");
  EXPECT_EQ(to_string(tokens, analysis::Kind::reading),
            "とくていじゆうようでんしけいさんき@1 とどけでる@6");
  EXPECT_EQ(to_string(tokens, analysis::Kind::negation), "ない@6");
}

TEST(Analyzer, ExactTermsAreNotMixedUp) {
  EXPECT_TRUE(has_term("重要電子計算機の利用", "重要電子計算機", analysis::Kind::compound));
  EXPECT_FALSE(has_term("特定重要電子計算機の利用", "重要電子計算機", analysis::Kind::compound));
  EXPECT_FALSE(has_term("未確認重要電子計算機の利用", "重要電子計算機", analysis::Kind::compound));
  EXPECT_TRUE(has_term("当該重要電子計算機の利用", "重要電子計算機", analysis::Kind::compound));
  EXPECT_TRUE(has_term("各重要電子計算機等", "重要電子計算機", analysis::Kind::compound));
  EXPECT_TRUE(has_term("協定を結ぶ", "協定", analysis::Kind::compound));
  EXPECT_FALSE(has_term("当事者協定を結ぶ", "協定", analysis::Kind::compound));
  EXPECT_TRUE(has_term("第五条の国の行政機関は", "国の行政機関", analysis::Kind::compound));
}

TEST(Analyzer, RunsOfNounsAreCompounds) {
  EXPECT_EQ(terms("電磁的記録媒体等を検査する", analysis::Kind::compound), "電磁的記録媒体");
  EXPECT_EQ(terms("当該検査装置", analysis::Kind::compound), "検査装置");
  EXPECT_EQ(terms("第一種検査装置", analysis::Kind::compound), "検査装置");
  EXPECT_EQ(terms("報告", analysis::Kind::compound), "");
  EXPECT_EQ(terms("検査その他の処分", analysis::Kind::compound), "");
}

// A term's words are found, one behind the other, wherever the term stands.
TEST(Analyzer, WordsDoNotDependOnTheContext) {
  const std::vector<std::string> kTerms = {"特定重要電子計算機",
                                           "重要電子計算機",
                                           "電子計算機",
                                           "特別社会基盤事業者",
                                           "社会基盤事業者",
                                           "協定",
                                           "当事者協定",
                                           "届出",
                                           "届け出",
                                           "取消し",
                                           "取り消し",
                                           "引渡し",
                                           "不服申立て",
                                           "貸付け",
                                           "報告",
                                           "行政機関",
                                           "国の行政機関",
                                           "サイバーセキュリティ",
                                           "検査装置",
                                           "三十日",
                                           "30日以内",
                                           "第五条の二",
                                           "第百六十八条の二第一項",
                                           "内閣総理大臣",
                                           "都道府県知事",
                                           "電気通信事業者",
                                           "個人情報の保護に関する法律",
                                           "指定",
                                           "ばい煙",
                                           "ただし書",
                                           "通信情報",
                                           "委員会",
                                           "監理委員会",
                                           "ＶＰＮ装置",
                                           "おそれ",
                                           "あらかじめ"};
  const std::vector<std::pair<std::string, std::string>> kFrames = {
      {"", ""},
      {"", "の"},
      {"甲は、", "について報告しなければならない。"},
      {"（", "）"},
      {"大臣が定める", "に係るものに限る。"},
      {"前条に規定する", "及び乙"},
      {"当該", "は、直ちに"},
      {"第三条第一項の", "であつて"},
      {"「", "」とは、次のものをいう。"},
  };
  int pairs = 0;
  for (const std::string& term : kTerms) {
    const std::string alone = ' ' + terms(term) + ' ';
    ASSERT_NE(alone, "  ") << term;
    for (const auto& [before, behind] : kFrames) {
      const std::string text = before + term + behind;
      EXPECT_NE((' ' + terms(text) + ' ').find(alone), std::string::npos)
          << term << " in " << text << ": " << terms(text);
      ++pairs;
    }
  }
  EXPECT_GT(pairs, 300);
}

TEST(Analyzer, TermsInsideLongerTerms) {
  const std::vector<std::pair<std::string, std::string>> kPairs = {
      {"重要電子計算機", "特定重要電子計算機届出台帳"},
      {"電子計算機", "特定重要電子計算機"},
      {"社会基盤事業者", "特別社会基盤事業者"},
      {"取消", "許可取消処分"},
      {"申立て", "不服申立て期間"},
      {"事務局", "審議会事務局長"},
      {"都道府県", "都道府県警察本部"},
      {"サイバー", "サイバーセキュリティ対策"},
      {"5条1項", "第五条第一項"},
      {"第五条", "第五条の二"},
      {"通信事業", "電気通信事業法"},
      {"行政機関", "関係行政機関等"},
  };
  for (const auto& [term, longer] : kPairs) {
    EXPECT_NE((' ' + terms(longer) + ' ').find(' ' + terms(term) + ' '), std::string::npos)
        << terms(term) << " in " << terms(longer);
  }
}

TEST(Analyzer, OneTermInEverySpelling) {
  const std::vector<std::vector<std::string>> kSame = {
      {"取消し", "取り消し", "取消", "取り消す", "取り消した"},
      {"引渡し", "引き渡し", "引渡", "引き渡す"},
      {"届出", "届け出", "届け出る", "届け出なければ"},
      {"貸付け", "貸し付け", "貸付", "貸し付ける"},
      {"不服申立て", "不服申し立て", "不服申立"},
      {"三十日", "30日", "３０日", "三〇日"},
      {"第百六十八条の二", "第168条の2", "168条の2", "百六十八条ノ二"},
      {"サーバー", "サーバ", "ｻｰﾊﾞｰ"},
      {"國會", "国会"},
      {"五パーセント", "5%", "５％"},
      {"三箇月", "3か月", "三ヶ月"},
      {"報告があつた", "報告があった"},
      {"行なう", "行う"},
      {"コンピユータ", "コンピュータ"},
      {"定めるところにより", "定めたところにより"},
  };
  for (const auto& spellings : kSame) {
    for (const std::string& spelling : spellings)
      EXPECT_EQ(terms(spelling), terms(spellings[0])) << spelling;
  }
  EXPECT_NE(terms("組合せ"), terms("組合"));
}

TEST(Analyzer, NegationsAndObligations) {
  EXPECT_EQ(terms("報告しない", analysis::Kind::negation), "ない");
  EXPECT_EQ(terms("報告せず", analysis::Kind::negation), "ない");
  EXPECT_EQ(terms("正当な理由がなく", analysis::Kind::negation), "ない");
  EXPECT_EQ(terms("報告しなければならない", analysis::Kind::negation), "");
  EXPECT_EQ(terms("報告をしてはならない", analysis::Kind::negation), "ない");
  EXPECT_EQ(to_string(analyzer().analyze("報告しない者"), analysis::Kind::word), "報告@1 者@2");
}

TEST(Analyzer, GrammarTakesNoPosition) {
  EXPECT_EQ(to_string(analyzer().analyze("報告をした者に対し、検査をすることができる"),
                      analysis::Kind::word),
            "報告@1 者@2 検査@3");
  EXPECT_EQ(to_string(analyzer().analyze("報告。検査"), analysis::Kind::word),
            "報告@1 検査@" + std::to_string(2 + analysis::kSentenceGap));
  EXPECT_EQ(to_string(analyzer().analyze("報告\t検査\n指定"), analysis::Kind::word),
            "報告@1 検査@" + std::to_string(2 + analysis::kSentenceGap) + " 指定@" +
                std::to_string(3 + 2 * analysis::kSentenceGap));
}

TEST(Analyzer, Readings) {
  for (const char* query : {"とくていじゅうようでんしけいさんき",
                            "トクテイジュウヨウデンシケイサンキ", "ﾄｸﾃｲｼﾞｭｳﾖｳﾃﾞﾝｼｹｲｻﾝｷ"}) {
    EXPECT_TRUE(
        has_term("特定重要電子計算機を", analysis::reading_term(query), analysis::Kind::reading))
        << query;
    EXPECT_TRUE(has_term(query, analysis::reading_term(query), analysis::Kind::reading)) << query;
  }
  EXPECT_TRUE(
      has_term("甲乙基盤を", analysis::reading_term("かぶおつきばん"), analysis::Kind::reading))
      << "the entry's own";
  EXPECT_TRUE(has_term("サイバー攻撃を", analysis::reading_term("さいばーこうげき"),
                       analysis::Kind::reading));
  EXPECT_TRUE(has_term("協定を", "きようてい", analysis::Kind::reading));
  EXPECT_NE(analysis::reading_term("つづき"), analysis::reading_term("つずき"));
}

TEST(Analyzer, SourcesAreTheWordsAsWritten) {
  const std::string text = "ｻｲﾊﾞｰ攻撃を三十日以内に届け出た者";
  std::vector<std::string> written;
  for (const analysis::Token& token : analyzer().analyze(text)) {
    if (token.kind == analysis::Kind::word) written.emplace_back(token.source.of(text));
  }
  EXPECT_EQ(written,
            (std::vector<std::string>{"ｻｲﾊﾞｰ", "攻撃", "三十", "日", "以内", "届け出", "者"}));
}

TEST(Analyzer, LongTermsAreHashed) {
  std::string text;
  for (int i = 0; i < 300; ++i) text += 'x';
  const auto tokens = analyzer().analyze(text);
  ASSERT_EQ(tokens.size(), 1U);
  EXPECT_EQ(tokens[0].term.size(), analysis::kMostTermBytes);
  EXPECT_NE(tokens[0].term, analyzer().analyze(text + "y")[0].term);
  std::string kanji;
  for (int i = 0; i < 100; ++i) kanji += "亜";
  EXPECT_FALSE(corpus::find_invalid_utf8(analysis::bounded_term(kanji)).has_value());
  EXPECT_LE(analysis::bounded_term(kanji).size(), analysis::kMostTermBytes);
}

TEST(Analyzer, HostileInput) {
  std::vector<std::string> texts = {"",
                                    std::string("\0\0", 2),
                                    "\xFF\xFE",
                                    "甲\xE3\x81乙",
                                    "。。。",
                                    "（（（",
                                    "第",
                                    "1.",
                                    ".1.2",
                                    "％",
                                    "\xF0\x9F\x98\x80",
                                    "々々",
                                    "ーーー",
                                    "ー",
                                    "なければならない",
                                    "\u0301",
                                    "1,1,1"};
  std::mt19937 random(11);
  for (int i = 0; i < 300; ++i) {
    std::string bytes(random() % 60, '\0');
    for (char& byte : bytes) byte = static_cast<char>(random());
    texts.push_back(bytes);
  }
  for (const std::string& text : texts) expect_sound(text, analyzer().analyze(text));
}

TEST(Analyzer, AMegabyteOnOneLine) {
  for (const char* piece : {"特定重要電子計算機", "サイバー", "あ", "（", "一", "特定の検査、", "a",
                            "\xFF", "1.", "し申立て"}) {
    std::string text;
    while (text.size() < 1'000'000) text += piece;
    const auto begin = std::chrono::steady_clock::now();
    const auto tokens = analyzer().analyze(text);
    const double seconds =
        std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    expect_sound(text, tokens);
    EXPECT_LT(seconds, 20) << piece;
  }
}

TEST(Analyzer, OnePerThread) {
  const std::string text =
      "特別社会基盤事業者は、特定重要電子計算機を導入したときは、三十日以内に届け出なければならない"
      "。";
  const auto expected = to_string(analyzer().analyze(text), analysis::Kind::word);
  std::vector<std::string> results(4);
  std::vector<std::thread> threads;
  for (std::string& result : results) {
    threads.emplace_back([&result, &text] {
      analysis::Analyzer mine(dictionary());
      for (int i = 0; i < 200; ++i) result = to_string(mine.analyze(text), analysis::Kind::word);
    });
  }
  for (std::thread& thread : threads) thread.join();
  for (const std::string& result : results) EXPECT_EQ(result, expected);
}

TEST(Spelling, TableRowsHoldAndStay) {
  for (const analysis::SpellingRow& row : analysis::spelling_table()) {
    EXPECT_FALSE(row.why.empty()) << row.written;
    EXPECT_EQ(analysis::word_term(row.written), analysis::word_term(row.term)) << row.written;
    EXPECT_EQ(analysis::word_term(analysis::word_term(row.written)),
              analysis::word_term(row.written))
        << row.written;
  }
  EXPECT_EQ(analysis::word_term("女の子"), "女の子");
  EXPECT_EQ(analysis::word_term("定める"), "定める");
  EXPECT_EQ(analysis::word_term("コピー"), "コピー");
}

// The text of every law at hand, one provision's sentence a line.
std::vector<std::string> sentences(std::size_t most) {
  std::vector<std::string> out;
  const auto shared = support::shared_folder();
  if (!shared) return out;
  for (const auto& file : fs::directory_iterator(*shared / "corpus" / "laws")) {
    std::ifstream in(file.path());
    const std::string xml{std::istreambuf_iterator<char>(in), {}};
    constexpr std::string_view kOpen = "<Sentence";
    constexpr std::string_view kClose = "</Sentence>";
    for (std::size_t at = xml.find(kOpen); at != std::string::npos && out.size() < most;
         at = xml.find(kOpen, at)) {
      const std::size_t begin = xml.find('>', at) + 1;
      const std::size_t end = xml.find(kClose, begin);
      if (end == std::string::npos) break;
      if (xml[begin] != '<') out.push_back(xml.substr(begin, end - begin));
      at = end;
    }
  }
  return out;
}

// Every compound of real sentences, analysed alone, gives the words it gave there.
TEST(RealText, CompoundsAloneAndInTheirSentence) {
  const auto texts = sentences(5000);
  if (texts.empty()) GTEST_SKIP() << "skipped: no real statutes here (set JOBUN_SHARED)";
  std::size_t all = 0;
  std::size_t differ = 0;
  for (const std::string& text : texts) {
    const auto tokens = analyzer().analyze(text);
    expect_sound(text, tokens);
    for (const analysis::Token& compound : tokens) {
      if (compound.kind != analysis::Kind::compound) continue;
      std::string inside;
      for (const analysis::Token& token : tokens) {
        if (token.kind != analysis::Kind::word || !compound.source.contains(token.source)) continue;
        inside += (inside.empty() ? "" : " ") + token.term;
      }
      ++all;
      if (inside != terms(compound.source.of(text))) ++differ;
    }
  }
  EXPECT_GT(all, 1000U);
  EXPECT_LT(static_cast<double>(differ), 0.001 * static_cast<double>(all))
      << differ << " of " << all;
}

}  // namespace
}  // namespace indexer
