// SPDX-License-Identifier: GPL-2.0-or-later
// What the place of a cell says about the words in it.
//   読み替える規定 │ 読み替えられる字句 │ 読み替える字句   the last two columns are quotations: no
//   references 旅行業法       │ 第十二条、第十四条                    第十二条 is of the law in the
//   cell to its left
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "corpus/law.h"

namespace citations {

struct TableCell {
  corpus::Span span;
  std::uint32_t table = 0;
  std::uint32_t row = 0;
  std::uint32_t column = 0;
};

class TableMap {
 public:
  explicit TableMap(const corpus::Provision&);

  bool empty() const { return cells_.empty(); }
  // Quoted cells, in order.
  std::vector<corpus::Span> quotations() const;
  const TableCell* cell_at(std::size_t offset) const;
  // Where what `cell` says holds: the cells to its right, and the rows below that leave it blank.
  std::vector<corpus::Span> cells_governed_by(const TableCell& cell) const;
  // First columns of tables that say how another text is to be read, with the words that introduce
  // them.
  struct Replacement {
    corpus::Span rows;          // the whole table behind its heading
    corpus::Span introduction;  // from the head of the text to the end of the heading row
  };
  const std::vector<Replacement>& replacements() const { return replacements_; }

 private:
  void read_table(const corpus::Provision&, std::size_t layout);
  void find_replacement(const corpus::Provision&, std::uint32_t table, corpus::Span span);

  std::vector<TableCell> cells_;  // in text order
  std::vector<Replacement> replacements_;
  std::vector<corpus::Span> quoted_;
  std::string_view text_;
  std::uint32_t tables_ = 0;
};

}  // namespace citations
