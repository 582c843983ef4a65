// SPDX-License-Identifier: GPL-2.0-or-later
// Who must do what to whom by when, over the whole knowledge base.
//   find_norms("届出を受けた大臣はどこへ知らせますか")  ->  507AC0000000042/a4/p2
//   特別社会基盤事業所管大臣, shall_be 通知する, 内閣総理大臣
// A question of what befalls (「届出をしないとどうなりますか」) is answered by the penalty and the
// duty behind it, a crime that breaks no norm (「…を漏らした者は」) by itself. Units that say the
// words are found in the search index, the norms in the tables of their laws; no other law is read.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/knowledge_base.h"
#include "indexer/norms/norm_table.h"
#include "query/norm_links.h"
#include "query/norm_rank.h"
#include "query/search.h"

namespace query {

struct WhoOptions {
  std::string text;
  std::string bearer;
  std::string recipient;
  std::optional<norms::Modality> modality;
  std::string law_id;
  std::string date;  // yyyymmdd; empty: today
  std::size_t limit = 20;
};

// A penalty provision as an answer. The norm of its hit has 処する as its act, the penalty as its
// object and the breach as its trigger.
struct PenaltyAnswer {
  std::string penalty;                 // 二百万円以下の罰金
  std::string breach;                  // 第六条の規定による命令に違反したときは
  std::vector<std::string> sanctions;  // addresses of the norms behind it
};

struct NormHit {
  norms::NormRecord norm;
  const citations::LawEntry* law = nullptr;
  std::string caption;  // （報告）
  std::string text;     // the sentence, verbatim
  NormLinks links;
  double score = 0;
  std::string reason;  // Japanese: what speaks for it; empty where nothing was asked
  std::optional<PenaltyAnswer> penalty;
};

struct WhoResult {
  std::size_t total = 0;
  bool more = false;  // there are more than `total`
  std::vector<NormHit> hits;
  std::vector<Hit> commentary;     // passages that state a duty; never a norm
  std::vector<std::string> notes;  // Japanese: how the words were taken
};

class NormFinder {
 public:
  // Throws Error when the databases cannot be read.
  explicit NormFinder(const indexer::KnowledgeBase&);
  ~NormFinder();
  NormFinder(NormFinder&&) noexcept;

  WhoResult find(const WhoOptions&) const;

 private:
  struct Index;
  std::unique_ptr<Index> index_;
};

}  // namespace query
