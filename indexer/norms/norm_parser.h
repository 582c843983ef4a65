// SPDX-License-Identifier: GPL-2.0-or-later
// The clauses of a sentence that say what is done, each with its modality.
//   甲は、A を作成し、B に対し C を求めることができる
//   -> 作成する may (region A を) | 求める may (region B に対し C を)
// A clause that only belongs to a noun, a condition or a purpose
// (届出を行い、又は…すべきことを命ずる, 満了し、又は欠員を生じた場合) is none of its own. Reads
// each letter a bounded number of times.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "indexer/norms/norm.h"
#include "indexer/norms/norm_rules.h"
#include "indexer/norms/norm_text.h"

namespace norms {

// What a piece between 、 does in its sentence.
enum class PieceKind : std::uint8_t {
  topic,       // 検査者は
  trigger,     // 事故を知ったときは
  clause,      // 記録を作成し: on the level of the sentence
  embedded,    // the same within a noun phrase or a condition
  adverb,      // 指針に基づき, 期間を定めて
  connective,  // かつ
  noun,        // part of a list
  last,
};

struct NormClause {
  Range region;  // what stands before the verb and behind the clause before
  Range verb;    // with its ending
  std::string act;
  Modality modality = Modality::must;
  const EndingRule* rule = nullptr;
  bool passive = false;
  bool causative = false;
  bool loose = false;  // joined to the next one by とともに
};

struct NormSentence {
  std::vector<PieceKind> pieces;  // one for each of NormText::pieces()
  std::vector<NormClause> clauses;
};

NormSentence parse_norm_sentence(const NormText&);

// The rule that reads the end of the range, and the verb in front of it.
struct EndingMatch {
  const EndingRule* rule = nullptr;
  Verb verb;  // its range counts in the whole text
  Range whole;
};
std::optional<EndingMatch> match_ending(std::u32string_view letters, Range piece, bool inside);

// Letters behind which a verb form may modify a noun: 提出する|書類.
bool ends_attributive(std::u32string_view letters, std::size_t at);

// How many letters of 又は, かつ … the range begins with.
std::size_t connective_at(std::u32string_view letters);

}  // namespace norms
