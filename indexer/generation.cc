// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/generation.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <charconv>
#include <cstring>
#include <fstream>
#include <utility>

#include "corpus/error.h"

namespace indexer {
namespace {

namespace fs = std::filesystem;
using corpus::Error;

constexpr char kCurrent[] = "CURRENT";
constexpr char kLockName[] = "LOCK";
constexpr char kPrefix = 'g';

[[noreturn]] void throw_system(const std::string& what, const fs::path& where) {
  throw Error(what + "（" + std::strerror(errno) + "）", where.string(),
              "空き容量と書き込みの権限を確かめてください");
}

// g000012 -> 12
std::optional<unsigned> generation_number(const std::string& name) {
  unsigned number = 0;
  if (name.size() < 2 || name.front() != kPrefix) return std::nullopt;
  const auto [end, error] = std::from_chars(name.data() + 1, name.data() + name.size(), number);
  if (error != std::errc{} || end != name.data() + name.size()) return std::nullopt;
  return number;
}

std::string generation_name(unsigned number) {
  std::string digits = std::to_string(number);
  return kPrefix + std::string(digits.size() < 6 ? 6 - digits.size() : 0, '0') + digits;
}

int open_lock(const fs::path& file, int flags) {
  return ::open(file.c_str(), flags | O_CLOEXEC, 0644);
}

// Everything below it reaches the disk before anything names it.
void sync_file_system(const fs::path& folder) {
  const int fd = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  const bool ok = fd >= 0 && ::syncfs(fd) == 0;
  if (fd >= 0) ::close(fd);
  if (!ok) throw_system("知識ベースを書き終えられません", folder);
}

}  // namespace

struct NewGeneration::Lock {
  int descriptor = -1;
  ~Lock() {
    if (descriptor >= 0) ::close(descriptor);  // gives the flock back
  }
};

std::optional<fs::path> current_generation(const fs::path& kb) {
  std::ifstream in(kb / kCurrent);
  std::string name;
  if (!std::getline(in, name) || !generation_number(name)) return std::nullopt;
  if (!fs::is_directory(kb / name)) return std::nullopt;
  return kb / name;
}

NewGeneration::NewGeneration(const fs::path& kb) : kb_(kb), lock_(std::make_unique<Lock>()) {
  std::error_code error;
  fs::create_directories(kb_, error);
  if (error) {
    throw Error("知識ベースの場所を作れません（" + error.message() + "）", kb_.string(),
                "--kb で書き込める場所を指定してください");
  }
  lock_->descriptor = open_lock(kb_ / kLockName, O_RDWR | O_CREAT);
  if (lock_->descriptor < 0) throw_system("知識ベースに書き込めません", kb_);
  if (::flock(lock_->descriptor, LOCK_EX | LOCK_NB) != 0) {
    throw Error("別の jobun index がこの知識ベースを作成中です", kb_.string(),
                "終わるのを待ってからやり直してください");
  }
  unsigned last = 0;
  for (const auto& entry : fs::directory_iterator(kb_)) {
    if (const auto number = generation_number(entry.path().filename().string())) {
      last = std::max(last, *number);
    }
  }
  path_ = kb_ / generation_name(last + 1);
  fs::create_directory(path_, error);
  if (error)
    throw Error("知識ベースに書き込めません（" + error.message() + "）", path_.string(),
                "空き容量と書き込みの権限を確かめてください");
  write_file_atomically(path_ / kLockName, "");
}

NewGeneration::~NewGeneration() {
  std::error_code ignored;
  if (!published_) fs::remove_all(path_, ignored);
}

void NewGeneration::write(const fs::path& below, std::string_view bytes) const {
  const fs::path file = path_ / below;
  std::error_code error;
  fs::create_directories(file.parent_path(), error);
  std::ofstream out(file, std::ios::binary);
  if (error || !out.write(bytes.data(), static_cast<std::streamsize>(bytes.size())).flush()) {
    throw corpus::Error("知識ベースに書けません", file.string(),
                        "空き容量と書き込みの権限を確かめてください");
  }
}

void NewGeneration::publish() {
  sync_file_system(path_);
  write_file_atomically(kb_ / kCurrent, path_.filename().string() + '\n');
  published_ = true;
  for (const auto& entry : fs::directory_iterator(kb_)) {
    if (!generation_number(entry.path().filename().string()) || entry.path() == path_) continue;
    // A reader holds a shared lock; what it still reads stays until the next time.
    const int fd = open_lock(entry.path() / kLockName, O_RDONLY);
    const bool in_use = fd >= 0 && ::flock(fd, LOCK_EX | LOCK_NB) != 0;
    std::error_code ignored;
    if (!in_use) fs::remove_all(entry.path(), ignored);
    if (fd >= 0) ::close(fd);
  }
}

GenerationInUse::GenerationInUse(const fs::path& generation)
    : descriptor_(open_lock(generation / kLockName, O_RDONLY)) {
  if (descriptor_ >= 0) ::flock(descriptor_, LOCK_SH);
}

GenerationInUse::~GenerationInUse() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

GenerationInUse::GenerationInUse(GenerationInUse&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)) {}

GenerationInUse& GenerationInUse::operator=(GenerationInUse&& other) noexcept {
  std::swap(descriptor_, other.descriptor_);
  return *this;
}

void write_file_atomically(const fs::path& file, std::string_view bytes) {
  const fs::path temporary = file.string() + ".tmp";
  const int fd = ::open(temporary.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
  if (fd < 0) throw_system("ファイルを作れません", file);
  bool ok = true;
  for (std::size_t done = 0; ok && done < bytes.size();) {
    const auto written = ::write(fd, bytes.data() + done, bytes.size() - done);
    ok = written > 0 || (written < 0 && errno == EINTR);
    if (written > 0) done += static_cast<std::size_t>(written);
  }
  ok = ok && ::fsync(fd) == 0;
  ok = ::close(fd) == 0 && ok;
  if (!ok || ::rename(temporary.c_str(), file.c_str()) != 0) {
    const int reason = errno;
    ::unlink(temporary.c_str());
    errno = reason;
    throw_system("ファイルに書き込めません", file);
  }
}

}  // namespace indexer
