// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/fetch.h"

#include <openssl/evp.h>

#include <array>
#include <utility>

#include "corpus/error.h"
#include "corpus/law_files.h"
#include "corpus/manifest.h"
#include "corpus/tsv.h"
#include "indexer/generation.h"

namespace query {
namespace {

namespace fs = std::filesystem;
using corpus::Error;

constexpr std::string_view kLockHeader =
    "# jobun lock v1\nlaw_id\trevision\tsha256\tfetched\tupdated\ttitle\n";
constexpr const char* kLock = "jobun.lock.tsv";
constexpr const char* kOfficial = "official";

std::string sha256(std::string_view bytes) {
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned int length = 0;
  if (EVP_Digest(bytes.data(), bytes.size(), digest.data(), &length, EVP_sha256(), nullptr) != 1)
    throw Error("SHA-256を計算できません", "OpenSSL", "");
  constexpr char kHex[] = "0123456789abcdef";
  std::string out;
  for (unsigned int i = 0; i < length; ++i) out += {kHex[digest[i] >> 4], kHex[digest[i] & 15]};
  return out;
}

void make_folder(const fs::path& folder) {
  std::error_code failed;
  fs::create_directories(folder, failed);
  if (failed) {
    throw Error("フォルダを作れません（" + failed.message() + "）", folder.string(),
                "書き込みの権限と空き容量を確かめてください");
  }
}

fs::path file_of(const fs::path& corpus, const std::string& revision) {
  return corpus / kOfficial / (revision + ".xml");
}

bool is_still_there(const fs::path& corpus, const LockEntry& entry) {
  std::error_code failed;
  const fs::path file = file_of(corpus, entry.revision);
  return fs::is_regular_file(file, failed) &&
         sha256(corpus::read_file(file.string())) == entry.sha256;
}

FetchReport fetch_one(EgovApi& api, const std::string& wanted, const fs::path& corpus,
                      std::string_view today, Lock& lock) {
  FetchReport report{.wanted = wanted};
  const auto law = api.find(wanted);
  if (!law) {
    report.problem = "e-Gov 法令検索にその法令はありません";
    report.hint = "法令ID、法令番号、題名のどれかを書いてください";
    return report;
  }
  report.title = law->title;
  report.revision = law->revision;
  const auto known = lock.find(law->id);
  if (known != lock.end() && known->second.revision == law->revision &&
      known->second.updated == law->updated && is_still_there(corpus, known->second)) {
    report.result = Fetched::unchanged;
    return report;
  }
  const std::string bytes = api.text(*law);
  indexer::write_file_atomically(file_of(corpus, law->revision), bytes);
  lock[law->id] = {.revision = law->revision,
                   .sha256 = sha256(bytes),
                   .fetched = std::string(today),
                   .updated = law->updated,
                   .title = law->title};
  indexer::write_file_atomically(corpus / kLock, to_tsv(lock));
  report.result = Fetched::taken;
  return report;
}

std::string toml_block(std::string_view pattern) {
  return "\n# jobun fetch が加えました。\n[[document]]\npath = \"" + std::string(pattern) +
         "\"\nkind = \"statute\"\ntext = \"official\"\n"
         "source = \"e-Gov法令検索 https://laws.e-gov.go.jp/\"\n"
         "licence = \"公共データ利用規約（第1.0版）\"\n";
}

}  // namespace

Lock read_lock(const fs::path& corpus) {
  const fs::path file = corpus / kLock;
  std::error_code failed;
  Lock lock;
  if (!fs::exists(file, failed)) return lock;
  corpus::read_tsv(corpus::read_file(file.string()), kLockHeader, 6, file.string(),
                   [&](std::vector<std::string>& c) {
                     // The revision becomes the name of a file.
                     if (!is_revision_id(c[1])) {
                       throw Error("版の名前ではありません: " + c[1], file.string(),
                                   "その行を消してやり直してください");
                     }
                     lock[c[0]] = {c[1], c[2], c[3], c[4], c[5]};
                   });
  return lock;
}

std::string to_tsv(const Lock& lock) {
  std::string out(kLockHeader);
  for (const auto& [id, entry] : lock) {
    corpus::append_tsv_row(
        out, {id, entry.revision, entry.sha256, entry.fetched, entry.updated, entry.title});
  }
  return out;
}

std::vector<FetchReport> fetch_laws(EgovApi& api, const std::vector<std::string>& wanted,
                                    const fs::path& corpus, std::string_view today,
                                    const std::function<void(const FetchReport&)>& each) {
  make_folder(corpus / kOfficial);
  Lock lock = read_lock(corpus);
  std::vector<FetchReport> reports;
  for (const std::string& law : wanted) {
    FetchReport report{.wanted = law};
    try {
      report = fetch_one(api, law, corpus, today, lock);
    } catch (const Error& e) {
      if (e.where.starts_with(corpus.string())) throw;  // we cannot write: give up
      report.problem = std::string(e.what()) + "（" + e.where + "）";
      report.hint = e.hint;
    }
    if (each) each(report);
    reports.push_back(std::move(report));
  }
  return reports;
}

std::size_t write_registry(EgovApi& api, const fs::path& corpus,
                           const std::function<void(std::size_t, std::size_t)>& page) {
  make_folder(corpus);
  const auto laws = api.all(page);
  if (laws.empty()) {
    throw Error("法令一覧が空です", "e-Gov 法令API", "接続先（--base-url）を確かめてください");
  }
  std::string tsv = "law_id\tlaw_num\ttitle\tkana\tabbrev\tlaw_type\tpromulgated\n";
  for (const ApiLaw& law : laws) {
    for (const std::string* cell : {&law.id, &law.number, &law.title, &law.kana, &law.abbreviations,
                                    &law.type, &law.promulgated}) {
      for (const char c : *cell) tsv += c == '\t' || c == '\n' || c == '\r' ? ' ' : c;
      tsv += cell == &law.promulgated ? '\n' : '\t';
    }
  }
  indexer::write_file_atomically(corpus / "registry.tsv", tsv);
  return laws.size();
}

std::size_t take_bulk(const fs::path& zip, const fs::path& corpus) {
  const std::size_t laws = corpus::list_law_files(zip.string()).size();
  if (laws == 0) {
    throw Error("法令のXMLが入っていません", zip.string(),
                "e-Gov 法令検索の一括ダウンロードのZIPか確かめてください");
  }
  make_folder(corpus / "bulk");
  const fs::path target = corpus / "bulk" / zip.filename();
  const fs::path temporary = target.string() + ".tmp";
  std::error_code failed;
  if (fs::equivalent(zip, target, failed)) return laws;
  failed.clear();
  fs::copy_file(zip, temporary, fs::copy_options::overwrite_existing, failed);
  if (!failed) fs::rename(temporary, target, failed);
  if (failed) {
    fs::remove(temporary, failed);
    throw Error("ZIPの写しを書けません", target.string(),
                "書き込みの権限と空き容量を確かめてください");
  }
  return laws;
}

void enter_in_manifest(const fs::path& corpus, std::string_view pattern) {
  const fs::path file = corpus / "corpus.toml";
  std::error_code failed;
  if (!fs::exists(file, failed)) return;
  for (const corpus::Document& document : corpus::load_manifest(corpus).documents) {
    if (document.path == pattern) return;
  }
  std::string text = corpus::read_file(file.string());
  if (!text.ends_with('\n')) text += '\n';
  indexer::write_file_atomically(file, text + toml_block(pattern));
}

}  // namespace query
