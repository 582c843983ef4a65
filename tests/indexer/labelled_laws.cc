// SPDX-License-Identifier: GPL-2.0-or-later
#include "labelled_laws.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>

#include "citation_fixture.h"
#include "corpus/law_files.h"
#include "corpus/law_xml.h"

namespace indexer {
namespace {

constexpr std::size_t kIdLength = 15;

// File by id; what is found first stays.
void add_files(const std::string& folder, std::map<std::string, std::string>& files) {
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (entry.path().extension() == ".xml")
      files.emplace(entry.path().filename().string().substr(0, kIdLength), entry.path().string());
  }
}

}  // namespace

LabelledLaws read_labelled_laws(const std::set<std::string>& ids, bool all) {
  LabelledLaws out;
  const std::string folder = shared_folder() + "/corpus";
  out.book = corpus::make_law_book(corpus::Registry::load(folder + "/registry.tsv"), {});
  std::map<std::string, std::string> files;
  add_files(folder + "/laws", files);
  std::set<std::string> wanted = ids;
  for (const auto& [id, path] : files) {
    if (all) wanted.insert(id);
  }
  const bool missing = std::any_of(wanted.begin(), wanted.end(),
                                   [&](const std::string& id) { return !files.contains(id); });
  if (const char* bulk = std::getenv("JOBUN_BULK"); bulk != nullptr && missing)
    add_files(bulk, files);
  for (const std::string& id : wanted) {
    const auto file = files.find(id);
    if (file == files.end()) continue;
    out.laws.push_back(corpus::read_law(corpus::read_file(file->second),
                                        corpus::origin_of(file->second),
                                        [&](std::string_view number) {
                                          return out.book.registry.amending_law_id(number).value_or(
                                              '[' + std::string(number) + ']');
                                        }));
  }
  return out;
}

std::vector<std::string> split(const std::string& line, char by) {
  std::vector<std::string> out;
  std::istringstream in(line);
  for (std::string piece; std::getline(in, piece, by);) out.push_back(piece);
  return out;
}

std::vector<std::vector<std::string>> read_labels(const std::string& name) {
  std::vector<std::vector<std::string>> out;
  std::ifstream in(JOBUN_SOURCE_DIR "/tests/labels/" + name);
  for (std::string line; std::getline(in, line);) out.push_back(split(line, '\t'));
  return out;
}

}  // namespace indexer
