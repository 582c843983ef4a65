// SPDX-License-Identifier: GPL-2.0-or-later
// The files laws come in: one law in an XML or JSON file, many in e-Gov's bulk ZIP
// (<revision id>/<revision id>.xml inside).
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace corpus {

struct LawFile {
  std::string path;
  std::string entry;       // inside a ZIP, else empty
  std::uint64_t size = 0;  // bytes, to share work out evenly

  // archive.zip!507AC0000000042_20261001_000000000000000.xml; what messages name
  std::string where() const { return entry.empty() ? path : path + '!' + entry; }
};

// The file itself, or the laws of a ZIP in the order of their names. Throws Error.
std::vector<LawFile> list_law_files(const std::string& path);

// Throws Error: cannot be opened or read, empty, or larger than any law (a decompression bomb).
std::string read_bytes(const LawFile&);
std::string read_file(const std::string& path);

}  // namespace corpus
