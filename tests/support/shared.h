// SPDX-License-Identifier: GPL-2.0-or-later
// Where the real statutes lie, for tests that want them: $JOBUN_SHARED, else ../shared beside the
// checkout.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <optional>

namespace support {

inline std::optional<std::filesystem::path> shared_folder() {
  const char* named = std::getenv("JOBUN_SHARED");
  const auto folder = named != nullptr ? std::filesystem::path(named)
                                       : std::filesystem::path(JOBUN_SOURCE_DIR) / ".." / "shared";
  if (!std::filesystem::is_directory(folder / "corpus")) return std::nullopt;
  return std::filesystem::canonical(folder);
}

}  // namespace support

#define JOBUN_NEEDS_SHARED(folder)              \
  const auto folder = support::shared_folder(); \
  if (!(folder)) GTEST_SKIP() << "skipped: no real statutes here (set JOBUN_SHARED)"
