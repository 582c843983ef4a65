// SPDX-License-Identifier: GPL-2.0-or-later
// What one sentence of a penalty says of the pointers in it.
//   「◇若しくは◇の規定による報告をせず」  ->  group ◇◇, direct
//   「◇の規定による命令に違反」            ->  group ◇, via order
//   「…三十万円以下の罰金に処する」        ->  amount 三十万円以下の罰金, criminal_fine
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/norms/penalty.h"
#include "indexer/norms/penalty_text.h"

namespace norms {

struct Amount {
  std::string text;
  PenaltyKind kind = PenaltyKind::other;
};
PenaltyKind kind_of(std::string_view amount);
// `source` is the text of the provision.
Amount amount_of(const PlainSentence&, std::string_view source);

// Pointers that stand side by side: ◇又は◇.
struct Group {
  std::size_t first = 0;  // marks
  std::size_t last = 0;   // behind
  std::size_t begin = 0;  // bytes
  std::size_t end = 0;
  bool applies = false;  // ◇において準用する◇
};
std::vector<Group> groups_of(const PlainSentence&);

enum class Meaning : std::uint8_t { nothing, direct, via_order, crime };
struct Reading {
  Meaning meaning = Meaning::nothing;
  std::size_t end = 0;  // behind the words that say so
};
Reading read_group(const PlainSentence&, const Group&);
// A list of provisions and no more: 「第百七十七条及び第百七十九条　三億円以下の罰金刑」.
Reading read_bare(const PlainSentence&, const Group&, bool corporate);
// 「第百七十六条の規定は、国外でその条の罪を犯した者にも適用する」
Reading read_abroad(const PlainSentence&, const Group&);

// 「◇の基準に適合しない」 blames the duty to keep to it, but not a standard for licences.
enum class Unmet : std::uint8_t { no, breached, short_of_standard };
Unmet how_unmet(const PlainSentence&, const Group&);

}  // namespace norms
