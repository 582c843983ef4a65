// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <optional>
#include <utility>

#include "indexer/norms/commencement.h"
#include "indexer/norms/penalty_text.h"

namespace norms {
namespace {

using corpus::Address;
using corpus::AddressRange;
using corpus::Law;
using corpus::Ordinal;
using corpus::Segment;
using corpus::SegmentKind;

// --- where a provision belongs -------------------------------------------------------------------

enum class Reach : std::uint8_t { none, part, all };

// The 章 number (or 編, 節 of that kind) an article that is not there would stand in, by its
// neighbours: [first, last].
std::optional<std::pair<Ordinal, Ordinal>> chapters_around(const Law& law, const Ordinal& article,
                                                           SegmentKind kind) {
  std::optional<Ordinal> before, after;
  for (std::size_t i = 0; i < law.provisions.size() && !after; ++i) {
    const corpus::Provision& p = law.provisions[i];
    if (p.segment.kind == SegmentKind::suppl) break;
    if (p.segment.kind != SegmentKind::article) continue;
    const auto holder = law.ancestor(i, kind);
    if (!holder) return std::nullopt;
    (p.segment.num < article ? before : after) = law.provisions[*holder].segment.num;
  }
  if (!before || !after) return std::nullopt;
  return std::pair{*before, *after};
}

const Segment* article_of(const Address& a) {
  for (const Segment& s : a.path) {
    if (s.kind == SegmentKind::suppl) return nullptr;
    if (s.kind == SegmentKind::article) return &s;
  }
  return nullptr;
}

Reach reach_of(const Law& law, const AddressRange& range, const Address& wanted) {
  const Address first = whole(range.first);
  const Address last = range.last ? whole(*range.last) : first;
  if (first.law_id != wanted.law_id) return Reach::none;
  if (first.path.empty()) return Reach::all;
  if (first.contains(wanted) || last.contains(wanted)) return Reach::all;
  if (wanted.contains(first) || wanted.contains(last)) return Reach::part;
  // Both on hand: by their places in the text.
  const auto begin = law.find(first.path), end = law.find(last.path), at = law.find(wanted.path);
  if (begin && end && at) {
    if (*begin <= *at && *at < law.provisions[*end].end) return Reach::all;
    if (*at < *begin && *begin < law.provisions[*at].end) return Reach::part;
    return Reach::none;
  }
  if (range.last && wanted.path.size() >= first.path.size()) {
    Address member = wanted;
    member.path.resize(first.path.size());
    const Segment& a = first.path.back();
    const Segment& b = last.path.back();
    const Segment& m = member.path.back();
    const bool siblings = std::equal(first.path.begin(), first.path.end() - 1, member.path.begin());
    if (siblings && m.kind == a.kind && a.num <= m.num && m.num <= b.num) return Reach::all;
  }
  // A chapter that is not in force yet has no articles here: told by the neighbours of the article.
  const Segment* article = article_of(wanted);
  if (article != nullptr && !at && first.path.size() == 1) {
    const auto around = chapters_around(law, article->num, first.path[0].kind);
    if (around && around->first < first.path[0].num && last.path[0].num < around->second) {
      // When other chapters are missing there too, it may stand in one of them.
      const bool alone = around->first.n[0] + 1 == first.path[0].num.n[0] &&
                         last.path[0].num.n[0] + 1 == around->second.n[0];
      return alone ? Reach::all : Reach::part;
    }
  }
  return Reach::none;
}

Reach reach_of(const Law& law, const Commencing& c, const Address& wanted) {
  Reach reach = reach_of(law, c.range, wanted);
  if (reach == Reach::none) return reach;
  if (c.partly) reach = Reach::part;
  for (const AddressRange& e : c.except) {
    const Reach taken = reach_of(law, e, wanted);
    if (taken == Reach::all) return Reach::none;
    if (taken == Reach::part) reach = Reach::part;
  }
  return reach;
}

bool is_amended(const Law& law) {
  return law.amended_by.find_first_not_of('0') != std::string::npos ||
         std::any_of(law.provisions.begin(), law.provisions.end(),
                     [](const corpus::Provision& p) { return !p.segment.amending_law.empty(); });
}

CommencementAnswer answer_of(const Law& law, const Commencement& c, bool partly,
                             const std::vector<StartDay>& days, const Address& wanted,
                             std::string_view date) {
  CommencementAnswer out{.state = InForce::unknown,
                         .partly = partly,
                         .date = c.date,
                         .latest = c.latest,
                         .basis = c.basis,
                         .dated = {},
                         .words = c.words};
  for (const StartDay& day : days) {
    const bool same = c.provisions.empty() ? day.of.path.empty() && day.of.law_id == law.id
                                           : !day.of.path.empty() && day.of.contains(c.basis);
    if (!same || !out.date.empty()) continue;
    out.date = day.date;
    out.dated = day.basis;
  }
  const auto found = law.find(wanted.path);
  const std::string& r = law.revision;  // yyyymmdd
  const std::string since =
      r.size() == 8 ? r.substr(0, 4) + '-' + r.substr(4, 2) + '-' + r.substr(6, 2) : "";
  const bool in_text = found && !law.provisions[*found].deleted && !since.empty() && since <= date;
  if (!since.empty() && since > date) {
    // The text of a later day. Where nothing fixes the day of its own, that is the day.
    const bool dated = r != corpus::kNoStartDate;
    if (dated && out.date.empty() && found && !partly) out.date = since;
    out.state = !out.date.empty() && out.date <= date ? InForce::yes : InForce::not_yet;
  } else if (!out.date.empty() && out.date > date) {
    out.state = InForce::not_yet;
  } else if (in_text && (!partly || !out.date.empty())) {
    out.state = InForce::yes;
  } else if (!out.date.empty()) {
    out.state = found ? InForce::yes : InForce::unknown;
  } else if (!found && !since.empty() && since <= date) {
    out.state = InForce::not_yet;  // named by the 附則, absent from the text of the day
  }
  return out;
}

}  // namespace

std::vector<CommencementAnswer> commencement_of(const Law& law,
                                                const std::vector<Commencement>& all,
                                                const std::vector<StartDay>& days,
                                                const Address& address, std::string_view date) {
  std::vector<CommencementAnswer> out;
  const Address wanted = whole(address);
  if (wanted.law_id != law.id || wanted.path.empty()) return out;
  bool covered = false;
  for (const Commencement& c : all) {
    Reach reach = Reach::none;
    for (const Commencing& p : c.provisions) reach = std::max(reach, reach_of(law, p, wanted));
    if (reach == Reach::none) continue;
    covered = covered || reach == Reach::all;
    out.push_back(answer_of(law, c, reach == Reach::part, days, wanted, date));
  }
  // An amendment's own provisions begin by the 附則 of the amending law.
  if (!wanted.path.front().amending_law.empty()) return {};
  for (const Commencement& c : all) {
    if (!c.provisions.empty() || covered) continue;
    out.push_back(answer_of(law, c, !out.empty(), days, wanted, date));
  }
  if (is_amended(law)) {
    // Which provisions an amendment added, and since when, its own 附則 tells, not this one.
    for (CommencementAnswer& a : out) {
      if (a.state == InForce::yes) a.law_date = std::exchange(a.date, {});
    }
  }
  // What is absent though its limit is past belongs to a part whose limit is not.
  const bool in_time = std::any_of(out.begin(), out.end(), [&](const CommencementAnswer& a) {
    return a.latest.empty() || a.latest >= date;
  });
  if (!law.find(wanted.path) && in_time) {
    std::erase_if(out, [&](const CommencementAnswer& a) {
      return a.state == InForce::not_yet && a.date.empty() && !a.latest.empty() && a.latest < date;
    });
    if (out.size() == 1) out.front().partly = false;
  }
  return out;
}

}  // namespace norms
