// SPDX-License-Identifier: GPL-2.0-or-later
// The strategy papers and commentary of a corpus on their way into a generation: each is copied
// byte for byte, read, and, when the laws are known, searched for citations and terms. Only one is
// in memory at a time.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "corpus/documents/document.h"
#include "corpus/manifest.h"
#include "indexer/citations/law_library.h"
#include "indexer/citations/law_table.h"
#include "indexer/generation.h"
#include "indexer/prose/document_table.h"
#include "indexer/prose/document_terms.h"
#include "indexer/search_writer.h"

namespace indexer {

class Papers {
 public:
  // Both must outlive it.
  Papers(const NewGeneration& generation, const corpus::Manifest& manifest)
      : generation_(generation), manifest_(manifest) {}

  // `document`: index of its entry in the manifest. Throws Error.
  void read(const std::string& path, std::size_t document);
  std::vector<prose::DocumentEntry> entries() const;
  // Rows of aliases.tsv: names of laws that hold in one paper only.
  std::string aliases() const;

  // Finds their citations and makes their sections searchable; returns how many sections.
  std::size_t post(SearchWriter&, const citations::LawLibrary&) const;
  // The tables of definitions must be written.
  void write_terms(const std::map<std::string, citations::Revisions, std::less<>>& laws,
                   const std::vector<corpus::ManifestTerm>& everyday) const;

 private:
  struct Paper {
    prose::DocumentEntry entry;
    std::size_t document = 0;
  };

  prose::DocumentEntry describe(const documents::DocumentText&, const corpus::Document&,
                                const std::string& path) const;
  std::string new_id(const std::string& path) const;
  void write(const prose::DocumentEntry&, const std::string& name, std::string_view bytes) const;
  std::string read_back(const prose::DocumentEntry&, std::string_view name) const;
  std::vector<prose::LawTerms> acts_of(
      const Paper&, const std::vector<citations::ReferenceRecord>&,
      const std::map<std::string, citations::Revisions, std::less<>>& laws) const;

  const NewGeneration& generation_;
  const corpus::Manifest& manifest_;
  std::vector<Paper> papers_;
};

}  // namespace indexer
