// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/penalty_answers.h"

#include <algorithm>
#include <map>

namespace query {
namespace {

using corpus::Law;
using corpus::Provision;

// Duties whose penalties are shown, and how much the penalty owes to its duty.
constexpr std::size_t kMostDuties = 12;
constexpr double kDutyShare = 0.97;
constexpr double kBesides = 2.5;  // 両罰, 国外犯, 未遂: not the penalty that is asked for first

bool is_main_penalty(norms::PenaltyKind kind) {
  using enum norms::PenaltyKind;
  return kind != corporate && kind != abroad && kind != attempt && kind != confiscation;
}

constexpr std::string_view kPunishing[] = {"に処する", "に処し", "を科する", "を科し"};

std::size_t find_punishing(std::string_view text) {
  std::size_t out = std::string_view::npos;
  for (const std::string_view verb : kPunishing) out = std::min(out, text.find(verb));
  return out;
}

// Where what is punished ends and how begins: behind the last は、 before the verb.
std::size_t penalty_begin(std::string_view sentence, std::size_t verb) {
  std::size_t out = 0;
  for (const std::string_view topic : {"は、", "も、", "対して", "には、", "ほか、"}) {
    const std::size_t at = sentence.substr(0, verb).rfind(topic);
    if (at != std::string_view::npos) out = std::max(out, at + topic.size());
  }
  return out;
}

// An article of one 項 is named with it or without; listed it is once.
void add_duty(std::vector<std::string>& duties, std::string duty) {
  const bool listed = std::any_of(duties.begin(), duties.end(), [&](const std::string& d) {
    return d == duty || d.starts_with(duty + '/') || duty.starts_with(d + '/');
  });
  if (!listed) duties.push_back(std::move(duty));
}

class Finder {
 public:
  Finder(OpenIndex& index, NormRanker& ranker) : index_(index), ranker_(ranker) {}

  void add_of_duty(const NormHit& duty) {
    const auto at = corpus::parse_address(duty.norm.address);
    if (!at) return;
    for (const norms::Penalty& p : norms::penalties_of(penalties(*duty.law), *at)) {
      const auto* revisions = index_.kb.revisions_of(p.penalty.law_id);
      if (revisions == nullptr) continue;
      const citations::LawEntry& entry =
          p.penalty.law_id == duty.law->id ? *duty.law : revisions->on(duty.law->revision);
      const Law& law = text_of(entry);
      auto found = law.find(p.penalty.path);
      if (!found) continue;
      // An article of one 項 is named without it; the text is that of the 項.
      if (law.provisions[*found].text.empty() && *found + 1 < law.provisions[*found].end) ++*found;
      NormHit hit = hit_of(entry, law, *found);
      hit.penalty->penalty = p.text;
      hit.penalty->breach = p.words;
      hit.penalty->sanctions = {duty.norm.address};  // first, then the others it is for
      for (const norms::Penalty& other : norms::norms_of(penalties(entry), p.penalty)) {
        add_duty(hit.penalty->sanctions, to_string(other.norm));
      }
      hit.score = kDutyShare * duty.score + 1.0 - (is_main_penalty(p.kind) ? 0 : kBesides);
      hit.reason = "罰する義務 " + duty.norm.address;
      add(std::move(hit));
    }
  }

  void add_of_words(const AskedUnit& unit) {
    const Law& law = text_of(*unit.law);
    const auto address = corpus::parse_address(unit.address);
    const auto found = address ? law.find(address->path) : std::nullopt;
    if (!found) return;
    for (std::size_t i = *found; i < law.provisions[*found].end; ++i) {
      const Provision& p = law.provisions[i];
      const bool item = p.segment.kind == corpus::SegmentKind::item;
      const std::string lead = item ? law.provisions[p.parent].text : "";
      if (find_punishing(item ? lead : p.text) == std::string_view::npos) continue;
      if (!item && i + 1 < p.end && lists_items(law, i)) continue;  // its items are weighed
      NormHit hit = hit_of(*unit.law, law, i);
      hit.penalty->penalty = punishment_in(item ? lead : p.text);
      hit.penalty->breach =
          item ? p.text : p.text.substr(0, penalty_begin(p.text, find_punishing(p.text)));
      const auto at = corpus::parse_address(hit.norm.address);
      std::vector<norms::NormRecord> duties;
      for (const norms::Penalty& edge : norms::norms_of(penalties(*unit.law), *at)) {
        add_duty(hit.penalty->sanctions, to_string(edge.norm));
        for (const norms::NormRecord& norm : norms_at(*unit.law, edge.norm)) duties.push_back(norm);
      }
      const NormWeight weight = ranker_.weigh_penalty(unit, item ? p.text + lead : p.text, duties);
      hit.score = weight.score;
      hit.reason = weight.reason;
      add(std::move(hit));
    }
  }

