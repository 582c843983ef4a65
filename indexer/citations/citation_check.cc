// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/citations/citation_check.h"

#include <algorithm>
#include <optional>

#include "corpus/address_text.h"
#include "corpus/text_scan.h"
#include "indexer/citations/amendment_check.h"
#include "indexer/citations/era_check.h"
#include "indexer/citations/law_name_check.h"
#include "indexer/citations/pointer_path.h"
#include "indexer/citations/topic_check.h"

namespace citations {
namespace {

using corpus::Segment;
using corpus::SegmentKind;
using corpus::Span;
using enum ProblemKind;

using Found = std::optional<CitationProblem>;

CitationProblem problem(ProblemKind kind, std::string message,
                        std::vector<std::string> candidates = {}) {
  return {kind, {}, -1, std::move(message), std::move(candidates)};
}

// --- 条文があるか --------------------------------------------------------------------------------

// The last of its kind below `parent`: 第八項 of 第二条.
const corpus::Provision* last_below(const corpus::Law& law, const std::vector<Segment>& parent,
                                    SegmentKind kind) {
  const auto holder = parent.empty() ? std::optional<std::size_t>{} : law.find(parent);
  if (!parent.empty() && !holder) return nullptr;
  const std::size_t end = holder ? law.provisions[*holder].end : law.provisions.size();
  const corpus::Provision* last = nullptr;
  for (std::size_t i = holder ? *holder + 1 : 0; i < end; ++i) {
    const corpus::Provision& p = law.provisions[i];
    if (p.segment.kind == SegmentKind::suppl && parent.empty()) i = p.end - 1;
    if (p.segment.kind == kind && (last == nullptr || last->segment.num < p.segment.num)) last = &p;
    if (holder && kind != SegmentKind::article) i = p.end - 1;
  }
  return last;
}

ProblemKind kind_of_missing(const Segment& missing) {
  switch (missing.kind) {
    case SegmentKind::article:
      return no_such_article;
    case SegmentKind::paragraph:
      return no_such_paragraph;
    case SegmentKind::item:
    case SegmentKind::subitem:
      return no_such_item;
    case SegmentKind::part:
    case SegmentKind::chapter:
    case SegmentKind::section:
    case SegmentKind::subsection:
    case SegmentKind::division:
      return no_such_chapter;
    default:
      return no_such_part;
  }
}

CitationProblem missing_provision(const corpus::Address& wanted, const LawStructure& structure,
                                  const corpus::Law& law) {
  const std::size_t known = std::min(structure.known_depth(wanted.path), wanted.path.size() - 1);
  const Segment& missing = wanted.path[known];
  const std::vector<Segment> parent(wanted.path.begin(),
                                    wanted.path.begin() + static_cast<std::ptrdiff_t>(known));
  CitationProblem out = problem(kind_of_missing(missing), {});
  const auto offer = [&](std::vector<Segment> path) {
    corpus::Address address{.law_id = wanted.law_id, .revision = {}, .path = std::move(path)};
    const std::string text = corpus::to_string(address);
    if (structure.has(address.path) &&
        std::find(out.candidates.begin(), out.candidates.end(), text) == out.candidates.end())
      out.candidates.push_back(text);
  };
  const auto with = [&](Segment last) {
    std::vector<Segment> path = parent;
    path.push_back(std::move(last));
    return path;
  };
  const auto name = [&](const Segment& s) {
    return corpus::to_japanese({.law_id = {}, .revision = {}, .path = with(s)},
                               corpus::NumberStyle::kanji);
  };
  if (missing.kind == SegmentKind::article && missing.num.n[1] != 0) {
    Segment main = missing;
    main.num = corpus::Ordinal(missing.num.n[0]);
    if (structure.has(with(main))) {
      out.kind = no_such_branch;
      out.message = name(main) + "はあるが、この枝番号の条はない";
      offer(with(main));
      return out;
    }
  }
  // 2条2項 may be 第二条の二.
  if (missing.kind == SegmentKind::paragraph && !parent.empty() &&
      parent.back().kind == SegmentKind::article && parent.back().num.n[1] == 0) {
    std::vector<Segment> branch = parent;
    branch.back().num.n[1] = missing.num.n[0];
    offer(std::move(branch));
  }
  if (const corpus::Provision* last = last_below(law, parent, missing.kind)) {
    out.message =
        last->segment.num < missing.num ? "最後は" + name(last->segment) : "この番号はない";
    offer(with(last->segment));
  } else {
    out.message = "そこには分かれていない";
    if (!parent.empty()) offer(parent);
  }
  return out;
}

// --- 一つの引用 ----------------------------------------------------------------------------------

class Checker {
 public:
  explicit Checker(const CheckBasis& basis) : basis_(&basis), laws_(basis) {}

  // `before`: where the citation before it ends.
  Found check(std::string_view text, const Reference& r, std::size_t before) {
    if (auto found = laws_.check(text, r)) return found;
    switch (r.status) {
      case Status::resolved:
        return check_topic(text, r, before);
      case Status::outside:
        return std::nullopt;
      case Status::not_in_force:
        return problem(not_in_force, r.reason);
      case Status::repealed:
        if (r.targets.empty() || is_unknown(r.law)) return std::nullopt;  // the text says so
        if (r.targets[0].last) return std::nullopt;  // a range may end with what was deleted
        return problem(repealed, r.reason);
      case Status::unknown_law:
        return problem(unknown_law, r.reason);
      case Status::unresolved:
        return check_missing(r);
    }
    return std::nullopt;
  }

