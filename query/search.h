// SPDX-License-Identifier: GPL-2.0-or-later
// Finds articles by words, names and addresses.
//   特定侵害事象 報告       both words, side by side or apart (空白 means AND)
//   「原因となり得る」       these very words in this order      報告|届出  either     -罰則
//   without 強化法5条              the article itself, and nothing else
// Text and query go through the same analyzer, so 三十日 finds 30日 and 届け出る finds 届出.
// Where no article has all the words, those that have some are shown, and `note` says so.
// A question (「委員の任期は何年ですか」) is read as one: any of its words counts, as it is and as
// the law says it, and articles that are of the kind asked for come first (question.h,
// unit_rank.h).
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/knowledge_base.h"
#include "query/open_index.h"

namespace query {

struct SearchOptions {
  std::string law_id;                     // only in this law
  std::optional<corpus::Address> citing;  // only what cites this provision, as find_citing says
  std::string kind;                       // statute, order, …
  std::string date;                       // yyyymmdd; empty: today
  std::size_t limit = 10;
};

struct Hit {
  std::string address;
  std::string law_id;
  std::string revision;  // yyyymmdd
  std::string title;     // of the law
  std::string num;       // 第五条
  std::string caption;   // （報告）
  std::string kind;
  bool digest = false;
  double score = 0;
  std::string snippet;               // whole sentences, matches between kMatchOpen and kMatchClose
  std::vector<std::string> matched;  // the words of the text that matched, as printed there
  std::string reason;                // Japanese: what speaks for it as an answer to a question
};

inline constexpr std::string_view kMatchOpen = "«";
inline constexpr std::string_view kMatchClose = "»";

struct SearchResult {
  std::size_t total = 0;
  std::vector<Hit> hits;
  std::size_t not_in_force = 0;  // further matches that are not in force on the date
  std::string note;              // Japanese: how the query was taken, when that is not plain
  std::string explanation;       // the query as Xapian takes it
};

class Searcher {
 public:
  // Throws Error when the databases cannot be read.
  explicit Searcher(const indexer::KnowledgeBase&);
  ~Searcher();
  Searcher(Searcher&&) noexcept;

  // Throws Error for a query that cannot be read (a lone operator, nothing but particles). With
  // `citing` the query may be empty: all that cites it.
  SearchResult search(std::string_view query, const SearchOptions&) const;
  std::size_t size() const;  // units
  OpenIndex& index() const;

 private:
  struct Index;
  std::unique_ptr<Index> index_;
};

}  // namespace query
