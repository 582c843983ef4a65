// SPDX-License-Identifier: GPL-2.0-or-later
// Which penalty stands behind which norm, in one law.
//   八十三条「第六条の規定による命令に違反した…二百万円以下の罰金に処する。」
//     -> a83 sanctions a6 (via order), and behind the order a4/p1, a5, whose breach lets it be made
// A crime that names no norm (「秘密を漏らした者は」) sanctions itself and makes no edge.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/law.h"
#include "indexer/citations/reference.h"

namespace norms {

enum class PenaltyKind : std::uint8_t {
  imprisonment,
  imprisonment_or_fine,
  criminal_fine,
  minor,           // 拘留, 科料
  administrative,  // 過料
  surcharge,       // 課徴金
  disciplinary,    // 懲戒
  behind_order,    // the duty behind an order that was disobeyed
  corporate,       // 両罰
  abroad,          // 国外犯
  attempt,         // 未遂
  confiscation,    // 没収, 追徴
  other,           // 同項の刑 of a provision that names none
};
std::string_view to_string(PenaltyKind);  // "imprisonment or fine", "両罰", …

enum class PenaltyHow : std::uint8_t { direct, via_order };
std::string_view to_string(PenaltyHow);  // "direct", "via order"

struct Penalty {
  corpus::Address penalty;  // to the item; without 項 when the article has only one
  corpus::Address norm;
  std::string text;  // 二年以下の拘禁刑又は百万円以下の罰金
  PenaltyKind kind = PenaltyKind::other;
  PenaltyHow how = PenaltyHow::direct;
  bool applied = false;  // by 準用, 適用 of the norm that the penalty names
  std::string words;     // 第八条第二項の規定に違反
  bool operator==(const Penalty&) const = default;
};

// `references` are the law's own, in order (references.h). In the order of the penalty provisions.
std::vector<Penalty> find_penalties(const corpus::Law&,
                                    const std::vector<citations::Reference>& references);

std::string to_tsv(const std::vector<Penalty>&);
// Throws Error naming `where` and the line.
std::vector<Penalty> parse_penalty_table(std::string_view tsv, std::string_view where);

// Of a norm: what sanctions it, or a part of it. Of a penalty provision: what it sanctions.
std::vector<Penalty> penalties_of(const std::vector<Penalty>&, const corpus::Address& norm);
std::vector<Penalty> norms_of(const std::vector<Penalty>&, const corpus::Address& penalty);

}  // namespace norms
