// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/jobun/records.h"

#include <algorithm>

#include "query/jobun/terminal.h"

namespace jobun {
namespace {

using enum corpus::SegmentKind;

constexpr std::pair<corpus::SegmentKind, std::string_view> kNames[] = {
    {enactment, "enactment"},
    {contents, "contents"},
    {preamble, "preamble"},
    {part, "part"},
    {chapter, "chapter"},
    {section, "section"},
    {subsection, "subsection"},
    {division, "division"},
    {article, "article"},
    {paragraph, "paragraph"},
    {item, "item"},
    {subitem, "subitem"},
    {suppl, "suppl"},
    {table, "table"},
    {form, "form"},
    {appendix, "appendix"},
};

// The parts the provision's sentences make, in their order: "main proviso".
std::string parts_of(const corpus::Provision& provision) {
  std::string out;
  corpus::Part last = corpus::Part::whole;
  for (const corpus::Sentence& sentence : provision.sentences) {
    if (sentence.part == corpus::Part::whole || sentence.part == last) continue;
    out += (out.empty() ? "" : " ") + std::string(to_string(sentence.part));
    last = sentence.part;
  }
  return out;
}

}  // namespace

std::string_view name_of(corpus::SegmentKind kind) {
  return std::find_if(std::begin(kNames), std::end(kNames),
                      [&](const auto& row) { return row.first == kind; })
      ->second;
}

Record provision_record(const corpus::Law& law, std::size_t provision) {
  const corpus::Provision& p = law.provisions[provision];
  Record record = {{"address", to_string(law.address(provision))},
                   {"law", law.title},
                   {"kind", name_of(p.segment.kind)},
                   {"num", p.num},
                   {"caption", p.caption},
                   {"part", parts_of(p)},
                   {"text", p.text},
                   {"law_id", law.id},
                   {"revision", law.revision},
                   {"text_kind", law.digest ? "digest" : "official"}};
  if (p.deleted) record["deleted"] = true;
  return record;
}

Record hit_record(const query::Hit& hit) {
  return {{"address", hit.address},
          {"law_id", hit.law_id},
          {"title", hit.title},
          {"caption", hit.caption},
          {"kind", hit.kind},
          {"score", hit.score},
          {"snippet", hit.snippet},
          {"matched", hit.matched},
          {"num", hit.num},
          {"revision", hit.revision},
          {"text_kind", hit.digest ? "digest" : "official"}};
}

Record reference_record(const citations::ReferenceRecord& r) {
  Record record = {
      {"from", r.from}, {"text", r.text},       {"start", r.span.begin},     {"end", r.span.end},
      {"form", r.form}, {"targets", r.targets}, {"status", r.status},        {"reason", r.reason},
      {"law", r.law},   {"purpose", r.purpose}, {"candidates", r.candidates}};
  record["replacements"] = Record::array();
  for (const auto& pair : r.replacements)
    record["replacements"].push_back({{"place", pair.place}, {"from", pair.from}, {"to", pair.to}});
  return record;
}

Record definition_record(const definitions::DefinitionRecord& r, std::string_view law_title) {
  return {{"address", r.address},   {"term", r.term},      {"definition", r.definition},
          {"form", r.form},         {"scope", r.scope},    {"imported_from", r.imported_from},
          {"uses", r.uses},         {"law", law_title},    {"start", r.term_span.begin},
          {"end", r.term_span.end}, {"related", r.related}};
}

Record delegation_record(const delegations::DelegationRecord& r) {
  return {{"from", r.from},     {"text", r.text},     {"instrument", r.instrument},
          {"to", r.to},         {"status", r.status}, {"address_of_power", r.address_of_power},
          {"issuer", r.issuer}, {"thing", r.thing},   {"start", r.span.begin},
          {"end", r.span.end},  {"reason", r.reason}, {"rule", r.rule},
          {"basis", r.basis},   {"side", r.side}};
}

std::string to_line(const Record& record) {
  return record.dump(-1, ' ', false, Record::error_handler_t::replace) + '\n';
}

}  // namespace jobun
