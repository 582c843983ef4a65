// SPDX-License-Identifier: GPL-2.0-or-later
// Writes one Xapian database of units (search_schema.h). One writer belongs to one thread.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "corpus/documents/document.h"
#include "corpus/law.h"
#include "indexer/analysis/analyzer.h"
#include "indexer/citations/law_table.h"
#include "indexer/citations/reference.h"
#include "indexer/norms/norm.h"
#include "indexer/prose/document_table.h"

namespace indexer {

class SearchWriter {
 public:
  // Throws Error when the database cannot be made.
  SearchWriter(const std::filesystem::path& database, analysis::Analyzer analyzer);
  ~SearchWriter();
  SearchWriter(SearchWriter&&) noexcept;

  // Adds every unit of the law, in force from `entry.revision` until before `until` (empty: no end
  // known), each with what it cites and
  // who must do what in it. Returns how many.
  std::size_t add(const corpus::Law& law, const citations::LawEntry& entry, std::string_view until,
                  const std::vector<citations::Reference>& references,
                  const std::vector<norms::Norm>& norms);
  // Every section of a strategy paper or commentary, always in force. Returns how many units.
  std::size_t add(const documents::DocumentText&, const prose::DocumentEntry&);
  void commit();

 private:
  void add_passage(std::string_view text, const std::vector<std::string>& path,
                   const prose::DocumentEntry&, const prose::DocumentAddress&);
  struct Database;
  std::unique_ptr<Database> database_;
  analysis::Analyzer analyzer_;
};

// A defined term as one name under "defines", normalised, short enough for Xapian.
std::string exact_term(std::string_view words);

// The texts of a unit's provisions in statute order, one a line, numbers and captions included.
std::string text_of_unit(const corpus::Law&, std::size_t unit);

}  // namespace indexer
