// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/prose/everyday_table.h"

#include "corpus/tsv.h"

namespace prose {
namespace {

constexpr std::string_view kHeader = "# jobun everyday words v1\nword\tterm\taddress\n";

}  // namespace

std::string everyday_tsv(const std::vector<corpus::ManifestTerm>& terms) {
  std::string out(kHeader);
  for (const corpus::ManifestTerm& term : terms) {
    for (const auto* words : {&term.aliases, &term.near}) {
      for (const std::string& word : *words)
        corpus::append_tsv_row(out, {word, term.name, term.address});
    }
  }
  return out;
}

std::vector<EverydayTerm> parse_everyday_table(std::string_view tsv, std::string_view where) {
  std::vector<EverydayTerm> out;
  corpus::read_tsv(tsv, kHeader, 3, where, [&](std::vector<std::string>& cells) {
    out.push_back({cells[0], cells[1], cells[2]});
  });
  return out;
}

}  // namespace prose
