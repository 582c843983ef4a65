// SPDX-License-Identifier: GPL-2.0-or-later
// Every term a law defines, in the order of the text.
//   find_definitions(強化法, references, library)
//   -> … {from: a2/p4, サイバー…でない語, toha, scope: the law} …
// `references` are those find_references gives for the same law. Pure and safe to call from several
// threads.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "corpus/law.h"
#include "indexer/citations/law_library.h"
#include "indexer/citations/reference.h"
#include "indexer/definitions/definition.h"

namespace definitions {

std::vector<Definition> find_definitions(const corpus::Law&,
                                         const std::vector<citations::Reference>&,
                                         const citations::LawLibrary&);

// The laws whose words this one uses as they do:
// 「この政令において使用する用語は、法において使用する 用語の例による。」 -> the id of 法. Where no
// words say so, an order uses those of the law whose 施行令 or 施行規則 its title says it is.
struct InheritedTerms {
  std::uint32_t from = 0;  // provision that says so; 0 with `implied`
  std::string law;         // id
  std::vector<ScopePart> scope;
  bool implied = false;
};
std::vector<InheritedTerms> find_inherited_terms(const corpus::Law&,
                                                 const std::vector<citations::Reference>&,
                                                 const citations::LawLibrary&);

}  // namespace definitions
