// SPDX-License-Identifier: GPL-2.0-or-later
// A folder of generated files that is safe to point anywhere: it writes only what changed, removes
// only what it wrote before and no longer needs, and refuses a folder that holds other people's
// files. What is its own it lists in .jobun-site:
//   # jobun site v1
//   assets/site.css
//   law/507AC0000000042/index.html
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string_view>

namespace web {

struct WriteCounts {
  std::size_t files = 0;    // in the site now
  std::size_t written = 0;  // of them new or changed
  std::size_t removed = 0;  // no longer part of it
  std::uint64_t bytes = 0;
};

class OutputFolder {
 public:
  // Throws Error when `root` cannot be used.
  explicit OutputFolder(const std::filesystem::path& root);
  ~OutputFolder();
  OutputFolder(const OutputFolder&) = delete;
  OutputFolder& operator=(const OutputFolder&) = delete;

  // `name`: relative, with '/'. Each name once; from any thread. Throws Error naming the file.
  void write(std::string_view name, std::string_view bytes);

  // After the last write: removes the stale and puts the list in order.
  WriteCounts finish();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace web
