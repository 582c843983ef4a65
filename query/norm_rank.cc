// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/norm_rank.h"

#include <algorithm>

#include "indexer/analysis/normalize.h"
#include "query/unit_texts.h"

namespace query {
namespace {

using norms::Modality;
using norms::NormRecord;

// How much a word of the question counts by where it stands.
constexpr double kInField = 1.0;
constexpr double kInWhen = 1.2;  // the trigger: 「変わったときは」
constexpr double kInException = 0.6;
constexpr double kInSentence = 0.75;
constexpr double kInCaption = 0.7;
constexpr double kInItems = 0.6;    // 次に掲げる事項を届け出る: the items say what
constexpr double kInCited = 0.5;    // 第四条第一項の規定により届け出るべき事項
constexpr double kInTrigger = 1.0;  // 前項に規定する場合には: what is cited says when
constexpr double kInDefinition = 0.5;  // of the bearer
constexpr double kInDuty = 0.85;       // behind a penalty
constexpr double kInTitle = 0.4;
constexpr double kInUnit = 0.35;  // elsewhere in the article
constexpr double kInLaw = 0.25;   // elsewhere in the law

// What else speaks for a norm; all of the question's words in its fields are kWords.
constexpr double kWords = 10.0;
constexpr double kAct = 3.0;
constexpr double kActItself = 0.8;
constexpr double kTopic = 2.0;        // it asks about them: 所管大臣は…
constexpr double kBearerNamed = 1.2;  // the question names who acts
constexpr double kNobody = -1.0;
constexpr double kModality = 1.5;
constexpr double kKind = 1.5;
constexpr double kExempts = 0.8;
constexpr double kDelegated = 1.0;
constexpr double kLawNamed = 4.0;
constexpr double kLawLikely = 1.5;     // one whose terms the question uses
constexpr double kLawOfSubject = 0.5;  // what the corpus is about
constexpr double kAmending = -2.0;

constexpr std::size_t kMostCited = 6;
constexpr std::size_t kBytesOfAPointer = 40;  // に規定する場合には

// A long sentence holds many words by chance.
constexpr double kLongSentence = 2500;  // bytes

// 当該委員長 is 委員長, その職員 is 職員.
std::string_view without_pointer(std::string_view name) {
  for (const std::string_view head : {"当該", "その", "この", "各"}) {
    if (name.size() > head.size() + 3 && name.starts_with(head)) name.remove_prefix(head.size());
  }
  return name;
}

double long_sentence(std::size_t bytes) {
  return 1 / (1 + static_cast<double>(bytes) / kLongSentence);
}

std::string fields_of(const NormRecord& norm) {
  std::string out =
      norm.act + ' ' + norm.object + ' ' + norm.trigger + ' ' + norm.deadline + ' ' + norm.manner;
  for (const auto* names : {&norm.bearers, &norm.recipients}) {
    for (const std::string& name : *names) out += ' ' + name;
  }
  return out;
}

bool lists(std::string_view object) {
  return object.find("次に掲げる") != std::string_view::npos ||
         object.find("次の各号") != std::string_view::npos;
}

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : " ") + word;
  return out;
}

}  // namespace

int fit_of_name(std::string_view asked, std::string_view name) {
  asked = without_pointer(asked);
  name = without_pointer(name);
  if (asked.empty()) return 0;
  if (asked == name) return 2;
  for (const std::string_view more : {"", "等"}) {
    if (name.ends_with(more) && name.substr(0, name.size() - more.size()).ends_with(asked))
      return 1;
  }
  return 0;
}

NormRanker::NormRanker(OpenIndex& index, const Question& question, std::string date)
    : index_(index),
      question_(question),
      date_(std::move(date)),
      weights_(question, *index.database),
      subject_law_(subject_law(index.kb)) {}

const WordMatch& NormRanker::unit_match(const AskedUnit& unit) {
  const auto [row, fresh] = units_.try_emplace(unit.address + '@' + unit.revision, weights_);
  if (fresh) {
    WordMatch& match = row->second;
    match.see_law(unit.law_id, kInLaw);
    match.see(index_.analyzer, unit.title, kInTitle);
    match.see(index_.analyzer, unit.text, kInUnit);
    match.see(index_.analyzer, unit.caption, kInCaption);
  }
  return row->second;
}

