// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/delegations/delegation_join.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "corpus/text_scan.h"
#include "indexer/citations/reference_table.h"

namespace delegations {
namespace {

// --- addresses as texts ------------------------------------------------------------------------

std::string_view law_of(std::string_view address) {
  return address.substr(0, address.find_first_of("/@"));
}

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

// --- what fits what ----------------------------------------------------------------------------

bool may_fill(Instrument kind, std::string_view order_id) {
  const int rank = rank_of(order_id);
  const std::string_view type = order_id.substr(std::min<std::size_t>(3, order_id.size()));
  switch (kind) {
    case Instrument::cabinet_order:
      return rank == 2;
    case Instrument::ministry_order:  // 主務省令 may be the rule of a commission
      return type.starts_with("M") || type.starts_with("R0");
    case Instrument::order:
      return rank == 1 || rank == 2;
    case Instrument::rule:
      return type.starts_with("R") || type.starts_with("M");
    case Instrument::local:
      return false;
    case Instrument::notice:
    case Instrument::decision:
      return rank <= 1;
  }
  return false;
}

bool is_generic(std::string_view instrument) {
  return instrument == "主務省令" || instrument == "命令" || instrument == "省令";
}

// 経済産業省令 is not filled by words that name the 国土交通省令. Old laws keep the names of
// ministries that are gone, so the law number decides nothing.
bool same_instrument(std::string_view power, std::string_view exercise) {
  return exercise.empty() || power == exercise || is_generic(power) || is_generic(exercise) ||
         (power == "勅令" && exercise == "政令");
}

std::string_view last_kanji(std::string_view noun) {
  std::size_t begin = noun.size();
  while (begin >= 3 && (corpus::is_kanji(corpus::letter_before(noun, begin)) ||
                        corpus::is_katakana(corpus::letter_before(noun, begin))))
    begin -= 3;
  return noun.substr(begin);
}

bool is_placeholder(std::string_view noun) {
  return corpus::ends_with_any(noun, {"もの", "者", "とき", "場合", "こと"}).has_value();
}

// How well the thing an order speaks of fits what the words delegate; 0: it says nothing.
int score_of(const Power& power, const Exercise& exercise) {
  const std::string_view want = exercise.thing;
  const std::string_view have = power.thing;
  if (want.empty() || power.meaning == DelegationMeaning::general) return 0;
  if (want == have) return 100;
  const bool how = want == "ところにより";
  if (power.meaning == DelegationMeaning::manner) {
    return how ? 90 : want.size() >= 6 && have.starts_with(want) ? 80 : 0;  // 方法により: 方法
  }
  if (how) return 0;
  if (!have.empty() && (want.starts_with(have) || have.starts_with(want))) return 80;
  const std::string_view want_head = last_kanji(want);
  if (!is_placeholder(have)) {
    const std::string_view have_head = last_kanji(have);
    if (!want_head.empty() && want_head == have_head) return 60;
    if (have.size() > 3 && want.find(have) != std::string_view::npos) return 50;
  }
  // 軽微なもの: 軽微な変更
  if (corpus::ends_with_any(have, {"もの", "とき", "こと"})) {
    const std::string_view stem = have.substr(0, have.size() - 6);
    if (!stem.empty() && want.starts_with(stem)) return 70;
  }
  if (is_placeholder(have) || power.meaning == DelegationMeaning::matter) {
    // 「…電子計算機のうち、政令で定めるもの」: the noun stands before the words, the nearer the
    // better.
    const auto near = [&](std::string_view noun, int best) {
      const std::size_t at = power.before.rfind(noun);
      if (noun.size() < 6 || at == std::string::npos) return 0;
      return best - static_cast<int>(std::min<std::size_t>((power.before.size() - at) / 90, 9));
    };
    return std::max(near(want, 55), near(want_head, 45));
  }
  return 0;
}

// How many letters both end with: 「…技術の分野として」.
int common_ending(std::string_view a, std::string_view b) {
  std::size_t n = 0;
  while (n < a.size() && n < b.size() && a[a.size() - 1 - n] == b[b.size() - 1 - n]) ++n;
  return static_cast<int>(n / 3);
}

// 届け出なければならない and 届出 are the same word.
std::string without_okurigana(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t c = corpus::next_code_point(text, at);
    if (corpus::is_kanji(c) || corpus::is_katakana(c))
      out += text.substr(begin, at - begin);
    else if (!out.empty() && !out.ends_with(' ') && c != U'け' && c != U'し' && c != U'り' &&
             c != U'え')
      out += ' ';
  }
  return out;
}

// Does the clause behind 定めるところにより do what the procedure is about?
bool speaks_of(const Power& power, const Exercise& exercise) {
  const std::string acts = without_okurigana(power.after);
  const std::string wanted = without_okurigana(exercise.thing);
  std::string_view rest = wanted;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find(' '), rest.size());
    std::string_view word = rest.substr(0, end);
    for (const std::string_view tail : {"書", "者"}) {
      if (word.size() > 6 && word.ends_with(tail)) word.remove_suffix(3);
    }
    if (word.size() >= 6 && acts.find(word) != std::string::npos) return true;
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return false;
}

// --- one order against one law -----------------------------------------------------------------

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
    if (fit.empty() && exercise.kind == ExerciseKind::procedure && link_general(e)) return;
    if (fit.empty()) return add_odd(e, target, all);
    if (exercise.kind == ExerciseKind::direct) return match_thing(e, target, fit);
    match_procedure(e, target, fit);
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

// --- the records ---------------------------------------------------------------------------------

