// SPDX-License-Identifier: GPL-2.0-or-later
// Who issues orders and rules, and the bit each has in e-Gov's law ids. A ministry's id reads
//   508M60000F5A004 = 508 令和八年, M6 sixth generation of ministries, 0000F5A issuers, 004 第四号
// where 0000F5A is the sum of the issuers' bits (内閣府 2, 総務省 8, 法務省 10, …). Bodies outside
// that scheme have a code of their own behind R0: 322R00000001001 会計検査院規則.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace corpus {

// Generations begin when the ministries were rebuilt: [0] from the start, [1] 1943-11-01, [2]
// 1945-12-01, [3] 1947-05-03, [4] 1949-06-01, [5] 2001-01-06.
inline constexpr std::size_t kGenerations = 6;

struct Issuer {
  std::string_view name;                          // 総務省; of 閣令 it is 閣
  std::string_view ending;                        // what it issues: 令 or 規則
  std::array<std::uint32_t, kGenerations> bit{};  // 0: it issued nothing in that generation
  std::uint32_t code = 0;                         // behind R0
  std::uint16_t until = 9999;                     // last year, where a successor has its bit
};

// In the order in which joint orders name them.
std::span<const Issuer> issuers();

// The issuers of 「内閣府・総務省令」, of 「内閣府令・総務省令」 and of 「運輸・建設省令」, as
// printed; empty when one of them is not in the table.
std::vector<const Issuer*> read_issuers(std::string_view instrument);

}  // namespace corpus
