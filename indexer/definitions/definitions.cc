// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/definitions/definitions.h"

#include <algorithm>

#include "corpus/law_number.h"
#include "corpus/text_scan.h"
#include "indexer/definitions/definition_import.h"
#include "indexer/definitions/definition_matcher.h"
#include "indexer/definitions/noun_phrase.h"
#include "indexer/definitions/reading.h"
#include "indexer/definitions/term_lists.h"

namespace definitions {
namespace {

using corpus::Provision;
using corpus::SegmentKind;
using corpus::Span;

bool may_define(std::string_view text) {
  for (const std::string_view word :
       {"をいう", "をいい", "同じ", "」と", "ヲ謂", "称ス", "用語", "語句", "をいふ"}) {
    if (text.find(word) != std::string_view::npos) return true;
  }
  return false;
}

class ProvisionReader {
 public:
  explicit ProvisionReader(const Reading& reading)
      : r_(reading), matcher_(DefinitionMatcher::standard()) {}

  std::vector<Definition> run() {
    for (std::size_t i = 0; i < r_.levels.size(); ++i) {
      level_ = &r_.levels[i];
      sentences_ = sentences_of(level_->text);
      read_sentences();
      if (i == 0)
        read_outside();
      else
        read_bracket();
    }
    std::sort(out_.begin(), out_.end(), comes_before);
    return std::move(out_);
  }

 private:
  std::string_view own(Span s) const { return s.of(level_->text); }

  // 「前項に規定する「甲」とは」: the sentence itself, and where the word stands.
  std::vector<ScopePart> here_and(const citations::Reference& place) const {
    std::vector<ScopePart> out = {{r_.law.address(r_.index), std::nullopt, false, true}};
    if (place.law == r_.law.id && !place.targets.empty())
      out.push_back({place.targets[0].first, place.targets[0].last, false});
    return out;
  }

  bool is_taken(Span term) const {
    return std::any_of(out_.begin(), out_.end(),
                       [&](const Definition& d) { return d.term_span == term; });
  }

  Definition& add(Span term, Span text, const DefinitionRule& rule) {
    out_.push_back(make_definition(r_, term, text, rule));
    return out_.back();
  }

  // 「甲」、「乙」及び「丙」と: the words before the last, in the level's text.
  std::vector<Span> terms_up_to(Span last, std::size_t not_before) const {
    std::vector<Span> terms = {last};
    const std::string_view text = level_->text;
    while (text.substr(0, terms.front().begin).ends_with("「")) {
      const std::string_view before = text.substr(0, terms.front().begin - 3);
      const auto join = corpus::ends_with_any(
          before, {"」及び", "」又は", "」、", "」並びに", "」若しくは", "」と", "」及び単に"});
      if (!join) break;
      const std::size_t close = before.size() - join->size();
      const std::size_t open = before.substr(0, close).rfind("「");
      if (open == std::string_view::npos || open < not_before) break;
      terms.insert(terms.begin(), Span{open + 3, close});
    }
    return terms;
  }

  // 「この法律において「甲」又は「乙」とは」: the scope stands before the first of the words.
  std::optional<ScopePhrase> scope_ending_at(std::size_t from, std::size_t end) const {
    for (std::size_t at = from; at < end; corpus::next_code_point(level_->text, at)) {
      const auto scope = read_scope(*level_, at, r_.references);
      if (scope && scope->end == end) return scope;
    }
    return std::nullopt;
  }

  void read_sentences() {
    for (const Span sentence : sentences_) {
      std::vector<ScopePart> before;
      for (std::size_t at = sentence.begin; at < sentence.end;) {
        std::optional<DefinitionMatch> best;
        const DefinitionRule* row = nullptr;
        for (const DefinitionRule* rule : matcher_.rules(DefinitionPlace::sentence)) {
          auto match = matcher_.find(*rule, *level_, sentence, at, r_.references);
          if (match && (!best || match->term->begin < best->term->begin)) {
            best = std::move(match);
            row = rule;
          }
        }
        if (!best) break;
        const auto words = terms_up_to(*best->term, sentence.begin);
        if (!best->scope && best->pinpoint == nullptr && words.front().begin >= 3)
          best->scope = scope_ending_at(sentence.begin, words.front().begin - 3);
        std::vector<ScopePart> scope =
            best->pinpoint != nullptr ? here_and(*best->pinpoint)
            : best->scope             ? resolve_scope({*best->scope}, r_.places, r_.index, false)
            : !before.empty()         ? before
                                      : unsaid_scope(r_);
        for (const Span term : words) {
          Definition& d = add(level_->source(term), level_->source(*best->text), *row);
          d.scope = scope;
          d.imported_from = import_of(*level_, *best->text, d.term, r_.references);
        }
        before = std::move(scope);
        at = best->span.end;
      }
    }
  }

