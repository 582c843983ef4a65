// SPDX-License-Identifier: GPL-2.0-or-later
// The register of a law: who must, must not, may or shall endeavour to do what, to whom, by when,
// and what follows if not. It was read by a program, and says so on its pages.
//   第五条第一項  特別社会基盤事業者  義務  その旨を報告する  相手: 内閣総理大臣  罰則: 第八十三条
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/law.h"
#include "indexer/norms/norm_table.h"
#include "indexer/norms/penalty.h"

namespace web {

struct PenaltyOfNorm {
  std::string anchor;
  std::string place;  // 第八十三条
  std::string words;  // 二百万円以下の罰金
};

struct NormRow {
  std::size_t provision = 0;
  std::string anchor;
  std::string place;  // 第五条第一項
  std::string bearer;
  std::string modality;  // must, …
  std::string act;
  std::string object;
  std::string recipients;
  std::string trigger;
  std::string deadline;
  std::string exception;
  std::vector<PenaltyOfNorm> penalties;
};
std::vector<NormRow> norm_rows(const corpus::Law&, const std::vector<norms::NormRecord>&,
                               const std::vector<norms::Penalty>&);

// must, must_not, …: duties first, as every list of them is ordered.
std::vector<std::string_view> modalities();
// 義務, 禁止, できる, 努力義務, とする
std::string_view name_of_modality(std::string_view modality);

// One row as a sentence of HTML.
std::string norm_sentence(const NormRow&);

// All rows, as a table that the page's script can filter.
std::string render_register(const std::vector<NormRow>&);

// Who bears how many of them, the most first.
struct BearerCount {
  std::string bearer;
  std::size_t count = 0;
};
std::vector<BearerCount> bearers_of(const std::vector<NormRow>&);

}  // namespace web
