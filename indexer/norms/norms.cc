// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/norms/norms.h"

#include <algorithm>
#include <array>
#include <utility>

#include "corpus/text_scan.h"
#include "indexer/norms/norm_parser.h"
#include "indexer/norms/norm_roles.h"
#include "indexer/norms/norm_rules.h"
#include "indexer/norms/norm_text.h"

namespace norms {
namespace {

using corpus::SegmentKind;
using Letters = std::u32string_view;

// Longer than any sentence that states a norm; what hostile input holds beyond it is not read.
constexpr std::size_t kMostSentenceBytes = 60000;

// Statutory acts whose doer a plain sentence may leave out: 必要な事項は、政令で定める。
constexpr std::array<std::string_view, 17> kActsWithoutDoer = {
    "定める",   "行う",     "行なう",   "委任する", "公布する", "公表する",
    "公示する", "公告する", "告示する", "支給する", "任命する", "交付する",
    "徴収する", "選任する", "選挙する", "委嘱する", "支弁する"};

// Without を their topic is whom they are done to: 委員は、主務大臣が任命する。
bool is_made_by_others(std::string_view act) {
  constexpr std::string_view kActs[] = {"招集する", "開催する", "開く",     "任命する",
                                        "選任する", "解任する", "委嘱する", "選挙する",
                                        "互選する", "罷免する", "任免する"};
  return std::find(std::begin(kActs), std::end(kActs), act) != std::end(kActs);
}

bool is_no_norm(const NormText& text, const NormClause& clause) {
  const Letters until = Letters(text.letters()).substr(0, clause.verb.end);
  for (const NoNormRule& rule : no_norm_rules()) {
    if (rule.plain && !clause.rule->ending.empty()) continue;
    if (!rule.ending.empty() && ends_with(until, rule.ending)) return true;
    if (!rule.modalities.empty() && std::find(rule.modalities.begin(), rule.modalities.end(),
                                              clause.modality) == rule.modalities.end())
      continue;
    if (std::find(rule.acts.begin(), rule.acts.end(), clause.act) != rule.acts.end()) return true;
  }
  return false;
}

bool starts_any(Letters text, std::initializer_list<Letters> heads) {
  return std::any_of(heads.begin(), heads.end(), [&](Letters h) { return starts_with(text, h); });
}
bool contains_any(Letters text, std::initializer_list<Letters> words) {
  return std::any_of(words.begin(), words.end(),
                     [&](Letters w) { return text.find(w) != Letters::npos; });
}

// The bearers a clause without one of its own takes over.
struct Carried {
  std::vector<Phrase> bearers;
  std::size_t article = 0;
  std::size_t paragraph = 0;
  bool same_paragraph = false;
  bool thing = false;  // the sentence before in the same paragraph is about a thing
};

class Finder {
 public:
  explicit Finder(std::string_view text) : text_(text) {}

