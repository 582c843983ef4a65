// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>

#include "indexer/citations/law_declarations.h"
#include "indexer/definitions/definition_matcher.h"
#include "indexer/definitions/definitions.h"
#include "indexer/definitions/reading.h"

namespace definitions {
namespace {

using corpus::Span;

ScopePart whole_law(const corpus::Law& law) {
  return {{.law_id = law.id, .revision = {}, .path = {}}, std::nullopt, false};
}

// What the words before the match say of where: 「第三章において使用する用語は」.
std::vector<ScopePart> scope_of(const Reading& r, Span sentence, const DefinitionMatch& match) {
  const TextLevel& level = r.levels.front();
  for (std::size_t at = sentence.begin; at < match.span.begin;
       corpus::next_code_point(level.text, at)) {
    if (const auto said = read_scope(level, at, r.references))
      return resolve_scope({*said}, r.places, r.index, false);
  }
  return {whole_law(r.law)};
}

std::vector<InheritedTerms> read_inherited(const Reading& r) {
  std::vector<InheritedTerms> out;
  const TextLevel& level = r.levels.front();
  const DefinitionMatcher& matcher = DefinitionMatcher::standard();
  for (const Span sentence : sentences_of(level.text)) {
    for (const DefinitionRule* rule : matcher.rules(DefinitionPlace::law)) {
      const auto match = matcher.find(*rule, level, sentence, sentence.begin, r.references);
      if (!match) continue;
      const Span said = level.source(*match->text);
      for (const citations::Reference* cited : r.references.list()) {
        const bool names = said.contains(cited->span) && cited->targets.size() == 1 &&
                           !cited->law.starts_with("unknown:") && cited->law != r.law.id;
        const bool known =
            std::any_of(out.begin(), out.end(), [&](const auto& i) { return i.law == cited->law; });
        if (names && !known)
          out.push_back({r.index, cited->law, scope_of(r, sentence, *match), false});
      }
    }
  }
  return out;
}

}  // namespace

std::vector<InheritedTerms> find_inherited_terms(
    const corpus::Law& law, const std::vector<citations::Reference>& references,
    const citations::LawLibrary& library) {
  std::vector<InheritedTerms> out;
  const citations::LawPlaces places(law);
  for (std::uint32_t i = 0; i < law.provisions.size(); ++i) {
    const corpus::Provision& p = law.provisions[i];
    if (p.segment.kind == corpus::SegmentKind::contents) continue;
    if (p.text.find("用語の例による") == std::string::npos) continue;
    const auto found = read_inherited(read_provision(law, i, places, references));
    out.insert(out.end(), found.begin(), found.end());
  }
  if (!out.empty()) return out;
  for (const citations::DeclaredName& name : citations::names_from_title(law, library)) {
    if (name.law.ids.size() != 1 || name.law.ids[0] == law.id || name.name.size() > 6) continue;
    out.push_back({0, name.law.ids[0], {whole_law(law)}, true});
  }
  return out;
}

}  // namespace definitions
