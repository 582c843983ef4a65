// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/citations/law_declarations.h"

#include <algorithm>

#include "corpus/text_scan.h"
#include "indexer/citations/pointer_path.h"

namespace citations {
namespace {

using corpus::Span;

constexpr std::string_view kOpenQuote = "「";
constexpr std::string_view kCloseQuote = "」";

bool names_a_law(std::string_view name) {
  if (name.size() > 150) return false;
  if (corpus::ends_with_any(name, {"方法", "手法", "工法", "製法", "療法", "法令", "命令", "指令",
                                   "司令", "号令", "法規則"}))
    return false;
  return corpus::ends_with_any(name, {"法", "令", "規則", "法律", "規程", "条例", "条約", "協定",
                                      "議定書", "憲章", "典範", "告示"})
      .has_value();
}

// 「A法及びB法（以下これらを「A法等」という。）」: no one law is meant by it.
bool stands_for_several(std::string_view before_name) {
  return corpus::ends_with_any(before_name, {"これらを", "これらの法律を", "これらの政令を",
                                             "これらの命令を", "これらを総称して"})
      .has_value();
}

// Where a name holds: 以下この条及び次条において.
std::vector<std::pair<std::uint32_t, std::uint32_t>> scope_of(
    const corpus::Law& law, std::uint32_t provision, Span span, std::string_view text,
    const ParsedText& parsed, const std::vector<Resolved>& resolved, const LawPlaces& places) {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> out;
  const std::string_view words = span.of(text);
  const auto add = [&](std::uint32_t i) { out.emplace_back(i, law.provisions[i].end); };
  for (std::size_t i = 0; i < parsed.citations.size(); ++i) {
    if (!span.contains(parsed.citations[i].span) || !resolved[i].own) continue;
    const auto first = law.find(resolved[i].target.first.path);
    if (!first) continue;
    add(static_cast<std::uint32_t>(*first));
    if (resolved[i].target.last) {
      if (const auto last = law.find(resolved[i].target.last->path))
        out.back().second = law.provisions[*last].end;
    }
  }
  const auto here = [&](std::string_view word, Unit unit) {
    if (words.find(word) == std::string_view::npos) return;
    if (const auto holder = places.holder(provision, unit)) add(*holder);
  };
  here("この表", Unit::table);
  here("この別表", Unit::table);
  here("この様式", Unit::form);
  if (words.find("この附則") != std::string_view::npos)
    out.push_back(places.text_around(provision));
  if (out.empty()) return {places.text_around(provision)};
  out.emplace_back(provision, law.provisions[provision].end);  // always in the sentence itself
  return out;
}

}  // namespace

std::vector<DeclaredName> find_declarations(const corpus::Law& law, std::uint32_t provision,
                                            const ParsedText& parsed,
                                            const std::vector<Resolved>& resolved,
                                            const LawPlaces& places) {
  std::vector<DeclaredName> out;
  const std::string_view text = law.provisions[provision].text;
  for (const std::string_view said : {"」という", "」と総称", "」といい"}) {
    for (std::size_t at = text.find(said); at != std::string_view::npos;
         at = text.find(said, at + 1)) {
      const std::size_t open = text.rfind(kOpenQuote, at);
      if (open == std::string_view::npos) continue;
      const std::string_view name =
          text.substr(open + kOpenQuote.size(), at - open - kOpenQuote.size());
      if (name.empty()) continue;
      // The bracket the declaration stands in, and the law named right before it.
      const Bracket* bracket = nullptr;
      for (const Bracket& b : parsed.brackets) {
        if (b.depth > 0 && b.span.begin < open && at < b.span.end &&
            (bracket == nullptr || bracket->depth < b.depth)) {
          bracket = &b;
        }
      }
      if (bracket == nullptr) continue;
      DeclaredName declared{.name = std::string(name),
                            .law = {},
                            .from = {provision, at + kCloseQuote.size()},
                            .in = {}};
      declared.law.word = LawWord::named;
      declared.law.name = name;
      declared.law.abbreviation = true;
      if (bracket->after >= 0) {
        const auto index = static_cast<std::size_t>(bracket->after);
        const Citation& c = parsed.citations[index];
        const bool bare =
            c.law.word != LawWord::none &&
            (c.first.words.empty() || c.first.words.front().span.begin > bracket->span.begin);
        if (!bare) continue;  // 「第三条（以下「規則」という。）」 names no law
        if (resolved[index].law_id.starts_with("unknown:") && !names_a_law(name))
          declared.law.needs_pinpoint = true;
        if (!resolved[index].law_id.starts_with("unknown:"))
          declared.law.ids = {resolved[index].law_id};
        declared.law.repealed = c.law.repealed;
        declared.law.old = c.law.old;
        if (stands_for_several(text.substr(0, open))) {
          declared.law.ids.clear();
          declared.law.needs_pinpoint = true;
        }
      } else {
        if (!names_a_law(name)) continue;
        declared.law.needs_pinpoint = true;  // what it stands for was not recognised as a law
      }
      std::size_t scope_begin = bracket->span.begin;
      if (const std::size_t stop = text.substr(0, open).rfind("。");
          stop != std::string_view::npos) {
        scope_begin = std::max(scope_begin, stop);
      }
      declared.in = scope_of(law, provision, {scope_begin, open}, text, parsed, resolved, places);
      out.push_back(std::move(declared));
    }
  }
  // 「法」とは、○○法（…）をいう。
  for (std::size_t i = 0; i < parsed.citations.size(); ++i) {
    const Citation& c = parsed.citations[i];
    const std::string_view before = text.substr(0, c.span.begin);
    constexpr std::string_view kIs = "」とは、";
    if (c.law.word != LawWord::named || !c.first.words.empty() || !before.ends_with(kIs)) continue;
    std::size_t end = c.span.end;
    for (const Bracket& b : parsed.brackets) {
      if (b.after == static_cast<int>(i)) end = b.span.end;
    }
    if (!text.substr(end).starts_with("をいう")) continue;
    const std::size_t close = c.span.begin - kIs.size();
    const std::size_t open = text.rfind(kOpenQuote, close);
    if (open == std::string_view::npos) continue;
    DeclaredName declared{.name = std::string(text.substr(open + 3, close - open - 3)),
                          .law = {},
                          .from = {provision, end},
                          .in = {}};
    declared.law.word = LawWord::named;
    declared.law.name = declared.name;
    declared.law.abbreviation = true;
    if (!resolved[i].law_id.starts_with("unknown:")) declared.law.ids = {resolved[i].law_id};
    if (!declared.name.empty()) out.push_back(std::move(declared));
  }
  return out;
}

std::vector<DeclaredName> find_bracketed_names(std::string_view text, const ParsedText& parsed,
                                               const std::vector<Resolved>& resolved) {
  constexpr std::size_t kLongest = 60;  // bytes, twenty letters
  std::vector<DeclaredName> out;
  for (const Bracket& bracket : parsed.brackets) {
    if (bracket.after < 0 || bracket.span.size() > kLongest + 6) continue;
    const auto owner = static_cast<std::size_t>(bracket.after);
    const Citation& c = parsed.citations[owner];
    if (c.law.word != LawWord::named || !c.first.words.empty()) continue;
    if (is_unknown(resolved[owner].law_id) || resolved[owner].law_id.empty()) continue;
    std::string_view name = bracket.span.of(text);
    for (const std::string_view open : {"（", "("})
      if (name.starts_with(open)) name.remove_prefix(open.size());
    for (const std::string_view close : {"）", ")"})
      if (name.ends_with(close)) name.remove_suffix(close.size());
    if (name.size() < 6 || !names_a_law(name) || corpus::has_hiragana(name)) continue;
    DeclaredName declared{
        .name = std::string(name), .law = {}, .from = {0, bracket.span.end}, .in = {}};
    declared.law.word = LawWord::named;
    declared.law.name = name;
    declared.law.ids = {resolved[owner].law_id};
    declared.law.abbreviation = true;
    out.push_back(std::move(declared));
  }
  return out;
}

std::vector<DeclaredName> names_from_title(const corpus::Law& law, const LawLibrary& library) {
  std::vector<DeclaredName> out;
  const auto add = [&](std::string_view name, const std::string& title) {
    const auto ids = library.ids_by_name(title);
    if (ids.size() != 1) return;
    DeclaredName declared{.name = std::string(name), .law = {}, .from = {}, .in = {}};
    declared.law.word = LawWord::named;
    declared.law.name = name;
    declared.law.ids = ids;
    declared.law.abbreviation = true;
    out.push_back(std::move(declared));
  };
  // Its own title, which the registry need not have.
  if (law.title.size() > 6) {
    DeclaredName own{.name = law.title, .law = {}, .from = {}, .in = {}};
    own.law.word = LawWord::named;
    own.law.name = law.title;
    own.law.ids = {law.id};
    out.push_back(std::move(own));
  }
  for (const std::string_view suffix : {"施行令", "施行規則", "施行細則"}) {
    if (!std::string_view(law.title).ends_with(suffix)) continue;
    const std::string base = law.title.substr(0, law.title.size() - suffix.size());
    if (base.ends_with("法") || base.ends_with("法律")) add("法", base);
    if (suffix != "施行令") add("令", base + "施行令");
  }
  return out;
}

}  // namespace citations
