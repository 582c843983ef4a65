// SPDX-License-Identifier: GPL-2.0-or-later
#include "web-static/terms.h"

#include <algorithm>
#include <array>
#include <optional>
#include <set>

#include "corpus/address_text.h"
#include "indexer/analysis/morphemes.h"
#include "indexer/analysis/normalize.h"
#include "indexer/analysis/spelling.h"
#include "indexer/definitions/term_uses.h"
#include "web-static/html.h"

namespace web {
namespace {

using corpus::Span;
using definitions::Definition;
using definitions::DefinitionRecord;

constexpr std::size_t kLongestDefinition = 220;  // letters shown in a list
constexpr std::size_t kMostSimilar = 6;
constexpr std::size_t kMostSimilarInLaw = 2;

std::size_t byte_at(std::string_view text, std::size_t code_point) {
  std::size_t at = 0;
  for (; code_point > 0 && at < text.size(); --code_point) corpus::next_code_point(text, at);
  return at;
}

std::string shortened(const std::string& text) {
  const std::size_t end = byte_at(text, kLongestDefinition);
  return end >= text.size() ? text : text.substr(0, end) + "…";
}

struct Term {
  std::string term;
  const DefinitionRecord* record = nullptr;
  bool imported = false;
};

std::optional<Definition> definition_of(const corpus::Law& law, const DefinitionRecord& r) {
  const auto address = corpus::parse_address(r.address);
  if (!address || r.term.empty()) return {};
  const auto provision = law.find(address->path);
  if (!provision) return {};
  const std::string& text = law.provisions[*provision].text;
  Definition d;
  d.from = static_cast<std::uint32_t>(*provision);
  d.term = r.term;
  const auto bytes = [&](corpus::CodePointSpan span) {
    return Span{byte_at(text, span.begin), byte_at(text, span.end)};
  };
  d.term_span = bytes(r.term_span);
  d.text = bytes(r.text_span);
  for (const std::string& part : r.scope) {
    if (auto scope = definitions::parse_scope_part(part)) d.scope.push_back(std::move(*scope));
  }
  return d;
}

std::string term_anchor(std::string_view term) {
  std::string out = "t-";
  for (const char c : definitions::term_key(term)) out += c == ' ' || c == '\t' ? '_' : c;
  return out;
}

std::string place_link(const std::string& text, const LinkContext& context) {
  const auto address = corpus::parse_address(text);
  if (!address) return escaped(text);
  std::string title;
  if (address->law_id != context.law_id) {
    const auto law = context.map.find(address->law_id);
    title = law                ? context.map.laws()[*law].title
            : context.title_of ? context.title_of(address->law_id)
                               : std::string{};
  }
  std::string name = to_japanese(*address, corpus::NumberStyle::kanji, title);
  if (name.empty()) name = "この法令";
  const auto place = context.map.link_to(*address);
  if (!place) return escaped(name);
  return "<a href=\"" + escaped(href_of(*place, context)) + "\">" + escaped(name) + "</a>";
}

std::string scope_text(const std::vector<std::string>& scope, const LinkContext& context) {
  std::string out;
  for (const std::string& text : scope) {
    const auto part = definitions::parse_scope_part(text);
    if (!part) continue;
    if (!out.empty()) out += "、";
    const auto name = [&](const corpus::Address& a) {
      if (a.is_law()) return std::string("この法令");
      return to_japanese(a, corpus::NumberStyle::kanji,
                         a.law_id == context.law_id ? std::string_view{} : "元の法令");
    };
    out += name(part->first);
    if (part->last) out += "から" + name(*part->last) + "まで";
    if (part->open) out += "以後";
    if (part->sentence) out += "のこの文";
  }
  return out;
}

std::string related_text(const DefinitionRecord& r) {
  std::string out;
  for (const std::string& related : r.related) {
    const std::size_t colon = related.find(':');
    if (colon == std::string::npos) continue;
    const std::string_view kind = std::string_view(related).substr(0, colon);
    const std::string term = "「" + related.substr(colon + 1) + "」";
    if (!out.empty()) out += "、";
    out += term + (kind == "part_of" ? "の一部" : kind == "includes" ? "を含む" : "を除く");
  }
  return out;
}

// Japanese letters stand in a fragment as they are; others are encoded.
std::string term_fragment(std::string_view term) {
  const std::string anchor = term_anchor(term);
  const bool plain = std::all_of(anchor.begin(), anchor.end(), [](char c) {
    return static_cast<unsigned char>(c) >= 0x80 || c == '-' || c == '_' ||
           ('0' <= c && c <= '9') || ('a' <= c && c <= 'z') || ('A' <= c && c <= 'Z');
  });
  return plain ? anchor : percent_encoded(anchor);
}

// Of several places the one in the law that is read.
std::string similar_place(const SimilarTerm& s, const LinkContext& context) {
  const auto own = std::find_if(s.addresses.begin(), s.addresses.end(), [&](const auto& a) {
    return a.starts_with(std::string(context.law_id) + '/');
  });
  std::string out = place_link(own != s.addresses.end() ? *own : s.addresses.front(), context);
  if (s.addresses.size() > 1) out += "ほか" + std::to_string(s.addresses.size() - 1) + "か所";
  return out;
}

// 似た語：特定重要電子計算機（第二条第三項。「特定」が加わる）
std::string similar_html(const TermPlace& place, const LinkContext& context) {
  std::string out;
  for (std::size_t i = 0; i < place.similar.size() && i < kMostSimilarInLaw; ++i) {
    const SimilarTerm& s = place.similar[i];
    out += (out.empty() ? "　似た語：<a href=\"../../terms/" : "、<a href=\"../../terms/") + s.row +
           "/index.html#" + term_fragment(s.term) + "\">" + escaped(s.term) + "</a>（" +
           similar_place(s, context) + "。" + escaped(s.difference) + "）";
  }
  return out;
}

std::string entry_html(const Term& t, std::size_t number, const TermPlaces& places,
                       const LinkContext& context) {
  const DefinitionRecord& r = *t.record;
  std::string out = "<div id=\"term-" + std::to_string(number) + "\"><dt>" + escaped(t.term) +
                    "</dt><dd>" + escaped(shortened(r.definition)) + "<p>" +
                    place_link(r.address, context);
  if (const auto scope = scope_text(r.scope, context); !scope.empty())
    out += "　範囲：" + escaped(scope);
  if (const auto related = related_text(r); !related.empty()) out += "　" + escaped(related);
  const auto listed = places.find(definitions::term_key(t.term));
  if (listed != places.end() && listed->second.laws > 1) {
    out += "　<a href=\"../../terms/" + listed->second.row + "/index.html#" +
           term_fragment(t.term) + "\">同じ語を定める法令（" + std::to_string(listed->second.laws) +
           "）</a>";
  }
  if (listed != places.end()) out += similar_html(listed->second, context);
  return out + "</p></dd></div>\n";
}

// ---- the index -------------------------------------------------------------------------------

struct Row {
  std::string_view id;
  std::string_view name;
  std::string_view kana;
};
constexpr std::array<Row, 11> kRows = {{{"a", "あ行", "あいうえおゔ"},
                                        {"ka", "か行", "かきくけこがぎぐげご"},
                                        {"sa", "さ行", "さしすせそざじずぜぞ"},
                                        {"ta", "た行", "たちつてとだぢづでど"},
                                        {"na", "な行", "なにぬねの"},
                                        {"ha", "は行", "はひふへほばびぶべぼぱぴぷぺぽ"},
                                        {"ma", "ま行", "まみむめも"},
                                        {"ya", "や行", "やゆよ"},
                                        {"ra", "ら行", "らりるれろ"},
                                        {"wa", "わ行", "わゐゑをん"},
                                        {"other", "その他", ""}}};

std::size_t row_of(std::string_view reading) {
  if (reading.empty()) return kRows.size() - 1;
  std::size_t end = 0;
  corpus::next_code_point(reading, end);
  for (std::size_t i = 0; i + 1 < kRows.size(); ++i) {
    if (kRows.at(i).kana.find(reading.substr(0, end)) != std::string_view::npos) return i;
  }
  return kRows.size() - 1;
}

struct Entry {
  std::string reading;
  std::string key;
  const TermOnSite* term;
};

// `entries` are sorted; those of one key stand together.
void find_similar(TermPlaces& places, const std::vector<Entry>& entries,
                  const CompareTerms& compare) {
  std::vector<TermInLaws> terms;
  std::vector<std::vector<const TermOnSite*>> all;
  for (const Entry& e : entries) {
    if (terms.empty() || terms.back().key != e.key) {
      terms.push_back({e.key, {}});
      all.emplace_back();
    }
    all.back().push_back(e.term);
    terms.back().laws.push_back(e.term->law);
  }
  for (TermInLaws& t : terms) std::sort(t.laws.begin(), t.laws.end());
  const auto near = near_terms(terms, compare, kMostSimilar);
  for (std::size_t t = 0; t < terms.size(); ++t) {
    for (const NearTerm& n : near[t]) {
      SimilarTerm similar{all[n.term].front()->term,
                          places[terms[n.term].key].row,
                          {},
                          difference_text(n.difference)};
      for (const TermOnSite* term : all[n.term]) similar.addresses.push_back(term->address);
      places[terms[t].key].similar.push_back(std::move(similar));
    }
  }
}

std::string similar_list(const TermPlace& place) {
  std::string out;
  for (const SimilarTerm& s : place.similar)
    out += (out.empty() ? "<dd class=\"similar\">似た語：<a href=\"../" : "、<a href=\"../") +
           s.row + "/index.html#" + term_fragment(s.term) + "\">" + escaped(s.term) + "</a>（" +
           escaped(s.difference) + "）";
  return out.empty() ? out : out + "</dd>";
}

}  // namespace

TermsOfPage terms_of_page(const corpus::Law& law, const std::vector<DefinitionRecord>& records,
                          const DefinitionsOf& definitions_of, const TermPlaces& places,
                          const LinkContext& context) {
  TermsOfPage out;
  std::vector<Definition> definitions;
  std::vector<Term> terms;
  for (const DefinitionRecord& r : records) {
    auto d = definition_of(law, r);
    if (!d) continue;
    terms.push_back({r.term, &r, false});
    definitions.push_back(std::move(*d));
  }
  std::vector<definitions::ScopedTerm> scoped = definitions::scoped_terms(law, definitions);
  std::vector<std::vector<DefinitionRecord>> imported;
  for (const DefinitionRecord& r : records) {
    const auto other = r.inherits() ? context.map.find(r.imported_from) : std::nullopt;
    if (!other || !definitions_of) continue;
    imported.push_back(definitions_of(*other));
    std::vector<std::string> words;
    std::vector<definitions::ScopePart> scope;
    for (const std::string& text : r.scope) {
      if (auto part = definitions::parse_scope_part(text)) scope.push_back(std::move(*part));
    }
    std::set<std::string> seen;
    for (const DefinitionRecord& own : imported.back()) {
      // Words that hold in one article of that law only are not taken over.
      const bool wide = std::any_of(own.scope.begin(), own.scope.end(), [](const auto& s) {
        const auto part = definitions::parse_scope_part(s);
        return part && (part->first.is_law() || part->open);
      });
      if (own.term.empty() || !wide || !seen.insert(own.term).second) continue;
      words.push_back(own.term);
      terms.push_back({own.term, &own, true});
    }
    auto more = definitions::inherited_terms(law, scope, words);
    // Own definitions win: the list given first.
    scoped.insert(scoped.begin(), std::make_move_iterator(more.begin()),
                  std::make_move_iterator(more.end()));
    std::rotate(terms.begin(), terms.end() - static_cast<std::ptrdiff_t>(words.size()),
                terms.end());
  }
  std::vector<std::size_t> numbers(terms.size(), 0);  // of the list, 0: not in it
  std::size_t next = 0;
  for (std::size_t i = 0; i < terms.size(); ++i) {
    if (!terms[i].imported) numbers[i] = ++next;
  }
  std::set<std::pair<std::uint32_t, std::uint32_t>> linked;
  for (const definitions::TermUse& use : definitions::find_term_uses(law, scoped)) {
    if (!linked.emplace(use.provision, use.term).second) continue;
    if (numbers[use.term] == 0) numbers[use.term] = ++next;
    out.found[use.provision].push_back(
        {use.span,
         "a",
         {{"class", "term"}, {"href", "#term-" + std::to_string(numbers[use.term])}},
         {}});
  }
  for (const Definition& d : definitions) {
    if (!d.term_span.empty()) out.found[d.from].push_back({d.term_span, "dfn", {}, {}});
  }
  std::map<std::size_t, std::size_t> by_number;
  for (std::size_t i = 0; i < terms.size(); ++i) {
    if (numbers[i] != 0) by_number.emplace(numbers[i], i);
  }
  for (const auto& [number, i] : by_number)
    out.list += entry_html(terms[i], number, places, context);
  out.count = by_number.size();
  return out;
}

TermPages term_pages(const std::vector<TermOnSite>& terms, const LawMap& map,
                     const CompareTerms& compare) {
  const analysis::Dictionary dictionary;
  analysis::Tagger tagger(dictionary, analysis::Tagger::With::system);
  std::map<std::string, std::string> readings;  // MeCab is asked once for each term
  std::vector<Entry> entries;
  for (const TermOnSite& t : terms) {
    std::string key = definitions::term_key(t.term);
    auto [known, is_new] = readings.emplace(key, "");
    if (is_new) {
      const std::string spelled = analysis::normalize(t.term).text;
      const std::string kana = tagger.split(spelled).reading;
      known->second = analysis::reading_term(kana.empty() ? spelled : kana);
    }
    entries.push_back({known->second, std::move(key), &t});
  }
  std::stable_sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) {
    return a.reading != b.reading ? a.reading < b.reading : a.key < b.key;
  });
  TermPages out;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    TermPlace& listed = out.places[entries[i].key];
    listed.row = kRows.at(row_of(entries[i].reading)).id;
    const bool same_law = i > 0 && entries[i].key == entries[i - 1].key &&
                          entries[i - 1].term->law == entries[i].term->law;
    if (!same_law) ++listed.laws;
  }
  if (compare) find_similar(out.places, entries, compare);
  std::vector<TermRow>& rows = out.rows;
  for (const Row& row : kRows) rows.push_back({std::string(row.id), std::string(row.name), {}, 0});
  for (std::size_t i = 0; i < entries.size(); ++i) {
    TermRow& row = rows[row_of(entries[i].reading)];
    const TermOnSite& t = *entries[i].term;
    if (i == 0 || entries[i].key != entries[i - 1].key) {
      if (!row.html.empty()) row.html += "</div>\n";
      row.html +=
          "<div id=\"" + escaped(term_anchor(t.term)) + "\"><dt>" + escaped(t.term) + "</dt>";
      ++row.terms;
    }
    const LawOnSite& law = map.laws()[t.law];
    std::string href = "../../law/" + law.id + "/index.html";
    std::string place = law.title;
    if (const auto address = corpus::parse_address(t.address)) {
      place = to_japanese(*address, corpus::NumberStyle::kanji, law.title);
      if (const auto on = map.link_to(*address); on && !on->anchor.empty())
        href += '#' + percent_encoded(on->anchor);
    }
    row.html += "<dd><a href=\"" + href + "\">" + escaped(place) + "</a>　" +
                escaped(shortened(t.definition)) + "</dd>";
    if (i + 1 == entries.size() || entries[i + 1].key != entries[i].key)
      row.html += similar_list(out.places[entries[i].key]);
  }
  for (TermRow& row : rows) {
    if (!row.html.empty()) row.html = "<dl class=\"terms\">" + row.html + "</div></dl>";
  }
  std::erase_if(rows, [](const TermRow& row) { return row.terms == 0; });
  return out;
}

}  // namespace web
