// SPDX-License-Identifier: GPL-2.0-or-later
// How well a norm answers a question: what its fields say of the question's words, whether it does
// what is asked, to whom, and whether it is of the kind asked for.
//   「所管大臣はどこへ知らせますか」 × 4条2項 「所管大臣は…内閣総理大臣に通知する」
//     -> 語 所管 大臣, 動詞 通知する, 主体, 相手
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/norms/norm_table.h"
#include "query/asked_units.h"
#include "query/open_index.h"
#include "query/question.h"
#include "query/word_match.h"

namespace query {

// How well a name asked for fits one in a norm: 2 the same, 1 the head of it (事業者 for
// 特別社会基盤事業者, 委員 for 常勤の委員 but not for 委員会), 0 not at all.
int fit_of_name(std::string_view asked, std::string_view name);

struct NormWeight {
  double score = 0;
  std::string reason;  // Japanese
};

class NormRanker {
 public:
  NormRanker(OpenIndex&, const Question&, std::string date);

  NormWeight weigh(const AskedUnit&, const norms::NormRecord&);
  // With what only a closer look tells: its whole sentence, what it cites, who its bearer is.
  NormWeight weigh_closely(const AskedUnit&, const norms::NormRecord&, std::string_view sentence);
  // A provision that punishes, by its own words and those of the duties it is about.
  NormWeight weigh_penalty(const AskedUnit&, std::string_view text,
                           const std::vector<norms::NormRecord>& duties);

 private:
  const WordMatch& unit_match(const AskedUnit&);
  WordMatch field_match(const AskedUnit&, const norms::NormRecord&);
  void see_cited(WordMatch&, const AskedUnit&, const norms::NormRecord&);
  void see_bearers(WordMatch&, const AskedUnit&, const norms::NormRecord&);
  NormWeight total(const AskedUnit&, const norms::NormRecord&, const WordMatch&);
  double law_weight(const AskedUnit&) const;
  double act_fit(const norms::NormRecord&);
  bool asked_itself(std::string_view act);
  double act_said(std::string_view text);
  double bearer_fit(const norms::NormRecord&) const;

  OpenIndex& index_;
  const Question& question_;
  std::string date_;
  WordWeights weights_;
  std::string subject_law_;
  std::map<std::string, bool> acts_;        // asked for by the question's own word
  std::map<std::string, WordMatch> units_;  // by address and revision
  std::map<const citations::LawEntry*, std::vector<citations::ReferenceRecord>> references_;
  std::map<const citations::LawEntry*, std::vector<definitions::DefinitionRecord>> definitions_;
};

}  // namespace query
