// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/index_corpus.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <iterator>
#include <map>
#include <mutex>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>
#include <thread>
#include <utility>

#include "corpus/error.h"
#include "corpus/law_files.h"
#include "corpus/law_xml.h"
#include "corpus/manifest.h"
#include "indexer/analysis/user_dictionary.h"
#include "indexer/citations/law_library.h"
#include "indexer/citations/references.h"
#include "indexer/definitions/definition_table.h"
#include "indexer/definitions/definitions.h"
#include "indexer/definitions/term_uses.h"
#include "indexer/delegation_links.h"
#include "indexer/generation.h"
#include "indexer/knowledge_base.h"
#include "indexer/law_summary.h"
#include "indexer/norms/commencement.h"
#include "indexer/norms/deemed_table.h"
#include "indexer/norms/norm_table.h"
#include "indexer/norms/norms.h"
#include "indexer/norms/penalty.h"
#include "indexer/papers.h"
#include "indexer/parallel.h"
#include "indexer/prose/everyday_table.h"
#include "indexer/search_writer.h"

namespace indexer {
namespace {

namespace fs = std::filesystem;
using corpus::Error;
using corpus::Law;

struct SourceFile {
  corpus::LawFile file;
  std::size_t document = 0;
};

// What the first reading of a law leaves behind.
struct ReadLaw {
  citations::LawEntry entry;
  std::vector<analysis::DictionaryEntry> words;
  citations::LawStructure structure;
};

// Tells one thread at a time how far the work is.
class Progress {
 public:
  Progress(const IndexOptions& options, Stage stage, std::uint64_t total)
      : options_(options), stage_(stage), total_(total) {
    advance(0);
  }
  void advance(std::uint64_t by) {
    const std::lock_guard lock(mutex_);
    done_ += by;
    if (options_.progress) options_.progress(stage_, done_, total_);
  }

 private:
  const IndexOptions& options_;
  Stage stage_;
  std::uint64_t total_;
  std::uint64_t done_ = 0;
  std::mutex mutex_;
};

class Build {
 public:
  explicit Build(const IndexOptions& options)
      : options_(options),
        manifest_(corpus::load_manifest(options.corpus)),
        generation_(options.kb),
        papers_(generation_, manifest_) {
    if (options_.jobs == 0) options_.jobs = std::max(1U, std::thread::hardware_concurrency());
    if (manifest_.registry) registry_ = corpus::Registry::load(*manifest_.registry);
  }

  IndexSummary run() {
    const auto start = std::chrono::steady_clock::now();
    summary_.corpus_name = manifest_.name;
    for (const auto& warning : manifest_.warnings)
      summary_.notes.push_back({warning.where, warning.what, {}});
    list_files();
    read_laws();
    choose_texts();
    write_tables();
    gather_library();
    build_dictionary();
    post_laws();
    write_delegations();
    const auto& everyday = manifest_.terms.empty() ? options_.terms : manifest_.terms;
    papers_.write_terms(revisions_, everyday);
    write_file_atomically(generation_.path() / "everyday.tsv", prose::everyday_tsv(everyday));
    summary_.seconds =
        std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    write_summary();
    generation_.publish();
    return std::move(summary_);
  }

 private:
  void list_files() {
    for (const corpus::Source& source : manifest_.sources) {
      const std::string path = source.path.string();
      const bool law = path.ends_with(".xml") || path.ends_with(".json") || path.ends_with(".zip");
      if (!law) {
        read_paper(path, source.document);
        continue;
      }
      try {
        for (corpus::LawFile& file : corpus::list_law_files(path)) {
          files_.push_back({std::move(file), source.document});
        }
      } catch (const Error& e) {
        summary_.problems.push_back({e.where, e.what(), e.hint});
      }
    }
    if (files_.empty()) {
      throw Error("索引する法令がありません", options_.corpus.string(),
                  "法令標準XMLのあるフォルダか、corpus.toml を確かめてください");
    }
  }

  void read_paper(const std::string& path, std::size_t document) {
    try {
      papers_.read(path, document);
      ++summary_.documents;
    } catch (const Error& e) {
      if (generation_.failed(e)) throw;
      summary_.problems.push_back({e.where, e.what(), e.hint});
    }
  }

