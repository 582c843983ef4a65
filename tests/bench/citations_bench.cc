// SPDX-License-Identifier: GPL-2.0-or-later
// Finds and resolves every reference of the laws in some folders, and says how long it took.
//   citations_bench --registry R.tsv [--out refs.jsonl] [--jobs N] [--context LETTERS] DIR…
// refs.jsonl has the keys of `export refs`.
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

// `letters` on each side, for people who judge a sample.
std::string around(std::string_view text, corpus::Span span, std::size_t letters) {
  std::size_t begin = span.begin, end = span.end;
  const auto inside = [&](std::size_t at) {
    return (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80;
  };
  for (std::size_t n = 0; n < letters && begin > 0; ++n) {
    do --begin;
    while (begin > 0 && inside(begin));
  }
  for (std::size_t n = 0; n < letters && end < text.size(); ++n) {
    do ++end;
    while (end < text.size() && inside(end));
  }
  std::string out(text.substr(begin, span.begin - begin));
  out.append("【").append(span.of(text)).append("】").append(text.substr(span.end, end - span.end));
  return out;
}

std::string line_of(const corpus::Law& law, const indexer::Reference& r, std::size_t context) {
  const corpus::Provision& p = law.provisions[r.from];
  const auto span = corpus::to_code_points(p.text, r.span);
  nlohmann::ordered_json json;
  json["from"] = corpus::to_string(law.address(r.from));
  json["text"] = r.text;
  json["start"] = span.begin;
  json["end"] = span.end;
  json["form"] = indexer::to_string(r.form);
  json["targets"] = nlohmann::json::array();
  for (const auto& target : r.targets) json["targets"].push_back(corpus::to_string(target));
  json["status"] = indexer::to_string(r.status);
  json["reason"] = r.reason;
  json["law"] = r.law;
  if (!r.candidates.empty()) json["candidates"] = r.candidates;
  json["edge"] = indexer::to_string(r.purpose);
  if (context > 0) json["context"] = around(p.text, r.span, context);
  return json.dump();
}

}  // namespace

int main(int argc, char** argv) {
  std::string registry_path, out_path;
  unsigned jobs = 2;
  std::size_t context = 0;
  std::vector<std::filesystem::path> files;
  for (int i = 1; i < argc; ++i) {
    const std::string arg = argv[i];
    if (arg == "--registry")
      registry_path = argv[++i];
    else if (arg == "--context")
      context = static_cast<std::size_t>(std::atoi(argv[++i]));
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
  std::size_t total = 0;
  std::map<std::string, std::size_t> by_status;
  for (const auto& references : found) {
    total += references.size();
    for (const auto& r : references) ++by_status[std::string(indexer::to_string(r.status))];
  }
  std::cerr << "found and resolved " << total << " references in " << took << " s on " << jobs
            << " threads\n";
  for (const auto& [status, count] : by_status) std::cerr << "  " << status << ' ' << count << '\n';

  if (!out_path.empty()) {
    std::ofstream out(out_path, std::ios::binary);
    for (std::size_t i = 0; i < laws.size(); ++i) {
      for (const auto& r : found[i]) out << line_of(laws[i], r, context) << '\n';
    }
  }
  return 0;
}
