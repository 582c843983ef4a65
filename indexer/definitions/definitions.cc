// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/definitions/definitions.h"
#include "corpus/law_number.h"

#include <algorithm>
#include <tuple>

#include "corpus/text_scan.h"
#include "indexer/citations/law_declarations.h"
#include "indexer/citations/table_map.h"
#include "indexer/definitions/definition_matcher.h"
#include "indexer/definitions/noun_phrase.h"
#include "indexer/definitions/term_relations.h"

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

// Sentences of a level; 。 inside 「」 ends none.
std::vector<Span> sentences_of(std::string_view text) {
  std::vector<Span> out;
  std::size_t begin = 0;
  int quoted = 0;
  const auto end_at = [&](std::size_t end, std::size_t next) {
    if (begin < end) out.push_back({begin, end});
    begin = next;
  };
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t here = at;
    const char32_t c = corpus::next_code_point(text, at);
    if (c == U'「') ++quoted;
    if (c == U'」' && quoted > 0) --quoted;
    if ((c == U'。' && quoted == 0) || c == U'\n' || c == U'\t') {
      end_at(here, at);
      if (c != U'。') quoted = 0;
    }
  }
  end_at(text.size(), text.size());
  return out;
}

std::string_view trim_marks(std::string_view text) {
  for (bool more = true; more;) {
    more = false;
    for (const std::string_view mark : {"。", "、", "\u3000", "\n", "\t", " "}) {
      if (text.ends_with(mark)) text.remove_suffix(mark.size()), more = true;
      if (text.starts_with(mark)) text.remove_prefix(mark.size()), more = true;
    }
  }
  return text;
}

// What says that its 号 are a word and its meaning each.
struct ListOfTerms {
  std::uint32_t chapeau = 0;
  std::vector<ScopePart> scope;
  const DefinitionRule* rule = nullptr;
};

// Between a pinpoint and the noun it says something of.
std::optional<std::string_view> link_at(std::string_view text) {
  return corpus::starts_with_any(
      text, {"に規定する", "に掲げる", "に定める", "にいう", "で規定する", "に定義する", "の"});
}

bool comes_before(const Definition& a, const Definition& b) {
  return std::tie(a.term_span, a.rule) < std::tie(b.term_span, b.rule);
}

class ProvisionReader {
 public:
  ProvisionReader(const corpus::Law& law, std::uint32_t provision,
                  const citations::LawPlaces& places,
                  const std::vector<citations::Reference>& references)
      : law_(law),
        p_(law.provisions[provision]),
        provision_(provision),
        places_(places),
        references_(references, provision),
        matcher_(DefinitionMatcher::standard()) {
    std::vector<Span> quoted;
    if (!p_.layout.empty()) quoted = citations::TableMap(p_).quotations();
    levels_ = read_levels(p_.text, quoted);
  }

  // `list`: what introduces this 号 as a word and its meaning.
  std::vector<Definition> run(const ListOfTerms* list) {
    for (std::size_t i = 0; i < levels_.size(); ++i) {
      level_ = &levels_[i];
      sentences_ = sentences_of(level_->text);
      read_sentences();
      if (i == 0)
        read_outside();
      else
        read_bracket();
    }
    std::sort(out_.begin(), out_.end(), comes_before);
    if (list != nullptr) read_entry(*list);
    return std::move(out_);
  }

  std::vector<InheritedTerms> inherited() {
    std::vector<InheritedTerms> out;
    level_ = &levels_[0];
    for (const Span sentence : sentences_of(level_->text)) {
      for (const DefinitionRule* rule : matcher_.rules(DefinitionPlace::law)) {
        const auto match = matcher_.find(*rule, *level_, sentence, sentence.begin, references_);
        if (!match) continue;
        std::vector<ScopePart> scope = {
            {{.law_id = law_.id, .revision = {}, .path = {}}, std::nullopt, false}};
        for (std::size_t at = sentence.begin; at < match->span.begin;
             corpus::next_code_point(level_->text, at)) {
          if (const auto said = read_scope(*level_, at, references_)) {
            scope = resolve_scope({*said}, places_, provision_, false);
            break;
          }
        }
        const Span said = level_->source(*match->text);
        for (const citations::Reference* r : references_.list()) {
          const bool names = said.contains(r->span) && r->targets.size() == 1 &&
                             !r->law.starts_with("unknown:") && r->law != law_.id;
          const bool known =
              std::any_of(out.begin(), out.end(), [&](const auto& i) { return i.law == r->law; });
          if (names && !known) out.push_back({provision_, r->law, scope, false});
        }
      }
    }
    return out;
  }