WordMatch NormRanker::field_match(const AskedUnit& unit, const NormRecord& norm) {
  WordMatch match(weights_);
  const std::string own = fields_of(norm);
  match.see(index_.analyzer, own, kInField * long_sentence(own.size()));
  match.see(index_.analyzer, norm.trigger, kInWhen * long_sentence(norm.trigger.size()));
  match.see(index_.analyzer, norm.exception, kInException * long_sentence(norm.exception.size()));
  if (lists(norm.object)) match.see(unit_match(unit), kInItems / kInUnit, kInItems);
  match.see(unit_match(unit), 1.0);
  return match;
}

void NormRanker::see_cited(WordMatch& match, const AskedUnit& unit, const NormRecord& norm) {
  const auto [row, fresh] = references_.try_emplace(unit.law);
  if (fresh) row->second = index_.kb.references(*unit.law);
  std::size_t looked_at = 0;
  for (const citations::ReferenceRecord& r : row->second) {
    if (r.from != norm.address || r.targets.empty() || r.span.begin < norm.sentence.begin ||
        r.span.end > norm.sentence.end)
      continue;
    const std::string& target = r.targets.front();
    const std::string law_id = target.substr(0, target.find('/'));
    const auto* revisions = index_.kb.revisions_of(law_id);
    if (revisions == nullptr || ++looked_at > kMostCited) continue;
    const bool own = law_id == unit.law_id;
    const CitedUnit cited =
        cited_unit(index_, target, own ? unit.revision : revisions->on(date_).revision);
    const bool is_trigger = norm.trigger.find(r.text) != std::string::npos &&
                            norm.trigger.size() < r.text.size() + kBytesOfAPointer;
    const double place = is_trigger ? kInTrigger : kInCited;
    match.see(index_.analyzer, cited.caption, place);
    match.see(index_.analyzer, cited.text, place * long_sentence(cited.text.size()));
  }
}

void NormRanker::see_bearers(WordMatch& match, const AskedUnit& unit, const NormRecord& norm) {
  const auto [row, fresh] = definitions_.try_emplace(unit.law);
  if (fresh) row->second = index_.kb.definitions(*unit.law);
  for (const std::string& bearer : norm.bearers) {
    for (const definitions::DefinitionRecord& d : row->second) {
      if (d.term == without_pointer(bearer))
        match.see(index_.analyzer, d.definition,
                  kInDefinition * long_sentence(d.definition.size()));
    }
  }
}

double NormRanker::act_fit(const NormRecord& norm) {
  const auto known = question_.acts.find(norm.act);
  if (known != question_.acts.end()) return known->second;
  double out = asked_itself(norm.act) ? kActItself : 0;
  if (norm.act != "する" && norm.act != "行う" && norm.act != "受ける") return out;
  for (const auto& [asked, weight] : question_.acts) {  // 報告をする
    const std::string noun = asked.substr(0, asked.find("する"));
    if (noun.size() < asked.size() && norm.object.ends_with(noun)) out = std::max(out, weight);
  }
  return out;
}

// 「秘密を侵した場合は」 and 侵す: no row of who_words.inc is needed.
bool NormRanker::asked_itself(std::string_view act) {
  const auto [row, fresh] = acts_.try_emplace(std::string(act));
  if (!fresh) return row->second;
  for (const analysis::Token& token : index_.analyzer.analyze(act)) {
    const auto word = question_.words.find(token.term);
    if (token.kind == analysis::Kind::word && word != question_.words.end() && word->second >= 1)
      row->second = true;
  }
  return row->second;
}

// 漏らしたときは says 漏らす.
double NormRanker::act_said(std::string_view text) {
  std::set<std::string> said;
  for (const analysis::Token& token : index_.analyzer.analyze(text)) said.insert(token.term);
  double out = 0;
  for (const auto& [act, weight] : question_.acts) {
    for (const analysis::Token& token : index_.analyzer.analyze(act)) {
      if (token.kind == analysis::Kind::word && said.contains(token.term))
        out = std::max(out, weight);
    }
  }
  return out;
}

