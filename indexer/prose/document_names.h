// SPDX-License-Identifier: GPL-2.0-or-later
// Names of laws as papers use them, beyond what statutes do.
//   「…法（令和7年法律第43号。強化法とあわせて、以下「強化法等」という。）」 -> 強化法等 is both
//   「国連水路条約については」「同条約は」                                   ->
//   unknown:国連水路条約 「英国：運河権限法(2016年制定)」                                        ->
//   unknown:運河権限法
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "corpus/documents/document.h"
#include "indexer/citations/law_library.h"
#include "indexer/citations/reference.h"

namespace prose {

// One name for several laws.
struct CollectiveName {
  std::string name;               // 能動的防御法
  std::vector<std::string> laws;  // ids, in the order they are named
  std::vector<corpus::Span> also;  // places where it is written otherwise: 能動的防御（ＡＤ）法
};

// `references` are those of the document's text, in its order.
std::vector<CollectiveName> find_collective_names(
    const documents::DocumentText&, const std::vector<citations::Reference>& references);

// 以下「強化法」という, …法律（強化法）: gives a name and cites nothing more.
bool is_declaration(std::string_view text, const std::vector<citations::Reference>& references,
                    std::size_t at);

// Treaties, and laws of other countries told by the year in brackets behind them; 同条約.
struct ForeignName {
  corpus::Span span;
  std::string name;
};
std::vector<ForeignName> find_foreign_names(std::string_view text, const citations::LawLibrary&);

// 「情報通信研究機構（NICT）」 … 「NICT法」: the law of that body.
std::vector<std::string> laws_of_acronym(std::string_view text, std::string_view name,
                                         const citations::LawLibrary&);

}  // namespace prose
