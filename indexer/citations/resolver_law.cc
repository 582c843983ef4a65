// SPDX-License-Identifier: GPL-2.0-or-later
// Which law a citation means.
#include <algorithm>

#include "corpus/law_names.h"
#include "corpus/law_number.h"
#include "corpus/text_scan.h"
#include "indexer/citations/resolver_context.h"

namespace citations {

namespace {

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

// Do the head and the end they have in common make up three quarters of the longer?
bool share_most_letters(std::string_view a, std::string_view b) {
  const std::u32string x = corpus::fold_name(a), y = corpus::fold_name(b);
  const std::size_t shorter = std::min(x.size(), y.size()), longer = std::max(x.size(), y.size());
  std::size_t head = 0, tail = 0;
  while (head < shorter && x[head] == y[head]) ++head;
  while (head + tail < shorter && x[x.size() - 1 - tail] == y[y.size() - 1 - tail]) ++tail;
  return 4 * (head + tail) >= 3 * longer;
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

const std::string* Resolver::law_of_cell(const Citation& citation, const Context& context) const {
  for (auto it = context.cell_laws.rbegin(); it != context.cell_laws.rend(); ++it) {
    if (it->span.contains(citation.span)) return &it->law_id;
  }
  return nullptr;
}

// 「法第五条の規定の適用がある場合における第十五条の規定の適用については、次の表の…」: the table
// is about 第十五条 of the law one reads.
void Resolver::note_own_pinpoint(const Citation& citation, const Resolved& one,
                                 Context& context) const {
  const std::string_view text = law_->provisions[context.place.provision].text;
  const auto& words = citation.first.words;
  const bool article = !words.empty() && words[0].relation == Relation::named &&
                       words[0].unit == Unit::article && one.own;
  if (!article || !text.substr(citation.span.end).starts_with("の規定の適用については")) return;
  for (const TableMap::Replacement& table : context.tables->replacements()) {
    if (table.introduction.contains(citation.span))
      context.cell_laws.push_back({table.rows, one.law_id, false});
  }
}

void Resolver::note_cell(const Citation& citation, const Resolved& one, Context& context) const {
  const std::string_view text = law_->provisions[context.place.provision].text;
  if (one.law_id.empty()) return;
  if (citation.law.word == LawWord::none) return note_own_pinpoint(citation, one, context);
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

// 「この法律による改正前の見本物資管理法」, where the law is called 見本物資法 today.
bool Resolver::is_former_title(const CitedLaw& law, const Context& context) const {
  if (!context.place.amending || law.name.empty()) return false;
  const std::string_view text = law_->provisions[context.place.provision].text;
  const std::string_view before = text.substr(0, law.span.begin);
  if (!corpus::ends_with_any(before, {"による改正前の", "による改正後の"})) return false;
  return share_most_letters(law.name, law_->title);
}

// Is the provision in that law, or may it be? Not where the law is at hand and ends before it.
bool Resolver::may_have(const std::string& law_id, const Citation& citation) const {
  const LawStructure* known = structure(law_id);
  if (known == nullptr || known->size() == 0) return true;
  Path path;
  for (const Word& word : citation.first.words) {
    if (word.relation != Relation::named) return true;
    append(path, word);
  }
  return path.empty() || known->presence(path) != Presence::beyond;
}

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
      if (is_former_title(law, context)) {
        out.own = true;
        out.reason = "この法令の前の題名";
        return law_->id;
      }
      return std::string(kUnknown) + (law.name.empty() ? law.number : law.name);
    }
    case LawWord::same: {
      out.names_law = true;
      const Mention here = here_of(citation, context);
      const auto of_kind = [&](const Mention& m) { return fits_kind(m, law.name); };
      const auto is_above = [&](std::uint32_t provision) {
        return std::find(context.above.begin(), context.above.end(), provision) !=
               context.above.end();
      };
      const Mention* found = nullptr;
      const Mention default_law{
          .law_id = law_->id, .law_name = law_->title, .path = {}, .bracket_span = {}};
      if (prose_ && law.suffix.empty()) {  // a memo's 同法 is not always the law named last
        found = antecedents_.find(bit(Unit::law), here, context.above, [&](const Mention& m) {
          return of_kind(m) && may_have(m.law_id, citation);
        });
        if (found == nullptr && !law_->id.empty() && own_->size() > 0 && of_kind(default_law) &&
            may_have(law_->id, citation))
          found = &default_law;
      }
      // What a text calls 法 it does not call 同法 as well.
      if (found == nullptr) {
        const Mention* called_so =
            antecedents_.find(bit(Unit::law), here, context.above,
                              [&](const Mention& m) { return m.law_name == law.name; });
        found = antecedents_.find(bit(Unit::law), here, context.above, [&](const Mention& m) {
          return of_kind(m) && is_above(m.provision) &&
                 (called_so == nullptr || m.law_id != called_so->law_id);
        });
      }
      if (found == nullptr) found = antecedents_.find(bit(Unit::law), here, context.above, of_kind);
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

}  // namespace citations
