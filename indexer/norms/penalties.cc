// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>

#include "indexer/citations/pointer_path.h"
#include "indexer/norms/penalty.h"
#include "indexer/norms/penalty_rules.h"
#include "indexer/norms/penalty_text.h"

namespace norms {
namespace {

using corpus::Address;
using corpus::AddressRange;
using corpus::Law;
using corpus::Provision;
using corpus::SegmentKind;

constexpr std::size_t kFar = 900;   // bytes from a pointer to the breach: の規定により …
constexpr std::size_t kNear = 150;  // the same behind の許可, に規定する
constexpr int kMostAdvice = 4;      // 勧告 behind 指示 behind 命令 …

struct Hit {
  std::size_t begin = 0;
  std::size_t end = 0;
};

// The spellings of each role, and which first letters any of them has: asked at every letter.
class RoleIndex {
 public:
  static const RoleIndex& standard() {
    static const RoleIndex index;
    return index;
  }
  bool may_start(PenaltyRole role, std::string_view rest) const {
    return rest.size() >= 3 && starts_[static_cast<std::size_t>(role)][key(rest)];
  }
  const std::vector<std::string_view>& spellings(PenaltyRole role) const {
    return spellings_[static_cast<std::size_t>(role)];
  }

 private:
  static constexpr std::size_t kRoles = static_cast<std::size_t>(PenaltyRole::includes) + 1;
  static constexpr std::size_t kKeys = 4096;

  RoleIndex() {
    for (auto& starts : starts_) starts.assign(kKeys, false);
    for (const PenaltyRule& rule : penalty_rules()) {
      const auto role = static_cast<std::size_t>(rule.role);
      for (const std::string_view s : rule.spellings) {
        spellings_[role].push_back(s);
        starts_[role][key(s)] = true;
      }
    }
  }
  // All our spellings begin with a letter of three bytes.
  static std::size_t key(std::string_view s) {
    return static_cast<std::size_t>((static_cast<unsigned char>(s[1]) & 0x3F) << 6 |
                                    (static_cast<unsigned char>(s[2]) & 0x3F));
  }

