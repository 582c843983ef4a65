// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/jobun/table_output.h"

#include <ostream>

#include "corpus/tsv.h"

namespace jobun {
namespace {

std::string cell_of(const Record& value) {
  if (value.is_string()) return value.get<std::string>();
  if (value.is_null()) return {};
  if (!value.is_array()) return value.dump(-1, ' ', false, Record::error_handler_t::replace);
  std::string out;
  for (const Record& element : value) out += (out.empty() ? "" : "; ") + cell_of(element);
  return out;
}

std::string csv_cell(std::string text) {
  if (!text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos)
    text.insert(0, "'");
  if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
  std::string out = "\"";
  for (const char c : text) out += c == '"' ? "\"\"" : std::string(1, c);
  return out + '"';
}

}  // namespace

Format parse_format(std::string_view name) {
  return name == "csv" ? Format::csv : name == "tsv" ? Format::tsv : Format::jsonl;
}

void RecordWriter::write_row(const std::vector<std::string>& cells) {
  std::string row;
  if (format_ == Format::tsv) {
    corpus::append_tsv_row(row, cells);
  } else {
    for (const std::string& cell : cells) row += csv_cell(cell) + ',';
    row.back() = '\r';
    row += '\n';
  }
  out_ << row;
}

void RecordWriter::write(const Record& record) {
  ++count_;
  if (format_ == Format::jsonl) {
    out_ << to_line(record);
    return;
  }
  if (columns_.empty()) {
    for (const auto& [key, value] : record.items()) columns_.push_back(key);
    if (format_ == Format::csv) out_ << "\xEF\xBB\xBF";
    write_row(columns_);
  }
  std::vector<std::string> cells;
  for (const std::string& column : columns_)
    cells.push_back(record.contains(column) ? cell_of(record[column]) : "");
  write_row(cells);
}

}  // namespace jobun
