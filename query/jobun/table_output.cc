// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/jobun/table_output.h"

#include <ostream>

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

// TSV has no quotes: what would break a row is written as in C.
std::string tsv_cell(const std::string& text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '\t':
        out += "\\t";
        break;
      case '\n':
        out += "\\n";
        break;
      case '\r':
        out += "\\r";
        break;
      case '\\':
        out += "\\\\";
        break;
      default:
        out += c;
    }
  }
  return out;
}

}  // namespace

Format parse_format(std::string_view name) {
  return name == "csv" ? Format::csv : name == "tsv" ? Format::tsv : Format::jsonl;
}

void RecordWriter::write_row(const std::vector<std::string>& cells) {
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i > 0) out_ << (format_ == Format::csv ? ',' : '\t');
    out_ << (format_ == Format::csv ? csv_cell(cells[i]) : tsv_cell(cells[i]));
  }
  out_ << (format_ == Format::csv ? "\r\n" : "\n");
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
