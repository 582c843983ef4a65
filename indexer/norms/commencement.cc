// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/norms/commencement.h"

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <utility>

#include "indexer/citations/pointer_path.h"
#include "indexer/norms/commencement_rules.h"
#include "indexer/norms/penalty_text.h"

namespace norms {
namespace {

using corpus::Address;
using corpus::AddressRange;
using corpus::Law;
using corpus::Ordinal;
using corpus::Segment;
using corpus::SegmentKind;

constexpr std::string_view kTakesForce = "施行す";

bool has(std::string_view text, std::string_view word) {
  return text.find(word) != std::string_view::npos;
}

std::span<const citations::Reference> references_of(const std::vector<citations::Reference>& all,
                                                    std::uint32_t from) {
  const auto [begin, end] = std::equal_range(
      all.begin(), all.end(), citations::Reference{.from = from},
      [](const citations::Reference& a, const citations::Reference& b) { return a.from < b.from; });
  return {begin, end};
}

// Where a 附則 may say when the law begins: its 第一条, or its 項 when it has no 条.
std::vector<std::uint32_t> places_of(const Law& law, std::uint32_t suppl) {
  std::vector<std::uint32_t> out;
  for (std::uint32_t i = suppl + 1; i < law.provisions[suppl].end; ++i) {
    const corpus::Provision& p = law.provisions[i];
    const auto article = law.ancestor(i, SegmentKind::article);
    if (article && law.provisions[*article].segment.num != Ordinal(1)) continue;
    if (p.segment.kind == SegmentKind::paragraph) out.push_back(i);
  }
  if (!law.provisions[suppl].text.empty()) out.insert(out.begin(), suppl);
  return out;
}

class CommencementReader {
 public:
  CommencementReader(const Law& law, const std::vector<citations::Reference>& references)
      : law_(law), references_(references) {}

  std::vector<Commencement> read() {
    for (std::uint32_t i = 0; i < law_.provisions.size(); i = law_.provisions[i].end) {
      const Segment& s = law_.provisions[i].segment;
      if (s.kind != SegmentKind::suppl || !s.amending_law.empty()) continue;
      for (const std::uint32_t place : places_of(law_, i)) read_provision(place);
      if (!out_.empty()) break;
    }
    return std::move(out_);
  }

 private:
  void read_provision(std::uint32_t i) {
    const std::string& text = law_.provisions[i].text;
    if (!has(fold_kana(text), kTakesForce)) return;
    CarriedBrackets carried;
    for (const PlainSentence& sentence :
         plain_sentences(law_, i, references_of(references_, i), carried)) {
      if (!has(sentence.text, kTakesForce)) continue;
      if (is_whole_law(sentence.text)) {
        read_whole(sentence, i);
      } else {
        read_list(sentence, i);
      }
      if (has(sentence.text, "各号に") || has(sentence.text, "次に掲げる")) read_items(i);
    }
  }

  // 「この法律は、」
  static bool is_whole_law(std::string_view text) {
    const std::size_t topic = text.find("は");
    if (topic == std::string_view::npos || topic > 60) return false;
    const std::string_view head = text.substr(0, topic);
    return !has(head, std::string_view(&kPointer, 1)) &&
           (head.starts_with("この") || head.starts_with("本"));
  }

  void read_whole(const PlainSentence& sentence, std::uint32_t i) {
    const std::size_t topic = sentence.text.find("は");
    const std::size_t end = sentence.text.find(kTakesForce);
    std::size_t begin = topic + std::string_view("は").size();
    if (sentence.text.substr(begin).starts_with("、")) begin += std::string_view("、").size();
    add(i, {}, words_between(sentence, i, begin, end));
  }

  // 「ただし、◇及び◇の規定は、公布の日から、◇の規定は、…から施行する」
  void read_list(const PlainSentence& sentence, std::uint32_t i) {
    const std::string_view text = sentence.text;
    const std::size_t end = text.find(kTakesForce);
    std::vector<Commencing> provisions;
    std::size_t mark = 0;
    for (std::size_t at = 0; at < end;) {
      if (text[at] == kPointer) {
        append(provisions, sentence.marks[mark++]);
        ++at;
        continue;
      }
      if (!text.substr(at).starts_with("は、") || provisions.empty()) {
        ++at;
        continue;
      }
      at += std::string_view("は、").size();
      std::size_t stop = text.find("から、", at);
      if (stop == std::string_view::npos || stop > end) stop = end;
      add(i, std::move(provisions), words_between(sentence, i, at, stop));
      provisions.clear();
      mark += static_cast<std::size_t>(std::count(
          text.begin() + static_cast<long>(at), text.begin() + static_cast<long>(stop), kPointer));
      at = stop;
    }
  }

