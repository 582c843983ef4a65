// SPDX-License-Identifier: GPL-2.0-or-later
// One order against one law: which of its exercises meet which powers.
#include <algorithm>
#include <set>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "corpus/text_scan.h"
#include "indexer/citations/reference_table.h"
#include "indexer/delegations/delegation_fit.h"
#include "indexer/delegations/delegation_join.h"

namespace delegations {
namespace {

// Without part and 各号.
std::string_view bare(std::string_view address) {
  address = address.substr(0, address.find(':'));
  if (address.ends_with("/i*")) address.remove_suffix(3);
  return address;
}

std::string_view part_of(std::string_view address) {
  const std::size_t colon = address.find(':');
  return colon == std::string_view::npos ? std::string_view() : address.substr(colon + 1);
}

bool is_below(std::string_view address, std::string_view top) {
  return address.starts_with(top) && (address.size() == top.size() || address[top.size()] == '/');
}

// 507AC…/a4/p3 -> 507AC…/a4; of 附則 the same below it. Provisions are looked up by this.
std::string_view unit_of(std::string_view address) {
  std::size_t at = address.find('/');
  while (at != std::string_view::npos) {
    const std::size_t next = address.find('/', at + 1);
    const std::string_view segment = address.substr(at + 1, next - at - 1);
    if (segment.starts_with("a") && segment.size() > 1 && segment[1] >= '0' && segment[1] <= '9')
      return address.substr(0, next);
    if (!segment.starts_with("sup")) return address.substr(0, next);
    at = next;
  }
  return address;
}

class Matcher {
 public:
  Matcher(std::string_view law_id, const std::vector<Power>& powers, std::string_view order_id,
          const std::vector<Exercise>& exercises)
      : law_id_(law_id), powers_(powers), order_id_(order_id), exercises_(exercises) {
    // Only what the order points at is looked up.
    for (const Exercise& e : exercises) {
      for (const std::string& target : e.targets) {
        if (law_of(target) == law_id) by_unit_[unit_of(bare(target))];
      }
    }
    for (std::size_t i = 0; i < powers.size(); ++i) {
      const auto unit = by_unit_.find(unit_of(powers[i].from));
      if (unit != by_unit_.end()) unit->second.push_back(i);
    }
  }

  DelegationMatches run() {
    for (std::size_t e = 0; e < exercises_.size(); ++e) {
      if (exercises_[e].kind == ExerciseKind::authority) {
        match_authority(e);
      } else if (exercises_[e].kind != ExerciseKind::enactment) {
        for (const std::string& target : exercises_[e].targets) match_target(e, target);
      }
    }
    drop_weaker();
    match_enactments();
    std::sort(out_.links.begin(), out_.links.end(), [](const auto& a, const auto& b) {
      return std::tie(a.power, a.exercise) < std::tie(b.power, b.exercise);
    });
    out_.links.erase(std::unique(out_.links.begin(), out_.links.end()), out_.links.end());
    return std::move(out_);
  }

 private:
  // Powers in the provision or below it.
  std::vector<std::size_t> powers_below(std::string_view target) const {
    std::vector<std::size_t> out;
    if (target.find("..") != std::string_view::npos) {
      for (std::size_t i = 0; i < powers_.size(); ++i) {
        const auto from = corpus::parse_address(powers_[i].from);
        if (from && !from->is_law() && citations::concerns(target, *from)) out.push_back(i);
      }
      return out;
    }
    const std::string_view place = bare(target);
    const auto unit = by_unit_.find(unit_of(place));
    if (unit == by_unit_.end()) return out;
    for (const std::size_t i : unit->second) {
      if (is_below(powers_[i].from, place)) out.push_back(i);
    }
    return out;
  }

  // Powers in what the provision lies in: the 柱書 may hold the words for its 号.
  std::vector<std::size_t> powers_above(std::string_view target) const {
    std::vector<std::size_t> out;
    const std::string_view place = bare(target);
    const auto unit = by_unit_.find(unit_of(place));
    if (unit == by_unit_.end()) return out;
    for (const std::size_t i : unit->second) {
      if (powers_[i].from != place && is_below(place, powers_[i].from)) out.push_back(i);
    }
    return out;
  }

