// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/norms/penalty_words.h"

#include <algorithm>
#include <array>
#include <vector>

namespace norms {
namespace {

// The spellings of each role, and which first letters any of them has: asked at every letter.
class RoleIndex {
 public:
  static const RoleIndex& standard() {
    static const RoleIndex index;
    return index;
  }
  bool may_start(PenaltyRole role, std::string_view rest) const {
    return rest.size() >= 3 && starts_[static_cast<std::size_t>(role)][key(rest)];
  }
  const std::vector<std::string_view>& spellings(PenaltyRole role) const {
    return spellings_[static_cast<std::size_t>(role)];
  }

 private:
  static constexpr std::size_t kRoles = static_cast<std::size_t>(PenaltyRole::includes) + 1;
  static constexpr std::size_t kKeys = 4096;

  RoleIndex() {
    for (auto& starts : starts_) starts.assign(kKeys, false);
    for (const PenaltyRule& rule : penalty_rules()) {
      const auto role = static_cast<std::size_t>(rule.role);
      for (const std::string_view s : rule.spellings) {
        spellings_[role].push_back(s);
        starts_[role][key(s)] = true;
      }
    }
  }
  // All our spellings begin with a letter of three bytes.
  static std::size_t key(std::string_view s) {
    return static_cast<std::size_t>((static_cast<unsigned char>(s[1]) & 0x3F) << 6 |
                                    (static_cast<unsigned char>(s[2]) & 0x3F));
  }

  std::array<std::vector<std::string_view>, kRoles> spellings_;
  std::array<std::vector<bool>, kRoles> starts_;
};

}  // namespace

std::optional<RoleHit> at_role(std::string_view text, std::size_t at, PenaltyRole role) {
  const std::string_view rest = text.substr(at);
  const RoleIndex& index = RoleIndex::standard();
  if (!index.may_start(role, rest)) return std::nullopt;
  std::size_t longest = 0;
  for (const std::string_view s : index.spellings(role)) {
    if (s.size() > longest && rest.starts_with(s)) longest = s.size();
  }
  if (longest == 0) return std::nullopt;
  return RoleHit{at, at + longest};
}

bool has_role(std::string_view text, PenaltyRole role) {
  const auto& spellings = RoleIndex::standard().spellings(role);
  return std::any_of(spellings.begin(), spellings.end(),
                     [&](std::string_view s) { return text.find(s) != std::string_view::npos; });
}

std::size_t ends_with_role(std::string_view text, PenaltyRole role) {
  std::size_t longest = 0;
  for (const std::string_view s : RoleIndex::standard().spellings(role)) {
    if (s.size() > longest && text.ends_with(s)) longest = s.size();
  }
  return longest;
}

}  // namespace norms
