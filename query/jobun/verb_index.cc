// SPDX-License-Identifier: GPL-2.0-or-later
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <chrono>
#include <iostream>
#include <memory>

#include "indexer/index_corpus.h"
#include "query/jobun/resources.h"
#include "query/jobun/terminal.h"
#include "query/jobun/verbs.h"

namespace jobun {
namespace {

std::string_view name_of(indexer::Stage stage) {
  switch (stage) {
    case indexer::Stage::reading:
      return "法令を読んでいます";
    case indexer::Stage::dictionary:
      return "辞書を作っています";
    case indexer::Stage::indexing:
      return "索引を作っています";
  }
  return "";
}

// A bar on a terminal, nothing elsewhere.
class ProgressBar {
 public:
  void show(indexer::Stage stage, std::uint64_t done, std::uint64_t total) {
    if (!is_terminal(std::cerr)) return;
    const auto now = std::chrono::steady_clock::now();
    if (done < total && now - last_ < std::chrono::milliseconds(100)) return;
    last_ = now;
    const std::uint64_t percent = total == 0 ? 100 : done * 100 / total;
    std::cerr << fmt::format("\r\x1b[K{} [{:=<{}}{: <{}}] {}%", name_of(stage), "", percent / 5, "",
                             20 - percent / 5, percent)
              << std::flush;
    shown_ = true;
  }
  void clear() const {
    if (shown_) std::cerr << "\r\x1b[K" << std::flush;
  }

 private:
  std::chrono::steady_clock::time_point last_;
  bool shown_ = false;
};

void report(const indexer::IndexProblem& problem) {
  std::cerr << problem.where << ": " << problem.what;
  if (!problem.hint.empty()) std::cerr << "。" << problem.hint;
  std::cerr << '\n';
}

int run(const indexer::IndexOptions& wanted) {
  ProgressBar bar;
  indexer::IndexOptions options = wanted;
  options.progress = [&](indexer::Stage stage, std::uint64_t done, std::uint64_t total) {
    bar.show(stage, done, total);
  };
  indexer::IndexSummary summary;
  try {
    summary = indexer::index_corpus(options);
  } catch (...) {
    bar.clear();
    throw;
  }
  bar.clear();
  for (const auto& note : summary.notes) {
    std::cerr << "注意: ";
    report(note);
  }
  for (const auto& problem : summary.problems) report(problem);
  std::cout << fmt::format("{}法令 {} 条等 {} 文字を索引しました（{:.1f}秒）\n", summary.laws,
                           summary.units, summary.characters, summary.seconds);
  if (summary.revisions > summary.laws) {
    std::cout << fmt::format("ほかの施行日の本文 {}件を含みます\n",
                             summary.revisions - summary.laws);
  }
  if (summary.documents > 0) {
    std::cout << fmt::format("文書 {}件（{}節）を含みます\n", summary.documents, summary.sections);
  }
  std::cout << "知識ベース: " << options.kb.string() << '\n';
  if (summary.problems.empty()) return kFound;
  std::cout << fmt::format("読めなかったもの {}件（上に場所と理由）\n", summary.problems.size());
  return kFailed;
}

}  // namespace

void add_index(CLI::App& program, Session& session) {
  CLI::App* verb = add_verb(program, session, "index",
                            "法令集から知識ベースを作ります（前のものと置き換えます）", false);
  auto options = std::make_shared<indexer::IndexOptions>();
  verb->add_option("CORPUS_DIR", options->corpus, "法令集のフォルダ（省くと付属の要旨集）");
  verb->add_option("--jobs", options->jobs, "同時に使うスレッドの数（省くとCPUの数）")
      ->check(CLI::Range(1, 256));
  verb->callback([&session, options] {
    session.run = [&session, options] {
      options->kb = session.kb.empty() ? default_kb() : session.kb;
      if (options->corpus.empty()) options->corpus = embedded_corpus();
      options->terms = corpus::load_manifest(embedded_corpus()).terms;
      return run(*options);
    };
  });
}

}  // namespace jobun
