// SPDX-License-Identifier: GPL-2.0-or-later
// One provision as the readers of definitions see it: its text taken apart by its brackets, its
// references, and the law around it.
#pragma once

#include <string_view>
#include <vector>

#include "corpus/law.h"
#include "indexer/citations/law_places.h"
#include "indexer/definitions/definition.h"
#include "indexer/definitions/definition_rules.h"
#include "indexer/definitions/scope_phrase.h"
#include "indexer/definitions/text_levels.h"

namespace definitions {

struct Reading {
  const corpus::Law& law;
  const corpus::Provision& provision;
  std::uint32_t index = 0;  // of the provision
  const citations::LawPlaces& places;
  ProvisionReferences references;
  std::vector<TextLevel> levels;

  corpus::Span span_of(std::string_view part) const;  // of the provision's text
};
Reading read_provision(const corpus::Law&, std::uint32_t provision, const citations::LawPlaces&,
                       const std::vector<citations::Reference>&);

// Sentences of a level; 。 inside 「」 ends none.
std::vector<corpus::Span> sentences_of(std::string_view text);
// Without 。 、 and spaces at both ends.
std::string_view trim_marks(std::string_view);

Definition make_definition(const Reading&, corpus::Span term, corpus::Span text,
                           const DefinitionRule&);
bool comes_before(const Definition&, const Definition&);
// In the article headed 定義 the whole law, elsewhere the sentence.
std::vector<ScopePart> unsaid_scope(const Reading&);

}  // namespace definitions
