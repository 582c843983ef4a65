// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/citations/law_name_finder.h"

#include <algorithm>

#include "corpus/text_scan.h"
#include "indexer/citations/citation_rules.h"

namespace citations {
namespace {

std::optional<std::string_view> read_kind(std::string_view text) {
  return corpus::starts_with_any(
      text, {"法律", "政令", "省令", "府令", "命令", "規則", "条例", "告示", "勅令", "規程", "件"});
}

// 「の一部を改正する」 and what else makes a new law's name of an old one's.
std::size_t read_amending_tail(std::string_view rest) {
  constexpr std::size_t kFar = 450;  // bytes of a long name
  const auto find_end = [&](std::size_t from, std::initializer_list<std::string_view> before) {
    const std::size_t stop =
        std::min({rest.find_first_of("\t\n", from), rest.find("。", from), rest.find("「", from),
                  rest.find("（", from), rest.size(), from + kFar});
    std::size_t best = std::string_view::npos;
    for (const std::string_view link : before) {
      for (std::size_t at = rest.find(link, from); at < stop; at = rest.find(link, at + 1)) {
        const auto kind = read_kind(rest.substr(at + link.size()));
        if (kind) best = std::min(best, at + link.size() + kind->size());
        if (kind) break;
      }
    }
    return best;
  };
  if (const auto head = corpus::starts_with_any(
          rest, {"の一部を改正する", "等の一部を改正する", "を廃止する", "等を廃止する"})) {
    // Directly, or behind the issuer: 内閣府令, 経済産業省令.
    const std::string_view behind = rest.substr(head->size());
    if (const auto kind = read_kind(behind)) return head->size() + kind->size();
    std::size_t at = 0;
    for (int n = 0; n < 16 && corpus::is_kanji(corpus::letter_at(behind, at)); ++n) {
      corpus::next_code_point(behind, at);
      if (corpus::ends_with_any(behind.substr(0, at), {"省令", "府令", "規則", "法律", "政令"}))
        return head->size() + at;
    }
    if (behind.starts_with("等の法律")) return head->size() + std::string_view("等の法律").size();
    return 0;
  }
  if (const auto head = corpus::starts_with_any(
          rest, {"の施行に伴う", "等の施行に伴う", "の施行に関する", "の廃止に伴う", "の改正に伴う",
                 "の特例に関する", "の臨時特例に関する", "の適用の特例", "の一部改正に伴う"})) {
    const bool complete = head->ends_with("に関する");
    const std::size_t end =
        find_end(complete ? head->size() - std::string_view("に関する").size() : head->size(),
                 {"に関する", "する", "を定める"});
    return end == std::string_view::npos ? 0 : end;
  }
  return 0;
}

bool name_may_end(std::string_view text, std::size_t end, bool short_name) {
  // 平成二十四年一元化法改正前共済年金 is one word.
  if (corpus::starts_with_any(text.substr(end), {"等一部改正法", "等改正法", "一部改正法"}))
    return true;
  if (text.substr(end).starts_with("改正前") || text.substr(end).starts_with("改正後"))
    return false;
  if (!short_name && text.substr(end).starts_with("規定")) return true;  // 銀行法規定
  const char32_t next = corpus::letter_at(text, end);
  if (!corpus::is_kanji(next))
    return !(corpus::is_katakana(next) && corpus::is_katakana(corpus::letter_before(text, end)));
  if (short_name) {  // 法, 令: nearly any kanji makes another word of it
    constexpr std::u32string_view kMay = U"第附別又及並若中上本施等以違関所";
    return kMay.find(next) != kMay.npos;
  }
  return may_follow_law_name(next);
}

}  // namespace

void LawNameFinder::declare(DeclaredName name) {
  const char32_t first = corpus::letter_at(name.name, 0);
  declared_[first].push_back(std::move(name));
}

std::optional<NameHit> LawNameFinder::declared_at(std::string_view text, std::size_t at,
                                                  std::uint32_t provision) const {
  const auto bucket = declared_.find(corpus::letter_at(text, at));
  if (bucket == declared_.end()) return std::nullopt;
  const DeclaredName* best = nullptr;
  for (const DeclaredName& name : bucket->second) {
    if (!text.substr(at).starts_with(name.name)) continue;
    if (TextPlace{provision, at} < name.from) continue;
    const bool in_scope =
        name.in.empty() || std::any_of(name.in.begin(), name.in.end(), [&](const auto& range) {
          return range.first <= provision && provision < range.second;
        });
    if (!in_scope) continue;
    if (!name_may_end(text, at + name.name.size(), name.name.size() <= 6)) continue;
    // The longest; of the same name the one declared last.
    if (best == nullptr || name.name.size() > best->name.size() ||
        (name.name.size() == best->name.size() && name.from >= best->from)) {
      best = &name;
    }
  }
  if (best == nullptr) return std::nullopt;
  return NameHit{best->law, best->name.size()};
}

std::optional<NameHit> LawNameFinder::registered_at(std::string_view text, std::size_t at) const {
  const auto found = library_->longest_at(text, at, scope_);
  if (!found || !name_may_end(text, at + found->length, found->length <= 3)) return std::nullopt;
  using corpus::NameKind;
  if (found->kind == NameKind::kana) return std::nullopt;
  if (!prose_ && found->kind == NameKind::alias) return std::nullopt;
  NameHit hit{{}, found->length};
  hit.law.word = LawWord::named;
  hit.law.ids = found->ids;
  hit.law.needs_pinpoint = !prose_ && found->kind == NameKind::abbreviation;
  return hit;
}

std::optional<NameHit> LawNameFinder::longest_at(std::string_view text, std::size_t at,
                                                 std::uint32_t provision) const {
  const auto declared = declared_at(text, at, provision);
  auto registered = registered_at(text, at);
  if (registered) {
    registered->law.name = text.substr(at, registered->length);
    extend_name(text, at, *library_, *registered);
    // 「銀行法規定」 is a name for some of its provisions.
    if (text.substr(at + registered->length).starts_with("規定"))
      registered->law.needs_pinpoint = true;
  }
  if (!declared || (registered && registered->length > declared->length)) return registered;
  NameHit hit = *declared;
  hit.law.name = text.substr(at, hit.length);
  extend_name(text, at, *library_, hit);
  return hit;
}

void extend_name(std::string_view text, std::size_t at, const LawLibrary& library, NameHit& hit) {
  const auto adopt = [&](std::size_t length, std::string_view title, std::string_view suffix) {
    hit.length = length;
    hit.law.name = text.substr(at, length);
    hit.law.suffix = suffix;
    hit.law.abbreviation = false;
    hit.law.needs_pinpoint = false;
    hit.law.ids = library.ids_by_name(title);
  };
  for (int n = 0; n < 4; ++n) {
    const std::string_view rest = text.substr(at + hit.length);
    if (const auto order =
            corpus::starts_with_any(rest, {"施行規則", "施行細則", "施行令", "施行法"})) {
      const std::string base =
          hit.law.ids.size() == 1 ? std::string(library.title(hit.law.ids[0])) : hit.law.name;
      adopt(hit.length + order->size(), base + std::string(*order), *order);
      continue;
    }
    // 刑法等一部改正法 is what some law calls another, which only its own declaration explains.
    if (const auto tail =
            corpus::starts_with_any(rest, {"等一部改正法", "等改正法", "一部改正法"})) {
      adopt(hit.length + tail->size(), text.substr(at, hit.length + tail->size()), {});
      hit.law.needs_pinpoint = true;
      return;
    }
    // A法及びB法の一部を改正する法律 is one name.
    std::size_t length = hit.length;
    for (int further = 0; further < 12; ++further) {
      if (const std::size_t tail = read_amending_tail(text.substr(at + length)); tail > 0) {
        adopt(length + tail, text.substr(at, length + tail), {});
        length = 0;
        break;
      }
      const auto join = corpus::starts_with_any(text.substr(at + length), {"及び", "並びに", "、"});
      if (!join) break;
      const auto next = library.longest_at(text, at + length + join->size(), 0);
      if (!next) break;
      length += join->size() + next->length;
    }
    if (length != 0) return;
  }
}

}  // namespace citations
