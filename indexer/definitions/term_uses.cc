// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/definitions/term_uses.h"

#include <algorithm>
#include <optional>

#include "corpus/text_scan.h"
#include "indexer/definitions/noun_phrase.h"

namespace definitions {
namespace {

using corpus::SegmentKind;
using corpus::Span;

constexpr std::size_t kHead = 6;  // bytes: two kanji or kana

// Nouns that stand before a term without making a longer word of it.
bool may_precede_term(std::string_view before) {
  return corpus::ends_with_any(before, {"当該", "各", "毎", "及", "又", "該", "当", "前記", "以下"})
      .has_value();
}

// Nouns that stand behind it likewise: 検査機器等, 検査機器以外, 法第二条.
bool may_follow_term(std::string_view behind) {
  return corpus::starts_with_any(
             behind, {"等", "以外", "以下", "以上", "以後", "以内", "相互", "双方", "全体", "全部",
                      "第", "附則", "別表", "別記", "様式", "ごと", "自身", "自体", "内",   "外",
                      "間", "上",   "中",   "側",   "毎",   "及",   "又",   "若",   "並",   "乃"})
      .has_value();
}

bool is_part_of_noun(char32_t inside, char32_t outside) {
  if (!is_noun_letter(inside) || !is_noun_letter(outside)) return false;
  return true;
}

bool is_cut_out(std::string_view text, Span word) {
  const std::string_view before = text.substr(0, word.begin);
  const std::string_view behind = text.substr(word.end);
  const std::string_view own = word.of(text);
  if (is_part_of_noun(corpus::letter_at(own, 0), corpus::letter_before(text, word.begin)) &&
      !may_precede_term(before))
    return true;
  return is_part_of_noun(corpus::letter_before(own, own.size()),
                         corpus::letter_at(text, word.end)) &&
         !may_follow_term(behind);
}

// Behind the last provision of the text that `provision` stands in: the main provisions with the
// law's own 附則, or the 附則 of one amending law.
std::uint32_t end_of_text(const corpus::Law& law, std::uint32_t provision) {
  const auto suppl = law.ancestor(provision, SegmentKind::suppl);
  if (suppl) return law.provisions[*suppl].end;
  std::uint32_t i = 0;
  while (i < law.provisions.size()) {
    const corpus::Provision& p = law.provisions[i];
    if (p.segment.kind == SegmentKind::suppl && !p.segment.amending_law.empty()) break;
    i = p.end;
  }
  return i;
}

// Tables and forms stand behind the 附則 but belong to the law as a whole.
std::vector<ScopedTerm::Range> whole_law(const corpus::Law& law) {
  std::vector<ScopedTerm::Range> out;
  for (std::uint32_t i = 0; i < law.provisions.size(); i = law.provisions[i].end) {
    const corpus::Segment& s = law.provisions[i].segment;
    if (s.kind == SegmentKind::suppl && !s.amending_law.empty()) continue;
    out.push_back({{i, 0}, {law.provisions[i].end, 0}});
  }
  return out;
}

std::optional<ScopedTerm::Range> range_of(const corpus::Law& law, const ScopePart& part) {
  const auto first = law.find(part.first.path);
  if (!first) return std::nullopt;
  const auto begin = static_cast<std::uint32_t>(*first);
  std::uint32_t end = law.provisions[begin].end;
  if (part.last) {
    const auto last = law.find(part.last->path);
    if (last && *last >= begin) end = law.provisions[*last].end;
  }
  return ScopedTerm::Range{{begin, 0}, {end, 0}};
}

// The sentence a definition stands in.
ScopedTerm::Range sentence_of(const corpus::Law& law, const Definition& d) {
  const corpus::Provision& p = law.provisions[d.from];
  for (const corpus::Sentence& s : p.sentences) {
    if (s.span.contains(d.term_span)) return {{d.from, s.span.begin}, {d.from, s.span.end}};
  }
  return {{d.from, 0}, {d.from, p.text.size()}};
}

std::size_t size_of(const ScopedTerm::Range& r) {
  return r.end.provision == r.begin.provision
             ? 0
             : std::size_t{r.end.provision} - std::size_t{r.begin.provision};
}

}  // namespace

TermFinder::TermFinder(std::vector<std::string> terms) : terms_(std::move(terms)) {
  for (std::uint32_t i = 0; i < terms_.size(); ++i) {
    const std::string_view term = terms_[i];
    if (term.empty()) continue;
    if (term.size() < kHead)
      single_.push_back(i);
    else
      by_head_[term.substr(0, kHead)].push_back(i);
  }
  const auto longer = [&](std::uint32_t a, std::uint32_t b) {
    return terms_[a].size() > terms_[b].size();
  };
  for (auto& [head, list] : by_head_) std::stable_sort(list.begin(), list.end(), longer);
  std::stable_sort(single_.begin(), single_.end(), longer);
}

std::vector<TermFinder::Hit> TermFinder::find(std::string_view text) const {
  std::vector<Hit> out;
  for (std::size_t at = 0; at < text.size();) {
    const std::string_view rest = text.substr(at);
    const std::uint32_t* found = nullptr;
    const auto longest = [&](const std::vector<std::uint32_t>& list) {
      const auto hit = std::find_if(list.begin(), list.end(),
                                    [&](std::uint32_t i) { return rest.starts_with(terms_[i]); });
      if (found == nullptr && hit != list.end()) found = &*hit;
    };
    if (rest.size() >= kHead) {
      if (const auto head = by_head_.find(rest.substr(0, kHead)); head != by_head_.end())
        longest(head->second);
    }
    if (found == nullptr && !single_.empty()) longest(single_);
    if (found != nullptr) {
      const Span word{at, at + terms_[*found].size()};
      if (!is_cut_out(text, word)) {
        out.push_back({word, *found});
        at = word.end;
        continue;
      }
    }
    corpus::next_code_point(text, at);
  }
  return out;
}

std::vector<ScopedTerm> scoped_terms(const corpus::Law& law,
                                     const std::vector<Definition>& definitions) {
  std::vector<ScopedTerm> out;
  for (const Definition& d : definitions) {
    ScopedTerm term{d.term, {}, {}};
    for (const ScopePart& part : d.scope) {
      if (part.first.law_id != law.id) continue;
      if (part.first.is_law()) {
        term.ranges = whole_law(law);
      } else if (part.open) {
        const auto first = law.find(part.first.path);
        if (!first) continue;
        const auto from = static_cast<std::uint32_t>(*first);
        const std::size_t offset = from == d.from ? d.term_span.end : 0;
        term.ranges.push_back({{from, offset}, {end_of_text(law, from), 0}});
        for (const auto& whole : whole_law(law)) {
          const SegmentKind kind = law.provisions[whole.begin.provision].segment.kind;
          if (whole.begin.provision >= end_of_text(law, from) && kind > SegmentKind::suppl &&
              !law.ancestor(from, SegmentKind::suppl))
            term.ranges.push_back(whole);
        }
      } else if (part.sentence) {
        term.ranges.push_back(sentence_of(law, d));
      } else if (const auto range = range_of(law, part)) {
        term.ranges.push_back(*range);
      }
    }
    term.not_in = {{{d.from, d.term_span.begin}, {d.from, d.term_span.end}},
                   {{d.from, d.text.begin}, {d.from, d.text.end}}};
    out.push_back(std::move(term));
  }
  return out;
}

std::vector<ScopedTerm> inherited_terms(const corpus::Law& law, const std::vector<ScopePart>& scope,
                                        const std::vector<std::string>& terms) {
  std::vector<ScopedTerm::Range> ranges;
  for (const ScopePart& part : scope) {
    if (part.first.is_law())
      ranges = whole_law(law);
    else if (const auto range = range_of(law, part))
      ranges.push_back(*range);
  }
  std::vector<ScopedTerm> out;
  for (const std::string& term : terms) out.push_back({term, ranges, {}});
  return out;
}

std::vector<TermUse> find_term_uses(const corpus::Law& law, const std::vector<ScopedTerm>& terms) {
  std::unordered_map<std::string_view, std::vector<std::uint32_t>> by_word;
  for (std::uint32_t i = 0; i < terms.size(); ++i) by_word[terms[i].term].push_back(i);
  std::vector<std::string> words;
  for (const auto& [word, list] : by_word) words.emplace_back(word);
  std::sort(words.begin(), words.end());
  const TermFinder finder(std::move(words));
  std::vector<TermUse> out;
  if (terms.empty()) return out;
  for (std::uint32_t i = 0; i < law.provisions.size(); ++i) {
    const corpus::Provision& p = law.provisions[i];
    if (p.text.empty() || p.segment.kind == SegmentKind::contents) continue;
    for (const TermFinder::Hit& hit : finder.find(p.text)) {
      const TextPoint at{i, hit.span.begin};
      const auto inside = [&](const ScopedTerm::Range& r) { return r.begin <= at && at < r.end; };
      std::optional<std::uint32_t> best;
      std::size_t narrowest = SIZE_MAX;
      bool defines = false;
      for (const std::uint32_t t : by_word.at(finder.terms()[hit.term])) {
        for (const auto& range : terms[t].ranges) {
          if (!inside(range) || size_of(range) > narrowest) continue;
          best = t;
          narrowest = size_of(range);
        }
        defines = defines || std::any_of(terms[t].not_in.begin(), terms[t].not_in.end(), inside);
      }
      if (best && !defines) out.push_back({i, hit.span, *best});
    }
  }
  return out;
}

std::vector<std::size_t> count_uses(const std::vector<TermUse>& uses, std::size_t definitions) {
  std::vector<std::size_t> out(definitions, 0);
  for (const TermUse& use : uses) {
    if (use.term < definitions) ++out[use.term];
  }
  return out;
}

}  // namespace definitions
