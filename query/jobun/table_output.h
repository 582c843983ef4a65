// SPDX-License-Identifier: GPL-2.0-or-later
// Records as JSON lines, CSV or TSV. The columns of a table are the keys of its first record; lists
// are joined by "; ". CSV begins with a byte order mark, so that a spreadsheet reads it as UTF-8,
// and a cell that a spreadsheet would take for a formula gets a leading apostrophe.
#pragma once

#include <cstdint>
#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

#include "query/jobun/records.h"

namespace jobun {

enum class Format : std::uint8_t { jsonl, csv, tsv };
Format parse_format(std::string_view);

class RecordWriter {
 public:
  RecordWriter(std::ostream& out, Format format) : out_(out), format_(format) {}
  void write(const Record&);
  std::size_t count() const { return count_; }

 private:
  void write_row(const std::vector<std::string>& cells);

  std::ostream& out_;
  Format format_;
  std::vector<std::string> columns_;
  std::size_t count_ = 0;
};

}  // namespace jobun
