// SPDX-License-Identifier: GPL-2.0-or-later
// What 同条, 同項, 同号 and 同法 stand for: everything cited so far, asked from the end.
//   「第三条第一項（第五条第二項を含む。）の届出…同条第三項」 -> 第三条: what stands in a bracket
//   that is closed is asked only when nothing before it fits.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "corpus/address.h"
#include "indexer/citations/citation.h"

namespace citations {

// One citation as it was understood.
struct Mention {
  std::string law_id;
  std::string law_name;  // as written, when the citation names its law
  bool names_law = false;
  std::vector<corpus::Segment> path;
  std::uint32_t units = 0;  // bit per Unit that is written in it (or carried over in its list)
  std::uint32_t provision = 0;
  int bracket = 0;
  corpus::Span bracket_span;
  int parent = -1;       // the bracket that bracket stands in
  bool scope = false;    // 次項において同じ: says where a word holds, nothing more
  bool nowhere = false;  // 前項 in a text that has none: what 同項 behind it means cannot be told
};

class Antecedents {
 public:
  void add(Mention mention) { mentions_.push_back(std::move(mention)); }
  void clear() { mentions_.clear(); }

  // `above`: provisions the current one lies in (itself first). `fits` may reject a mention.
  const Mention* find(std::uint32_t units, const Mention& here,
                      const std::vector<std::uint32_t>& above,
                      const std::function<bool(const Mention&)>& fits) const;

 private:
  std::vector<Mention> mentions_;
};

}  // namespace citations
