// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/tsv.h"

#include <algorithm>
#include <charconv>

#include "corpus/error.h"

namespace corpus {
namespace {

std::string escape(std::string_view cell) {
  std::string out;
  for (const char c : cell) {
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

std::string unescape(std::string_view cell) {
  std::string out;
  for (std::size_t i = 0; i < cell.size(); ++i) {
    if (cell[i] != '\\' || i + 1 == cell.size()) {
      out += cell[i];
      continue;
    }
    const char next = cell[++i];
    out += next == 't' ? '\t' : next == 'n' ? '\n' : next == 'r' ? '\r' : next;
  }
  return out;
}

}  // namespace

void append_tsv_row(std::string& out, const std::vector<std::string>& cells) {
  for (std::size_t i = 0; i < cells.size(); ++i) {
    out += escape(cells[i]) + (i + 1 < cells.size() ? '\t' : '\n');
  }
}

void read_tsv(std::string_view tsv, std::string_view header, std::size_t columns,
              std::string_view where, const std::function<void(std::vector<std::string>&)>& row) {
  const auto fail = [&](std::size_t line) {
    throw Error("知識ベースの表が壊れています", std::string(where) + ':' + std::to_string(line),
                "jobun index で作り直してください");
  };
  if (!tsv.starts_with(header)) fail(1);
  std::size_t line = 2;
  for (tsv.remove_prefix(header.size()); !tsv.empty();) {
    ++line;
    const std::size_t end = tsv.find('\n');
    if (end == std::string_view::npos) fail(line);
    std::string_view rest = tsv.substr(0, end);
    std::vector<std::string> cells;
    for (bool more = true; more;) {
      const std::size_t tab = rest.find('\t');
      cells.push_back(unescape(rest.substr(0, tab)));
      more = tab != std::string_view::npos;
      if (more) rest.remove_prefix(tab + 1);
    }
    if (cells.size() != columns) fail(line);
    row(cells);
    tsv.remove_prefix(end + 1);
  }
}

std::string join_words(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : " ") + word;
  return out;
}

std::vector<std::string> split_words(std::string_view cell) {
  std::vector<std::string> out;
  while (!cell.empty()) {
    const std::size_t space = std::min(cell.find(' '), cell.size());
    if (space > 0) out.emplace_back(cell.substr(0, space));
    cell.remove_prefix(std::min(space + 1, cell.size()));
  }
  return out;
}

std::size_t to_number(std::string_view cell) {
  std::size_t value = 0;
  std::from_chars(cell.data(), cell.data() + cell.size(), value);
  return value;
}

}  // namespace corpus
