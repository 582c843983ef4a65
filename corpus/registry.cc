// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/registry.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <numeric>
#include <system_error>
#include <tuple>

#include "corpus/error.h"
#include "corpus/name_fold.h"
#include "corpus/text.h"

namespace corpus {
namespace {

struct Column {
  std::string_view name;
  std::string_view RegistryEntry::*field;
};
constexpr Column kColumns[] = {
    {"law_id", &RegistryEntry::id},
    {"law_num", &RegistryEntry::number},
    {"title", &RegistryEntry::title},
    {"kana", &RegistryEntry::kana},
    {"abbrev", &RegistryEntry::abbreviations},
    {"law_type", &RegistryEntry::type},
    {"promulgated", &RegistryEntry::promulgated},
};

constexpr std::string_view kBom = "\xEF\xBB\xBF";

// Cuts the head of `text` up to `mark`, and the mark.
std::string_view cut(std::string_view& text, char mark) {
  const std::size_t end = std::min(text.find(mark), text.size());
  const std::string_view head = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  return head;
}

std::string_view cut_line(std::string_view& text) {
  std::string_view line = cut(text, '\n');
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

// ASCII white space only: a column may begin with an ideographic one.
std::string_view strip(std::string_view text) {
  while (!text.empty() && static_cast<unsigned char>(text.front()) <= ' ') text.remove_prefix(1);
  while (!text.empty() && static_cast<unsigned char>(text.back()) <= ' ') text.remove_suffix(1);
  return text;
}

bool is_law_id(std::string_view id) {
  return id.size() == 15 && std::all_of(id.begin(), id.end(), [](char c) {
           return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z');
         });
}

std::uint64_t hash_bytes(std::string_view text) {
  std::uint64_t hash = 14695981039346656037u;  // FNV-1a
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211u;
  return hash;
}

std::uint64_t hash_name(std::string_view name) {
  std::uint64_t hash = 14695981039346656037u;
  NameLetters letters(name, 0);
  while (const char32_t letter = letters.next()) hash = (hash ^ letter) * 1099511628211u;
  return hash;
}

bool is_kana(char32_t c) { return c >= U'ぁ' && c <= U'ヺ'; }

// The part of a title that stands for the whole, where the other part is only a number.
std::string_view title_part(std::string_view title) {
  constexpr std::string_view kOpen = "（";
  constexpr std::string_view kClose = "）";
  if (!title.ends_with(kClose)) return {};
  const std::size_t open = title.find(kOpen);
  if (open == std::string_view::npos || open == 0) return {};
  const std::string_view head = title.substr(0, open);
  if (head.starts_with("人事院規則")) return head;
  if (!parse_law_number(head)) return {};
  const std::size_t inner = open + kOpen.size();
  return title.substr(inner, title.size() - inner - kClose.size());
}

template <typename Use>
void for_each_name(const RegistryEntry& entry, const Use& use) {
  constexpr std::string_view kExtract = "\u3000抄";
  if (!entry.title.empty()) use(entry.title, NameKind::title);
  if (const auto part = title_part(entry.title); !part.empty()) use(part, NameKind::title_part);
  for (std::string_view rest = entry.abbreviations; !rest.empty();) {
    std::string_view name = strip(cut(rest, ','));
    if (name.ends_with(kExtract)) name.remove_suffix(kExtract.size());
    if (!name.empty()) use(name, NameKind::abbreviation);
  }
  if (entry.type == "Constitution")
    use("憲法", NameKind::abbreviation);  // lawyers' only name for it
  if (!entry.kana.empty()) use(entry.kana, NameKind::kana);
}

}  // namespace

Registry Registry::load(const std::filesystem::path& file) {
  std::error_code failed;
  const auto size = std::filesystem::file_size(file, failed);
  std::ifstream stream(file, std::ios::binary);
  std::string text(failed ? 0 : size, '\0');
  if (failed || !stream || !stream.read(text.data(), static_cast<std::streamsize>(size))) {
    throw Error("法令一覧を読めません", file.string(),
                "corpus.toml の registry の指定と、ファイルの有無・読取り権限を確かめてください");
  }
  return of_text(std::make_unique<std::string>(std::move(text)), file.string());
}

Registry Registry::parse(std::string_view tsv, std::string_view where) {
  return of_text(std::make_unique<std::string>(tsv), where);
}

Registry Registry::of_text(std::unique_ptr<std::string> tsv, std::string_view where) {
  Registry registry;
  registry.texts_.push_back(std::move(tsv));
  registry.read_rows(*registry.texts_.back(), where);
  registry.index();
  return registry;
}

void Registry::read_rows(std::string_view text, std::string_view where) {
  if (text.starts_with(kBom)) text.remove_prefix(kBom.size());
  std::vector<std::string_view RegistryEntry::*> fields;
  for (std::string_view header = cut_line(text), name; !header.empty();) {
    name = strip(cut(header, '\t'));
    const auto* column = std::find_if(std::begin(kColumns), std::end(kColumns),
                                      [&](const Column& c) { return c.name == name; });
    fields.push_back(column == std::end(kColumns) ? nullptr : column->field);
  }
  if (std::find(fields.begin(), fields.end(), &RegistryEntry::id) == fields.end()) {
    throw Error("法令一覧の1行目に law_id の列がありません", std::string(where) + ":1",
                "1行目を列名（law_id、law_num、title、kana、abbrev、law_"
                "type、promulgated）にし、タブで区切ってください");
  }
  const bool all_well_formed = !find_invalid_utf8(text);
  entries_.reserve(static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n')) + 1);
  for (std::size_t line_number = 2; !text.empty(); ++line_number) {
    std::string_view line = cut_line(text);
    if (strip(line).empty()) continue;
    if (!all_well_formed && find_invalid_utf8(line)) {
      problems_.push_back({line_number, "UTF-8 ではない行です（読み飛ばしました）"});
      continue;
    }
    RegistryEntry entry;
    std::size_t column = 0;
    for (; column < fields.size() && !line.empty(); ++column) {
      const std::string_view value = strip(cut(line, '\t'));
      if (fields[column] != nullptr) entry.*fields[column] = value;
    }
    if (!is_law_id(entry.id)) {
      problems_.push_back({line_number, "法令ＩＤが正しくありません（読み飛ばしました）: " +
                                            std::string(entry.id)});
      continue;
    }
    if (!line.empty()) problems_.push_back({line_number, "列が多すぎます（余りは使いません）"});
    entries_.push_back(entry);
  }
}

void Registry::index() {
  by_id_.resize(entries_.size());
  std::iota(by_id_.begin(), by_id_.end(), 0);
  std::stable_sort(by_id_.begin(), by_id_.end(), [&](std::uint32_t a, std::uint32_t b) {
    return entries_[a].id < entries_[b].id;
  });
  by_name_.clear();
  by_number_.clear();
  by_name_.reserve(entries_.size() * 3);
  by_number_.reserve(entries_.size());
  for (std::uint32_t row = 0; row < entries_.size(); ++row) {
    by_number_.push_back({hash_bytes(entries_[row].number), row, NameKind::title});
    for_each_name(entries_[row], [&](std::string_view name, NameKind kind) {
      if (kind != NameKind::kana) by_name_.push_back({hash_name(name), row, kind});
    });
  }
  const auto order = [](const NameKey& a, const NameKey& b) {
    return std::tuple(a.hash, a.kind, a.row) < std::tuple(b.hash, b.kind, b.row);
  };
  std::sort(by_name_.begin(), by_name_.end(), order);
  std::sort(by_number_.begin(), by_number_.end(), order);
}

void Registry::add(const std::vector<RegistryEntry>& entries) {
  for (const RegistryEntry& entry : entries) {
    if (by_id(entry.id)) continue;
    const bool twice = std::any_of(entries.data(), &entry, [&](const RegistryEntry& earlier) {
      return earlier.id == entry.id;
    });
    if (twice) continue;
    RegistryEntry kept;
    for (const Column& column : kColumns) {
      texts_.push_back(std::make_unique<std::string>(entry.*column.field));
      kept.*column.field = *texts_.back();
    }
    entries_.push_back(kept);
  }
  index();
}

std::optional<std::uint32_t> Registry::by_id(std::string_view id) const {
  const auto found =
      std::lower_bound(by_id_.begin(), by_id_.end(), id,
                       [&](std::uint32_t row, auto wanted) { return entries_[row].id < wanted; });
  if (found == by_id_.end() || entries_[*found].id != id) return std::nullopt;
  return *found;
}

std::vector<std::uint32_t> Registry::by_number(const LawNumber& number) const {
  const auto id = to_law_id(number);
  if (id) {
    if (const auto row = by_id(*id)) return {*row};
  }
  const std::string text = to_string(number);
  const std::uint64_t hash = hash_bytes(text);
  std::vector<std::uint32_t> rows;
  for (auto key = std::lower_bound(by_number_.begin(), by_number_.end(), hash,
                                   [](const NameKey&k, std::uint64_t h) { return k.hash < h; });
       key != by_number_.end() && key->hash == hash; ++key) {
    if (entries_[key->row].number == text) rows.push_back(key->row);
  }
  if (!rows.empty() || id || number.kind != LawNumberKind::order) return rows;
  // The same order under other names of its issuers: among the few hundred of its year.
  const std::string key = to_key(number);
  for (std::uint32_t row = 0; row < entries_.size(); ++row) {
    if (!entries_[row].number.starts_with(to_string(number.era))) continue;
    const auto other = parse_law_number(entries_[row].number);
    if (other && other->year == number.year && to_key(*other) == key) rows.push_back(row);
  }
  return rows;
}

std::vector<std::uint32_t> Registry::by_name(std::string_view name) const {
  const std::uint64_t hash = hash_name(name);
  const std::u32string folded = fold_name(name);
  std::vector<std::uint32_t> rows;
  std::optional<NameKind> best;
  if (folded.empty()) return rows;
  for (auto key = std::lower_bound(by_name_.begin(), by_name_.end(), hash,
                                   [](const NameKey&k, std::uint64_t h) { return k.hash < h; });
       key != by_name_.end() && key->hash == hash; ++key) {
    if (best && key->kind != *best) break;
    bool same = false;
    for_each_name(entries_[key->row], [&](std::string_view other, NameKind kind) {
      same = same || (kind == key->kind && fold_name(other) == folded);
    });
    if (!same || (!rows.empty() && rows.back() == key->row)) continue;
    best = key->kind;
    rows.push_back(key->row);
  }
  return rows.empty() && is_kana(folded[0]) ? by_reading(folded) : rows;
}

// Asked for by people only, so the readings are in no index.
std::vector<std::uint32_t> Registry::by_reading(std::u32string_view folded) const {
  std::vector<std::uint32_t> rows;
  for (std::uint32_t row = 0; row < entries_.size(); ++row) {
    if (entries_[row].kana.empty()) continue;
    NameLetters letters(entries_[row].kana, 0);
    if (letters.next() == folded[0] && fold_name(entries_[row].kana) == folded) rows.push_back(row);
  }
  return rows;
}

std::optional<std::string> Registry::amending_law_id(std::string_view law_number) const {
  const auto number = parse_law_number(law_number);
  if (!number) return std::nullopt;
  const auto rows = by_number(*number);
  if (rows.size() == 1) return std::string(entries_[rows.front()].id);
  if (!rows.empty()) return std::nullopt;
  if (const auto id = to_law_id(*number)) return id;
  if (number->kind != LawNumberKind::act || number->number.empty()) return std::nullopt;
  LawNumber order = *number;  // a 政令 of that number has the id wanted, but for its letters
  order.kind = LawNumberKind::cabinet_order;
  auto id = to_law_id(order);
  if (id) id->replace(3, 2, "AC");
  return id;
}

std::vector<LawName> Registry::names(bool with_kana) const {
  std::vector<LawName> out;
  for (std::uint32_t row = 0; row < entries_.size(); ++row) {
    for_each_name(entries_[row], [&](std::string_view name, NameKind kind) {
      if (with_kana || kind != NameKind::kana) out.push_back({name, row, kind, 0});
    });
  }
  return out;
}

}  // namespace corpus