  void read_laws() {
    Progress progress(options_, Stage::reading, files_.size());
    read_.resize(files_.size());
    std::atomic<std::size_t> next{0};
    std::mutex problems;
    run_parallel(options_.jobs, [&](unsigned) {
      for (std::size_t i; (i = next++) < files_.size();) {
        try {
          read_[i] = read(files_[i]);
        } catch (const Error& e) {
          if (generation_.failed(e)) throw;
          const std::lock_guard lock(problems);
          summary_.problems.push_back({e.where, e.what(), e.hint});
        }
        progress.advance(1);
      }
    });
    std::sort(summary_.problems.begin(), summary_.problems.end(),
              [](const IndexProblem& a, const IndexProblem& b) { return a.where < b.where; });
  }

  std::optional<ReadLaw> read(const SourceFile& source) {
    const corpus::Document& document = manifest_.documents[source.document];
    const std::string bytes = corpus::read_bytes(source.file);
    corpus::LawOrigin origin = corpus::origin_of(source.file.where());
    origin.digest = document.digest;
    const Law law = corpus::read_law(bytes, std::move(origin), amending_law_ids(registry_));
    ReadLaw out{describe_law(law, document), words_of(law), citations::LawStructure(law)};
    const bool json = source.file.where().ends_with(".json");
    out.entry.file = "laws/" + law.id + '/' + (law.revision.empty() ? "undated" : law.revision) +
                     (law.amended_by.empty() ? "" : '_' + law.amended_by) +
                     (law.digest ? "_digest" : "") + (json ? ".json" : ".xml");
    generation_.write(out.entry.file, bytes);
    return out;
  }

  // The official text stands before our digest of it; the same text given twice counts once.
  void choose_texts() {
    std::set<std::string> official;
    for (const auto& law : read_) {
      if (law && !law->entry.digest) official.insert(law->entry.id);
    }
    std::set<std::string> seen;
    for (auto& law : read_) {
      if (!law || (law->entry.digest && official.contains(law->entry.id))) continue;
      if (!seen.insert(law->entry.file).second) continue;
      structures_.emplace(law->entry.file, std::move(law->structure));
      laws_.push_back(std::move(law->entry));
      words_.insert(words_.end(), std::make_move_iterator(law->words.begin()),
                    std::make_move_iterator(law->words.end()));
    }
    read_.clear();
    if (laws_.empty()) {
      throw Error("読めた法令が一つもありません", options_.corpus.string(),
                  summary_.problems.empty() ? "" : summary_.problems.front().what);
    }
    std::sort(laws_.begin(), laws_.end(),
              [](const citations::LawEntry& a, const citations::LawEntry& b) {
                return std::tie(a.id, a.revision, a.amended_by) <
                       std::tie(b.id, b.revision, b.amended_by);
              });
    summary_.revisions = laws_.size();
    for (const citations::LawEntry& law : laws_) {
      summary_.characters += law.characters;
      summary_.units += law.units;
    }
  }

  void write_tables() {
    revisions_ = group_revisions(laws_);
    summary_.laws = revisions_.size();
    write_file_atomically(generation_.path() / "laws.tsv", citations::to_tsv(laws_));
    if (manifest_.registry) {
      write_file_atomically(generation_.path() / "registry.tsv",
                            corpus::read_file(manifest_.registry->string()));
    }
    write_file_atomically(generation_.path() / "documents.tsv", prose::to_tsv(papers_.entries()));
    std::string aliases;
    for (const corpus::ManifestLaw& law : manifest_.laws) {
      for (const std::string& alias : law.aliases) {
        aliases += alias + '\t' + law.id + '\n';
        words_.push_back({alias, {}, analysis::EntryKind::abbreviation});
      }
    }
    write_file_atomically(generation_.path() / "aliases.tsv", aliases + papers_.aliases());
  }

  // What citations are resolved against: of each law the text in force today.
  void gather_library() {
    std::vector<corpus::RegistryEntry> on_hand;
    for (const citations::LawEntry& law : laws_) {
      on_hand.push_back(
          {law.id, law.number, law.title, law.kana, law.abbreviations, law.type, law.promulgated});
    }
    registry_.add(on_hand);
    book_ = corpus::make_law_book(std::move(registry_), manifest_);
    library_.emplace(book_);
    for (const auto& [id, revisions] : revisions_) {
      library_->add(id, std::move(structures_.at(revisions.on(citations::today()).file)));
    }
    structures_.clear();
  }

