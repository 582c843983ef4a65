// SPDX-License-Identifier: GPL-2.0-or-later
// The reader of documents against labels made by hand before it was written
// (tests/labels/README.md).
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <set>
#include <sstream>

#include "corpus/documents/document_reader.h"
#include "corpus/law_files.h"
#include "tests/support/shared.h"

namespace corpus {
namespace {

using Row = std::vector<std::string>;

std::vector<Row> labels(const std::string& name) {
  std::ifstream file(std::string(JOBUN_SOURCE_DIR) + "/tests/labels/documents_" + name + ".tsv");
  std::vector<Row> out;
  for (std::string line; std::getline(file, line);) {
    Row row;
    std::istringstream cells(line);
    for (std::string cell; std::getline(cells, cell, '\t');) row.push_back(cell);
    out.push_back(std::move(row));
  }
  return out;
}

struct Paper {
  std::string bytes;
  std::vector<Span> lines;
  documents::DocumentText text;
  std::map<std::size_t, std::size_t> text_of;  // byte of the source -> byte of the text

  std::optional<std::size_t> block_at(std::size_t at) const {
    for (std::size_t b = 0; b < text.blocks.size(); ++b)
      if (text.blocks[b].text.begin <= at && at < text.blocks[b].text.end) return b;
    return std::nullopt;
  }
  // First and last place of a source line in the text.
  std::optional<Span> place_of(std::size_t line) const {
    std::optional<Span> out;
    if (line == 0 || line > lines.size()) return out;
    for (auto at = text_of.lower_bound(lines[line - 1].begin);
         at != text_of.end() && at->first < lines[line - 1].end; ++at) {
      if (!out) out = Span{at->second, at->second + 1};
      out->begin = std::min(out->begin, at->second);
      out->end = std::max(out->end, at->second + 1);
    }
    return out;
  }
  bool set_aside(std::size_t line) const {
    return std::any_of(text.set_aside.begin(), text.set_aside.end(),
                       [&](const documents::SetAside& a) { return a.line == line; });
  }
};

Paper read_paper(const std::filesystem::path& file) {
  Paper p;
  p.bytes = read_file(file.string());
  for (std::size_t at = 0; at <= p.bytes.size();) {
    const std::size_t end = std::min(p.bytes.find('\n', at), p.bytes.size());
    p.lines.push_back({at, end});
    at = end + 1;
  }
  p.text = documents::read_document(p.bytes, file.string());
  for (const documents::MapRun& run : p.text.map.runs()) {
    for (std::size_t c = 0; c < run.cells; ++c)
      for (std::size_t b = 0; b < run.source_cell; ++b)
        p.text_of.emplace(run.source + c * run.source_cell + b, run.text + c * run.text_cell);
  }
  return p;
}

class Papers : public testing::Test {
 protected:
  const Paper* paper(const std::string& name) {
    const auto folder = support::shared_folder();
    if (!folder) return nullptr;
    const auto found = papers_.find(name);
    if (found != papers_.end()) return &found->second;
    return &papers_.emplace(name, read_paper(*folder / "corpus" / "documents" / name))
                .first->second;
  }
  std::map<std::string, Paper> papers_;
};

bool is_right(const Paper& p, const Row& row) {
  const std::size_t line = std::stoul(row[1]);
  const std::string& label = row[2];
  if (label == "furniture") return p.set_aside(line);
  const auto place = p.place_of(line);
  if (p.set_aside(line)) return false;
  if (!place) return label == "break";
  const auto block = p.block_at(place->end - 1);
  if (!block) return false;
  if (label == "break") {
    std::size_t next = place->end;
    while (next < p.text.text.size() &&
           (static_cast<unsigned char>(p.text.text[next]) & 0xC0) == 0x80)
      ++next;
    return next >= p.text.blocks[*block].text.end || p.text.text[next] == '\n';
  }
  const auto other = p.place_of(std::stoul(row[3]));
  return other && p.block_at(other->begin) == block &&
         p.text.blocks[*block].kind != documents::BlockKind::table;
}

bool is_doubtful(const Row& row) {
  return std::any_of(row.begin(), row.end(),
                     [](const std::string& cell) { return cell.starts_with("doubtful"); });
}

TEST_F(Papers, LineEnds) {
  JOBUN_NEEDS_SHARED(folder);
  for (const std::string name : {"line_ends", "joins_all"}) {
    std::size_t all = 0, right = 0;
    for (const Row& row : labels(name)) {
      if (is_doubtful(row)) continue;
      ++all;
      const bool ok = is_right(*paper(row[0]), row);
      right += ok;
      if (!ok) std::cout << name << ": " << row[0] << ':' << row[1] << ' ' << row[2] << '\n';
    }
    ASSERT_GT(all, 30U);
    EXPECT_GE(static_cast<double>(right), 0.97 * static_cast<double>(all)) << name;
  }
}

TEST_F(Papers, Headings) {
  JOBUN_NEEDS_SHARED(folder);
  std::map<std::string, std::map<std::size_t, bool>> wanted;  // by paper, line: must it be found?
  for (const Row& row : labels("headings")) wanted[row[0]][std::stoul(row[1])] = !is_doubtful(row);
  std::size_t all = 0, found = 0, false_ones = 0, told = 0;
  for (const auto& [name, lines] : wanted) {
    std::set<std::size_t> got;
    for (const documents::Block& b : paper(name)->text.blocks)
      if (b.kind == documents::BlockKind::heading) got.insert(b.line);
    for (const auto& [line, must] : lines) {
      all += must;
      found += must && got.contains(line);
    }
    told += got.size();
    for (const std::size_t line : got) false_ones += !lines.contains(line);
  }
  ASSERT_GT(all, 100U);
  EXPECT_GE(static_cast<double>(found), 0.95 * static_cast<double>(all));
  EXPECT_LE(static_cast<double>(false_ones), 0.05 * static_cast<double>(told));
}

TEST_F(Papers, NoteMarks) {
  JOBUN_NEEDS_SHARED(folder);
  std::size_t all = 0, found = 0, bound = 0;
  for (const Row& row : labels("footnotes")) {
    const Paper& p = *paper(row[0]);
    const Span line = p.lines[std::stoul(row[1]) - 1];
    std::size_t at = line.begin;
    for (std::size_t letter = 1; letter < std::stoul(row[2]); ++letter)
      next_code_point(p.bytes, at);
    ++all;
    bool hit = false, right = false;
    for (const documents::NoteMark& m : p.text.marks) {
      if (m.source.begin > at + 3 || at >= m.source.end) continue;
      hit = true;
      const std::string note = m.note ? std::to_string(p.text.blocks[*m.note].line) : "";
      right = right || note == (row.size() > 4 ? row[4] : "");
    }
    found += hit;
    bound += right;
  }
  ASSERT_GT(all, 100U);
  EXPECT_GE(static_cast<double>(found), 0.99 * static_cast<double>(all));
  EXPECT_GE(static_cast<double>(bound), 0.97 * static_cast<double>(all));
}

TEST_F(Papers, FurnitureIsSetAsideAndNothingElse) {
  JOBUN_NEEDS_SHARED(folder);
  std::map<std::string, std::map<std::size_t, bool>> wanted;
  for (const Row& row : labels("furniture"))
    wanted[row[0]][std::stoul(row[1])] = !row[2].ends_with("?");
  for (const auto& [name, lines] : wanted) {
    for (const auto& [line, must] : lines)
      EXPECT_TRUE(!must || paper(name)->set_aside(line)) << name << ':' << line;
    for (const documents::SetAside& a : paper(name)->text.set_aside)
      EXPECT_TRUE(lines.contains(a.line)) << name << ':' << a.line;
  }
}

TEST_F(Papers, EveryLetterLeadsBackToItself) {
  JOBUN_NEEDS_SHARED(folder);
  for (const Row& row : labels("headings")) {
    const Paper& p = *paper(row[0]);
    for (const documents::MapRun& run : p.text.map.runs()) {
      if (run.text_cell != 1 || run.source_cell != 1) continue;
      ASSERT_EQ(p.text.text.substr(run.text, run.cells), p.bytes.substr(run.source, run.cells));
    }
  }
}

}  // namespace
}  // namespace corpus
