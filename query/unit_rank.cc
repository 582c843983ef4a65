// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/unit_rank.h"

#include <algorithm>
#include <map>
#include <set>

#include "indexer/analysis/normalize.h"
#include "query/word_match.h"

namespace query {
namespace {

// Units that are weighed.
constexpr std::size_t kMostUnits = 120;

// How much a word of the question counts by where it stands.
constexpr double kInProvision = 1.0;  // the one that says most
constexpr double kInCaption = 0.8;
constexpr double kInUnit = 0.5;
constexpr double kInTitle = 0.4;
constexpr double kInLaw = 0.3;

// What else speaks for a unit; all of the question's words in one provision are kWords.
constexpr double kWords = 10.0;
constexpr double kNamedProvision = 10.0;
constexpr double kLawNamed = 4.0;
constexpr double kLawLikely = 1.5;  // one whose terms the question uses
constexpr double kLawOfSubject = 0.5;
constexpr double kDefines = 6.0;
constexpr double kSaysWhatItIs = 1.5;  // 「…」とは
constexpr double kCommencement = 3.0;
constexpr double kKind = 1.5;
constexpr double kPaper = -4.0;  // law before what is written about it
constexpr double kOwnSuppl = -0.5;
constexpr double kAmending = -2.5;
constexpr double kLongProvision = 3000;  // bytes

// Kinds that one provision answers by what it says.
constexpr QuestionKind kAnsweredByWords[] = {
    QuestionKind::penalty,    QuestionKind::deadline, QuestionKind::exemption, QuestionKind::power,
    QuestionKind::permission, QuestionKind::person,   QuestionKind::headcount, QuestionKind::years};

class UnitRanker {
 public:
  UnitRanker(OpenIndex& index, const Question& question)
      : index_(index),
        question_(question),
        weights_(question, *index.database),
        subject_(subject_law(index.kb)) {
    if (question.terms.empty()) return;
    const auto terms = index.kb.term_index();
    for (const std::string& term : question.terms) {
      for (const auto& entry : terms.find(definitions::term_key(term)))
        defining_.push_back(entry.address);
    }
  }

  RankedUnit rank(AskedUnit unit) {
    WordMatch unit_match(weights_);
    if (!unit.law_id.empty()) unit_match.see_law(unit.law_id, kInLaw);
    unit_match.see(index_.analyzer, unit.title, kInTitle);
    unit_match.see(index_.analyzer, unit.caption, kInCaption);
    const auto lines = lines_of(unit.text);
    std::vector<WordMatch> own;
    for (const std::string_view line : lines) {
      WordMatch match(weights_);
      match.see(index_.analyzer, line,
                kInProvision / (1 + static_cast<double>(line.size()) / kLongProvision));
      unit_match.see(match, kInUnit);
      own.push_back(std::move(match));
    }
    RankedUnit out;
    std::vector<std::string> reasons;
    WordMatch best = unit_match;
    double best_score = -1;
    for (std::size_t i = 0; i < lines.size(); ++i) {
      WordMatch match = unit_match;
      match.see(own[i], 1.0);
      const auto kinds = kinds_answered(lines[i]);
      const double score = kWords * match.score() + kKind * static_cast<double>(kinds.size());
      if (score <= best_score) continue;
      best_score = score;
      best = match;
      reasons = kinds;
    }
    out.score = std::max(best_score, kWords * unit_match.score());
    std::string words;
    for (const std::string& word : best.best_words(6)) words += (words.empty() ? "" : " ") + word;
    reasons.insert(reasons.begin(), "語 " + words);
    add_place(unit, out.score, reasons);
    for (const std::string& r : reasons) out.reason += (out.reason.empty() ? "" : "・") + r;
    out.unit = std::move(unit);
    return out;
  }

