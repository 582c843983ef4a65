// SPDX-License-Identifier: GPL-2.0-or-later
#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "citation_fixture.h"
#include "corpus/law_xml.h"
#include "indexer/citations/references.h"

namespace indexer {
namespace {

double seconds(const std::string& text) {
  const corpus::Law law = law_of_lines("409AC0000000901", "見本業法", {"a1/p1 " + text});
  const citations::LawLibrary library(small_book());
  const auto start = std::chrono::steady_clock::now();
  const auto references = citations::find_references(law, library);
  EXPECT_FALSE(references.empty());
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

std::string repeat(std::string_view piece, std::size_t times) {
  std::string out;
  for (std::size_t i = 0; i < times; ++i) out += piece;
  return out;
}

// Four times the text may take four times the time and a good deal more, but not sixteen times.
void expect_linear(const std::function<std::string(std::size_t)>& text, std::size_t size) {
  const double small = std::max(seconds(text(size)), 0.002);
  const double large = seconds(text(4 * size));
  EXPECT_LT(large, 10 * small) << small << " s, " << large << " s";
}

TEST(Hostile, TenThousandNestedBracketsAreLinear) {
  expect_linear([](std::size_t n) { return repeat("第三条（", n) + "同条" + repeat("）", n); },
                10'000);
  expect_linear([](std::size_t n) { return repeat("（第三条第一項の者", n) + repeat("（", n); },
                10'000);
}

TEST(Hostile, OneLongLineIsLinear) {
  expect_linear([](std::size_t n) { return repeat("第三条第一項及び", n) + "第四条"; }, 12'000);
  expect_linear([](std::size_t n) { return repeat("同条第一項の者が", n) + "第四条"; }, 12'000);
  expect_linear([](std::size_t n) { return "第四条" + repeat("「", n) + repeat("法", n); }, 60'000);
}

TEST(Hostile, HalfSentencesAndOddLetters) {
  const citations::LawLibrary library(small_book());
  for (const std::string_view text : {"第",
                                      "第条",
                                      "第三",
                                      "第三条から",
                                      "から第三条まで",
                                      "））））",
                                      "「「「",
                                      "」第三条」",
                                      "同条",
                                      "前条まで",
                                      "第０条",
                                      "第九九九九九九九九九条",
                                      "第三条の",
                                      "第三条の二の二の二の二の二の二",
                                      "\xE7\xAC",
                                      "民法（",
                                      "民法（明治",
                                      "（明治二十九年法律第八十九号）",
                                      "以下「",
                                      "（以下「」という。）",
                                      "別表第",
                                      "附則附則第一条",
                                      "及び及び、、第三条、、",
                                      "イロハ",
                                      "（１）（２）"}) {
    const corpus::Law law =
        law_of_lines("409AC0000000901", "見本業法", {"a1/p1 " + std::string(text), "a2/p1 登録"});
    for (const citations::Reference& r : find_references(law, library)) {
      EXPECT_EQ(r.span.of(law.provisions[r.from].text), r.text) << text;
    }
    citations::find_citations_in_text(text, library, {});
  }
}

std::string read_file(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream out;
  out << in.rdbuf();
  return std::move(out).str();
}

struct SharedLaws {
  corpus::LawBook book;
  std::vector<corpus::Law> laws;
};

std::optional<SharedLaws> shared_laws() {
  const std::string folder = shared_folder();
  if (folder.empty()) return std::nullopt;
  SharedLaws out{corpus::make_law_book(corpus::Registry::load(folder + "/corpus/registry.tsv"), {}),
                 {}};
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder + "/corpus/laws"))
    files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  for (const auto& file : files) {
    out.laws.push_back(corpus::read_law(
        read_file(file), corpus::origin_of(file.string()), [&](std::string_view number) {
          return out.book.registry.amending_law_id(number).value_or('[' + std::string(number) +
                                                                    ']');
        }));
  }
  return out;
}

TEST(RealLaws, SpansAreSlicesAndTheOrderOfLawsDoesNotMatter) {
  const auto shared = shared_laws();
  if (!shared) GTEST_SKIP() << "no real corpus: set JOBUN_SHARED";
  citations::LawLibrary forward(shared->book), backward(shared->book);
  for (const corpus::Law& law : shared->laws) forward.add(law);
  for (auto law = shared->laws.rbegin(); law != shared->laws.rend(); ++law) backward.add(*law);
  for (const corpus::Law& law : shared->laws) {
    const auto first = citations::find_references(law, forward);
    EXPECT_EQ(first, find_references(law, forward)) << law.title;
    EXPECT_EQ(first, find_references(law, backward)) << law.title;
    EXPECT_TRUE(std::is_sorted(first.begin(), first.end(),
                               [](const citations::Reference& a, const citations::Reference& b) {
                                 return std::tie(a.from, a.span) < std::tie(b.from, b.span);
                               }))
        << law.title;
    for (const citations::Reference& r : first)
      EXPECT_EQ(r.span.of(law.provisions[r.from].text), r.text) << law.title;
  }
}

}  // namespace
}  // namespace indexer