  // The scope a list of words and meanings states, if this text introduces one.
  std::optional<ListOfTerms> introduces_list() {
    level_ = &levels_[0];
    for (const Span sentence : sentences_of(level_->text)) {
      for (const DefinitionRule* rule : matcher_.rules(DefinitionPlace::chapeau)) {
        const auto match = matcher_.find(*rule, *level_, sentence, sentence.begin, references_);
        if (!match) continue;
        ListOfTerms list{provision_, whole_law_or_here(), rule};
        std::optional<ScopePhrase> scope = match->scope;
        for (std::size_t at = sentence.begin; !scope && at < match->span.begin;
             corpus::next_code_point(level_->text, at)) {
          scope = read_scope(*level_, at, references_);
        }
        if (scope) list.scope = resolve_scope({*scope}, places_, provision_, false);
        return list;
      }
    }
    return std::nullopt;
  }

  // 「甲　…をいう。」, in columns or with a gap; where the source lost the gap, the longest
  // beginning that the law uses elsewhere.
  void read_entry(const ListOfTerms& list) {
    Span term, meaning;
    const bool columns = p_.sentences.size() > 1 && p_.sentences[0].column == 1;
    const std::size_t gap = p_.text.find(corpus::kColumnGap);
    if (columns) {
      term = p_.sentences[0].span;
      meaning = {p_.sentences[1].span.begin, p_.sentences.back().span.end};
    } else if (gap != std::string::npos) {
      term = {0, gap};
      meaning = {gap + corpus::kColumnGap.size(), p_.text.size()};
    } else {
      term = {0, beginning_used_elsewhere()};
      meaning = {term.end, p_.text.size()};
    }
    std::string_view word = term.of(p_.text);
    word = word.substr(0, word.find("（"));
    if (word.starts_with("「") && word.ends_with("」")) word = word.substr(3, word.size() - 6);
    if (word.empty() || word.find("。") != std::string_view::npos || is_taken(to_span(word)))
      return;
    std::string_view said = trim_marks(meaning.of(p_.text));
    if (const auto end = corpus::ends_with_any(said, {"をいう"})) said.remove_suffix(end->size());
    const Span text = to_span(said);
    const TextLevel& outer = levels_.front();
    const auto import =
        import_of(outer, {outer.place_of(text.begin), outer.place_of(text.end)}, word);
    for (const std::string_view one : members(word, said)) {
      Definition& d = add(to_span(one), text, *list.rule);
      d.scope = list.scope;
      d.imported_from = import;
    }
    std::sort(out_.begin(), out_.end(), comes_before);
  }

