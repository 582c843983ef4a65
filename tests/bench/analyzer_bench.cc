// SPDX-License-Identifier: GPL-2.0-or-later
// How fast text becomes terms, against MeCab alone on the same text in the same run. Reads the laws
// below $JOBUN_SHARED/corpus/laws; without them it makes text from sentences of its own.
#include <benchmark/benchmark.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "indexer/analysis/analyzer.h"
#include "indexer/analysis/normalize.h"

namespace {

namespace fs = std::filesystem;

std::vector<std::string> lines_of_laws(const fs::path& dir) {
  std::vector<std::string> out;
  std::error_code error;
  for (const auto& file : fs::directory_iterator(dir, error)) {
    std::ifstream in(file.path());
    const std::string xml{std::istreambuf_iterator<char>(in), {}};
    for (std::size_t open = xml.find('>'); open != std::string::npos;
         open = xml.find('>', open + 1)) {
      const std::size_t end = xml.find('<', open);
      if (end == std::string::npos) break;
      if (end > open + 10) out.push_back(xml.substr(open + 1, end - open - 1));
    }
  }
  return out;
}

// Every combination of subject, object and duty: about the variety of a few laws.
std::vector<std::string> made_lines() {
  constexpr const char* kWho[] = {"検査装置管理者", "指定試験機関",   "都道府県知事",
                                  "主務大臣",       "許可を受けた者", "基盤設備供給者"};
  constexpr const char* kWhat[] = {"検査装置の設置状況", "試験業務の実施計画",
                                   "第三条第一項の届出に係る事項", "帳簿書類その他の物件",
                                   "電子計算機の利用記録"};
  constexpr const char* kDuty[] = {
      "三十日以内に大臣に届け出なければならない。", "正当な理由がなく開示してはならない。",
      "毎事業年度、公表するよう努めるものとする。",
      "別表第一の二の上欄に掲げる区分に応じて定める。", "二百万円以下の罰金に処する。"};
  std::vector<std::string> out;
  for (const char* who : kWho) {
    for (const char* what : kWhat) {
      for (const char* duty : kDuty)
        out.push_back(std::string(who) + "は、政令で定めるところにより、" + what + "について、" +
                      duty);
    }
  }
  return out;
}

const std::vector<std::string>& lines() {
  static const std::vector<std::string> kLines = [] {
    const char* shared = std::getenv("JOBUN_SHARED");
    auto out = shared == nullptr ? std::vector<std::string>{}
                                 : lines_of_laws(fs::path(shared) / "corpus" / "laws");
    return out.empty() ? made_lines() : out;
  }();
  return kLines;
}

template <typename Work>
double bytes_per_second(Work work) {
  std::size_t bytes = 0;
  const auto begin = std::chrono::steady_clock::now();
  for (const std::string& line : lines()) {
    work(line);
    bytes += line.size();
  }
  return static_cast<double>(bytes) /
         std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

void report(benchmark::State& state, double speed) { state.counters["MB/s"] = speed / 1e6; }

void BM_Normalize(benchmark::State& state) {
  double speed = 0;
  for (auto _ : state)
    speed = bytes_per_second(
        [](const std::string& line) { benchmark::DoNotOptimize(analysis::normalize(line)); });
  report(state, speed);
}
BENCHMARK(BM_Normalize)->Unit(benchmark::kMillisecond);

// The analyzer, and how many times the time of MeCab's parse alone it takes.
void BM_Analyze(benchmark::State& state) {
  const analysis::Dictionary dictionary;
  analysis::Tagger tagger(dictionary, analysis::Tagger::With::system);
  double mecab = 0;
  double ours = 0;
  for (auto _ : state) {
    analysis::Analyzer analyzer(dictionary);  // cold caches: what indexing sees
    mecab = bytes_per_second(
        [&](const std::string& line) { benchmark::DoNotOptimize(tagger.parse(line)); });
    ours = bytes_per_second(
        [&](const std::string& line) { benchmark::DoNotOptimize(analyzer.analyze(line)); });
  }
  report(state, ours);
  state.counters["MeCab MB/s"] = mecab / 1e6;
  state.counters["x MeCab's time"] = mecab / ours;
}
BENCHMARK(BM_Analyze)->Unit(benchmark::kMillisecond);

}  // namespace
