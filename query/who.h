// SPDX-License-Identifier: GPL-2.0-or-later
// Who must do what to whom by when, over the whole knowledge base.
//   find_norms("届出を受けた大臣はどこへ知らせますか")  ->  507AC0000000042/a4/p2
//   特別社会基盤事業所管大臣, shall_be 通知する, 内閣総理大臣
// The question's words are taken as they are and as the law says them (who_words.inc). Units that
// hold norms and these words are found in the search index, the norms in the tables of their laws;
// no other law is read.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/knowledge_base.h"
#include "indexer/norms/norm_table.h"
#include "query/norm_links.h"
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

struct NormHit {
  norms::NormRecord norm;
  const citations::LawEntry* law = nullptr;
  std::string caption;  // （報告）
  std::string text;     // the sentence, verbatim
  NormLinks links;
  double score = 0;
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

// How well a name asked for fits one in a norm: 2 the same, 1 the head of it (事業者 for
// 特別社会基盤事業者, 委員 for 常勤の委員 but not for 委員会), 0 not at all.
int fit_of_name(std::string_view asked, std::string_view name);

}  // namespace query
