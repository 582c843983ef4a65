// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/papers.h"

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <utility>

#include "corpus/documents/document_reader.h"
#include "corpus/law_files.h"
#include "indexer/definitions/definition_table.h"
#include "indexer/knowledge_base.h"
#include "indexer/prose/document_references.h"

namespace indexer {

namespace fs = std::filesystem;

void Papers::read(const std::string& path, std::size_t document) {
  const corpus::Document& description = manifest_.documents[document];
  std::error_code failed;
  if (const auto size = fs::file_size(path, failed); !failed)
    documents::check_document_size(size, path);
  const std::string bytes = corpus::read_file(path);
  const documents::DocumentText text = documents::read_document(bytes, path);
  prose::DocumentEntry entry = describe(text, description, path);
  write(entry, "original" + fs::path(path).extension().string(), bytes);
  write(entry, "text.txt", text.text);
  write(entry, "structure.json", documents::to_json(text));
  if (!text.extracted.empty()) write(entry, "extracted.txt", text.extracted);
  papers_.push_back({std::move(entry), document});
}

std::vector<prose::DocumentEntry> Papers::entries() const {
  std::vector<prose::DocumentEntry> out;
  for (const Paper& paper : papers_) out.push_back(paper.entry);
  return out;
}

std::string Papers::new_id(const std::string& path) const {
  const std::string stem = prose::document_id(fs::path(path).stem().string());
  const auto taken = [&](const std::string& id) {
    return std::any_of(papers_.begin(), papers_.end(),
                       [&](const Paper& paper) { return paper.entry.id == id; });
  };
  std::string id = stem;
  for (std::size_t n = 2; taken(id); ++n) id = stem + '~' + std::to_string(n);
  return id;
}

prose::DocumentEntry Papers::describe(const documents::DocumentText& document,
                                      const corpus::Document& description,
                                      const std::string& path) const {
  prose::DocumentEntry entry{
      .id = new_id(path),
      .kind = std::string(corpus::to_string(description.kind)),
      .title = description.title.empty() ? document.title : description.title,
      .date = {},
      .digest = description.digest,
      .source = description.source,
      .licence = description.licence,
      .url = description.url,
      .retrieved = description.retrieved,
      .default_law = description.default_law,
      .original = {},
      .encoding = document.encoding,
      .sections = document.sections.size(),
      .characters = corpus::count_code_points(document.text)};
  if (entry.title.empty()) entry.title = entry.id;
  std::copy_if(description.date.begin(), description.date.end(), std::back_inserter(entry.date),
               [](char c) { return c >= '0' && c <= '9'; });
  if (entry.date.empty()) entry.date = prose::date_of(document, entry.title);
  entry.original = prose::document_file(entry, "original" + fs::path(path).extension().string());
  return entry;
}

void Papers::write(const prose::DocumentEntry& entry, const std::string& name,
                   std::string_view bytes) const {
  generation_.write(prose::document_file(entry, name), bytes);
}

std::string Papers::read_back(const prose::DocumentEntry& entry, std::string_view name) const {
  return corpus::read_file((generation_.path() / prose::document_file(entry, name)).string());
}

std::string Papers::aliases() const {
  std::string out;
  for (const Paper& paper : papers_) {
    for (const corpus::Alias& alias : manifest_.documents[paper.document].aliases)
      out += alias.name + '\t' + alias.law_id + '\t' + paper.entry.id + '\n';
  }
  return out;
}

std::size_t Papers::post(SearchWriter& writer, const citations::LawLibrary& library) const {
  std::size_t sections = 0;
  for (const Paper& paper : papers_) {
    const auto document =
        documents::read_structure(read_back(paper.entry, "text.txt"),
                                  read_back(paper.entry, "structure.json"), paper.entry.id);
    const corpus::Document& description = manifest_.documents[paper.document];
    const auto references = prose::find_document_references(
        document, library,
        {.default_law = description.default_law,
         .document = static_cast<std::uint32_t>(paper.document + 1)});
    write(paper.entry, "references.tsv",
          citations::to_tsv(prose::to_records(paper.entry, document, references)));
    sections += writer.add(document, paper.entry);
  }
  return sections;
}

// The Acts a paper is about: the one its bare articles belong to first, then by how often it cites
// them. Orders define for themselves.
std::vector<prose::LawTerms> Papers::acts_of(
    const Paper& paper, const std::vector<citations::ReferenceRecord>& references,
    const std::map<std::string, citations::Revisions, std::less<>>& laws) const {
  std::map<std::string, std::size_t> cited;
  for (const citations::ReferenceRecord& r : references) ++cited[r.law];
  std::vector<std::pair<std::size_t, std::string>> order;
  for (const auto& [id, times] : cited) order.emplace_back(times, id);
  std::stable_sort(order.begin(), order.end(),
                   [](const auto& a, const auto& b) { return a.first > b.first; });
  const std::string& own = manifest_.documents[paper.document].default_law;
  if (!own.empty()) order.insert(order.begin(), {0, own});
  std::vector<prose::LawTerms> out;
  for (const auto& [times, id] : order) {
    const auto law = laws.find(id);
    if (law == laws.end() || (times > 0 && id == own)) continue;
    const citations::LawEntry& entry = law->second.on(citations::today());
    if (entry.kind == "order") continue;
    const std::string file = (generation_.path() / findings_file("definitions", entry)).string();
    out.push_back({id, definitions::parse_definition_table(corpus::read_file(file), file)});
  }
  return out;
}

void Papers::write_terms(const std::map<std::string, citations::Revisions, std::less<>>& laws,
                         const std::vector<corpus::ManifestTerm>& everyday) const {
  for (const Paper& paper : papers_) {
    const auto references = citations::parse_reference_table(
        read_back(paper.entry, "references.tsv"), paper.entry.id + "/references.tsv");
    const auto text =
        documents::read_structure(read_back(paper.entry, "text.txt"),
                                  read_back(paper.entry, "structure.json"), paper.entry.id);
    write(paper.entry, "terms.tsv",
          prose::to_tsv(prose::find_document_terms(
              paper.entry, text, acts_of(paper, references, laws), everyday, references)));
  }
}

}  // namespace indexer
