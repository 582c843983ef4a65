// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/norms/penalty_reading.h"

#include <algorithm>
#include <optional>

#include "indexer/norms/penalty_words.h"

namespace norms {
namespace {

constexpr std::size_t kFar = 900;   // bytes from a pointer to the breach: の規定により …
constexpr std::size_t kNear = 150;  // the same behind の許可, に規定する

bool has(std::string_view text, std::string_view word) {
  return text.find(word) != std::string_view::npos;
}

bool begins_letter(char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }

// What links two pointers of a group; nothing when more than joiners stands between them.
enum class Link : std::uint8_t { joins, applies };

std::optional<Link> link_of(std::string_view between) {
  Link out = Link::joins;
  while (!between.empty()) {
    const auto joined = at_role(between, 0, PenaltyRole::joins);
    const auto applied = at_role(between, 0, PenaltyRole::applies);
    if (!joined && !applied) return std::nullopt;
    if (applied) out = Link::applies;
    between.remove_prefix(applied ? applied->end : joined->end);
  }
  return out;
}

// Do pointers stand side by side: 「…の規定による許可又は◇」?
bool side_by_side(std::string_view before) {
  return ends_with_role(before, PenaltyRole::joins) > 0;
}

bool names_only_provisions(std::string_view rest) {
  constexpr std::string_view kProvision = "の規定";
  return rest.starts_with(kProvision) &&
         at_role(rest, kProvision.size(), PenaltyRole::joins).has_value();
}

// 「の規定による命令」 + 「に違反」: an order, and not a term of a licence.
bool is_order(std::string_view between, std::string_view breach) {
  const bool disobeys = breach.starts_with("に違反") || breach.starts_with("に従") ||
                        breach.starts_with("に反し") || breach.starts_with("に背");
  const std::size_t ordered = ends_with_role(between, PenaltyRole::order);
  return disobeys && ordered > 0 && ends_with_role(between, PenaltyRole::condition) < ordered;
}

}  // namespace

PenaltyKind kind_of(std::string_view text) {
  const bool prison = has(text, "拘禁") || has(text, "懲役") || has(text, "禁錮") ||
                      has(text, "禁固") || has(text, "死刑");
  const bool fine = has(text, "罰金");
  if (prison && fine) return PenaltyKind::imprisonment_or_fine;
  if (prison) return PenaltyKind::imprisonment;
  if (fine) return PenaltyKind::criminal_fine;
  if (has(text, "過料")) return PenaltyKind::administrative;
  if (has(text, "科料") || has(text, "拘留")) return PenaltyKind::minor;
  return PenaltyKind::other;
}

// The first and the last spelling of `punishes`; 処する and 併科する may both be in a sentence.
Amount amount_of(const PlainSentence& sentence, std::string_view source) {
  const std::string_view text = sentence.text;
  std::optional<RoleHit> first, last;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (const auto hit = at_role(text, at, PenaltyRole::punishes)) {
      if (!first) first = hit;
      last = hit;
    }
  }
  if (!first) return {};
  std::size_t begin = 0;
  for (const std::string_view topic :
       {"は、", "も、", "対して", "には、", "ものは", "者は", "者を"}) {
    const std::size_t at = text.substr(0, first->begin).rfind(topic);
    if (at != std::string_view::npos) begin = std::max(begin, at + topic.size());
  }
  if (text.substr(begin).starts_with("、")) begin += std::string_view("、").size();
  std::size_t end = last->begin;
  const std::size_t both = text.rfind("併科する");
  if (both != std::string_view::npos && both > last->begin) {
    end = both + std::string_view("併科").size();
  }
  if (begin >= end) return {};
  Amount out;
  const std::string_view words =
      source.substr(sentence.origin[begin], sentence.origin[end] - sentence.origin[begin]);
  out.text = std::string(corpus::trim(words));
  out.kind = kind_of(fold_kana(out.text));
  return out;
}

std::vector<Group> groups_of(const PlainSentence& sentence) {
  std::vector<Group> out;
  std::size_t mark = 0;
  for (std::size_t at = 0; at < sentence.text.size(); ++at) {
    if (sentence.text[at] != kPointer) continue;
    const auto link =
        out.empty()
            ? std::nullopt
            : link_of(std::string_view(sentence.text).substr(out.back().end, at - out.back().end));
    if (link) {
      out.back().last = ++mark;
      out.back().end = at + 1;
      out.back().applies = out.back().applies || *link == Link::applies;
    } else {
      out.push_back({.first = mark, .last = mark + 1, .begin = at, .end = at + 1});
      ++mark;
    }
  }
  return out;
}

Reading read_group(const PlainSentence& sentence, const Group& group) {
  const std::string_view text = sentence.text;
  const std::string_view rest = text.substr(group.end);
  if (const auto crime = at_role(text, group.end, PenaltyRole::crime)) {
    return {Meaning::crime, crime->end};
  }
  const bool wide = rest.starts_with("の規定") || rest.starts_with("に基づ");
  const bool deceived = has_role(text.substr(0, group.begin), PenaltyRole::deceit);
  const std::size_t limit = std::min(text.size(), group.end + (wide ? kFar : kNear));
  for (std::size_t at = group.end; at < limit; ++at) {
    if (text[at] == kPointer) {
      if (!wide || !side_by_side(text.substr(group.end, at - group.end))) return {};
      continue;
    }
    if (!begins_letter(text[at])) continue;
    if (deceived && at_role(text, at, PenaltyRole::obtained)) {
      return {Meaning::direct, at_role(text, at, PenaltyRole::obtained)->end};
    }
    const auto breach = at_role(text, at, PenaltyRole::breach);
    const auto aside = at_role(text, at, PenaltyRole::bystander);
    if (aside && (!breach || aside->end > breach->end)) return {};
    if (!breach) continue;
    const bool order =
        is_order(text.substr(group.end, at - group.end), text.substr(at, breach->end - at)) &&
        !names_only_provisions(rest);
    return {order ? Meaning::via_order : Meaning::direct, breach->end};
  }
  return {};
}

Reading read_bare(const PlainSentence& sentence, const Group& group, bool corporate) {
  const std::string_view rest = std::string_view(sentence.text).substr(group.end);
  const bool amount = corporate && has(rest, "罰金刑");
  const bool ends =
      rest.empty() || amount || rest.starts_with(corpus::kColumnGap) || rest.starts_with("の規定");
  if (!ends || has(rest, "の場合") || (group.begin != 0 && !amount)) return {};
  return {corporate ? Meaning::crime : Meaning::direct, group.end};
}

Reading read_abroad(const PlainSentence& sentence, const Group& group) {
  constexpr std::string_view kTopic = "の規定は、";
  const std::string_view rest = std::string_view(sentence.text).substr(group.end);
  if (!rest.starts_with(kTopic) || !has(rest, "の罪")) return {};
  return {Meaning::crime, group.end};
}

Unmet how_unmet(const PlainSentence& sentence, const Group& group) {
  const std::string_view text = sentence.text;
  const std::size_t limit = std::min(text.size(), group.end + kNear);
  for (std::size_t at = group.end; at < limit; ++at) {
    if (text[at] == kPointer && !side_by_side(text.substr(group.end, at - group.end))) break;
    if (!begins_letter(text[at])) continue;
    if (at_role(text, at, PenaltyRole::unmet)) return Unmet::short_of_standard;
    if (at_role(text, at, PenaltyRole::bystander)) break;
    if (at_role(text, at, PenaltyRole::breach)) return Unmet::breached;
  }
  return Unmet::no;
}

}  // namespace norms