 private:
  Found check_missing(const Reference& r) const {
    if (r.law.empty()) return problem(law_not_told, r.reason);
    if (r.targets.empty()) return problem(law_not_told, r.reason);
    // What is amended, or was in force before, need not be there today.
    if (r.purpose == Purpose::amendment || r.reason.starts_with("改正前")) return std::nullopt;
    const auto law = basis_->laws->find(r.law);
    const LawStructure* structure = basis_->library->structure(r.law);
    if (law == basis_->laws->end() || structure == nullptr) return std::nullopt;
    for (const corpus::Address* end :
         {&r.targets[0].first, r.targets[0].last ? &*r.targets[0].last : nullptr}) {
      if (end == nullptr || end->path.empty() || structure->has(end->path)) continue;
      return missing_provision(*end, *structure, law->second);
    }
    return std::nullopt;
  }

  Found check_topic(std::string_view text, const Reference& r, std::size_t before) {
    if (r.targets.empty() || r.targets[0].last || r.targets[0].first.path.empty()) return {};
    const LawTopics* topics = topics_of(r.law);
    if (topics == nullptr) return {};
    const auto* other = topics->other_topic(text, r.span, r.targets[0].first, before);
    if (other == nullptr) return {};
    const corpus::Address address{.law_id = r.law, .revision = {}, .path = {other->article}};
    return problem(other_topic,
                   "「" + other->caption + "」は" +
                       corpus::to_japanese(address, corpus::NumberStyle::kanji) + "の見出しである",
                   {corpus::to_string(address)});
  }

  const LawTopics* topics_of(const std::string& id) {
    const auto known = topics_.find(id);
    if (known != topics_.end()) return &known->second;
    const auto law = basis_->laws->find(id);
    if (law == basis_->laws->end()) return nullptr;
    return &topics_.emplace(id, LawTopics(law->second)).first->second;
  }

  const CheckBasis* basis_;
  LawNameChecker laws_;
  std::map<std::string, LawTopics> topics_;
};

// 「整備法案」 names 整備法, for this purpose.
std::vector<DatedLaw> laws_in(std::string_view title, const CheckBasis& basis) {
  std::vector<DatedLaw> out;
  const auto add = [&](std::string_view name, const std::string& id) {
    if (const auto row = basis.book->registry.by_id(id))
      out.push_back({std::string(name), std::string(basis.book->registry[*row].promulgated)});
  };
  for (std::size_t at = 0; at < title.size();) {
    const auto name = basis.library->longest_at(title, at, 0);
    if (name && name->kind != corpus::NameKind::kana && name->ids.size() == 1) {
      add(title.substr(at, name->length), name->ids[0]);
    }
    corpus::next_code_point(title, at);
  }
  // 『能動的見本防御』 is a book on 能動的見本防御法.
  const std::string whole = std::string(title) + "法";
  const auto name = basis.library->longest_at(whole, 0, 0);
  if (out.empty() && name && name->length == whole.size() && name->ids.size() == 1)
    add(whole, name->ids[0]);
  return out;
}

// Where one missing provision is cited by another law, this text knows a later revision than the
// one at hand, and what else it cites of that law may be of it too.
void excuse_newer(std::vector<CitationProblem>& problems, const std::vector<Reference>& references,
                  const CheckBasis& basis) {
  if (!basis.is_cited) return;
  const auto may_be_newer = [](const CitationProblem& p) {
    return p.kind == no_such_branch || p.kind == no_such_article || p.kind == no_such_paragraph;
  };
  constexpr std::size_t kMostAsked = 50;
  std::map<std::string, bool> newer;  // by law
  std::size_t asked = 0;
  for (const CitationProblem& p : problems) {
    if (p.reference < 0 || !may_be_newer(p)) continue;
    const Reference& r = references[static_cast<std::size_t>(p.reference)];
    if (newer[r.law] || ++asked > kMostAsked) continue;
    newer[r.law] = basis.is_cited(r.targets[0].first);
  }
  for (CitationProblem& p : problems) {
    if (p.reference < 0 || !may_be_newer(p)) continue;
    if (!newer[references[static_cast<std::size_t>(p.reference)].law]) continue;
    p.kind = not_in_force;
    p.message = "手元の版にはないが、その後の改正で加わった規定を引く法令がある";
    p.candidates.clear();
  }
}

}  // namespace

std::vector<CitationProblem> check_citations(std::string_view text,
                                             const std::vector<Reference>& references,
                                             const CheckBasis& basis) {
  std::vector<CitationProblem> out;
  Checker checker(basis);
  std::size_t before = 0;
  for (std::size_t i = 0; i < references.size(); ++i) {
    const Reference& r = references[i];
    if (auto found = checker.check(text, r, before)) {
      found->span = r.span;
      found->reference = static_cast<int>(i);
      out.push_back(*std::move(found));
    }
    before = std::max(before, r.span.end);
  }
  excuse_newer(out, references, basis);
  for (CitationProblem& p : citations_before_amendment(text, references, *basis.laws)) {
    const auto known = std::find_if(out.begin(), out.end(), [&](const CitationProblem& other) {
      return other.reference == p.reference;
    });
    if (known == out.end()) out.push_back(std::move(p));
  }
  auto dates = check_eras(
      text, [&](std::string_view title) { return laws_in(title, basis); }, basis.line_of);
  out.insert(out.end(), std::make_move_iterator(dates.begin()),
             std::make_move_iterator(dates.end()));
  std::stable_sort(out.begin(), out.end(), [](const CitationProblem& a, const CitationProblem& b) {
    return a.span < b.span;
  });
  return out;
}

}  // namespace citations
