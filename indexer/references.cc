// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/references.h"

#include <algorithm>

#include "indexer/citation_parser.h"
#include "indexer/law_declarations.h"
#include "indexer/law_name_finder.h"
#include "indexer/resolver.h"

namespace indexer {
namespace {

Reference reference_of(std::string_view text, std::uint32_t provision, const Citation& citation, Resolved&& resolved) {
  Reference out;
  out.from = provision;
  out.span = citation.span;
  out.text = citation.span.of(text);
  out.form = resolved.form;
  out.targets.push_back(std::move(resolved.target));
  out.status = resolved.status;
  out.reason = std::move(resolved.reason);
  out.candidates = std::move(resolved.candidates);
  out.purpose = citation.purpose;
  out.law = std::move(resolved.law_id);
  return out;
}

// A provision that names what is missing as not yet in force: 「第六十一条第二項の規定　公布の日から…」.
void mark_commencing(const corpus::Law& law, std::vector<Reference>& references) {
  std::vector<const corpus::Address*> commencing;
  for (const Reference& r : references) {
    const auto suppl = law.ancestor(r.from, corpus::SegmentKind::suppl);
    if (!suppl || !law.provisions[*suppl].segment.amending_law.empty() || r.law != law.id) continue;
    const auto article = law.ancestor(r.from, corpus::SegmentKind::article);
    if (article && law.provisions[*article].segment.num != corpus::Ordinal(1)) continue;
    if (r.status == Status::unresolved || r.status == Status::not_in_force) {
      for (const auto& target : r.targets) commencing.push_back(&target.first);
    }
  }
  if (commencing.empty()) return;
  std::vector<std::size_t> found;
  for (std::size_t i = 0; i < references.size(); ++i) {
    const Reference& r = references[i];
    if (r.status != Status::unresolved || r.law != law.id || r.targets.empty()) continue;
    const bool named = std::any_of(commencing.begin(), commencing.end(), [&](const corpus::Address* c) {
      corpus::Address whole = *c;
      whole.part = corpus::Part::whole;
      return !whole.path.empty() && whole.contains(r.targets[0].first);
    });
    if (named) found.push_back(i);
  }
  for (const std::size_t i : found) {
    references[i].status = Status::not_in_force;
    references[i].reason = "附則の施行期日に、まだ施行されていない規定として挙げられている";
    references[i].candidates.clear();
  }
}

bool is_read(const corpus::Provision& p) {
  return !p.text.empty() && p.segment.kind != corpus::SegmentKind::contents;
}

}  // namespace

std::vector<Reference> find_references(const corpus::Law& law, const LawLibrary& library) {
  std::vector<Reference> out;
  const LawStructure own(law);  // of this revision; the library may have another
  LawNameFinder names(library, false, 0);
  for (DeclaredName& name : names_from_title(law, library)) names.declare(std::move(name));
  const LawPlaces places(law);
  Resolver resolver(places, own, library);

  for (std::uint32_t i = 0; i < law.provisions.size(); ++i) {
    const corpus::Provision& p = law.provisions[i];
    if (!is_read(p)) continue;
    const TableMap tables(p);
    const auto quoted = tables.quotations();
    ParsedText parsed = parse_citations(p.text, names, i, quoted);
    std::vector<Resolved> resolved;
    const bool declares = p.text.find("」という") != std::string::npos || p.text.find("」と総称") != std::string::npos ||
                          p.text.find("」といい") != std::string::npos || p.text.find("」とは、") != std::string::npos;
    if (declares) {
      // Each name may be used in the same sentence, also to declare the next.
      std::size_t known = 0;
      for (int round = 0; round < 4; ++round) {
        Resolver trial = resolver;
        resolved = trial.resolve(parsed, i, tables);
        auto declared = find_declarations(law, i, parsed, resolved, places);
        if (declared.size() <= known) break;
        for (std::size_t n = known; n < declared.size(); ++n) names.declare(std::move(declared[n]));
        known = declared.size();
        parsed = parse_citations(p.text, names, i, quoted);
      }
    }
    resolved = resolver.resolve(parsed, i, tables);
    // A name with its number is that law's name in the rest of the text, even when it is called otherwise today.
    for (std::size_t c = 0; c < parsed.citations.size(); ++c) {
      const CitedLaw& cited = parsed.citations[c].law;
      if (cited.word != LawWord::named || cited.number.empty() || cited.abbreviation) continue;
      if (!cited.ids.empty() || resolved[c].law_id.starts_with("unknown:")) continue;
      DeclaredName name{.name = cited.name, .law = cited, .from = {i, parsed.citations[c].span.end}, .in = {}};
      name.law.ids = {resolved[c].law_id};
      name.law.number.clear();
      names.declare(std::move(name));
    }
    for (std::size_t c = 0; c < parsed.citations.size(); ++c) {
      if (resolved[c].listed) out.push_back(reference_of(p.text, i, parsed.citations[c], std::move(resolved[c])));
    }
  }
  mark_commencing(law, out);
  return out;
}

std::vector<Reference> find_citations_in_text(std::string_view, const LawLibrary&, const TextOptions&) { return {}; }

}  // namespace indexer
