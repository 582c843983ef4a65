// SPDX-License-Identifier: GPL-2.0-or-later
#include "web-static/site.h"

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <exception>
#include <fstream>
#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <sstream>
#include <thread>

#include "corpus/address_text.h"
#include "corpus/error.h"
#include "web-static/beside.h"
#include "web-static/citing.h"
#include "web-static/comparison.h"
#include "web-static/html.h"
#include "web-static/law_map.h"
#include "web-static/obligations.h"
#include "web-static/output_folder.h"
#include "web-static/search_index.h"
#include "web-static/site_pages.h"
#include "web-static/templates.h"
#include "web-static/terms.h"
#include "web-static/unit_text.h"

namespace web {
namespace fs = std::filesystem;
namespace {

using citations::ReferenceRecord;
using corpus::Law;

std::string join(const std::vector<std::string>& words, std::string_view between) {
  std::string out;
  for (const std::string& word : words) {
    if (!out.empty()) out += between;
    out += word;
  }
  return out;
}

void check_id(const Law& law) {
  const auto address = corpus::parse_address(law.id);
  if (!address || !address->is_law() || !address->revision.empty()) {
    throw corpus::Error("法令IDではありません", law.id, "法令のファイル名を確かめてください");
  }
}

// Runs work(i, worker) for each i; of several failures the one with the lowest i is thrown.
template <typename Work>
void for_each_parallel(std::size_t count, std::size_t threads, Work work) {
  std::atomic<std::size_t> next{0};
  std::mutex mutex;
  std::map<std::size_t, std::exception_ptr> failures;
  const auto run = [&](std::size_t worker) {
    for (std::size_t i = next++; i < count; i = next++) {
      try {
        work(i, worker);
      } catch (...) {
        const std::lock_guard lock(mutex);
        failures.emplace(i, std::current_exception());
        next = count;
      }
    }
  };
  std::vector<std::jthread> workers;
  for (std::size_t w = 1; w < threads; ++w) workers.emplace_back(run, w);
  run(0);
  workers.clear();  // joins
  if (!failures.empty()) std::rethrow_exception(failures.begin()->second);
}

// Lets parallel workers hand in their results in order; those that are early wait, so that never
// more results are held than there are workers.
class Queue {
 public:
  // False when a worker before this one failed.
  template <typename Work>
  bool in_turn(std::size_t i, Work work) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return next_ == i || stopped_; });
    if (stopped_) return false;
    work();
    ++next_;
    changed_.notify_all();
    return true;
  }
  void stop() {
    const std::lock_guard lock(mutex_);
    stopped_ = true;
    changed_.notify_all();
  }

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  std::size_t next_ = 0;
  bool stopped_ = false;
};

void write_assets(OutputFolder& folder, const fs::path& assets) {
  std::error_code error;
  std::size_t count = 0;
  for (const auto& file : fs::directory_iterator(assets, error)) {
    if (!file.is_regular_file()) continue;
    std::ifstream in(file.path(), std::ios::binary);
    std::ostringstream bytes;
    bytes << in.rdbuf();
    if (!in)
      throw corpus::Error("サイトの部品が読めません", file.path().string(),
                          "許可を確かめてください");
    folder.write("assets/" + file.path().filename().string(), bytes.view());
    ++count;
  }
  if (error || count == 0) {
    throw corpus::Error("サイトの部品（CSS）がありません", assets.string(),
                        "jobunの入れ方（web-staticの場所）を確かめてください");
  }
}

// Beside a unit at most this many citing provisions; the others on a page of their own.
constexpr std::size_t kMostCiting = 24;

class SiteWriter {
 public:
  SiteWriter(OutputFolder& folder, std::size_t laws, const LoadLaw& load,
             const SiteOptions& options, std::size_t threads)
      : folder_(folder),
        count_(laws),
        load_(load),
        options_(options),
        threads_(threads),
        graph_(laws),
        variants_(laws),
        norm_counts_(laws) {
    for (std::size_t i = 0; i < threads; ++i)
      templates_.push_back(std::make_unique<Templates>(options.resources / "templates"));
  }

