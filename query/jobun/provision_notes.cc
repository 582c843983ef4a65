// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/jobun/provision_notes.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "corpus/address_text.h"
#include "query/citing.h"
#include "query/jobun/definition_text.h"
#include "query/jobun/delegation_view.h"
#include "query/jobun/document_text.h"
#include "query/jobun/reference_text.h"
#include "query/passages.h"

namespace jobun {
namespace {

constexpr std::size_t kMostCited = 20;
constexpr std::size_t kMostCiting = 10;
constexpr std::size_t kMostPassages = 8;

using citations::ReferenceRecord;
using indexer::KnowledgeBase;

bool is_in(const std::string& address, const ShownProvisions& shown) {
  const auto place = corpus::parse_address(address);
  if (!place || place->law_id != shown.law.id) return false;
  return std::any_of(shown.provisions.begin(), shown.provisions.end(),
                     [&](std::size_t i) { return shown.law.address(i).contains(*place); });
}

void shorten(NoteGroup& group, std::size_t most, std::string_view where) {
  if (group.notes.size() <= most) return;
  group.more = fmt::format("ほかに{}件（{}）", group.notes.size() - most, where);
  group.notes.resize(most);
}

// Each term once, in the order of its first use.
NoteGroup terms_in(const ShownProvisions& shown, const query::TermsOfLaw& terms,
                   const KnowledgeBase& kb) {
  NoteGroup out{.title = "用語", .notes = {}, .more = {}};
  std::vector<bool> listed(terms.definitions.size(), false);
  for (const definitions::TermUse& use : terms.uses) {
    const bool here =
        std::any_of(shown.provisions.begin(), shown.provisions.end(), [&](std::size_t p) {
          return p <= use.provision && use.provision < shown.law.provisions[p].end;
        });
    if (!here || listed[use.term]) continue;
    listed[use.term] = true;
    out.notes.push_back(describe_term(terms.definitions[use.term], kb, shown.law.id));
  }
  return out;
}

// Each target once, by the words that cite it first.
NoteGroup cited(const ShownProvisions& shown, const KnowledgeBase& kb) {
  NoteGroup out{.title = "ここから引用する条文", .notes = {}, .more = {}};
  for (const ReferenceRecord& r : cited_by_these(shown, kb)) {
    std::string words = describe(r, kb, shown.law.id);
    if (std::find(out.notes.begin(), out.notes.end(), words) == out.notes.end())
      out.notes.push_back(std::move(words));
  }
  shorten(out, kMostCited, "jobun refs --out");
  return out;
}

NoteGroup citing(const ShownProvisions& shown, const KnowledgeBase& kb) {
  NoteGroup out{.title = "ここを引用する条文", .notes = {}, .more = {}};
  for (const ReferenceRecord& r : citing_these(shown, kb)) {
    const auto from = corpus::parse_address(r.from);
    if (!from) continue;  // papers have their own group
    const std::string law = from->law_id == shown.law.id ? "" : kb.title_of(from->law_id);
    std::string place = to_japanese(*from, corpus::NumberStyle::kanji, law);
    if (std::find(out.notes.begin(), out.notes.end(), place) == out.notes.end())
      out.notes.push_back(std::move(place));
  }
  shorten(out, kMostCiting, "jobun refs --in");
  return out;
}

NoteGroup passages(const ShownProvisions& shown, const KnowledgeBase& kb) {
  NoteGroup out{.title = {}, .notes = {}, .more = {}};
  for (const query::Passage& p : query::find_passages(kb, shown.law, shown.range.first)) {
    std::string place = p.document + (p.date.empty() ? "" : "（" + document_date(p.date) + "）");
    for (const std::string& heading : p.path) place += " › " + heading;
    out.notes.push_back(place + "：" + p.text + "［" + p.address + "］");
  }
  out.title = fmt::format("ここを論じる文書（{}か所）", out.notes.size());
  shorten(out, kMostPassages, "jobun refs --in");
  return out;
}

}  // namespace

std::vector<ReferenceRecord> cited_by_these(const ShownProvisions& shown, const KnowledgeBase& kb) {
  auto out = kb.references(*shown.entry);
  std::erase_if(out, [&](const ReferenceRecord& r) { return !is_in(r.from, shown); });
  return out;
}

std::vector<ReferenceRecord> citing_these(const ShownProvisions& shown, const KnowledgeBase& kb) {
  std::vector<ReferenceRecord> out;
  for (const std::size_t i : shown.provisions) {
    auto found = query::find_citing(kb, shown.law.address(i), shown.date);
    std::erase_if(found, [&](const ReferenceRecord& r) { return is_in(r.from, shown); });
    std::move(found.begin(), found.end(), std::back_inserter(out));
  }
  return out;
}

std::vector<NoteGroup> notes_on(const ShownProvisions& shown, const query::TermsOfLaw& terms,
                                const KnowledgeBase& kb, bool with_passages) {
  std::vector<NoteGroup> out;
  if (!shown.range.first.is_law()) {
    out.push_back(terms_in(shown, terms, kb));
    out.push_back(cited(shown, kb));
    out.push_back({"委任を受ける規定", orders_of(shown.range, shown.date, kb), {}});
    out.push_back(citing(shown, kb));
  }
  if (with_passages) out.push_back(passages(shown, kb));
  std::erase_if(out, [](const NoteGroup& group) { return group.notes.empty(); });
  return out;
}

}  // namespace jobun