  // The norms of one sentence; `carried` is who acted before, and who acts now.
  std::vector<Norm> read(corpus::Span sentence, std::uint32_t provision, Carried& carried) const {
    std::vector<Norm> out;
    if (sentence.size() > kMostSentenceBytes || sentence.empty()) return out;
    const NormText text(text_, sentence);
    if (text.pieces().empty()) return out;
    const NormSentence parsed = parse_norm_sentence(text);
    if (parsed.clauses.empty()) return out;
    const auto roles = roles_of(text, parsed);
    const bool general = starts_any(
        text.letters(), {U"この法律の施行に当た", U"この法律の適用に当た", U"この法律の適用にあた",
                         U"この法律の施行にあた", U"この法律の運用に当た", U"この法律の解釈"});
    // 「前項の届出については、…」 in a new paragraph is about something else.
    const bool about_another =
        std::any_of(text.pieces().begin(), text.pieces().end(), [&](const Range& piece) {
          return ends_with(text.of(piece), U"については") ||
                 ends_with(text.of(piece), U"に関しては");
        });
    std::vector<Phrase> stated;
    std::vector<std::size_t> clause_of;  // of each norm found
    std::vector<bool> nothing(parsed.clauses.size());
    std::vector<bool> fresh(parsed.clauses.size());  // has a topic of its own
    bool about_thing = false;
    for (std::size_t k = 0; k < parsed.clauses.size(); ++k) {
      const NormClause& clause = parsed.clauses[k];
      Norm norm{.provision = provision,
                .sentence = sentence,
                .verb = text.source(clause.verb),
                .modality = clause.modality,
                .act = clause.act};
      set_roles(norm, text, roles[k]);
      const auto topic = topic_of(text, parsed, clause);
      std::vector<Range> bearers;
      // 総会は、…招集しなければならない: what is called, not who calls.
      const bool is_object = !roles[k].acts && is_made_by_others(clause.act);
      if (!clause.passive && topic && !is_object)
        bearers = bearers_in(text, topic->range, roles[k].acts);
      if (clause.passive) bearers.clear();
      const bool thing = topic && bearers.empty();
      if (bearers.empty() && !clause.passive) {
        if (const auto agent = agent_of(text, parsed, clause))
          bearers = bearers_in(text, *agent, true);
      }
      if (thing && !roles[k].acts) norm.object = phrase(text, topic->range);
      for (const Range r : bearers) norm.bearers.push_back(phrase(text, r));
      if (!norm.bearers.empty()) {
        norm.bearer_basis = Basis::stated;
        stated = norm.bearers;
      }
      about_thing = thing && norm.bearers.empty();
      const bool plain = clause.rule->ending.empty() && clause.modality == Modality::shall_be;
      fresh[k] = topic && topic->range.begin >= clause.region.begin;
      nothing[k] = is_no_norm(text, clause) || is_formality(clause, text, roles[k]) ||
                   (plain && !is_statutory_act(text, clause, norm, topic.has_value()));
      if (nothing[k]) continue;
      clause_of.push_back(k);
      const bool may_inherit = !topic && !clause.passive && norm.bearers.empty() && !general &&
                               !plain && !carried.thing &&
                               (carried.same_paragraph || !about_another) && clause.act != "置く" &&
                               clause.act != "設ける" && clause.act != "代える";
      if (may_inherit && !stated.empty()) {
        norm.bearers = stated;
        norm.bearer_basis = Basis::stated;
      } else if (may_inherit && !carried.bearers.empty()) {
        norm.bearers = carried.bearers;
        for (Phrase& p : norm.bearers) p.span = {};
        norm.bearer_basis = Basis::inherited;
      }
      out.push_back(std::move(norm));
    }
    drop_joined_to_nothing(parsed, nothing, fresh, clause_of, out);
    if (!stated.empty()) carried.bearers = std::move(stated);
    carried.thing = about_thing;
    return out;
  }

 private:
  // この法律は、…を定め、もって…を目的とする: where a plain sentence tells nobody to act, neither
  // do the clauses joined to it, back to where a new topic begins.
  static void drop_joined_to_nothing(const NormSentence& parsed, const std::vector<bool>& nothing,
                                     const std::vector<bool>& fresh,
                                     const std::vector<std::size_t>& clause_of,
                                     std::vector<Norm>& norms) {
    std::vector<bool> drop(nothing.size());
    for (std::size_t k = nothing.size(); k-- > 1;) {
      const NormClause& clause = parsed.clauses[k];
      const bool plain = clause.rule->ending.empty() && clause.modality == Modality::shall_be;
      drop[k - 1] =
          (drop[k] || (plain && nothing[k])) && !fresh[k] && !parsed.clauses[k - 1].rule->modality;
    }
    std::size_t kept = 0;
    for (std::size_t i = 0; i < norms.size(); ++i) {
      if (drop[clause_of[i]]) continue;
      if (kept != i) norms[kept] = std::move(norms[i]);
      ++kept;
    }
    norms.resize(kept);
  }

  static Phrase phrase(const NormText& text, Range r) { return {text.words(r), text.source(r)}; }

