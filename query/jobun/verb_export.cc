// SPDX-License-Identifier: GPL-2.0-or-later
#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>

#include "query/jobun/lookup.h"
#include "query/jobun/records.h"
#include "query/jobun/resources.h"
#include "query/jobun/table_output.h"
#include "query/jobun/terminal.h"
#include "query/jobun/verbs.h"

namespace jobun {
namespace {

struct Options {
  std::string what;
  std::string law;
  std::string date;
  std::string format = "jsonl";
};

// A delegation stands in the table of the law that leaves it and in those of the orders that fill
// it. Over all laws each is written once; of one law, both what it leaves and what it fills.
void write_delegations(const std::vector<delegations::DelegationRecord>& records, bool one_law,
                       RecordWriter& writer) {
  for (const auto& r : records) {
    if (one_law || r.side == "gives" || r.status == "outside") writer.write(delegation_record(r));
  }
}

void write_norms(const indexer::KnowledgeBase& kb, const citations::LawEntry& entry,
                 query::NormLinker& linker, RecordWriter& writer) {
  for (const norms::NormRecord& norm : kb.norms(entry)) {
    const std::string sentence = linker.sentence(entry, norm);
    if (!sentence.empty())
      writer.write(norm_record(norm, entry, sentence, linker.links(entry, norm)));
  }
}

int run(const Session& session, const Options& options) {
  const auto kb = indexer::KnowledgeBase::open(session.kb.empty() ? default_kb() : session.kb);
  const std::string date = options.date.empty() ? citations::today() : parse_date(options.date);
  const std::string only = options.law.empty() ? "" : read_law_id(options.law, kb);
  if (!only.empty()) choose_revision({.law_id = only}, date, kb);  // not on hand: say so
  query::NormLinker linker(kb, date);
  RecordWriter writer(std::cout, parse_format(options.format));
  for (const auto& [id, revisions] : kb.revisions()) {
    if (!only.empty() && id != only) continue;
    if (options.what == "refs") {
      for (const auto& reference : kb.references(revisions.on(date)))
        writer.write(reference_record(reference));
      continue;
    }
    if (options.what == "definitions") {
      for (const auto& definition : kb.definitions(revisions.on(date))) {
        if (!definition.inherits())
          writer.write(definition_record(definition, revisions.on(date).title));
      }
      continue;
    }
    if (options.what == "delegations") {
      write_delegations(kb.delegations(revisions.on(date)), !only.empty(), writer);
      continue;
    }
    if (options.what == "obligations") {
      write_norms(kb, revisions.on(date), linker, writer);
      continue;
    }
    const corpus::Law law = kb.load(revisions.on(date));
    for (std::size_t i = 0; i < law.provisions.size(); ++i) writer.write(provision_record(law, i));
  }
  return writer.count() > 0 ? kFound : kNothing;
}

}  // namespace

void add_export(CLI::App& program, Session& session) {
  CLI::App* verb = add_verb(program, session, "export",
                            "知識ベースの中身を、ほかのプログラムのために書き出します", false);
  auto options = std::make_shared<Options>();
  verb->add_option("WHAT", options->what,
                   "書き出すもの: provisions（条文）、refs（参照）、definitions（定義）、"
                   "delegations（委任）、obligations（義務・権限）")
      ->required()
      ->check(CLI::IsMember({"provisions", "refs", "definitions", "delegations", "obligations"}));
  verb->add_option("--law", options->law, "この法令だけ（法令名・略称・法令番号・法令ID）");
  verb->add_option("--on", options->date, "この日に施行されている条文（省くと今日）");
  verb->add_option("--format", options->format, "形式")
      ->check(CLI::IsMember({"jsonl", "csv", "tsv"}));
  verb->callback([&session, options] {
    session.run = [&session, options] { return run(session, *options); };
  });
}

}  // namespace jobun
