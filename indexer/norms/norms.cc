// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/norms/norms.h"

#include <algorithm>
#include <utility>

#include "corpus/text_scan.h"
#include "indexer/norms/norm_bearers.h"
#include "indexer/norms/norm_parser.h"
#include "indexer/norms/norm_roles.h"
#include "indexer/norms/norm_rules.h"
#include "indexer/norms/norm_text.h"
#include "indexer/norms/norm_words.h"

namespace norms {
namespace {

using corpus::SegmentKind;
using Letters = std::u32string_view;

// Longer than any sentence that states a norm; what hostile input holds beyond it is not read.
constexpr std::size_t kMostSentenceBytes = 60000;

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

Phrase phrase_of(const NormText& text, Range r) { return {text.words(r), text.source(r)}; }

void set_roles(Norm& norm, const NormText& text, const Roles& roles) {
  const auto set = [&](std::optional<Phrase>& to, const std::optional<Range>& from) {
    if (from) to = phrase_of(text, *from);
  };
  set(norm.object, roles.object);
  set(norm.trigger, roles.trigger);
  set(norm.deadline, roles.deadline);
  set(norm.manner, roles.manner);
  set(norm.exception, roles.exception);
  for (const Range r : roles.recipients) norm.recipients.push_back(phrase_of(text, r));
}

// A clause without an ending of its own: 言い切り.
bool is_plain(const NormClause& clause) {
  return clause.rule->ending.empty() && clause.modality == Modality::shall_be;
}

// A plain sentence states an act only when somebody does it, or when it is one of the acts that
// laws leave to whom it concerns.
bool is_statutory_act(const NormText& text, const NormClause& clause, const Norm& norm,
                      bool topic) {
  if (clause.passive || text.of(clause.verb).empty() || clause.act == "する" ||
      clause.act == "とする" || contains_any(text.letters(), {U"「", U"次のように", U"とある"}))
    return false;
  const bool listed = is_act(clause.act, ActClass::leaves_doer);
  if (!norm.bearers.empty()) return norm.object.has_value() || listed || !norm.recipients.empty();
  return listed && (topic || norm.object);
}

// とする and する that fix a quality or a quantity rather than tell somebody to act.
bool is_formality(const NormClause& clause, const NormText& text, const Roles& roles) {
  if (clause.modality == Modality::shall_be && clause.act == "とする") return true;
  if (clause.modality == Modality::shall_be && clause.act == "する") return !roles.object;
  return contains_any(text.of(clause.verb), {U"読み替える"});
}

// The bearers a clause names itself, and whether its topic is a thing.
struct Named {
  std::vector<Range> bearers;
  std::optional<Topic> topic;
  bool thing = false;
};

Named named_in(const NormText& text, const NormSentence& parsed, const NormClause& clause,
               const Roles& roles) {
  Named out{.bearers = {}, .topic = topic_of(text, parsed, clause)};
  // 総会は、…招集しなければならない: what is called, not who calls.
  const bool is_object = !roles.acts && is_act(clause.act, ActClass::needs_doer);
  if (!clause.passive && out.topic && !is_object)
    out.bearers = bearers_in(text, out.topic->range, roles.acts);
  out.thing = out.topic && out.bearers.empty();
  if (!out.bearers.empty() || clause.passive) return out;
  if (const auto agent = agent_of(text, parsed, clause))
    out.bearers = bearers_in(text, *agent, true);
  return out;
}

// Sentences that nobody is the bearer of, and those that speak of something new.
struct Theme {
  bool general = false;        // この法律の適用に当たっては
  bool about_another = false;  // 「前項の届出については、…」 in a new paragraph
};

Theme theme_of(const NormText& text) {
  const auto ends_about = [&](const Range& piece) {
    return ends_with(text.of(piece), U"については") || ends_with(text.of(piece), U"に関しては");
  };
  return {.general = starts_any(text.letters(), {U"この法律の施行に当た", U"この法律の適用に当た",
                                                 U"この法律の適用にあた", U"この法律の施行にあた",
                                                 U"この法律の運用に当た", U"この法律の解釈"}),
          .about_another = std::any_of(text.pieces().begin(), text.pieces().end(), ends_about)};
}

// One sentence and the norms found in it so far.
class SentenceReader {
 public:
  SentenceReader(const NormText& text, const NormSentence& parsed, const Carried& carried)
      : text_(text),
        parsed_(parsed),
        carried_(carried),
        theme_(theme_of(text)),
        roles_(roles_of(text, parsed)),
        nothing_(parsed.clauses.size()),
        fresh_(parsed.clauses.size()) {}

  std::vector<Norm> read(const Norm& blank) {
    for (std::size_t k = 0; k < parsed_.clauses.size(); ++k) read_clause(k, blank);
    drop_joined_to_nothing();
    return std::move(out_);
  }

  // Who acts now, for the next sentence.
  void carry_on(Carried& carried) {
    if (!stated_.empty()) carried.bearers = std::move(stated_);
    carried.thing = about_thing_;
  }

