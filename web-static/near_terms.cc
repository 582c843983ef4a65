// SPDX-License-Identifier: GPL-2.0-or-later
#include "web-static/near_terms.h"

#include <algorithm>
#include <unordered_map>

#include "corpus/text.h"

namespace web {
namespace {

constexpr double kLeast = 0.6;         // twice what is shared, of the letters of both
constexpr double kBeside = 0.3;        // what one law defines side by side is confused most
constexpr std::size_t kCommon = 3000;  // a pair of letters in more terms tells nothing

struct Letters {
  std::vector<std::uint64_t> pairs;
  std::size_t count = 0;
};

Letters letters_of(std::string_view key) {
  Letters out;
  std::uint64_t before = 0;
  for (std::size_t at = 0; at < key.size(); ++out.count) {
    const std::uint64_t c = corpus::next_code_point(key, at);
    if (before != 0) out.pairs.push_back(before << 32U | c);
    before = c;
  }
  std::sort(out.pairs.begin(), out.pairs.end());
  out.pairs.erase(std::unique(out.pairs.begin(), out.pairs.end()), out.pairs.end());
  return out;
}

bool meet(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b) {
  for (auto i = a.begin(), j = b.begin(); i != a.end() && j != b.end();) {
    if (*i == *j) return true;
    *i < *j ? ++i : ++j;
  }
  return false;
}

}  // namespace

std::vector<std::vector<NearTerm>> near_terms(const std::vector<TermInLaws>& terms,
                                              const CompareTerms& compare, std::size_t most) {
  std::vector<Letters> letters;
  std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> having;
  for (std::uint32_t t = 0; t < terms.size(); ++t) {
    letters.push_back(letters_of(terms[t].key));
    for (const std::uint64_t pair : letters.back().pairs) having[pair].push_back(t);
  }
  std::vector<std::vector<NearTerm>> out(terms.size());
  std::vector<std::uint32_t> shared(terms.size(), 0);
  for (std::uint32_t t = 0; t < terms.size(); ++t) {
    std::vector<std::uint32_t> touched;
    for (const std::uint64_t pair : letters[t].pairs) {
      const auto& others = having.at(pair);
      if (others.size() > kCommon) continue;
      for (const std::uint32_t other : others) {
        if (other != t && shared[other]++ == 0) touched.push_back(other);
      }
    }
    std::sort(touched.begin(), touched.end());
    std::vector<std::pair<double, NearTerm>> ranked;
    for (const std::uint32_t other : touched) {
      const auto both = static_cast<double>(letters[t].count + letters[other].count);
      // A stretch of n letters has n - 1 pairs; with one pair too common to be counted, n - 2.
      if (2.0 * (shared[other] + 2) >= kLeast * both) {
        const TermDifference d = compare(terms[t].key, terms[other].key);
        if (d.likeness >= kLeast)
          ranked.emplace_back(d.likeness + (meet(terms[t].laws, terms[other].laws) ? kBeside : 0),
                              NearTerm{other, d});
      }
      shared[other] = 0;
    }
    std::stable_sort(ranked.begin(), ranked.end(),
                     [](const auto& a, const auto& b) { return a.first > b.first; });
    if (ranked.size() > most) ranked.resize(most);
    for (auto& [rank, near] : ranked) out[t].push_back(std::move(near));
  }
  return out;
}

std::string difference_text(const TermDifference& d) {
  if (d.own.empty()) return "「" + d.other + "」が加わる";
  if (d.other.empty()) return "「" + d.own + "」がない";
  return "「" + d.own + "」が「" + d.other + "」";
}

}  // namespace web
