// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/prose/document_terms.h"

#include <algorithm>
#include <map>
#include <set>

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
constexpr std::size_t kFewestLettersElsewhere = 4;  // of a word of a law the paper is not about

struct Meaning {
  std::string term;
  std::string address;
  bool everyday = false;
  bool mapped = false;  // by the corpus, not found in a law

  std::string law() const { return address.substr(0, address.find('/')); }
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
      out[word].push_back({word, r.address, false, false});
    }
  }
  for (const corpus::ManifestTerm& term : everyday) {
    const bool spoken_of = std::any_of(laws.begin(), laws.end(), [&](const LawTerms& law) {
      return term.address.starts_with(law.law_id + '/');
    });
    if (!spoken_of) continue;
    if (!out.contains(term.name)) out[term.name].push_back({term.name, term.address, false, true});
    for (const std::string& alias : term.aliases)
      out[alias].push_back({term.name, term.address, true, true});
  }
  return out;
}

// The laws each section speaks of; those of the sections above it are among them.
class SpokenOf {
 public:
  SpokenOf(const documents::DocumentText& document,
           const std::vector<citations::ReferenceRecord>& references)
      : laws_(document.sections.size()) {
    for (const citations::ReferenceRecord& r : references) {
      const auto from = parse_document_address(r.from);
      if (from && from->section && *from->section < laws_.size())
        laws_[*from->section].insert(r.law);
    }
    for (std::size_t s = 1; s < laws_.size(); ++s) {
      const std::size_t above = document.sections[s].parent;
      if (above < s) laws_[s].insert(laws_[above].begin(), laws_[above].end());
    }
  }
  bool operator()(std::size_t section, const std::string& law) const {
    return section < laws_.size() && laws_[section].contains(law);
  }

 private:
  std::vector<std::set<std::string>> laws_;
};

// What the word means in that section; null when it is a word like any other there.
const Meaning* meaning_in(const std::vector<Meaning>& list, std::size_t section,
                          const SpokenOf& spoken_of, std::string_view own_law) {
  const auto here = std::find_if(list.begin(), list.end(), [&](const Meaning& m) {
    return spoken_of(section, m.law()) &&
           (m.law() == own_law || m.mapped ||
            corpus::count_code_points(m.term) >= kFewestLettersElsewhere);
  });
  if (here != list.end()) return &*here;
  const auto own = std::find_if(list.begin(), list.end(),
                                [&](const Meaning& m) { return m.mapped || m.law() == own_law; });
  return own == list.end() ? nullptr : &*own;
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
  const SpokenOf spoken_of(document, references);
  const std::string own_law = laws.empty() ? std::string{} : laws.front().law_id;

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
    const std::size_t section = documents::section_at(document, hit.span.begin);
    const std::string from = to_string(DocumentAddress{entry.id, section, 1});
    const std::vector<Meaning>& list = meanings.at(text);
    const auto add = [&](const Meaning& m) {
      out.push_back({from, span, text, m.term, m.address, m.everyday});
    };
    if (list.front().everyday) {
      std::for_each(list.begin(), list.end(), add);
      continue;
    }
    if (const Meaning* m = meaning_in(list, section, spoken_of, own_law)) add(*m);
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
