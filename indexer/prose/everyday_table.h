// SPDX-License-Identifier: GPL-2.0-or-later
// What people call the terms of the law, as a knowledge base keeps it, a line each: the word, the
// term, where the law has it.
//   基幹インフラ  特別社会基盤事業者  507AC0000000042/a2/p3
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "corpus/manifest.h"

namespace prose {

struct EverydayTerm {
  std::string word;
  std::string term;
  std::string address;
};

std::string everyday_tsv(const std::vector<corpus::ManifestTerm>&);
// Throws Error naming `where` and the line.
std::vector<EverydayTerm> parse_everyday_table(std::string_view tsv, std::string_view where);

}  // namespace prose
