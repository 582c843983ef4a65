// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/definitions.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <unordered_set>

#include "indexer/analysis/letters.h"

namespace query {
namespace {

using citations::LawEntry;
using definitions::DefinitionRecord;
using indexer::KnowledgeBase;

// The tables of the texts in force on a day, with the law of each.
std::map<std::string, const LawEntry*, std::less<>> tables_on(const KnowledgeBase& kb,
                                                              const TermQuery& query) {
  std::map<std::string, const LawEntry*, std::less<>> out;
  for (const auto& [id, revisions] : kb.revisions()) {
    if (!query.law.empty() && id != query.law) continue;
    const LawEntry& entry = revisions.on(query.date);
    out.emplace(indexer::findings_file("definitions", entry), &entry);
  }
  return out;
}

int rank(const FoundDefinition& d) {
  const bool whole = std::any_of(d.record.scope.begin(), d.record.scope.end(),
                                 [](const auto& s) { return s.find('/') == std::string::npos; });
  return (whole ? 0 : 2) + (d.law->kind == "order" ? 1 : 0);
}

void sort_by_rank(std::vector<FoundDefinition>& found) {
  std::stable_sort(found.begin(), found.end(),
                   [](const auto& a, const auto& b) { return rank(a) < rank(b); });
}

std::vector<FoundDefinition> read_entries(const KnowledgeBase& kb,
                                          const std::vector<definitions::TermEntry>& entries,
                                          const TermQuery& query) {
  const auto tables = tables_on(kb, query);
  std::map<std::string, std::vector<DefinitionRecord>> read;
  std::set<std::string> done;
  std::vector<FoundDefinition> out;
  for (const definitions::TermEntry& e : entries) {
    const auto table = tables.find(e.file);
    if (table == tables.end() || !done.insert(e.file + '\t' + e.address + '\t' + e.term).second)
      continue;
    auto [records, fresh] = read.try_emplace(e.file);
    if (fresh) records->second = kb.definitions(*table->second);
    for (const DefinitionRecord& r : records->second) {
      if (r.term == e.term && r.address == e.address) out.push_back({r, table->second, {}});
    }
  }
  return out;
}

std::vector<FoundDefinition> find_own(const KnowledgeBase& kb, const definitions::TermIndex& index,
                                      std::string_view term, const TermQuery& query) {
  const auto entries = index.find(definitions::term_key(term));
  std::vector<definitions::TermEntry> exact;
  for (const auto& e : entries) {
    if (e.term == term) exact.push_back(e);
  }
  auto found = read_entries(kb, exact, query);
  if (found.empty()) found = read_entries(kb, entries, query);
  sort_by_rank(found);
  return found;
}

std::string to_utf8(std::u32string_view letters) {
  std::string out;
  for (const char32_t c : letters) corpus::append_code_point(out, c);
  return out;
}

bool says(const std::vector<std::string>& related, std::string_view relation,
          std::string_view term) {
  return std::find(related.begin(), related.end(),
                   std::string(relation) + ':' + std::string(term)) != related.end();
}

void find_relation(SimilarTerm& similar, std::string_view term,
                   const std::vector<FoundDefinition>& own) {
  for (const std::string_view relation : {"part_of", "includes", "excludes"}) {
    for (const bool other : {false, true}) {
      const auto& definitions = other ? similar.definitions : own;
      const std::string_view about = other ? term : std::string_view(similar.term);
      for (const FoundDefinition& d : definitions) {
        if (!similar.relation.empty() || !says(d.record.related, relation, about)) continue;
        similar.relation = relation;
        similar.relation_of_other = other;
      }
    }
  }
}

}  // namespace

std::vector<FoundDefinition> find_definitions(const KnowledgeBase& kb, std::string_view term,
                                              const TermQuery& query) {
  const definitions::TermIndex index = kb.term_index();
  auto found = find_own(kb, index, term, query);
  if (!found.empty() || query.law.empty()) return found;
  const auto* revisions = kb.revisions_of(query.law);
  if (revisions == nullptr) return found;
  for (const DefinitionRecord& r : kb.definitions(revisions->on(query.date))) {
    if (!r.inherits()) continue;
    for (FoundDefinition& d : find_own(kb, index, term, {query.date, r.imported_from})) {
      d.inherited_by = query.law;
      found.push_back(std::move(d));
    }
  }
  return found;
}

SharedPart compare_terms(std::string_view term, std::string_view other) {
  const std::u32string a = analysis::to_letters(term);
  const std::u32string b = analysis::to_letters(other);
  std::vector<std::size_t> row(b.size() + 1, 0);
  std::size_t best = 0, end_a = 0, end_b = 0;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    for (std::size_t j = b.size(); j >= 1; --j) {
      row[j] = a[i - 1] == b[j - 1] ? row[j - 1] + 1 : 0;
      if (row[j] > best) {
        best = row[j];
        end_a = i;
        end_b = j;
      }
    }
  }
  const auto rest = [&](const std::u32string& word, std::size_t end) {
    const std::string before = to_utf8(std::u32string_view(word).substr(0, end - best));
    const std::string behind = to_utf8(std::u32string_view(word).substr(end));
    return before + (before.empty() || behind.empty() ? "" : "…") + behind;
  };
  SharedPart out;
  if (a.empty() || b.empty()) return out;
  out.shared = to_utf8(std::u32string_view(a).substr(end_a - best, best));
  out.own = rest(a, end_a);
  out.other = rest(b, end_b);
  out.likeness = 2.0 * static_cast<double>(best) / static_cast<double>(a.size() + b.size());
  return out;
}

