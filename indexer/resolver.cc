// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/resolver.h"

#include <algorithm>

#include "corpus/law_number.h"
#include "indexer/text_scan.h"

namespace indexer {
namespace {

using corpus::Part;
using corpus::Segment;
using corpus::SegmentKind;
using Path = std::vector<Segment>;

constexpr std::string_view kUnknown = "unknown:";
constexpr std::size_t kMemory = 200;  // citations; no sentence looks further back

std::uint32_t bit(Unit unit) { return 1u << static_cast<unsigned>(unit); }

bool is_structural(Unit unit) { return unit >= Unit::part && unit <= Unit::division; }
bool is_chapter_like(SegmentKind kind) {
  return kind >= SegmentKind::part && kind <= SegmentKind::division;
}
bool is_subitem(Unit unit) {
  return unit == Unit::subitem || unit == Unit::subitem2 || unit == Unit::subitem3;
}
// Units that stand by themselves: 第三条, 附則, 別表第一, 第二章.
bool is_top(Unit unit) { return unit <= Unit::article; }

bool is_unknown(std::string_view law_id) { return law_id.starts_with(kUnknown); }

// How deep below 条 a segment or a word is.
int rank(const Segment& s, const Path& path, std::size_t index) {
  switch (s.kind) {
    case SegmentKind::paragraph:
      return 1;
    case SegmentKind::item:
      return 2;
    case SegmentKind::subitem: {
      int depth = 0;
      for (std::size_t i = 0; i <= index; ++i)
        depth += path[i].kind == SegmentKind::subitem ? 1 : 0;
      return 2 + depth;
    }
    default:
      return 0;
  }
}

int rank(Unit unit) {
  switch (unit) {
    case Unit::paragraph:
      return 1;
    case Unit::item:
      return 2;
    case Unit::subitem:
      return 3;
    case Unit::subitem2:
      return 4;
    case Unit::subitem3:
      return 5;
    case Unit::clause:
      return 9;
    default:
      return 0;
  }
}

Path above(const Path& path, Unit unit) {
  std::size_t keep = 0;
  while (keep < path.size() && rank(path[keep], path, keep) < rank(unit)) ++keep;
  return {path.begin(), path.begin() + static_cast<std::ptrdiff_t>(keep)};
}

Segment segment_of(const Word& word) {
  return {.kind = segment_kind(word.unit).value_or(SegmentKind::article),
          .num = word.number,
          .last = {},
          .amending_law = {},
          .each = word.relation == Relation::each};
}

// 第五条第三号 is in its only 項.
void append(Path& path, const Word& word) {
  const bool to_item = word.unit == Unit::item || is_subitem(word.unit);
  if (to_item && path.empty()) {  // 同令第三号: a law of one 項
    path.push_back({.kind = SegmentKind::paragraph,
                    .num = corpus::Ordinal(1),
                    .last = {},
                    .amending_law = {}});
  }
  if (to_item && !path.empty() &&
      (path.back().kind == SegmentKind::article || path.back().kind == SegmentKind::suppl)) {
    path.push_back({.kind = SegmentKind::paragraph,
                    .num = corpus::Ordinal(1),
                    .last = {},
                    .amending_law = {}});
  }
  // 第八章第四十二条 is 第四十二条: articles are numbered through the law.
  if (word.unit == Unit::article)
    std::erase_if(path, [](const Segment& s) { return is_chapter_like(s.kind); });
  path.push_back(segment_of(word));
}

std::string kind_of_id(std::string_view id) {
  const std::string_view kind = id.size() >= 5 ? id.substr(3, 2) : std::string_view{};
  if (kind == "AC" || kind == "DF" || kind == "CO") return std::string(kind);
  if (kind == "IO") return "CO";
  return kind.starts_with("M") ? "M" : "R";
}

bool same_number(std::string_view written, std::string_view official) {
  const auto a = corpus::parse_law_number(written);
  const auto b = corpus::parse_law_number(official);
  return a && b && corpus::to_key(*a) == corpus::to_key(*b);
}

// Whether 同法, 同令 can mean that law.
bool fits_kind(const Mention& mention, std::string_view kind) {
  const std::string_view name = mention.law_name;
  if (kind == "法律" || kind == "法") {
    if (!is_unknown(mention.law_id))
      return kind_of_id(mention.law_id) == "AC" || kind_of_id(mention.law_id) == "DF";
    return name.find("法") != std::string_view::npos && !name.ends_with("令") &&
           !name.ends_with("規則");
  }
  if (kind == "令") {  // also a 省令 called 規則
    if (!is_unknown(mention.law_id)) return kind_of_id(mention.law_id) != "AC";
    return name.ends_with("令") || name.ends_with("規則");
  }
  if (kind == "政令" || kind == "勅令") {
    return name.ends_with("令") ||
           (!is_unknown(mention.law_id) && kind_of_id(mention.law_id) == "CO");
  }
  if (kind == "規則" || kind == "省令" || kind == "府令" || kind == "命令") {
    return name.ends_with(kind) || name.ends_with("規則") || name.ends_with("令") ||
           (!is_unknown(mention.law_id) && kind_of_id(mention.law_id) == "M");
  }
  return name.ends_with(kind);
}

}  // namespace

struct Resolver::Context {
  const ParsedText* parsed = nullptr;
  Place place;
  std::vector<std::uint32_t> above;  // the provision and all it lies in
  std::vector<Resolved> done;
  const TableMap* tables = nullptr;
  struct CellLaw {
    corpus::Span span;
    std::string law_id;
    bool bare = true;  // named without a pinpoint
  };
  std::vector<CellLaw> cell_laws;
};

Resolver::Resolver(const LawPlaces& places, const LawStructure& own, const LawLibrary& library)
    : law_(&places.law()), own_(&own), library_(&library), places_(&places) {}

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
        .scope = citation.purpose == Purpose::scope};
    const bool by_name = citation.law.word == LawWord::named ||
                         citation.law.word == LawWord::number || citation.law.word == LawWord::same;
    if (by_name) mention.units |= bit(Unit::law);
    if (citation.law.word == LawWord::same && !one.law_id.empty()) {
      const std::string_view title = library_->title(one.law_id);
      if (!title.empty()) mention.law_name = title;
    }
    if (!one.law_id.empty()) antecedents_.add(std::move(mention));
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
  if (citation.first.words.size() == 1 && citation.first.words[0].unit == Unit::row) {
    out.law_id = law_->id;  // only so that 同項 behind it is not taken for a 項
    out.units = bit(Unit::row) | bit(Unit::paragraph);
    return out;
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

// --- tables --------------------------------------------------------------------------------------

const std::string* Resolver::law_of_cell(const Citation& citation, const Context& context) const {
  for (auto it = context.cell_laws.rbegin(); it != context.cell_laws.rend(); ++it) {
    if (it->span.contains(citation.span)) return &it->law_id;
  }
  return nullptr;
}

void Resolver::note_cell(const Citation& citation, const Resolved& one, Context& context) const {
  const std::string_view text = law_->provisions[context.place.provision].text;
  if (citation.law.word == LawWord::none || one.law_id.empty()) return;
  const bool bare_law = citation.first.words.empty();
  // The law a table of readings is about: 「読み替える法の規定」, or the last one its introduction
  // names.
  for (const TableMap::Replacement& table : context.tables->replacements()) {
    if (!table.introduction.contains(citation.span)) continue;
    const bool settled =
        std::any_of(context.cell_laws.begin(), context.cell_laws.end(),
                    [&](const Context::CellLaw& c) { return c.span == table.rows && c.bare; });
    if (bare_law || !settled) context.cell_laws.push_back({table.rows, one.law_id, bare_law});
  }
  if (!bare_law) return;
  const TableCell* cell = context.tables->cell_at(citation.span.begin);
  if (cell == nullptr || cell->span.begin != citation.span.begin) return;
  // Nothing but the name, and its number in a bracket.
  std::string_view rest = text.substr(citation.span.end, cell->span.end - citation.span.end);
  if (rest.starts_with("（") && rest.find("）") != std::string_view::npos)
    rest.remove_prefix(rest.rfind("）") + 3);
  if (!corpus::trim(rest).empty()) return;
  for (const corpus::Span governed : context.tables->cells_governed_by(*cell)) {
    context.cell_laws.push_back({governed, one.law_id, true});
  }
}

// --- which law -----------------------------------------------------------------------------------

std::string Resolver::law_of(const Citation& citation, Context& context, Resolved& out) const {
  const CitedLaw& law = citation.law;
  const auto amending = [&]() -> std::string {
    if (context.place.amending_law.starts_with('[') || context.place.amending_law.empty()) {
      return std::string(kUnknown) +
             (context.place.amending_law.empty() ? "改正法令" : context.place.amending_law);
    }
    return context.place.amending_law;
  };
  switch (law.word) {
    case LawWord::none:
      return {};
    case LawWord::here:
      if (context.place.amending) {
        out.own = false;
        return amending();
      }
      return law_->id;
    case LawWord::amended:
      out.names_law = true;
      if (!context.place.amending && law.name.empty()) return law_->id;
      out.reason = law.old ? "改正前の規定" : std::string{};
      return law_->id;
    case LawWord::number:
    case LawWord::named: {
      out.names_law = true;
      out.own = false;
      std::vector<std::string> ids = law.ids;
      if (!law.number.empty()) {
        const auto by_number = library_->ids_by_number(law.number);
        if (!ids.empty() && !by_number.empty() && ids != by_number &&
            std::find(ids.begin(), ids.end(), by_number[0]) == ids.end()) {
          out.reason = "題名と法令番号が別の法令を指している";
        }
        ids = by_number;
        if (ids.empty() && same_number(law.number, law_->number)) ids = {law_->id};
      }
      if (ids.size() > 1) {
        out.reason = "同じ名の法令が複数ある";
        out.candidates = ids;
        std::erase_if(ids, [&](const std::string& id) { return structure(id) == nullptr; });
        if (ids.size() > 1) ids.resize(0);
      }
      if (ids.size() == 1) {
        out.own = ids[0] == law_->id;
        return ids[0];
      }
      return std::string(kUnknown) + (law.name.empty() ? law.number : law.name);
    }
    case LawWord::same: {
      out.names_law = true;
      const Mention here{
          .law_id = {},
          .law_name = {},
          .path = {},
          .provision = context.place.provision,
          .bracket = citation.bracket,
          .bracket_span = context.parsed->brackets[static_cast<std::size_t>(citation.bracket)].span,
          .scope = citation.purpose == Purpose::scope};
      const Mention* found =
          antecedents_.find(bit(Unit::law), here, context.above,
                            [&](const Mention& m) { return fits_kind(m, law.name); });
      if (found == nullptr) {
        out.reason = "同" + law.name + "の指す法令が見当たらない";
        out.own = false;
        return std::string(kUnknown) + "同" + law.name + law.suffix;
      }
      std::string id = found->law_id;
      if (!law.suffix.empty()) {
        const std::string base =
            is_unknown(id) ? found->law_name : std::string(library_->title(id));
        const auto ids = library_->ids_by_name(base + law.suffix);
        id = ids.size() == 1 ? ids[0] : std::string(kUnknown) + base + law.suffix;
      }
      out.own = id == law_->id;
      return id;
    }
  }
  return {};
}

// --- where the first word of a pointer stands --------------------------------------------------

// A member of a list takes from the one before it what it leaves out.
static bool inherits(const Word& word, const Resolved& before, Path& base, Resolved& out) {
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
  if (word.unit == Unit::item && !before.path.empty() && before.path.back().kind == SegmentKind::form) {
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
    return (m.units & bit(Unit::row)) != 0 || fits(m);
  };
  const Mention* found = antecedents_.find(bit(word.unit), here, context.above, row_or_fits);
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

bool Resolver::base_of_named(const Citation& citation, const Word& word, Context& context,
                             Resolved& out, Path& base) const {
  const Place& place = context.place;
  const bool law_given = citation.law.word != LawWord::none;
  const auto suppl_path = [&]() -> Path {
    Path path{law_->provisions[*place.suppl].segment};
    return path;
  };
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
    // 第三節 is of this chapter, if this chapter has one.
    Path own = places_->path(place.provision);
    own.clear();
    for (const std::uint32_t i : context.above) {
      const Segment& s = law_->provisions[i].segment;
      if (is_chapter_like(s.kind) && s.kind < *segment_kind(word.unit)) own.insert(own.begin(), s);
    }
    for (;; own.pop_back()) {
      Path with = own;
      with.push_back(segment_of(word));
      if (own_->has(with) || own.empty()) break;
    }
    if (place.amending && own.empty()) {
      out.law_id = {};
    } else {
      base = own;
      return true;
    }
  }
  if (word.unit == Unit::suppl) return true;  // its segment is made from the place
  if (is_top(word.unit)) {
    if (!place.amending) return true;
    // In the 附則 of an amending law its own articles, not those of the law it amends.
    const bool in_own_appendix =
        (word.unit == Unit::table || word.unit == Unit::form || word.unit == Unit::appendix);
    if (in_own_appendix) {
      Path with = suppl_path();
      with.push_back(segment_of(word));
      if (own_->has(with)) {
        base = suppl_path();
        return true;
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
      return true;
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
      if (own_->presence(with) == Presence::there && !behind.starts_with("の規定による改正"))
        return true;
    }
    // 「第三条の改正規定」 amends 第三条: of the law last named
    // (第一条中○○法第二条及び第三条の改正規定), else of this one. 「第三条の規定」 and 「第三条中」
    // are the amending law's.
    if (citation.purpose == Purpose::amendment) {
      const std::string_view text = law_->provisions[place.provision].text;
      for (std::size_t i = context.done.size(), n = 0; i-- > 0 && n < kMemory; ++n) {
        const std::size_t end = context.parsed->citations[i].span.end;
        const Resolved& other = context.done[i];
        const bool of_amending =
            !other.own && !other.names_law && text.substr(end).starts_with("中");
        if (!of_amending && !other.names_law) continue;
        // 「第一条中第三条の改正規定」 is of no other law.
        if (of_amending || !same_sentence(citation, i, context)) return true;
        out.law_id = other.law_id;
        out.own = other.own;
        out.names_law = true;
        return true;
      }
      return true;
    }
    CitedLaw here;
    here.word = LawWord::here;
    Citation as_here = citation;
    as_here.law = here;
    out.law_id = law_of(as_here, context, out);
    return true;
  }
  // 第二項 of this article, 第三号 of this 項, イ of this 号.
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
        base = suppl_path();
      else if (from_holder(Unit::table))
        return true;
      return true;
    case Unit::item:
      if (from_holder(Unit::paragraph) || from_holder(Unit::table) || from_holder(Unit::appendix))
        return true;
      if (place.suppl) base = suppl_path();
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
      return std::any_of(r.path.begin(), r.path.end(), [](const Segment& s) { return is_chapter_like(s.kind); });
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
    // 次条 in the same 附則 says so by its place alone; what follows in the list does not.
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
  return true;
}

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
  if (context.place.suppl && there(law_->id, prefixed(out.target.first.path))) {
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

// --- is it there ---------------------------------------------------------------------------------

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
    if (presence == Presence::deleted) {
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
  if (out.names_suppl) return Form::suppl;
  if (has(Unit::table) || has(Unit::form) || has(Unit::appendix)) return Form::app;
  const auto& words = citation.first.words;
  if (citation.law.word == LawWord::same) return Form::same;
  if (out.names_law) return Form::ext;
  if (words.empty()) return Form::abs;
  if (words[0].relation == Relation::same) return Form::same;
  if (words[0].relation == Relation::previous || words[0].relation == Relation::next)
    return Form::rel;
  if (words.back().relation == Relation::each) return Form::each;
  if (is_structural(words.back().unit)) return Form::structure;
  return is_subitem(words.back().unit) ? Form::sub : Form::abs;
}

}  // namespace indexer
