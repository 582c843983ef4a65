// SPDX-License-Identifier: GPL-2.0-or-later
// Finds all there is to find in the laws of some folders, and says of each kind how much it found
// and what it cost: seconds of work, all threads together, and of the whole by the clock.
//   findings_bench --registry R.tsv [--jobs N] [--until references] PATH…
// `--until` leaves out what comes later in the list; the later kinds are made from the earlier
// ones.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <atomic>
#include <chrono>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <iomanip>
#include <iostream>
#include <sstream>
#include <thread>

#include "corpus/error.h"
#include "corpus/law_xml.h"
#include "corpus/manifest.h"
#include "indexer/citations/references.h"
#include "indexer/citations/replacements.h"
#include "indexer/definitions/definitions.h"
#include "indexer/definitions/term_uses.h"
#include "indexer/delegations/delegation.h"
#include "indexer/norms/commencement.h"
#include "indexer/norms/norms.h"
#include "indexer/norms/penalty.h"

namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

const std::vector<std::string> kStages = {"references",   "definitions",  "uses",
                                          "delegations",  "norms",        "penalties",
                                          "replacements", "commencements"};

struct Options {
  std::string registry;
  std::string until = kStages.back();
  unsigned jobs = 2;
  std::vector<std::string> paths;
};

// Work of this thread only: others may be busy on the machine.
double thread_seconds() {
  timespec t{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
  return static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_nsec) / 1e9;
}

struct Cost {
  std::atomic<std::size_t> found{0};
  std::atomic<double> seconds{0};

  // What `work` returns; its size counts as found.
  template <typename Work>
  auto measure(const Work& work) {
    const double begin = thread_seconds();
    auto result = work();
    double before = seconds;
    const double more = thread_seconds() - begin;
    while (!seconds.compare_exchange_weak(before, before + more)) {
    }
    found += result.size();
    return result;
  }
};

template <typename Work>
void on_threads(unsigned jobs, std::size_t count, const Work& work) {
  if (jobs < 2) {
    for (std::size_t i = 0; i < count; ++i) work(i);
    return;
  }
  std::atomic<std::size_t> next{0};
  std::vector<std::jthread> threads;
  for (unsigned j = 0; j < jobs; ++j) {
    threads.emplace_back([&] {
      for (std::size_t i = next++; i < count; i = next++) work(i);
    });
  }
}

std::vector<fs::path> list_files(const std::vector<std::string>& paths) {
  std::vector<fs::path> files;
  for (const std::string& path : paths) {
    if (!fs::is_directory(path)) files.emplace_back(path);
    if (!fs::is_directory(path)) continue;
    for (const auto& entry : fs::recursive_directory_iterator(path)) {
      if (entry.path().extension() == ".xml") files.push_back(entry.path());
    }
  }
  std::sort(files.begin(), files.end());
  return files;
}

std::string read_file(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream out;
  out << in.rdbuf();
  return std::move(out).str();
}

corpus::Law read(const fs::path& file, const corpus::Registry& registry) {
  try {
    return corpus::read_law(
        read_file(file), corpus::origin_of(file.string()), [&](std::string_view number) {
          return registry.amending_law_id(number).value_or('[' + std::string(number) + ']');
        });
  } catch (const corpus::Error& e) {
    std::cerr << e.where << ": " << e.what() << '\n';
    return {};
  }
}

std::vector<citations::Replacement> replacements_of(const corpus::Law& law,
                                                    const std::vector<citations::Reference>& all) {
  std::vector<citations::Replacement> out;
  for (auto begin = all.begin(); begin != all.end();) {
    const auto end =
        std::find_if(begin, all.end(), [&](const auto& r) { return r.from != begin->from; });
    auto found = citations::find_replacements(law.provisions[begin->from], {begin, end});
    std::move(found.begin(), found.end(), std::back_inserter(out));
    begin = end;
  }
  return out;
}

void find_all(const corpus::Law& law, const citations::LawLibrary& library, std::size_t stages,
              std::vector<Cost>& costs) {
  const auto wanted = [&](std::size_t stage) { return stage < stages; };
  const auto references = costs[0].measure([&] { return find_references(law, library); });
  if (wanted(1)) {
    const auto definitions =
        costs[1].measure([&] { return definitions::find_definitions(law, references, library); });
    if (wanted(2))
      costs[2].measure([&] {
        return definitions::find_term_uses(law, definitions::scoped_terms(law, definitions));
      });
  }
  if (wanted(3))
    costs[3].measure([&] { return delegations::find_delegations(law, references).powers; });
  if (wanted(4)) costs[4].measure([&] { return norms::find_norms(law); });
  if (wanted(5)) costs[5].measure([&] { return norms::find_penalties(law, references); });
  if (wanted(6)) costs[6].measure([&] { return replacements_of(law, references); });
  if (wanted(7)) costs[7].measure([&] { return norms::find_commencements(law, references); });
}

int run(const Options& options) {
  const corpus::LawBook book =
      corpus::make_law_book(corpus::Registry::load(options.registry), corpus::Manifest{});
  const auto files = list_files(options.paths);
  std::vector<corpus::Law> laws(files.size());
  on_threads(options.jobs, files.size(),
             [&](std::size_t i) { laws[i] = read(files[i], book.registry); });
  citations::LawLibrary library(book);
  for (const corpus::Law& law : laws) library.add(law);

  const auto last = std::find(kStages.begin(), kStages.end(), options.until);
  const auto stages = static_cast<std::size_t>(last - kStages.begin()) + 1;
  std::vector<Cost> costs(kStages.size());
  const auto start = Clock::now();
  on_threads(options.jobs, laws.size(),
             [&](std::size_t i) { find_all(laws[i], library, stages, costs); });
  const std::chrono::duration<double> took = Clock::now() - start;

  std::cout << std::fixed << std::setprecision(3) << laws.size() << " laws, " << took.count()
            << " s on " << options.jobs << " threads\n";
  for (std::size_t i = 0; i < stages; ++i) {
    std::cout << std::setw(14) << kStages[i] << std::setw(10) << costs[i].found << std::setw(9)
              << costs[i].seconds << " s\n";
  }
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  CLI::App app("what finding costs");
  Options options;
  app.add_option("--registry", options.registry)->required();
  app.add_option("--jobs", options.jobs);
  app.add_option("--until", options.until)->check(CLI::IsMember(kStages));
  app.add_option("PATH", options.paths)->required();
  CLI11_PARSE(app, argc, argv);
  return run(options);
}
