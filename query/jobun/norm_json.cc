// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/jobun/records.h"

namespace jobun {
namespace {

std::string join(const std::vector<std::string>& names) {
  std::string out;
  for (const std::string& name : names) out += (out.empty() ? "" : ";") + name;
  return out;
}

// Only the definitions there are; the bearers' order.
std::string definitions_of(const query::NormLinks& links) {
  std::vector<std::string> known = links.bearer_definitions;
  std::erase(known, "");
  return join(known);
}

Record penalties_record(const query::NormLinks& links) {
  Record out = Record::array();
  for (const norms::Penalty& p : links.penalties) {
    out.push_back({{"address", to_string(p.penalty)},
                   {"penalty", p.text},
                   {"kind", to_string(p.kind)},
                   {"how", to_string(p.how)}});
  }
  return out;
}

Record delegations_record(const query::NormLinks& links) {
  Record out = Record::array();
  for (const delegations::DelegationRecord& d : links.delegations) {
    out.push_back(
        {{"text", d.text}, {"instrument", d.instrument}, {"to", d.to}, {"status", d.status}});
  }
  return out;
}

Record detail_record(const query::NormLinks& links) {
  Record out = Record::array();
  for (const query::NormDetail& d : links.details) {
    out.push_back({{"address", to_string(d.address)},
                   {"deadline", d.deadline},
                   {"form", join(d.forms)},
                   {"items", d.items},
                   {"exemption", d.exemption}});
  }
  return out;
}

Record variants_record(const query::NormLinks& links, norms::DeemedKind kind) {
  Record out = Record::array();
  for (const query::NormVariant& v : links.variants) {
    if (v.kind != kind) continue;
    Record record = {{"address", to_string(v.basis)},
                     {"kind", to_string(v.kind)},
                     {"basis", "derived"},
                     {"condition", v.condition},
                     {"text", v.text}};
    if (!v.deadline.empty()) record["deadline"] = v.deadline;
    out.push_back(std::move(record));
  }
  return out;
}

Record answer_record(const norms::CommencementAnswer& a, std::string_view state) {
  Record out = {{"state", state}, {"date", a.date}, {"basis", to_string(a.basis)}};
  if (!a.latest.empty()) out["latest"] = a.latest;
  if (!a.law_date.empty()) out["law_date"] = a.law_date;
  if (!a.dated.law_id.empty()) out["dated_by"] = to_string(a.dated);
  if (a.partly) out["partly"] = true;
  return out;
}

Record force_record(const query::NormForce& force) {
  if (force.answers.empty())
    return {{"state", to_string(force.state)}, {"date", ""}, {"basis", ""}};
  Record out = answer_record(force.answers.front(), to_string(force.state));
  if (force.answers.size() < 2) return out;
  // Parts of it begin on other days: none of them is the day.
  out = {
      {"state", to_string(force.state)}, {"date", ""}, {"basis", ""}, {"parts", Record::array()}};
  for (const auto& a : force.answers) out["parts"].push_back(answer_record(a, to_string(a.state)));
  return out;
}

}  // namespace

Record norm_record(const norms::NormRecord& n, const citations::LawEntry& law,
                   std::string_view text, const query::NormLinks& links) {
  return {{"address", n.address},
          {"law", law.title},
          {"bearer", join(n.bearers)},
          {"modality", to_string(n.modality)},
          {"act", n.act},
          {"object", n.object},
          {"recipients", n.recipients},
          {"trigger", n.trigger},
          {"deadline", n.deadline},
          {"manner", n.manner},
          {"exception", n.exception},
          {"delegations", delegations_record(links)},
          {"penalties", penalties_record(links)},
          {"text", text},
          {"bearers", n.bearers},
          {"bearer_basis", n.bearer_basis},
          {"bearer_definition", definitions_of(links)},
          {"in_force", force_record(links.force)},
          {"detail", detail_record(links)},
          {"variants", variants_record(links, norms::DeemedKind::replaced)},
          {"applied_by", variants_record(links, norms::DeemedKind::applied)},
          {"start", n.sentence.begin},
          {"end", n.sentence.end},
          {"law_id", law.id},
          {"revision", law.revision}};
}

}  // namespace jobun