  void write() {
    write_assets(folder_, options_.resources / "assets");
    survey();
    Queue queue;
    for_each_parallel(count_, threads_, [&](std::size_t i, std::size_t worker) {
      try {
        write_law(static_cast<std::uint32_t>(i), *templates_[worker], queue);
      } catch (...) {
        queue.stop();
        throw;
      }
    });
    for (std::size_t i = 0; i < options_.documents.size(); ++i) add_document(i);
    search_.write(
        [&](const std::string& name, const std::string& bytes) { folder_.write(name, bytes); });
    Templates& templates = *templates_[0];
    folder_.write("search/index.html", search_page(options_, templates));
    if (has_graph(map_, options_))
      folder_.write("graph/index.html", graph_page(map_, graph_, options_, templates));
    if (options_.obligations)
      folder_.write("obligations/index.html",
                    registers_page(map_, norm_counts_, options_, templates));
    if (options_.definitions) {
      folder_.write("terms/index.html", terms_page(terms_.rows, options_, templates));
      for (const TermRow& row : terms_.rows)
        folder_.write("terms/" + row.id + "/index.html", term_row_page(row, options_, templates));
    }
    if (!options_.documents.empty())
      folder_.write("documents/index.html", documents_page(map_, options_, templates));
    for_each_parallel(options_.documents.size(), threads_, [&](std::size_t i, std::size_t worker) {
      const SiteDocument& document = options_.documents[i];
      folder_.write("documents/" + document.about.id + "/index.html",
                    document_page(document, map_, options_, *templates_[worker]));
    });
    folder_.write("about/index.html", about_page(map_, statuses_, options_, templates));
    folder_.write("index.html", index_page(map_, options_, templates));
  }

 private:
  std::vector<ReferenceRecord> references(std::size_t i) const {
    return options_.references ? options_.references(i) : std::vector<ReferenceRecord>{};
  }

  std::vector<definitions::DefinitionRecord> definitions(std::uint32_t i) const {
    return options_.definitions ? options_.definitions(i)
                                : std::vector<definitions::DefinitionRecord>{};
  }

  // First reading: what there is to link to, and what cites what.
  void survey() {
    std::vector<LawOnSite> laws(count_);
    std::vector<StatusCounts> statuses(count_);
    std::vector<std::vector<TermOnSite>> terms(count_);
    for_each_parallel(count_, threads_, [&](std::size_t i, std::size_t) {
      const Law law = load_(i);
      check_id(law);
      laws[i] = on_site(law);
      const auto records = references(i);
      graph_.add(static_cast<std::uint32_t>(i), law.id, records);
      variants_.add(static_cast<std::uint32_t>(i), records);
      for (const ReferenceRecord& r : records) ++statuses[i][r.status];
      for (definitions::DefinitionRecord& r : definitions(static_cast<std::uint32_t>(i))) {
        if (!r.term.empty())
          terms[i].push_back({std::move(r.term), static_cast<std::uint32_t>(i),
                              std::move(r.address), std::move(r.definition)});
      }
    });
    map_ = LawMap(std::move(laws));
    std::vector<DocumentOnSite> documents;
    for (const SiteDocument& document : options_.documents) {
      graph_.add_document(static_cast<std::uint32_t>(documents.size()), document.references());
      documents.push_back(document.about);
    }
    map_.set_documents(std::move(documents));
    graph_.finish(map_);
    variants_.finish(map_);
    std::vector<TermOnSite> all;
    for (auto& own : terms)
      all.insert(all.end(), std::make_move_iterator(own.begin()),
                 std::make_move_iterator(own.end()));
    if (!all.empty()) terms_ = term_pages(all, map_, options_.compare_terms);
    for (const StatusCounts& counts : statuses) {
      for (const auto& [status, count] : counts) statuses_[status] += count;
    }
  }

  void write_law(std::uint32_t i, Templates& templates, Queue& queue) {
    const Law law = load_(i);
    const std::vector<UnitText> units = unit_texts(law);
    const LawPairs pairs = pairs_of(units);
    const std::string names =
        join(law.abbreviations, ",") + ',' + (options_.names ? options_.names(i) : std::string{});
    const bool in_turn =
        queue.in_turn(i, [&] { search_.add(map_.laws()[i], units, pairs, names); });
    if (!in_turn) return;
    const auto data = data_files(law, units);
    for (std::size_t k = 0; k < data.size(); ++k)
      folder_.write("data/" + law.id + '/' + std::to_string(k) + ".js", data[k]);

    const auto records = references(i);
    const std::string top = "law/" + law.id + '/';
    const std::string drawing = law_graph_page(i, map_, graph_, options_, templates);
    if (!drawing.empty()) folder_.write(top + "graph/index.html", drawing);
    const CitedUnits cited = cited_units(law, i, records, graph_, map_);
    write_cited_page(law, i, cited, templates);
    const auto norms = options_.obligations ? norm_rows(law) : std::vector<NormRow>{};
    write_register(law, i, norms, templates);
    PageNotes notes = notes_of(law, i, records, cited, norms);
    const TermsOfPage terms = terms_of_page(
        law, definitions(i), [this](std::uint32_t other) { return definitions(other); },
        terms_.places, {map_, law.id, options_.title_of});
    for (const auto& [provision, found] : terms.found) {
      auto& all = notes.found[provision];
      all.insert(all.end(), found.begin(), found.end());
    }
    View view = law_view(law, render_law(law, options_.number_of, notes));
    if (!norms.empty()) view.values["obligations"] = "1";
    view.values["terms"] = terms.list;
    view.values["term_count"] = std::to_string(terms.count);
    if (!drawing.empty()) view.values["graph"] = "1";
    add_revisions(view, law, i, templates);
    folder_.write(top + "index.html", templates.page("law", view));
  }

