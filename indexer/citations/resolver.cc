// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/citations/resolver.h"

#include <algorithm>

#include "indexer/citations/resolver_context.h"

namespace citations {

using corpus::Part;
using corpus::Segment;
using corpus::SegmentKind;

namespace {

bool is_relative(const Pointer& pointer) {
  const Relation relation = pointer.words.front().relation;
  return relation == Relation::previous || relation == Relation::next ||
         relation == Relation::here || relation == Relation::same;
}

}  // namespace

Resolver::Resolver(const LawPlaces& places, const LawStructure& own, const LawLibrary& library,
                   bool prose)
    : law_(&places.law()), own_(&own), library_(&library), places_(&places), prose_(prose) {}

const LawStructure* Resolver::structure(const std::string& law_id) const {
  return law_id == law_->id ? own_ : library_->structure(law_id);
}

std::vector<Resolved> Resolver::resolve(const ParsedText& parsed, std::uint32_t provision,
                                        const TableMap& tables) {
  Context context{&parsed, places_->at(provision), {}, {}, &tables, {}};
  for (std::uint32_t i = provision;; i = law_->provisions[i].parent) {
    context.above.push_back(i);
    if (law_->provisions[i].parent == i) break;
  }
  std::uint32_t unit = context.above.back();
  for (const std::uint32_t i : context.above) {
    if (law_->provisions[i].segment.kind == SegmentKind::article) unit = i;
  }
  if (unit != unit_) antecedents_.clear();
  unit_ = unit;

  context.done.reserve(parsed.citations.size());
  for (const Citation& citation : parsed.citations) {
    Resolved one = resolve_one(citation, context);
    Mention mention{
        .law_id = one.law_id,
        .law_name = citation.law.name,
        .names_law = one.names_law,
        .path = one.path,
        .units = one.units,
        .provision = provision,
        .bracket = citation.bracket,
        .bracket_span = parsed.brackets[static_cast<std::size_t>(citation.bracket)].span,
        .parent = parsed.brackets[static_cast<std::size_t>(citation.bracket)].parent,
        .scope = citation.purpose == Purpose::scope};
    const bool by_name = citation.law.word == LawWord::named ||
                         citation.law.word == LawWord::number || citation.law.word == LawWord::same;
    if (by_name) mention.units |= bit(Unit::law);
    if (citation.law.word == LawWord::same && !one.law_id.empty()) {
      const std::string_view title = library_->title(one.law_id);
      if (!title.empty()) mention.law_name = title;
    }
    if (prose_ && one.path.empty() && !citation.first.words.empty() &&
        is_relative(citation.first)) {
      mention.nowhere = true;
      for (const Word& word : citation.first.words) mention.units |= bit(word.unit);
    }
    if (!one.law_id.empty() || mention.nowhere) antecedents_.add(std::move(mention));
    if (!tables.empty()) note_cell(citation, one, context);
    context.done.push_back(std::move(one));
  }
  return std::move(context.done);
}

Resolved Resolver::resolve_one(const Citation& citation, Context& context) {
  Resolved out;
  out.law_id = law_of(citation, context, out);
  const bool bare_law = citation.first.words.empty() && citation.first.clause == Part::whole;
  if (bare_law) {
    out.listed = citation.law.word == LawWord::named || citation.law.word == LawWord::number ||
                 citation.law.word == LawWord::same;
    if (citation.law.needs_pinpoint) out.listed = false;
    if (citation.law.word == LawWord::here || citation.law.word == LawWord::amended)
      out.listed = false;
    out.target.first.law_id = out.law_id;
    out.form = Form::law;
    judge(citation, context, out);
    return out;
  }
  // Places no address names: only so that 同項, 同表 behind them are not taken for others.
  if (citation.first.words.size() == 1 && citation.first.words[0].relation == Relation::here) {
    const Unit unit = citation.first.words[0].unit;
    if (unit == Unit::row || unit == Unit::table) {
      out.law_id = law_->id;
      out.units = bit(Unit::row) | bit(unit == Unit::row ? Unit::paragraph : Unit::table);
      return out;
    }
  }
  const Resolved* before =
      citation.previous >= 0 ? &context.done[static_cast<std::size_t>(citation.previous)] : nullptr;
  out.listed =
      !(citation.first.words.size() == 1 && citation.first.words[0].relation == Relation::here &&
        citation.first.clause == Part::whole && !citation.last);
  if (citation.law.word == LawWord::here && citation.first.words.empty()) out.listed = false;

  Path from, to;
  if (!resolve_pointer(citation, citation.first, before, context, out, from, to)) {
    out.status = Status::unresolved;
    out.form = form_of(citation, out);
    const bool small = !citation.first.words.empty() && is_subitem(citation.first.words[0].unit);
    if (small || (out.units & bit(Unit::row)) != 0) out.listed = false;
    if (out.law_id.empty()) out.law_id = law_->id;
    return out;
  }
  corpus::Address first{
      .law_id = out.law_id, .revision = {}, .path = from, .part = citation.first.clause};
  out.target.first = first;
  out.path = to;
  if (from != to) {
    out.target.last = first;
    out.target.last->path = to;
  }
  if (citation.last) {
    Resolved second = out;
    Path last_from, last_to;
    Citation end = citation;  // what the first pointer leaves open it has settled
    end.law = {};
    end.first = *citation.last;
    if (!end.first.words.empty() &&
        resolve_pointer(end, end.first, &out, context, second, last_from, last_to)) {
      // 「第二条から前条まで」 stays in the 附則 that 前条 is in.
      const bool into_suppl = !last_to.empty() && last_to.front().kind == SegmentKind::suppl &&
                              !out.path.empty() && out.path.front().kind == SegmentKind::article &&
                              second.law_id == law_->id;
      if (into_suppl) {
        out.law_id = law_->id;
        out.own = true;
        out.target.first.law_id = law_->id;
        out.target.first.path.insert(out.target.first.path.begin(), last_to.front());
      }
      out.target.last = corpus::Address{
          .law_id = second.law_id, .revision = {}, .path = last_to, .part = end.first.clause};
      out.path = last_to;
      out.units |= second.units;
      out.names_suppl = out.names_suppl || second.names_suppl;  // 次条から附則第四条まで
    }
  }
  out.form = form_of(citation, out);
  judge(citation, context, out);
  if (out.status == Status::unresolved && look_further(citation, context, out))
    judge(citation, context, out);
  if (citation.in_table) {
    out.status = Status::unresolved;
    out.reason = "表の中の号で、所在を示す番号がない";
    out.candidates.clear();
  }

  // A lone イ, or （１）, is a reference where there is such a provision, else a letter.
  if (is_subitem(citation.first.words.empty() ? Unit::clause : citation.first.words[0].unit) &&
      out.status != Status::resolved && (before == nullptr || !before->listed || out.own)) {
    out.listed = false;
  }
  return out;
}

bool Resolver::resolve_pointer(const Citation& citation, const Pointer& pointer,
                               const Resolved* before, Context& context, Resolved& out, Path& from,
                               Path& to) {
  if (pointer.words.empty()) {  // a clause: 本文 of the member before
    if (before == nullptr) return false;
    Path base;
    if (!inherits({.relation = Relation::named, .unit = Unit::clause}, *before, base, out))
      return false;
    from = to = base;
    return true;
  }
  const Word& word = pointer.words.front();
  const bool relative = word.relation == Relation::previous || word.relation == Relation::next ||
                        word.relation == Relation::here;
  if (relative) {
    out.law_id = law_->id;
    out.own = true;
    const auto holder = places_->holder(context.place.provision, word.unit);
    if (!holder) {
      out.reason = "この位置に当たる単位がない";
      return false;
    }
    out.units |= bit(word.unit);
    if (word.relation == Relation::here) {
      from = to = places_->path(*holder);
    } else {
      const bool back = word.relation == Relation::previous;
      const auto nearest = places_->step(*holder, back ? -1 : 1);
      if (!nearest) {
        out.reason = "前に当たるものがない";
        return false;
      }
      to = *nearest;
      if (word.count == kAll) {
        from = places_->first_of_kind(*holder);
      } else if (const auto far =
                     places_->step(*holder, back ? -static_cast<int>(word.count) : word.count)) {
        from = *far;
      } else {
        out.reason = "数えるだけの数が前にない";
        from = places_->first_of_kind(*holder);
      }
      if (!back) std::swap(from, to);
    }
    // 次条 in the same 附則 says so by its place alone; what follows in the list does not, unless
    // 附則 was written before: 附則第三条、前二条及び第二十一条.
    out.names_suppl = before != nullptr && before->names_suppl && before->own;
  } else {
    Path base;
    if (!find_base(citation, word, before, context, out, base)) return false;
    if (word.relation == Relation::named || word.relation == Relation::each) {
      if (word.unit == Unit::suppl) {
        Segment suppl{.kind = SegmentKind::suppl, .num = {}, .last = {}, .amending_law = {}};
        if (out.own && out.law_id == law_->id && context.place.suppl && !out.names_law) {
          suppl = law_->provisions[*context.place.suppl].segment;
        }
        base.push_back(suppl);
        out.names_suppl = true;
      } else {
        append(base, word);
        if (out.of_forms && word.unit == Unit::item) {
          base.erase(base.begin(), base.end() - 1);
          base.back().kind = SegmentKind::form;
        }
      }
    }
    out.units |= bit(word.unit);
    from = to = base;
  }
  for (std::size_t i = 1; i < pointer.words.size(); ++i) {
    append(from, pointer.words[i]);
    append(to, pointer.words[i]);
    out.units |= bit(pointer.words[i].unit);
  }
  if (out.law_id == law_->id && context.place.suppl) {
    from = places_->inside(*context.place.suppl, std::move(from));
    to = places_->inside(*context.place.suppl, std::move(to));
  }
  return true;
}

}  // namespace citations
