// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/jobun/cite_reading.h"

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <iterator>
#include <set>

#include "corpus/documents/document_reader.h"
#include "corpus/error.h"
#include "corpus/law_files.h"
#include "indexer/citations/citation_check.h"
#include "indexer/prose/document_references.h"
#include "query/citing.h"

namespace jobun {
namespace {

using citations::Reference;

std::string read_bytes(const std::string& file) {
  if (file == "-") return {std::istreambuf_iterator<char>(std::cin), {}};
  return corpus::read_file(file);
}

// What stands in the file, letter by letter, and how it is to be read.
struct Source {
  std::string text;
  documents::DocumentText document;
};

Source read_source(std::string bytes, const std::string& file) {
  Source out;
  if (corpus::trim(bytes).empty()) return out;
  out.document = documents::read_document(bytes, file == "-" ? "-.txt" : file);
  if (!out.document.extracted.empty()) {
    out.text = out.document.extracted;
    return out;
  }
  if (const auto bad = corpus::find_invalid_utf8(bytes)) {
    throw corpus::Error("UTF-8の文書ではありません",
                        file + ':' + std::to_string(corpus::line_of(bytes, *bad)),
                        "文字コードをUTF-8にしてください");
  }
  out.text = std::move(bytes);
  return out;
}

// The knowledge base's own reading of a file it holds byte for byte.
prose::DocumentContext context_of(const std::string& file, const std::string& bytes,
                                  std::string law, const indexer::KnowledgeBase& kb) {
  prose::DocumentContext out{.default_law = std::move(law)};
  if (file == "-") return out;
  const std::string id = prose::document_id(std::filesystem::path(file).stem().string());
  const auto& documents = kb.documents();
  const auto entry = std::find_if(
      documents.begin(), documents.end(),
      [&](const prose::DocumentEntry& d) { return d.id == id && kb.original_of(d) == bytes; });
  if (entry == documents.end()) return out;
  out.document = static_cast<std::uint32_t>(entry - documents.begin() + 1);
  if (out.default_law.empty()) out.default_law = entry->default_law;
  return out;
}

std::vector<std::pair<std::string, std::string>> former_titles(const indexer::KnowledgeBase& kb) {
  std::vector<std::pair<std::string, std::string>> out;
  for (const citations::LawEntry& entry : kb.laws()) {
    if (!entry.title.empty() && entry.title != kb.title_of(entry.id))
      out.emplace_back(entry.title, entry.id);
  }
  return out;
}

// Only the laws the text names are opened: those named without any at hand.
std::map<std::string, corpus::Law, std::less<>> laws_named(const documents::DocumentText& document,
                                                           const prose::DocumentContext& context,
                                                           const std::string& date,
                                                           const indexer::KnowledgeBase& kb) {
  const citations::LawLibrary library(kb.law_book());
  std::set<std::string> named{context.default_law};
  for (const Reference& r : find_document_references(document, library, context))
    named.insert(r.law);
  std::map<std::string, corpus::Law, std::less<>> out;
  for (const std::string& id : named) {
    if (const auto* revisions = kb.revisions_of(id)) out.emplace(id, kb.load(revisions->on(date)));
  }
  return out;
}

// From the cleaned text back to the file.
CitedText led_to_source(CitedText out, const documents::SourceMap& map) {
  for (Reference& r : out.references) {
    r.from = 0;
    r.span = map.to_source(r.span);
    r.text = r.span.of(out.text);
  }
  out.problem_of.assign(out.references.size(), -1);
  for (std::size_t i = 0; i < out.problems.size(); ++i) {
    citations::CitationProblem& p = out.problems[i];
    p.span = map.to_source(p.span);
    if (p.reference >= 0)
      out.problem_of[static_cast<std::size_t>(p.reference)] = static_cast<int>(i);
  }
  return out;
}

}  // namespace

CitedText read_citations(const std::string& file, std::string law, const std::string& date,
                         const indexer::KnowledgeBase& kb) {
  CitedText out;
  std::string bytes = read_bytes(file);
  const prose::DocumentContext context = context_of(file, bytes, std::move(law), kb);
  Source source = read_source(std::move(bytes), file);
  out.text = std::move(source.text);
  const documents::DocumentText& document = source.document;
  out.laws = laws_named(document, context, date, kb);
  citations::LawLibrary library(kb.law_book());
  for (const auto& [id, opened] : out.laws) library.add(opened);
  out.references = find_document_references(document, library, context);
  query::AwaitedProvisions awaited(kb, date);
  out.problems = check_citations(
      document.text, out.references,
      {.book = &kb.law_book(),
       .library = &library,
       .laws = &out.laws,
       .former_titles = former_titles(kb),
       .today = date,
       .is_cited = [&](const corpus::Address& to) { return awaited.contains(to); },
       .line_of =
           [&](std::size_t at) {
             return corpus::line_of(out.text, document.map.to_source({at, at + 1}).begin);
           }});
  return led_to_source(std::move(out), document.map);
}

}  // namespace jobun