  // Those the order may fill by the words of the exercise. What is applied to other matters may be
  // left to another ministry there.
  std::vector<std::size_t> fitting(const std::vector<std::size_t>& powers,
                                   const Exercise& exercise) const {
    std::vector<std::size_t> out;
    for (const std::size_t i : powers) {
      const bool named =
          exercise.applied || same_instrument(powers_[i].instrument, exercise.instrument);
      if (named && may_fill(powers_[i].kind, order_id_)) out.push_back(i);
    }
    return out;
  }

  // Where a provision leaves one thing to several ministries (政令、水門については水路省令), the
  // order of each fills its own.
  void keep_own(std::vector<std::size_t>& fit) const {
    const auto own = [&](std::size_t i) { return is_issuer(powers_[i].instrument, order_id_); };
    const auto shared = [&](std::size_t i) {
      return std::any_of(fit.begin(), fit.end(), [&](std::size_t j) {
        return powers_[j].from == powers_[i].from && powers_[j].thing == powers_[i].thing &&
               powers_[j].instrument != powers_[i].instrument && own(j);
      });
    };
    std::vector<std::size_t> kept;
    for (const std::size_t i : fit) {
      if (own(i) || !shared(i)) kept.push_back(i);
    }
    fit = std::move(kept);
  }

  void match_target(std::size_t e, const std::string& target) {
    if (law_of(target) != law_id_) return;
    const Exercise& exercise = exercises_[e];
    std::vector<std::size_t> all = powers_below(target);
    std::vector<std::size_t> fit = fitting(all, exercise);
    if (fit.empty()) {
      const auto above = powers_above(target);
      fit = fitting(above, exercise);
      all.insert(all.end(), above.begin(), above.end());
    }
    if (fit.empty() && exercise.kind == ExerciseKind::procedure &&
        (link_about(e, target) || link_general(e)))
      return;
    if (fit.empty()) return add_odd(e, target, all);
    if (exercise.instrument.empty()) keep_own(fit);
    if (exercise.kind == ExerciseKind::direct) return match_thing(e, target, fit);
    match_procedure(e, target, fit);
  }

  // 「前項の規定による納付金の納付の手続は、政令で定める。」 carries the procedures of the
  // paragraph before it.
  bool link_about(std::size_t e, std::string_view target) {
    const auto cited = corpus::parse_address(bare(target.substr(0, target.find(".."))));
    if (!cited || cited->is_law()) return false;
    bool found = false;
    for (std::size_t i = 0; i < powers_.size(); ++i) {
      const Power& power = powers_[i];
      const auto speaks = [&](const std::string& place) {
        return citations::concerns(place, *cited);
      };
      if (!may_fill(power.kind, order_id_) ||
          std::none_of(power.about.begin(), power.about.end(), speaks))
        continue;
      link(i, e);
      found = true;
    }
    return found;
  }

  // 「この法律に定めるもののほか、必要な事項は、省令で定める。」 carries every
  // procedure for which the law has no words of its own.
  bool link_general(std::size_t e) {
    bool found = false;
    for (std::size_t i = 0; i < powers_.size(); ++i) {
      const Power& power = powers_[i];
      const bool general =
          power.meaning == DelegationMeaning::matter &&
          power.from.find("/sup") == std::string::npos &&
          corpus::starts_with_any(power.before,
                                  {"この法律に定めるもののほか", "この法律に規定するもののほか",
                                   "この法律の実施", "この法律の施行"}) &&
          may_fill(power.kind, order_id_);
      if (!general) continue;
      link(i, e);
      found = true;
    }
    return found;
  }