 private:
  void read_clause(std::size_t k, const Norm& blank) {
    const NormClause& clause = parsed_.clauses[k];
    Norm norm = blank;
    norm.verb = text_.source(clause.verb);
    norm.modality = clause.modality;
    norm.act = clause.act;
    set_roles(norm, text_, roles_[k]);
    const Named named = named_in(text_, parsed_, clause, roles_[k]);
    if (named.thing && !roles_[k].acts) norm.object = phrase_of(text_, named.topic->range);
    for (const Range r : named.bearers) norm.bearers.push_back(phrase_of(text_, r));
    if (!norm.bearers.empty()) {
      norm.bearer_basis = Basis::stated;
      stated_ = norm.bearers;
    }
    about_thing_ = named.thing && norm.bearers.empty();
    fresh_[k] = named.topic && named.topic->range.begin >= clause.region.begin;
    nothing_[k] =
        is_no_norm(text_, clause) || is_formality(clause, text_, roles_[k]) ||
        (is_plain(clause) && !is_statutory_act(text_, clause, norm, named.topic.has_value()));
    if (nothing_[k]) return;
    if (!named.topic) inherit(norm, clause);
    clause_of_.push_back(k);
    out_.push_back(std::move(norm));
  }

  // A bearer left out is the one of the clause, the sentence or the paragraph before.
  void inherit(Norm& norm, const NormClause& clause) const {
    const bool nobody = clause.passive || !norm.bearers.empty() || theme_.general ||
                        is_plain(clause) || carried_.thing || clause.act == "置く" ||
                        clause.act == "設ける" || clause.act == "代える";
    if (nobody || (!carried_.same_paragraph && theme_.about_another)) return;
    if (!stated_.empty()) {
      norm.bearers = stated_;
      norm.bearer_basis = Basis::stated;
    } else if (!carried_.bearers.empty()) {
      norm.bearers = carried_.bearers;
      for (Phrase& p : norm.bearers) p.span = {};
      norm.bearer_basis = Basis::inherited;
    }
  }

  // この法律は、…を定め、もって…を目的とする: where a plain sentence tells nobody to act, neither
  // do the clauses joined to it, back to where a new topic begins.
  void drop_joined_to_nothing() {
    std::vector<bool> drop(nothing_.size());
    for (std::size_t k = nothing_.size(); k-- > 1;) {
      drop[k - 1] = (drop[k] || (is_plain(parsed_.clauses[k]) && nothing_[k])) && !fresh_[k] &&
                    !parsed_.clauses[k - 1].rule->modality;
    }
    std::size_t kept = 0;
    for (std::size_t i = 0; i < out_.size(); ++i) {
      if (drop[clause_of_[i]]) continue;
      if (kept != i) out_[kept] = std::move(out_[i]);
      ++kept;
    }
    out_.resize(kept);
  }

  const NormText& text_;
  const NormSentence& parsed_;
  const Carried& carried_;
  Theme theme_;
  std::vector<Roles> roles_;
  std::vector<bool> nothing_;           // of each clause: states no norm
  std::vector<bool> fresh_;             // has a topic of its own
  std::vector<std::size_t> clause_of_;  // of each norm found
  std::vector<Phrase> stated_;          // the last bearers named
  bool about_thing_ = false;
  std::vector<Norm> out_;
};

// The norms of one sentence; `carried` is who acted before, and who acts now.
std::vector<Norm> read_sentence(std::string_view source, corpus::Span sentence,
                                std::uint32_t provision, Carried& carried) {
  if (sentence.size() > kMostSentenceBytes || sentence.empty()) return {};
  const NormText text(source, sentence);
  if (text.pieces().empty()) return {};
  const NormSentence parsed = parse_norm_sentence(text);
  if (parsed.clauses.empty()) return {};
  SentenceReader reader(text, parsed, carried);
  Norm blank;
  blank.provision = provision;
  blank.sentence = sentence;
  auto out = reader.read(blank);
  reader.carry_on(carried);
  return out;
}

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

// Cells of tables, and words that another law is to be read with, are no whole sentences.
bool is_whole(const corpus::Sentence& sentence, std::string_view text) {
  if (sentence.column > 0) return false;
  const std::string_view words = sentence.span.of(text);
  return words.ends_with("。") || !corpus::has_hiragana(words);
}

// A new paragraph takes over the bearers of the one before it in its article.
void begin_paragraph(Carried& carried, const corpus::Law& law, std::size_t provision) {
  const std::size_t article = law.ancestor(provision, SegmentKind::article).value_or(provision);
  const std::size_t number = law.provisions[provision].segment.num.n[0];
  if (article != carried.article || number != carried.paragraph + 1) carried.bearers.clear();
  carried.thing = false;
  carried.same_paragraph = false;
  carried.article = article;
  carried.paragraph = number;
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
    if (!item) begin_paragraph(carried, law, i);
    const std::size_t first = out.size();
    for (const corpus::Sentence& sentence : p.sentences) {
      if (!is_whole(sentence, p.text)) continue;
      auto found = read_sentence(p.text, sentence.span, static_cast<std::uint32_t>(i),
                                 item ? none : carried);
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
  return read_sentence(sentence, {0, sentence.size()}, 0, carried);
}

}  // namespace norms
