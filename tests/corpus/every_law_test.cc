// SPDX-License-Identifier: GPL-2.0-or-later
// What must hold for every law of the nation. Reads the statutes beside the checkout, and those
// below $JOBUN_BULK when it is set; tests/run.sh unpacks them there.
#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <cstdlib>
#include <mutex>
#include <pugixml.hpp>
#include <thread>
#include <unordered_set>

#include "corpus/error.h"
#include "corpus/law_files.h"
#include "corpus/law_xml.h"
#include "tests/support/sample.h"
#include "tests/support/shared.h"

namespace corpus {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> law_paths(const fs::path& shared) {
  std::vector<std::string> paths;
  std::vector<fs::path> folders = {shared / "corpus" / "laws", shared / "corpus" / "revisions"};
  if (const char* bulk = std::getenv("JOBUN_BULK")) folders.emplace_back(bulk);
  for (const fs::path& folder : folders) {
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
      if (entry.path().extension() == ".xml") paths.push_back(entry.path().string());
    }
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

// The letters of the XML, readings apart, with no help from our reader.
void collect_text(pugi::xml_node node, std::string& out) {
  for (const pugi::xml_node child : node.children()) {
    if (child.type() == pugi::node_pcdata || child.type() == pugi::node_cdata) out += child.value();
    if (std::string_view(child.name()) != "Rt") collect_text(child, out);
  }
}

void collect_sentences(pugi::xml_node node, std::vector<std::string>& out) {
  for (const pugi::xml_node child : node.children()) {
    if (std::string_view(child.name()) == "Sentence" && !child.find_node([](pugi::xml_node n) {
          return std::string_view(n.name()) == "QuoteStruct";
        })) {
      collect_text(child, out.emplace_back());
    } else {
      collect_sentences(child, out);
    }
  }
}

std::u32string letters(std::string_view utf8) {
  std::u32string out;
  for (std::size_t at = 0; at < utf8.size();) {
    if (const char32_t c = next_code_point(utf8, at); !is_space(c)) out += c;
  }
  return out;
}

std::u32string sorted(std::u32string text) {
  std::sort(text.begin(), text.end());
  return text;
}

std::string model_text(const Law& law) {
  std::string out = law.number + law.title;
  for (const Provision& p : law.provisions) out += p.num + p.caption + p.related + p.note + p.text;
  return out;
}

// Empty when all is well.
std::string check(const Law& law, std::string_view bytes) {
  pugi::xml_document document;
  document.load_buffer(bytes.data(), bytes.size());
  std::string source;
  collect_text(document, source);
  const std::string model = model_text(law);
  if (sorted(letters(model)) != sorted(letters(source))) return "text differs";

  std::vector<std::string> sentences;
  collect_sentences(document, sentences);
  const std::u32string all = letters(model);
  std::size_t at = 0;  // mostly in order: look on from the last one first
  for (const std::string& sentence : sentences) {
    const std::u32string wanted = letters(sentence);
    std::size_t found = all.find(wanted, at);
    if (found == std::u32string::npos) found = all.find(wanted);
    if (found == std::u32string::npos) return "sentence torn: " + sentence;
    if (found >= at) at = found;
  }

  std::unordered_set<std::string> seen;
  for (std::size_t i = 0; i < law.provisions.size(); ++i) {
    const Address address = law.address(i);
    const std::string printed = to_string(address);
    if (parse_address(printed) != address) return "does not parse back: " + printed;
    if (!seen.insert(printed).second) return "two provisions are called " + printed;
    if (law.find(address.path) != i) return "not found by its address: " + printed;
    for (const Sentence& s : law.provisions[i].sentences) {
      if (s.span.end > law.provisions[i].text.size()) return "sentence out of its text: " + printed;
    }
  }
  return {};
}

TEST(EveryLaw, KeepsItsTextAndItsAddresses) {
  JOBUN_NEEDS_SHARED(shared);
  const auto paths = law_paths(*shared);
  ASSERT_GE(paths.size(), 52U);
  std::atomic<std::size_t> next{0}, provisions{0}, characters{0};
  std::mutex mutex;
  std::vector<std::string> problems;
  const auto work = [&] {
    for (std::size_t i; (i = next++) < paths.size();) {
      std::string problem;
      try {
        const std::string bytes = read_file(paths[i]);
        const Law law = read_law(bytes, origin_of(paths[i]), support::in_brackets);
        problem = check(law, bytes);
        provisions += law.provisions.size();
        characters += letters(model_text(law)).size();
      } catch (const Error& e) {
        problem = e.where + ": " + e.what();
      }
      if (problem.empty()) continue;
      const std::lock_guard lock(mutex);
      problems.push_back(paths[i] + ": " + problem);
    }
  };
  std::jthread other(work);
  work();
  other.join();
  std::printf("%zu laws, %zu provisions, %zu characters kept, %zu problems\n", paths.size(),
              provisions.load(), characters.load(), problems.size());
  for (std::size_t i = 0; i < std::min<std::size_t>(problems.size(), 20); ++i) {
    ADD_FAILURE() << problems[i];
  }
  EXPECT_TRUE(problems.empty());
}

}  // namespace
}  // namespace corpus
