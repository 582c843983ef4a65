// SPDX-License-Identifier: GPL-2.0-or-later
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <memory>

#include "corpus/address_reader.h"
#include "corpus/error.h"
#include "corpus/law_number.h"
#include "corpus/manifest.h"
#include "indexer/citations/law_table.h"
#include "query/fetch.h"
#include "query/jobun/resources.h"
#include "query/jobun/terminal.h"
#include "query/jobun/verbs.h"

namespace jobun {
namespace {

namespace fs = std::filesystem;

struct Options {
  std::vector<std::string> laws;
  std::string list;
  std::string to;
  std::string date;
  std::string bulk;
  bool registry = false;
  bool bare = false;
  query::ApiOptions api;
};

// One law a line; what follows # is a remark.
void read_list(const std::string& path, std::vector<std::string>& laws) {
  std::ifstream file;
  if (path != "-") file.open(path);
  std::istream& in = path == "-" ? std::cin : file;
  if (path != "-" && !file) {
    throw corpus::Error("一覧を開けません", path,
                        "一行に一つ、法令ID、法令番号か題名を書いた"
                        "ファイルを指定してください");
  }
  for (std::string line; std::getline(in, line);) {
    line = line.substr(0, line.find('#'));
    const auto first = line.find_first_not_of(" \t\r");
    if (first == std::string::npos) continue;
    laws.push_back(line.substr(first, line.find_last_not_of(" \t\r") + 1 - first));
  }
}

// 強化法 is our name for it; the API knows ids, numbers and titles.
std::string known_id(const std::string& name, const corpus::LawBook& book) {
  const auto read = corpus::read_address(name, book);
  const bool one = read.ok() && read.ranges.size() == 1 && read.ranges.front().first.is_law();
  return one ? read.ranges.front().first.law_id : name;
}

// A new corpus begins with what comes with the program: our digest, which each official text
// taken later stands before.
void begin_corpus(const fs::path& folder, bool bare) {
  std::error_code failed;
  if (bare || fs::exists(folder / "corpus.toml", failed)) return;
  if (fs::exists(folder, failed) && !fs::is_empty(folder, failed)) return;
  fs::create_directories(folder, failed);
  if (!failed) fs::copy(embedded_corpus(), folder, fs::copy_options::recursive, failed);
  if (failed) {
    throw corpus::Error("法令集のフォルダを作れません（" + failed.message() + "）", folder.string(),
                        "書き込みの権限と空き容量を確かめてください");
  }
}

void print(const query::FetchReport& report) {
  switch (report.result) {
    case query::Fetched::taken:
      std::cout << "取りました　" << report.title << "（" << report.revision << "）\n";
      break;
    case query::Fetched::unchanged:
      std::cout << "変わりません　" << report.title << "（" << report.revision << "）\n";
      break;
    case query::Fetched::failed:
      std::cerr << report.wanted << ": " << report.problem << '\n';
      if (!report.hint.empty()) std::cerr << "  対処: " << report.hint << '\n';
      break;
  }
  std::cout.flush();
}

int run(Options& options) {
  if (!options.list.empty()) read_list(options.list, options.laws);
  if (options.laws.empty() && !options.registry && options.bulk.empty()) {
    throw corpus::Error("取るものがありません", "fetch",
                        "法令の名前、--list、--registry、--bulk のどれかを書いてください");
  }
  if (!options.date.empty()) options.api.on = to_iso_date(parse_date(options.date));
  options.api.note = [](const std::string& note) { std::cerr << "e-Gov: " << note << '\n'; };
  options.api.http.user_agent = std::string("jobun/") + JOBUN_VERSION;
  const fs::path folder = options.to.empty() ? default_corpus() : fs::path(options.to);
  begin_corpus(folder, options.bare);
  query::EgovApi api(options.api);
  if (options.registry) {
    const std::size_t laws =
        query::write_registry(api, folder, [](std::size_t done, std::size_t total) {
          if (is_terminal(std::cerr)) std::cerr << fmt::format("\r法令一覧 {}/{}", done, total);
        });
    std::cout << fmt::format("法令一覧 {}件: {}\n", laws, (folder / "registry.tsv").string());
  }
  if (!options.bulk.empty()) {
    const std::size_t laws = query::take_bulk(options.bulk, folder);
    query::enter_in_manifest(folder, "bulk/*.zip");
    std::cout << fmt::format("ZIPの法令 {}件\n", laws);
  }
  bool failed = false;
  if (!options.laws.empty()) {
    const corpus::LawBook book = corpus::make_law_book(corpus::load_manifest(embedded_corpus()));
    for (std::string& law : options.laws) law = known_id(law, book);
    const auto reports =
        query::fetch_laws(api, options.laws, folder, to_iso_date(citations::today()), print);
    const auto count = [&](query::Fetched what) {
      return std::count_if(reports.begin(), reports.end(),
                           [&](const query::FetchReport& r) { return r.result == what; });
    };
    failed = count(query::Fetched::failed) > 0;
    if (std::cmp_less(count(query::Fetched::failed), reports.size())) {
      query::enter_in_manifest(folder, "official/*.xml");
    }
    std::cout << fmt::format("{}件を取り、{}件は変わらず、{}件は取れませんでした\n",
                             count(query::Fetched::taken), count(query::Fetched::unchanged),
                             count(query::Fetched::failed));
  }
  std::cout << "索引するには: jobun index " << folder.string() << '\n';
  return failed ? kFailed : kFound;
}

}  // namespace

void add_fetch(CLI::App& program, Session& session) {
  CLI::App* verb = program.add_subcommand("fetch", "e-Gov 法令APIから公式の条文を取ります");
  verb->set_help_flag("-h,--help", "この説明を表示します");
  auto options = std::make_shared<Options>();
  verb->add_option("LAW", options->laws, "法令ID、法令番号、題名、略称");
  verb->add_option("--list", options->list, "一行に一つ法令を書いたファイル（- は標準入力）");
  verb->add_option(
      "--to", options->to,
      "法令集のフォルダ（省くと $XDG_DATA_HOME/jobun/corpus。なければ付属の要旨集から作る）");
  verb->add_option("--on", options->date, "この日に施行されている条文（省くと今日）");
  verb->add_flag("--registry", options->registry, "全法令の一覧（registry.tsv）を作ります");
  verb->add_option("--bulk", options->bulk, "e-Gov の一括ダウンロードのZIPを法令集に入れます");
  verb->add_flag("--bare", options->bare, "新しい法令集に付属の要旨を入れません");
  verb->add_option("--base-url", options->api.base_url, "法令APIの場所")->group("試験用");
  verb->callback([&session, options] { session.run = [options] { return run(*options); }; });
}

}  // namespace jobun
