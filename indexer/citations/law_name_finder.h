// SPDX-License-Identifier: GPL-2.0-or-later
// What laws are called at one place of a text: by title, by an official abbreviation, or by a name
// the text itself declares (以下「法」という。), each only where it holds.
//   …（令和七年法律第四十二号。以下「法」という。）  ->  declare({"法", {507AC0000000042}, …})
//   finder.longest_at("法第五条", 0, place)  ->  507AC0000000042
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/citations/citation.h"
#include "indexer/citations/law_library.h"

namespace citations {

// Where in the law: provision and byte of its text.
struct TextPlace {
  std::uint32_t provision = 0;
  std::size_t offset = 0;
  auto operator<=>(const TextPlace&) const = default;
};

struct DeclaredName {
  std::string name;
  CitedLaw law;
  TextPlace from;                                           // holds from here on
  std::vector<std::pair<std::uint32_t, std::uint32_t>> in;  // ranges of provisions; empty: all
};

struct NameHit {
  CitedLaw law;
  std::size_t length = 0;
};

class LawNameFinder {
 public:
  LawNameFinder(const LawLibrary& library, bool prose, std::uint32_t document_scope)
      : library_(&library), prose_(prose), scope_(document_scope) {}

  void declare(DeclaredName name);
  std::optional<NameHit> longest_at(std::string_view text, std::size_t at,
                                    std::uint32_t provision) const;
  const LawLibrary& library() const { return *library_; }
  bool prose() const { return prose_; }

 private:
  std::optional<NameHit> declared_at(std::string_view text, std::size_t at,
                                     std::uint32_t provision) const;
  std::optional<NameHit> registered_at(std::string_view text, std::size_t at) const;

  const LawLibrary* library_;
  bool prose_;
  std::uint32_t scope_;
  std::map<char32_t, std::vector<DeclaredName>> declared_;
};

// Names that go on behind a known one: 刑法施行令, 刑法の一部を改正する法律,
// A法及びB法の一部を改正する 法律. Moves `hit` to the whole name, which nobody may know.
void extend_name(std::string_view text, std::size_t at, const LawLibrary&, NameHit& hit);

}  // namespace citations
