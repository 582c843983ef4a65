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

Address whole(Address a) {
  a.part = corpus::Part::whole;
  a.revision.clear();
  while (!a.path.empty() && a.path.back().each) a.path.pop_back();
  return a;
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

// --- where a provision belongs -------------------------------------------------------------------

enum class Reach : std::uint8_t { none, part, all };

// The 章 number (or 編, 節 of that kind) an article that is not there would stand in, by its
// neighbours: [first, last].
std::optional<std::pair<Ordinal, Ordinal>> chapters_around(const Law& law, const Ordinal& article,
                                                           SegmentKind kind) {
  std::optional<Ordinal> before, after;
  for (std::size_t i = 0; i < law.provisions.size() && !after; ++i) {
    const corpus::Provision& p = law.provisions[i];
    if (p.segment.kind == SegmentKind::suppl) break;
    if (p.segment.kind != SegmentKind::article) continue;
    const auto holder = law.ancestor(i, kind);
    if (!holder) return std::nullopt;
    (p.segment.num < article ? before : after) = law.provisions[*holder].segment.num;
  }
  if (!before || !after) return std::nullopt;
  return std::pair{*before, *after};
}

const Segment* article_of(const Address& a) {
  for (const Segment& s : a.path) {
    if (s.kind == SegmentKind::suppl) return nullptr;
    if (s.kind == SegmentKind::article) return &s;
  }
  return nullptr;
}

Reach reach_of(const Law& law, const AddressRange& range, const Address& wanted) {
  const Address first = whole(range.first);
  const Address last = range.last ? whole(*range.last) : first;
  if (first.law_id != wanted.law_id) return Reach::none;
  if (first.path.empty()) return Reach::all;
  if (first.contains(wanted) || last.contains(wanted)) return Reach::all;
  if (wanted.contains(first) || wanted.contains(last)) return Reach::part;
  // Both on hand: by their places in the text.
  const auto begin = law.find(first.path), end = law.find(last.path), at = law.find(wanted.path);
  if (begin && end && at) {
    if (*begin <= *at && *at < law.provisions[*end].end) return Reach::all;
    if (*at < *begin && *begin < law.provisions[*at].end) return Reach::part;
    return Reach::none;
  }
  if (range.last && wanted.path.size() >= first.path.size()) {
    Address member = wanted;
    member.path.resize(first.path.size());
    const Segment& a = first.path.back();
    const Segment& b = last.path.back();
    const Segment& m = member.path.back();
    const bool siblings = std::equal(first.path.begin(), first.path.end() - 1, member.path.begin());
    if (siblings && m.kind == a.kind && a.num <= m.num && m.num <= b.num) return Reach::all;
  }
  // A chapter that is not in force yet has no articles here: told by the neighbours of the article.
  const Segment* article = article_of(wanted);
  if (article != nullptr && !at && first.path.size() == 1) {
    const auto around = chapters_around(law, article->num, first.path[0].kind);
    if (around && around->first < first.path[0].num && last.path[0].num < around->second) {
      // When other chapters are missing there too, it may stand in one of them.
      const bool alone = around->first.n[0] + 1 == first.path[0].num.n[0] &&
                         last.path[0].num.n[0] + 1 == around->second.n[0];
      return alone ? Reach::all : Reach::part;
    }
  }
  return Reach::none;
}

Reach reach_of(const Law& law, const Commencing& c, const Address& wanted) {
  Reach reach = reach_of(law, c.range, wanted);
  if (reach == Reach::none) return reach;
  if (c.partly) reach = Reach::part;
  for (const AddressRange& e : c.except) {
    const Reach taken = reach_of(law, e, wanted);
    if (taken == Reach::all) return Reach::none;
    if (taken == Reach::part) reach = Reach::part;
  }
  return reach;
}

bool is_amended(const Law& law) {
  return law.amended_by.find_first_not_of('0') != std::string::npos ||
         std::any_of(law.provisions.begin(), law.provisions.end(),
                     [](const corpus::Provision& p) { return !p.segment.amending_law.empty(); });
}

CommencementAnswer answer_of(const Law& law, const Commencement& c, bool partly,
                             const std::vector<StartDay>& days, const Address& wanted,
                             std::string_view date) {
  CommencementAnswer out{.state = InForce::unknown,
                         .partly = partly,
                         .date = c.date,
                         .latest = c.latest,
                         .basis = c.basis,
                         .dated = {},
                         .words = c.words};
  for (const StartDay& day : days) {
    const bool same = c.provisions.empty() ? day.of.path.empty() && day.of.law_id == law.id
                                           : !day.of.path.empty() && day.of.contains(c.basis);
    if (!same || !out.date.empty()) continue;
    out.date = day.date;
    out.dated = day.basis;
  }
  const auto found = law.find(wanted.path);
  const std::string& r = law.revision;  // yyyymmdd
  const std::string since =
      r.size() == 8 ? r.substr(0, 4) + '-' + r.substr(4, 2) + '-' + r.substr(6, 2) : "";
  const bool in_text = found && !law.provisions[*found].deleted && !since.empty() && since <= date;
  if (!since.empty() && since > date) {
    // The text of a later day. Where nothing fixes the day of its own, that is the day.
    const bool dated = r != corpus::kNoStartDate;
    if (dated && out.date.empty() && found && !partly) out.date = since;
    out.state = !out.date.empty() && out.date <= date ? InForce::yes : InForce::not_yet;
  } else if (!out.date.empty() && out.date > date) {
    out.state = InForce::not_yet;
  } else if (in_text && (!partly || !out.date.empty())) {
    out.state = InForce::yes;
  } else if (!out.date.empty()) {
    out.state = found ? InForce::yes : InForce::unknown;
  } else if (!found && !since.empty() && since <= date) {
    out.state = InForce::not_yet;  // named by the 附則, absent from the text of the day
  }
  return out;
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
  for (std::size_t n = 0; n < references.size(); ++n) {
    const citations::Reference& r = references[n];
    if (r.targets.empty() || r.targets.front().first.law_id == law.id) continue;
    if (citations::is_unknown(r.targets.front().first.law_id)) continue;
    const std::string_view text = law.provisions[r.from].text;
    std::string_view rest = text.substr(r.span.end);
    // 「○○法（令和七年法律第四十二号）の施行の日」
    if (rest.starts_with("（")) {
      const std::size_t close = rest.find("）");
      if (close == std::string_view::npos) continue;
      rest.remove_prefix(close + std::string_view("）").size());
    }
    for (const std::string_view of :
         {"に掲げる規定", "に規定する規定", "ただし書に規定する規定", "本文"}) {
      if (rest.starts_with(of)) rest.remove_prefix(of.size());
    }
    if (!rest.starts_with("の施行の日（") && !rest.starts_with("の施行期日は")) continue;
    const std::size_t end = rest.starts_with("の施行の日") ? rest.find("）") : rest.find("とする");
    if (end == std::string_view::npos) continue;
    const std::string date = find_date(rest.substr(0, end));
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

std::vector<CommencementAnswer> commencement_of(const Law& law,
                                                const std::vector<Commencement>& all,
                                                const std::vector<StartDay>& days,
                                                const Address& address, std::string_view date) {
  std::vector<CommencementAnswer> out;
  const Address wanted = whole(address);
  if (wanted.law_id != law.id || wanted.path.empty()) return out;
  bool covered = false;
  for (const Commencement& c : all) {
    Reach reach = Reach::none;
    for (const Commencing& p : c.provisions) reach = std::max(reach, reach_of(law, p, wanted));
    if (reach == Reach::none) continue;
    covered = covered || reach == Reach::all;
    out.push_back(answer_of(law, c, reach == Reach::part, days, wanted, date));
  }
  // An amendment's own provisions begin by the 附則 of the amending law.
  if (!wanted.path.front().amending_law.empty()) return {};
  for (const Commencement& c : all) {
    if (!c.provisions.empty() || covered) continue;
    out.push_back(answer_of(law, c, !out.empty(), days, wanted, date));
  }
  if (is_amended(law)) {
    // Which provisions an amendment added, and since when, its own 附則 tells, not this one.
    for (CommencementAnswer& a : out) {
      if (a.state == InForce::yes) a.law_date = std::exchange(a.date, {});
    }
  }
  // What is absent though its limit is past belongs to a part whose limit is not.
  const bool in_time = std::any_of(out.begin(), out.end(), [&](const CommencementAnswer& a) {
    return a.latest.empty() || a.latest >= date;
  });
  if (!law.find(wanted.path) && in_time) {
    std::erase_if(out, [&](const CommencementAnswer& a) {
      return a.state == InForce::not_yet && a.date.empty() && !a.latest.empty() && a.latest < date;
    });
    if (out.size() == 1) out.front().partly = false;
  }
  return out;
}

}  // namespace norms
