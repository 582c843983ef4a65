// SPDX-License-Identifier: GPL-2.0-or-later
// What a citation takes over from the list and from the bracket it stands in.
#include <algorithm>

#include "indexer/citations/resolver_context.h"

namespace citations {

using corpus::Segment;
using corpus::SegmentKind;

namespace {

// May the word stand in a bracket behind `owner` and mean a part of it?
bool lies_below(const Word& word, const Resolved& owner, Purpose purpose) {
  if (owner.path.empty()) return owner.names_law;
  const Segment& last = owner.path.back();
  if (is_structural(word.unit))
    return last.kind < *segment_kind(word.unit) && is_chapter_like(last.kind);
  if (rank(word.unit) > rank(last, owner.path, owner.path.size() - 1)) return true;
  if (last.each && word.unit == Unit::item) return true;
  return owner.names_law && word.unit == Unit::article &&
         (purpose == Purpose::limitation || is_chapter_like(last.kind));
}

}  // namespace

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

// Is what `citation` names there, below `path`? In a 附則 its own is meant unless `plain_suppl`.
Resolver::Existence Resolver::existence(const Citation& citation, const Context& context,
                                        const std::string& law_id, Path path,
                                        bool plain_suppl) const {
  const LawStructure* known = structure(law_id);
  if (known == nullptr) return Existence::unknown;
  for (const Word& w : citation.first.words) {
    append(path, w);
    if (w.unit == Unit::suppl && !plain_suppl && context.place.suppl)
      path.back() = law_->provisions[*context.place.suppl].segment;
  }
  const bool of_extract = !path.empty() && path.front().kind == SegmentKind::suppl &&
                          !path.front().amending_law.empty() && !known->has(path);
  if (of_extract) return Existence::unknown;
  return known->presence(path) == Presence::beyond ? Existence::missing : Existence::there;
}

// From the member before it. When what is carried over is not there and the plain reading is, the
// plain reading is meant.
bool Resolver::base_of_list(const Citation& citation, const Word& word, const Resolved& before,
                            Context& context, Resolved& out, Path& base) {
  Resolved carried = out;
  Path path;
  if (!inherits(word, before, path, carried)) return false;
  Resolved as_local = out;
  Path local;
  if (existence(citation, context, carried.law_id, path, true) == Existence::missing &&
      base_of_named(citation, word, context, as_local, local) &&
      existence(citation, context, as_local.law_id, local, false) == Existence::there) {
    return false;
  }
  out = carried;
  base = path;
  return true;
}

// 第四十三条（第三号に係る部分に限る。）, 第五条（第三項を除く。）, in a memo
// 見本法第8章（第42条）.
bool Resolver::base_of_bracket(const Citation& citation, const Word& word, const Context& context,
                               Resolved& out, Path& base) const {
  const Bracket& bracket = context.parsed->brackets[static_cast<std::size_t>(citation.bracket)];
  const bool limits =
      citation.purpose == Purpose::exclusion || citation.purpose == Purpose::limitation;
  const bool of_memo = prose_ && word.unit == Unit::article;
  if (!limits && !of_memo) return false;
  if (bracket.after < 0 || static_cast<std::size_t>(bracket.after) >= context.done.size())
    return false;
  const Resolved& owner = context.done[static_cast<std::size_t>(bracket.after)];
  if (owner.law_id.empty() || !lies_below(word, owner, citation.purpose)) return false;
  Path path = owner.path;
  if (word.unit == Unit::article) path.clear();
  if (!path.empty() && path.back().each) path.pop_back();
  if (existence(citation, context, owner.law_id, path, true) == Existence::missing) return false;
  out.law_id = owner.law_id;
  out.own = owner.own;
  out.names_law = owner.names_law;
  out.names_suppl = owner.names_suppl;
  out.units |= owner.units;
  base = path;
  return true;
}

bool Resolver::find_base(const Citation& citation, const Word& word, const Resolved* before,
                         Context& context, Resolved& out, Path& base) {
  if (word.relation == Relation::same) {
    if (!base_of_same(word, citation, context, out, base)) return false;
    // 「甲法第三条、同条第二項及び第六条」: the list stays with 甲法.
    if (before != nullptr && before->names_law && before->law_id == out.law_id)
      out.names_law = true;
    return true;
  }
  if (before != nullptr && amends_what_follows(citation, context)) before = nullptr;
  if (citation.law.word == LawWord::none && word.relation == Relation::named) {
    // 「第一章（第三十九条及び第六節を除く。）」: 第六節 is of 第一章, whatever stands before it.
    const bool of_owner = before != nullptr && is_structural(word.unit) &&
                          std::none_of(before->path.begin(), before->path.end(),
                                       [](const Segment& s) { return is_chapter_like(s.kind); });
    if (before != nullptr && !of_owner && base_of_list(citation, word, *before, context, out, base))
      return true;
    if ((before == nullptr || of_owner) && base_of_bracket(citation, word, context, out, base))
      return true;
    if (of_owner && base_of_list(citation, word, *before, context, out, base)) return true;
  }
  return base_of_named(citation, word, context, out, base);
}

}  // namespace citations
