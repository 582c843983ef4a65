// SPDX-License-Identifier: GPL-2.0-or-later
#include "web-static/obligations.h"

#include <algorithm>
#include <array>
#include <utility>

#include "corpus/address_text.h"
#include "indexer/norms/norms.h"
#include "web-static/html.h"

namespace web {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 5> kModalities = {
    {{"must", "義務"},
     {"must_not", "禁止"},
     {"may", "権限・許容"},
     {"endeavour", "努力義務"},
     {"shall_be", "とする"}}};

std::string join(const std::vector<norms::Phrase>& phrases) {
  std::string out;
  for (const norms::Phrase& phrase : phrases) {
    if (!out.empty()) out += "、";
    out += phrase.text;
  }
  return out;
}

std::string text_of(const std::optional<norms::Phrase>& phrase) {
  return phrase ? phrase->text : std::string{};
}

void append_fact(std::string& out, std::string_view name, const std::string& value) {
  if (!value.empty()) out += "　" + std::string(name) + "：" + escaped(value);
}

}  // namespace

std::string_view name_of_modality(std::string_view modality) {
  const auto* row = std::find_if(kModalities.begin(), kModalities.end(),
                                 [&](const auto& m) { return m.first == modality; });
  return row == kModalities.end() ? modality : row->second;
}

std::vector<NormRow> norm_rows(const corpus::Law& law) {
  std::vector<NormRow> out;
  for (const norms::Norm& norm : norms::find_norms(law)) {
    const corpus::Address address = law.address(norm.provision);
    out.push_back({norm.provision, to_anchor(address),
                   to_japanese(address, corpus::NumberStyle::kanji), join(norm.bearers),
                   std::string(to_string(norm.modality)), norm.act, text_of(norm.object),
                   join(norm.recipients), text_of(norm.trigger), text_of(norm.deadline),
                   text_of(norm.exception)});
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
      "class=\"register\"><thead><tr><th scope=\"col\">条文</th><th scope=\"col\">主体</th><th "
      "scope=\"col\">種類</th><th scope=\"col\">行為</th><th scope=\"col\">相手</th><th "
      "scope=\"col\">いつ・いつまで</th><th scope=\"col\">例外</th></tr></thead><tbody>\n";
  for (const NormRow& row : rows) {
    std::string when = row.trigger;
    if (!row.deadline.empty()) when += (when.empty() ? "" : "　") + row.deadline;
    out += "<tr data-m=\"" + row.modality + "\"><td><a href=\"../index.html#" +
           percent_encoded(row.anchor) + "\">" + escaped(row.place) + "</a></td><td>" +
           escaped(row.bearer) + "</td><td>" + std::string(name_of_modality(row.modality)) +
           "</td><td>" + escaped(row.object) + (row.object.empty() ? "" : "　") + escaped(row.act) +
           "</td><td>" + escaped(row.recipients) + "</td><td>" + escaped(when) + "</td><td>" +
           escaped(row.exception) + "</td></tr>\n";
  }
  return out + "</tbody></table></div>";
}

}  // namespace web
