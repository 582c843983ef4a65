// SPDX-License-Identifier: GPL-2.0-or-later
// Norms that another provision makes out of an existing one: by reading its words otherwise for
// some cases (読替え), or by making it apply to something else (準用).
//   「施行の際現に水門を有する者に対する第四条第一項の規定の適用については、同項中「設けたときは」と
//   あるのは、「施行の日から六月以内に」とする。」  ->  replaced, target a4/p1, condition
//   「施行の際現に水門を有する者」
//   「第二項の規定は、前項の届出について準用する。」  ->  applied, target a4/p2, to
//   「前項の届出」
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/law.h"
#include "indexer/citations/reference.h"
#include "indexer/citations/replacements.h"

namespace norms {

enum class DeemedKind : std::uint8_t { replaced, applied };
std::string_view to_string(DeemedKind);  // 読替え, 準用

struct DeemedNorm {
  DeemedKind kind = DeemedKind::replaced;
  corpus::Address basis;                      // the provision that says so
  std::vector<corpus::AddressRange> targets;  // what is read otherwise, or applied
  std::string condition;                      // for whom, or to what; empty when it does not say
  std::vector<citations::Replacement> pairs;
  bool operator==(const DeemedNorm&) const = default;
};

std::vector<DeemedNorm> find_deemed(const corpus::Law&,
                                    const std::vector<citations::Reference>& references);

// The words of the provision as the deemed norm reads them; nothing when it does not reach the
// provision. Generated words are marked; a pair whose words do not stand there changes nothing.
std::optional<citations::ReplacedText> read_as(const DeemedNorm&, const corpus::Law& law_of_target,
                                               const corpus::Address& provision);

// --- the table ---------------------------------------------------------------------------------

enum class DeemedRole : std::uint8_t {
  application,  // ◇[の規定の適用については]
  is_applied,   // …[について準用する]
  topic,        // ◇[の規定は、]…について準用する
  for_whom,     // 水門を有する者[に対する]◇の規定の適用については
};

struct DeemedExample {
  std::string_view text;
  std::string_view printed;  // 読替え a3/p1 〈condition〉
};

struct DeemedRule {
  std::string_view name;
  DeemedRole role = DeemedRole::application;
  std::vector<std::string_view> spellings;
  std::vector<DeemedExample> examples;
  std::vector<std::string_view> not_in;
  std::string_view source;
};

std::span<const DeemedRule> deemed_rules();

}  // namespace norms
