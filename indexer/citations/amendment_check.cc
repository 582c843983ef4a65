// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/citations/amendment_check.h"

#include <algorithm>
#include <set>

#include "corpus/text_scan.h"

namespace citations {
namespace {

// Between the amending law and the amended one: 整備法に基づく改正後の見本法.
constexpr std::string_view kAmends[] = {"に基づく改正後の", "による改正後の", "により改正された",
                                        "により改正される", "で改正される"};
// In the sentence of what is said of the law before.
constexpr std::string_view kBefore[] = {"現状", "現行", "改正前", "これまで", "従来"};

// Laws whose text at hand is that after an amendment the text names.
std::set<std::string> amended_laws(std::string_view text, const std::vector<Reference>& references,
                                   const std::map<std::string, corpus::Law, std::less<>>& laws) {
  std::set<std::string> out;
  for (std::size_t i = 1; i < references.size(); ++i) {
    const Reference& by = references[i - 1];
    const Reference& amended = references[i];
    const auto law = laws.find(amended.law);
    if (law == laws.end() || law->second.amended_by != by.law || by.span.end > amended.span.begin)
      continue;
    const std::string_view between = text.substr(by.span.end, amended.span.begin - by.span.end);
    if (std::find(std::begin(kAmends), std::end(kAmends), between) != std::end(kAmends))
      out.insert(amended.law);
  }
  return out;
}

bool speaks_of_before(std::string_view text, std::size_t at) {
  std::size_t begin = 0;
  for (const std::string_view stop : {"。", "\n"}) {
    const std::size_t found = text.substr(0, at).rfind(stop);
    if (found != std::string_view::npos) begin = std::max(begin, found + stop.size());
  }
  const std::string_view head = text.substr(begin, at - begin);
  return head.find("改正後") == head.npos &&
         std::any_of(std::begin(kBefore), std::end(kBefore),
                     [&](std::string_view word) { return head.find(word) != head.npos; });
}

}  // namespace

std::vector<CitationProblem> citations_before_amendment(
    std::string_view text, const std::vector<Reference>& references,
    const std::map<std::string, corpus::Law, std::less<>>& laws) {
  std::vector<CitationProblem> out;
  const auto amended = amended_laws(text, references, laws);
  for (std::size_t i = 0; i < references.size(); ++i) {
    const Reference& r = references[i];
    if (!amended.contains(r.law) || r.status != Status::resolved || r.targets.empty()) continue;
    corpus::Address next = r.targets.front().first;
    if (next.path.size() < 2 || next.path.back().num.empty() ||
        next.path.front().kind != corpus::SegmentKind::article)
      continue;
    if (!speaks_of_before(text, r.span.begin)) continue;
    const corpus::Law& law = laws.find(r.law)->second;
    CitationProblem problem{ProblemKind::before_amendment,
                            r.span,
                            static_cast<int>(i),
                            "手元の条文は改正の後のもので、項や号の番号は動いているかもしれない",
                            {}};
    ++next.path.back().num.n[0];
    next.part = corpus::Part::whole;
    if (law.find(next.path)) problem.candidates.push_back(corpus::to_string(next));
    out.push_back(std::move(problem));
  }
  return out;
}

}  // namespace citations