  // Papers are few: one after the other.
  void add_document(std::size_t i) {
    const DocumentOnSite& about = options_.documents[i].about;
    const std::vector<UnitText> units = unit_texts(options_.documents[i].load());
    search_.add_document(about, units, pairs_of(units));
    const std::string id = document_data_id(about.id);
    const auto data = data_files(DataHead{id, about.title, {}, about.date, about.digest}, units);
    for (std::size_t k = 0; k < data.size(); ++k)
      folder_.write("data/" + id + '/' + std::to_string(k) + ".js", data[k]);
  }

  PageNotes notes_of(const Law& law, std::uint32_t i, const std::vector<ReferenceRecord>& records,
                     const CitedUnits& cited, const std::vector<NormRow>& norms) const {
    PageNotes notes;
    std::map<std::string, std::vector<ReferenceRecord>> by_place;
    for (const ReferenceRecord& r : records) by_place[r.from].push_back(r);
    const LinkContext context{map_, law.id, options_.title_of};
    for (std::size_t p = 0; p < law.provisions.size() && !by_place.empty(); ++p) {
      const auto found = by_place.find(to_string(law.address(p)));
      if (found != by_place.end())
        notes.found[p] = links_of_references(law.provisions[p].text, found->second, context);
    }
    Beside beside;
    if (options_.commencements) add_commencement(beside, law, options_.commencements(i), context);
    for (const auto& [unit, citing] : cited) {
      const std::string anchor = percent_encoded(to_anchor(law.address(unit)));
      beside[unit].push_back(
          citing_part(citing, i, map_, kMostCiting, "cited/index.html#" + anchor));
    }
    if (options_.delegations) add_delegations(beside, law, options_.delegations(i), context);
    add_norms(beside, law, norms, "obligations/index.html");
    if (options_.penalties) add_penalties(beside, law, options_.penalties(i), context);
    add_variants(beside, law, variants_.of(i), context);
    if (options_.passages) add_passages(beside, passages_of_units(law));
    for (const auto& [unit, parts] : beside) notes.beside[unit] = render_beside(parts);
    return notes;
  }

  PassagesOfUnits passages_of_units(const Law& law) const {
    std::vector<std::size_t> units;
    std::vector<corpus::Address> addresses;
    for (std::size_t p = 0; p < law.provisions.size(); ++p) {
      if (!is_unit(law, p)) continue;
      units.push_back(p);
      addresses.push_back(law.address(p));
    }
    auto found = options_.passages(law, addresses);
    PassagesOfUnits out;
    for (std::size_t k = 0; k < found.size(); ++k) out[units[k]] = std::move(found[k]);
    return out;
  }

  void write_cited_page(const Law& law, std::uint32_t i, const CitedUnits& cited,
                        Templates& templates) {
    View view = page_view(options_, law.title + "を引用する条文", "../../../");
    view.values["law_title"] = map_.laws()[i].title;
    for (const auto& [unit, citing] : cited) {
      if (citing.size() <= kMostCiting) continue;
      const corpus::Address address = law.address(unit);
      view.lists["units"].push_back({{{"anchor", to_anchor(address)},
                                      {"name", to_japanese(address, corpus::NumberStyle::kanji)},
                                      {"count", std::to_string(citing.size())},
                                      {"list", render_citing_list(citing, i, map_, "../../../")}},
                                     {}});
    }
    if (!view.lists["units"].empty())
      folder_.write("law/" + law.id + "/cited/index.html", templates.page("cited", view));
  }

