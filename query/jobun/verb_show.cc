// SPDX-License-Identifier: GPL-2.0-or-later
#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "corpus/address_text.h"
#include "corpus/error.h"
#include "indexer/citations/law_structure.h"
#include "query/commencement_lookup.h"
#include "query/definitions.h"
#include "query/jobun/commencement_text.h"
#include "query/jobun/document_text.h"
#include "query/jobun/lookup.h"
#include "query/jobun/provision_html.h"
#include "query/jobun/provision_notes.h"
#include "query/jobun/provision_text.h"
#include "query/jobun/records.h"
#include "query/jobun/resources.h"
#include "query/jobun/terminal.h"
#include "query/jobun/verbs.h"

namespace jobun {
namespace {

struct Options {
  std::string address;
  std::string date;
  bool markdown = false;
  bool html = false;
  bool annotated = false;
  bool original = false;

  TextStyle style() const { return markdown ? TextStyle::markdown : TextStyle::terminal; }
};

constexpr std::size_t kMostPassages = 8;

// What a reader must know before the first word: which text this is, and whether it is in force.
std::vector<std::string> heading_of(const ShownProvisions& shown, const std::string& force,
                                    const indexer::KnowledgeBase& kb) {
  const corpus::Law& law = shown.law;
  std::string text;  // 2026-10-01施行
  if (!law.revision.empty()) {
    const bool dated = law.revision != corpus::kNoStartDate;
    text = dated ? to_iso_date(law.revision) + "施行" : "施行期日は決まっていません";
    if (law.revision > shown.date)
      text += "（" + to_iso_date(shown.date) + "にはまだ施行されていません）";
    for (const auto* entry : kb.revisions_of(law.id)->all()) {
      if (entry->revision > law.revision && entry->revision <= shown.date) {
        text += "（いまの本文ではありません。" + to_iso_date(entry->revision) + "に改正）";
        break;
      }
    }
  }
  return {law.title, law.number, text, force, law.digest ? "要旨（公式の条文ではありません）" : ""};
}

// A number that is skipped is often law that is not in force yet; one past the end is a slip.
std::string why_absent(const corpus::Law& law, const corpus::Address& address) {
  if (law.extract) {
    return "。手元の本文は一部の条だけの抜粋です（全文: " + egov_url(law, {.law_id = law.id}) +
           "）";
  }
  const citations::LawStructure structure(law);
  switch (structure.presence(address.path)) {
    case citations::Presence::gap:
      return "。前後の番号はあるので、公布されていてもまだ施行されていないのかもしれません（" +
             egov_url(law, {.law_id = law.id}) + "）";
    case citations::Presence::beyond: {
      const corpus::Segment article = address.path.front();
      if (article.kind != corpus::SegmentKind::article || law.find({article})) return {};
      const corpus::Address last{
          .law_id = law.id,
          .path = {{.kind = corpus::SegmentKind::article, .num = structure.last_article()}}};
      return "。最後の条は" + to_japanese(last, corpus::NumberStyle::kanji) + "です";
    }
    default:
      return {};
  }
}

// What is promulgated and starts later is worth reading too; the heading says that it is to come.
const citations::LawEntry* later_text(const corpus::AddressRange& range, const corpus::Law& law,
                                      const indexer::KnowledgeBase& kb) {
  if (!range.first.revision.empty() || law.revision.empty()) return nullptr;
  for (const auto* entry : kb.revisions_of(law.id)->all()) {
    if (entry->revision > law.revision && !find_provisions(kb.load(*entry), range).empty())
      return entry;
  }
  return nullptr;
}

// The terms used in the provision's own text, each once, and where they are defined.
Record terms_used(const query::TermsOfLaw& terms, std::size_t provision) {
  Record out = Record::array();
  std::vector<bool> listed(terms.definitions.size(), false);
  for (const definitions::TermUse& use : terms.uses) {
    if (use.provision != provision || listed[use.term]) continue;
    listed[use.term] = true;
    const definitions::DefinitionRecord& d = terms.definitions[use.term].record;
    out.push_back({{"term", d.term}, {"address", d.address}, {"definition", d.definition}});
  }
  return out;
}

Record references_from(std::size_t provision, const ShownProvisions& shown,
                       const std::vector<citations::ReferenceRecord>& references) {
  Record out = Record::array();
  const std::string address = to_string(shown.law.address(provision));
  for (const auto& r : references)
    if (r.from == address) out.push_back(reference_record(r));
  return out;
}

void print_json(const ShownProvisions& shown, const query::TermsOfLaw& terms,
                const indexer::KnowledgeBase& kb) {
  const bool whole = shown.part == corpus::Part::whole;
  const auto cited = cited_by_these(shown, kb);
  for (const std::size_t top : shown.provisions) {
    const std::size_t end = whole ? shown.law.provisions[top].end : top + 1;
    for (std::size_t i = top; i < end; ++i) {
      Record record = provision_record(shown.law, i);
      if (!whole) {
        record["address"] =
            record["address"].get<std::string>() + ':' + std::string(to_string(shown.part));
        record["part"] = to_string(shown.part);
        record["text"] = text_of_part(shown.law, i, shown.part);
      }
      record["definitions"] = terms_used(terms, i);
      record["references"] = references_from(i, shown, cited);
      record["egov"] = egov_url(shown.law, shown.law.address(i));
      if (i == top && !shown.range.first.is_law()) {
        record["cited_by"] = Record::array();
        for (const auto& r : citing_these(shown, kb))
          record["cited_by"].push_back({{"from", r.from}, {"text", r.text}, {"status", r.status}});
      }
      std::cout << to_line(record);
    }
  }
}

// The text in force on the day, or the later one that has the provision. Without `provisions` when
// no text on hand has it.
ShownProvisions find_shown(const corpus::AddressRange& range, const std::string& date,
                           const indexer::KnowledgeBase& kb) {
  ShownProvisions out{.entry = &choose_revision(range.first, date, kb),
                      .law = {},
                      .range = range,
                      .provisions = {},
                      .part = range.last ? corpus::Part::whole : range.first.part,
                      .date = date};
  out.law = kb.load(*out.entry);
  out.provisions = find_provisions(out.law, range);
  if (out.provisions.empty()) {
    if (const citations::LawEntry* later = later_text(range, out.law, kb)) {
      out.entry = later;
      out.law = kb.load(*later);
      out.provisions = find_provisions(out.law, range);
    }
  }
  if (out.part != corpus::Part::whole && !out.provisions.empty() &&
      text_of_part(out.law, out.provisions.front(), out.part).empty())
    out.provisions.clear();
  return out;
}

void report_absent(const ShownProvisions& shown, const std::string& force) {
  std::cerr << shown.law.title << "（" << to_iso_date(shown.law.revision) << "施行）に"
            << to_japanese(shown.range, corpus::NumberStyle::kanji) << "はありません"
            << why_absent(shown.law, shown.range.first) << '\n';
  if (!force.empty()) std::cerr << force << '\n';
}

void print_text(const ShownProvisions& shown, const std::vector<std::string>& heading,
                const std::vector<NoteGroup>& groups, TextStyle style) {
  std::cout << format_heading(heading, style);
  for (const std::size_t i : shown.provisions) {
    std::cout << (shown.part == corpus::Part::whole
                      ? format_provision(shown.law, i, style)
                      : format_text(text_of_part(shown.law, i, shown.part), style));
  }
  for (const NoteGroup& group : groups) std::cout << format_notes(group, style);
  std::cout << format_link(egov_url(shown.law, shown.range.first), style);
}

void show_provisions(const ShownProvisions& shown, const Options& options, bool json,
                     const std::string& force, const indexer::KnowledgeBase& kb) {
  const auto terms = query::terms_of_law(kb, *shown.entry, shown.law, shown.date);
  if (json) {
    print_json(shown, terms, kb);
    if (options.annotated)
      print_passages(query::find_passages(kb, shown.law, shown.range.first), kMostPassages);
    return;
  }
  const auto heading = heading_of(shown, force, kb);
  const auto groups = notes_on(shown, terms, kb, options.annotated);
  if (options.html)
    std::cout << to_html(shown, heading, groups, kb);
  else
    print_text(shown, heading, groups, options.style());
}

// `doc:…` is a paper's.
void show_paper(const Options& options, bool json, const indexer::KnowledgeBase& kb) {
  if (options.html)
    throw corpus::Error("文書はHTMLの断片では示せません", options.address,
                        "--markdown か jobun site をお使いください");
  if (options.original)
    show_original(kb, options.address);
  else
    show_document(kb, options.address, options.style(), json, options.annotated);
}

int run(const Session& session, const Options& options) {
  const auto kb = indexer::KnowledgeBase::open(session.kb.empty() ? default_kb() : session.kb);
  if (is_document_address(options.address)) {
    show_paper(options, session.json, kb);
    return kFound;
  }
  if (options.original)
    throw corpus::Error("--original は文書だけに使えます", options.address,
                        "doc:文書名 を指定してください");
  const std::string date = options.date.empty() ? citations::today() : parse_date(options.date);
  bool found = false;
  for (const corpus::AddressRange& range : read_addresses(options.address, kb)) {
    const ShownProvisions shown = find_shown(range, date, kb);
    const std::string force = commencement_line(
        query::find_commencement(kb, *shown.entry, shown.law, range.first, date), shown.law, kb);
    if (shown.provisions.empty()) {
      report_absent(shown, force);
      continue;
    }
    found = true;
    show_provisions(shown, options, session.json, force, kb);
  }
  return found ? kFound : kNothing;
}

}  // namespace

void add_show(CLI::App& program, Session& session) {
  CLI::App* verb = add_verb(program, session, "show", "条文を示します", true);
  auto options = std::make_shared<Options>();
  verb->add_option("ADDRESS", options->address,
                   "強化法5条1項 のような条番号、507AC0000000042/a5/p1、または文書の doc:名前#s3")
      ->required();
  verb->add_option("--on", options->date, "この日に施行されている条文（省くと今日）");
  auto* markdown = verb->add_flag("--markdown", options->markdown, "Markdownで示します");
  verb->add_flag("--html", options->html, "HTMLの断片で示します")->excludes(markdown);
  verb->add_flag("--annotated", options->annotated,
                 "その条文を論じる文書の箇所も（文書では条文の用語も）示します");
  verb->add_flag("--original", options->original, "文書を元のまま（バイト単位で）書き出します");
  verb->callback([&session, options] {
    session.run = [&session, options] { return run(session, *options); };
  });
}

}  // namespace jobun
