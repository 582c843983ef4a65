// SPDX-License-Identifier: GPL-2.0-or-later
// The real corpus, where it is at hand: $JOBUN_SHARED, or `shared` beside the repository.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <optional>
#include <string>
#include <vector>

namespace tests {

inline constexpr const char* kNoShared = "real corpus not found: set JOBUN_SHARED to its folder";

inline std::optional<std::filesystem::path> shared_folder() {
  std::filesystem::path folder = std::filesystem::path(JOBUN_SOURCE_DIR) / ".." / "shared";
  if (const char* named = std::getenv("JOBUN_SHARED")) folder = named;
  if (!std::filesystem::is_regular_file(folder / "corpus" / "registry.tsv")) return std::nullopt;
  return folder;
}

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