  // 「第一章の規定　公布の日」
  void read_items(std::uint32_t holder) {
    CarriedBrackets carried;
    for (std::uint32_t i = holder + 1; i < law_.provisions[holder].end; ++i) {
      if (law_.provisions[i].segment.kind != SegmentKind::item) continue;
      const auto sentences = plain_sentences(law_, i, references_of(references_, i), carried);
      if (sentences.empty()) continue;
      const PlainSentence& sentence = sentences.front();
      std::size_t gap = sentence.text.find(corpus::kColumnGap);
      if (gap == std::string::npos) {
        gap = sentence.text.rfind("の規定");
        if (gap == std::string::npos) continue;
        gap += std::string_view("の規定").size();
      }
      std::vector<Commencing> provisions;
      std::size_t mark = 0;
      for (std::size_t at = 0; at < gap; ++at) {
        if (sentence.text[at] == kPointer) append(provisions, sentence.marks[mark++]);
      }
      const std::string_view text = law_.provisions[i].text;
      const std::string words(corpus::trim(text.substr(sentence.origin[gap])));
      if (!provisions.empty()) add(i, std::move(provisions), words);
    }
  }

  // Without the から that ends them.
  std::string words_between(const PlainSentence& s, std::uint32_t i, std::size_t begin,
                            std::size_t end) const {
    if (begin >= end) return {};
    const std::string_view text = law_.provisions[i].text;
    std::string_view words =
        corpus::trim(text.substr(s.origin[begin], s.origin[end] - s.origin[begin]));
    for (const std::string_view tail : {"、", "から", "ヨリ", "カラ", "より"}) {
      if (words.ends_with(tail)) words.remove_suffix(tail.size());
    }
    return std::string(words);
  }

  void append(std::vector<Commencing>& out, const PointerMark& mark) const {
    for (const AddressRange& target : mark.reference->targets) {
      if (target.first.law_id != law_.id) continue;
      out.push_back({.range = target,
                     .only = own(mark.only),
                     .except = own(mark.except),
                     .partly = mark.partly || !mark.only.empty()});
    }
  }

  std::vector<AddressRange> own(std::vector<AddressRange> ranges) const {
    std::erase_if(ranges, [&](const AddressRange& r) { return r.first.law_id != law_.id; });
    return ranges;
  }

  void add(std::uint32_t i, std::vector<Commencing> provisions, const std::string& words) {
    std::string_view day = words;
    while (day.ends_with("。")) day.remove_suffix(std::string_view("。").size());
    Commencement c = read_start(day, law_.promulgated);
    c.basis = law_.address(i);
    c.provisions = std::move(provisions);
    out_.push_back(std::move(c));
  }

  const Law& law_;
  const std::vector<citations::Reference>& references_;
  std::vector<Commencement> out_;
};

// 「○○法（令和七年法律第四十二号）の施行の日（令和九年…）」: the date, from what stands behind the
// name of the law; empty when no day is told.
std::string start_date_behind(std::string_view rest) {
  if (rest.starts_with("（")) {
    const std::size_t close = rest.find("）");
    if (close == std::string_view::npos) return {};
    rest.remove_prefix(close + std::string_view("）").size());
  }
  for (const std::string_view of :
       {"に掲げる規定", "に規定する規定", "ただし書に規定する規定", "本文"}) {
    if (rest.starts_with(of)) rest.remove_prefix(of.size());
  }
  const bool of_day = rest.starts_with("の施行の日（");
  if (!of_day && !rest.starts_with("の施行期日は")) return {};
  const std::size_t end = of_day ? rest.find("）") : rest.find("とする");
  return end == std::string_view::npos ? "" : find_date(rest.substr(0, end));
}

}  // namespace

std::string_view to_string(StartKind kind) {
  constexpr std::array<std::string_view, 6> kNames = {"promulgation", "fixed",    "elapsed",
                                                      "by order",     "with law", "unknown"};
  return kNames[static_cast<std::size_t>(kind)];
}

std::string_view to_string(InForce state) {
  constexpr std::array<std::string_view, 3> kNames = {"in force", "not yet", "unknown"};
  return kNames[static_cast<std::size_t>(state)];
}

std::vector<Commencement> find_commencements(const Law& law,
                                             const std::vector<citations::Reference>& references) {
  return CommencementReader(law, references).read();
}

std::vector<StartDay> find_start_days(const Law& law,
                                      const std::vector<citations::Reference>& references) {
  std::vector<StartDay> out;
  for (const citations::Reference& r : references) {
    if (r.targets.empty() || r.targets.front().first.law_id == law.id) continue;
    if (citations::is_unknown(r.targets.front().first.law_id)) continue;
    const std::string date =
        start_date_behind(std::string_view(law.provisions[r.from].text).substr(r.span.end));
    if (date.empty()) continue;
    StartDay day{.of = whole(r.targets.front().first), .date = date, .basis = law.address(r.from)};
    // 附則第一条 by itself is its 本文: the law.
    if (day.of.path.size() <= 2 && !day.of.path.empty() &&
        day.of.path.front().kind == SegmentKind::suppl &&
        r.targets.front().first.part != corpus::Part::proviso) {
      day.of.path.clear();
    }
    out.push_back(std::move(day));
  }
  return out;
}

}  // namespace norms
