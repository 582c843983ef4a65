// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/definitions/term_lists.h"

#include <algorithm>

#include "corpus/text_scan.h"
#include "indexer/definitions/definition_import.h"
#include "indexer/definitions/definition_matcher.h"
#include "indexer/definitions/noun_phrase.h"

namespace definitions {
namespace {

using corpus::Span;

// 「甲、乙又は丙　それぞれ…に規定する甲、乙又は丙をいう。」 is three words.
std::vector<std::string_view> members(std::string_view word, std::string_view meaning) {
  if (!meaning.starts_with("それぞれ")) return {word};
  std::vector<std::string_view> out;
  while (!word.empty()) {
    std::size_t end = word.size();
    std::size_t next = word.size();
    for (const std::string_view join : {"、", "又は", "及び", "若しくは", "並びに"}) {
      if (const std::size_t at = word.find(join); at < end) {
        end = at;
        next = at + join.size();
      }
    }
    if (end > 0) out.push_back(word.substr(0, end));
    word.remove_prefix(next);
  }
  return out;
}

// Where the source lost the gap: the longest beginning that the law uses elsewhere.
std::size_t beginning_used_elsewhere(const Reading& r) {
  const std::string_view text = r.provision.text;
  std::size_t end = 0;
  while (end < text.size() && is_noun_letter(corpus::letter_at(text, end)) && end < 90)
    corpus::next_code_point(text, end);
  for (; end >= 6; end -= 3) {
    const std::string_view word = text.substr(0, end);
    if ((static_cast<unsigned char>(text[end < text.size() ? end : 0]) & 0xC0) == 0x80) continue;
    const auto uses = [&](const corpus::Provision& other) {
      return &other != &r.provision && other.text.find(word) != std::string::npos;
    };
    if (std::any_of(r.law.provisions.begin(), r.law.provisions.end(), uses)) return end;
  }
  return 0;
}

std::vector<Definition> entry_of(const Reading& r, Span term, Span meaning,
                                 const ListOfTerms& list) {
  const std::string_view text = r.provision.text;
  std::string_view word = term.of(text);
  word = word.substr(0, word.find("（"));
  if (word.starts_with("「") && word.ends_with("」")) word = word.substr(3, word.size() - 6);
  if (word.empty() || word.find("。") != std::string_view::npos) return {};
  std::string_view said = trim_marks(meaning.of(text));
  if (const auto end = corpus::ends_with_any(said, {"をいう"})) said.remove_suffix(end->size());
  const Span whole = r.span_of(said);
  const TextLevel& outer = r.levels.front();
  const auto import = import_of(outer, {outer.place_of(whole.begin), outer.place_of(whole.end)},
                                word, r.references);
  std::vector<Definition> out;
  for (const std::string_view one : members(word, said)) {
    out.push_back(make_definition(r, r.span_of(one), whole, *list.rule));
    out.back().scope = list.scope;
    out.back().imported_from = import;
  }
  return out;
}

}  // namespace

std::optional<ListOfTerms> introduced_list(const Reading& r) {
  const TextLevel& level = r.levels.front();
  const DefinitionMatcher& matcher = DefinitionMatcher::standard();
  for (const Span sentence : sentences_of(level.text)) {
    for (const DefinitionRule* rule : matcher.rules(DefinitionPlace::chapeau)) {
      const auto match = matcher.find(*rule, level, sentence, sentence.begin, r.references);
      if (!match) continue;
      ListOfTerms list{r.index, unsaid_scope(r), rule};
      std::optional<ScopePhrase> scope = match->scope;
      for (std::size_t at = sentence.begin; !scope && at < match->span.begin;
           corpus::next_code_point(level.text, at)) {
        scope = read_scope(level, at, r.references);
      }
      if (scope) list.scope = resolve_scope({*scope}, r.places, r.index, false);
      return list;
    }
  }
  return std::nullopt;
}

std::vector<Definition> read_entry(const Reading& r, const ListOfTerms& list) {
  const corpus::Provision& p = r.provision;
  const bool columns = p.sentences.size() > 1 && p.sentences[0].column == 1;
  if (columns) {
    const Span meaning{p.sentences[1].span.begin, p.sentences.back().span.end};
    return entry_of(r, p.sentences[0].span, meaning, list);
  }
  const std::size_t gap = p.text.find(corpus::kColumnGap);
  if (gap != std::string::npos)
    return entry_of(r, {0, gap}, {gap + corpus::kColumnGap.size(), p.text.size()}, list);
  const std::size_t end = beginning_used_elsewhere(r);
  return entry_of(r, {0, end}, {end, p.text.size()}, list);
}

std::vector<Definition> read_table(const Reading& r, const ListOfTerms& list) {
  const std::string_view text = r.provision.text;
  std::vector<Definition> out;
  for (std::size_t at = text.find('\n'); at < text.size();) {
    const std::size_t begin = at + 1;
    at = std::min(text.find('\n', begin), text.size());
    const std::string_view row = text.substr(begin, at - begin);
    const std::size_t cell = row.find('\t');
    if (cell == std::string_view::npos) continue;
    const std::size_t next = std::min(row.find('\t', cell + 1), row.size());
    const bool heading = row.substr(0, cell) == "用語" || row.substr(cell + 1) == "意義" ||
                         row.substr(cell + 1) == "定義";
    if (heading) continue;
    auto entry = entry_of(r, {begin, begin + cell}, {begin + cell + 1, begin + next}, list);
    std::move(entry.begin(), entry.end(), std::back_inserter(out));
  }
  return out;
}

}  // namespace definitions