  static void set_roles(Norm& norm, const NormText& text, const Roles& roles) {
    const auto set = [&](std::optional<Phrase>& to, const std::optional<Range>& from) {
      if (from) to = phrase(text, *from);
    };
    set(norm.object, roles.object);
    set(norm.trigger, roles.trigger);
    set(norm.deadline, roles.deadline);
    set(norm.manner, roles.manner);
    set(norm.exception, roles.exception);
    for (const Range r : roles.recipients) norm.recipients.push_back(phrase(text, r));
  }

  // A plain sentence states an act only when somebody does it, or when it is one of the acts that
  // laws leave to whom it concerns.
  static bool is_statutory_act(const NormText& text, const NormClause& clause, const Norm& norm,
                               bool topic) {
    const Letters verb = text.of(clause.verb);
    if (clause.passive || verb.empty() || clause.act == "する" || clause.act == "とする")
      return false;
    if (contains_any(text.letters(), {U"「", U"次のように", U"とある"})) return false;
    const bool listed = std::find(kActsWithoutDoer.begin(), kActsWithoutDoer.end(), clause.act) !=
                        kActsWithoutDoer.end();
    if (!norm.bearers.empty()) return norm.object.has_value() || listed || !norm.recipients.empty();
    return listed && (topic || norm.object);
  }

  // とする and する that fix a quality or a quantity rather than tell somebody to act.
  static bool is_formality(const NormClause& clause, const NormText& text, const Roles& roles) {
    if (clause.modality == Modality::shall_be && clause.act == "とする") return true;
    if (clause.modality == Modality::shall_be && clause.act == "する") return !roles.object;
    return contains_any(text.of(clause.verb), {U"読み替える"});
  }

  std::string_view text_;
};

bool holds_norms(SegmentKind kind) {
  return kind == SegmentKind::paragraph || kind == SegmentKind::item ||
         kind == SegmentKind::subitem || kind == SegmentKind::article;
}

// The ただし書 limits what the sentences before it say.
void add_provisos(const corpus::Provision& p, std::vector<Norm>& norms, std::size_t first) {
  for (const corpus::Sentence& sentence : p.sentences) {
    const bool proviso = sentence.part == corpus::Part::proviso;
    if (!proviso) continue;
    const NormText text(p.text, sentence.span);
    for (std::size_t i = first; i < norms.size(); ++i) {
      Norm& norm = norms[i];
      if (norm.sentence.end > sentence.span.begin || norm.exception) continue;
      norm.exception = Phrase{text.words({0, text.letters().size()}), sentence.span};
    }
  }
}

}  // namespace

std::vector<Norm> find_norms(const corpus::Law& law) {
  std::vector<Norm> out;
  Carried carried;
  for (std::size_t i = 0; i < law.provisions.size(); ++i) {
    const corpus::Provision& p = law.provisions[i];
    if (p.deleted || p.sentences.empty() || !holds_norms(p.segment.kind)) continue;
    const bool item = p.segment.kind == SegmentKind::item || p.segment.kind == SegmentKind::subitem;
    Carried none;
    if (!item) {
      const std::size_t article = law.ancestor(i, SegmentKind::article).value_or(i);
      const bool next = article == carried.article && p.segment.num.n[0] == carried.paragraph + 1;
      if (!next) carried.bearers.clear();
      carried.thing = false;
      carried.same_paragraph = false;
      carried.article = article;
      carried.paragraph = p.segment.num.n[0];
    }
    const Finder finder(p.text);
    const std::size_t first = out.size();
    for (const corpus::Sentence& sentence : p.sentences) {
      if (sentence.column > 0) continue;
      // Cells of tables, and words that another law is to be read with, are no whole sentences.
      const std::string_view words = sentence.span.of(p.text);
      if (!words.ends_with("。") && corpus::has_hiragana(words)) continue;
      auto found = finder.read(sentence.span, static_cast<std::uint32_t>(i), item ? none : carried);
      carried.same_paragraph = true;
      out.insert(out.end(), std::make_move_iterator(found.begin()),
                 std::make_move_iterator(found.end()));
    }
    add_provisos(p, out, first);
  }
  return out;
}

std::vector<Norm> find_norms(std::string_view sentence) {
  Carried carried;
  return Finder(sentence).read({0, sentence.size()}, 0, carried);
}

}  // namespace norms