  void read_outside() {
    for (const Span sentence : sentences_) {
      for (const DefinitionRule* rule : matcher_.rules(DefinitionPlace::outside)) {
        for (std::size_t at = sentence.begin; at < sentence.end;) {
          const auto match = matcher_.find(*rule, *level_, sentence, at, r_.references);
          if (!match) break;
          at = match->span.end;
          if (is_taken(level_->source(*match->term))) continue;
          Definition& d = add(level_->source(*match->term),
                              level_->source(named_before(*level_, match->span.begin)), *rule);
          std::vector<ScopePhrase> phrases;
          if (match->scope) phrases.push_back(*match->scope);
          d.scope = resolve_scope(phrases, r_.places, r_.index, false);
        }
      }
    }
  }

  // Every 「…において同じ」 of the bracket, with the row that reads it.
  std::vector<std::pair<DefinitionMatch, const DefinitionRule*>> riders() const {
    std::vector<std::pair<DefinitionMatch, const DefinitionRule*>> out;
    for (const Span sentence : sentences_) {
      for (std::size_t at = sentence.begin; at < sentence.end;) {
        const std::size_t before = out.size();
        for (const DefinitionRule* rule : matcher_.rules(DefinitionPlace::rider)) {
          auto match = matcher_.find(*rule, *level_, sentence, at, r_.references);
          if (!match) continue;
          at = match->span.end;
          out.emplace_back(*std::move(match), rule);
          break;
        }
        if (out.size() == before) break;
      }
    }
    return out;
  }

  void read_bracket() {
    const auto same = riders();
    std::vector<ScopePhrase> same_in;
    for (const auto& [match, rule] : same) {
      if (match.scope) same_in.push_back(*match.scope);
    }
    const TextLevel& outer = r_.levels[static_cast<std::size_t>(level_->parent)];
    bool named = false;
    for (const Span sentence : sentences_) {
      for (const DefinitionRule* rule : matcher_.rules(DefinitionPlace::bracket)) {
        for (std::size_t at = sentence.begin; at < sentence.end;) {
          const auto match = matcher_.find(*rule, *level_, sentence, at, r_.references);
          if (!match) break;
          at = match->span.end;
          std::vector<ScopePhrase> phrases = same_in;
          if (match->scope) phrases.insert(phrases.begin(), *match->scope);
          const Span text = abbreviated_law(outer).value_or(named_before(outer, level_->where));
          for (const Span term : terms_up_to(*match->term, sentence.begin)) {
            if (is_taken(level_->source(term))) continue;
            Definition& d = add(level_->source(term), outer.source(text), *rule);
            d.scope = resolve_scope(phrases, r_.places, r_.index, false);
            if (const citations::Reference* r =
                    renamed_from(outer, level_->where, d.term, r_.references)) {
              d.imported_from = single_target(*r);
              d.text.begin = std::max(d.text.begin, r->span.begin);
            }
          }
          named = true;
        }
      }
    }
    if (!named) read_rider(outer, same, same_in);
  }

  // 「この法律及び甲法（平成十一年法律第百三号。以下「通則法」という。）」: its number is in the
  // bracket, so the bracket speaks of the last law alone.
  std::optional<Span> abbreviated_law(const TextLevel& outer) const {
    const std::size_t where = level_->where;
    if (where == 0 || !corpus::read_law_number(level_->text) ||
        level_->text.find("総称") != std::string::npos)
      return std::nullopt;
    const citations::Reference* r = r_.references.ending_at(outer.at[where - 1] + 1);
    if (r == nullptr || r->form != citations::Form::law) return std::nullopt;
    const std::size_t begin = outer.place_of(r->span.begin);
    const bool listed = corpus::ends_with_any(std::string_view(outer.text).substr(0, begin),
                                              {"及び", "並びに", "又は", "若しくは", "、"})
                            .has_value();
    return listed && begin < where ? std::optional(Span{begin, where}) : std::nullopt;
  }

