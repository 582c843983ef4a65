// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/citations/table_map.h"

#include <algorithm>
#include <map>

namespace citations {
namespace {

using corpus::Layout;
using corpus::LayoutKind;
using corpus::Provision;
using corpus::Span;

bool contains(std::string_view text, std::string_view word) {
  return text.find(word) != std::string_view::npos;
}

}  // namespace

TableMap::TableMap(const Provision& provision) : text_(provision.text) {
  for (std::size_t i = 0; i < provision.layout.size(); ++i) {
    if (provision.layout[i].kind == LayoutKind::table) read_table(provision, i);
  }
  std::sort(cells_.begin(), cells_.end(),
            [](const TableCell& a, const TableCell& b) { return a.span < b.span; });
  std::sort(quoted_.begin(), quoted_.end());
}

void TableMap::read_table(const Provision& provision, std::size_t layout) {
  const Layout& table = provision.layout[layout];
  const std::uint32_t number = tables_++;
  std::map<std::uint32_t, std::uint32_t>
      taken_until;  // column -> row behind a cell that spans rows
  std::uint32_t row = 0;
  for (std::size_t r = layout + 1; r < table.end; r = provision.layout[r].end) {
    if (provision.layout[r].kind != LayoutKind::row) continue;
    std::uint32_t column = 0;
    for (std::size_t c = r + 1; c < provision.layout[r].end; c = provision.layout[c].end) {
      const Layout& cell = provision.layout[c];
      if (cell.kind != LayoutKind::cell) continue;
      while (taken_until.count(column) > 0 && taken_until[column] > row) ++column;
      cells_.push_back({cell.span, number, row, column});
      for (std::uint32_t k = 0; k < cell.columns; ++k) taken_until[column + k] = row + cell.rows;
      column += cell.columns;
    }
    ++row;
  }
  find_replacement(provision, number, table.span);
}

void TableMap::find_replacement(const Provision& provision, std::uint32_t table, Span span) {
  const std::string_view before = std::string_view(provision.text).substr(0, span.begin);
  std::vector<const TableCell*> mine;
  std::uint32_t columns = 0;
  for (const TableCell& cell : cells_) {
    if (cell.table != table) continue;
    mine.push_back(&cell);
    columns = std::max(columns, cell.column + 1);
  }
  if (columns < 2) return;
  std::vector<bool> quoted(columns, false);
  bool heading = false;
  std::size_t heading_end = span.begin;
  for (const TableCell* cell : mine) {
    if (cell->row != 0) continue;
    const std::string_view words = cell->span.of(text_);
    if (words.size() < 150 && contains(words, "字句")) quoted[cell->column] = heading = true;
    if (words.size() < 150 && (contains(words, "読み替える") || contains(words, "読替え")))
      heading = true;
    heading_end = std::max(heading_end, cell->span.end);
  }
  const bool introduced =
      contains(before, "字句") && (contains(before, "読み替え") || contains(before, "読替え") ||
                                   contains(before, "とする") || contains(before, "字句とし"));
  if (!heading && !introduced) {
    if (!(contains(before, "技術的読替え") || contains(before, "技術的な読替え"))) return;
  }
  if (!heading) heading_end = span.begin;
  if (std::none_of(quoted.begin(), quoted.end(), [](bool q) { return q; })) {
    quoted[columns - 1] = quoted[columns - 2] = true;
  }
  for (const TableCell* cell : mine) {
    if (quoted[cell->column]) quoted_.push_back(cell->span);
  }
  replacements_.push_back({{heading_end, span.end}, {0, heading_end}});
}

std::vector<Span> TableMap::quotations() const { return quoted_; }

const TableCell* TableMap::cell_at(std::size_t offset) const {
  const auto behind =
      std::upper_bound(cells_.begin(), cells_.end(), offset,
                       [](std::size_t at, const TableCell& c) { return at < c.span.begin; });
  for (auto it = behind; it != cells_.begin();) {
    --it;
    if (it->span.begin <= offset && offset < it->span.end) return &*it;
    if (it->span.end + 1 < offset) break;
  }
  return nullptr;
}

std::vector<Span> TableMap::cells_governed_by(const TableCell& cell) const {
  std::vector<Span> out;
  std::uint32_t last_row = cell.row;
  for (const TableCell& other : cells_) {
    if (other.table != cell.table || other.row <= cell.row || other.column != cell.column) continue;
    if (!other.span.empty() && other.span.of(text_) != corpus::kColumnGap) break;
    last_row = other.row;
  }
  // Rows that have no cell there at all are under one that spans them.
  std::uint32_t next_with_cell = UINT32_MAX;
  for (const TableCell& other : cells_) {
    if (other.table == cell.table && other.row > last_row && other.column == cell.column) {
      next_with_cell = std::min(next_with_cell, other.row);
    }
  }
  for (const TableCell& other : cells_) {
    if (other.table == cell.table && other.row >= cell.row && other.row < next_with_cell &&
        other.column > cell.column &&
        (other.row == cell.row || other.row <= last_row || next_with_cell != UINT32_MAX)) {
      out.push_back(other.span);
    }
  }
  return out;
}

}  // namespace citations
