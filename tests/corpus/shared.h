// SPDX-License-Identifier: GPL-2.0-or-later
// The registry of the real corpus, for tests of what reads it.
#pragma once

#include <fstream>
#include <optional>
#include <string>
#include <vector>

#include "tests/support/shared.h"

namespace tests {

inline constexpr const char* kNoShared = "real corpus not found: set JOBUN_SHARED to its folder";

using support::shared_folder;

// The registry split at its tabs, without the header: independent of the reader under test.
inline std::optional<std::vector<std::vector<std::string>>> registry_rows() {
  const auto folder = shared_folder();
  if (!folder) return std::nullopt;
  std::ifstream file(*folder / "corpus" / "registry.tsv");
  std::vector<std::vector<std::string>> rows;
  std::string line;
  std::getline(file, line);
  while (std::getline(file, line)) {
    std::vector<std::string> columns(1);
    for (const char c : line) {
      if (c == '\t') {
        columns.emplace_back();
      } else {
        columns.back() += c;
      }
    }
    columns.resize(7);
    rows.push_back(std::move(columns));
  }
  return rows;
}

}  // namespace tests
