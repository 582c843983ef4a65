// SPDX-License-Identifier: GPL-2.0-or-later
// The words people ask with, and the law's own: 知らせる → 通知する. The table is who_words.inc.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "indexer/norms/norm.h"

namespace query {

struct WhoWord {
  std::string_view asked;               // as it stands in a question
  std::vector<std::string_view> acts;   // verbs of norms, dictionary form
  std::vector<std::string_view> terms;  // words to look for besides
  std::vector<norms::Modality> modalities;
  std::string_view note;     // Japanese: what to mind about the words
  std::string_view example;  // a question that holds `asked`
};

std::span<const WhoWord> who_words();

}  // namespace query
