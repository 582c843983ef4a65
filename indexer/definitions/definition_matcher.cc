// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/definitions/definition_matcher.h"

#include <algorithm>
#include <string>

#include "corpus/error.h"
#include "corpus/text_scan.h"
#include "indexer/definitions/noun_phrase.h"

namespace definitions {
namespace {

using corpus::Span;

constexpr std::size_t kMostMatter = 90;  // bytes of 事柄
constexpr std::size_t kMostTerm = 600;   // bytes of 語

bool next_is_noun(std::string_view text, std::size_t at) {
  return is_noun_letter(corpus::letter_at(text, at));
}

}  // namespace

struct DefinitionMatcher::Attempt {
  const Compiled* row;
  const TextLevel* level;
  std::string_view text;  // up to the end of the sentence
  const ProvisionReferences* references;
};

DefinitionMatcher::DefinitionMatcher(std::span<const DefinitionRule> rules,
                                     std::span<const DefinitionPiece> pieces)
    : by_place_(static_cast<std::size_t>(DefinitionPlace::law) + 1) {
  for (const DefinitionRule& rule : rules) {
    Compiled compiled{&rule, {}, {}};
    std::string_view rest = rule.pattern;
    while (!rest.empty()) {
      if (rest.front() != '{') {
        const std::size_t end = std::min(rest.find('{'), rest.size());
        const std::string_view letters = rest.substr(0, end);
        compiled.nodes.push_back({nullptr, letters, false});
        if (letters.size() > compiled.anchor.size()) compiled.anchor = letters;
        rest.remove_prefix(end);
        continue;
      }
      const std::size_t close = rest.find('}');
      const std::string_view name =
          close == std::string_view::npos ? rest : rest.substr(1, close - 1);
      const auto piece = std::find_if(pieces.begin(), pieces.end(),
                                      [&](const DefinitionPiece& p) { return p.name == name; });
      if (close == std::string_view::npos || piece == pieces.end()) {
        throw corpus::Error("定義の規則表にない部品です: " + std::string(name),
                            "definition_rules.cc: " + std::string(rule.name),
                            "部品の表を見てください");
      }
      rest.remove_prefix(close + 1);
      const bool optional = rest.starts_with('?');
      if (optional) rest.remove_prefix(1);
      compiled.nodes.push_back({&*piece, {}, optional});
    }
    by_place_[static_cast<std::size_t>(rule.place)].push_back(&rule);
    compiled_.push_back(std::move(compiled));
  }
}

const DefinitionMatcher& DefinitionMatcher::standard() {
  static const DefinitionMatcher matcher(definition_rules(), definition_pieces());
  return matcher;
}

const std::vector<const DefinitionRule*>& DefinitionMatcher::rules(DefinitionPlace place) const {
  return by_place_[static_cast<std::size_t>(place)];
}

bool DefinitionMatcher::match_rest(const Attempt& attempt, std::size_t node, std::size_t at,
                                   DefinitionMatch& out) {
  return match(attempt, node + 1, at, out);
}

// At most one 文, 間 or 事柄 is open at a time in the table's rows, so that trying every length of
// it stays linear.
bool DefinitionMatcher::match(const Attempt& attempt, std::size_t index, std::size_t at,
                              DefinitionMatch& out) {
  if (index == attempt.row->nodes.size()) {
    out.span.end = at;
    return true;
  }
  const Node& node = attempt.row->nodes[index];
  const std::string_view text = attempt.text;
  if (node.piece == nullptr) {
    return text.substr(at).starts_with(node.letters) &&
           match_rest(attempt, index, at + node.letters.size(), out);
  }
  switch (node.piece->kind) {
    case DefinitionPieceKind::text:
    case DefinitionPieceKind::gap:
    case DefinitionPieceKind::matter: {
      const bool matter = node.piece->kind == DefinitionPieceKind::matter;
      std::size_t end = at;
      if (node.piece->kind == DefinitionPieceKind::text) {
        if (end >= text.size()) return false;
        corpus::next_code_point(text, end);
      }
      // Where letters follow, only the places where they stand.
      const Node* next =
          index + 1 < attempt.row->nodes.size() ? &attempt.row->nodes[index + 1] : nullptr;
      if (next == nullptr) {
        if (node.piece->kind == DefinitionPieceKind::text) out.text = Span{at, text.size()};
        return match_rest(attempt, index, text.size(), out);
      }
      while (end <= text.size()) {
        if (next->piece == nullptr) {
          end = text.find(next->letters, end);
          if (end == std::string_view::npos) return false;
        }
        if (matter) {
          const std::string_view passed = text.substr(at, end - at);
          if (passed.size() > kMostMatter || passed.find("、") != std::string_view::npos ||
              passed.find("「") != std::string_view::npos)
            return false;
        }
        DefinitionMatch trial = out;
        if (node.piece->kind == DefinitionPieceKind::text) trial.text = Span{at, end};
        if (match_rest(attempt, index, end, trial)) {
          out = trial;
          return true;
        }
        if (end >= text.size()) return false;
        corpus::next_code_point(text, end);
      }
      return false;
    }
    case DefinitionPieceKind::scope: {
      const auto scope = read_scope(*attempt.level, at, *attempt.references);
      if (scope && scope->end <= text.size()) {
        DefinitionMatch trial = out;
        trial.scope = scope;
        trial.scope_span = {at, scope->end};
        if (match_rest(attempt, index, scope->end, trial)) {
          out = trial;
          return true;
        }
      }
      break;
    }
    case DefinitionPieceKind::term: {
      const std::size_t end = text.find("」", at);
      if (end == std::string_view::npos || end == at || end - at > kMostTerm) return false;
      if (text.substr(at, end - at).find("「") != std::string_view::npos) return false;
      DefinitionMatch trial = out;
      trial.term = Span{at, end};
      if (!match_rest(attempt, index, end, trial)) return false;
      out = trial;
      return true;
    }
    case DefinitionPieceKind::noun: {
      for (std::size_t end = at; end < text.size();) {
        corpus::next_code_point(text, end);
        if (end - at > kMostMatter) return false;
        if (next_is_noun(text, end) || !is_plain_noun(text.substr(at, end - at))) continue;
        DefinitionMatch trial = out;
        trial.term = Span{at, end};
        if (match_rest(attempt, index, end, trial)) {
          out = trial;
          return true;
        }
      }
      return false;
    }
    case DefinitionPieceKind::kanji: {
      if (corpus::is_kanji(corpus::letter_before(text, at))) return false;
      std::size_t end = at;
      while (corpus::is_kanji(corpus::letter_at(text, end))) corpus::next_code_point(text, end);
      if (end == at) return false;
      DefinitionMatch trial = out;
      trial.term = Span{at, end};
      if (!match_rest(attempt, index, end, trial)) return false;
      out = trial;
      return true;
    }
    case DefinitionPieceKind::pinpoint: {
      const citations::Reference* r = attempt.references->beginning_at(attempt.level->at[at]);
      if (r == nullptr) return false;
      DefinitionMatch trial = out;
      trial.pinpoint = r;
      if (!match_rest(attempt, index, attempt.level->place_of(r->span.end), trial)) return false;
      out = trial;
      return true;
    }
    case DefinitionPieceKind::spelling:
      for (const std::string_view spelling : node.piece->spellings) {
        if (!text.substr(at).starts_with(spelling)) continue;
        DefinitionMatch trial = out;
        if (match_rest(attempt, index, at + spelling.size(), trial)) {
          out = trial;
          return true;
        }
      }
      break;
  }
  return node.optional && match_rest(attempt, index, at, out);
}

std::optional<DefinitionMatch> DefinitionMatcher::find(
    const DefinitionRule& rule, const TextLevel& level, Span sentence, std::size_t from,
    const ProvisionReferences& references) const {
  const auto row = std::find_if(compiled_.begin(), compiled_.end(),
                                [&](const Compiled& c) { return c.rule == &rule; });
  if (row == compiled_.end()) return std::nullopt;
  const std::string_view text = std::string_view(level.text).substr(0, sentence.end);
  const Attempt attempt{&*row, &level, text, &references};
  // A row that begins with any text is tried once: if it fails there it fails further on.
  const DefinitionPiece* first = row->nodes.front().piece;
  const bool anchored = first != nullptr && first->kind == DefinitionPieceKind::text;
  for (std::size_t at = from; at < text.size(); corpus::next_code_point(text, at)) {
    if (!anchored && text.find(row->anchor, at) == std::string_view::npos) return std::nullopt;
    if (row->nodes.front().piece == nullptr && !anchored) {
      at = text.find(row->nodes.front().letters, at);
      if (at == std::string_view::npos) return std::nullopt;
    }
    DefinitionMatch out;
    out.span = {at, at};
    if (match(attempt, 0, at, out)) return out;
    if (anchored) break;
  }
  return std::nullopt;
}

}  // namespace definitions
