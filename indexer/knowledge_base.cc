// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/knowledge_base.h"

#include <algorithm>

#include "corpus/error.h"
#include "corpus/law_files.h"

namespace indexer {
namespace {

namespace fs = std::filesystem;
using corpus::Error;

// alias TAB law id, or alias TAB law id TAB document, a line each
corpus::Manifest parse_aliases(std::string_view tsv,
                               const std::vector<prose::DocumentEntry>& documents) {
  corpus::Manifest manifest;
  manifest.documents.resize(documents.size());
  while (!tsv.empty()) {
    const std::size_t end = std::min(tsv.find('\n'), tsv.size());
    const std::string_view row = tsv.substr(0, end);
    tsv.remove_prefix(std::min(end + 1, tsv.size()));
    const std::size_t tab = row.find('\t');
    if (tab == std::string_view::npos) continue;
    const std::string alias(row.substr(0, tab));
    const std::string_view rest = row.substr(tab + 1);
    const std::size_t second = rest.find('\t');
    const std::string id(rest.substr(0, second));
    if (second == std::string_view::npos) {
      manifest.laws.push_back({.id = id, .aliases = {alias}});
      continue;
    }
    const auto document = std::find_if(
        documents.begin(), documents.end(),
        [&](const prose::DocumentEntry& d) { return d.id == rest.substr(second + 1); });
    if (document != documents.end())
      manifest.documents[static_cast<std::size_t>(document - documents.begin())].aliases.push_back(
          {alias, id});
  }
  return manifest;
}

}  // namespace

KnowledgeBase KnowledgeBase::open(const fs::path& kb) {
  const auto generation = current_generation(kb);
  if (!generation) {
    throw Error("知識ベースがありません", kb.string(),
                "先に jobun index を実行してください（場所は --kb か JOBUN_KB）");
  }
  check_format(*generation);
  KnowledgeBase out(*generation, GenerationInUse(*generation));
  const fs::path table = *generation / "laws.tsv";
  out.laws_ = citations::parse_law_table(corpus::read_file(table.string()), table.string());
  out.revisions_ = group_revisions(out.laws_);
  if (const fs::path file = *generation / "documents.tsv"; fs::exists(file))
    out.documents_ = prose::parse_document_table(corpus::read_file(file.string()), file.string());
  corpus::Registry registry;
  if (const fs::path file = *generation / "registry.tsv"; fs::exists(file)) {
    registry = corpus::Registry::load(file);
  }
  std::vector<corpus::RegistryEntry> on_hand;
  for (const citations::LawEntry& law : out.laws_) {
    on_hand.push_back(
        {law.id, law.number, law.title, law.kana, law.abbreviations, law.type, law.promulgated});
  }
  registry.add(on_hand);
  out.book_ = corpus::make_law_book(
      std::move(registry),
      parse_aliases(corpus::read_file((*generation / "aliases.tsv").string()), out.documents_));
  return out;
}

const citations::Revisions* KnowledgeBase::revisions_of(std::string_view law_id) const {
  const auto found = revisions_.find(law_id);
  return found == revisions_.end() ? nullptr : &found->second;
}

corpus::Law KnowledgeBase::load(const citations::LawEntry& entry) const {
  const fs::path file = folder_ / entry.file;
  return corpus::read_law(corpus::read_file(file.string()),
                          {.where = file.string(),
                           .id = entry.id,
                           .revision = entry.revision,
                           .amended_by = entry.amended_by,
                           .digest = entry.digest},
                          amending_law_ids(book_.registry));
}

std::vector<citations::ReferenceRecord> KnowledgeBase::references(
    const citations::LawEntry& entry) const {
  const std::string file = (folder_ / findings_file("references", entry)).string();
  return citations::parse_reference_table(corpus::read_file(file), file);
}

std::vector<definitions::DefinitionRecord> KnowledgeBase::definitions(
    const citations::LawEntry& entry) const {
  const std::string file = (folder_ / findings_file("definitions", entry)).string();
  return definitions::parse_definition_table(corpus::read_file(file), file);
}

definitions::TermIndex KnowledgeBase::term_index() const {
  const std::string file = (folder_ / "definitions.tsv").string();
  return definitions::TermIndex(corpus::read_file(file), file);
}

const prose::DocumentEntry* KnowledgeBase::document(std::string_view id) const {
  const auto found = std::find_if(documents_.begin(), documents_.end(),
                                  [&](const prose::DocumentEntry& d) { return d.id == id; });
  return found == documents_.end() ? nullptr : &*found;
}

documents::DocumentText KnowledgeBase::load(const prose::DocumentEntry& entry) const {
  const std::string structure = (folder_ / prose::document_file(entry, "structure.json")).string();
  return documents::read_structure(
      corpus::read_file((folder_ / prose::document_file(entry, "text.txt")).string()),
      corpus::read_file(structure), structure);
}

std::vector<citations::ReferenceRecord> KnowledgeBase::references(
    const prose::DocumentEntry& entry) const {
  const std::string file = (folder_ / prose::document_file(entry, "references.tsv")).string();
  return citations::parse_reference_table(corpus::read_file(file), file);
}

std::vector<prose::DocumentTermRecord> KnowledgeBase::document_terms(
    const prose::DocumentEntry& entry) const {
  const fs::path file = folder_ / prose::document_file(entry, "terms.tsv");
  if (!fs::exists(file)) return {};  // written by an older version
  return prose::parse_document_term_table(corpus::read_file(file.string()), file.string());
}

std::string KnowledgeBase::original_of(const prose::DocumentEntry& entry) const {
  return corpus::read_file((folder_ / entry.original).string());
}

std::vector<norms::Penalty> KnowledgeBase::penalties(const citations::LawEntry& entry) const {
  const std::string file = (folder_ / findings_file("penalties", entry)).string();
  return norms::parse_penalty_table(corpus::read_file(file), file);
}

std::vector<prose::EverydayTerm> KnowledgeBase::everyday_terms() const {
  const std::string file = (folder_ / "everyday.tsv").string();
  return prose::parse_everyday_table(corpus::read_file(file), file);
}

std::vector<norms::DeemedNorm> KnowledgeBase::deemed_elsewhere() const {
  const std::string file = (folder_ / "deemed.tsv").string();
  return norms::parse_deemed_table(corpus::read_file(file), file);
}

std::vector<norms::Commencement> KnowledgeBase::commencements(
    const citations::LawEntry& entry) const {
  const std::string file = (folder_ / findings_file("commencements", entry)).string();
  return norms::parse_commencement_table(corpus::read_file(file), file);
}

std::vector<norms::StartDay> KnowledgeBase::start_days(const citations::LawEntry& entry) const {
  const std::string file = (folder_ / findings_file("start_days", entry)).string();
  return norms::parse_start_day_table(corpus::read_file(file), file);
}

std::vector<delegations::DelegationRecord> KnowledgeBase::delegations(
    const citations::LawEntry& entry) const {
  const std::string file = (folder_ / findings_file("delegations", entry)).string();
  return delegations::parse_delegation_table(corpus::read_file(file), file);
}

std::vector<norms::NormRecord> KnowledgeBase::norms(const citations::LawEntry& entry) const {
  const std::string file = (folder_ / findings_file("obligations", entry)).string();
  return norms::parse_norm_table(corpus::read_file(file), file);
}

std::vector<norms::DeemedNorm> KnowledgeBase::deemed(const citations::LawEntry& entry) const {
  const std::string file = (folder_ / findings_file("deemed", entry)).string();
  return norms::parse_deemed_table(corpus::read_file(file), file);
}

std::string KnowledgeBase::title_of(std::string_view law_id) const {
  const auto row = book_.registry.by_id(law_id);
  return row ? std::string(book_.registry[*row].title) : std::string{};
}

fs::path KnowledgeBase::user_dictionary() const {
  const fs::path file = folder_ / "user.dic";
  return fs::exists(file) ? file : fs::path{};
}

std::vector<fs::path> KnowledgeBase::search_databases() const {
  std::vector<fs::path> out;
  for (const auto& entry : fs::directory_iterator(folder_ / "search")) out.push_back(entry.path());
  std::sort(out.begin(), out.end());
  return out;
}

std::string KnowledgeBase::summary() const {
  return corpus::read_file((folder_ / "summary.json").string());
}

std::string findings_file(std::string_view kind, const citations::LawEntry& entry) {
  const fs::path source(entry.file);  // laws/<id>/<revision>.xml
  return std::string(kind) + '/' + entry.id + '/' + source.stem().string() + ".tsv";
}

corpus::AmendingLawId amending_law_ids(const corpus::Registry& registry) {
  return [&registry](std::string_view number) {
    if (auto id = registry.amending_law_id(number)) return *std::move(id);
    std::string out = "[";
    for (const char c : corpus::trim(number)) {
      if (std::string_view("[]/:~ ").find(c) == std::string_view::npos) out += c;
    }
    return out + ']';
  };
}

std::map<std::string, citations::Revisions, std::less<>> group_revisions(
    const std::vector<citations::LawEntry>& laws) {
  std::map<std::string, std::vector<const citations::LawEntry*>> by_id;
  for (const citations::LawEntry& law : laws) by_id[law.id].push_back(&law);
  std::map<std::string, citations::Revisions, std::less<>> out;
  for (auto& [id, entries] : by_id) out.emplace(id, citations::Revisions(std::move(entries)));
  return out;
}

}  // namespace indexer
