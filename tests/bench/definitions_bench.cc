// SPDX-License-Identifier: GPL-2.0-or-later
// Finds every definition of the laws in some folders, and says how long it took beyond their
// references.
//   definitions_bench --registry R.tsv [--out definitions.jsonl] [--jobs N] DIR…
// definitions.jsonl has the keys of `export definitions` without uses.
#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <nlohmann/json.hpp>
#include <sstream>
#include <thread>

#include "corpus/error.h"
#include "corpus/law_xml.h"
#include "corpus/manifest.h"
#include "indexer/definitions.h"
#include "indexer/references.h"
#include "indexer/term_uses.h"

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

template <typename Work>
void on_all_cores(unsigned jobs, std::size_t count, const Work& work) {
  std::atomic<std::size_t> next{0};
  std::vector<std::thread> threads;
  for (unsigned j = 0; j < jobs; ++j) {
    threads.emplace_back([&] {
      for (std::size_t i = next++; i < count; i = next++) work(i);
    });
  }
  for (auto& thread : threads) thread.join();
}

std::string line_of(const corpus::Law& law, const indexer::Definition& d) {
  nlohmann::ordered_json json;
  json["address"] = corpus::to_string(law.address(d.from));
  json["term"] = d.term;
  json["definition"] = d.text.of(law.provisions[d.from].text);
  json["form"] = indexer::to_string(d.form);
  json["scope"] = nlohmann::json::array();
  for (const auto& part : d.scope) json["scope"].push_back(indexer::to_string(part));
  json["imported_from"] = d.imported_from ? corpus::to_string(*d.imported_from) : "";
  json["rule"] = d.rule;
  return json.dump();
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
    else if (std::filesystem::is_directory(arg)) {
      for (const auto& entry : std::filesystem::recursive_directory_iterator(arg)) {
        if (entry.path().extension() == ".xml") files.push_back(entry.path());
      }
    } else
      files.emplace_back(arg);
  }
  std::sort(files.begin(), files.end());
  const corpus::LawBook book =
      corpus::make_law_book(corpus::Registry::load(registry_path), corpus::Manifest{});

  auto start = Clock::now();
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
  std::cerr << "read " << laws.size() << " laws in " << seconds_since(start) << " s\n";

  start = Clock::now();
  indexer::LawLibrary library(book);
  std::size_t size = 0;
  for (const corpus::Law& law : laws) {
    library.add(law);
    size += law.provisions.size();
  }
  std::cerr << "structure of " << size << " provisions in " << seconds_since(start) << " s\n";

  start = Clock::now();
  std::vector<std::vector<indexer::Reference>> found(laws.size());
  on_all_cores(jobs, laws.size(),
               [&](std::size_t i) { found[i] = indexer::find_references(laws[i], library); });
  const double took = seconds_since(start);
  std::cerr << "references in " << took << " s on " << jobs << " threads\n";

  start = Clock::now();
  std::vector<std::vector<indexer::Definition>> defined(laws.size());
  on_all_cores(jobs, laws.size(), [&](std::size_t i) {
    defined[i] = indexer::find_definitions(laws[i], found[i], library);
  });
  const double more = seconds_since(start);
  start = Clock::now();
  std::atomic<std::size_t> uses{0};
  on_all_cores(jobs, laws.size(), [&](std::size_t i) {
    uses += indexer::find_term_uses(laws[i], indexer::scoped_terms(laws[i], defined[i])).size();
  });
  std::cerr << "found " << uses << " uses in " << seconds_since(start) << " s\n";

  std::size_t total = 0;
  std::map<std::string, std::size_t> by_form, by_rule;
  for (const auto& definitions : defined) {
    total += definitions.size();
    for (const auto& d : definitions) {
      ++by_form[std::string(indexer::to_string(d.form))];
      ++by_rule[std::string(d.rule)];
    }
  }
  std::cerr << "found " << total << " definitions in " << more << " s on " << jobs << " threads\n";
  for (const auto& counts : {by_form, by_rule})
    for (const auto& [name, count] : counts) std::cerr << "  " << name << ' ' << count << '\n';

  if (!out_path.empty()) {
    std::ofstream out(out_path, std::ios::binary);
    for (std::size_t i = 0; i < laws.size(); ++i) {
      for (const auto& d : defined[i]) out << line_of(laws[i], d) << '\n';
    }
  }
  return 0;
}
