// SPDX-License-Identifier: GPL-2.0-or-later
// Hand labels of the citations in five papers (tests/labels/documents_citations.tsv), against what
// is found in them as the manifest says to read them. SHOW=1 lists every difference.
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <set>
#include <sstream>

#include "citation_fixture.h"
#include "corpus/law_xml.h"
#include "indexer/citations/references.h"

namespace indexer {
namespace {

struct Label {
  std::string surface;
  std::string targets;
  bool optional = false;
  bool seen = false;
};

std::string read_file(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream out;
  out << in.rdbuf();
  return std::move(out).str();
}

std::vector<std::string> cells(const std::string& line) {
  std::vector<std::string> out;
  std::istringstream in(line);
  for (std::string cell; std::getline(in, cell, '\t');) out.push_back(cell);
  return out;
}

// document -> (line, column) -> label
std::map<std::string, std::map<std::pair<std::size_t, std::size_t>, Label>> read_labels() {
  std::map<std::string, std::map<std::pair<std::size_t, std::size_t>, Label>> out;
  std::ifstream in(JOBUN_SOURCE_DIR "/tests/labels/documents_citations.tsv");
  for (std::string line; std::getline(in, line);) {
    const auto c = cells(line);
    if (c.size() < 8) continue;
    const bool optional = c[6].find("optional") != std::string::npos ||
                          c[6].find("collective") != std::string::npos ||
                          c[6].find("both Acts") != std::string::npos;
    out[c[0]][{std::stoul(c[1]), std::stoul(c[7])}] = {c[3], c[4], optional};
  }
  return out;
}

std::string targets_of(const citations::Reference& r) {
  std::string out = r.targets.empty() ? r.law : "";
  for (const auto& target : r.targets) out += (out.empty() ? "" : " ") + corpus::to_string(target);
  return out.starts_with("unknown:") ? "unknown" : out;
}

TEST(DocumentLabels, PrecisionAndRecall) {
  const std::string folder = shared_folder();
  if (folder.empty()) GTEST_SKIP() << "no real corpus: set JOBUN_SHARED";
  const corpus::Manifest manifest = corpus::load_manifest(folder + "/corpus");
  const corpus::LawBook book = corpus::make_law_book(manifest);
  citations::LawLibrary library(book);
  for (const auto& entry : std::filesystem::directory_iterator(folder + "/corpus/laws"))
    library.add(corpus::read_law(read_file(entry.path()), corpus::origin_of(entry.path().string()),
                                 [](std::string_view number) { return std::string(number); }));
  const bool show = std::getenv("SHOW") != nullptr;
  auto labels = read_labels();
  int right = 0, wrong = 0, extra = 0, missed = 0;
  for (std::size_t d = 0; d < manifest.documents.size(); ++d) {
    const corpus::Document& document = manifest.documents[d];
    const std::string name = std::filesystem::path(document.path).filename().string();
    if (!labels.contains(name)) continue;
    auto& of_document = labels[name];
    const std::string text = read_file(manifest.folder / document.path);
    const auto found = citations::find_citations_in_text(
        text, library,
        {.default_law = document.default_law, .document = static_cast<std::uint32_t>(d + 1)});
    for (const citations::Reference& r : found) {
      const std::size_t line = corpus::line_of(text, r.span.begin);
      const std::size_t head = text.rfind('\n', r.span.begin) + 1;
      const std::size_t column =
          corpus::count_code_points(text.substr(head, r.span.begin - head)) + 1;
      Label* label = nullptr;
      for (const std::size_t off : {0U, 1U, 2U}) {
        for (const std::size_t at : {column + off, column - off}) {
          const auto l = of_document.find({line, at});
          if (label == nullptr && l != of_document.end() && !l->second.seen) label = &l->second;
        }
      }
      const std::string got = targets_of(r);
      if (label == nullptr) {
        ++extra;
        if (show)
          std::cout << "EXTRA " << name.substr(0, 3) << ':' << line << ':' << column << " 「"
                    << r.text << "」 " << got << '\n';
        continue;
      }
      label->seen = true;
      std::string want = label->targets;
      if (want.starts_with("unknown:")) want = "unknown";
      if (label->optional || got == want) {
        ++right;
      } else {
        ++wrong;
        if (show)
          std::cout << "WRONG " << name.substr(0, 3) << ':' << line << " 「" << r.text << "」 "
                    << got << " not " << want << '\n';
      }
    }
    for (const auto& [place, label] : of_document) {
      if (label.seen || label.optional) continue;
      ++missed;
      if (show)
        std::cout << "MISS  " << name.substr(0, 3) << ':' << place.first << ':' << place.second
                  << " 「" << label.surface << "」 " << label.targets << '\n';
    }
  }
  std::cout << right << " right, " << wrong << " wrong, " << extra << " extra, " << missed
            << " missed\n";
  EXPECT_GE(right, 0.9 * (right + wrong + extra));
  EXPECT_GE(right, 0.9 * (right + wrong + missed));
}

}  // namespace
}  // namespace indexer
