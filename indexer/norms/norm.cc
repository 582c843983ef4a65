// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/norms/norm.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace norms {
namespace {

constexpr std::pair<Modality, std::string_view> kModalities[] = {
    {Modality::must, "must"},           {Modality::must_not, "must_not"}, {Modality::may, "may"},
    {Modality::endeavour, "endeavour"}, {Modality::shall_be, "shall_be"},
};

std::string join(const std::vector<Phrase>& phrases) {
  std::string out;
  for (const Phrase& p : phrases) out += (out.empty() ? "" : "・") + p.text;
  return out;
}

}  // namespace

std::string_view to_string(Modality modality) {
  return kModalities[static_cast<std::size_t>(modality)].second;
}

std::optional<Modality> parse_modality(std::string_view name) {
  const auto* row = std::find_if(std::begin(kModalities), std::end(kModalities),
                                 [&](const auto& m) { return m.second == name; });
  if (row == std::end(kModalities)) return std::nullopt;
  return row->first;
}

std::string_view to_string(Basis basis) {
  return basis == Basis::stated ? "stated" : basis == Basis::inherited ? "inherited" : "";
}

std::string to_string(const Norm& n) {
  std::string who = join(n.bearers);
  if (n.bearer_basis == Basis::inherited) who = '[' + who + ']';
  if (!n.recipients.empty()) who += "→" + join(n.recipients);
  std::string out = std::string(to_string(n.modality)) + ' ' + n.act;
  std::string roles = who;
  for (const auto* phrase : {&n.object, &n.trigger, &n.deadline, &n.manner, &n.exception}) {
    if (*phrase) roles += (roles.empty() ? "" : "; ") + (*phrase)->text;
  }
  return roles.empty() ? out : out + '(' + roles + ')';
}

}  // namespace norms