  std::vector<NormHit> take() {
    std::vector<NormHit> out;
    for (auto& [address, hit] : hits_) out.push_back(std::move(hit));
    return out;
  }

 private:
  static bool lists_items(const Law& law, std::size_t i) {
    return law.provisions[i + 1].segment.kind == corpus::SegmentKind::item &&
           law.provisions[i].text.find("各号") != std::string::npos;
  }

  static NormHit hit_of(const citations::LawEntry& entry, const Law& law, std::size_t i) {
    NormHit hit{.norm = {},
                .law = &entry,
                .caption = {},
                .text = law.provisions[i].text,
                .links = {},
                .penalty = PenaltyAnswer{}};
    hit.norm.address = to_string(law.address(i));
    hit.norm.sentence = {0, static_cast<std::uint32_t>(corpus::count_code_points(hit.text))};
    const auto article = law.ancestor(i, corpus::SegmentKind::article);
    if (article) hit.caption = law.provisions[*article].caption;
    return hit;
  }

  // One found both ways keeps the better score and every duty.
  void add(NormHit hit) {
    hit.norm.modality = norms::Modality::shall_be;
    hit.norm.act = "処する";
    hit.norm.object = hit.penalty->penalty;
    hit.norm.trigger = hit.penalty->breach;
    const auto [row, fresh] = hits_.try_emplace(hit.norm.address, hit);
    if (fresh) return;
    NormHit& known = row->second;
    if (hit.score > known.score) {
      known.score = hit.score;
      known.reason = hit.reason;
    }
    for (const std::string& duty : hit.penalty->sanctions) add_duty(known.penalty->sanctions, duty);
  }

  const Law& text_of(const citations::LawEntry& entry) {
    const auto [row, fresh] = laws_.try_emplace(&entry);
    if (fresh) row->second = index_.kb.load(entry);
    return row->second;
  }

  const std::vector<norms::Penalty>& penalties(const citations::LawEntry& entry) {
    const auto [row, fresh] = penalties_.try_emplace(&entry);
    if (fresh) row->second = index_.kb.penalties(entry);
    return row->second;
  }

  std::vector<norms::NormRecord> norms_at(const citations::LawEntry& entry,
                                          const corpus::Address& at) {
    const auto [row, fresh] = norms_.try_emplace(&entry);
    if (fresh) row->second = index_.kb.norms(entry);
    const std::string name = to_string(at);
    std::vector<norms::NormRecord> out;
    for (const norms::NormRecord& norm : row->second) {
      if (norm.address == name || norm.address.starts_with(name + '/')) out.push_back(norm);
    }
    return out;
  }

  OpenIndex& index_;
  NormRanker& ranker_;
  std::map<const citations::LawEntry*, std::vector<norms::NormRecord>> norms_;
  std::map<std::string, NormHit> hits_;
  std::map<const citations::LawEntry*, Law> laws_;
  std::map<const citations::LawEntry*, std::vector<norms::Penalty>> penalties_;
};

}  // namespace

std::string punishment_in(std::string_view sentence) {
  const std::size_t first = find_punishing(sentence);
  if (first == std::string_view::npos) return {};
  const std::size_t begin = penalty_begin(sentence, first);
  return std::string(sentence.substr(begin, first - begin));
}

std::vector<NormHit> penalty_answers(OpenIndex& index, NormRanker& ranker,
                                     const std::vector<NormHit>& duties,
                                     const std::vector<AskedUnit>& punishing) {
  Finder finder(index, ranker);
  for (std::size_t i = 0; i < duties.size() && i < kMostDuties; ++i) finder.add_of_duty(duties[i]);
  for (const AskedUnit& unit : punishing) finder.add_of_words(unit);
  return finder.take();
}

}  // namespace query
