// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/norms/deemed_table.h"

#include "corpus/tsv.h"

namespace norms {
namespace {

constexpr std::string_view kHeader =
    "# jobun deemed v1\n"
    "n\tkind\tbasis\ttargets\tcondition\tplaces\tfrom\tto\n";
constexpr std::size_t kColumns = 8;

std::string join(const std::vector<corpus::AddressRange>& ranges) {
  std::string out;
  for (const auto& range : ranges) out += (out.empty() ? "" : " ") + to_string(range);
  return out;
}

std::vector<corpus::AddressRange> split(std::string_view text) {
  std::vector<corpus::AddressRange> out;
  while (!text.empty()) {
    const std::size_t space = std::min(text.find(' '), text.size());
    if (auto range = corpus::parse_address_range(text.substr(0, space))) out.push_back(*range);
    text.remove_prefix(std::min(space + 1, text.size()));
  }
  return out;
}

}  // namespace

std::string to_tsv(const std::vector<DeemedNorm>& norms) {
  std::string out(kHeader);
  for (std::size_t n = 0; n < norms.size(); ++n) {
    const DeemedNorm& norm = norms[n];
    const auto row = [&](const citations::Replacement& pair) {
      corpus::append_tsv_row(
          out, {std::to_string(n + 1), std::string(to_string(norm.kind)), to_string(norm.basis),
                join(norm.targets), norm.condition, join(pair.places), pair.from, pair.to});
    };
    if (norm.pairs.empty()) row({});
    for (const citations::Replacement& pair : norm.pairs) row(pair);
  }
  return out;
}

std::vector<DeemedNorm> parse_deemed_table(std::string_view tsv, std::string_view where) {
  std::vector<DeemedNorm> out;
  std::string last;
  corpus::read_tsv(tsv, kHeader, kColumns, where, [&](std::vector<std::string>& c) {
    const auto basis = corpus::parse_address(c[2]);
    if (!basis) return;
    if (c[0] != last) {
      DeemedNorm norm;
      norm.kind =
          c[1] == to_string(DeemedKind::replaced) ? DeemedKind::replaced : DeemedKind::applied;
      norm.basis = *basis;
      norm.targets = split(c[3]);
      norm.condition = c[4];
      out.push_back(std::move(norm));
      last = c[0];
    }
    if (c[6].empty()) return;
    citations::Replacement pair;
    pair.places = split(c[5]);
    pair.from = c[6];
    pair.to = c[7];
    out.back().pairs.push_back(std::move(pair));
  });
  return out;
}

}  // namespace norms
