// SPDX-License-Identifier: GPL-2.0-or-later
// Addresses as people write them: law (alias, title, abbreviation, reading, number or id), then the
// provision.
//   read_address("強化法5条1項", book)                    ->  507AC0000000042/a5/p1
//   read_address("刑法（明治四十年法律第四十五号）168条の2第2項", book)  ->
//   140AC0000000045/a168_2/p2 read_address("財源確保法3条", book)  ->  problem: several laws are
//   called so; candidates: each of them
// The machine form of contract §2 is taken as it is. Whether the provision exists is not looked at.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "corpus/address.h"
#include "corpus/manifest.h"

namespace corpus {

struct ReadAddresses {
  std::vector<AddressRange> ranges;
  std::string problem;  // Japanese, what could not be read; empty when all was
  std::vector<std::string>
      candidates;  // what may be meant, ready to print: 「507AC…/a5　題名（番号）」
  bool ok() const { return problem.empty(); }
};

// `default_law` is the id a text without a law belongs to; `scope` the document whose own aliases
// count.
ReadAddresses read_address(std::string_view text, const LawBook&, std::string_view default_law = {},
                           std::uint32_t scope = 0);

}  // namespace corpus
