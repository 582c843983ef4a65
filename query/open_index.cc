// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/open_index.h"

#include <xapian.h>

#include "corpus/error.h"

namespace query {

OpenIndex::OpenIndex(const indexer::KnowledgeBase& knowledge_base)
    : kb(knowledge_base),
      dictionary(kb.user_dictionary()),
      analyzer(dictionary),
      database(std::make_unique<Xapian::Database>()) {
  try {
    for (const auto& path : kb.search_databases())
      database->add_database(Xapian::Database(path.string()));
  } catch (const Xapian::Error& e) {
    throw corpus::Error("検索データベースを開けません（" + e.get_msg() + "）", kb.folder().string(),
                        "jobun index で作り直してください");
  }
}

OpenIndex::~OpenIndex() = default;

}  // namespace query
