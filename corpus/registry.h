// SPDX-License-Identifier: GPL-2.0-or-later
// All national laws by id, number, title, reading and abbreviation (registry.tsv), so that laws
// outside the corpus are recognised too. The first line names the columns: law_id (required),
// law_num, title, kana, abbrev (several are parted by commas), law_type, promulgated.
//   registry.by_name("経済安保推進法")       ->  rows of every law so called
//   registry.amending_law_id("平成二九年六月二一日法律第六七号")  ->  "429AC0000000067"
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/law_names.h"
#include "corpus/law_number.h"

namespace corpus {

// One row; views live as long as the registry (moving it keeps them).
struct RegistryEntry {
  std::string_view id;
  std::string_view number;
  std::string_view title;
  std::string_view kana;
  std::string_view abbreviations;
  std::string_view type;
  std::string_view promulgated;  // yyyy-mm-dd
};

// A line that was left out or looks wrong.
struct RegistryProblem {
  std::size_t line = 0;
  std::string what;
};

class Registry {
 public:
  Registry() = default;
  // Throws Error when the file cannot be read or its first line has no law_id.
  static Registry load(const std::filesystem::path& file);
  static Registry parse(std::string_view tsv, std::string_view where);

  // Laws the registry does not have yet; known ids are left as they are. Indexes of rows stay.
  void add(const std::vector<RegistryEntry>& entries);

  std::size_t size() const { return entries_.size(); }
  const RegistryEntry& operator[](std::uint32_t row) const { return entries_[row]; }
  const std::vector<RegistryProblem>& problems() const { return problems_; }

  std::optional<std::uint32_t> by_id(std::string_view id) const;
  std::vector<std::uint32_t> by_number(const LawNumber&) const;
  // Rows with that title; if none, with that part of the title; if none, that abbreviation; if
  // none, reading.
  std::vector<std::uint32_t> by_name(std::string_view name) const;

  // The id behind AmendLawNum. A 法律 that is not in the registry is taken for a bill of the
  // Cabinet (AC0), as nineteen of twenty amending laws are; nothing when neither the registry nor
  // the number can tell.
  std::optional<std::string> amending_law_id(std::string_view law_number) const;

  // For LawNames: every name of every row. Readings only when asked for: they are words of their
  // own in a text.
  std::vector<LawName> names(bool with_kana) const;

 private:
  struct NameKey {
    std::uint64_t hash;
    std::uint32_t row;
    NameKind kind;
  };

  static Registry of_text(std::unique_ptr<std::string> tsv, std::string_view where);
  std::vector<std::uint32_t> by_reading(std::u32string_view folded) const;
  void read_rows(std::string_view tsv, std::string_view where);
  void index();

  std::vector<std::unique_ptr<std::string>> texts_;
  std::vector<RegistryEntry> entries_;
  std::vector<RegistryProblem> problems_;
  std::vector<std::uint32_t> by_id_;
  std::vector<NameKey> by_name_;
  std::vector<NameKey> by_number_;
};

}  // namespace corpus
