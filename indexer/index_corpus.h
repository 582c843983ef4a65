// SPDX-License-Identifier: GPL-2.0-or-later
// Builds a knowledge base from a corpus folder: reads every law, builds the dictionary of the
// corpus' own words, posts the search databases, and puts the new generation in the place of the
// old one. What cannot be read is reported and left out; the rest is indexed.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "corpus/manifest.h"

namespace indexer {

enum class Stage : std::uint8_t { reading, dictionary, indexing };

struct IndexOptions {
  std::filesystem::path corpus;
  std::filesystem::path kb;
  // Everyday names of terms, for a corpus whose corpus.toml has no [[term]].
  std::vector<corpus::ManifestTerm> terms;
  unsigned jobs = 0;  // 0: one per core
  // Called now and then from any thread, never twice at once.
  std::function<void(Stage, std::uint64_t done, std::uint64_t total)> progress;
};

struct IndexProblem {
  std::string where;
  std::string what;
  std::string hint;
};

struct IndexSummary {
  std::string corpus_name;
  std::size_t laws = 0;       // ids
  std::size_t revisions = 0;  // texts
  std::size_t units = 0;      // articles and the like
  std::size_t documents = 0;  // strategy papers, commentary
  std::size_t sections = 0;   // of documents
  std::uint64_t characters = 0;
  double seconds = 0;
  std::vector<IndexProblem> problems;  // a file each: not read, and why
  std::vector<IndexProblem> notes;     // read, but look at it
};

// Throws Error when nothing can be built at all; the old knowledge base is then as it was.
IndexSummary index_corpus(const IndexOptions&);

}  // namespace indexer
