// SPDX-License-Identifier: GPL-2.0-or-later
// Single laws among the statutes of the whole nation, for labels of laws that no corpus of ours
// has: below $JOBUN_BULK, which tests/run.sh unpacks.
#pragma once

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>
#include <string>
#include <vector>

namespace support {

// The files of these laws, of each the latest revision; none without the folder.
inline std::vector<std::filesystem::path> bulk_files(const std::set<std::string>& law_ids) {
  std::vector<std::filesystem::path> out;
  const char* folder = std::getenv("JOBUN_BULK");
  if (folder == nullptr) return out;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    const std::string name = entry.path().filename().string();
    if (entry.path().extension() == ".xml" && law_ids.contains(name.substr(0, name.find('_'))))
      out.push_back(entry.path());
  }
  std::sort(out.begin(), out.end(),
            [](const auto& a, const auto& b) { return a.filename() < b.filename(); });
  const auto id = [](const std::filesystem::path& p) {
    return p.filename().string().substr(0, p.filename().string().find('_'));
  };
  for (std::size_t i = out.size(); i-- > 1;) {
    if (id(out[i - 1]) == id(out[i])) out.erase(out.begin() + static_cast<std::ptrdiff_t>(i) - 1);
  }
  return out;
}

inline std::string read_file(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream out;
  out << in.rdbuf();
  return std::move(out).str();
}

}  // namespace support