namespace {

struct Near {
  double likeness = 0;
  std::string key;
};

std::vector<Near> nearest_keys(const definitions::TermIndex& index, std::string_view term,
                               double least) {
  const std::string key = definitions::term_key(term);
  const std::u32string letters = analysis::to_letters(key);
  const std::unordered_set<char32_t> own(letters.begin(), letters.end());
  std::vector<Near> out;
  index.for_each_term([&](std::string_view other, std::size_t) {
    if (other == key) return;
    // Cheap first: how many of its letters does the term have?
    std::size_t length = 0, common = 0;
    for (std::size_t at = 0; at < other.size(); ++length)
      common += own.contains(corpus::next_code_point(other, at));
    if (2.0 * static_cast<double>(common) < least * static_cast<double>(length + letters.size()))
      return;
    const double likeness = compare_terms(key, other).likeness;
    if (likeness >= least) out.push_back({likeness, std::string(other)});
  });
  std::stable_sort(out.begin(), out.end(),
                   [](const Near& a, const Near& b) { return a.likeness > b.likeness; });
  return out;
}

}  // namespace

std::vector<SimilarTerm> similar_terms(const KnowledgeBase& kb, std::string_view term,
                                       const std::vector<FoundDefinition>& definitions,
                                       const TermQuery& query, std::size_t most) {
  constexpr double kLeast = 0.6;
  constexpr std::size_t kRead = 200;  // near ones looked at more closely
  const definitions::TermIndex index = kb.term_index();
  const TermQuery everywhere{query.date, {}};
  const auto tables = tables_on(kb, everywhere);
  std::set<std::string> own_laws;
  for (const FoundDefinition& d : definitions) own_laws.insert(d.law->id);
  std::vector<std::pair<double, SimilarTerm>> ranked;
  auto near = nearest_keys(index, term, kLeast);
  if (near.size() > kRead) near.resize(kRead);
  for (const Near& n : near) {
    std::vector<definitions::TermEntry> entries;
    bool beside = false;  // defined in one of the laws that define the term
    for (auto& e : index.find(n.key)) {
      const auto table = tables.find(e.file);
      if (table == tables.end()) continue;
      beside = beside || own_laws.contains(table->second->id);
      entries.push_back(std::move(e));
    }
    if (entries.empty()) continue;
    SimilarTerm similar;
    similar.term = entries.front().term;
    const SharedPart parts = compare_terms(term, similar.term);
    similar.shared = parts.shared;
    similar.own = parts.own;
    similar.other = parts.other;
    ranked.emplace_back(n.likeness + (beside ? 0.3 : 0), std::move(similar));
  }
  std::stable_sort(ranked.begin(), ranked.end(),
                   [](const auto& a, const auto& b) { return a.first > b.first; });
  if (ranked.size() > most) ranked.resize(most);
  std::vector<SimilarTerm> out;
  for (auto& [likeness, similar] : ranked) {
    similar.definitions = find_own(kb, index, similar.term, everywhere);
    // Those in the same laws first: they are the ones a reader confuses.
    std::stable_partition(similar.definitions.begin(), similar.definitions.end(),
                          [&](const FoundDefinition& d) { return own_laws.contains(d.law->id); });
    find_relation(similar, term, definitions);
    out.push_back(std::move(similar));
  }
  return out;
}

