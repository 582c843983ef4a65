// SPDX-License-Identifier: GPL-2.0-or-later
// Where the first word of a pointer stands: what 同条 stands for, and what a number means by its
// place alone.
#include <algorithm>

#include "corpus/text_scan.h"
#include "indexer/citations/resolver_context.h"

namespace citations {

using corpus::Segment;
using corpus::SegmentKind;

// Where a citation stands, to look for what it means from there.
Mention Resolver::here_of(const Citation& citation, const Context& context) const {
  const auto& bracket = context.parsed->brackets[static_cast<std::size_t>(citation.bracket)];
  return {.law_id = {},
          .law_name = {},
          .path = {},
          .provision = context.place.provision,
          .bracket = citation.bracket,
          .bracket_span = bracket.span,
          .parent = bracket.parent,
          .scope = citation.purpose == Purpose::scope};
}

bool Resolver::base_of_same(const Word& word, const Citation& citation, Context& context,
                            Resolved& out, Path& base) {
  const auto kind = segment_kind(word.unit);
  Mention here = here_of(citation, context);
  const auto upto = [&](const Mention& m) {
    Path path = m.path;
    std::size_t keep = path.size();
    if (is_subitem(word.unit)) {
      keep = above(path, word.unit).size() + 1;
    } else {
      for (std::size_t i = path.size(); i-- > 0;) {
        if (path[i].kind == *kind) {
          keep = i + 1;
          break;
        }
      }
    }
    path.resize(std::min(keep, path.size()));
    if (!path.empty()) path.back().each = false;
    return path;
  };
  // The words that follow 同条 must be there, as far as one can know.
  const auto fits = [&](const Mention& m) {
    Path path = upto(m);
    if (path.empty() || path.back().kind != *kind) return false;
    const LawStructure* known = structure(m.law_id);
    if (known == nullptr || !known->has(path)) return true;
    for (std::size_t i = 1; i < citation.first.words.size(); ++i)
      append(path, citation.first.words[i]);
    return known->presence(path) != Presence::beyond;
  };
  const auto row_or_fits = [&](const Mention& m) {
    return (m.units & bit(Unit::row)) != 0 || m.nowhere || fits(m);
  };
  const Mention* found = antecedents_.find(bit(word.unit), here, context.above, row_or_fits);
  if (found != nullptr && found->nowhere) {
    out.reason = "どの条の中か、この文書からは分からない";
    return false;
  }
  if (found != nullptr && (found->units & bit(Unit::row)) != 0) {
    out.reason = "表の項";
    out.units |= bit(Unit::row);
    return false;
  }
  if (found == nullptr) {
    found = antecedents_.find(bit(word.unit), here, context.above, [&](const Mention& m) {
      const Path path = upto(m);
      return !path.empty() && path.back().kind == *kind;
    });
  }
  if (found == nullptr) {
    out.reason = "「" + std::string("同") + "」の指すものが見当たらない";
    return false;
  }
  out.law_id = found->law_id;
  out.own = found->law_id == law_->id;
  // What follows in a list stays with that law only below the 条: 同条第一項及び第二項.
  if (is_structural(word.unit)) out.names_law = !out.own;  // 同節第四款、第五百八条
  out.names_suppl = !found->path.empty() && found->path.front().kind == SegmentKind::suppl &&
                    (found->units & bit(Unit::suppl)) != 0;
  base = upto(*found);
  out.units |= found->units &
               (bit(Unit::suppl) | bit(Unit::article) | bit(Unit::paragraph) | bit(Unit::item));
  // Nothing below the word itself was written here.
  for (unsigned u = static_cast<unsigned>(word.unit) + 1; u <= static_cast<unsigned>(Unit::clause);
       ++u)
    out.units &= ~(1u << u);
  return true;
}

// Whether the citation of that index stands before this one with no 。 between.
bool Resolver::same_sentence(const Citation& citation, std::size_t other,
                             const Context& context) const {
  const std::string_view text = law_->provisions[context.place.provision].text;
  const std::size_t end = context.parsed->citations[other].span.end;
  if (end > citation.span.begin) return true;
  const std::string_view between = text.substr(end, citation.span.begin - end);
  for (std::size_t at = between.find("。"); at != std::string_view::npos;
       at = between.find("。", at + 1)) {
    const std::string_view behind = between.substr(at + 3);
    if (!behind.starts_with("）") && !behind.empty())
      return false;  // 「（第二項を除く。）」 ends no sentence
  }
  return true;
}

// 第三節 is of this chapter, if this chapter has one.
Path Resolver::chapters_around(const Word& word, const Context& context) const {
  Path own;
  for (const std::uint32_t i : context.above) {
    const Segment& s = law_->provisions[i].segment;
    if (is_chapter_like(s.kind) && s.kind < *segment_kind(word.unit)) own.insert(own.begin(), s);
  }
  for (;; own.pop_back()) {
    Path with = own;
    with.push_back(segment_of(word));
    if (own_->has(with) || own.empty()) return own;
  }
}

// 第二項 of this article, 第三号 of this 項, イ of this 号.
bool Resolver::local_base(const Word& word, const Place& place, Path& base) const {
  const auto from_holder = [&](Unit unit) {
    if (const auto holder = places_->holder(place.provision, unit)) {
      base = places_->path(*holder);
      return true;
    }
    return false;
  };
  switch (word.unit) {
    case Unit::paragraph:
      if (from_holder(Unit::article)) return true;
      if (place.suppl)
        base = {law_->provisions[*place.suppl].segment};
      else if (from_holder(Unit::table))
        return true;
      return true;
    case Unit::item:
      if (from_holder(Unit::paragraph) || from_holder(Unit::table) || from_holder(Unit::appendix))
        return true;
      if (place.suppl) base = {law_->provisions[*place.suppl].segment};
      return true;
    default:
      break;
  }
  const auto item = places_->holder(place.provision, Unit::item);
  if (!item && !places_->holder(place.provision, Unit::table)) {
    // A 項 or a table whose parts are イ, ロ with no 号 above.
    return from_holder(Unit::paragraph) || from_holder(Unit::form);
  }
  base =
      item ? places_->path(*item) : places_->path(*places_->holder(place.provision, Unit::table));
  // （１） stands below the イ one is in.
  const Path own = places_->path(place.provision);
  const std::size_t levels = word.unit == Unit::subitem ? 0 : word.unit == Unit::subitem2 ? 1 : 2;
  for (std::size_t n = 0; n < levels && base.size() < own.size(); ++n)
    base.push_back(own[base.size()]);
  return true;
}

bool Resolver::base_of_named(const Citation& citation, const Word& word, Context& context,
                             Resolved& out, Path& base) const {
  const Place& place = context.place;
  const bool law_given = citation.law.word != LawWord::none;
  if (law_given) {
    // 「この法律附則第三条」 in the 附則 of an amending law is that 附則.
    if (citation.law.word == LawWord::here && word.unit == Unit::suppl && place.suppl) {
      out.law_id = law_->id;
      out.own = true;
    }
    return true;
  }
  out.law_id = law_->id;
  const bool of_table = is_top(word.unit) && !amends_what_follows(citation, context);
  if (const std::string* of_cell = of_table ? law_of_cell(citation, context) : nullptr) {
    out.law_id = *of_cell;
    out.own = *of_cell == law_->id;
    out.names_law = !out.own;
    if (!out.own || word.unit != Unit::suppl) return true;
  }
  if (is_structural(word.unit)) {
    base = chapters_around(word, context);
    if (!place.amending || !base.empty()) return true;
  }
  if (word.unit == Unit::suppl) return true;  // its segment is made from the place
  if (is_top(word.unit)) {
    if (place.amending) base_in_amending(citation, word, context, out, base);
    return true;
  }
  return local_base(word, place, base);
}

}  // namespace citations