DelegationRecord record_of(const Power& power, std::string side) {
  return {.side = std::move(side),
          .from = power.from,
          .span = power.span,
          .text = power.text,
          .instrument = power.instrument,
          .thing = power.thing,
          .issuer = power.issuer,
          .address_of_power = power.address_of_power,
          .to = {},
          .status = "open",
          .reason = {},
          .rule = power.rule,
          .basis = {}};
}

DelegationRecord record_of(const Exercise& exercise, std::string side, std::string target,
                           std::string status, std::string reason) {
  return {.side = std::move(side),
          .from = std::move(target),
          .span = {},
          .text = exercise.text,
          .instrument = exercise.instrument,
          .thing = exercise.thing,
          .issuer = {},
          .address_of_power = {},
          .to = {exercise.from},
          .status = std::move(status),
          .reason = std::move(reason),
          .rule = exercise.rule,
          .basis = std::string(to_string(exercise.kind))};
}

void fill(DelegationRecord& record, const Exercise& exercise) {
  record.status = "resolved";
  record.reason.clear();
  if (std::find(record.to.begin(), record.to.end(), exercise.from) == record.to.end())
    record.to.push_back(exercise.from);
  const std::string basis(to_string(exercise.kind));
  if (record.basis.find(basis) == std::string::npos)
    record.basis += (record.basis.empty() ? "" : " ") + basis;
}

// Orders of the law that the kind of instrument could be, at hand or only known by name.
std::string why_open(const Power& power, const DelegationSource& law,
                     const std::vector<const DelegationSource*>& orders,
                     const JoinContext& context) {
  switch (power.kind) {
    case Instrument::local:
      return "地方公共団体の条例・規則は、この知識ベースの外";
    case Instrument::notice:
    case Instrument::decision:
      return "告示などの定めは、この知識ベースに見つからない";
    default:
      break;
  }
  std::string names;
  std::size_t count = 0;
  for (const DelegationSource* order : orders) {
    if (!may_fill(power.kind, order->id) || ++count > 3) continue;
    names += (names.empty() ? "" : "、") + order->title + "（" + order->id + "）";
  }
  if (count > 3) names += "など" + std::to_string(count) + "件";
  if (count > 0) return names + "にこの委任を受ける規定が見つからない";
  const bool cabinet = power.kind == Instrument::cabinet_order;
  const std::string title = law.title + (cabinet ? "施行令" : "施行規則");
  const std::string id = context.id_of_title(title);
  const std::string kind = cabinet ? "政令" : power.instrument;
  return "この本文とともに施行されている、この法律の" + kind + "が知識ベースにない" +
         (id.empty() ? "" : "（" + title + " " + id + "）");
}

// The records in which the law is the one that leaves something to orders.
void add_giving(const DelegationSource& law, const JoinContext& context,
                std::vector<DelegationRecord>& out) {
  std::vector<DelegationRecord> given;
  for (const Power& power : law.found.powers) given.push_back(record_of(power, "gives"));
  std::vector<const DelegationSource*> orders;
  for (const std::string& id : context.orders_of(law.id)) {
    const DelegationSource* order = context.at_hand(id);
    if (order == nullptr) continue;
    const auto matches = match_powers(law.id, law.found.powers, order->id, order->found.exercises);
    for (const DelegationLink& link : matches.links)
      fill(given[link.power], order->found.exercises[link.exercise]);
    for (const OddExercise& odd : matches.odd) {
      out.push_back(
          record_of(order->found.exercises[odd.exercise], "gives", odd.target, "odd", odd.reason));
    }
    const bool family = !matches.links.empty() || order->title.starts_with(law.title);
    if (family) orders.push_back(order);
  }
  for (std::size_t i = 0; i < given.size(); ++i) {
    if (given[i].status == "open")
      given[i].reason = why_open(law.found.powers[i], law, orders, context);
  }
  out.insert(out.begin(), std::make_move_iterator(given.begin()),
             std::make_move_iterator(given.end()));
}

// The records in which the law is the order.
void add_taking(const DelegationSource& order, const JoinContext& context,
                std::vector<DelegationRecord>& out) {
  std::set<std::string> acts;
  for (const Exercise& e : order.found.exercises) {
    for (const std::string& target : e.targets) acts.insert(std::string(law_of(target)));
  }
  for (const std::string& id : acts) {
    const DelegationSource* law = context.at_hand(id);
    if (law == nullptr) {
      for (const Exercise& e : order.found.exercises) {
        if (e.kind == ExerciseKind::enactment) continue;
        for (const std::string& target : e.targets) {
          if (law_of(target) != id) continue;
          out.push_back(
              record_of(e, "takes", target, "outside", "委ねた法律がこの知識ベースにない"));
        }
      }
      continue;
    }
    const auto matches = match_powers(id, law->found.powers, order.id, order.found.exercises);
    std::map<std::size_t, DelegationRecord> taken;
    for (const DelegationLink& link : matches.links) {
      auto [row, added] = taken.try_emplace(link.power);
      if (added) row->second = record_of(law->found.powers[link.power], "takes");
      fill(row->second, order.found.exercises[link.exercise]);
    }
    for (auto& [power, record] : taken) out.push_back(std::move(record));
    for (const OddExercise& odd : matches.odd) {
      out.push_back(
          record_of(order.found.exercises[odd.exercise], "takes", odd.target, "odd", odd.reason));
    }
  }
}

}  // namespace

DelegationMatches match_powers(std::string_view law_id, const std::vector<Power>& powers,
                               std::string_view order_id, const std::vector<Exercise>& exercises) {
  return Matcher(law_id, powers, order_id, exercises).run();
}

std::vector<DelegationRecord> join_delegations(const DelegationSource& law,
                                               const JoinContext& context) {
  std::vector<DelegationRecord> out;
  add_giving(law, context, out);
  add_taking(law, context, out);
  return out;
}

}  // namespace delegations