  void add_odd(std::size_t e, const std::string& target, const std::vector<std::size_t>& all) {
    // 「法第三条の規定により、…を定める」 names no instrument: it need not claim a delegation.
    if (exercises_[e].kind == ExerciseKind::direct && exercises_[e].instrument.empty()) return;
    std::string reason;
    if (exercises_[e].applied) {
      reason = "準用される規定で、読み替えて委ねられているとみられる";
    } else if (!all.empty()) {
      std::set<std::string> names;
      for (const std::size_t i : all) names.insert(powers_[i].instrument);
      std::string list;
      for (const std::string& name : names) list += (list.empty() ? "" : "、") + name;
      reason = "この規定が委ねているのは" + list;
    } else if (exercises_[e].kind == ExerciseKind::direct) {
      reason = "この規定には下位の法令に委ねる文言がない";
    } else {
      reason = "この規定には下位の法令に委ねる文言がない（法律を実施するための定めとみられる）";
    }
    out_.odd.push_back({e, target, std::move(reason)});
  }

  void match_thing(std::size_t e, const std::string& target, const std::vector<std::size_t>& fit) {
    const std::string_view place = bare(target);
    const std::string_view part = part_of(target);
    int best = 0;
    std::vector<std::pair<int, std::size_t>> scored;
    for (const std::size_t i : fit) {
      int score = score_of(powers_[i], exercises_[e]);
      if (score > 0) {
        score += std::min(common_ending(powers_[i].before, exercises_[e].before), 10);
        if (powers_[i].from == place) score += 20;
        if (!part.empty() && part == powers_[i].part) score += 15;
      }
      best = std::max(best, score);
      scored.emplace_back(score, i);
    }
    if (best == 0) {
      // No noun decides: the only one there, or the only one of the provision itself.
      std::vector<std::size_t> open;
      for (const std::size_t i : fit) {
        if (powers_[i].meaning == DelegationMeaning::thing ||
            powers_[i].meaning == DelegationMeaning::matter) {
          open.push_back(i);
        }
      }
      if (open.empty()) open = fit;
      if (open.size() > 1) {
        std::erase_if(open, [&](std::size_t i) { return powers_[i].from != place; });
      }
      if (open.size() == 1) return link(open.front(), e);
      out_.odd.push_back({e, target, "この規定の委任のどれに当たるか、語からは決められない"});
      return;
    }
    // 「政令で定める業種及び業種ごとの資本の額は、別表による」 gives what
    // the provision leaves for each kind, too: 「政令で定める業種ごとに政令で定める金額」.
    const bool each = exercises_[e].text.find("ごとの") != std::string::npos;
    std::string from;
    for (const auto& [score, i] : scored) {
      if (score != best) continue;
      link(i, e);
      from = powers_[i].from;
    }
    if (!each || from != place) return;
    for (const auto& [score, i] : scored) {
      const bool left = score != best && powers_[i].from == from &&
                        powers_[i].meaning == DelegationMeaning::thing;
      if (left) link(i, e);
    }
  }

  void match_procedure(std::size_t e, const std::string& target,
                       const std::vector<std::size_t>& fit) {
    const std::string_view part = part_of(target);
    std::vector<std::size_t> manners;
    for (const std::size_t i : fit) {
      if (powers_[i].meaning == DelegationMeaning::manner &&
          (part.empty() || powers_[i].part.empty() || powers_[i].part == part)) {
        manners.push_back(i);
      }
    }
    if (manners.size() > 1) {
      std::vector<std::size_t> said;
      for (const std::size_t i : manners) {
        if (speaks_of(powers_[i], exercises_[e])) said.push_back(i);
      }
      if (!said.empty()) manners = std::move(said);
    }
    if (manners.empty()) {
      // 「申請書に省令で定める書類を添えて」 -> 「…の申請書には、次の書類を添付しなければならない」
      for (const std::size_t i : fit) {
        const std::string_view head = last_kanji(powers_[i].thing);
        if (head.size() >= 6 && exercises_[e].sentence.find(head) != std::string::npos)
          manners.push_back(i);
      }
    }
    // 「法第三条の規定により納める手数料の額は」 <- 「政令で定める額の手数料を納める」
    for (const std::size_t i : manners.empty() ? fit : std::vector<std::size_t>{}) {
      const bool same = powers_[i].meaning == DelegationMeaning::thing &&
                        !powers_[i].thing.empty() && !is_placeholder(powers_[i].thing) &&
                        exercises_[e].thing.ends_with(powers_[i].thing);
      if (same) manners.push_back(i);
    }
    // 「法第三条第二号に規定する標識は、…」: the words of that 号 alone can be meant.
    const bool alone = fit.size() == 1 && powers_[fit.front()].from == bare(target) &&
                       exercises_[e].text.find("に規定する") != std::string::npos;
    if (manners.empty() && alone) manners = fit;
    if (manners.empty() && !link_about(e, target)) link_general(e);
    for (const std::size_t i : manners) link(i, e);
  }