std::vector<std::string> nearest_terms(const KnowledgeBase& kb, std::string_view term,
                                       const TermQuery& query, std::size_t most) {
  const definitions::TermIndex index = kb.term_index();
  const auto tables = tables_on(kb, query);
  std::vector<std::string> out;
  for (const Near& n : nearest_keys(index, term, 0.4)) {
    if (out.size() >= most) break;
    for (const auto& e : index.find(n.key)) {
      if (!tables.contains(e.file)) continue;
      out.push_back(e.term);
      break;
    }
  }
  return out;
}

std::string imported_text(const KnowledgeBase& kb, const DefinitionRecord& record,
                          std::string_view date) {
  const auto address = corpus::parse_address(record.imported_from);
  if (!address) return {};
  const auto* revisions = kb.revisions_of(address->law_id);
  if (revisions == nullptr) return {};
  const LawEntry& entry = revisions->on(date);
  const std::string name = record.imported_from;
  for (const DefinitionRecord& r : kb.definitions(entry)) {
    // 第二条 without 項 means its only one.
    const bool there =
        r.address == name || r.address == name + "/p1" || r.address.starts_with(name + '/');
    const bool same = r.term == record.term || record.definition.ends_with(r.term);
    if (there && same && !r.definition.empty()) return r.definition;
  }
  const corpus::Law law = kb.load(entry);
  auto at = law.find(address->path);
  while (at && law.provisions[*at].text.empty() && *at + 1 < law.provisions[*at].end) ++*at;
  return at ? law.provisions[*at].text : std::string{};
}

namespace {

// What another law may use as this one does: terms that reach beyond an article of it.
bool reaches_far(const DefinitionRecord& r) {
  return std::any_of(r.scope.begin(), r.scope.end(), [](const std::string& part) {
    const auto scope = definitions::parse_scope_part(part);
    if (!scope) return false;
    const auto& path = scope->first.path;
    return path.empty() || (scope->open && path.front().kind != corpus::SegmentKind::suppl) ||
           path.back().kind < corpus::SegmentKind::article;
  });
}

std::vector<definitions::ScopePart> read_scope(const DefinitionRecord& record) {
  std::vector<definitions::ScopePart> out;
  for (const std::string& part : record.scope) {
    if (auto read = definitions::parse_scope_part(part)) out.push_back(*std::move(read));
  }
  return out;
}

}  // namespace

TermsOfLaw terms_of_law(const KnowledgeBase& kb, const LawEntry& entry, const corpus::Law& law,
                        std::string_view date) {
  TermsOfLaw out;
  std::vector<definitions::ScopedTerm> terms;
  const auto table = kb.definitions(entry);
  for (const DefinitionRecord& row : table) {
    const auto* revisions = row.inherits() ? kb.revisions_of(row.imported_from) : nullptr;
    if (revisions == nullptr) continue;
    const LawEntry& source = revisions->on(date);
    std::vector<std::string> words;
    for (DefinitionRecord& r : kb.definitions(source)) {
      if (r.inherits() || !reaches_far(r)) continue;
      words.push_back(r.term);
      out.definitions.push_back({std::move(r), &source, entry.id});
    }
    auto inherited = definitions::inherited_terms(law, read_scope(row), words);
    std::move(inherited.begin(), inherited.end(), std::back_inserter(terms));
  }
  // The law's own stand behind them: of two that hold equally far, the later one counts.
  for (const DefinitionRecord& row : table) {
    const auto own = definitions::from_records(law, {row});
    if (own.empty()) continue;
    auto scoped = definitions::scoped_terms(law, own);
    std::move(scoped.begin(), scoped.end(), std::back_inserter(terms));
    out.definitions.push_back({row, &entry, {}});
  }
  out.uses = definitions::find_term_uses(law, terms);
  return out;
}

}  // namespace query
