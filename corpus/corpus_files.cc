// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/corpus_files.h"

#include <fnmatch.h>

#include <algorithm>
#include <string>
#include <system_error>

#include "corpus/error.h"

namespace corpus {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void throw_leads_out(std::string_view path, std::string_view where) {
  throw Error("コーパスのフォルダの外を指すパスです: " + std::string(path), std::string(where),
              "ファイルをコーパスのフォルダの中に置き、フォルダからの相対パスで書いてください");
}

std::vector<fs::path> sorted_entries(const fs::path& folder) {
  std::vector<fs::path> out;
  std::error_code failed;
  for (fs::directory_iterator it(folder, failed), end; !failed && it != end; it.increment(failed)) {
    out.push_back(it->path());
  }
  std::sort(out.begin(), out.end());
  return out;
}

bool is_real_folder(const fs::path& path) {
  std::error_code failed;
  return fs::is_directory(path, failed) && !fs::is_symlink(path, failed);
}

// The parts of the pattern from `part` on, below `folder`.
void walk(const fs::path& folder, const std::vector<std::string>& parts, std::size_t part,
          std::vector<fs::path>& found) {
  std::error_code failed;
  if (part == parts.size()) {
    if (fs::is_regular_file(folder, failed)) found.push_back(folder);
    return;
  }
  if (parts[part] == "**") {
    walk(folder, parts, part + 1, found);
    for (const fs::path& entry : sorted_entries(folder)) {
      if (is_real_folder(entry)) walk(entry, parts, part, found);
    }
  } else if (has_wildcard(parts[part])) {
    for (const fs::path& entry : sorted_entries(folder)) {
      if (fnmatch(parts[part].c_str(), entry.filename().c_str(), FNM_PERIOD) == 0) {
        walk(entry, parts, part + 1, found);
      }
    }
  } else {
    walk(folder / parts[part], parts, part + 1, found);
  }
}

}  // namespace

bool has_wildcard(std::string_view pattern) { return pattern.find_first_of("*?[") != pattern.npos; }

std::vector<fs::path> find_files(const fs::path& folder, std::string_view pattern,
                                 std::string_view where) {
  const fs::path asked(pattern);
  std::vector<std::string> parts;
  for (const fs::path& part : asked) parts.push_back(part.string());
  if (asked.is_absolute() || std::find(parts.begin(), parts.end(), "..") != parts.end()) {
    throw_leads_out(pattern, where);
  }
  std::vector<fs::path> found;
  walk(folder, parts, 0, found);
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  const fs::path root = fs::canonical(folder);
  for (const fs::path& file : found) {
    const fs::path real = fs::canonical(file);
    if (std::mismatch(root.begin(), root.end(), real.begin(), real.end()).first != root.end()) {
      throw_leads_out(file.lexically_relative(folder).string(), where);
    }
  }
  return found;
}

}  // namespace corpus