  void write_register(const Law& law, std::uint32_t i, const std::vector<NormRow>& norms,
                      Templates& templates) {
    if (norms.empty()) return;
    View view = page_view(options_, law.title + "の義務・権限", "../../../");
    view.values["register_page"] = "1";
    view.values["law_title"] = map_.laws()[i].title;
    view.values["count"] = std::to_string(norms.size());
    view.values["register"] = render_register(norms);
    for (const NormRow& row : norms) ++norm_counts_[i][row.modality];
    for (const auto& [modality, count] : norm_counts_[i]) {
      view.lists["modalities"].push_back({{{"value", modality},
                                           {"name", std::string(name_of_modality(modality)) + "（" +
                                                        std::to_string(count) + "）"}},
                                          {}});
    }
    folder_.write("law/" + law.id + "/obligations/index.html", templates.page("obligations", view));
  }

  View law_view(const Law& law, LawPage page) const {
    View view = page_view(options_, law.title, "../../");
    std::string amended_by = law.amended_by;
    if (!amended_by.empty() && options_.number_of) {
      if (auto number = options_.number_of(amended_by); !number.empty()) amended_by = number;
    }
    view.values.insert({{"law", "1"},
                        {"law_id", law.id},
                        {"law_title", render_title(law)},
                        {"number", law.number},
                        {"id", law.id},
                        {"promulgated", printed_date(law.promulgated)},
                        {"in_force", printed_date(law.revision)},
                        {"amended_by", amended_by},
                        {"kana", law.kana},
                        {"abbreviations", join(law.abbreviations, "、")},
                        {"egov", egov_url(law, {})},
                        {"digest", law.digest ? "1" : ""},
                        {"official", law.digest ? "" : "1"},
                        {"contents", std::move(page.contents)},
                        {"body", std::move(page.body)}});
    return view;
  }

  // The dates on hand, each with a comparison to the one before.
  void add_revisions(View& view, const Law& law, std::uint32_t i, Templates& templates) {
    if (!options_.revisions) return;
    const std::vector<Law> all = options_.revisions(i);
    if (all.size() < 2) return;
    View block{{}, {{"dates", {}}}};
    std::set<std::string> names;
    for (std::size_t k = 0; k < all.size(); ++k) {
      View row{
          {{"date", printed_date(all[k].revision)},
           {"here",
            all[k].revision == law.revision && all[k].amended_by == law.amended_by ? "1" : ""}},
          {}};
      if (k > 0) {
        const Comparison comparison = compare_laws(all[k - 1], all[k]);
        std::string name = all[k - 1].revision + '-' + all[k].revision;
        // Two laws may amend it on one day.
        for (int n = 2; !names.insert(name).second; ++n)
          name = all[k - 1].revision + '-' + all[k].revision + '-' + std::to_string(n);
        if (comparison.units == 0) {
          row.values["same"] = "1";
        } else {
          row.values["compare"] = name;
          View page = page_view(options_, law.title + "　新旧対照", "../../../../");
          page.values["law_title"] = map_.laws()[i].title;
          page.values["before"] = printed_date(all[k - 1].revision);
          page.values["after"] = printed_date(all[k].revision);
          page.values["count"] = std::to_string(comparison.units);
          page.values["pairs"] = comparison.html;
          folder_.write("law/" + law.id + "/compare/" + name + "/index.html",
                        templates.page("compare", page));
        }
      }
      block.lists["dates"].push_back(std::move(row));
    }
    view.lists["revisions"].push_back(std::move(block));
  }

  OutputFolder& folder_;
  std::size_t count_;
  const LoadLaw& load_;
  const SiteOptions& options_;
  std::size_t threads_;
  std::vector<std::unique_ptr<Templates>> templates_;
  LawMap map_;
  CitationGraph graph_;
  Variants variants_;
  StatusCounts statuses_;
  std::vector<StatusCounts> norm_counts_;  // by modality
  TermPages terms_;
  SearchIndex search_;
};

}  // namespace

SiteSummary write_site(const fs::path& out, std::size_t laws, const LoadLaw& load,
                       const SiteOptions& options) {
  const std::size_t threads = std::clamp<std::size_t>(options.threads, 1, std::max(laws, {1}));
  // Templates first: nothing is written when one of them is broken.
  const Templates check(options.resources / "templates");
  OutputFolder folder(out);
  SiteWriter(folder, laws, load, options, threads).write();
  const WriteCounts counts = folder.finish();
  return {laws, counts.files, counts.written, counts.removed, counts.bytes};
}

}  // namespace web
