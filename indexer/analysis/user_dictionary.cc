// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/analysis/user_dictionary.h"

#include <fcntl.h>
#include <mecab.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <optional>
#include <system_error>
#include <unordered_set>

#include "corpus/error.h"
#include "indexer/analysis/kana_rules.h"
#include "indexer/analysis/letters.h"
#include "indexer/analysis/morphemes.h"
#include "indexer/analysis/normalize.h"
#include "indexer/analysis/segments.h"

namespace analysis {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostBytes = 600;
constexpr int kLeastCost = -32000;  // MeCab keeps costs in 16 bits
constexpr int kMostCost = 32000;

constexpr std::string_view name_of(EntryKind kind) {
  switch (kind) {
    case EntryKind::term:
      return "term";
    case EntryKind::law_title:
      return "law_title";
    case EntryKind::abbreviation:
      return "abbreviation";
    case EntryKind::organisation:
      return "organisation";
  }
  return "term";
}

// The analyzer hands MeCab text between sentence ends and brackets: nothing that holds one can
// match.
bool can_match(std::string_view surface) {
  if (surface.empty() || surface.size() > kMostBytes) return false;
  const std::u32string letters = to_letters(surface);
  if (std::any_of(letters.begin(), letters.end(), is_break)) return false;
  if (std::all_of(letters.begin(), letters.end(), corpus::is_ascii_digit)) return false;
  return letters.size() > 2 || !std::all_of(letters.begin(), letters.end(), corpus::is_hiragana);
}

// Grows faster than the length, so that one long entry beats the two short ones it is made of.
int advantage(std::size_t letters) {
  const auto n = static_cast<int>(std::min<std::size_t>(letters, 100));
  return 100 * n + 30 * n * n;
}

std::string quoted(std::string_view field) {
  if (field.find_first_of(",\"") == std::string_view::npos) return std::string(field);
  std::string out = "\"";
  for (const char c : field) out += c == '"' ? "\"\"" : std::string(1, c);
  return out + '"';
}

std::string to_katakana(std::string_view kana) {
  std::string out;
  for (std::size_t at = 0; at < kana.size();) {
    const char32_t c = corpus::next_code_point(kana, at);
    corpus::append_code_point(out, c >= U'ぁ' && c <= U'ゖ' ? c + 0x60 : c);
  }
  return out;
}

// A reading is kana; anything else in it (a comma would add a column) is left out.
std::string reading_of(const DictionaryEntry& entry, const Split& split) {
  std::string out;
  const std::string given =
      to_katakana(entry.reading.empty() ? split.reading : normalize(entry.reading).text);
  for (std::size_t at = 0; at < given.size();) {
    const char32_t c = corpus::next_code_point(given, at);
    if (corpus::is_katakana(c) || corpus::is_ascii_digit(c) || (c >= U'a' && c <= U'z'))
      corpus::append_code_point(out, c);
  }
  return out.empty() ? "*" : out;
}

std::string csv_line(std::string_view surface, const DictionaryEntry& entry, const Split& split,
                     const Split& noun) {
  const int cost =
      std::clamp(split.cost - advantage(corpus::count_code_points(surface)), kLeastCost, kMostCost);
  const Split& ids = split.nominal ? split : noun;
  const std::string reading = reading_of(entry, split);
  return quoted(surface) + ',' + std::to_string(ids.left_id) + ',' + std::to_string(ids.right_id) +
         ',' + std::to_string(cost) + ",名詞,固有名詞,一般,*,*,*,*," + reading + ',' + reading +
         ',' + std::string(kUserFeature) + ':' + std::string(name_of(entry.kind)) + '\n';
}

[[noreturn]] void fail(const std::string& what, const fs::path& where) {
  throw corpus::Error(what, where.string(),
                      "書き込めるディレクトリか、空き容量があるかを確かめてください");
}

std::string contents(const fs::path& path) {
  std::ifstream in(path);
  return {std::istreambuf_iterator<char>(in), {}};
}

// mecab_dict_index() prints its progress to stdout and ends the process when something is wrong, so
// it gets a process of its own whose output goes to `log`. _exit: what the parent has buffered must
// not be written twice.
void run_dict_index(std::vector<std::string> args, const fs::path& log) {
  std::vector<char*> argv;
  for (std::string& arg : args) argv.push_back(arg.data());
  const std::string log_name = log.string();
  const pid_t child = fork();
  if (child < 0) fail("プロセスを作れません: " + std::string(std::strerror(errno)), log);
  if (child == 0) {
    const int out = open(log_name.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
    if (out < 0 || dup2(out, STDOUT_FILENO) < 0 || dup2(out, STDERR_FILENO) < 0) _exit(1);
    const int status = mecab_dict_index(static_cast<int>(argv.size()), argv.data());
    _exit(status == 0 ? 0 : 1);
  }
  int status = 0;
  while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  if (!WIFEXITED(status) || WEXITSTATUS(status) != 0)
    fail("MeCabのユーザー辞書を作れません: " + contents(log), log);
}

// 「…」 opened by the bracket that ends at `at`; nothing when it is not closed or holds another
// quotation.
std::optional<corpus::Span> quotation(std::string_view text, std::size_t at) {
  const std::size_t end = text.find("」", at);
  if (end == std::string_view::npos || end == at ||
      text.substr(at, end - at).find("「") != std::string_view::npos) {
    return {};
  }
  return corpus::Span{at, end};
}

bool declares(std::string_view before, std::string_view behind) {
  if (behind.starts_with("とは") || behind.starts_with("と総称する") ||
      behind.starts_with("と略称する"))
    return true;
  if (!behind.starts_with("という") && !behind.starts_with("といい") &&
      !behind.starts_with("といふ") && !behind.starts_with("と称する")) {
    return false;
  }
  // 以下「X」という, 以下この条において「X」という, 以下単に「X」という: 以下 stands in the same
  // clause.
  const std::size_t here = before.rfind("以下");
  return here != std::string_view::npos && before.size() - here <= 240 &&
         before.find("。", here) == std::string_view::npos;
}

}  // namespace

fs::path build_user_dictionary(std::span<const DictionaryEntry> entries,
                               const fs::path& directory) {
  const Dictionary system;
  Tagger tagger(system, Tagger::With::system);
  const Split noun = tagger.split("電子");
  std::unordered_set<std::string> seen;
  std::string csv;
  for (const DictionaryEntry& entry : entries) {
    const std::string surface(corpus::trim(normalize(entry.surface).text));
    if (!can_match(surface) || !seen.insert(surface).second) continue;
    csv += csv_line(surface, entry, tagger.split(surface), noun);
  }
  if (csv.empty()) return {};
  std::error_code error;
  fs::create_directories(directory, error);
  const fs::path source = directory / "user.csv";
  const fs::path log = directory / "user.log";
  fs::path out = directory / "user.dic";
  std::ofstream file(source, std::ios::binary);
  file << csv;
  file.close();
  if (!file) fail("ファイルに書けません", source);
  run_dict_index({"mecab-dict-index", "-d", system_dictionary().string(), "-u", out.string(), "-f",
                  "utf-8", "-t", "utf-8", source.string()},
                 log);
  fs::remove(source, error);
  fs::remove(log, error);
  return out;
}

std::vector<corpus::Span> term_candidates(std::string_view text) {
  constexpr std::string_view kOpen = "「";
  constexpr std::string_view kClose = "」";
  constexpr std::size_t kMostTerm = 150;
  std::vector<corpus::Span> out;
  for (std::size_t open = text.find(kOpen); open != std::string_view::npos;
       open = text.find(kOpen, open + kOpen.size())) {
    const auto term =
        quotation(text.substr(0, std::min(text.size(), open + kMostTerm + 2 * kOpen.size())),
                  open + kOpen.size());
    if (!term) continue;
    const std::size_t from = open > 400 ? open - 400 : 0;
    if (declares(text.substr(from, open - from), text.substr(term->end + kClose.size(), 30)))
      out.push_back(*term);
  }
  return out;
}

}  // namespace analysis
