// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/prose/document_terms.h"

#include <algorithm>
#include <map>

#include "corpus/text_scan.h"
#include "corpus/tsv.h"
#include "indexer/definitions/noun_phrase.h"
#include "indexer/definitions/term_uses.h"

namespace prose {
namespace {

constexpr std::string_view kHeader =
    "# jobun document terms v1\n"
    "from\tstart\tend\ttext\tterm\taddress\tbasis\n";
constexpr std::size_t kColumns = 7;
constexpr std::size_t kMostNameLetters = 20;

struct Meaning {
  std::string term;
  std::string address;
  bool everyday = false;
};

bool holds_for_the_law(const definitions::DefinitionRecord& r) {
  return std::any_of(r.scope.begin(), r.scope.end(), [](const std::string& part) {
    const auto scope = definitions::parse_scope_part(part);
    if (!scope) return false;
    const auto& path = scope->first.path;
    return path.empty() || (scope->open && path.front().kind != corpus::SegmentKind::suppl);
  });
}

bool is_name(std::string_view words) {
  if (words.empty() || corpus::count_code_points(words) > kMostNameLetters) return false;
  for (std::size_t at = 0; at < words.size();) {
    if (!definitions::is_noun_letter(corpus::next_code_point(words, at))) return false;
  }
  return true;
}

// 「甲乙丙委員会（以下「委員会」という。）」: the short word is the Act's own.
std::string word_in_papers(const definitions::DefinitionRecord& r) {
  const bool shortened = r.form == to_string(definitions::DefinitionForm::quoted) &&
                         is_name(r.definition) && r.definition.size() > r.term.size();
  return shortened ? r.definition : r.term;
}

// A law's short name is a citation.
bool is_law_name(std::string_view word) {
  return corpus::ends_with_any(word, {"法", "法律", "令", "規則", "条例"}).has_value();
}

std::map<std::string, std::vector<Meaning>> gather(
    const std::vector<LawTerms>& laws, const std::vector<corpus::ManifestTerm>& everyday) {
  std::map<std::string, std::vector<Meaning>> out;
  for (const LawTerms& law : laws) {
    for (const definitions::DefinitionRecord& r : law.definitions) {
      if (r.inherits() || !holds_for_the_law(r)) continue;
      std::string word = word_in_papers(r);
      if (corpus::count_code_points(word) < 2 || is_law_name(word)) continue;
      out[word].push_back({word, r.address, false});
    }
  }
  for (const corpus::ManifestTerm& term : everyday) {
    const bool spoken_of = std::any_of(laws.begin(), laws.end(), [&](const LawTerms& law) {
      return term.address.starts_with(law.law_id + '/');
    });
    if (!spoken_of) continue;
    if (!out.contains(term.name)) out[term.name].push_back({term.name, term.address, false});
    for (const std::string& alias : term.aliases)
      out[alias].push_back({term.name, term.address, true});
  }
  return out;
}

}  // namespace

std::vector<DocumentTermRecord> find_document_terms(
    const DocumentEntry& entry, const documents::DocumentText& document,
    const std::vector<LawTerms>& laws, const std::vector<corpus::ManifestTerm>& everyday,
    const std::vector<citations::ReferenceRecord>& references) {
  const auto meanings = gather(laws, everyday);
  std::vector<std::string> words;
  for (const auto& [word, list] : meanings) words.push_back(word);
  const definitions::TermFinder finder(std::move(words));
  std::map<std::string, std::map<std::string, std::size_t>> laws_of_section;
  for (const citations::ReferenceRecord& r : references) ++laws_of_section[r.from][r.law];

  std::vector<DocumentTermRecord> out;
  std::size_t at = 0, letters = 0, reference = 0;
  for (const definitions::TermFinder::Hit& hit : finder.find(document.text)) {
    letters +=
        corpus::count_code_points(std::string_view(document.text).substr(at, hit.span.begin - at));
    at = hit.span.begin;
    const std::string text(hit.span.of(document.text));
    const corpus::CodePointSpan span{letters, letters + corpus::count_code_points(text)};
    while (reference < references.size() && references[reference].span.end <= span.begin)
      ++reference;
    if (reference < references.size() && references[reference].span.begin < span.end) continue;
    const std::string from =
        to_string(DocumentAddress{entry.id, documents::section_at(document, hit.span.begin), 1});
    const std::vector<Meaning>& list = meanings.at(text);
    const auto add = [&](const Meaning& m) {
      out.push_back({from, span, text, m.term, m.address, m.everyday});
    };
    if (list.front().everyday) {
      std::for_each(list.begin(), list.end(), add);
      continue;
    }
    const auto& spoken_of = laws_of_section[from];
    const auto here = std::find_if(list.begin(), list.end(), [&](const Meaning& m) {
      return spoken_of.contains(m.address.substr(0, m.address.find('/')));
    });
    add(here == list.end() ? list.front() : *here);
  }
  return out;
}

std::string to_tsv(const std::vector<DocumentTermRecord>& records) {
  std::string out(kHeader);
  for (const DocumentTermRecord& r : records) {
    corpus::append_tsv_row(out, {r.from, std::to_string(r.span.begin), std::to_string(r.span.end),
                                 r.text, r.term, r.address, r.everyday ? "everyday" : "defined"});
  }
  return out;
}

std::vector<DocumentTermRecord> parse_document_term_table(std::string_view tsv,
                                                          std::string_view where) {
  std::vector<DocumentTermRecord> out;
  corpus::read_tsv(tsv, kHeader, kColumns, where, [&](std::vector<std::string>& c) {
    out.push_back({c[0],
                   {corpus::to_number(c[1]), corpus::to_number(c[2])},
                   c[3],
                   c[4],
                   c[5],
                   c[6] == "everyday"});
  });
  return out;
}

}  // namespace prose
