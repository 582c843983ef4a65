// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/definitions/scope_phrase.h"

#include <algorithm>
#include <utility>

#include "corpus/numerals.h"
#include "corpus/text_scan.h"

namespace definitions {
namespace {

constexpr std::pair<std::string_view, citations::Unit> kHere[] = {
    {"法律", citations::Unit::law},         {"政令", citations::Unit::law},
    {"省令", citations::Unit::law},         {"府令", citations::Unit::law},
    {"内閣府令", citations::Unit::law},     {"庁令", citations::Unit::law},
    {"デジタル庁令", citations::Unit::law}, {"復興庁令", citations::Unit::law},
    {"内閣官房令", citations::Unit::law},   {"勅令", citations::Unit::law},
    {"規則", citations::Unit::law},         {"命令", citations::Unit::law},
    {"規程", citations::Unit::law},         {"告示", citations::Unit::law},
    {"訓令", citations::Unit::law},         {"憲法", citations::Unit::law},
    {"条例", citations::Unit::law},         {"法", citations::Unit::law},
    {"令", citations::Unit::law},           {"附則", citations::Unit::suppl},
    {"編", citations::Unit::part},          {"章", citations::Unit::chapter},
    {"節", citations::Unit::section},       {"款", citations::Unit::subsection},
    {"目", citations::Unit::division},      {"条", citations::Unit::article},
    {"條", citations::Unit::article},       {"項", citations::Unit::paragraph},
    {"号", citations::Unit::item},          {"別表", citations::Unit::table},
    {"表", citations::Unit::table},         {"様式", citations::Unit::form},
    {"別記様式", citations::Unit::form},
};
constexpr std::string_view kJoins[] = {"、", "及び", "並びに", "又は", "若しくは", "及", "並ニ"};
constexpr std::string_view kEnds[] = {"における", "において", "に於いて", "ニ於テ", "では", "で"};

class Reader {
 public:
  Reader(const TextLevel& level, std::size_t at, const ProvisionReferences& references)
      : level_(level), text_(level.text), at_(at), references_(references) {}

  std::optional<ScopePhrase> run() {
    ScopePhrase out;
    out.onward = take("以下") || take("以後");
    if (out.onward) take("、");
    const std::size_t behind = at_;
    while (auto place = read_place(out.onward)) {
      out.places.push_back(*place);
      if (!take_join()) break;
    }
    if (out.places.empty()) {
      at_ = behind;
      if (!out.onward) return std::nullopt;
      if (take("において")) take("、");
      out.end = at_;
      return out;
    }
    const bool ends = std::any_of(std::begin(kEnds), std::end(kEnds),
                                  [&](std::string_view end) { return take(end); });
    if (!ends) return std::nullopt;
    take("、");
    out.end = at_;
    return out;
  }

 private:
  bool take(std::string_view word) {
    if (!text_.substr(at_).starts_with(word)) return false;
    at_ += word.size();
    return true;
  }

  bool take_join() {
    bool any = false;
    for (bool more = true; more;) {
      more = std::any_of(std::begin(kJoins), std::end(kJoins),
                         [&](std::string_view join) { return take(join); });
      any = any || more;
    }
    return any;
  }

  const citations::Reference* take_reference() {
    const citations::Reference* r = references_.beginning_at(level_.at[at_]);
    if (r == nullptr) return nullptr;
    at_ = level_.place_of(r->span.end);
    return r;
  }

  std::optional<citations::Unit> take_here() {
    const std::size_t begin = at_;
    if (!take("この") && !take("本") && !take("此ノ")) return std::nullopt;
    const std::string_view rest = text_.substr(at_);
    const std::pair<std::string_view, citations::Unit>* best = nullptr;
    for (const auto& row : kHere) {
      if (rest.starts_with(row.first) && (best == nullptr || row.first.size() > best->first.size()))
        best = &row;
    }
    if (best != nullptr) {
      at_ += best->first.size();
      return best->second;
    }
    // このイ, この(1); （ ） are a level of their own, so that nothing is left of この（１）.
    if (const auto letter = corpus::read_iroha(rest)) {
      at_ += letter->length;
      return citations::Unit::subitem;
    }
    if (level_.has_cut_at(at_)) return citations::Unit::subitem;
    at_ = begin;
    return std::nullopt;
  }

  std::optional<ScopePlace> read_place(bool onward) {
    ScopePlace place;
    // 「この条から附則第六条まで」 may have been read as one citation.
    const bool one_range = references_.beginning_at(level_.at[at_]) != nullptr;
    if (!one_range) place.here = take_here();
    if (!one_range && !place.here && onward) place.here = take_letter();
    if (place.here) {
      const std::size_t behind = at_;
      if (take("から")) {
        place.until = take_reference();
        if (place.until == nullptr || !take("まで")) {
          place.until = nullptr;
          at_ = behind;
        }
      }
      return place;
    }
    const std::size_t begin = at_;
    place.from = take_reference();
    if (place.from == nullptr) return std::nullopt;
    if (take("から")) {  // a range that the citation did not take in
      place.until = take_reference();
      if (place.until == nullptr || !take("まで")) {
        at_ = begin;
        return std::nullopt;
      }
    } else if (onward && take("まで")) {
      std::swap(place.from, place.until);
    } else if (take("以下") || take("以降")) {
      place.open = true;
    } else if (take("号")) {
      place.address = item_of_table(*place.from);
    }
    return place;
  }

