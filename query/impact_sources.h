// SPDX-License-Identifier: GPL-2.0-or-later
// What hangs on a provision directly, from the tables of a knowledge base: what cites it, uses a
// term it defines inside that term's scope (papers too), or fills a delegation it makes.
//   強化法2条3項  ->  強化法4条1項 (term 特別社会基盤事業者), 施行令1条 (delegation 政令で定める…),
//                    doc:…#s3 (citation 「強化法第2条第3項」), …
// Tables are read once each, the first time a provision needs them.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/knowledge_base.h"
#include "query/impact.h"

namespace query {

// What kind of thing hangs on the provision.
enum class DependentKind { article, order, obligation, document };
std::string_view to_string(DependentKind);  // "article", "order", "obligation", "document"

class ImpactSources {
 public:
  // In the texts in force on `date` (yyyymmdd). The knowledge base must outlive it.
  ImpactSources(const indexer::KnowledgeBase&, std::string date);
  ~ImpactSources();
  ImpactSources(ImpactSources&&) noexcept;
  ImpactSources& operator=(ImpactSources&&) noexcept;

  // In the order of laws and text, papers last; nothing that lies in the provision or holds it.
  std::vector<Dependence> direct(const std::string& address);
  // Of a provision that states who must do what: an obligation, whatever law it stands in.
  DependentKind kind_of(const std::string& address);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace query
