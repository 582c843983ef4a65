// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/definitions/reading.h"

#include <tuple>

#include "indexer/citations/table_map.h"
#include "indexer/definitions/term_relations.h"

namespace definitions {

using corpus::Span;

Span Reading::span_of(std::string_view part) const {
  const auto begin = static_cast<std::size_t>(part.data() - provision.text.data());
  return {begin, begin + part.size()};
}

Reading read_provision(const corpus::Law& law, std::uint32_t provision,
                       const citations::LawPlaces& places,
                       const std::vector<citations::Reference>& references) {
  const corpus::Provision& p = law.provisions[provision];
  std::vector<Span> quoted;
  if (!p.layout.empty()) quoted = citations::TableMap(p).quotations();
  return {law,
          p,
          provision,
          places,
          ProvisionReferences(references, provision),
          read_levels(p.text, quoted)};
}

std::vector<Span> sentences_of(std::string_view text) {
  std::vector<Span> out;
  std::size_t begin = 0;
  int quoted = 0;
  const auto end_at = [&](std::size_t end, std::size_t next) {
    if (begin < end) out.push_back({begin, end});
    begin = next;
  };
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t here = at;
    const char32_t c = corpus::next_code_point(text, at);
    if (c == U'「') ++quoted;
    if (c == U'」' && quoted > 0) --quoted;
    if ((c == U'。' && quoted == 0) || c == U'\n' || c == U'\t') {
      end_at(here, at);
      if (c != U'。') quoted = 0;
    }
  }
  end_at(text.size(), text.size());
  return out;
}

std::string_view trim_marks(std::string_view text) {
  for (bool more = true; more;) {
    more = false;
    for (const std::string_view mark : {"。", "、", "\u3000", "\n", "\t", " "}) {
      if (text.ends_with(mark)) text.remove_suffix(mark.size()), more = true;
      if (text.starts_with(mark)) text.remove_prefix(mark.size()), more = true;
    }
  }
  return text;
}

Definition make_definition(const Reading& r, Span term, Span text, const DefinitionRule& rule) {
  const std::string_view own = r.provision.text;
  Definition d;
  d.from = r.index;
  d.term_span = term;
  d.term = std::string(term.of(own));
  d.text = r.span_of(trim_marks(text.of(own)));
  d.form = rule.form;
  d.related = find_term_relations(d.text.of(own));
  d.rule = rule.name;
  return d;
}

bool comes_before(const Definition& a, const Definition& b) {
  return std::tie(a.term_span, a.rule) < std::tie(b.term_span, b.rule);
}

std::vector<ScopePart> unsaid_scope(const Reading& r) {
  const auto article = r.law.ancestor(r.index, corpus::SegmentKind::article);
  const bool definitions =
      article && r.law.provisions[*article].caption.find("定義") != std::string::npos;
  corpus::Address address = r.law.address(r.index);
  if (definitions) address.path.clear();
  return {{address, std::nullopt, false, !definitions}};
}

}  // namespace definitions
