// SPDX-License-Identifier: GPL-2.0-or-later
// The words a text says are to be read otherwise (読替え), and reading a text that way.
//   「同条第一項中「知事」とあるのは「市長」と、「県」とあるのは「市」と読み替える」
//     ->  {places: a3/p1, 知事 -> 市長}, {places: a3/p1, 県 -> 市}
// Written as words, or as a table of 規定 │ 字句 │ 字句. Which ways of writing are known is the
// table replacement_words(), a row with its examples each.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/law.h"
#include "indexer/citations/reference.h"

namespace citations {

struct Replacement {
  std::vector<corpus::AddressRange> places;  // 同条第一項中; empty: all that is to be read so
  std::string from;                          // without its 「」
  std::string to;
  corpus::Span from_span;  // in the text, without 「」
  corpus::Span to_span;
  corpus::Span place;  // the words 同条第一項, これらの規定; empty when there are none
  corpus::Span condition;  // とあるのは、[新設の場合には]「…」; empty when there is none
  std::uint32_t group = 0;  // pairs that one 読み替える, とする ends have the same number
  bool operator==(const Replacement&) const = default;
};

// `references` are those of this text, in order; they tell what 同条第一項 is.
std::vector<Replacement> find_replacements(std::string_view text,
                                           std::span<const Reference> references);
// Also from the tables behind the text.
std::vector<Replacement> find_replacements(const corpus::Provision&,
                                           std::span<const Reference> references);

// Is the pair to be read in that provision? A pair without a place is read everywhere.
bool reads_in(const Replacement&, const corpus::Address& provision);

struct ReplacedText {
  std::string text;
  std::vector<corpus::Span> generated;  // what did not stand in the original
  std::size_t replaced = 0;             // pairs whose words stood in it
};

// All pairs at once: what one has put in, another does not touch; of two that begin at one place
// the longer wins.
ReplacedText replace_words(std::string_view text, std::span<const Replacement> pairs);

// --- the table ---------------------------------------------------------------------------------

enum class ReplacementRole : std::uint8_t {
  names,         // 「A」[とあるのは]: the words that are replaced end
  names_also,    // 「A」[とあり、及び]: more of them follow
  joins,         // 「A」[及び]「B」
  respectively,  // とあるのは[、それぞれ]
  becomes,       // 「B」[と]
  in_place,      // 同条第一項[中]「A」
};

struct ReplacementExample {
  std::string_view text;
  std::string_view printed;  // A→B, C→D
};

struct ReplacementWord {
  std::string_view name;
  ReplacementRole role = ReplacementRole::names;
  std::vector<std::string_view> spellings;
  std::vector<ReplacementExample> examples;
  std::vector<std::string_view> not_in;  // texts that say nothing of the kind
  std::string_view source;
};

std::span<const ReplacementWord> replacement_words();

}  // namespace citations
