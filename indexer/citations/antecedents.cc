// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/citations/antecedents.h"

#include <algorithm>

namespace citations {
namespace {

constexpr std::size_t kMemory = 400;  // no sentence looks further back

// Lower is asked first.
enum class Tier : std::uint8_t {
  open,
  closed,
  scope_here,
  open_above,
  closed_above,
  scope,
  elsewhere,
  none
};

Tier tier_of(const Mention& mention, const Mention& here, const std::vector<std::uint32_t>& above) {
  const auto level = std::find(above.begin(), above.end(), mention.provision);
  if (level == above.end()) return mention.scope ? Tier::none : Tier::elsewhere;
  // A word's scope list speaks of another: 「次項第二号において同じ」 … 「同項第二号において同じ」.
  if (mention.scope && !here.scope)
    return mention.provision == here.provision ? Tier::scope_here : Tier::scope;
  if (mention.provision != here.provision) {
    return mention.bracket == 0 ? Tier::open_above : Tier::closed_above;
  }
  // 「甲（第三条第一号の甲をいう。）、乙（同条第二号の乙をいう。）」: brackets side by side.
  if (mention.bracket != 0 && here.bracket != 0 && mention.parent == here.parent) return Tier::open;
  const bool visible =
      mention.scope || mention.bracket == 0 || mention.bracket_span.contains(here.bracket_span);
  return visible ? Tier::open : Tier::closed;
}

}  // namespace

const Mention* Antecedents::find(std::uint32_t units, const Mention& here,
                                 const std::vector<std::uint32_t>& above,
                                 const std::function<bool(const Mention&)>& fits) const {
  const Mention* best = nullptr;
  Tier best_tier = Tier::none;
  std::size_t seen = 0;
  for (auto it = mentions_.rbegin(); it != mentions_.rend() && seen < kMemory; ++it, ++seen) {
    if ((it->units & units) != units) continue;
    const Tier tier = tier_of(*it, here, above);
    if (tier >= best_tier || !fits(*it)) continue;
    best = &*it;
    best_tier = tier;
    if (tier == Tier::open) break;
  }
  return best;
}

}  // namespace citations
