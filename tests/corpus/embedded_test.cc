// SPDX-License-Identifier: GPL-2.0-or-later
// The digest corpus that comes with the program: what its README promises.
#include <gtest/gtest.h>

#include <filesystem>
#include <map>
#include <string>

#include "corpus/law_files.h"
#include "corpus/law_xml.h"
#include "corpus/manifest.h"

namespace corpus {
namespace {

namespace fs = std::filesystem;

const fs::path kFolder = fs::path(JOBUN_SOURCE_DIR) / "corpus/embedded";

Law load(const fs::path& file) {
  return read_law(read_file(file.string()), origin_of(file.filename().string()),
                  [](std::string_view number) { return std::string(number); });
}

std::map<std::string, std::string> texts(const Law& law) {
  std::map<std::string, std::string> out;
  for (std::size_t i = 0; i < law.provisions.size(); ++i) {
    Address address = law.address(i);
    address.revision.clear();
    // The table of contents names the chapters to come too.
    if (address.path.front().kind == SegmentKind::contents) continue;
    out[to_string(address)] = law.provisions[i].text;
  }
  return out;
}

TEST(Embedded, WhatIsInForceReadsTheSameWhereNoStartDateIsSet) {
  const std::string act = "507AC0000000042";
  const auto now = texts(load(kFolder / "laws" / (act + "_20261001_000000000000000.xml")));
  const auto all = texts(
      load(kFolder / "laws" / (act + '_' + std::string(kNoStartDate) + "_000000000000000.xml")));
  EXPECT_GT(all.size(), now.size());
  for (const auto& [address, text] : now) {
    const auto there = all.find(address);
    ASSERT_TRUE(there != all.end()) << address;
    EXPECT_EQ(there->second, text) << address;
  }
  const Law whole = load(kFolder / "laws" / (act + "_99991231_000000000000000.xml"));
  for (std::uint16_t article = 1; article <= 86; ++article) {
    EXPECT_TRUE(whole.find({{.kind = SegmentKind::article, .num = Ordinal(article)}})) << article;
  }
}

TEST(Embedded, EveryArticleNamesItsBasisAndConfidence) {
  for (const auto& entry : fs::directory_iterator(kFolder / "laws")) {
    const std::string xml = read_file(entry.path().string());
    for (std::size_t at = 0; (at = xml.find("<Article Num=", at)) != std::string::npos; ++at) {
      const std::string head = xml.substr(at, xml.find("<ArticleTitle>", at) - at);
      EXPECT_NE(head.find("basis: "), std::string::npos) << entry.path() << head;
      EXPECT_NE(head.find("confidence: "), std::string::npos) << entry.path() << head;
    }
    EXPECT_NE(xml.find("basis: "), std::string::npos) << entry.path();
  }
}

TEST(Embedded, SaysOfEveryTextThatItIsADigest) {
  for (const Document& document : load_manifest(kFolder).documents)
    EXPECT_TRUE(document.digest) << document.path;
}

}  // namespace
}  // namespace corpus
