// SPDX-License-Identifier: GPL-2.0-or-later
// What links norms to other provisions (replacements, penalties, commencement), over the laws in
// some folders, and how long it took without the reading and the references.
//   links_bench --registry R.tsv [--show replacements|penalties|commencements] [--law ID] DIR…
#include <algorithm>
#include <atomic>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <sstream>
#include <thread>

#include "corpus/error.h"
#include "corpus/law_xml.h"
#include "corpus/manifest.h"
#include "indexer/penalty.h"
#include "indexer/references.h"
#include "indexer/replacements.h"

namespace {

using Clock = std::chrono::steady_clock;
namespace fs = std::filesystem;

std::string read_file(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream out;
  out << in.rdbuf();
  return std::move(out).str();
}

template <typename Work>
void on_two_cores(std::size_t count, const Work& work) {
  std::atomic<std::size_t> next{0};
  std::vector<std::thread> threads;
  for (unsigned j = 0; j < 2; ++j) {
    threads.emplace_back([&] {
      for (std::size_t i = next++; i < count; i = next++) work(i);
    });
  }
  for (auto& thread : threads) thread.join();
}

// Adds up the time of one kind of work over all threads.
class Stopwatch {
 public:
  template <typename Work>
  auto time(const Work& work) {
    const auto start = Clock::now();
    auto result = work();
    nanoseconds_ +=
        std::chrono::duration_cast<std::chrono::nanoseconds>(Clock::now() - start).count();
    return result;
  }
  double seconds() const { return static_cast<double>(nanoseconds_) / 1e9; }

 private:
  std::atomic<std::int64_t> nanoseconds_{0};
};

std::vector<indexer::Replacement> all_replacements(
    const corpus::Law& law, const std::vector<indexer::Reference>& references) {
  std::vector<indexer::Replacement> out;
  auto at = references.begin();
  for (std::uint32_t i = 0; i < law.provisions.size(); ++i) {
    const auto begin =
        std::find_if(at, references.end(), [&](const auto& r) { return r.from >= i; });
    const auto end =
        std::find_if(begin, references.end(), [&](const auto& r) { return r.from > i; });
    at = end;
    for (auto& r : indexer::find_replacements(law.provisions[i], {begin, end})) out.push_back(r);
  }
  return out;
}

}  // namespace

int main(int argc, char** argv) {
  std::string registry_path, show, wanted;
  std::vector<fs::path> files;
  for (int i = 1; i < argc; ++i) {
    const std::string arg = argv[i];
    if (arg == "--registry" && i + 1 < argc)
      registry_path = argv[++i];
    else if (arg == "--show" && i + 1 < argc)
      show = argv[++i];
    else if (arg == "--law" && i + 1 < argc)
      wanted = argv[++i];
    else if (fs::is_directory(arg)) {
      for (const auto& entry : fs::recursive_directory_iterator(arg)) {
        if (entry.path().extension() == ".xml") files.push_back(entry.path());
      }
    } else
      files.emplace_back(arg);
  }
  std::sort(files.begin(), files.end());
  const corpus::LawBook book =
      corpus::make_law_book(corpus::Registry::load(registry_path), corpus::Manifest{});
  std::vector<corpus::Law> laws(files.size());
  on_two_cores(files.size(), [&](std::size_t i) {
    try {
      laws[i] = corpus::read_law(
          read_file(files[i]), corpus::origin_of(files[i].string()), [&](std::string_view number) {
            return book.registry.amending_law_id(number).value_or('[' + std::string(number) + ']');
          });
    } catch (const corpus::Error& e) {
      std::cerr << e.where << ": " << e.what() << '\n';
    }
  });
  indexer::LawLibrary library(book);
  for (const corpus::Law& law : laws) library.add(law);
  Stopwatch references_time, replacements_time, penalties_time;
  std::atomic<std::size_t> penalties_count{0};
  std::vector<std::string> shown(laws.size());
  std::atomic<std::size_t> references_count{0}, replacements_count{0}, placed{0};
  on_two_cores(laws.size(), [&](std::size_t i) {
    const corpus::Law& law = laws[i];
    if (!wanted.empty() && law.id != wanted) return;
    const auto references = references_time.time([&] { return find_references(law, library); });
    references_count += references.size();
    const auto replaced = replacements_time.time([&] { return all_replacements(law, references); });
    replacements_count += replaced.size();
    const auto penalties = penalties_time.time([&] { return find_penalties(law, references); });
    penalties_count += penalties.size();
    if (show == "penalties") {
      for (const auto& p : penalties) {
        shown[i] += corpus::to_string(p.penalty) + '\t' + corpus::to_string(p.norm) + '\t' +
                    p.text + '\t' + std::string(to_string(p.kind)) + '\t' +
                    std::string(to_string(p.how)) + (p.applied ? " (準用)" : "") + ": " + p.words +
                    '\n';
      }
    }
    for (const auto& r : replaced) {
      placed += !r.places.empty();
      if (show != "replacements") continue;
      shown[i] += law.id + '\t';
      for (const auto& p : r.places) shown[i] += corpus::to_string(p) + ' ';
      shown[i] += "\t" + r.from + "\t" + r.to + '\n';
    }
  });
  for (const std::string& lines : shown) std::cout << lines;
  std::cerr << laws.size() << " laws, " << references_count << " references in "
            << references_time.seconds() << " s of one core\n"
            << replacements_count << " replacements (" << placed << " in a place) in "
            << replacements_time.seconds() << " s\n"
            << penalties_count << " penalty edges in " << penalties_time.seconds() << " s\n";
  return 0;
}
