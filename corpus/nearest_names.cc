// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/nearest_names.h"

#include <algorithm>
#include <string>
#include <utility>

namespace corpus {
namespace {

constexpr double kNear = 0.3;  // of 1.0, the same pairs

// Sorted pairs of letters, with one before the first: short names have few.
std::vector<std::uint64_t> pairs_of(std::string_view name) {
  const std::u32string letters = U'^' + fold_name(name);
  std::vector<std::uint64_t> out;
  for (std::size_t i = 0; i + 1 < letters.size(); ++i) {
    out.push_back(std::uint64_t{letters[i]} << 32 | letters[i + 1]);
  }
  std::sort(out.begin(), out.end());
  return out;
}

// Dice's coefficient.
double likeness(const std::vector<std::uint64_t>& a, const std::vector<std::uint64_t>& b) {
  std::size_t shared = 0;
  for (auto i = a.begin(), j = b.begin(); i != a.end() && j != b.end();) {
    if (*i == *j) {
      ++shared, ++i, ++j;
    } else {
      ++(*i < *j ? i : j);
    }
  }
  return a.empty() || b.empty()
             ? 0
             : 2.0 * static_cast<double>(shared) / static_cast<double>(a.size() + b.size());
}

}  // namespace

std::vector<std::uint32_t> nearest_laws(std::string_view name, const Registry& registry,
                                        const std::vector<LawName>& names, std::size_t most) {
  const auto wanted = pairs_of(name);
  auto all = registry.names(false);
  all.insert(all.end(), names.begin(), names.end());
  std::vector<std::pair<double, std::uint32_t>> near;
  for (const LawName& other : all) {
    if (const double how = likeness(wanted, pairs_of(other.text)); how >= kNear)
      near.emplace_back(-how, other.law);
  }
  std::sort(near.begin(), near.end());
  std::vector<std::uint32_t> out;
  for (const auto& [how, law] : near) {
    if (out.size() == most) break;
    if (std::find(out.begin(), out.end(), law) == out.end()) out.push_back(law);
  }
  return out;
}

}  // namespace corpus