  void read_rider(const TextLevel& outer,
                  const std::vector<std::pair<DefinitionMatch, const DefinitionRule*>>& same,
                  const std::vector<ScopePhrase>& same_in) {
    std::optional<DefinitionMatch> meaning;
    const DefinitionRule* row = same.empty() ? nullptr : same.front().second;
    for (const Span sentence : sentences_) {
      for (const DefinitionRule* rule : matcher_.rules(DefinitionPlace::meaning)) {
        if (meaning) break;
        meaning = matcher_.find(*rule, *level_, sentence, sentence.begin, r_.references);
        if (meaning) row = rule;
      }
    }
    if (row == nullptr) return;
    Span inside{0, level_->text.size()};
    if (!same.empty()) {
      const DefinitionMatch& first = same.front().first;
      inside.end = first.scope ? first.scope_span.begin : first.span.begin;
    }
    if (inside.empty()) return;
    const Span noun = noun_phrase_before(outer, level_->where, own(inside), r_.references);
    if (noun.empty() || is_taken(outer.source(noun))) return;
    const std::string_view said = trim_marks(own(inside));
    if (said.ends_with("をいう"))  // as in とは … をいう: the words between
      inside.end = static_cast<std::size_t>(said.data() - level_->text.data()) + said.size() - 9;
    Definition& d = add(outer.source(noun), level_->source(inside), *row);
    d.scope = resolve_scope(same_in, r_.places, r_.index, true);
    if (meaning) d.imported_from = import_of(*level_, *meaning->text, d.term, r_.references);
    // 「第三条に規定する甲（乙を除く。以下同じ。）」: 甲 is that of 第三条.
    if (const citations::Reference* r =
            meaning ? nullptr : place_before(outer, noun.begin, r_.references))
      d.imported_from = single_target(*r);
  }

  // What a name stands for: back to where its phrase begins. A 、 behind kana parts clauses, one
  // behind a noun parts the members of a list.
  Span named_before(const TextLevel& level, std::size_t end) const {
    const std::string_view text = level.text;
    std::size_t begin = 0;
    for (std::size_t at = end; at >= 3;) {
      const std::string_view before = text.substr(0, at);
      if (before.ends_with("。") || before.ends_with("\n") || before.ends_with("\t") ||
          before.ends_with(corpus::kColumnGap)) {
        begin = at;
        break;
      }
      if (before.ends_with("、")) {
        const char32_t last = corpus::letter_before(text, at - 3);
        if (!is_noun_letter(last) && last != U'」') {
          begin = at;
          break;
        }
      }
      do --at;
      while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80);
    }
    return {begin, end};
  }

  const Reading& r_;
  const DefinitionMatcher& matcher_;
  const TextLevel* level_ = nullptr;
  std::vector<Span> sentences_;
  std::vector<Definition> out_;
};

// With the words of a list that its sentences do not define already.
std::vector<Definition> with_listed(std::vector<Definition> found, std::vector<Definition> listed) {
  for (Definition& d : listed) {
    const bool taken = std::any_of(found.begin(), found.end(), [&](const Definition& other) {
      return other.term_span == d.term_span;
    });
    if (!taken) found.push_back(std::move(d));
  }
  std::sort(found.begin(), found.end(), comes_before);
  return found;
}

}  // namespace

std::vector<Definition> find_definitions(const corpus::Law& law,
                                         const std::vector<citations::Reference>& references,
                                         const citations::LawLibrary&) {
  std::vector<Definition> out;
  const citations::LawPlaces places(law);
  std::vector<ListOfTerms> lists;
  for (std::uint32_t i = 0; i < law.provisions.size(); ++i) {
    const Provision& p = law.provisions[i];
    if (p.text.empty() || p.segment.kind == SegmentKind::contents) continue;
    const auto list = std::find_if(lists.rbegin(), lists.rend(), [&](const ListOfTerms& l) {
      return l.chapeau == p.parent && p.parent != i;
    });
    if (list == lists.rend() && !may_define(p.text)) continue;
    const Reading reading = read_provision(law, i, places, references);
    auto introduced = introduced_list(reading);
    std::vector<Definition> listed;
    if (list != lists.rend()) listed = read_entry(reading, *list);
    if (introduced && !p.layout.empty()) listed = read_table(reading, *introduced);
    std::vector<Definition> found = with_listed(ProvisionReader(reading).run(), std::move(listed));
    std::move(found.begin(), found.end(), std::back_inserter(out));
    if (introduced) lists.push_back(*std::move(introduced));
  }
  return out;
}

}  // namespace definitions
