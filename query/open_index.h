// SPDX-License-Identifier: GPL-2.0-or-later
// A knowledge base opened for looking up: its search databases and the analyzer that made them.
#pragma once

#include <memory>

#include "indexer/analysis/analyzer.h"
#include "indexer/knowledge_base.h"

namespace Xapian {
class Database;
}

namespace query {

struct OpenIndex {
  // Throws Error when the databases cannot be read. The knowledge base must outlive it.
  explicit OpenIndex(const indexer::KnowledgeBase&);
  ~OpenIndex();

  const indexer::KnowledgeBase& kb;
  analysis::Dictionary dictionary;
  analysis::Analyzer analyzer;
  std::unique_ptr<Xapian::Database> database;
};

}  // namespace query
