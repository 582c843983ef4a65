// SPDX-License-Identifier: GPL-2.0-or-later
// What a bare number means in the 附則 of an amending law: its own articles, or those it amends.
#include <algorithm>

#include "corpus/text_scan.h"
#include "indexer/citations/resolver_context.h"

namespace citations {

using corpus::Segment;
using corpus::SegmentKind;

// 「甲法第三条、附則第七条の規定による改正後の乙法」: what amends is of the law one reads.
bool Resolver::amends_what_follows(const Citation& citation, const Context& context) const {
  if (!context.place.amending) return false;
  const std::string_view text = law_->provisions[context.place.provision].text;
  return corpus::starts_with_any(text.substr(citation.span.end),
                                 {"の規定による改正", "の規定による廃止", "による改正"})
      .has_value();
}

// 「附則第三十七条中○○法…の改正規定」 in the same 附則: what amends this law is no main provision,
// and a bare 第五条の改正規定 is of another law.
bool Resolver::is_amended_elsewhere(const Place& place) const {
  const std::string named = "中" + law_->title;
  const std::uint32_t begin =
      places_->holder(place.provision, Unit::article).value_or(*place.suppl);
  for (std::uint32_t i = begin; i < law_->provisions[begin].end; ++i) {
    const std::string_view text = law_->provisions[i].text;
    const std::size_t at = text.find(named);
    if (at == std::string_view::npos) continue;
    const std::size_t stop = text.substr(0, at).rfind("附則");
    if (stop != std::string_view::npos &&
        text.substr(stop, at - stop).find("改正規定") == std::string_view::npos)
      return true;
  }
  return false;
}

// In the 附則 of an amending law its own articles are meant, not those of the law it amends; but
// what is amended is the other's.
void Resolver::base_in_amending(const Citation& citation, const Word& word, Context& context,
                                Resolved& out, Path& base) const {
  const Place& place = context.place;
  const Path suppl_path{law_->provisions[*place.suppl].segment};
  const bool in_own_appendix =
      (word.unit == Unit::table || word.unit == Unit::form || word.unit == Unit::appendix);
  if (in_own_appendix) {
    Path with = suppl_path;
    with.push_back(segment_of(word));
    if (own_->has(with)) {
      base = suppl_path;
      return;
    }
  }
  // Tables and forms are those of the law that is amended; an amending law's own are 附則別表.
  if (in_own_appendix) {
    for (std::size_t i = context.done.size(), n = 0; i-- > 0 && n < kMemory; ++n) {
      const Resolved& other = context.done[i];
      if (!other.names_law || other.form != Form::app) continue;
      if (!same_sentence(citation, i, context)) break;
      out.law_id = other.law_id;
      out.own = other.own;
      out.names_law = true;
      break;
    }
    return;
  }
  // 「第一条第二項」 of an amending law is hardly ever meant where the amended one has it: what
  // amends has no 項. Its commencement is another matter.
  const bool in_commencement = [&] {
    const auto article = places_->holder(place.provision, Unit::article);
    if (article) return law_->provisions[*article].segment.num == corpus::Ordinal(1);
    const auto paragraph = places_->holder(place.provision, Unit::paragraph);
    return !paragraph || law_->provisions[*paragraph].segment.num == corpus::Ordinal(1);
  }();
  if (!in_commencement && citation.first.words.size() > 1 &&
      citation.first.words[1].unit == Unit::paragraph) {
    Path with;
    for (const Word& w : citation.first.words) append(with, w);
    const std::string_view behind =
        std::string_view(law_->provisions[place.provision].text).substr(citation.span.end);
    // デジタル庁設置法 and its like amend others in their 附則, but have 項 of their own.
    const LawStructure* amending = library_->structure(place.amending_law);
    const bool of_amending = amending != nullptr && amending->presence(with) == Presence::there;
    if (own_->presence(with) == Presence::there && !of_amending &&
        !behind.starts_with("の規定による改正"))
      return;
  }
  // 「第三条の改正規定」 amends 第三条: of the law last named
  // (第一条中○○法第二条及び第三条の改正規定), else of this one. 「第三条の規定」 and 「第三条中」
  // are the amending law's.
  if (citation.purpose == Purpose::amendment) {
    const std::string_view text = law_->provisions[place.provision].text;
    for (std::size_t i = context.done.size(), n = 0; i-- > 0 && n < kMemory; ++n) {
      const std::size_t end = context.parsed->citations[i].span.end;
      const Resolved& other = context.done[i];
      const bool of_amending = !other.own && !other.names_law && text.substr(end).starts_with("中");
      if (!of_amending && !other.names_law) continue;
      // 「第一条中第三条の改正規定」 is of no other law.
      if (of_amending || !same_sentence(citation, i, context)) return;
      out.law_id = other.law_id;
      out.own = other.own;
      out.names_law = true;
      return;
    }
    if (is_amended_elsewhere(place)) {
      out.law_id = std::string(kUnknown) + "改正される法令";
      out.own = false;
      out.reason = "初めに改正される法令の規定で、その名はこの附則に書かれていない";
    }
    return;
  }
  CitedLaw here;
  here.word = LawWord::here;
  Citation as_here = citation;
  as_here.law = here;
  out.law_id = law_of(as_here, context, out);
}

}  // namespace citations
