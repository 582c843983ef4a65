// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/jobun/lookup.h"

#include "corpus/address_reader.h"
#include "corpus/error.h"
#include "query/jobun/terminal.h"

namespace jobun {
namespace {

using corpus::Error;

std::string list(const std::vector<std::string>& candidates) {
  std::string out;
  for (const std::string& candidate : candidates)
    out += (out.empty() ? "候補: " : "、") + candidate;
  return out.empty()
             ? "法令名・略称・法令番号・法令IDのあとに条項を書いてください（例: 刑法168条の2第2項）"
             : out;
}

}  // namespace

std::vector<corpus::AddressRange> read_addresses(std::string_view text,
                                                 const indexer::KnowledgeBase& kb) {
  auto read = corpus::read_address(text, kb.law_book());
  if (!read.ok()) throw Error(read.problem, std::string(text), list(read.candidates));
  return std::move(read.ranges);
}

std::string read_law_id(std::string_view text, const indexer::KnowledgeBase& kb) {
  const auto ranges = read_addresses(text, kb);
  if (ranges.size() != 1 || !ranges.front().first.is_law()) {
    throw Error("法令の名前ではありません", std::string(text),
                "法令名・略称・法令番号・法令IDを書いてください");
  }
  return ranges.front().first.law_id;
}

const citations::LawEntry& choose_revision(const corpus::Address& address, std::string_view date,
                                           const indexer::KnowledgeBase& kb) {
  const auto* revisions = kb.revisions_of(address.law_id);
  if (revisions == nullptr) {
    const std::string title = kb.title_of(address.law_id);
    throw Error("この知識ベースに本文がありません" + (title.empty() ? "" : "（" + title + "）"),
                to_string(address),
                "https://laws.e-gov.go.jp/law/" + address.law_id +
                    " を見るか、法令を加えて jobun index をやり直してください");
  }
  if (address.revision.empty()) return revisions->on(date);
  std::string on_hand;
  for (const auto* entry : revisions->all()) {
    if (entry->revision == address.revision) return *entry;
    on_hand += (on_hand.empty() ? "" : "、") + entry->revision;
  }
  throw Error("その施行日の本文がありません", to_string(address), "手元にある施行日: " + on_hand);
}

std::vector<std::size_t> find_provisions(const corpus::Law& law,
                                         const corpus::AddressRange& range) {
  if (range.first.is_law()) {
    std::vector<std::size_t> all;
    for (std::size_t i = 0; i < law.provisions.size(); i = law.provisions[i].end) all.push_back(i);
    return all;
  }
  const auto each = range.first.path.back().each;
  auto path = range.first.path;
  if (each) path.pop_back();
  const auto first = law.find(path);
  if (!first) return {};
  if (each) {
    std::vector<std::size_t> items;
    for (std::size_t i = *first + 1; i < law.provisions[*first].end; i = law.provisions[i].end) {
      if (law.provisions[i].segment.kind == range.first.path.back().kind) items.push_back(i);
    }
    return items;
  }
  if (!range.last) return {*first};
  const auto last = law.find(range.last->path);
  if (!last) return {};
  if (*last < *first) {
    throw Error("範囲の終わりが始まりより前にあります", to_string(range), "順を入れ替えてください");
  }
  // From the first to the last, each whole; what holds both ends is not in between.
  std::vector<std::size_t> between;
  for (std::size_t i = *first; i <= *last;) {
    const bool holds_last = law.provisions[i].end > *last && i != *last;
    if (!holds_last) between.push_back(i);
    i = holds_last ? i + 1 : law.provisions[i].end;
  }
  return between;
}

}  // namespace jobun
