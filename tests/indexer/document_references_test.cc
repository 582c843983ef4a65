// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/prose/document_references.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <set>
#include <sstream>

#include "citation_fixture.h"
#include "corpus/documents/document_reader.h"
#include "corpus/law_files.h"
#include "corpus/law_xml.h"
#include "indexer/prose/document_table.h"

namespace indexer {
namespace {

std::string cite(std::string_view text, std::string default_law = {}) {
  const citations::LawLibrary library(small_book());
  const auto document = documents::read_document(text, "paper.txt");
  std::string out;
  for (const citations::Reference& r :
       prose::find_document_references(document, library, {std::move(default_law), 1})) {
    EXPECT_EQ(r.span.of(document.text), r.text);
    out += (out.empty() ? "" : " | ") + r.text + " ->";
    for (const auto& target : r.targets) out += ' ' + corpus::to_string(target);
  }
  return out;
}

TEST(DocumentReferences, ABareArticleIsOfTheLawTheHeadingNames) {
  EXPECT_EQ(cite("1. "
                 "罪の成立（刑法第二編）\n\n電子計算機を損なった者は、この罪に当たるものとされてい"
                 "る（第168条の2）。\n\n"
                 "2. 会社法の定め\n\n取締役は、報告の義務を負うものとされている（第2条）。\n"),
            "刑法第二編 -> 140AC0000000045/pt2 | 第168条の2 -> 140AC0000000045/a168_2 | 会社法 -> "
            "417AC0000000086 | 第2条 -> "
            "417AC0000000086/a2");
}

TEST(DocumentReferences, NamesDeclaredInTheTextCiteNothing) {
  EXPECT_EQ(cite("国家公務員法（以下「国公」という。）は広い。国公100条1項がそうである。\n"),
            "国家公務員法 -> 322AC0000000120 | 国公100条1項 -> 322AC0000000120/a100/p1");
}

TEST(DocumentReferences, ANameInQuotesBehindALaw) {
  EXPECT_EQ(
      cite("会社法（「会典法」）は広い。会典法2条1項がそうである。刑法(以下、「旧法」)"
           "もある。旧法1条である。\n"),
      "会社法 -> 417AC0000000086 | 会典法2条1項 -> 417AC0000000086/a2/p1 | 刑法 -> 140AC0000000045 "
      "| 旧法1条 -> 140AC0000000045/a1");
}

TEST(DocumentReferences, HouIsTheLawThePaperIsAbout) {
  EXPECT_EQ(cite("届出は法第2条第1項による。\n", "417AC0000000086"),
            "法第2条第1項 -> 417AC0000000086/a2/p1");
  EXPECT_EQ(cite("届出は法第2条第1項による。\n"), "法第2条第1項 -> unknown:法/a2/p1");
}

TEST(DocumentReferences, SpacesWithinNumbers) {
  EXPECT_EQ(cite("会社法第 2 条第 1 項の定めによる。\n"),
            "会社法第 2 条第 1 項 -> 417AC0000000086/a2/p1");
}

TEST(DocumentReferences, ANoteMarkIsNoArticle) {
  EXPECT_EQ(cite("会社法 1 と刑法 2 の関係を会社法 3 の側から述べる。\n"),
            "会社法 -> 417AC0000000086 | 刑法 -> 140AC0000000045 | 会社法 -> 417AC0000000086");
}

TEST(DocumentReferences, OneNameForTwoLaws) {
  EXPECT_EQ(
      cite("会社法（以下「会法」という。）及び刑法（会法とあわせて、以下「両法典」という。）がある"
           "。両法典は古い。\n"),
      "会社法 -> 417AC0000000086 | 刑法 -> 140AC0000000045 | 会法 -> 417AC0000000086 | 両法典 -> "
      "417AC0000000086 140AC0000000045");
}

TEST(DocumentReferences, TreatiesAndForeignLaws) {
  EXPECT_EQ(cite("国際水路条約については、各国が加わった。同条約は長い。英国：運河権限法("
                 "2016年制定)もある。\n"),
            "国際水路条約 -> unknown:国際水路条約 | 同条約 -> unknown:国際水路条約 | 運河権限法 -> "
            "unknown:運河権限法");
}

TEST(DocumentReferences, ChaptersInBracketsAndRangesWithoutMade) {
  EXPECT_EQ(
      cite("取締役の義務（第4章、第6章）と会社法第2条から4条の関係である。\n", "417AC0000000086"),
      "第4章 -> 417AC0000000086/ch4 | 第6章 -> 417AC0000000086/ch6 | 会社法第2条から4条 -> "
      "417AC0000000086/a2..417AC0000000086/a4");
}

TEST(DocumentTable, ComesBack) {
  const std::vector<prose::DocumentEntry> entries = {
      {.id = "白書", .kind = "strategy", .title = "水路\t白書", .date = "202608", .sections = 3}};
  const auto back = prose::parse_document_table(to_tsv(entries), "documents.tsv");
  ASSERT_EQ(back.size(), 1U);
  EXPECT_EQ(back[0].title, entries[0].title);
  EXPECT_EQ(back[0].sections, 3U);
}

TEST(DocumentTable, Addresses) {
  for (const std::string text : {"doc:白書", "doc:白書#s3", "doc:a#s3.2"})
    EXPECT_EQ(to_string(*prose::parse_document_address(text)), text);
  for (const std::string text : {"doc:", "doc:a#", "doc:a#sx", "doc:a#s1.x", "law"})
    EXPECT_FALSE(prose::parse_document_address(text)) << text;
  EXPECT_EQ(prose::document_id("a/b#c d"), "a_b_c_d");
  EXPECT_EQ(prose::document_id(".."), "_.");
}

std::vector<std::string> split(const std::string& line, char by) {
  std::vector<std::string> out;
  std::istringstream in(line);
  for (std::string piece; std::getline(in, piece, by);) out.push_back(piece);
  return out;
}

struct Label {
  corpus::Span source;
  std::set<std::string> targets;
  bool counts = true;
  bool hit = false;
};

// By file, where in its bytes.
std::map<std::string, std::vector<Label>> read_labels(const std::string& folder) {
  std::ifstream file(std::string(JOBUN_SOURCE_DIR) + "/tests/labels/documents_citations.tsv");
  std::map<std::string, std::vector<Label>> out;
  std::map<std::string, std::string> bytes;
  for (std::string line; std::getline(file, line);) {
    const auto c = split(line, '\t');
    std::string& text = bytes[c[0]];
    if (text.empty()) text = corpus::read_file(folder + "/corpus/documents/" + c[0]);
    std::size_t at = 0;
    for (std::size_t n = 1; n < std::stoul(c[1]); ++n) at = text.find('\n', at) + 1;
    for (std::size_t n = 1; n < std::stoul(c[7]); ++n) corpus::next_code_point(text, at);
    const auto targets = split(c[4], ' ');
    const bool counts = !c[6].starts_with("optional") && c[6].find("doubtful") == std::string::npos;
    out[c[0]].push_back({{at, at + c[3].size()}, {targets.begin(), targets.end()}, counts});
  }
  return out;
}

TEST(DocumentLabels, CitationsOfThePapers) {
  const std::string folder = shared_folder();
  if (folder.empty()) GTEST_SKIP() << "no real corpus: set JOBUN_SHARED";
  const auto manifest = corpus::load_manifest(folder + "/corpus");
  const corpus::LawBook book = corpus::make_law_book(manifest);
  citations::LawLibrary library(book);
  for (const corpus::Source& source : manifest.sources) {
    const std::string path = source.path.string();
    if (path.ends_with(".xml") && !manifest.documents[source.document].further_dates)
      library.add(corpus::read_law(corpus::read_file(path), corpus::origin_of(path),
                                   [](std::string_view n) { return std::string(n); }));
  }
  auto labels = read_labels(folder);
  std::size_t right = 0, wanted = 0, reported = 0;
  for (const corpus::Source& source : manifest.sources) {
    const auto found = labels.find(source.path.filename().string());
    if (found == labels.end()) continue;
    const corpus::Document& description = manifest.documents[source.document];
    const auto document =
        documents::read_document(corpus::read_file(source.path.string()), source.path.string());
    const auto references = prose::find_document_references(
        document, library,
        {description.default_law, static_cast<std::uint32_t>(source.document + 1)});
    for (const Label& label : found->second) wanted += label.counts;
    for (const citations::Reference& r : references) {
      const corpus::Span place = document.map.to_source(r.span);
      const auto label =
          std::find_if(found->second.begin(), found->second.end(), [&](const Label& l) {
            return !l.hit && l.source.begin < place.end && place.begin < l.source.end;
          });
      if (label != found->second.end()) label->hit = true;
      if (label != found->second.end() && !label->counts) continue;
      ++reported;
      std::set<std::string> targets;
      for (const auto& t : r.targets) targets.insert(corpus::to_string(t));
      const bool ok = label != found->second.end() && targets == label->targets;
      right += ok;
      if (!ok) std::cout << source.path.filename().string() << ": " << r.text << '\n';
    }
  }
  ASSERT_GT(wanted, 300U);
  EXPECT_GE(static_cast<double>(right), 0.97 * static_cast<double>(reported));
  EXPECT_GE(static_cast<double>(right), 0.95 * static_cast<double>(wanted));
}

}  // namespace
}  // namespace indexer
