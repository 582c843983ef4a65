// SPDX-License-Identifier: GPL-2.0-or-later
// Finds what the laws in some folders leave to orders and what orders fill, joins both, and says
// how long that took beyond the references.
//   delegations_bench --registry R.tsv [--out delegations.tsv] [--jobs N] DIR…
#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <set>
#include <sstream>
#include <thread>

#include "corpus/error.h"
#include "corpus/law_xml.h"
#include "corpus/manifest.h"
#include "indexer/delegation_join.h"
#include "indexer/references.h"

namespace {

using Clock = std::chrono::steady_clock;

std::string read_file(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream out;
  out << in.rdbuf();
  return std::move(out).str();
}

double seconds_since(Clock::time_point start) {
  return std::chrono::duration<double>(Clock::now() - start).count();
}

// Of this thread: others may be at work on the machine.
double cpu_seconds() {
  timespec t{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
  return static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_nsec) / 1e9;
}

template <typename Work>
void on_all_cores(unsigned jobs, std::size_t count, const Work& work) {
  std::atomic<std::size_t> next{0};
  std::vector<std::jthread> threads;
  for (unsigned j = 0; j < jobs; ++j) {
    threads.emplace_back([&] {
      for (std::size_t i = next++; i < count; i = next++) work(i);
    });
  }
}

}  // namespace

int main(int argc, char** argv) {
  std::string registry_path, out_path;
  unsigned jobs = 2;
  std::vector<std::filesystem::path> files;
  for (int i = 1; i < argc; ++i) {
    const std::string arg = argv[i];
    if (arg == "--registry")
      registry_path = argv[++i];
    else if (arg == "--out")
      out_path = argv[++i];
    else if (arg == "--jobs")
      jobs = static_cast<unsigned>(std::atoi(argv[++i]));
    else {
      for (const auto& entry : std::filesystem::recursive_directory_iterator(arg)) {
        if (entry.path().extension() == ".xml") files.push_back(entry.path());
      }
    }
  }
  std::sort(files.begin(), files.end());
  const corpus::LawBook book =
      corpus::make_law_book(corpus::Registry::load(registry_path), corpus::Manifest{});
  std::vector<corpus::Law> laws(files.size());
  on_all_cores(jobs, files.size(), [&](std::size_t i) {
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

  std::vector<indexer::DelegationSource> sources(laws.size());
  std::atomic<std::int64_t> finding{0};
  auto start = Clock::now();
  on_all_cores(jobs, laws.size(), [&](std::size_t i) {
    const auto references = indexer::find_references(laws[i], library);
    const double begin = cpu_seconds();
    sources[i] = {laws[i].id, laws[i].title, indexer::find_delegations(laws[i], references)};
    finding += static_cast<std::int64_t>((cpu_seconds() - begin) * 1e6);
  });
  std::cerr << "references and delegations in " << seconds_since(start) << " s, delegations alone "
            << static_cast<double>(finding) / 1e6 / jobs << " s of work on " << jobs
            << " threads\n";

  start = Clock::now();
  std::map<std::string, const indexer::DelegationSource*> by_id;
  std::map<std::string, std::set<std::string>> orders;
  for (const auto& source : sources) {
    by_id[source.id] = &source;
    for (const auto& exercise : source.found.exercises) {
      for (const auto& target : exercise.targets)
        orders[target.substr(0, target.find('/'))].insert(source.id);
    }
  }
  const indexer::JoinContext context{.at_hand =
                                         [&](const std::string& id) {
                                           const auto found = by_id.find(id);
                                           return found == by_id.end() ? nullptr : found->second;
                                         },
                                     .orders_of =
                                         [&](const std::string& id) {
                                           const auto& ids = orders[id];
                                           return std::vector<std::string>(ids.begin(), ids.end());
                                         },
                                     .id_of_title =
                                         [&](const std::string& title) {
                                           const auto ids = library.ids_by_name(title);
                                           return ids.size() == 1 ? ids.front() : std::string();
                                         }};
  for (const auto& source : sources) orders[source.id];
  std::vector<std::vector<indexer::DelegationRecord>> joined(sources.size());
  std::atomic<std::int64_t> joining{0};
  on_all_cores(jobs, sources.size(), [&](std::size_t i) {
    const double begin = cpu_seconds();
    joined[i] = join_delegations(sources[i], context);
    joining += static_cast<std::int64_t>((cpu_seconds() - begin) * 1e6);
  });
  std::cerr << "joined in " << seconds_since(start) << " s, "
            << static_cast<double>(joining) / 1e6 / jobs << " s of work\n";

  std::map<std::string, std::size_t> counts;
  std::ofstream out;
  if (!out_path.empty()) out.open(out_path, std::ios::binary);
  for (const auto& records : joined) {
    for (const auto& r : records) {
      ++counts[r.side + ' ' + r.status + ' ' + r.basis];
      if (r.side == "gives") ++counts["rule " + r.rule];
    }
    if (out.is_open()) out << to_tsv(records);
  }
  for (const auto& [name, count] : counts) std::cerr << "  " << name << ' ' << count << '\n';
  return 0;
}
