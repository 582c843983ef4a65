// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/jobun/definition_text.h"

#include <algorithm>
#include <iostream>
#include <utility>

#include "corpus/address_text.h"
#include "query/jobun/terminal.h"

namespace jobun {
namespace {

using corpus::NumberStyle;

constexpr std::pair<std::string_view, std::string_view> kForms[] = {
    {"toha", "「…とは」の定義"},
    {"quoted", "「…という」の略称"},
    {"bracket", "括弧書きの定義"},
    {"list", "用語の意義の列記"},
};
constexpr std::size_t kMostQuoted = 400;  // letters of an imported provision

std::string_view name_of_form(std::string_view form) {
  const auto* row = std::find_if(std::begin(kForms), std::end(kForms),
                                 [&](const auto& f) { return f.first == form; });
  return row == std::end(kForms) ? form : row->second;
}

std::string shorten(const std::string& text) {
  std::size_t at = 0;
  for (std::size_t n = 0; at < text.size() && n < kMostQuoted; ++n)
    corpus::next_code_point(text, at);
  return at < text.size() ? text.substr(0, at) + "……" : text;
}

std::string name_with_law(const std::string& address, const indexer::KnowledgeBase& kb) {
  const auto read = corpus::parse_address(address);
  if (!read) return address;
  const std::string title = kb.title_of(read->law_id);
  return corpus::to_japanese(*read, NumberStyle::kanji, title.empty() ? read->law_id : title);
}

std::string labelled(std::string_view label, std::string_view text) {
  return wrap(std::string(label) + "： " + std::string(text), terminal_width(), 4) + '\n';
}

}  // namespace

std::string to_japanese(const std::string& address) {
  const auto range = corpus::parse_address_range(address);
  return range ? corpus::to_japanese(*range, NumberStyle::kanji) : std::string{};
}

std::string name_of_scope(const std::vector<std::string>& scope, std::string_view address) {
  std::string out;
  for (const std::string& part : scope) {
    if (!out.empty()) out += "、";
    const auto read = definitions::parse_scope_part(part);
    if (!read) {
      out += part;
    } else if (read->first.is_law()) {
      out += "この法令の全体";
    } else if (part == address) {
      out += "この規定の中";
    } else if (read->open) {
      out += corpus::to_japanese(read->first, NumberStyle::kanji) + "から終わりまで";
    } else {
      out += corpus::to_japanese(corpus::AddressRange{read->first, read->last}, NumberStyle::kanji);
    }
  }
  return out;
}

std::string describe_definition(const query::FoundDefinition& d, const indexer::KnowledgeBase& kb,
                                std::string_view date) {
  const auto& r = d.record;
  std::string out = wrap(name_with_law(r.address, kb), terminal_width(), 2) + '\n';
  out += labelled("定義", "「" + r.definition + "」");
  out += labelled("形", name_of_form(r.form));
  out += labelled("範囲", name_of_scope(r.scope, r.address));
  if (!r.imported_from.empty()) {
    out += labelled("元の規定", name_with_law(r.imported_from, kb));
    const std::string text = query::imported_text(kb, r, date);
    out += labelled("その本文", text.empty() ? "この知識ベースに本文はありません"
                                             : "「" + shorten(text) + "」");
  }
  if (!d.inherited_by.empty())
    out += labelled("用語の例", kb.title_of(d.inherited_by) + "は、この法令の用語の例による");
  out += labelled("使用", std::to_string(r.uses) + "か所");
  return out;
}

std::string describe_term(const query::FoundDefinition& d, const indexer::KnowledgeBase& kb,
                          std::string_view own_law) {
  const std::string place =
      d.law->id == own_law ? to_japanese(d.record.address) : name_with_law(d.record.address, kb);
  return d.record.term + "（" + place + "）: " + shorten(d.record.definition);
}

std::string describe_similar(std::string_view term, const query::SimilarTerm& s,
                             const indexer::KnowledgeBase& kb) {
  std::string out = "  " + paint(Paint::match, s.term, std::cout) + '\n';
  std::string difference = "「" + s.shared + "」が同じ";
  if (!s.own.empty()) difference += "、「" + std::string(term) + "」だけの部分は「" + s.own + "」";
  if (!s.other.empty()) difference += "、「" + s.term + "」だけの部分は「" + s.other + "」";
  out += labelled("違い", difference);
  constexpr std::size_t kMostPlaces = 3;
  std::string places;
  for (std::size_t i = 0; i < s.definitions.size() && i < kMostPlaces; ++i)
    places += (i > 0 ? "、" : "") + name_with_law(s.definitions[i].record.address, kb);
  if (s.definitions.size() > kMostPlaces)
    places += "ほか" + std::to_string(s.definitions.size() - kMostPlaces) + "件";
  out += labelled("定義", places);
  if (!s.relation.empty()) {
    const std::string a = s.relation_of_other ? s.term : std::string(term);
    const std::string b = s.relation_of_other ? std::string(term) : s.term;
    const std::string said = s.relation == "part_of"    ? "」は「" + b + "」の一部"
                             : s.relation == "includes" ? "」は「" + b + "」を含む"
                                                        : "」は「" + b + "」を除く";
    out += labelled("関係", "「" + a + said + "（定義の文による）");
  }
  return out;
}

}  // namespace jobun
