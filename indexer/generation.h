// SPDX-License-Identifier: GPL-2.0-or-later
// A knowledge base is a folder of generations. One of them is in use, the file CURRENT names it; a
// new one is built beside it and put in its place by renaming one small file, so that a reader sees
// the old or the new one whole, and a kill, a crash or a full disk leaves the old one as it was.
//   kb/CURRENT  "g000002\n"      kb/g000002/…      kb/LOCK
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "corpus/error.h"

namespace indexer {

// The folder of the generation in use, or nothing where there is no knowledge base.
std::optional<std::filesystem::path> current_generation(const std::filesystem::path& kb);

// The one writer. Its folder is gone when it is not published.
class NewGeneration {
 public:
  // Throws Error when another writer is at work, or the folder cannot be made.
  explicit NewGeneration(const std::filesystem::path& kb);
  ~NewGeneration();
  NewGeneration(const NewGeneration&) = delete;
  NewGeneration& operator=(const NewGeneration&) = delete;

  const std::filesystem::path& path() const { return path_; }
  // A file of it, folders and all; called by several threads at once. Throws Error.
  void write(const std::filesystem::path& below, std::string_view bytes) const;
  // Is the error one of writing into it? Then there is no going on.
  bool failed(const corpus::Error& e) const { return e.where.starts_with(path_.string()); }
  // Makes it the one in use and removes the older ones that no reader holds.
  void publish();

 private:
  struct Lock;
  std::filesystem::path kb_;
  std::filesystem::path path_;
  std::unique_ptr<Lock> lock_;
  bool published_ = false;
};

// Held by a reader while it uses a generation.
class GenerationInUse {
 public:
  explicit GenerationInUse(const std::filesystem::path& generation);
  ~GenerationInUse();
  GenerationInUse(GenerationInUse&&) noexcept;
  GenerationInUse& operator=(GenerationInUse&&) noexcept;

 private:
  int descriptor_ = -1;
};

// Writes through a temporary name: the file is there whole or not at all. Throws Error.
void write_file_atomically(const std::filesystem::path& file, std::string_view bytes);

}  // namespace indexer
