// SPDX-License-Identifier: GPL-2.0-or-later
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>
#include <optional>
#include <utility>

#include "corpus/address_text.h"
#include "corpus/error.h"
#include "indexer/citations/law_structure.h"
#include "query/commencement_lookup.h"
#include "query/definitions.h"
#include "query/jobun/commencement_text.h"
#include "query/jobun/definition_text.h"
#include "query/jobun/delegation_view.h"
#include "query/jobun/document_text.h"
#include "query/jobun/lookup.h"
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
};

constexpr std::size_t kMostPassages = 8;

// What a reader must know before the first word: which text this is, and whether it is in force.
struct Heading {
  std::string title;
  std::string number;
  std::string force;  // 2026-10-01施行
  std::string digest;
  std::string link;
};

Heading heading_of(const corpus::Law& law, const corpus::Address& address,
                   const citations::Revisions& revisions, const std::string& date) {
  Heading h{.title = law.title,
            .number = law.number,
            .force = {},
            .digest = {},
            .link = egov_url(law, address)};
  const std::string today = date.empty() ? citations::today() : date;
  if (!law.revision.empty()) {
    const bool dated = law.revision != corpus::kNoStartDate;
    h.force = dated ? to_iso_date(law.revision) + "施行" : "施行期日は決まっていません";
    if (law.revision > today) h.force += "（" + to_iso_date(today) + "にはまだ施行されていません）";
    for (const auto* entry : revisions.all()) {
      if (entry->revision > law.revision && entry->revision <= today) {
        h.force += "（いまの本文ではありません。" + to_iso_date(entry->revision) + "に改正）";
        break;
      }
    }
  }
  if (law.digest) h.digest = "要旨（公式の条文ではありません）";
  return h;
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

void print_json(const corpus::Law& law, const std::vector<std::size_t>& provisions,
                corpus::Part part, const query::TermsOfLaw& terms) {
  for (const std::size_t top : provisions) {
    const std::size_t end = part == corpus::Part::whole ? law.provisions[top].end : top + 1;
    for (std::size_t i = top; i < end; ++i) {
      Record record = provision_record(law, i);
      if (part != corpus::Part::whole) {
        record["address"] =
            record["address"].get<std::string>() + ':' + std::string(to_string(part));
        record["part"] = to_string(part);
        record["text"] = text_of_part(law, i, part);
      }
      record["definitions"] = terms_used(terms, i);
      record["egov"] = egov_url(law, law.address(i));
      std::cout << to_line(record);
    }
  }
}

// The terms used in the provisions, each once, with what they mean there.
std::string describe_terms(const indexer::KnowledgeBase& kb, const corpus::Law& law,
                           const citations::LawEntry& entry,
                           const std::vector<std::size_t>& provisions, std::string_view date) {
  const auto terms = query::terms_of_law(kb, entry, law, date);
  std::vector<bool> listed(terms.definitions.size(), false);
  std::string out;
  for (const definitions::TermUse& use : terms.uses) {
    const bool here = std::any_of(provisions.begin(), provisions.end(), [&](std::size_t p) {
      return p <= use.provision && use.provision < law.provisions[p].end;
    });
    if (!here || listed[use.term]) continue;
    listed[use.term] = true;
    out += describe_term(terms.definitions[use.term], kb, law.id);
  }
  return out;
}

int run(const Session& session, const Options& options) {
  const auto kb = indexer::KnowledgeBase::open(session.kb.empty() ? default_kb() : session.kb);
  const std::string date = options.date.empty() ? "" : parse_date(options.date);
  const TextStyle style = options.markdown ? TextStyle::markdown : TextStyle::terminal;
  if (is_document_address(options.address)) {
    if (options.original)
      show_original(kb, options.address);
    else
      show_document(kb, options.address, style, session.json, options.annotated);
    return kFound;
  }
  if (options.original)
    throw corpus::Error("--original は文書だけに使えます", options.address,
                        "doc:文書名 を指定してください");
  bool found = false;
  for (const corpus::AddressRange& range : read_addresses(options.address, kb)) {
    const std::string on = date.empty() ? citations::today() : date;
    const citations::LawEntry* entry = &choose_revision(range.first, on, kb);
    corpus::Law law = kb.load(*entry);
    auto provisions = find_provisions(law, range);
    if (provisions.empty()) {
      if (const citations::LawEntry* later = later_text(range, law, kb)) {
        entry = later;
        law = kb.load(*entry);
        provisions = find_provisions(law, range);
      }
    }
    const corpus::Part part = range.last ? corpus::Part::whole : range.first.part;
    const bool no_such_part = part != corpus::Part::whole && !provisions.empty() &&
                              text_of_part(law, provisions.front(), part).empty();
    if (provisions.empty() || no_such_part) {
      std::cerr << law.title << "（" << to_iso_date(law.revision) << "施行）に"
                << to_japanese(range, corpus::NumberStyle::kanji) << "はありません"
                << why_absent(law, range.first) << '\n';
      const std::string force =
          commencement_line(query::find_commencement(kb, *entry, law, range.first, on), law, kb);
      if (!force.empty()) std::cerr << force << '\n';
      continue;
    }
    found = true;
    if (session.json) {
      print_json(law, provisions, part, query::terms_of_law(kb, *entry, law, on));
      if (options.annotated)
        print_passages(query::find_passages(kb, law, range.first), kMostPassages, style, true);
      continue;
    }
    const Heading h = heading_of(law, range.first, *kb.revisions_of(law.id), date);
    const std::string force =
        commencement_line(query::find_commencement(kb, *entry, law, range.first, on), law, kb);
    std::cout << format_heading({h.title, h.number, h.force, force, h.digest}, style);
    for (const std::size_t i : provisions) {
      std::cout << (part == corpus::Part::whole ? format_provision(law, i, style)
                                                : format_text(text_of_part(law, i, part), style));
    }
    const std::string terms =
        range.first.is_law() || options.html ? "" : describe_terms(kb, law, *entry, provisions, on);
    if (!terms.empty())
      std::cout << '\n' << (style == TextStyle::markdown ? "### 用語\n\n" : "用語\n") << terms;
    if (!options.html && part == corpus::Part::whole) std::cout << format_orders(range, on, kb);
    if (options.annotated)
      print_passages(query::find_passages(kb, law, range.first), kMostPassages, style, false);
    std::cout << format_link(h.link, style);
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
