// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/definitions/definition_import.h"

#include "corpus/text_scan.h"
#include "indexer/definitions/noun_phrase.h"

namespace definitions {
namespace {

using corpus::Span;

// Between a pinpoint and the noun it says something of.
std::optional<std::string_view> link_at(std::string_view text) {
  return corpus::starts_with_any(
      text, {"に規定する", "に掲げる", "に定める", "にいう", "で規定する", "に定義する", "の"});
}

// 「甲、乙又は丙」
bool is_list_with(std::string_view list, std::string_view term) {
  bool found = false;
  while (!list.empty()) {
    std::size_t end = list.size();
    std::size_t next = list.size();
    for (const std::string_view join : {"、", "又は", "及び", "若しくは", "並びに"}) {
      const std::size_t at = list.find(join);
      if (at < end) {
        end = at;
        next = at + join.size();
      }
    }
    if (!is_plain_noun(list.substr(0, end))) return false;
    found = found || list.substr(0, end) == term;
    list.remove_prefix(next);
  }
  return found;
}

}  // namespace

std::optional<corpus::Address> single_target(const citations::Reference& r) {
  if (r.targets.size() != 1 || r.targets[0].last || r.targets[0].first.is_law())
    return std::nullopt;
  if (r.targets[0].first.law_id.starts_with("unknown:")) return std::nullopt;
  return r.targets[0].first;
}

// 「○○法第二条第一項に規定する甲」 as the whole meaning, 「それぞれ…に規定する甲、乙又は丙」.
std::optional<corpus::Address> import_of(const TextLevel& level, Span text, std::string_view term,
                                         const ProvisionReferences& references) {
  std::string_view whole = text.of(level.text);
  const std::size_t end = text.end;
  for (const std::string_view word : {"、", "それぞれ", "\u3000"}) {
    if (whole.starts_with(word)) whole.remove_prefix(word.size());
  }
  const citations::Reference* r = references.beginning_at(level.at[end - whole.size()]);
  if (r == nullptr) return std::nullopt;
  std::string_view rest = Span{level.place_of(r->span.end), end}.of(level.text);
  const auto link = link_at(rest);
  if (!link) return std::nullopt;
  rest.remove_prefix(link->size());
  if (rest.starts_with("「") && rest.ends_with("」")) rest = rest.substr(3, rest.size() - 6);
  if (rest.starts_with(term) && rest.substr(term.size()).starts_with("又はこれに")) rest = term;
  if (rest != term && !is_plain_noun(rest) && rest != "もの" && !is_list_with(rest, term))
    return std::nullopt;
  return single_target(*r);
}

// The pinpoint that ends before the link at `end`: 「第三条第一項に規定する」.
const citations::Reference* place_before(const TextLevel& level, std::size_t end,
                                         const ProvisionReferences& references) {
  const std::string_view before = std::string_view(level.text).substr(0, end);
  constexpr std::string_view kLink = "に規定する";
  if (!before.ends_with(kLink) || before.size() == kLink.size()) return nullptr;
  return references.ending_at(level.at[before.size() - kLink.size() - 1] + 1);
}

// 「第三条第一項に規定する甲（以下「乙」という。）」: the pinpoint whose word is renamed.
const citations::Reference* renamed_from(const TextLevel& level, std::size_t end,
                                         std::string_view term,
                                         const ProvisionReferences& references) {
  const std::string_view text = level.text;
  for (const citations::Reference* r : references.list()) {
    const std::size_t behind = level.place_of(r->span.end);
    if (behind >= end || behind == 0 || level.at[behind - 1] + 1 != r->span.end) continue;
    std::string_view rest = text.substr(behind, end - behind);
    const auto link = link_at(rest);
    if (!link) continue;
    rest.remove_prefix(link->size());
    if (!is_plain_noun(rest) || rest.starts_with("規定")) continue;
    if (*link == "の" && rest.find("の") != std::string_view::npos) continue;
    // 「第三条第二号に規定する様式第三の書類」 of a list: none of them is the source of all.
    if (place_before(level, level.place_of(r->span.begin), references) != nullptr &&
        term.ends_with("等"))
      continue;
    // 等 names more than the last member:
    // 「特定事象又は前項の事象（以下「特定事象等」という。）」, and of several pinpoints none is
    // the only source.
    const std::string_view before = text.substr(0, level.place_of(r->span.begin));
    const auto join = corpus::ends_with_any(before, {"又は", "及び", "若しくは", "並びに"});
    const std::size_t joined = join ? before.size() - join->size() : 0;
    if (join && !level.has_cut_at(joined) &&
        (term.ends_with("等") ||
         (joined > 0 && references.ending_at(level.at[joined - 1] + 1) != nullptr)))
      continue;
    return r;
  }
  return nullptr;
}

}  // namespace definitions
