// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <map>
#include <optional>
#include <tuple>

#include "indexer/citations/pointer_path.h"
#include "indexer/norms/penalty.h"
#include "indexer/norms/penalty_orders.h"
#include "indexer/norms/penalty_reading.h"
#include "indexer/norms/penalty_text.h"
#include "indexer/norms/penalty_words.h"

namespace norms {
namespace {

using corpus::Address;
using corpus::AddressRange;
using corpus::Law;
using corpus::Provision;
using corpus::SegmentKind;

bool has(std::string_view text, std::string_view word) {
  return text.find(word) != std::string_view::npos;
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

// What is done without an amount.
struct Measure {
  PenaltyRole role;
  std::string_view text;
  PenaltyKind kind;
  bool crimes_only = false;  // of the crimes of other provisions
};
constexpr Measure kMeasures[] = {
    {PenaltyRole::attempt, "未遂も罰する", PenaltyKind::attempt, true},
    {PenaltyRole::abroad, "国外犯にも適用", PenaltyKind::abroad, true},
    {PenaltyRole::confiscates, "没収", PenaltyKind::confiscation, true},
    {PenaltyRole::surcharges, "課徴金", PenaltyKind::surcharge},
    {PenaltyRole::disciplines, "懲戒処分", PenaltyKind::disciplinary},
};

class PenaltyFinder {
 public:
  PenaltyFinder(const Law& law, const std::vector<citations::Reference>& references)
      : law_(law), references_(law, references), orders_(law, references_) {}

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

  std::vector<PlainSentence> sentences_of(std::uint32_t provision) {
    return plain_sentences(law_, provision, references_.in(provision), carried_);
  }

  void read_provision(std::uint32_t i) {
    Amount before;
    for (const PlainSentence& sentence : sentences_of(i)) {
      auto context = context_of(sentence, i, before);
      if (!context) continue;
      if (has_role(sentence.text, PenaltyRole::punishes)) before = context->amount;
      read_sentence(sentence, *context);
      if (!has_role(sentence.text, PenaltyRole::lists)) continue;
      context->bare = has(sentence.text, "規定に違反") || context->kind == PenaltyKind::corporate;
      read_items(i, *context);
    }
  }

  // What a sentence does to those who break a norm; nothing when it is no penalty. `before` is
  // the amount of the sentence before.
  std::optional<Context> context_of(const PlainSentence& sentence, std::uint32_t i,
                                    const Amount& before) const {
    const std::string_view text = sentence.text;
    Context out{.provision = i, .amount = {}, .kind = {}};
    if (has_role(text, PenaltyRole::delegates)) return std::nullopt;
    if (has_role(text, PenaltyRole::punishes)) {
      out.amount = amount_of(sentence, law_.provisions[i].text);
      if (has_role(text, PenaltyRole::corporate)) out.kind = PenaltyKind::corporate;
      const bool names_none =
          kind_of(out.amount.text) == PenaltyKind::other && !has(out.amount.text, "刑");
      return out.kind || !names_none ? std::optional(out) : std::nullopt;
    }
    if (has_role(text, PenaltyRole::likewise) && !before.text.empty()) {
      out.amount = before;
      return out;
    }
    for (const Measure& measure : kMeasures) {
      if (!has_role(text, measure.role)) continue;
      out.amount.text = measure.text;
      if (measure.crimes_only)
        out.kind = measure.kind;
      else
        out.amount.kind = measure.kind;
      out.crimes_only = measure.crimes_only;
      return out;
    }
    return std::nullopt;
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
        reading = read_bare(sentence, group, context.kind == PenaltyKind::corporate);
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
      for (const Address& norm : members_of(law_, target)) {
        p.norm = norm;
        add(context.provision, p);
        if (!order) continue;
        Penalty behind = p;
        behind.kind = PenaltyKind::behind_order;
        for (const Address& duty : orders_.behind(norm)) {
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
    const auto [known, fresh] =
        known_.try_emplace({provision, p.norm, p.kind == PenaltyKind::abroad,
                            p.kind == PenaltyKind::attempt, p.kind == PenaltyKind::confiscation},
                           found_.size());
    if (fresh) {
      found_.push_back({provision, p});
      return;
    }
    // What is punished itself says more than what stands behind an order.
    Penalty& before = found_[known->second].penalty;
    if (before.kind == PenaltyKind::behind_order && p.kind != PenaltyKind::behind_order) before = p;
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

  const Law& law_;
  ReferencesOf references_;
  OrderDuties orders_;
  CarriedBrackets carried_;
  std::vector<Found> found_;
  std::vector<CrimeTask> tasks_;
  // Of each penalty and norm, and of 国外犯 …, the one found.
  std::map<std::tuple<std::uint32_t, Address, bool, bool, bool>, std::size_t> known_;
};

}  // namespace

std::vector<Penalty> find_penalties(const Law& law,
                                    const std::vector<citations::Reference>& references) {
  if (law.provisions.empty()) return {};
  return PenaltyFinder(law, references).run();
}

}  // namespace norms
