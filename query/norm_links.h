// SPDX-License-Identifier: GPL-2.0-or-later
// What hangs on a norm, of all a knowledge base has on it.
//   強化法5条1項  ->  bearer_definitions 2条3項, in_force 2026-10-01, penalties 83条 …, delegations
//   主務省令で定めるところにより -> 命令4条, details 命令4条2項 三十日以内に 様式第二
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "indexer/knowledge_base.h"
#include "query/commencement_lookup.h"
#include "query/duty_detail.h"

namespace query {

// What one 項 of an order adds to the duty.
struct NormDetail {
  corpus::Address address;
  std::string deadline;
  std::vector<std::string> forms;
  std::vector<std::string> items;
  std::string exemption;
};

// The norm as another provision makes it: its words read otherwise, or applied to something else.
struct NormVariant {
  norms::DeemedKind kind = norms::DeemedKind::replaced;
  corpus::Address basis;
  std::string condition;  // for whom or to what; empty when it does not say
  std::string deadline;   // when that is what is read otherwise
  std::string text;       // the sentence so read; empty when its words stay
};

struct NormForce {
  norms::InForce state = norms::InForce::unknown;
  std::vector<norms::CommencementAnswer> answers;  // none when no 附則 tells the day
};

struct NormLinks {
  std::vector<std::string> bearer_definitions;  // one for each bearer, empty when nobody defines it
  NormForce force;
  std::vector<norms::Penalty> penalties;
  std::vector<delegations::DelegationRecord> delegations;  // those that give
  std::vector<NormDetail> details;
  std::vector<NormVariant> variants;  // 読替え, then 準用
};

class NormLinker {
 public:
  NormLinker(const indexer::KnowledgeBase&, std::string date);

  // The verbatim sentence is empty when the norm is not in the text.
  std::string sentence(const citations::LawEntry&, const norms::NormRecord&);
  NormLinks links(const citations::LawEntry&, const norms::NormRecord&);

 private:
  struct Tables {
    corpus::Law law;
    std::vector<norms::Penalty> penalties;
    std::vector<delegations::DelegationRecord> delegations;
    std::vector<definitions::DefinitionRecord> definitions;
    std::vector<norms::DeemedNorm> deemed;
    std::vector<norms::NormRecord> norms;
    CommencementTables commencement;
  };

  const Tables& tables(const citations::LawEntry&);
  const Tables* tables_on_hand(const std::string& law_id);
  std::string definition_of(const Tables&, std::string_view term, const corpus::Address&);
  void add_details(NormLinks&, const Tables&, const corpus::Address&);

  const indexer::KnowledgeBase& kb_;
  std::string date_;
  std::map<const citations::LawEntry*, Tables> tables_;
  std::multimap<std::string, norms::Penalty> foreign_;  // by the law of the norm
};

}  // namespace query