  // 別表第三号 was read as 別表第三, but is the third 号 of the only 別表.
  static std::optional<corpus::Address> item_of_table(const citations::Reference& r) {
    if (r.targets.empty() || r.targets[0].first.path.empty()) return std::nullopt;
    corpus::Address out = r.targets[0].first;
    if (out.path.back().kind != corpus::SegmentKind::table) return std::nullopt;
    const corpus::Ordinal number = out.path.back().num;
    out.path.back().num = {};
    out.path.push_back({.kind = corpus::SegmentKind::item, .num = number});
    return out;
  }

  // 「以下ニにおいて」: the letter of the provision itself.
  std::optional<citations::Unit> take_letter() {
    const auto letter = corpus::read_iroha(text_.substr(at_));
    if (!letter || !text_.substr(at_ + letter->length).starts_with("において")) return std::nullopt;
    at_ += letter->length;
    return citations::Unit::subitem;
  }

  const TextLevel& level_;
  std::string_view text_;
  std::size_t at_;
  const ProvisionReferences& references_;
};

const corpus::Address* target_of(const citations::Reference* r) {
  return r != nullptr && !r->targets.empty() ? &r->targets[0].first : nullptr;
}

std::optional<corpus::Address> address_here(citations::Unit unit,
                                            const citations::LawPlaces& places,
                                            std::uint32_t provision) {
  const corpus::Law& law = places.law();
  if (unit == citations::Unit::law)
    return corpus::Address{.law_id = law.id, .revision = {}, .path = {}};
  if (unit == citations::Unit::subitem) return law.address(provision);
  if (const auto holder = places.holder(provision, unit)) return law.address(*holder);
  if (unit == citations::Unit::table || unit == citations::Unit::form)
    return law.address(provision);
  return std::nullopt;
}

// 「以下この条及び第十六条において同じ」 in the 附則 of an amending law: a term does not reach into
// another law, so the 第十六条 of the 附則 itself is meant, where there is one.
std::optional<corpus::Address> within_suppl(const corpus::Address& cited,
                                            const citations::LawPlaces& places,
                                            std::uint32_t provision) {
  const corpus::Law& law = places.law();
  const auto suppl = places.at(provision).suppl;
  if (!suppl || cited.law_id == law.id || cited.path.empty()) return std::nullopt;
  corpus::Address own = law.address(*suppl);
  own.path.insert(own.path.end(), cited.path.begin(), cited.path.end());
  return law.find(own.path) ? std::optional(std::move(own)) : std::nullopt;
}

}  // namespace

ProvisionReferences::ProvisionReferences(const std::vector<citations::Reference>& all,
                                         std::uint32_t provision) {
  auto at =
      std::lower_bound(all.begin(), all.end(), provision,
                       [](const citations::Reference& r, std::uint32_t p) { return r.from < p; });
  for (; at != all.end() && at->from == provision; ++at) list_.push_back(&*at);
}

const citations::Reference* ProvisionReferences::beginning_at(std::size_t offset) const {
  const auto found = std::lower_bound(
      list_.begin(), list_.end(), offset,
      [](const citations::Reference* r, std::size_t o) { return r->span.begin < o; });
  return found != list_.end() && (*found)->span.begin == offset ? *found : nullptr;
}

const citations::Reference* ProvisionReferences::ending_at(std::size_t offset) const {
  const auto found = std::find_if(list_.begin(), list_.end(), [&](const citations::Reference* r) {
    return r->span.end == offset;
  });
  return found != list_.end() ? *found : nullptr;
}

std::optional<ScopePhrase> read_scope(const TextLevel& level, std::size_t at,
                                      const ProvisionReferences& references) {
  constexpr std::u32string_view kMayStart =
      U"以この本第次前同附別各様イロハニホヘトチリヌ此法令旧新規改";
  if (kMayStart.find(corpus::letter_at(level.text, at)) == kMayStart.npos) return std::nullopt;
  return Reader(level, at, references).run();
}

std::vector<ScopePart> resolve_scope(const std::vector<ScopePhrase>& phrases,
                                     const citations::LawPlaces& places, std::uint32_t provision,
                                     bool itself) {
  const corpus::Address own = places.law().address(provision);
  std::vector<ScopePart> out;
  const auto add = [&](ScopePart part) {
    if (std::find(out.begin(), out.end(), part) == out.end()) out.push_back(std::move(part));
  };
  bool extends = false;
  for (const ScopePhrase& phrase : phrases) {
    if (phrase.onward && phrase.places.empty()) {
      extends = true;
      add({own, std::nullopt, true});
    }
    for (const ScopePlace& place : phrase.places) {
      const corpus::Address* until = target_of(place.until);
      if (place.here) {
        const auto here = address_here(*place.here, places, provision);
        if (!here) continue;
        extends = true;
        add({*here, until != nullptr ? std::optional(*until) : std::nullopt, false});
      } else if (place.from == nullptr) {
        if (until == nullptr) continue;
        extends = true;
        add({own, *until, false});
      } else if (place.address) {
        add({*place.address, std::nullopt, false});
      } else if (const corpus::Address* from = target_of(place.from)) {
        extends = extends || place.from->text.starts_with("この");
        ScopePart part{*from, place.from->targets[0].last, place.open};
        const bool bare = place.from->text.starts_with("第");
        if (auto nearer =
                bare && !part.last ? within_suppl(*from, places, provision) : std::nullopt)
          part.first = *std::move(nearer);
        if (until != nullptr) part.last = *until;
        add(std::move(part));
      }
    }
  }
  if ((itself && !extends) || out.empty())
    out.insert(out.begin(), {own, std::nullopt, false, true});
  return out;
}

}  // namespace definitions