  // What was found in one revision: references, …; `kind` names the folder (knowledge_base.h).
  void write_findings(std::string_view kind, const citations::LawEntry& entry,
                      const std::string& tsv) const {
    generation_.write(findings_file(kind, entry), tsv);
  }

  void build_dictionary() {
    const Progress progress(options_, Stage::dictionary, words_.size());
    dictionary_ = analysis::build_user_dictionary(words_, generation_.path());
    words_.clear();
    words_.shrink_to_fit();
  }

  // Which law goes to which database is settled by their sizes alone, so that the same corpus gives
  // the same databases however the threads run.
  std::vector<std::vector<const citations::LawEntry*>> share_out() const {
    std::vector<const citations::LawEntry*> by_size;
    for (const citations::LawEntry& law : laws_) by_size.push_back(&law);
    std::stable_sort(by_size.begin(), by_size.end(),
                     [](const citations::LawEntry* a, const citations::LawEntry* b) {
                       return a->characters > b->characters;
                     });
    std::vector<std::vector<const citations::LawEntry*>> shares(options_.jobs);
    std::vector<std::uint64_t> loads(options_.jobs, 0);
    for (const citations::LawEntry* law : by_size) {
      const auto lightest =
          static_cast<std::size_t>(std::min_element(loads.begin(), loads.end()) - loads.begin());
      loads[lightest] += law->characters + 100;
      shares[lightest].push_back(law);
    }
    for (auto& share : shares) std::sort(share.begin(), share.end());  // the order of the table
    return shares;
  }

  void post_laws() {
    Progress progress(options_, Stage::indexing, summary_.characters);
    fs::create_directory(generation_.path() / "search");
    const auto shares = share_out();
    const analysis::Dictionary dictionary(dictionary_);
    delegations_.resize(laws_.size());
    run_parallel(options_.jobs, [&](unsigned job) {
      SearchWriter writer(generation_.path() / "search" / std::to_string(job),
                          analysis::Analyzer(dictionary));
      for (const citations::LawEntry* entry : shares[job]) {
        const std::string_view until = revisions_.at(entry->id).until(*entry);
        const std::string file = (generation_.path() / entry->file).string();
        const Law law = corpus::read_law(corpus::read_file(file),
                                         {.where = file,
                                          .id = entry->id,
                                          .revision = entry->revision,
                                          .amended_by = entry->amended_by,
                                          .digest = entry->digest},
                                         amending_law_ids(book_.registry));
        const auto references = citations::find_references(law, *library_);
        write_findings("references", *entry,
                       citations::to_tsv(citations::to_records(law, references)));
        post_definitions(law, *entry, references);
        post_penalties(law, *entry, references);
        write_findings("commencements", *entry,
                       norms::to_tsv(norms::find_commencements(law, references)));
        write_findings("start_days", *entry,
                       norms::to_tsv(norms::find_start_days(law, references)));
        post_deemed(law, *entry, references);
        delegations_[static_cast<std::size_t>(entry - laws_.data())] = {
            law.id, law.title, delegations::find_delegations(law, references)};
        const auto norms = norms::find_norms(law);
        write_findings("obligations", *entry, norms::to_tsv(norms::to_records(law, norms)));
        // Of two texts of one day only the later one was ever in force.
        const bool never_in_force = !entry->revision.empty() && until == entry->revision;
        if (!never_in_force) writer.add(law, *entry, until, references, norms);
        progress.advance(entry->characters);
      }
      if (job == 0) summary_.sections += papers_.post(writer, *library_);
      writer.commit();
    });
    write_file_atomically(generation_.path() / "definitions.tsv",
                          definitions::TermIndex::to_tsv(std::move(terms_)));
    std::sort(foreign_penalties_.begin(), foreign_penalties_.end(),
              [](const auto& a, const auto& b) {
                return corpus::to_string(a.penalty) + ' ' + corpus::to_string(a.norm) <
                       corpus::to_string(b.penalty) + ' ' + corpus::to_string(b.norm);
              });
    write_file_atomically(generation_.path() / "penalties.tsv", norms::to_tsv(foreign_penalties_));
    write_file_atomically(generation_.path() / "deemed.tsv",
                          norms::to_tsv(norms::in_order(std::move(foreign_deemed_))));
  }