 private:
  // 「甲、乙又は丙　それぞれ…に規定する甲、乙又は丙をいう。」 is three words.
  static std::vector<std::string_view> members(std::string_view word, std::string_view meaning) {
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

  std::size_t beginning_used_elsewhere() const {
    const std::string_view text = p_.text;
    std::size_t end = 0;
    while (end < text.size() && is_noun_letter(corpus::letter_at(text, end)) && end < 90)
      corpus::next_code_point(text, end);
    for (; end >= 6; end -= 3) {
      const std::string_view word = text.substr(0, end);
      if ((static_cast<unsigned char>(text[end < text.size() ? end : 0]) & 0xC0) == 0x80) continue;
      const bool used =
          std::any_of(law_.provisions.begin(), law_.provisions.end(), [&](const Provision& other) {
            return &other != &p_ && other.text.find(word) != std::string::npos;
          });
      if (used) return end;
    }
    return 0;
  }

  Span to_span(std::string_view part) const {
    const auto begin = static_cast<std::size_t>(part.data() - p_.text.data());
    return {begin, begin + part.size()};
  }
  std::string_view own(Span s) const { return s.of(level_->text); }

  std::vector<ScopePart> whole_law_or_here() const {
    const auto article = law_.ancestor(provision_, SegmentKind::article);
    const bool definitions =
        article && law_.provisions[*article].caption.find("定義") != std::string::npos;
    corpus::Address address = law_.address(provision_);
    if (definitions) address.path.clear();
    return {{address, std::nullopt, false, !definitions}};
  }

  // 「前項に規定する「甲」とは」: the sentence itself, and where the word stands.
  std::vector<ScopePart> here_and(const citations::Reference& place) const {
    std::vector<ScopePart> out = {{law_.address(provision_), std::nullopt, false, true}};
    if (place.law == law_.id && !place.targets.empty())
      out.push_back({place.targets[0].first, place.targets[0].last, false});
    return out;
  }

  bool is_taken(Span term) const {
    return std::any_of(out_.begin(), out_.end(),
                       [&](const Definition& d) { return d.term_span == term; });
  }

  Definition& add(Span term, Span text, const DefinitionRule& rule) {
    Definition d;
    d.from = provision_;
    d.term_span = term;
    d.term = std::string(term.of(p_.text));
    d.text = to_span(trim_marks(text.of(p_.text)));
    d.form = rule.form;
    d.related = find_term_relations(d.text.of(p_.text));
    d.rule = rule.name;
    out_.push_back(std::move(d));
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
      const auto scope = read_scope(*level_, at, references_);
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
          auto match = matcher_.find(*rule, *level_, sentence, at, references_);
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
            : best->scope             ? resolve_scope({*best->scope}, places_, provision_, false)
            : !before.empty()         ? before
                                      : whole_law_or_here();
        for (const Span term : words) {
          Definition& d = add(level_->source(term), level_->source(*best->text), *row);
          d.scope = scope;
          d.imported_from = import_of(*level_, *best->text, d.term);
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
          const auto match = matcher_.find(*rule, *level_, sentence, at, references_);
          if (!match) break;
          at = match->span.end;
          if (is_taken(level_->source(*match->term))) continue;
          Definition& d = add(level_->source(*match->term),
                              level_->source(named_before(*level_, match->span.begin)), *rule);
          std::vector<ScopePhrase> phrases;
          if (match->scope) phrases.push_back(*match->scope);
          d.scope = resolve_scope(phrases, places_, provision_, false);
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
          auto match = matcher_.find(*rule, *level_, sentence, at, references_);
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
    const TextLevel& outer = levels_[static_cast<std::size_t>(level_->parent)];
    bool named = false;
    for (const Span sentence : sentences_) {
      for (const DefinitionRule* rule : matcher_.rules(DefinitionPlace::bracket)) {
        for (std::size_t at = sentence.begin; at < sentence.end;) {
          const auto match = matcher_.find(*rule, *level_, sentence, at, references_);
          if (!match) break;
          at = match->span.end;
          std::vector<ScopePhrase> phrases = same_in;
          if (match->scope) phrases.insert(phrases.begin(), *match->scope);
          const Span text = abbreviated_law(outer).value_or(named_before(outer, level_->where));
          for (const Span term : terms_up_to(*match->term, sentence.begin)) {
            if (is_taken(level_->source(term))) continue;
            Definition& d = add(level_->source(term), outer.source(text), *rule);
            d.scope = resolve_scope(phrases, places_, provision_, false);
            if (const citations::Reference* r = renamed_from(outer, level_->where, d.term)) {
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
    const citations::Reference* r = references_.ending_at(outer.at[where - 1] + 1);
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
        meaning = matcher_.find(*rule, *level_, sentence, sentence.begin, references_);
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
    const Span noun = noun_phrase_before(outer, level_->where, own(inside), references_);
    if (noun.empty() || is_taken(outer.source(noun))) return;
    const std::string_view said = trim_marks(own(inside));
    if (said.ends_with("をいう"))  // as in とは … をいう: the words between
      inside.end = static_cast<std::size_t>(said.data() - level_->text.data()) + said.size() - 9;
    Definition& d = add(outer.source(noun), level_->source(inside), *row);
    d.scope = resolve_scope(same_in, places_, provision_, true);
    if (meaning) d.imported_from = import_of(*level_, *meaning->text, d.term);
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

  static std::optional<corpus::Address> single_target(const citations::Reference& r) {
    if (r.targets.size() != 1 || r.targets[0].last || r.targets[0].first.is_law())
      return std::nullopt;
    if (r.targets[0].first.law_id.starts_with("unknown:")) return std::nullopt;
    return r.targets[0].first;
  }

  // 「○○法第二条第一項に規定する甲」 as the whole meaning, 「それぞれ…に規定する甲、乙又は丙」.
  std::optional<corpus::Address> import_of(const TextLevel& level, Span text,
                                           std::string_view term) const {
    std::string_view whole = text.of(level.text);
    const std::size_t end = text.end;
    for (const std::string_view word : {"、", "それぞれ", "\u3000"}) {
      if (whole.starts_with(word)) whole.remove_prefix(word.size());
    }
    const citations::Reference* r = references_.beginning_at(level.at[end - whole.size()]);
    if (r == nullptr) return std::nullopt;
    std::string_view rest = Span{level.place_of(r->span.end), end}.of(level.text);
    const auto link = link_at(rest);
    if (!link) return std::nullopt;
    rest.remove_prefix(link->size());
    if (!is_plain_noun(rest) && rest != "もの" && !is_list_with(rest, term)) return std::nullopt;
    return single_target(*r);
  }

  // 「甲、乙又は丙」
  static bool is_list_with(std::string_view list, std::string_view term) {
    bool found = false;
    while (!list.empty()) {
      std::size_t end = list.size();
      std::size_t next = list.size();
      for (const std::string_view join : {"、", "又は", "及び", "若しくは", "並びに"}) {
        const std::size_t at = list.find(join);
        if (at < end) {
          end = at;
          next = at + join.size();
        }
      }
      if (!is_plain_noun(list.substr(0, end))) return false;
      found = found || list.substr(0, end) == term;
      list.remove_prefix(next);
    }
    return found;
  }

  // 「第三条第一項に規定する甲（以下「乙」という。）」: the pinpoint whose word is renamed.
  const citations::Reference* renamed_from(const TextLevel& level, std::size_t end,
                                           std::string_view term) const {
    const std::string_view text = level.text;
    for (const citations::Reference* r : references_.list()) {
      const std::size_t behind = level.place_of(r->span.end);
      if (behind >= end || behind == 0 || level.at[behind - 1] + 1 != r->span.end) continue;
      std::string_view rest = text.substr(behind, end - behind);
      const auto link = link_at(rest);
      if (!link) continue;
      rest.remove_prefix(link->size());
      if (!is_plain_noun(rest) || rest.starts_with("規定")) continue;
      if (*link == "の" && rest.find("の") != std::string_view::npos) continue;
      // 等 names more than the last member:
      // 「特定事象又は前項の事象（以下「特定事象等」という。）」, and of several pinpoints none is
      // the only source.
      const std::string_view before = text.substr(0, level.place_of(r->span.begin));
      const auto join = corpus::ends_with_any(before, {"又は", "及び", "若しくは", "並びに"});
      const std::size_t joined = join ? before.size() - join->size() : 0;
      if (join && !level.has_cut_at(joined) &&
          (term.ends_with("等") ||
           (joined > 0 && references_.ending_at(level.at[joined - 1] + 1) != nullptr)))
        continue;
      return r;
    }
    return nullptr;
  }

  const corpus::Law& law_;
  const Provision& p_;
  std::uint32_t provision_;
  const citations::LawPlaces& places_;
  ProvisionReferences references_;
  const DefinitionMatcher& matcher_;
  std::vector<TextLevel> levels_;
  const TextLevel* level_ = nullptr;
  std::vector<Span> sentences_;
  std::vector<Definition> out_;
};

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
    ProvisionReader reader(law, i, places, references);
    auto introduced = reader.introduces_list();
    std::vector<Definition> found = reader.run(list == lists.rend() ? nullptr : &*list);
    std::move(found.begin(), found.end(), std::back_inserter(out));
    if (introduced) lists.push_back(*std::move(introduced));
  }
  return out;
}

std::vector<InheritedTerms> find_inherited_terms(
    const corpus::Law& law, const std::vector<citations::Reference>& references,
    const citations::LawLibrary& library) {
  std::vector<InheritedTerms> out;
  const citations::LawPlaces places(law);
  for (std::uint32_t i = 0; i < law.provisions.size(); ++i) {
    const Provision& p = law.provisions[i];
    if (p.segment.kind == SegmentKind::contents) continue;
    if (p.text.find("用語の例による") == std::string::npos) continue;
    const auto found = ProvisionReader(law, i, places, references).inherited();
    out.insert(out.end(), found.begin(), found.end());
  }
  if (!out.empty()) return out;
  for (const citations::DeclaredName& name : citations::names_from_title(law, library)) {
    if (name.law.ids.size() != 1 || name.law.ids[0] == law.id || name.name.size() > 6) continue;
    out.push_back({0,
                   name.law.ids[0],
                   {{{.law_id = law.id, .revision = {}, .path = {}}, std::nullopt, false}},
                   true});
  }
  return out;
}

}  // namespace definitions