 private:
  static std::vector<std::string_view> lines_of(std::string_view text) {
    std::vector<std::string_view> out;
    while (!text.empty()) {
      const std::size_t end = std::min(text.find('\n'), text.size());
      out.push_back(text.substr(0, end));
      text.remove_prefix(std::min(end + 1, text.size()));
    }
    return out;
  }

  std::vector<std::string> kinds_answered(std::string_view line) const {
    std::vector<std::string> out;
    std::string normal;
    for (const QuestionKind kind : kAnsweredByWords) {
      if (!question_.is(kind)) continue;
      if (normal.empty()) normal = analysis::normalize(line).text;
      if (answers_kind(kind, normal)) out.emplace_back(to_string(kind));
    }
    return out;
  }

  void add_place(const AskedUnit& unit, double& score, std::vector<std::string>& reasons) const {
    const auto add = [&](bool does, double weight, std::string_view why) {
      if (!does) return;
      score += weight;
      if (weight > 0) reasons.emplace_back(why);
    };
    const auto named = [&](const corpus::Address& a) {
      const std::string name = to_string(a);
      return name == unit.address || name.starts_with(unit.address + '/') ||
             unit.address.starts_with(name + '/');
    };
    add(std::any_of(question_.provisions.begin(), question_.provisions.end(), named),
        kNamedProvision, "問われた条文");
    add(std::find(question_.laws.begin(), question_.laws.end(), unit.law_id) !=
            question_.laws.end(),
        kLawNamed, "問われた法令");
    add(unit.law_id == subject_, kLawOfSubject, "主題の法令");
    const auto likely = question_.likely_laws.find(unit.law_id);
    add(likely != question_.likely_laws.end(),
        likely == question_.likely_laws.end() ? 0 : kLawLikely * likely->second, "用語の法令");
    add(std::any_of(defining_.begin(), defining_.end(),
                    [&](const std::string& a) {
                      return a == unit.address || a.starts_with(unit.address + '/');
                    }),
        kDefines, "定義");
    add(std::any_of(question_.terms.begin(), question_.terms.end(),
                    [&](const std::string& term) {
                      return unit.text.find("「" + term + "」とは") != std::string::npos;
                    }),
        kSaysWhatItIs, "「…」とは");
    add(question_.is(QuestionKind::commencement) && is_commencement(unit), kCommencement, "施行");
    add(unit.law_id.empty(), kPaper, "");
    const bool suppl = unit.address.find("/sup") != std::string::npos;
    if (!question_.is(QuestionKind::commencement)) add(suppl, kOwnSuppl, "");
    add(unit.amending, kAmending, "");
  }

  static bool is_commencement(const AskedUnit& unit) {
    return unit.caption.find("施行期日") != std::string::npos ||
           (unit.address.find("/sup") != std::string::npos &&
            answers_kind(QuestionKind::commencement, analysis::normalize(unit.text).text));
  }

  OpenIndex& index_;
  const Question& question_;
  WordWeights weights_;
  std::string subject_;
  std::vector<std::string> defining_;
};

}  // namespace

std::vector<RankedUnit> rank_units(OpenIndex& index, const Question& question,
                                   const UnitFilter& filter, std::size_t most) {
  auto units = find_units(index, question, filter, kMostUnits).units;
  if (question.is(QuestionKind::penalty)) {
    std::set<std::string> known;
    for (const AskedUnit& unit : units) known.insert(unit.address);
    for (AskedUnit& unit : find_punishing_units(index, question, filter, kMostUnits / 2)) {
      if (!known.contains(unit.address)) units.push_back(std::move(unit));
    }
  }
  UnitRanker ranker(index, question);
  std::vector<RankedUnit> out;
  for (AskedUnit& unit : units) out.push_back(ranker.rank(std::move(unit)));
  std::stable_sort(out.begin(), out.end(),
                   [](const RankedUnit& a, const RankedUnit& b) { return a.score > b.score; });
  if (out.size() > most) out.resize(most);
  return out;
}

}  // namespace query
