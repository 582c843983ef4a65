// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/prose/document_table.h"

#include <algorithm>
#include <charconv>

#include "corpus/numerals.h"
#include "corpus/tsv.h"

namespace prose {
namespace {

constexpr std::string_view kHeader =
    "# jobun documents v1\n"
    "id\tkind\ttitle\tdate\tdigest\tsource\tlicence\turl\tretrieved\tdefault_"
    "law\toriginal\tencoding\t"
    "sections\tcharacters\n";
constexpr std::size_t kColumns = 14;
constexpr std::string_view kScheme = "doc:";
constexpr std::size_t kMostIdLetters = 60;
constexpr std::size_t kBlocksWithDate = 15;
constexpr std::size_t kMostDateLetters = 30;

struct Era {
  std::string_view name;
  unsigned before;  // its first year less one
};
constexpr Era kEras[] = {{"令和", 2018}, {"平成", 1988}, {"昭和", 1925}, {"", 0}};

std::string two_digits(std::uint64_t n) { return (n < 10 ? "0" : "") + std::to_string(n); }

// 令和7年9月1日 -> 20250901, 2025年9月 -> 202509
std::string read_date(std::string_view text) {
  for (const Era& era : kEras) {
    if (!text.starts_with(era.name)) continue;
    std::string_view rest = corpus::trim(text.substr(era.name.size()));
    const auto year = corpus::read_year_number(rest);
    if (!year) continue;
    rest = corpus::trim(rest.substr(year->length));
    if (!rest.starts_with("年")) continue;
    rest = corpus::trim(rest.substr(std::string_view("年").size()));
    const auto month = corpus::read_number(rest);
    const std::uint64_t full = year->value + era.before;
    if (!month || month->value < 1 || month->value > 12 || full < 1900 || full > 2200) continue;
    rest = corpus::trim(rest.substr(month->length));
    if (!rest.starts_with("月")) continue;
    rest = corpus::trim(rest.substr(std::string_view("月").size()));
    std::string out = std::to_string(full) + two_digits(month->value);
    const auto day = corpus::read_number(rest);
    if (day && day->value >= 1 && day->value <= 31 &&
        corpus::trim(rest.substr(day->length)).starts_with("日"))
      out += two_digits(day->value);
    return out;
  }
  return {};
}

std::string find_date(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if (std::string found = read_date(text.substr(at)); !found.empty()) return found;
    corpus::next_code_point(text, at);
  }
  return {};
}

}  // namespace

std::string to_tsv(const std::vector<DocumentEntry>& documents) {
  std::string out(kHeader);
  for (const DocumentEntry& d : documents) {
    corpus::append_tsv_row(
        out, {d.id, d.kind, d.title, d.date, d.digest ? "digest" : "", d.source, d.licence, d.url,
              d.retrieved, d.default_law, d.original, d.encoding, std::to_string(d.sections),
              std::to_string(d.characters)});
  }
  return out;
}

std::vector<DocumentEntry> parse_document_table(std::string_view tsv, std::string_view where) {
  std::vector<DocumentEntry> out;
  corpus::read_tsv(tsv, kHeader, kColumns, where, [&](std::vector<std::string>& c) {
    out.push_back({.id = c[0],
                   .kind = c[1],
                   .title = c[2],
                   .date = c[3],
                   .digest = !c[4].empty(),
                   .source = c[5],
                   .licence = c[6],
                   .url = c[7],
                   .retrieved = c[8],
                   .default_law = c[9],
                   .original = c[10],
                   .encoding = c[11],
                   .sections = corpus::to_number(c[12]),
                   .characters = corpus::to_number(c[13])});
  });
  return out;
}

std::string document_file(const DocumentEntry& entry, std::string_view name) {
  return "documents/" + entry.id + '/' + std::string(name);
}

std::string document_id(std::string_view stem) {
  std::string out;
  std::size_t letters = 0;
  for (std::size_t at = 0; at < stem.size() && letters < kMostIdLetters; ++letters) {
    const char32_t c = corpus::next_code_point(stem, at);
    constexpr std::u32string_view kSigns = U"#/\\?%:*\"<>|&~ \t";
    const bool sign = c < 0x20 || c == 0x7F || c == 0xFFFD || corpus::is_space(c) ||
                      kSigns.find(c) != std::u32string_view::npos;
    corpus::append_code_point(out, sign || (out.empty() && c == U'.') ? U'_' : c);
  }
  return out.empty() ? "_" : out;
}

std::string to_string(const DocumentAddress& address) {
  std::string out = std::string(kScheme) + address.id;
  if (address.section) out += "#s" + std::to_string(*address.section);
  if (address.section && address.part > 1) out += '.' + std::to_string(address.part);
  return out;
}

std::optional<DocumentAddress> parse_document_address(std::string_view text) {
  if (!text.starts_with(kScheme)) return std::nullopt;
  text.remove_prefix(kScheme.size());
  const std::size_t sign = text.rfind('#');
  DocumentAddress out{.id = std::string(text.substr(0, sign)), .section = {}, .part = 1};
  if (out.id.empty()) return std::nullopt;
  if (sign == std::string_view::npos) return out;
  std::string_view place = text.substr(sign + 1);
  if (place.starts_with("s")) place.remove_prefix(1);
  std::size_t section = 0;
  const char* const end = place.data() + place.size();
  auto read = std::from_chars(place.data(), end, section);
  if (read.ec != std::errc()) return std::nullopt;
  out.section = section;
  if (read.ptr != end && *read.ptr == '.') read = std::from_chars(read.ptr + 1, end, out.part);
  if (read.ec != std::errc() || read.ptr != end) return std::nullopt;
  return out;
}

std::string date_of(const documents::DocumentText& document, std::string_view title) {
  const std::size_t last = std::min(document.blocks.size(), kBlocksWithDate);
  for (std::size_t b = 0; b < last; ++b) {
    const std::string_view text = document.blocks[b].text.of(document.text);
    if (corpus::count_code_points(text) > kMostDateLetters) continue;
    if (std::string found = find_date(text); !found.empty()) return found;
  }
  return find_date(title);
}

std::vector<citations::ReferenceRecord> to_records(
    const DocumentEntry& entry, const documents::DocumentText& document,
    const std::vector<citations::Reference>& references) {
  std::vector<citations::ReferenceRecord> out;
  std::size_t byte = 0, letters = 0;  // counted on from the reference before
  for (const citations::Reference& r : references) {
    if (r.span.begin < byte) byte = letters = 0;
    letters += corpus::count_code_points(
        std::string_view(document.text).substr(byte, r.span.begin - byte));
    byte = r.span.begin;
    citations::ReferenceRecord record =
        citations::to_record(to_string(DocumentAddress{entry.id, r.from, 1}), "", [&] {
          citations::Reference plain = r;
          plain.span = {0, 0};
          return plain;
        }());
    record.span = {letters, letters + corpus::count_code_points(r.span.of(document.text))};
    out.push_back(std::move(record));
  }
  return out;
}

}  // namespace prose