double NormRanker::bearer_fit(const NormRecord& norm) const {
  double out = norm.bearers.empty() ? kNobody : 0;
  for (const std::string& name : norm.bearers) {
    const bool topic = std::any_of(question_.topics.begin(), question_.topics.end(),
                                   [&](const auto& t) { return fit_of_name(t, name) > 0; });
    if (topic)
      out = kTopic;
    else if (question_.normal.find(without_pointer(name)) != std::string::npos)
      out = std::max(out, kBearerNamed);
  }
  return out;
}

double NormRanker::law_weight(const AskedUnit& unit) const {
  double out = unit.law_id == subject_law_ ? kLawOfSubject : 0;
  const auto likely = question_.likely_laws.find(unit.law_id);
  if (likely != question_.likely_laws.end()) out += kLawLikely * likely->second;
  for (const std::string& id : question_.laws) {
    if (id == unit.law_id) return kLawNamed;
    // 強化法 施行令 is of 強化法.
    if (unit.title.starts_with(index_.kb.title_of(id))) out = std::max(out, 0.7 * kLawNamed);
  }
  return out;
}

NormWeight NormRanker::total(const AskedUnit& unit, const NormRecord& norm,
                             const WordMatch& match) {
  NormWeight out{.score = kWords * match.score() + law_weight(unit), .reason = {}};
  std::vector<std::string> reasons = {"語 " + joined(match.best_words(6))};
  const double act = act_fit(norm);
  const double bearer = bearer_fit(norm);
  out.score += kAct * act + bearer + (unit.amending ? kAmending : 0);
  if (act > 0) reasons.push_back("動詞 " + norm.act);
  if (bearer > 0) reasons.emplace_back("主体");
  const bool breached = question_.is(QuestionKind::penalty) &&
                        (norm.modality == Modality::must || norm.modality == Modality::must_not);
  if (breached || question_.modalities.contains(norm.modality)) {
    out.score += norm.modality == Modality::shall_be ? 0.7 * kModality : kModality;
    reasons.emplace_back("種別");
  }
  const auto answers = [&](QuestionKind kind, bool does) {
    if (!question_.is(kind) || !does) return;
    out.score += kKind;
    reasons.emplace_back(to_string(kind));
  };
  const bool has_deadline =
      !norm.deadline.empty() ||
      answers_kind(QuestionKind::deadline, analysis::normalize(norm.trigger).text);
  answers(QuestionKind::deadline, has_deadline);
  // 主務省令で定めるところにより: the order may say by when.
  if (question_.is(QuestionKind::deadline) && !has_deadline &&
      norm.manner.find("で定めるところにより") != std::string::npos)
    out.score += kDelegated;
  if (question_.is(QuestionKind::exemption) && !norm.exception.empty()) out.score += kExempts;
  answers(QuestionKind::power, norm.modality == Modality::may);
  answers(QuestionKind::permission,
          norm.modality == Modality::must_not || norm.modality == Modality::may);
  answers(QuestionKind::recipient, !norm.recipients.empty());
  for (const std::string& reason : reasons) out.reason += (out.reason.empty() ? "" : "・") + reason;
  return out;
}

NormWeight NormRanker::weigh(const AskedUnit& unit, const NormRecord& norm) {
  return total(unit, norm, field_match(unit, norm));
}

NormWeight NormRanker::weigh_closely(const AskedUnit& unit, const NormRecord& norm,
                                     std::string_view sentence) {
  WordMatch match = field_match(unit, norm);
  match.see(index_.analyzer, sentence, kInSentence * long_sentence(sentence.size()));
  see_cited(match, unit, norm);
  see_bearers(match, unit, norm);
  return total(unit, norm, match);
}

NormWeight NormRanker::weigh_penalty(const AskedUnit& unit, std::string_view text,
                                     const std::vector<NormRecord>& duties) {
  WordMatch match(weights_);
  for (const NormRecord& duty : duties) {
    const std::string fields = fields_of(duty);
    match.see(index_.analyzer, fields, kInDuty * long_sentence(fields.size()));
  }
  match.see(index_.analyzer, text, kInField * long_sentence(text.size()));
  match.see(unit_match(unit), 1.0);
  return {.score =
              kWords * match.score() + law_weight(unit) + kKind + kModality + kAct * act_said(text),
          .reason = "語 " + joined(match.best_words(6)) + "・罰則"};
}

}  // namespace query