  void post_penalties(const Law& law, const citations::LawEntry& entry,
                      const std::vector<citations::Reference>& references) {
    auto penalties = norms::find_penalties(law, references);
    write_findings("penalties", entry, norms::to_tsv(penalties));
    std::erase_if(penalties, [&](const norms::Penalty& p) { return p.norm.law_id == law.id; });
    const std::lock_guard lock(terms_mutex_);
    foreign_penalties_.insert(foreign_penalties_.end(), penalties.begin(), penalties.end());
  }

  void post_deemed(const Law& law, const citations::LawEntry& entry,
                   const std::vector<citations::Reference>& references) {
    const auto deemed = norms::find_deemed(law, references);
    write_findings("deemed", entry, norms::to_tsv(deemed));
    auto foreign = norms::replaced_elsewhere(deemed, law.id);
    const std::lock_guard lock(terms_mutex_);
    std::move(foreign.begin(), foreign.end(), std::back_inserter(foreign_deemed_));
  }

  void post_definitions(const Law& law, const citations::LawEntry& entry,
                        const std::vector<citations::Reference>& references) {
    const auto definitions = definitions::find_definitions(law, references, *library_);
    const auto uses = definitions::find_term_uses(law, definitions::scoped_terms(law, definitions));
    const auto records =
        definitions::to_records(law, definitions, definitions::count_uses(uses, definitions.size()),
                                definitions::find_inherited_terms(law, references, *library_));
    write_findings("definitions", entry, definitions::to_tsv(records));
    const std::lock_guard lock(terms_mutex_);
    for (const definitions::DefinitionRecord& r : records) {
      if (r.term.empty()) continue;
      terms_.push_back(
          {definitions::term_key(r.term), r.term, r.address, findings_file("definitions", entry)});
    }
  }

  void write_delegations() const {
    join_all(
        {.laws = laws_, .sources = delegations_, .revisions = revisions_, .library = *library_},
        options_.jobs, [&](const citations::LawEntry& law, const auto& records) {
          write_findings("delegations", law, delegations::to_tsv(records));
        });
  }

  void write_summary() {
    nlohmann::ordered_json json = {
        {"format", kGenerationFormat},       {"corpus", summary_.corpus_name},
        {"built", citations::today()},       {"laws", summary_.laws},
        {"revisions", summary_.revisions},   {"units", summary_.units},
        {"documents", summary_.documents},   {"sections", summary_.sections},
        {"characters", summary_.characters}, {"problems", nlohmann::ordered_json::array()}};
    for (const IndexProblem& p : summary_.problems) {
      json["problems"].push_back({{"where", p.where}, {"what", p.what}});
    }
    write_file_atomically(
        generation_.path() / "summary.json",
        json.dump(1, ' ', false, nlohmann::json::error_handler_t::replace) + '\n');
  }

  IndexOptions options_;
  corpus::Manifest manifest_;
  NewGeneration generation_;
  corpus::Registry registry_;
  corpus::LawBook book_;
  std::map<std::string, citations::LawStructure> structures_;
  std::optional<citations::LawLibrary> library_;
  std::vector<SourceFile> files_;
  std::vector<std::optional<ReadLaw>> read_;
  std::vector<citations::LawEntry> laws_;
  Papers papers_;
  std::map<std::string, citations::Revisions, std::less<>> revisions_;
  std::vector<analysis::DictionaryEntry> words_;
  fs::path dictionary_;
  std::vector<definitions::TermEntry> terms_;
  std::mutex terms_mutex_;
  std::vector<norms::DeemedNorm> foreign_deemed_;           // of provisions of other laws
  std::vector<norms::Penalty> foreign_penalties_;           // of norms of other laws
  std::vector<delegations::DelegationSource> delegations_;  // of laws_, in its order
  IndexSummary summary_;
};

}  // namespace

IndexSummary index_corpus(const IndexOptions& options) { return Build(options).run(); }

}  // namespace indexer
