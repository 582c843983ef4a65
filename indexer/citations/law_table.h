// SPDX-License-Identifier: GPL-2.0-or-later
// What a knowledge base knows of each revision of each law before it opens its text: laws.tsv, one
// line a revision, columns named in its first lines.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/law.h"

namespace citations {

struct LawEntry {
  std::string id;
  std::string revision;  // yyyymmdd, or empty when the source does not say
  std::string amended_by;
  std::string number;
  std::string title;
  std::string kana;
  std::string abbreviations;  // parted by commas
  std::string type;           // as in the XML
  std::string promulgated;    // yyyy-mm-dd
  std::string kind;           // statute, order, bill
  bool digest = false;
  std::string source;  // who gives the text: e-Gov法令検索
  std::uint64_t characters = 0;
  std::uint64_t units = 0;  // articles and the like, as searched
  std::string file;         // of the source, below the generation's folder
};

std::string to_tsv(const std::vector<LawEntry>&);
// Throws Error naming `where` and the line.
std::vector<LawEntry> parse_law_table(std::string_view tsv, std::string_view where);

enum class Force : std::uint8_t { in_force, not_yet, unknown_date };

// The revisions of one law, oldest first.
class Revisions {
 public:
  explicit Revisions(std::vector<const LawEntry*> entries);
  const std::vector<const LawEntry*>& all() const { return entries_; }
  // The one in force on `date` (yyyymmdd); where none is yet, the first one to come.
  const LawEntry& on(std::string_view date) const;
  Force force(std::string_view date) const;
  // The day before which `entry` is in force (yyyymmdd), or empty when nothing follows it.
  std::string_view until(const LawEntry& entry) const;

 private:
  std::vector<const LawEntry*> entries_;
};

// Today in Japan, yyyymmdd.
std::string today();

}  // namespace citations
