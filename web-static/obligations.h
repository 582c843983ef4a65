// SPDX-License-Identifier: GPL-2.0-or-later
// The register of a law: who must, must not, may or shall endeavour to do what, to whom, by when.
// It was read by a program, and says so on its pages.
//   第五条第一項  特別社会基盤事業者  義務  その旨を報告する  相手: 内閣総理大臣
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "corpus/law.h"

namespace web {

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
};
std::vector<NormRow> norm_rows(const corpus::Law&);

// 義務, 禁止, できる, 努力義務, とする
std::string_view name_of_modality(std::string_view modality);

// One row as a sentence of HTML.
std::string norm_sentence(const NormRow&);

// All rows, as a table that the page's script can filter.
std::string render_register(const std::vector<NormRow>&);

}  // namespace web