  std::array<std::vector<std::string_view>, kRoles> spellings_;
  std::array<std::vector<bool>, kRoles> starts_;
};

// The longest spelling of that role at `at`.
std::optional<Hit> at_role(std::string_view text, std::size_t at, PenaltyRole role) {
  const std::string_view rest = text.substr(at);
  const RoleIndex& index = RoleIndex::standard();
  if (!index.may_start(role, rest)) return std::nullopt;
  std::size_t longest = 0;
  for (const std::string_view s : index.spellings(role)) {
    if (s.size() > longest && rest.starts_with(s)) longest = s.size();
  }
  if (longest == 0) return std::nullopt;
  return Hit{at, at + longest};
}

bool has_role(std::string_view text, PenaltyRole role) {
  const auto& spellings = RoleIndex::standard().spellings(role);
  return std::any_of(spellings.begin(), spellings.end(),
                     [&](std::string_view s) { return text.find(s) != std::string_view::npos; });
}

std::size_t ends_with_role(std::string_view text, PenaltyRole role) {
  std::size_t longest = 0;
  for (const std::string_view s : RoleIndex::standard().spellings(role)) {
    if (s.size() > longest && text.ends_with(s)) longest = s.size();
  }
  return longest;
}

bool has(std::string_view text, std::string_view word) {
  return text.find(word) != std::string_view::npos;
}

Address whole(Address address) {
  address.part = corpus::Part::whole;
  address.revision.clear();
  while (!address.path.empty() && address.path.back().each) address.path.pop_back();
  return address;
}

// --- the amount --------------------------------------------------------------------------------

struct Amount {
  std::string text;
  PenaltyKind kind = PenaltyKind::other;
};

PenaltyKind kind_of(std::string_view text) {
  const bool prison = has(text, "拘禁") || has(text, "懲役") || has(text, "禁錮") ||
                      has(text, "禁固") || has(text, "死刑");
  const bool fine = has(text, "罰金");
  if (prison && fine) return PenaltyKind::imprisonment_or_fine;
  if (prison) return PenaltyKind::imprisonment;
  if (fine) return PenaltyKind::criminal_fine;
  if (has(text, "過料")) return PenaltyKind::administrative;
  if (has(text, "科料") || has(text, "拘留")) return PenaltyKind::minor;
  return PenaltyKind::other;
}

// The first and the last spelling of `punishes`; 処する and 併科する may both be in a sentence.
Amount amount_of(const PlainSentence& sentence, std::string_view source) {
  const std::string_view text = sentence.text;
  std::optional<Hit> first, last;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (const auto hit = at_role(text, at, PenaltyRole::punishes)) {
      if (!first) first = hit;
      last = hit;
    }
  }
  if (!first) return {};
  std::size_t begin = 0;
  for (const std::string_view topic : {"は、", "も、", "対して", "には、", "ものは", "者は"}) {
    const std::size_t at = text.substr(0, first->begin).rfind(topic);
    if (at != std::string_view::npos) begin = std::max(begin, at + topic.size());
  }
  if (text.substr(begin).starts_with("、")) begin += std::string_view("、").size();
  std::size_t end = last->begin;
  const std::size_t both = text.rfind("併科する");
  if (both != std::string_view::npos && both > last->begin) {
    end = both + std::string_view("併科").size();
  }
  if (begin >= end) return {};
  Amount out;
  const std::string_view words =
      source.substr(sentence.origin[begin], sentence.origin[end] - sentence.origin[begin]);
  out.text = std::string(corpus::trim(words));
  out.kind = kind_of(fold_kana(out.text));
  return out;
}

// --- groups of pointers ------------------------------------------------------------------------

struct Group {
  std::size_t first = 0;  // marks
  std::size_t last = 0;   // behind
  std::size_t begin = 0;  // bytes
  std::size_t end = 0;
  bool applies = false;  // ◇において準用する◇
};

// Is `between` nothing but joiners? Says too whether one of them is 準用する.
bool links(std::string_view between, bool& applies) {
  while (!between.empty()) {
    const auto joined = at_role(between, 0, PenaltyRole::joins);
    const auto applied = at_role(between, 0, PenaltyRole::applies);
    if (!joined && !applied) return false;
    applies = applies || applied.has_value();
    between.remove_prefix(applied ? applied->end : joined->end);
  }
  return true;
}

std::vector<Group> groups_of(const PlainSentence& sentence) {
  std::vector<Group> out;
  std::size_t mark = 0;
  for (std::size_t at = 0; at < sentence.text.size(); ++at) {
    if (sentence.text[at] != kPointer) continue;
    bool applies = false;
    if (!out.empty() &&
        links(std::string_view(sentence.text).substr(out.back().end, at - out.back().end),
              applies)) {
      out.back().last = ++mark;
      out.back().end = at + 1;
      out.back().applies = out.back().applies || applies;
    } else {
      out.push_back({.first = mark, .last = mark + 1, .begin = at, .end = at + 1});
      ++mark;
    }
  }
  return out;
}

enum class Meaning : std::uint8_t { nothing, direct, via_order, crime };

struct Reading {
  Meaning meaning = Meaning::nothing;
  std::size_t end = 0;  // behind the words that say so
};

// Do pointers stand side by side: 「…の規定による許可又は◇」?
bool side_by_side(std::string_view before) {
  return ends_with_role(before, PenaltyRole::joins) > 0;
}

bool names_only_provisions(std::string_view rest) {
  constexpr std::string_view kProvision = "の規定";
  return rest.starts_with(kProvision) &&
         at_role(rest, kProvision.size(), PenaltyRole::joins).has_value();
}

Reading read_group(const PlainSentence& sentence, const Group& group) {
  const std::string_view text = sentence.text;
  const std::string_view rest = text.substr(group.end);
  if (const auto crime = at_role(text, group.end, PenaltyRole::crime)) {
    return {Meaning::crime, crime->end};
  }
  const bool wide = rest.starts_with("の規定") || rest.starts_with("に基づ");
  const bool deceived = has_role(text.substr(0, group.begin), PenaltyRole::deceit);
  const std::size_t limit = std::min(text.size(), group.end + (wide ? kFar : kNear));
  for (std::size_t at = group.end; at < limit; ++at) {
    if (text[at] == kPointer) {
      if (!wide || !side_by_side(text.substr(group.end, at - group.end))) return {};
      continue;
    }
    if ((static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) continue;
    if (deceived && at_role(text, at, PenaltyRole::obtained)) {
      return {Meaning::direct, at_role(text, at, PenaltyRole::obtained)->end};
    }
    const auto breach = at_role(text, at, PenaltyRole::breach);
    const auto aside = at_role(text, at, PenaltyRole::bystander);
    if (aside && (!breach || aside->end > breach->end)) return {};
    if (!breach) continue;
    const std::string_view between = text.substr(group.end, at - group.end);
    const std::string_view words = text.substr(at, breach->end - at);
    const bool disobeys = words.starts_with("に違反") || words.starts_with("に従") ||
                          words.starts_with("に反し") || words.starts_with("に背");
    const std::size_t ordered = ends_with_role(between, PenaltyRole::order);
    const bool order = disobeys && ordered > 0 && !names_only_provisions(rest) &&
                       ends_with_role(between, PenaltyRole::condition) < ordered;
    return {order ? Meaning::via_order : Meaning::direct, breach->end};
  }
  return {};
}

// --- the law -----------------------------------------------------------------------------------

struct Found {
  std::uint32_t provision = 0;
  Penalty penalty;
};

// 「第八十三条の違反行為」, to be looked up when all that names a norm has been found.
struct CrimeTask {
  std::uint32_t provision = 0;
  PointerMark mark;
  Amount amount;
  std::optional<PenaltyKind> kind;  // 両罰, 国外犯, …; else that of the amount
  std::string words;
};

class PenaltyFinder {
 public:
  PenaltyFinder(const Law& law, const std::vector<citations::Reference>& references)
      : law_(law), references_(references), first_(law.provisions.size() + 1, 0) {
    for (const citations::Reference& r : references)
      ++first_[std::min<std::size_t>(r.from, law.provisions.size() - 1) + 1];
    for (std::size_t i = 1; i < first_.size(); ++i) first_[i] += first_[i - 1];
  }

  std::vector<Penalty> run() {
    for (std::uint32_t i = 0; i < law_.provisions.size(); ++i) {
      if (may_punish(law_.provisions[i].text)) read_provision(i);
    }
    for (const CrimeTask& task : tasks_) look_up(task);
    std::stable_sort(found_.begin(), found_.end(),
                     [](const Found& a, const Found& b) { return a.provision < b.provision; });
    std::vector<Penalty> out;
    for (Found& f : found_) out.push_back(std::move(f.penalty));
    return out;
  }

 private:
  // What the reading of one sentence needs to know.
  struct Context {
    std::uint32_t provision = 0;
    Amount amount;
    std::optional<PenaltyKind> kind;
    bool crimes_only = false;  // 未遂, 国外犯, 没収
    bool bare =
        false;  // items of 「次に掲げる規定に違反した者」, 「次の各号に掲げる規定の違反行為」
  };

  // A sentence that punishes ends so; asked of every provision of every law.
  static bool may_punish(std::string_view text) {
    for (const std::string_view word :
         {"処す", "処し", "処ス", "処シ", "科す", "科し", "科ス", "罰する", "国外", "例に従う",
          "没収す", "没収スル", "課徴金", "懲戒"}) {
      if (has(text, word)) return true;
    }
    return false;
  }

  std::span<const citations::Reference> references_in(std::uint32_t provision) const {
    return std::span(references_)
        .subspan(first_[provision], first_[provision + 1] - first_[provision]);
  }

  std::vector<PlainSentence> sentences_of(std::uint32_t provision) {
    return plain_sentences(law_, provision, references_in(provision), carried_);
  }

  void read_provision(std::uint32_t i) {
    Amount before;
    for (const PlainSentence& sentence : sentences_of(i)) {
      const std::string_view text = sentence.text;
      Context context{.provision = i, .amount = {}, .kind = {}};
      if (has_role(text, PenaltyRole::delegates)) continue;
      if (has_role(text, PenaltyRole::punishes)) {
        context.amount = amount_of(sentence, law_.provisions[i].text);
        if (has_role(text, PenaltyRole::corporate))
          context.kind = PenaltyKind::corporate;
        else if (kind_of(context.amount.text) == PenaltyKind::other &&
                 !has(context.amount.text, "刑"))
          continue;
        before = context.amount;
      } else if (has_role(text, PenaltyRole::likewise) && !before.text.empty()) {
        context.amount = before;
      } else if (has_role(text, PenaltyRole::attempt)) {
        context = {.provision = i,
                   .amount = {"未遂も罰する", {}},
                   .kind = PenaltyKind::attempt,
                   .crimes_only = true};
      } else if (has_role(text, PenaltyRole::abroad)) {
        context = {.provision = i,
                   .amount = {"国外犯にも適用", {}},
                   .kind = PenaltyKind::abroad,
                   .crimes_only = true};
      } else if (has_role(text, PenaltyRole::confiscates)) {
        context = {.provision = i,
                   .amount = {"没収", {}},
                   .kind = PenaltyKind::confiscation,
                   .crimes_only = true};
      } else if (has_role(text, PenaltyRole::surcharges)) {
        context.amount = {"課徴金", PenaltyKind::surcharge};
      } else if (has_role(text, PenaltyRole::disciplines)) {
        context.amount = {"懲戒処分", PenaltyKind::disciplinary};
      } else {
        continue;
      }
      read_sentence(sentence, context);
      if (has_role(text, PenaltyRole::lists)) {
        context.bare = has(text, "規定に違反") ||
                       (has(text, "規定の違反") && context.kind == PenaltyKind::corporate) ||
                       context.kind == PenaltyKind::corporate;
        read_items(i, context);
      }
    }
  }

  void read_items(std::uint32_t holder, const Context& context) {
    for (std::uint32_t i = holder + 1; i < law_.provisions[holder].end; ++i) {
      const SegmentKind kind = law_.provisions[i].segment.kind;
      if (kind != SegmentKind::item && kind != SegmentKind::subitem) continue;
      Context item = context;
      item.provision = i;
      for (const PlainSentence& sentence : sentences_of(i)) {
        if (context.kind == PenaltyKind::corporate) read_amount_behind_gap(sentence, item);
        read_sentence(sentence, item);
      }
    }
  }

  // 「第百八十一条　一億円以下の罰金刑」
  void read_amount_behind_gap(const PlainSentence& sentence, Context& item) const {
    std::size_t gap = sentence.text.find(corpus::kColumnGap);
    if (gap == std::string::npos)
      gap = sentence.text.rfind(kPointer) + 1;  // 「第百九十七条七億円…」
    if (gap == 0 || gap >= sentence.text.size()) return;
    const std::string_view source = law_.provisions[item.provision].text;
    std::string_view words = corpus::trim(source.substr(sentence.origin[gap]));
    const std::size_t article = words.rfind("条");  // 各本条の罰金刑, 同条の罰金刑 are amounts
    if (article != std::string_view::npos && !words.substr(article).starts_with("条の罰金刑")) {
      words.remove_prefix(article + std::string_view("条").size());
    }
    if (kind_of(words) != PenaltyKind::other) item.amount = {std::string(words), kind_of(words)};
  }

  void read_sentence(const PlainSentence& sentence, const Context& context) {
    for (const Group& group : groups_of(sentence)) {
      Reading reading = read_group(sentence, group);
      if (context.kind == PenaltyKind::abroad && reading.meaning == Meaning::nothing) {
        reading = read_abroad(sentence, group);
      }
      if (reading.meaning == Meaning::nothing && context.bare) {
        reading = read_bare(sentence, group, context);
      }
      if (reading.meaning == Meaning::nothing) continue;
      if (context.crimes_only && reading.meaning != Meaning::crime) continue;
      const std::string_view source = law_.provisions[context.provision].text;
      const std::size_t begin = sentence.origin[group.begin];
      const std::string words(source.substr(begin, sentence.origin[reading.end] - begin));
      for (std::size_t m = group.first; m < group.last; ++m) {
        const PointerMark& mark = sentence.marks[m];
        if (reading.meaning == Meaning::crime) {
          tasks_.push_back({context.provision, mark, context.amount, context.kind, words});
        } else {
          add_norms(mark, group, reading, context, words);
        }
      }
    }
  }

  // A list of provisions and no more: 「第百七十七条及び第百七十九条　三億円以下の罰金刑」.
  Reading read_bare(const PlainSentence& sentence, const Group& group,
                    const Context& context) const {
    const std::string_view rest = std::string_view(sentence.text).substr(group.end);
    const bool amount = context.kind == PenaltyKind::corporate && has(rest, "罰金刑");
    const bool ends = rest.empty() || amount || rest.starts_with(corpus::kColumnGap) ||
                      rest.starts_with("の規定");
    if (!ends || has(rest, "の場合") || (group.begin != 0 && !amount)) return {};
    return {context.kind == PenaltyKind::corporate ? Meaning::crime : Meaning::direct, group.end};
  }

  // 「第百七十六条の規定は、日本国外においてこれらの条の罪を犯した者にも適用する」
  static Reading read_abroad(const PlainSentence& sentence, const Group& group) {
    constexpr std::string_view kTopic = "の規定は、";
    const std::string_view rest = std::string_view(sentence.text).substr(group.end);
    if (!rest.starts_with(kTopic) || !has(rest, "の罪")) return {};
    return {Meaning::crime, group.end};
  }

  void add_norms(const PointerMark& mark, const Group& group, const Reading& reading,
                 const Context& context, const std::string& words) {
    const bool order = reading.meaning == Meaning::via_order;
    Penalty p{.penalty = address_of_penalty(context.provision),
              .norm = {},
              .text = context.amount.text,
              .kind = context.kind.value_or(context.amount.kind),
              .how = order ? PenaltyHow::via_order : PenaltyHow::direct,
              .applied = group.applies,
              .words = words};
    for (const AddressRange& target : mark.reference->targets) {
      for (const Address& norm : members(target)) {
        p.norm = norm;
        add(context.provision, p);
        if (!order) continue;
        Penalty behind = p;
        behind.kind = PenaltyKind::behind_order;
        for (const Address& duty : duties_behind(norm)) {
          behind.norm = duty;
          add(context.provision, behind);
        }
      }
    }
    p.applied = true;
    for (const Address& norm : mark.applied) {
      p.norm = norm;
      add(context.provision, p);
    }
  }

  void add(std::uint32_t provision, const Penalty& p) {
    if (p.norm.path.empty() || citations::is_unknown(p.norm.law_id)) return;
    if (!known_
             .insert({provision, p.norm, p.kind == PenaltyKind::abroad,
                      p.kind == PenaltyKind::attempt, p.kind == PenaltyKind::confiscation})
             .second) {
      return;
    }
    found_.push_back({provision, p});
  }

  // --- crimes --------------------------------------------------------------------------------

  void look_up(const CrimeTask& task) {
    std::vector<Found> more;
    for (const AddressRange& target : task.mark.reference->targets) {
      const auto range = provisions_of(target);
      if (!range) continue;
      for (const Found& f : found_) {
        if (f.provision < range->first || f.provision >= range->second) continue;
        if (f.provision == task.provision || !repeats(f.penalty) || !is_meant(f, task.mark))
          continue;
        Found copy = f;
        copy.provision = task.provision;
        copy.penalty.penalty = address_of_penalty(task.provision);
        copy.penalty.text = task.amount.text;
        if (copy.penalty.kind != PenaltyKind::behind_order) {
          if (task.kind)
            copy.penalty.kind = *task.kind;
          else if (task.amount.kind != PenaltyKind::other)
            copy.penalty.kind = task.amount.kind;
        }
        copy.penalty.words = task.words + "（" + f.penalty.words + "）";
        more.push_back(std::move(copy));
      }
    }
    for (const Found& f : more) add(f.provision, f.penalty);
  }

  static bool repeats(const Penalty& p) {
    return p.kind != PenaltyKind::corporate && p.kind != PenaltyKind::abroad &&
           p.kind != PenaltyKind::attempt && p.kind != PenaltyKind::confiscation &&
           p.kind != PenaltyKind::administrative && p.kind != PenaltyKind::disciplinary;
  }

  // （第四号を除く。）（第十条に係る部分に限る。）: of the penalty provision, or of the norm.
  bool is_meant(const Found& f, const PointerMark& mark) const {
    const auto named = [&](const std::vector<AddressRange>& list) {
      return std::any_of(list.begin(), list.end(), [&](const AddressRange& r) {
        if (const auto range = provisions_of(r)) {
          if (f.provision >= range->first && f.provision < range->second) return true;
        }
        return whole(r.first).contains(f.penalty.norm);
      });
    };
    if (named(mark.except)) return false;
    return mark.only.empty() || named(mark.only);
  }

  // [begin, end) of the provisions a target names in this law.
  std::optional<std::pair<std::uint32_t, std::uint32_t>> provisions_of(
      const AddressRange& r) const {
    if (r.first.law_id != law_.id) return std::nullopt;
    const auto first = law_.find(whole(r.first).path);
    if (!first || r.first.path.empty()) return std::nullopt;
    const auto last = r.last ? law_.find(whole(*r.last).path) : first;
    if (!last || *last < *first) return std::nullopt;
    return std::pair{static_cast<std::uint32_t>(*first), law_.provisions[*last].end};
  }

  // --- norms ---------------------------------------------------------------------------------

  // 第五項から第七項まで: each of them.
  std::vector<Address> members(const AddressRange& target) const {
    if (!target.last) return {whole(target.first)};
    std::vector<Address> out;
    if (target.first.law_id == law_.id) {
      const auto first = law_.find(whole(target.first).path);
      const auto last = law_.find(whole(*target.last).path);
      if (first && last && *first < *last) {
        const Provision& head = law_.provisions[*first];
        for (std::size_t i = *first; i <= *last; ++i) {
          const Provision& p = law_.provisions[i];
          if (p.segment.kind != head.segment.kind || p.deleted) continue;
          if (p.segment.kind != SegmentKind::article && p.parent != head.parent) continue;
          out.push_back(law_.address(i));
        }
      }
    }
    if (out.empty()) out = {whole(target.first), whole(*target.last)};
    return out;
  }

  Address address_of_penalty(std::uint32_t i) const {
    Address address = law_.address(i);
    const Provision& p = law_.provisions[i];
    if (p.segment.kind != SegmentKind::paragraph) return address;
    const Provision& holder = law_.provisions[p.parent];
    if (holder.segment.kind != SegmentKind::article) return address;
    std::size_t paragraphs = 0;
    for (std::uint32_t k = p.parent + 1; k < holder.end; k = law_.provisions[k].end) {
      paragraphs += law_.provisions[k].segment.kind == SegmentKind::paragraph;
    }
    if (paragraphs == 1) address.path.pop_back();
    return address;
  }

  // --- behind an order -----------------------------------------------------------------------

  const std::vector<Address>& duties_behind(const Address& order) {
    const auto known = behind_.find(order);
    if (known != behind_.end()) return known->second;
    std::vector<Address> duties;
    std::set<Address> seen = {order};
    collect_duties(order, 0, seen, duties);
    return behind_[order] = std::move(duties);
  }

  void collect_duties(const Address& order, int depth, std::set<Address>& seen,
                      std::vector<Address>& duties) {
    if (depth > kMostAdvice || order.law_id != law_.id) return;
    const auto at = law_.find(order.path);
    if (!at) return;
    CarriedBrackets none;
    bool open = depth > 0;  // of an advice every sentence counts
    for (auto i = static_cast<std::uint32_t>(*at); i < law_.provisions[*at].end; ++i) {
      const Provision& p = law_.provisions[i];
      if (p.segment.kind == SegmentKind::paragraph) {
        open =
            has_role(fold_kana(p.text), depth == 0 ? PenaltyRole::commands : PenaltyRole::advised);
      }
      if (!open && p.segment.kind != SegmentKind::article) {
        if (i != *at || !has_role(fold_kana(p.text), PenaltyRole::commands)) continue;
      }
      for (const PlainSentence& sentence : plain_sentences(law_, i, references_in(i), none)) {
        for (const Group& group : groups_of(sentence)) {
          read_condition(sentence, group, depth, seen, duties);
        }
      }
    }
  }

  void read_condition(const PlainSentence& sentence, const Group& group, int depth,
                      std::set<Address>& seen, std::vector<Address>& duties) {
    const std::string_view rest = std::string_view(sentence.text).substr(group.end);
    const bool advised = is_advice(rest);
    const Unmet unmet = advised ? Unmet::no : how_unmet(sentence, group);
    if (!advised && unmet == Unmet::no) return;
    for (std::size_t m = group.first; m < group.last; ++m) {
      for (const AddressRange& target : sentence.marks[m].reference->targets) {
        for (const Address& a : members(target)) {
          if (a.path.empty() || !seen.insert(a).second) continue;
          if (advised) {
            collect_duties(a, depth + 1, seen, duties);
          } else if (unmet == Unmet::breached || is_duty(a)) {
            duties.push_back(a);
          }
        }
      }
    }
  }

  // 「◇の規定による勧告を受けた者が」
  static bool is_advice(std::string_view rest) {
    for (const std::string_view head : {"の規定による", "の規定により", "の規定に基づく", "の"}) {
      if (rest.starts_with(head) && at_role(rest, head.size(), PenaltyRole::advised)) return true;
    }
    return false;
  }

  // 「◇の基準に適合しない」 blames the duty to keep to it, but not a standard for licences.
  enum class Unmet : std::uint8_t { no, breached, short_of_standard };

  static Unmet how_unmet(const PlainSentence& sentence, const Group& group) {
    const std::string_view text = sentence.text;
    const std::size_t limit = std::min(text.size(), group.end + kNear);
    for (std::size_t at = group.end; at < limit; ++at) {
      if (text[at] == kPointer && !side_by_side(text.substr(group.end, at - group.end))) break;
      if ((static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) continue;
      if (at_role(text, at, PenaltyRole::unmet)) return Unmet::short_of_standard;
      if (at_role(text, at, PenaltyRole::bystander)) break;
      if (at_role(text, at, PenaltyRole::breach)) return Unmet::breached;
    }
    return Unmet::no;
  }

  bool is_duty(const Address& a) const {
    const auto at = law_.find(a.path);
    if (!at) return true;
    for (std::size_t i = *at; i < law_.provisions[*at].end; ++i) {
      if (has(fold_kana(law_.provisions[i].text), "ならない")) return true;
    }
    return false;
  }

  const Law& law_;
  const std::vector<citations::Reference>& references_;
  std::vector<std::size_t> first_;  // reference, of each provision
  CarriedBrackets carried_;
  std::vector<Found> found_;
  std::vector<CrimeTask> tasks_;
  std::map<Address, std::vector<Address>> behind_;
  std::set<std::tuple<std::uint32_t, Address, bool, bool, bool>> known_;
};

}  // namespace

std::vector<Penalty> find_penalties(const Law& law,
                                    const std::vector<citations::Reference>& references) {
  if (law.provisions.empty()) return {};
  return PenaltyFinder(law, references).run();
}

}  // namespace norms
