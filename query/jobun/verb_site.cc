// SPDX-License-Identifier: GPL-2.0-or-later
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <iostream>
#include <map>
#include <memory>
#include <thread>

#include "indexer/knowledge_base.h"
#include "query/commencement_lookup.h"
#include "query/definitions.h"
#include "query/jobun/resources.h"
#include "query/jobun/verbs.h"
#include "query/passages.h"
#include "web-static/site.h"

namespace jobun {
namespace {

struct Options {
  std::string out;
  unsigned jobs = 0;
};

std::string to_iso(const std::string& date) {
  return date.substr(0, 4) + '-' + date.substr(4, 2) + '-' + date.substr(6, 2);
}

web::PassageOnSite on_site(const query::Passage& p) {
  web::PassageOnSite out{.document = {},
                         .section = 0,
                         .title = p.document,
                         .date = p.date,
                         .heading = p.path.empty() ? std::string{} : p.path.back(),
                         .text = p.text};
  if (const auto at = prose::parse_document_address(p.address)) {
    out.document = at->id;
    out.section = at->section.value_or(0);
  }
  return out;
}

int run(const Session& session, const Options& options) {
  const auto kb = indexer::KnowledgeBase::open(session.kb.empty() ? default_kb() : session.kb);
  const std::string date = citations::today();
  std::vector<const citations::LawEntry*> laws;
  for (const auto& [id, revisions] : kb.revisions()) laws.push_back(&revisions.on(date));
  web::SiteOptions site{.resources = site_templates()};
  site.threads =
      options.jobs > 0 ? options.jobs : std::max(1U, std::thread::hardware_concurrency());
  site.number_of = [&kb](std::string_view id) {
    const auto row = kb.law_book().registry.by_id(id);
    return row ? std::string(kb.law_book().registry[*row].number) : std::string{};
  };
  site.title_of = [&kb](std::string_view id) { return kb.title_of(id); };
  site.references = [&](std::size_t i) { return kb.references(*laws[i]); };
  site.delegations = [&](std::size_t i) { return kb.delegations(*laws[i]); };
  site.definitions = [&](std::size_t i) { return kb.definitions(*laws[i]); };
  site.compare_terms = [](std::string_view a, std::string_view b) {
    query::SharedPart parts = query::compare_terms(a, b);
    return web::TermDifference{std::move(parts.own), std::move(parts.other), parts.likeness};
  };
  site.penalties = [&](std::size_t i) { return kb.penalties(*laws[i]); };
  const auto start_days = query::find_start_days(kb, date);
  site.commencements = [&](std::size_t i) {
    const auto days = start_days.find(laws[i]->id);
    return web::CommencementsOfLaw{
        kb.commencements(*laws[i]),
        days == start_days.end() ? std::vector<norms::StartDay>{} : days->second, to_iso(date)};
  };
  const auto papers = query::read_documents(kb);
  site.passages = [&](const corpus::Law& law, const std::vector<corpus::Address>& units) {
    std::vector<std::vector<web::PassageOnSite>> out;
    for (const auto& passages : query::find_passages(papers, law, units)) {
      out.emplace_back();
      for (const query::Passage& p : passages) out.back().push_back(on_site(p));
    }
    return out;
  };
  for (const prose::DocumentEntry& d : kb.documents()) {
    site.documents.push_back({{d.id, d.kind, d.title, d.date, d.digest},
                              d.source,
                              d.licence,
                              d.url,
                              [&kb, &d] { return kb.load(d); },
                              [&kb, &d] { return kb.references(d); }});
  }
  site.obligations = true;
  site.revisions = [&](std::size_t i) {
    std::vector<corpus::Law> all;
    const auto& entries = kb.revisions_of(laws[i]->id)->all();
    if (entries.size() < 2) return all;
    for (const citations::LawEntry* entry : entries) all.push_back(kb.load(*entry));
    return all;
  };
  std::map<std::string, std::string> nicknames;
  for (const corpus::Alias& alias : kb.law_book().aliases)
    nicknames[alias.law_id] += alias.name + ',';
  site.names = [&](std::size_t i) {
    const auto found = nicknames.find(laws[i]->id);
    return found == nicknames.end() ? std::string{} : found->second;
  };
  const auto summary = web::write_site(
      options.out, laws.size(), [&](std::size_t i) { return kb.load(*laws[i]); }, site);
  std::cout << fmt::format(
      "{}法令のサイトを {} に書きました（{}ファイル、うち新しく書いたもの{}、消したもの{}）\n",
      summary.laws, options.out, summary.files, summary.written, summary.removed);
  return kFound;
}

}  // namespace

void add_site(CLI::App& program, Session& session) {
  CLI::App* verb = add_verb(program, session, "site", "法令集を静的なHTMLのサイトにします", false);
  auto options = std::make_shared<Options>();
  verb->add_option("OUT_DIR", options->out, "書き出すフォルダ")->required();
  verb->add_option("--jobs", options->jobs, "同時に使うスレッドの数（省くとCPUの数）")
      ->check(CLI::Range(1, 256));
  verb->callback([&session, options] {
    session.run = [&session, options] { return run(session, *options); };
  });
}

}  // namespace jobun
