// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/citations/law_structure.h"

#include <algorithm>
#include <functional>

namespace citations {
namespace {

using corpus::Segment;
using corpus::SegmentKind;

std::uint64_t mix(std::uint64_t h, std::uint64_t value) {
  h ^= value + 0x9E3779B97F4A7C15u + (h << 6) + (h >> 2);
  h *= 0xFF51AFD7ED558CCDu;
  return h ^ (h >> 32);
}

std::uint64_t hash_into(std::uint64_t h, const Segment& s, const corpus::Ordinal& number) {
  h = mix(h, static_cast<std::uint64_t>(s.kind) | std::uint64_t{s.nth} << 8);
  for (const std::uint16_t n : number.n) h = mix(h, n);
  if (!s.amending_law.empty()) h = mix(h, std::hash<std::string>{}(s.amending_law));
  return h;
}

std::uint32_t folded(std::uint64_t h) { return static_cast<std::uint32_t>(h ^ (h >> 32)); }

bool is_chapter_like(SegmentKind kind) {
  return kind >= SegmentKind::part && kind <= SegmentKind::division;
}

bool contains(const std::vector<std::uint32_t>& sorted, std::uint32_t value) {
  return std::binary_search(sorted.begin(), sorted.end(), value);
}

std::uint32_t hash_of(const std::vector<Segment>& path, std::size_t depth) {
  std::uint64_t h = 0;
  for (std::size_t i = 0; i < depth; ++i) h = hash_into(h, path[i], path[i].num);
  return folded(h);
}

}  // namespace

LawStructure::LawStructure(const corpus::Law& law)
    : revision_(law.revision), extract_(law.extract) {
  paths_.reserve(law.provisions.size() + law.provisions.size() / 8);
  for (std::size_t i = 0; i < law.provisions.size(); ++i) add(law, i);
  for (auto* hashes : {&paths_, &deleted_}) {
    std::sort(hashes->begin(), hashes->end());
    hashes->erase(std::unique(hashes->begin(), hashes->end()), hashes->end());
    hashes->shrink_to_fit();
  }
}

void LawStructure::add(const corpus::Law& law, std::size_t provision) {
  const corpus::Provision& p = law.provisions[provision];
  const auto path = law.address(provision).path;
  // 第三十五章 may be named with or without its 編.
  const std::size_t suffixes = is_chapter_like(p.segment.kind) ? path.size() : 1;
  for (std::size_t from = 0; from < suffixes; ++from) {
    if (from > 0 && !is_chapter_like(path[from - 1].kind)) break;
    std::uint64_t parent = 0;
    for (std::size_t i = from; i + 1 < path.size(); ++i)
      parent = hash_into(parent, path[i], path[i].num);
    const Segment& own = path.back();
    corpus::Ordinal number = own.num;
    const bool run = !own.last.empty();
    for (;;) {
      const std::uint32_t h = folded(hash_into(parent, own, number));
      paths_.push_back(h);
      if (p.deleted) deleted_.push_back(h);
      if (!run || number >= own.last || number.n[0] == own.last.n[0]) break;
      number = corpus::Ordinal(static_cast<std::uint16_t>(number.n[0] + 1));
    }
    if (run) paths_.push_back(folded(hash_into(parent, own, own.last)));
  }
  if (p.segment.kind == SegmentKind::article && path.size() == 1) {
    last_article_ = std::max({last_article_, path[0].num, path[0].last});
  }
}

bool LawStructure::has(const std::vector<Segment>& path) const {
  return contains(paths_, hash_of(path, path.size()));
}

std::size_t LawStructure::known_depth(const std::vector<Segment>& path) const {
  std::uint64_t h = 0;
  for (std::size_t i = 0; i < path.size(); ++i) {
    if (path[i].each) return i;
    h = hash_into(h, path[i], path[i].num);
    if (!contains(paths_, folded(h))) {
      // A chapter between may be left out only as a whole: try the rest as one.
      return i;
    }
  }
  return path.size();
}

Presence LawStructure::presence(const std::vector<Segment>& path) const {
  std::vector<Segment> wanted = path;
  if (!wanted.empty() && wanted.back().each) wanted.pop_back();
  const std::size_t depth = known_depth(wanted);
  for (std::size_t i = 1; i <= depth; ++i) {
    if (contains(deleted_, hash_of(wanted, i))) return Presence::deleted;
  }
  if (depth == wanted.size()) return Presence::there;
  // Is there a sibling with a later number?
  Segment& missing = wanted[depth];
  wanted.resize(depth + 1);
  if (missing.num.empty()) return Presence::beyond;
  if (depth == 0 && missing.kind == SegmentKind::article && missing.num < last_article_ &&
      missing.num.n[1] == 0) {
    return Presence::gap;
  }
  std::size_t last = 0;
  while (last + 1 < corpus::Ordinal::kDepth && missing.num.n[last + 1] != 0) ++last;
  const std::uint16_t number = missing.num.n[last];
  for (std::uint16_t further = 1; further <= 40 && number + further < 0xFFFF; ++further) {
    missing.num.n[last] = static_cast<std::uint16_t>(number + further);
    if (has(wanted)) return Presence::gap;
  }
  return Presence::beyond;
}

}  // namespace citations
