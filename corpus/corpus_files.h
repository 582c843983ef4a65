// SPDX-License-Identifier: GPL-2.0-or-later
// Files of a corpus folder by pattern: "laws/*.xml", "**/*.zip" (** is any depth), sorted by path.
#pragma once

#include <filesystem>
#include <string_view>
#include <vector>

namespace corpus {

bool has_wildcard(std::string_view pattern);

// Nothing leads out of the folder: an absolute pattern, one with .. or a link to elsewhere throws
// Error with `where`.
std::vector<std::filesystem::path> find_files(const std::filesystem::path& folder,
                                              std::string_view pattern, std::string_view where);

}  // namespace corpus
