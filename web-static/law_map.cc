// SPDX-License-Identifier: GPL-2.0-or-later
#include "web-static/law_map.h"

#include <algorithm>

#include "web-static/render.h"

namespace web {
namespace {

using corpus::Address;
using corpus::Segment;

std::uint64_t hash_of(std::string_view anchor) {
  std::uint64_t hash = 14695981039346656037U;  // FNV-1a
  for (const char c : anchor) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211U;
  return hash;
}

// The members of a deleted run a3:5 as addresses of their own.
void add_run(LawOnSite& law, const Address& address) {
  const Segment& run = address.path.back();
  if (run.last.empty() || run.last.n[0] < run.num.n[0]) return;
  for (std::uint32_t n = run.num.n[0]; n <= run.last.n[0]; ++n) {
    Address member = address;
    member.path.back().last = {};
    member.path.back().num = corpus::Ordinal(static_cast<std::uint16_t>(n));
    law.renamed.emplace_back(hash_of(to_anchor(member)), to_anchor(address));
  }
}

std::optional<std::string> anchor_in(const LawOnSite& law, const Address& address) {
  std::string anchor = to_anchor(address);
  const std::uint64_t hash = hash_of(anchor);
  if (std::binary_search(law.anchors.begin(), law.anchors.end(), hash)) return anchor;
  const auto renamed = std::find_if(law.renamed.begin(), law.renamed.end(),
                                    [&](const auto& r) { return r.first == hash; });
  if (renamed != law.renamed.end()) return renamed->second;
  return {};
}

}  // namespace

LawOnSite on_site(const corpus::Law& law) {
  LawOnSite out;
  out.type = law.type;
  out.id = law.id;
  out.title = law.title.empty() ? law.number : law.title;
  out.number = law.number;
  out.kana = law.kana;
  out.abbreviations = law.abbreviations;
  out.revision = law.revision;
  out.digest = law.digest;
  out.anchors.reserve(law.provisions.size());
  for (std::size_t i = 0; i < law.provisions.size(); ++i) {
    Address address = law.address(i);
    out.anchors.push_back(hash_of(to_anchor(address)));
    add_run(out, address);
    for (const corpus::Part part : parts_of(law.provisions[i])) {
      address.part = part;
      out.anchors.push_back(hash_of(to_anchor(address)));
    }
  }
  std::sort(out.anchors.begin(), out.anchors.end());
  return out;
}

LawMap::LawMap(std::vector<LawOnSite> laws) : laws_(std::move(laws)) {
  for (std::uint32_t i = 0; i < laws_.size(); ++i) by_id_.emplace(laws_[i].id, i);
}

std::optional<std::uint32_t> LawMap::find(std::string_view law_id) const {
  const auto found = by_id_.find(std::string(law_id));
  if (found == by_id_.end()) return {};
  return found->second;
}

std::optional<PlaceOnSite> LawMap::link_to(const Address& address) const {
  const auto law = find(address.law_id);
  if (!law) return {};
  Address place = address;
  place.revision.clear();
  if (!place.path.empty() && place.path.back().each) {  // 各号: at the first of them
    place.path.back().each = false;
    place.path.back().num = corpus::Ordinal(1);
    if (auto first = anchor_in(laws_[*law], place)) return PlaceOnSite{*law, std::move(*first)};
    place.path.pop_back();
  }
  for (; !place.path.empty(); place.path.pop_back()) {
    if (auto anchor = anchor_in(laws_[*law], place)) return PlaceOnSite{*law, std::move(*anchor)};
    if (place.part != corpus::Part::whole) {
      place.part = corpus::Part::whole;
      if (auto anchor = anchor_in(laws_[*law], place)) return PlaceOnSite{*law, std::move(*anchor)};
    }
  }
  return PlaceOnSite{*law, {}};
}

}  // namespace web
