// SPDX-License-Identifier: GPL-2.0-or-later
// Whether what a citation points at is there.
#include <algorithm>

#include "indexer/citations/resolver_context.h"

namespace citations {

using corpus::Part;
using corpus::SegmentKind;

// A bare 第百七十二条 that this law does not have: of the 附則 it stands in, or of the law the
// sentence speaks of. Only where it is known to be there.
bool Resolver::look_further(const Citation& citation, Context& context, Resolved& out) const {
  const auto& words = citation.first.words;
  if (!out.own || out.names_law || out.names_suppl || words.empty() ||
      words[0].relation != Relation::named || words[0].unit != Unit::article ||
      citation.law.word != LawWord::none) {
    return false;
  }
  const auto there = [&](const std::string& id, const Path& path) {
    const LawStructure* known = structure(id);
    return known != nullptr && known->presence(path) == Presence::there;
  };
  const auto prefixed = [&](const Path& path) {
    Path with{law_->provisions[*context.place.suppl].segment};
    with.insert(with.end(), path.begin(), path.end());
    return with;
  };
  // A 附則 that goes on counting where the law ends calls its own 第百八条 by the number alone.
  const auto counts_on = [&] {
    const corpus::Provision& suppl = law_->provisions[*context.place.suppl];
    for (std::size_t i = *context.place.suppl + 1; i < suppl.end; ++i) {
      const corpus::Segment& s = law_->provisions[i].segment;
      if (s.kind == SegmentKind::article) return own_->last_article() < s.num;
    }
    return false;
  };
  if (context.place.suppl && counts_on() && there(law_->id, prefixed(out.target.first.path))) {
    out.target.first.path = prefixed(out.target.first.path);
    if (out.target.last) out.target.last->path = prefixed(out.target.last->path);
    out.path = prefixed(out.path);
    out.candidates.clear();
    out.reason = "本則にはなく、この附則にある";
    return true;
  }
  for (std::size_t i = context.done.size(), n = 0; i-- > 0 && n < kMemory; ++n) {
    const Resolved& other = context.done[i];
    if (!other.names_law || is_unknown(other.law_id)) continue;
    if (!same_sentence(citation, i, context)) break;
    if (there(other.law_id, out.target.first.path)) {
      out.law_id = other.law_id;
      out.own = false;
      out.names_law = true;
      out.target.first.law_id = other.law_id;
      if (out.target.last) out.target.last->law_id = other.law_id;
      out.candidates.clear();
      out.reason = "この法令にはなく、同じ文の前に出る法令にある";
      return true;
    }
    break;
  }
  return false;
}

void Resolver::judge(const Citation& citation, const Context& context, Resolved& out) const {
  if (is_unknown(out.law_id)) {
    out.status = citation.law.repealed ? Status::repealed : Status::unknown_law;
    if (out.reason.empty()) {
      out.reason = !citation.law.number.empty() ? "法令番号が法令一覧にない: " + citation.law.number
                   : citation.law.note.empty() ? "法令名が法令一覧にない"
                                               : citation.law.note;
    }
    return;
  }
  const LawStructure* known = structure(out.law_id);
  if (known == nullptr) {
    out.status = Status::outside;
    if (out.reason.empty() && !library_->knows(out.law_id))
      out.reason = "改正法令の本文が手元にない";
    return;
  }
  out.status = Status::resolved;
  for (const corpus::Address* end :
       {&out.target.first, out.target.last ? &*out.target.last : nullptr}) {
    if (end == nullptr || end->path.empty()) continue;
    const Presence presence = known->presence(end->path);
    if (presence == Presence::there) continue;
    const bool in_suppl = end->path.front().kind == SegmentKind::suppl;
    if (known->extract() && presence != Presence::deleted) {
      out.status = Status::outside;
      out.reason = "手元の本文は抜粋で、その規定を収めていない";
    } else if (presence == Presence::deleted) {
      out.status = Status::repealed;
      out.reason = "削除された規定";
    } else if (in_suppl && (!end->path.front().amending_law.empty() || context.place.amending ||
                            known != own_)) {
      out.status = Status::outside;
      out.reason = "附則のその部分は手元の本文にない";
    } else if (presence == Presence::gap) {
      out.status = Status::not_in_force;
      out.reason = "この版にはない（後の番号はある）";
    } else if (known != own_ && !known->revision().empty() && known->revision() < law_->revision &&
               !citation.law.old) {
      out.status = Status::not_in_force;
      out.reason = "引用する側が新しく、手元の版（" + known->revision() + "）にはない";
    } else {
      out.status = Status::unresolved;
      out.reason = citation.law.old ? "改正前の規定で、今の版にはない" : "その規定はない";
      corpus::Address nearest = *end;
      nearest.part = Part::whole;
      nearest.path.resize(known->known_depth(end->path));
      if (nearest.path.empty() && end->path.front().kind == SegmentKind::article &&
          !known->last_article().empty()) {
        nearest.path.push_back({.kind = SegmentKind::article,
                                .num = known->last_article(),
                                .last = {},
                                .amending_law = {}});
      }
      out.candidates.push_back(corpus::to_string(nearest));
    }
    break;
  }
}

Form Resolver::form_of(const Citation& citation, const Resolved& out) const {
  const auto has = [&](Unit unit) { return (out.units & bit(unit)) != 0; };
  if (citation.last || out.target.last) return Form::range;
  const auto& words = citation.first.words;
  const Relation relation = words.empty() ? Relation::named : words[0].relation;
  if (relation == Relation::previous || relation == Relation::next) return Form::rel;
  if (relation == Relation::same && words[0].unit != Unit::suppl) return Form::same;
  if (out.names_suppl) return Form::suppl;
  if (has(Unit::table) || has(Unit::form) || has(Unit::appendix)) return Form::app;
  if (citation.law.word == LawWord::same) return Form::same;
  if (out.names_law) return Form::ext;
  if (words.empty()) return Form::abs;
  if (relation == Relation::same) return Form::same;
  if (words.back().relation == Relation::each) return Form::each;
  if (is_structural(words.back().unit)) return Form::structure;
  return is_subitem(words.back().unit) ? Form::sub : Form::abs;
}

}  // namespace citations
