// SPDX-License-Identifier: GPL-2.0-or-later
#include "web-static/output_folder.h"

#include <algorithm>
#include <cerrno>
#include <fstream>
#include <mutex>
#include <set>
#include <sstream>
#include <string>
#include <system_error>

#include "corpus/error.h"

namespace web {
namespace fs = std::filesystem;
namespace {

constexpr std::string_view kListName = ".jobun-site";
constexpr std::string_view kListHead = "# jobun site v1";

[[noreturn]] void fail(const fs::path& path, const std::error_code& why) {
  throw corpus::Error("サイトのファイルを書けません（" + why.message() + "）", path.string(),
                      "書き込みの許可とディスクの空きを確かめてください");
}

// A name that stays inside the folder, whoever wrote the list.
bool is_inside(std::string_view name) {
  const fs::path path(name);
  return !name.empty() && path.is_relative() &&
         std::none_of(path.begin(), path.end(), [](const fs::path& step) {
           return step.empty() || step == "." || step == "..";
         });
}

bool holds(const fs::path& path, std::string_view bytes) {
  std::error_code error;
  if (fs::symlink_status(path, error).type() != fs::file_type::regular) return false;
  if (fs::file_size(path, error) != bytes.size() || error) return false;
  std::ifstream in(path, std::ios::binary);
  std::ostringstream old;
  old << in.rdbuf();
  return in && std::move(old).str() == bytes;
}

// Complete under its name or not there at all.
void replace_file(const fs::path& path, std::string_view bytes) {
  const fs::path part = path.parent_path() / ("." + path.filename().string() + ".part");
  errno = 0;
  std::ofstream out(part, std::ios::binary | std::ios::trunc);
  out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  out.close();
  std::error_code error;
  if (!out) {
    const std::error_code why(errno == 0 ? EIO : errno, std::generic_category());
    fs::remove(part, error);
    fail(path, why);
  }
  fs::rename(part, path, error);
  if (!error) return;
  std::error_code ignored;
  fs::remove(part, ignored);
  fail(path, error);
}

std::set<std::string, std::less<>> read_list(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::string line;
  std::getline(in, line);
  if (!in || line != kListHead) {
    throw corpus::Error("出力先の一覧ファイルが読めません", path.string(),
                        "空のフォルダを出力先にしてください");
  }
  std::set<std::string, std::less<>> names;
  while (std::getline(in, line)) {
    if (is_inside(line)) names.insert(line);
  }
  return names;
}

}  // namespace

struct OutputFolder::State {
  fs::path root;
  std::set<std::string, std::less<>> before;
  std::set<std::string, std::less<>> now;
  WriteCounts counts;
  std::ofstream list;  // new names are noted before their files: a crash leaves none unaccounted
  std::mutex mutex;

  fs::path list_path() const { return root / kListName; }

  void claim(const std::string& name) {
    const std::lock_guard lock(mutex);
    if (!now.insert(name).second) {
      throw corpus::Error("同じページを二度書こうとしました", (root / name).string(),
                          "同じ法令が二つ渡されていないか確かめてください");
    }
    if (before.contains(name)) return;
    std::error_code error;
    if (fs::exists(fs::symlink_status(root / name, error))) {
      throw corpus::Error("jobunのものでないファイルがあり、上書きしません", (root / name).string(),
                          "このファイルを移すか、空のフォルダを出力先にしてください");
    }
    errno = 0;
    if (!(list << name << '\n' << std::flush)) {
      fail(list_path(), {errno == 0 ? EIO : errno, std::generic_category()});
    }
  }

  // Our folders go with their last file; others' files keep theirs.
  void remove(const std::string& name) {
    std::error_code error;
    if (fs::remove(root / name, error)) ++counts.removed;
    if (error) fail(root / name, error);
    for (fs::path folder = fs::path(name).parent_path(); !folder.empty();
         folder = folder.parent_path()) {
      if (!fs::is_empty(root / folder, error) || error) break;
      fs::remove(root / folder, error);
    }
  }
};

OutputFolder::OutputFolder(const fs::path& root) : state_(std::make_unique<State>()) {
  state_->root = root;
  std::error_code error;
  fs::create_directories(root, error);
  if (error || !fs::is_directory(root, error)) {
    fail(root, error ? error : std::make_error_code(std::errc::not_a_directory));
  }
  const fs::path list = state_->list_path();
  if (fs::exists(list, error)) {
    state_->before = read_list(list);
  } else if (!fs::is_empty(root, error)) {
    throw corpus::Error("出力先のフォルダに、jobunのものでないファイルがあります", root.string(),
                        "空のフォルダか、前に jobun site で作ったフォルダを指定してください");
  } else {
    replace_file(list, std::string(kListHead) + '\n');
  }
  state_->list.open(list, std::ios::binary | std::ios::app);
}

OutputFolder::~OutputFolder() = default;

void OutputFolder::write(std::string_view name, std::string_view bytes) {
  const std::string own(name);
  if (!is_inside(own) || own == kListName) {
    throw corpus::Error("出力先の外になる名前です", own, "法令IDを確かめてください");
  }
  state_->claim(own);
  const fs::path path = state_->root / own;
  const bool changed = !holds(path, bytes);
  if (changed) {
    std::error_code error;
    fs::create_directories(path.parent_path(), error);
    if (error) fail(path, error);
    replace_file(path, bytes);
  }
  const std::lock_guard lock(state_->mutex);
  ++state_->counts.files;
  state_->counts.written += changed ? 1 : 0;
  state_->counts.bytes += bytes.size();
}

WriteCounts OutputFolder::finish() {
  for (const std::string& name : state_->before) {
    if (!state_->now.contains(name)) state_->remove(name);
  }
  state_->list.close();
  std::string list = std::string(kListHead) + '\n';
  for (const std::string& name : state_->now) list += name + '\n';
  if (!holds(state_->list_path(), list)) replace_file(state_->list_path(), list);
  return state_->counts;
}

}  // namespace web
