// SPDX-License-Identifier: GPL-2.0-or-later
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <iostream>
#include <map>
#include <memory>
#include <set>
#include <thread>

#include "indexer/knowledge_base.h"
#include "query/commencement_lookup.h"
#include "query/definitions.h"
#include "query/jobun/records.h"
#include "query/jobun/resources.h"
#include "query/jobun/terminal.h"
#include "query/jobun/verbs.h"
#include "query/passages.h"
#include "web-static/site.h"

namespace jobun {
namespace {

using citations::LawEntry;
using indexer::KnowledgeBase;
using Laws = std::vector<const LawEntry*>;

struct Options {
  std::string out;
  std::string date;
  unsigned jobs = 0;
};

// The revision of each law in force on that day.
Laws laws_on(const KnowledgeBase& kb, const std::string& date) {
  Laws out;
  for (const auto& [id, revisions] : kb.revisions()) out.push_back(&revisions.on(date));
  return out;
}

// What was found in each law, asked for while its page is written.
void add_findings(web::SiteOptions& site, const KnowledgeBase& kb, const Laws& laws) {
  site.references = [&](std::size_t i) { return kb.references(*laws[i]); };
  site.delegations = [&](std::size_t i) { return kb.delegations(*laws[i]); };
  site.definitions = [&](std::size_t i) { return kb.definitions(*laws[i]); };
  site.penalties = [&](std::size_t i) { return kb.penalties(*laws[i]); };
  site.obligations = [&](std::size_t i) { return kb.norms(*laws[i]); };
  site.deemed = [&](std::size_t i) { return kb.deemed(*laws[i]); };
  site.compare_terms = [](std::string_view a, std::string_view b) {
    query::SharedPart parts = query::compare_terms(a, b);
    return web::TermDifference{std::move(parts.own), std::move(parts.other), parts.likeness};
  };
  site.commencements = [&kb, &laws, date = site.date,
                        days = query::find_start_days(kb, site.date)](std::size_t i) {
    const auto found = days.find(laws[i]->id);
    return web::CommencementsOfLaw{
        kb.commencements(*laws[i]),
        found == days.end() ? std::vector<norms::StartDay>{} : found->second, to_iso_date(date)};
  };
}

void add_revisions(web::SiteOptions& site, const KnowledgeBase& kb, const Laws& laws) {
  site.revisions = [&](std::size_t i) {
    std::vector<corpus::Law> all;
    const auto& entries = kb.revisions_of(laws[i]->id)->all();
    if (entries.size() < 2) return all;
    for (const LawEntry* entry : entries) all.push_back(kb.load(*entry));
    return all;
  };
}

void add_names(web::SiteOptions& site, const KnowledgeBase& kb, const Laws& laws) {
  site.number_of = [&kb](std::string_view id) {
    const auto row = kb.law_book().registry.by_id(id);
    return row ? std::string(kb.law_book().registry[*row].number) : std::string{};
  };
  site.title_of = [&kb](std::string_view id) { return kb.title_of(id); };
  std::map<std::string, std::vector<std::string>> nicknames;
  for (const corpus::Alias& alias : kb.law_book().aliases)
    nicknames[alias.law_id].push_back(alias.name);
  site.names = [&laws, nicknames = std::move(nicknames)](std::size_t i) {
    const auto found = nicknames.find(laws[i]->id);
    return found == nicknames.end() ? std::vector<std::string>{} : found->second;
  };
}

web::PassageOnSite on_site(const query::Passage& p) {
  web::PassageOnSite out{.document = {},
                         .section = 0,
                         .title = p.document,
                         .date = p.date,
                         .heading = p.path.empty() ? std::string{} : p.path.back(),
                         .text = p.text,
                         .cited = !p.references.empty()};
  if (const auto at = prose::parse_document_address(p.address)) {
    out.document = at->id;
    out.section = at->section.value_or(0);
  }
  return out;
}

// Strategy papers and commentary, and what they say of each provision.
void add_papers(web::SiteOptions& site, const KnowledgeBase& kb) {
  site.passages = [papers = query::read_documents(kb)](const corpus::Law& law,
                                                       const std::vector<corpus::Address>& units) {
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
                              [&kb, &d] { return kb.references(d); },
                              [&kb, &d] { return kb.document_terms(d); }});
  }
}

void add_sources(web::SiteOptions& site, const KnowledgeBase& kb, const Laws& laws) {
  std::set<std::string> seen;
  for (const LawEntry* law : laws) {
    if (law->source.empty() || !seen.insert(law->source).second) continue;
    const bool egov = law->source.find("e-Gov") != std::string::npos;
    site.sources.push_back(
        {"条文　" + law->source, egov ? "https://laws.e-gov.go.jp/" : "", {}, {}});
  }
  for (const prose::DocumentEntry& d : kb.documents()) {
    if (!d.source.empty() || !d.url.empty())
      site.sources.push_back(
          {d.title + (d.source.empty() ? "" : "　" + d.source), d.url, d.licence, d.retrieved});
  }
}

int run(const Session& session, const Options& options) {
  const auto kb = KnowledgeBase::open(session.kb.empty() ? default_kb() : session.kb);
  web::SiteOptions site{.resources = site_templates()};
  site.date = options.date.empty() ? citations::today() : parse_date(options.date);
  site.threads =
      options.jobs > 0 ? options.jobs : std::max(1U, std::thread::hardware_concurrency());
  const Laws laws = laws_on(kb, site.date);
  add_findings(site, kb, laws);
  add_revisions(site, kb, laws);
  add_names(site, kb, laws);
  add_papers(site, kb);
  add_sources(site, kb, laws);
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
  verb->add_option("--on", options->date, "この日に施行されている条文（省くと今日）");
  verb->add_option("--jobs", options->jobs, "同時に使うスレッドの数（省くとCPUの数）")
      ->check(CLI::Range(1, 256));
  verb->callback([&session, options] {
    session.run = [&session, options] { return run(session, *options); };
  });
}

}  // namespace jobun
