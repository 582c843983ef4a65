// SPDX-License-Identifier: GPL-2.0-or-later
#include "web-static/obligations.h"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "corpus/address_text.h"
#include "web-static/html.h"

namespace web {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 5> kModalities = {
    {{"must", "義務"},
     {"must_not", "禁止"},
     {"endeavour", "努力義務"},
     {"shall_be", "とする"},
     {"may", "権限・許容"}}};

std::string join(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) {
    if (!out.empty()) out += "、";
    out += word;
  }
  return out;
}

void append_fact(std::string& out, std::string_view name, const std::string& value) {
  if (!value.empty()) out += "　" + std::string(name) + "：" + escaped(value);
}

// Of a duty: a power is not sanctioned, whatever else its provision says.
std::vector<PenaltyOfNorm> penalties_of_row(const norms::NormRecord& norm,
                                            const corpus::Address& address,
                                            const std::vector<norms::Penalty>& penalties) {
  std::vector<PenaltyOfNorm> out;
  if (norm.modality != norms::Modality::must && norm.modality != norms::Modality::must_not)
    return out;
  for (const norms::Penalty& p : penalties) {
    if (p.norm.law_id != address.law_id || p.penalty.law_id != address.law_id ||
        !p.norm.contains(address))
      continue;
    std::string place = to_japanese(p.penalty, corpus::NumberStyle::kanji);
    const bool known = std::any_of(out.begin(), out.end(),
                                   [&](const PenaltyOfNorm& o) { return o.place == place; });
    if (!known) out.push_back({to_anchor(p.penalty), std::move(place), p.text});
  }
  return out;
}

std::string action_html(const NormRow& row) {
  return escaped(row.object) + (row.object.empty() ? "" : "　") + "<strong>" + escaped(row.act) +
         "</strong>";
}

std::string penalties_html(const NormRow& row) {
  std::string out;
  for (const PenaltyOfNorm& p : row.penalties) {
    out += "<p><a href=\"../index.html#" + percent_encoded(p.anchor) + "\">" + escaped(p.place) +
           "</a>" + (p.words.empty() ? "" : "　" + escaped(p.words)) + "</p>";
  }
  return out;
}

}  // namespace

std::vector<std::string_view> modalities() {
  std::vector<std::string_view> out;
  for (const auto& [key, name] : kModalities) out.push_back(key);
  return out;
}

std::string_view name_of_modality(std::string_view modality) {
  const auto* row = std::find_if(kModalities.begin(), kModalities.end(),
                                 [&](const auto& m) { return m.first == modality; });
  return row == kModalities.end() ? modality : row->second;
}

std::vector<NormRow> norm_rows(const corpus::Law& law, const std::vector<norms::NormRecord>& norms,
                               const std::vector<norms::Penalty>& penalties) {
  std::vector<NormRow> out;
  for (const norms::NormRecord& norm : norms) {
    const auto address = corpus::parse_address(norm.address);
    const auto provision = address ? law.find(address->path) : std::nullopt;
    if (!provision) continue;
    out.push_back({*provision, to_anchor(*address),
                   to_japanese(*address, corpus::NumberStyle::kanji), join(norm.bearers),
                   std::string(to_string(norm.modality)), norm.act, norm.object,
                   join(norm.recipients), norm.trigger, norm.deadline, norm.exception,
                   penalties_of_row(norm, *address, penalties)});
  }
  return out;
}

std::string norm_sentence(const NormRow& row) {
  std::string out = "<a href=\"#" + percent_encoded(row.anchor) + "\">" + escaped(row.place) +
                    "</a>　" + (row.bearer.empty() ? "（主体の記載なし）" : escaped(row.bearer)) +
                    "　<strong>" + std::string(name_of_modality(row.modality)) + "</strong>　";
  if (!row.object.empty()) out += escaped(row.object) + "　";
  out += escaped(row.act);
  append_fact(out, "相手", row.recipients);
  append_fact(out, "期限", row.deadline);
  return out;
}

std::string render_register(const std::vector<NormRow>& rows) {
  std::string out =
      "<div class=\"table\" role=\"region\" aria-label=\"義務・権限の一覧\" tabindex=\"0\"><table "
      "class=\"register\"><thead><tr>";
  for (const std::string_view name :
       {"条文", "主体", "種類", "行為", "相手", "いつ・いつまで", "例外", "罰則"})
    out += "<th scope=\"col\">" + std::string(name) + "</th>";
  out += "</tr></thead><tbody>\n";
  for (const NormRow& row : rows) {
    std::string when = row.trigger;
    if (!row.deadline.empty()) when += (when.empty() ? "" : "　") + row.deadline;
    out += "<tr data-m=\"" + row.modality + "\" data-b=\"" + escaped(row.bearer) +
           "\"><td><a href=\"../index.html#" + percent_encoded(row.anchor) + "\">" +
           escaped(row.place) + "</a></td><td>" + escaped(row.bearer) + "</td><td>" +
           std::string(name_of_modality(row.modality)) + "</td><td>" + action_html(row) +
           "</td><td>" + escaped(row.recipients) + "</td><td>" + escaped(when) + "</td><td>" +
           escaped(row.exception) + "</td><td>" + penalties_html(row) + "</td></tr>\n";
  }
  return out + "</tbody></table></div>";
}

std::vector<BearerCount> bearers_of(const std::vector<NormRow>& rows) {
  std::map<std::string, std::size_t> counts;
  for (const NormRow& row : rows) {
    if (!row.bearer.empty()) ++counts[row.bearer];
  }
  std::vector<BearerCount> out;
  for (const auto& [bearer, count] : counts) out.push_back({bearer, count});
  std::stable_sort(out.begin(), out.end(),
                   [](const BearerCount& a, const BearerCount& b) { return a.count > b.count; });
  return out;
}

}  // namespace web
