// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/law_files.h"

#include <zip.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <memory>

#include "corpus/error.h"

namespace corpus {
namespace {

namespace fs = std::filesystem;

// The largest law e-Gov serves is 16.4 MB of XML.
constexpr std::uint64_t kMaxBytes = 256ULL << 20;

struct CloseArchive {
  void operator()(zip_t* archive) const { zip_discard(archive); }
};
struct CloseEntry {
  void operator()(zip_file_t* entry) const { zip_fclose(entry); }
};
using Archive = std::unique_ptr<zip_t, CloseArchive>;

Archive open_archive(const std::string& path) {
  int code = 0;
  Archive archive(zip_open(path.c_str(), ZIP_RDONLY, &code));
  if (!archive) {
    zip_error_t error;
    zip_error_init_with_code(&error, code);
    const std::string reason = zip_error_strerror(&error);
    zip_error_fini(&error);
    throw Error("ZIPを開けません（" + reason + "）", path, "ファイルを取り直してください");
  }
  return archive;
}

[[noreturn]] void throw_too_large(const std::string& where) {
  throw Error("大きすぎます（法令のファイルは" + std::to_string(kMaxBytes >> 20) + "MBまでです）",
              where, "法令標準XMLのファイルか確かめてください");
}

std::string read_entry(const LawFile& file) {
  const Archive archive = open_archive(file.path);
  zip_stat_t stat;
  const std::unique_ptr<zip_file_t, CloseEntry> entry(
      zip_fopen(archive.get(), file.entry.c_str(), 0));
  if (!entry || zip_stat(archive.get(), file.entry.c_str(), 0, &stat) != 0) {
    throw Error("ZIPの中のファイルを開けません", file.where(), "ファイルを取り直してください");
  }
  if (stat.size > kMaxBytes) throw_too_large(file.where());
  std::string bytes(stat.size, '\0');
  if (zip_fread(entry.get(), bytes.data(), bytes.size()) !=
      static_cast<zip_int64_t>(bytes.size())) {
    throw Error("ZIPの中のファイルが壊れています", file.where(), "ファイルを取り直してください");
  }
  return bytes;
}

}  // namespace

std::vector<LawFile> list_law_files(const std::string& path) {
  std::error_code error;
  const auto size = fs::file_size(path, error);
  if (error)
    throw Error("ファイルを開けません（" + error.message() + "）", path,
                "場所と権限を確かめてください");
  if (!path.ends_with(".zip")) return {{path, {}, size}};
  const Archive archive = open_archive(path);
  std::vector<LawFile> files;
  const zip_int64_t count = zip_get_num_entries(archive.get(), 0);
  for (zip_int64_t i = 0; i < count; ++i) {
    zip_stat_t stat;
    if (zip_stat_index(archive.get(), static_cast<zip_uint64_t>(i), 0, &stat) != 0) continue;
    if (std::string_view(stat.name).ends_with(".xml"))
      files.push_back({path, stat.name, stat.size});
  }
  std::sort(files.begin(), files.end(),
            [](const LawFile& a, const LawFile& b) { return a.entry < b.entry; });
  return files;
}

std::string read_file(const std::string& path) {
  std::error_code error;
  const auto size = fs::file_size(path, error);
  if (!error && size > kMaxBytes) throw_too_large(path);
  std::ifstream in(path, std::ios::binary);
  std::string bytes(error ? 0 : size, '\0');
  if (!in || error || !in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()))) {
    throw Error(std::string("ファイルを読めません（") + std::strerror(errno) + "）", path,
                "場所と権限を確かめてください");
  }
  return bytes;
}

std::string read_bytes(const LawFile& file) {
  std::string bytes = file.entry.empty() ? read_file(file.path) : read_entry(file);
  if (bytes.empty()) throw Error("ファイルが空です", file.where(), "ファイルを取り直してください");
  return bytes;
}

}  // namespace corpus
