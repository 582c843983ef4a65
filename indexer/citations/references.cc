// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/citations/references.h"

#include <algorithm>
#include <tuple>

#include "corpus/text_scan.h"
#include "indexer/citations/citation_parser.h"
#include "indexer/citations/law_declarations.h"
#include "indexer/citations/law_name_finder.h"
#include "indexer/citations/pointer_path.h"
#include "indexer/citations/resolver.h"
#include "indexer/citations/squeezed_text.h"

namespace citations {
namespace {

Reference reference_of(std::string_view text, std::uint32_t provision, const Citation& citation,
                       Resolved&& resolved) {
  Reference out;
  out.from = provision;
  out.span = citation.span;
  out.text = citation.span.of(text);
  out.form = resolved.form;
  if (!resolved.target.first.law_id.empty()) out.targets.push_back(std::move(resolved.target));
  out.status = resolved.status;
  out.reason = std::move(resolved.reason);
  out.candidates = std::move(resolved.candidates);
  out.purpose = citation.purpose;
  out.law = std::move(resolved.law_id);
  return out;
}

// A provision that names what is missing as not yet in force:
// 「第六十一条第二項の規定　公布の日から…」.
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
    const bool named =
        std::any_of(commencing.begin(), commencing.end(), [&](const corpus::Address* c) {
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

// One text and what it declares on its way.
struct Understood {
  ParsedText parsed;
  std::vector<Resolved> resolved;
};

bool may_declare(std::string_view text) {
  // From the second byte of 」: nearly every letter has the first.
  constexpr std::string_view kClosed = "\x80\x8D\xE3\x81\xA8";  // 」と
  for (std::size_t at = text.find(kClosed); at != std::string_view::npos;
       at = text.find(kClosed, at + 1)) {
    if (corpus::starts_with_any(text.substr(at + kClosed.size()), {"いう", "総称", "いい", "は、"}))
      return true;
  }
  return false;
}

Understood understand(const corpus::Law& law, std::uint32_t provision, LawNameFinder& names,
                      Resolver& resolver, const LawPlaces& places) {
  const corpus::Provision& p = law.provisions[provision];
  const TableMap tables(p);
  const auto quoted = tables.quotations();
  Understood out;
  out.parsed = parse_citations(p.text, names, provision, quoted);
  if (names.prose()) {
    Resolver trial = resolver;
    auto bracketed =
        find_bracketed_names(p.text, out.parsed, trial.resolve(out.parsed, provision, tables));
    if (!bracketed.empty()) {
      for (DeclaredName& name : bracketed) names.declare(std::move(name));
      out.parsed = parse_citations(p.text, names, provision, quoted);
    }
  }
  if (may_declare(p.text)) {
    // Each name may be used in the same sentence, also to declare the next.
    std::size_t known = 0;
    for (int round = 0; round < 4; ++round) {
      Resolver trial = resolver;
      out.resolved = trial.resolve(out.parsed, provision, tables);
      auto declared = find_declarations(law, provision, out.parsed, out.resolved, places);
      if (declared.size() <= known) break;
      for (std::size_t n = known; n < declared.size(); ++n) names.declare(std::move(declared[n]));
      known = declared.size();
      out.parsed = parse_citations(p.text, names, provision, quoted);
    }
  }
  out.resolved = resolver.resolve(out.parsed, provision, tables);
  return out;
}

// A name with its number is that law's name in the rest of the text, even when it is called
// otherwise today.
void learn_names(std::uint32_t provision, const Understood& text, LawNameFinder& names) {
  for (std::size_t c = 0; c < text.parsed.citations.size(); ++c) {
    const CitedLaw& cited = text.parsed.citations[c].law;
    if (cited.word != LawWord::named || cited.number.empty() || cited.abbreviation) continue;
    if (!cited.ids.empty() || text.resolved[c].law_id.starts_with("unknown:")) continue;
    DeclaredName name{.name = cited.name,
                      .law = cited,
                      .from = {provision, text.parsed.citations[c].span.end},
                      .in = {}};
    name.law.ids = {text.resolved[c].law_id};
    name.law.number.clear();
    names.declare(std::move(name));
  }
}

// In prose a bare 第二章 is the document's own, unless it fills a bracket (第二章、第四章) and the
// law has it; a bare 第二項 is nobody's.
bool counts_in_prose(const Citation& citation, const Resolved& resolved, bool in_bracket) {
  if (resolved.names_law || citation.first.words.empty()) return true;
  const Word& word = citation.first.words.front();
  if (word.relation == Relation::same)  // 同項 of a 前項 is nobody's either
    return !resolved.path.empty() && resolved.path.front().kind != corpus::SegmentKind::paragraph &&
           resolved.path.front().kind != corpus::SegmentKind::item;
  if (is_structural(word.unit) && in_bracket && resolved.status != Status::unresolved) return true;
  return word.relation == Relation::named && word.unit >= Unit::suppl &&
         (word.unit <= Unit::article ||
          (resolved.units & (1u << static_cast<unsigned>(Unit::article))) != 0);
}

bool stands_at_bracket(std::string_view text, std::size_t at) {
  const std::string_view before = text.substr(0, at);
  return before.ends_with("（") || before.ends_with("(");
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
    if (!is_read(law.provisions[i])) continue;
    Understood text = understand(law, i, names, resolver, places);
    learn_names(i, text, names);
    for (std::size_t c = 0; c < text.parsed.citations.size(); ++c) {
      if (!text.resolved[c].listed) continue;
      out.push_back(reference_of(law.provisions[i].text, i, text.parsed.citations[c],
                                 std::move(text.resolved[c])));
    }
  }
  mark_commencing(law, out);
  std::stable_sort(out.begin(), out.end(), [](const Reference& a, const Reference& b) {
    return std::tie(a.from, a.span) < std::tie(b.from, b.span);
  });
  return out;
}

std::vector<Reference> find_citations_in_text(std::string_view source, const LawLibrary& library,
                                              const TextOptions& options) {
  const SqueezedText squeezed = without_inner_spaces(source);
  const std::string_view text = squeezed.text;
  // The text stands where a law of one provision would, so that a bare 第五条 is the default law's.
  corpus::Law page;
  page.id = options.default_law;
  corpus::Provision whole;
  whole.segment.kind = corpus::SegmentKind::preamble;
  whole.end = 1;
  whole.text = text;
  page.provisions.push_back(std::move(whole));
  const LawStructure none(corpus::Law{});
  const LawStructure* known = library.structure(options.default_law);
  LawNameFinder names(library, true, options.document);
  const LawPlaces places(page);
  Resolver resolver(places, known != nullptr ? *known : none, library, true);
  Understood understood = understand(page, 0, names, resolver, places);
  std::vector<Reference> out;
  bool in_bracket = false;
  for (std::size_t c = 0; c < understood.parsed.citations.size(); ++c) {
    const Citation& citation = understood.parsed.citations[c];
    Resolved& resolved = understood.resolved[c];
    in_bracket = citation.previous >= 0 ? in_bracket : stands_at_bracket(text, citation.span.begin);
    if (!resolved.listed || !counts_in_prose(citation, resolved, in_bracket)) continue;
    Reference r = reference_of(text, 0, citation, std::move(resolved));
    if (r.law.empty()) {
      r.candidates.clear();
      r.status = Status::unresolved;
      r.reason = "どの法令の条か、この文書からは分からない";
    } else if (r.law == options.default_law && known == nullptr && !library.knows(r.law)) {
      r.status = Status::unknown_law;
    } else if (r.law == options.default_law && known == nullptr) {
      r.status = Status::outside;
      r.reason.clear();
      r.candidates.clear();
    }
    r.span = squeezed.to_source(r.span);
    r.text = r.span.of(source);
    out.push_back(std::move(r));
  }
  return out;
}

}  // namespace citations
