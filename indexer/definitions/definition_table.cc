// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/definitions/definition_table.h"

#include <algorithm>
#include <tuple>

#include "corpus/error.h"
#include "corpus/tsv.h"
#include "indexer/analysis/normalize.h"

namespace definitions {
namespace {

constexpr std::string_view kHeader =
    "# jobun definitions v1\n"
    "address\tstart\tend\tterm\tform\tscope\treach\timported_from\trelated\tuses\ttext_start\ttext_"
    "end\t"
    "definition\n";
constexpr std::size_t kColumns = 13;
constexpr std::string_view kIndexHeader =
    "# jobun terms v1\n"
    "key\tterm\taddress\tfile\n";
constexpr std::size_t kIndexColumns = 4;

corpus::Span to_bytes(std::string_view text, corpus::CodePointSpan span) {
  corpus::Span out{text.size(), text.size()};
  std::size_t at = 0;
  for (std::size_t n = 0; at < text.size() && n <= span.end; ++n) {
    if (n == span.begin) out.begin = at;
    if (n == span.end) out.end = at;
    corpus::next_code_point(text, at);
  }
  return out;
}

std::vector<std::string> to_strings(const std::vector<ScopePart>& scope) {
  std::vector<std::string> out;
  for (const ScopePart& part : scope) out.push_back(to_string(part));
  return out;
}

}  // namespace

std::vector<DefinitionRecord> to_records(const corpus::Law& law,
                                         const std::vector<Definition>& definitions,
                                         const std::vector<std::size_t>& uses,
                                         const std::vector<InheritedTerms>& inherited) {
  std::vector<DefinitionRecord> out;
  for (std::size_t i = 0; i < definitions.size(); ++i) {
    const Definition& d = definitions[i];
    const std::string_view text = law.provisions[d.from].text;
    DefinitionRecord r{.address = corpus::to_string(law.address(d.from)),
                       .term = d.term,
                       .term_span = corpus::to_code_points(text, d.term_span),
                       .text_span = corpus::to_code_points(text, d.text),
                       .definition = std::string(d.text.of(text)),
                       .form = std::string(to_string(d.form)),
                       .scope = to_strings(d.scope),
                       .sentence = !d.scope.empty() && d.scope.front().sentence,
                       .imported_from = d.imported_from ? corpus::to_string(*d.imported_from) : "",
                       .related = {},
                       .uses = i < uses.size() ? uses[i] : 0};
    for (const TermRelation& relation : d.related)
      r.related.push_back(std::string(to_string(relation.relation)) + ':' + relation.term);
    out.push_back(std::move(r));
  }
  for (const InheritedTerms& terms : inherited) {
    out.push_back({.address = terms.implied ? law.id : corpus::to_string(law.address(terms.from)),
                   .term = {},
                   .term_span = {},
                   .text_span = {},
                   .definition = {},
                   .form = "inherits",
                   .scope = to_strings(terms.scope),
                   .imported_from = terms.law,
                   .related = {}});
  }
  return out;
}

std::vector<Definition> from_records(const corpus::Law& law,
                                     const std::vector<DefinitionRecord>& records) {
  std::vector<Definition> out;
  for (const DefinitionRecord& r : records) {
    const auto address = corpus::parse_address(r.address);
    if (r.inherits() || !address) continue;
    const auto from = law.find(address->path);
    if (!from) continue;
    const std::string_view text = law.provisions[*from].text;
    Definition d{.from = static_cast<std::uint32_t>(*from),
                 .term = r.term,
                 .term_span = to_bytes(text, r.term_span),
                 .text = to_bytes(text, r.text_span),
                 .form = DefinitionForm::quoted,
                 .scope = {},
                 .imported_from = corpus::parse_address(r.imported_from),
                 .related = {},
                 .rule = {}};
    if (d.term_span.of(text) != r.term) continue;
    for (const std::string& part : r.scope) {
      if (auto read = parse_scope_part(part)) d.scope.push_back(*std::move(read));
    }
    if (r.sentence && !d.scope.empty()) d.scope.front().sentence = true;
    out.push_back(std::move(d));
  }
  return out;
}

std::string to_tsv(const std::vector<DefinitionRecord>& records) {
  std::string out(kHeader);
  for (const DefinitionRecord& r : records) {
    corpus::append_tsv_row(
        out, {r.address, std::to_string(r.term_span.begin), std::to_string(r.term_span.end), r.term,
              r.form, corpus::join_words(r.scope), r.sentence ? "sentence" : "", r.imported_from,
              corpus::join_words(r.related), std::to_string(r.uses),
              std::to_string(r.text_span.begin), std::to_string(r.text_span.end), r.definition});
  }
  return out;
}

std::vector<DefinitionRecord> parse_definition_table(std::string_view tsv, std::string_view where) {
  std::vector<DefinitionRecord> out;
  corpus::read_tsv(tsv, kHeader, kColumns, where, [&](std::vector<std::string>& c) {
    out.push_back({.address = c[0],
                   .term = c[3],
                   .term_span = {corpus::to_number(c[1]), corpus::to_number(c[2])},
                   .text_span = {corpus::to_number(c[10]), corpus::to_number(c[11])},
                   .definition = c[12],
                   .form = c[4],
                   .scope = corpus::split_words(c[5]),
                   .sentence = c[6] == "sentence",
                   .imported_from = c[7],
                   .related = corpus::split_words(c[8]),
                   .uses = corpus::to_number(c[9])});
  });
  return out;
}

std::string term_key(std::string_view term) { return analysis::normalize(term).text; }

std::string TermIndex::to_tsv(std::vector<TermEntry> entries) {
  std::sort(entries.begin(), entries.end(), [](const TermEntry& a, const TermEntry& b) {
    return std::tie(a.key, a.file, a.address) < std::tie(b.key, b.file, b.address);
  });
  std::string out(kIndexHeader);
  for (const TermEntry& e : entries)
    corpus::append_tsv_row(out, {e.key, e.term, e.address, e.file});
  return out;
}

TermIndex::TermIndex(std::string tsv, std::string where)
    : tsv_(std::move(tsv)), where_(std::move(where)), first_row_(kIndexHeader.size()) {
  if (!tsv_.starts_with(kIndexHeader) || !tsv_.ends_with('\n')) {
    throw corpus::Error("用語の索引が壊れています", where_, "jobun index で作り直してください");
  }
}

std::string_view TermIndex::row_at(std::size_t at) const {
  const std::string_view rest = std::string_view(tsv_).substr(at);
  return rest.substr(0, rest.find('\n'));
}

TermEntry TermIndex::entry_at(std::size_t row) const {
  TermEntry out;
  const std::string line = std::string(row_at(row)) + '\n';
  corpus::read_tsv(line, "", kIndexColumns, where_, [&](std::vector<std::string>& c) {
    out = {c[0], c[1], c[2], c[3]};
  });
  return out;
}

std::vector<TermEntry> TermIndex::find(std::string_view key) const {
  // The first row whose key is not less: rows are found by looking back for the line's beginning.
  std::size_t low = first_row_;
  std::size_t high = tsv_.size();
  while (low < high) {
    std::size_t middle = tsv_.rfind('\n', low + (high - low) / 2);
    middle = middle == std::string::npos || middle < low ? low : middle + 1;
    if (middle >= high) middle = low;
    const std::string_view row = row_at(middle);
    if (row.substr(0, row.find('\t')) < key)
      low = middle + row.size() + 1;
    else
      high = middle;
  }
  std::vector<TermEntry> out;
  while (low < tsv_.size()) {
    const std::string_view row = row_at(low);
    if (row.substr(0, row.find('\t')) != key) break;
    out.push_back(entry_at(low));
    low += row.size() + 1;
  }
  return out;
}

}  // namespace definitions