  // The first provision cited whose powers the law lets be delegated decides.
  void match_authority(std::size_t e) {
    for (const std::string& target : exercises_[e].targets) {
      if (law_of(target) != law_id_) continue;
      const auto cited = corpus::parse_address(bare(target.substr(0, target.find(".."))));
      if (!cited || cited->is_law()) continue;
      bool found = false;
      for (std::size_t i = 0; i < powers_.size(); ++i) {
        const Power& power = powers_[i];
        const bool fits = power.of_authority && !power.excepts && may_fill(power.kind, order_id_);
        const auto reaches = [&](const std::string& place) {
          return citations::concerns(place, *cited);
        };
        if (!fits || !std::any_of(power.authorities.begin(), power.authorities.end(), reaches))
          continue;
        link(i, e);
        found = true;
      }
      if (found) return;
    }
  }

  // What the order says of a thing outright (法第三条の省令で定める事項は) leaves no room for what
  // only cites the same provision (法第三条に規定する届出書の様式は): that belongs to the general
  // words of the law, if it has any.
  void drop_weaker() {
    std::set<std::size_t> said;
    for (const DelegationLink& l : out_.links) {
      if (exercises_[l.exercise].kind == ExerciseKind::direct) said.insert(l.power);
    }
    std::vector<DelegationLink> kept;
    for (const DelegationLink& l : std::exchange(out_.links, {})) {
      const bool weaker = said.contains(l.power) &&
                          powers_[l.power].meaning == DelegationMeaning::thing &&
                          exercises_[l.exercise].kind == ExerciseKind::procedure;
      if (!weaker || !link_general(l.exercise)) kept.push_back(l);
    }
    out_.links.insert(out_.links.end(), kept.begin(), kept.end());
  }

  // What the 制定文 names and nothing else in the order fills.
  void match_enactments() {
    std::set<std::size_t> filled;
    for (const DelegationLink& l : out_.links) filled.insert(l.power);
    for (std::size_t e = 0; e < exercises_.size(); ++e) {
      if (exercises_[e].kind != ExerciseKind::enactment) continue;
      for (const std::string& target : exercises_[e].targets) {
        if (law_of(target) != law_id_) continue;
        for (const std::size_t i : powers_below(target)) {
          const std::string_view part = part_of(target);
          if (filled.contains(i) || !may_fill(powers_[i].kind, order_id_)) continue;
          if (!part.empty() && !powers_[i].part.empty() && part != powers_[i].part) continue;
          link(i, e);
        }
      }
    }
  }

  void link(std::size_t power, std::size_t exercise) { out_.links.push_back({power, exercise}); }

  std::string_view law_id_;
  const std::vector<Power>& powers_;
  std::string_view order_id_;
  const std::vector<Exercise>& exercises_;
  std::unordered_map<std::string_view, std::vector<std::size_t>> by_unit_;
  DelegationMatches out_;
};

}  // namespace

DelegationMatches match_powers(std::string_view law_id, const std::vector<Power>& powers,
                               std::string_view order_id, const std::vector<Exercise>& exercises) {
  return Matcher(law_id, powers, order_id, exercises).run();
}

}  // namespace delegations
