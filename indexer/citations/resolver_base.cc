// SPDX-License-Identifier: GPL-2.0-or-later
// Where the first word of a pointer stands: what it carries over from its list, what 同条 stands
// for, and what it means by its place alone.
#include <algorithm>

#include "indexer/citations/resolver_context.h"

namespace citations {

using corpus::Segment;
using corpus::SegmentKind;

bool inherits(const Word& word, const Resolved& before, Path& base, Resolved& out) {
  if (word.relation != Relation::named && word.unit != Unit::clause) return false;
  const auto carry_law = [&] {
    out.law_id = before.law_id;
    out.own = before.own;
    out.names_law = before.names_law;
  };
  if (word.unit == Unit::clause) {
    carry_law();
    base = before.path;
    out.units |= before.units;
    return true;
  }
  if (is_structural(word.unit)) {
    const auto kind = segment_kind(word.unit);
    const auto same = std::find_if(before.path.begin(), before.path.end(),
                                   [&](const Segment& s) { return s.kind == *kind; });
    if (same != before.path.end()) {
      carry_law();
      base.assign(before.path.begin(), same);
      return true;
    }
    if (!before.names_law) return false;
    carry_law();
    return true;
  }
  if (is_top(word.unit)) {
    if (word.unit == Unit::article && before.names_suppl && !before.path.empty()) {
      carry_law();
      base = {before.path.front()};
      out.names_suppl = true;
      out.units |= bit(Unit::suppl);
      return true;
    }
    if (!before.names_law) return false;
    carry_law();
    return true;
  }
  // 別紙様式第三号、第五号の二: the number of another form.
  if (word.unit == Unit::item && !before.path.empty() &&
      before.path.back().kind == SegmentKind::form) {
    carry_law();
    base.assign(before.path.begin(), before.path.end() - 1);
    out.of_forms = true;
    out.units |= bit(Unit::form);
    return true;
  }
  if ((before.units & bit(word.unit)) == 0) return false;
  carry_law();
  base = above(before.path, word.unit);
  out.names_suppl = before.names_suppl;
  for (unsigned u = 0; u < static_cast<unsigned>(word.unit); ++u)
    out.units |= before.units & (1u << u);
  return true;
}

bool Resolver::base_of_same(const Word& word, const Citation& citation, Context& context,
                            Resolved& out, Path& base) {
  const auto kind = segment_kind(word.unit);
  Mention here{
      .law_id = {},
      .law_name = {},
      .path = {},
      .provision = context.place.provision,
      .bracket = citation.bracket,
      .bracket_span = context.parsed->brackets[static_cast<std::size_t>(citation.bracket)].span,
      .parent = context.parsed->brackets[static_cast<std::size_t>(citation.bracket)].parent,
      .scope = citation.purpose == Purpose::scope};
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

// In the 附則 of an amending law its own articles are meant, not those of the law it amends; but
// what is amended is the other's.
void Resolver::base_in_amending(const Citation& citation, const Word& word, Context& context,
                                Resolved& out, Path& base) const {
  const Place& place = context.place;
  const Path suppl_path{law_->provisions[*place.suppl].segment};
  const bool in_own_appendix =
      (word.unit == Unit::table || word.unit == Unit::form || word.unit == Unit::appendix);
  if (in_own_appendix) {
    Path with = suppl_path;
    with.push_back(segment_of(word));
    if (own_->has(with)) {
      base = suppl_path;
      return;
    }
  }
  // Tables and forms are those of the law that is amended; an amending law's own are 附則別表.
  if (in_own_appendix) {
    for (std::size_t i = context.done.size(), n = 0; i-- > 0 && n < kMemory; ++n) {
      const Resolved& other = context.done[i];
      if (!other.names_law || other.form != Form::app) continue;
      if (!same_sentence(citation, i, context)) break;
      out.law_id = other.law_id;
      out.own = other.own;
      out.names_law = true;
      break;
    }
    return;
  }
  // 「第一条第二項」 of an amending law is hardly ever meant where the amended one has it: what
  // amends has no 項. Its commencement is another matter.
  const bool in_commencement = [&] {
    const auto article = places_->holder(place.provision, Unit::article);
    if (article) return law_->provisions[*article].segment.num == corpus::Ordinal(1);
    const auto paragraph = places_->holder(place.provision, Unit::paragraph);
    return !paragraph || law_->provisions[*paragraph].segment.num == corpus::Ordinal(1);
  }();
  if (!in_commencement && citation.first.words.size() > 1 &&
      citation.first.words[1].unit == Unit::paragraph) {
    Path with;
    for (const Word& w : citation.first.words) append(with, w);
    const std::string_view behind =
        std::string_view(law_->provisions[place.provision].text).substr(citation.span.end);
    // デジタル庁設置法 and its like amend others in their 附則, but have 項 of their own.
    const LawStructure* amending = library_->structure(place.amending_law);
    const bool of_amending = amending != nullptr && amending->presence(with) == Presence::there;
    if (own_->presence(with) == Presence::there && !of_amending &&
        !behind.starts_with("の規定による改正"))
      return;
  }
  // 「第三条の改正規定」 amends 第三条: of the law last named
  // (第一条中○○法第二条及び第三条の改正規定), else of this one. 「第三条の規定」 and 「第三条中」
  // are the amending law's.
  if (citation.purpose == Purpose::amendment) {
    const std::string_view text = law_->provisions[place.provision].text;
    for (std::size_t i = context.done.size(), n = 0; i-- > 0 && n < kMemory; ++n) {
      const std::size_t end = context.parsed->citations[i].span.end;
      const Resolved& other = context.done[i];
      const bool of_amending = !other.own && !other.names_law && text.substr(end).starts_with("中");
      if (!of_amending && !other.names_law) continue;
      // 「第一条中第三条の改正規定」 is of no other law.
      if (of_amending || !same_sentence(citation, i, context)) return;
      out.law_id = other.law_id;
      out.own = other.own;
      out.names_law = true;
      return;
    }
    return;
  }
  CitedLaw here;
  here.word = LawWord::here;
  Citation as_here = citation;
  as_here.law = here;
  out.law_id = law_of(as_here, context, out);
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
  if (const std::string* of_cell = is_top(word.unit) ? law_of_cell(citation, context) : nullptr) {
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

bool Resolver::find_base(const Citation& citation, const Word& word, const Resolved* before,
                         Context& context, Resolved& out, Path& base) {
  if (word.relation == Relation::same) return base_of_same(word, citation, context, out, base);
  const bool law_given = citation.law.word != LawWord::none;
  if (!law_given && word.relation == Relation::named) {
    Path local;
    Resolved as_local = out;
    enum class Is { there, missing, unknown };
    const auto whole = [&](const std::string& id, Path path, bool plain_suppl) {
      const LawStructure* known = structure(id);
      if (known == nullptr) return Is::unknown;
      for (const Word& w : citation.first.words) {
        append(path, w);
        if (w.unit == Unit::suppl && !plain_suppl && context.place.suppl) {
          path.back() = law_->provisions[*context.place.suppl].segment;
        }
      }
      if (!path.empty() && path.front().kind == SegmentKind::suppl &&
          !path.front().amending_law.empty() && !known->has(path)) {
        return Is::unknown;  // an extract
      }
      return known->presence(path) == Presence::beyond ? Is::missing : Is::there;
    };
    const auto exists = [&](const std::string& id, const Path& path) {
      return whole(id, path, true) != Is::missing;
    };
    const auto take = [&](const Resolved& owner) {
      Resolved carried = out;
      Path path;
      if (!inherits(word, owner, path, carried)) return false;
      // When what is carried over is not there and the plain reading is, the plain reading is
      // meant.
      if (whole(carried.law_id, path, true) == Is::missing &&
          base_of_named(citation, word, context, as_local, local) &&
          whole(as_local.law_id, local, false) == Is::there) {
        return false;
      }
      out = carried;
      base = path;
      return true;
    };
    const auto in_chapter = [&](const Resolved& r) {
      return std::any_of(r.path.begin(), r.path.end(),
                         [](const Segment& s) { return is_chapter_like(s.kind); });
    };
    // 「第一章（第三十九条及び第六節を除く。）」: 第六節 is of 第一章, whatever stands before it.
    const bool of_owner = before != nullptr && is_structural(word.unit) && !in_chapter(*before);
    if (before != nullptr && !of_owner && take(*before)) return true;
    // 第四十三条（第三号に係る部分に限る。）, 第五条（第三項を除く。）
    const Bracket& bracket = context.parsed->brackets[static_cast<std::size_t>(citation.bracket)];
    const bool limits =
        citation.purpose == Purpose::exclusion || citation.purpose == Purpose::limitation;
    if ((before == nullptr || of_owner) && limits && bracket.after >= 0 &&
        static_cast<std::size_t>(bracket.after) < context.done.size()) {
      const Resolved& owner = context.done[static_cast<std::size_t>(bracket.after)];
      const bool below =
          owner.path.empty() ? owner.names_law
          : is_structural(word.unit)
              ? owner.path.back().kind < *segment_kind(word.unit) &&
                    is_chapter_like(owner.path.back().kind)
              : rank(word.unit) > rank(owner.path.back(), owner.path, owner.path.size() - 1) ||
                    (owner.path.back().each && word.unit == Unit::item) ||
                    (owner.names_law && word.unit == Unit::article &&
                     citation.purpose == Purpose::limitation) ||
                    (is_chapter_like(owner.path.back().kind) && owner.names_law &&
                     word.unit == Unit::article);
      if (below && !owner.law_id.empty()) {
        Path path = owner.path;
        if (word.unit == Unit::article) path.clear();
        if (!path.empty() && path.back().each) path.pop_back();
        if (exists(owner.law_id, path)) {
          out.law_id = owner.law_id;
          out.own = owner.own;
          out.names_law = owner.names_law;
          out.names_suppl = owner.names_suppl;
          out.units |= owner.units;
          base = path;
          return true;
        }
      }
    }
    if (of_owner && take(*before)) return true;
  }
  return base_of_named(citation, word, context, out, base);
}

}  // namespace citations
