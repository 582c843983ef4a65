// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/analysis/user_dictionary.h"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>

#include "corpus/error.h"
#include "indexer/analysis/morphemes.h"

namespace indexer {
namespace {

namespace fs = std::filesystem;

class UserDictionary : public testing::Test {
 protected:
  void SetUp() override {
    std::string name = (fs::temp_directory_path() / "jobun dictionary XXXXXX").string();
    ASSERT_NE(mkdtemp(name.data()), nullptr);
    dir_ = name;
  }
  void TearDown() override { fs::remove_all(dir_); }

  fs::path build(const std::vector<analysis::DictionaryEntry>& entries) {
    return analysis::build_user_dictionary(entries, dir_);
  }

  static std::string segmented(analysis::Tagger& tagger, std::string_view text) {
    std::string out;
    for (const analysis::Morpheme& morpheme : tagger.parse(text)) {
      if (!out.empty()) out += '|';
      out += morpheme.span.of(text);
    }
    return out;
  }

  fs::path dir_;  // its name has spaces: arguments are not split
};

TEST_F(UserDictionary, EntriesWinOverTheirParts) {
  const analysis::Dictionary dictionary(
      build({{"重要電子計算機", "", analysis::EntryKind::term},
             {"特定重要電子計算機", "", analysis::EntryKind::term}}));
  analysis::Tagger tagger(dictionary, analysis::Tagger::With::user);
  EXPECT_EQ(segmented(tagger, "重要電子計算機の届出"), "重要電子計算機|の|届出");
  EXPECT_EQ(segmented(tagger, "特定重要電子計算機を導入した"), "特定重要電子計算機|を|導入|し|た");
  analysis::Tagger plain(dictionary, analysis::Tagger::With::system);
  EXPECT_EQ(segmented(plain, "重要電子計算機の届出"), "重要|電子|計算|機|の|届出");
}

TEST_F(UserDictionary, ShortEntriesDoNotCutWords) {
  const analysis::Dictionary dictionary(build({{"法", "", analysis::EntryKind::abbreviation},
                                               {"協定", "", analysis::EntryKind::term},
                                               {"国", "", analysis::EntryKind::term},
                                               {"令", "", analysis::EntryKind::abbreviation}}));
  analysis::Tagger tagger(dictionary, analysis::Tagger::With::user);
  EXPECT_EQ(segmented(tagger, "法律の方法"), "法律|の|方法");
  EXPECT_EQ(segmented(tagger, "国際的な命令"), "国際|的|な|命令");
  EXPECT_EQ(segmented(tagger, "国は"), "国|は");
}

TEST_F(UserDictionary, SurfacesAreNormalised) {
  const analysis::Dictionary dictionary(
      build({{"第三種ＶＰＮ裝置", "", analysis::EntryKind::term}}));
  analysis::Tagger tagger(dictionary, analysis::Tagger::With::user);
  EXPECT_EQ(segmented(tagger, "第3種vpn装置を"), "第3種vpn装置|を");
}

TEST_F(UserDictionary, ReadingsAreKept) {
  const analysis::Dictionary dictionary(
      build({{"甲乙基盤", "こうおつきばん", analysis::EntryKind::term},
             {"当事者協定", "", analysis::EntryKind::term}}));
  analysis::Tagger tagger(dictionary, analysis::Tagger::With::user);
  const auto given = tagger.parse("甲乙基盤");
  ASSERT_EQ(given.size(), 1U);
  EXPECT_TRUE(given[0].lexeme->user);
  EXPECT_EQ(given[0].lexeme->reading, "コウオツキバン");
  const auto made = tagger.parse("当事者協定");
  ASSERT_EQ(made.size(), 1U);
  EXPECT_EQ(made[0].lexeme->reading, "トウジシャキョウテイ");
}

TEST_F(UserDictionary, HostileEntries) {
  const fs::path path = build({{"引用\"符、と,コンマ", "ヨミ,\"x\n", analysis::EntryKind::term},
                               {"改行\nあり", "", analysis::EntryKind::term},
                               {"", "", analysis::EntryKind::term},
                               {"の", "", analysis::EntryKind::term},
                               {"123", "", analysis::EntryKind::term},
                               {std::string(5000, 'a'), "", analysis::EntryKind::term},
                               {"壊れた\xFF字", "", analysis::EntryKind::term},
                               {std::string("零\0字", 7), "", analysis::EntryKind::term},
                               {"#頭", "", analysis::EntryKind::term},
                               {"協定", "", analysis::EntryKind::term},
                               {"協定", "べつ", analysis::EntryKind::term}});
  ASSERT_FALSE(path.empty());
  const analysis::Dictionary dictionary(path);
  analysis::Tagger tagger(dictionary, analysis::Tagger::With::user);
  EXPECT_EQ(segmented(tagger, "引用\"符、と,コンマを"), "引用\"符、と,コンマ|を");
  EXPECT_EQ(tagger.parse("協定")[0].lexeme->reading, "キョウテイ");
  EXPECT_EQ(segmented(tagger, "その"), "その");
}

TEST_F(UserDictionary, NothingToBuild) {
  EXPECT_TRUE(build({}).empty());
  EXPECT_TRUE(build({{"の", "", analysis::EntryKind::term}}).empty());
}

TEST_F(UserDictionary, ThirtyThousandEntriesInSilence) {
  std::vector<analysis::DictionaryEntry> entries;
  constexpr std::string_view kLetters[] = {"特", "定", "重", "要", "電",
                                           "子", "計", "算", "機", "器"};
  for (int i = 0; i < 30000; ++i) {
    std::string surface = "第";
    for (int n = i, k = 0; k < 5; ++k, n /= 10) surface += kLetters[n % 10];
    entries.push_back({surface + "基盤", "", analysis::EntryKind::term});
  }
  testing::internal::CaptureStdout();
  testing::internal::CaptureStderr();
  const fs::path path = build(entries);
  EXPECT_EQ(testing::internal::GetCapturedStdout(), "");
  EXPECT_EQ(testing::internal::GetCapturedStderr(), "");
  const analysis::Dictionary dictionary(path);
  analysis::Tagger tagger(dictionary, analysis::Tagger::With::user);
  EXPECT_EQ(segmented(tagger, entries[12345].surface + "は"), entries[12345].surface + "|は");
  EXPECT_EQ(std::distance(fs::directory_iterator(dir_), fs::directory_iterator()), 1)
      << "only the dictionary is left";
}

TEST_F(UserDictionary, AnUnwritableDirectoryIsAnError) {
  const fs::path file = dir_ / "file";
  std::ofstream(file) << "x";
  EXPECT_THROW(analysis::build_user_dictionary(
                   std::vector<analysis::DictionaryEntry>{{"協定", "", analysis::EntryKind::term}},
                   file / "below"),
               corpus::Error);
}

TEST_F(UserDictionary, ADictionaryThatIsNoneIsAnError) {
  const fs::path file = dir_ / "broken.dic";
  std::ofstream(file) << "not a dictionary";
  EXPECT_THROW(analysis::Dictionary{file}, corpus::Error);
  EXPECT_THROW(analysis::Dictionary{dir_ / "missing.dic"}, corpus::Error);
}

TEST_F(UserDictionary, AMissingSystemDictionaryNamesThePackage) {
  ASSERT_EQ(setenv("JOBUN_MECAB_DIC", dir_.c_str(), 1), 0);
  try {
    analysis::system_dictionary();
    ADD_FAILURE() << "no error";
  } catch (const corpus::Error& error) {
    EXPECT_NE(error.hint.find("mecab-ipadic-utf8"), std::string::npos);
    EXPECT_EQ(error.where, dir_.string());
  }
  unsetenv("JOBUN_MECAB_DIC");
}

std::vector<std::string> candidates(std::string_view text) {
  std::vector<std::string> out;
  for (const corpus::Span span : analysis::term_candidates(text)) out.emplace_back(span.of(text));
  return out;
}

TEST(TermCandidates, WhatATextDeclares) {
  using Terms = std::vector<std::string>;
  EXPECT_EQ(candidates("この法律において「検査装置」とは、次に掲げる装置をいう。"),
            Terms{"検査装置"});
  EXPECT_EQ(candidates("当該装置（以下「対象装置」という。）を用いる者"), Terms{"対象装置"});
  EXPECT_EQ(candidates("指定を受けた者（以下この条において「指定者」という。）"), Terms{"指定者"});
  EXPECT_EQ(candidates("甲及び乙（以下「甲乙」と総称する。）"), Terms{"甲乙"});
  EXPECT_EQ(candidates("第五条中「大臣」とあるのは「長官」と読み替える。"), Terms{});
  EXPECT_EQ(candidates("看板に「危険」という文字を記す。"), Terms{});
  EXPECT_EQ(candidates("「閉じない"), Terms{});
  EXPECT_EQ(candidates("「」とは、"), Terms{});
  EXPECT_EQ(candidates(""), Terms{});
}

TEST(TermCandidates, HostileTextIsLinear) {
  std::string text;
  for (int i = 0; i < 200000; ++i) text += "「";
  EXPECT_TRUE(analysis::term_candidates(text).empty());
}

}  // namespace
}  // namespace indexer
