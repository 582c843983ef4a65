// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/citations/citation_check.h"

#include <algorithm>
#include <optional>

#include "corpus/address_text.h"
#include "corpus/law_names.h"
#include "corpus/law_number.h"
#include "corpus/text_scan.h"
#include "indexer/citations/era_check.h"
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

// --- 法令の名と番号 ------------------------------------------------------------------------------

struct WrittenLaw {
  std::string_view name;  // empty when only the number is written
  std::optional<corpus::LawNumber> number;
  bool former = false;  // 旧, 廃止前の, 改正前の stands before it
};

// The name and the number in the bracket behind it, as the citation writes them.
WrittenLaw written_law(std::string_view text, Span span) {
  WrittenLaw out;
  const std::string_view before = text.substr(0, span.begin);
  out.former =
      corpus::ends_with_any(before, {"旧", "廃止前の", "改正前の", "廃止された"}).has_value() ||
      span.of(text).starts_with("旧");
  const std::string_view rest = text.substr(span.begin, span.size() + 240);
  if (const auto number = corpus::read_law_number(rest)) {
    out.number = number->number;
    return out;
  }
  std::size_t open = rest.size();
  for (const std::string_view bracket : {"（", "("}) open = std::min(open, rest.find(bracket));
  if (open > span.size() || open == rest.size()) return out;
  const std::string_view behind = rest.substr(open + (rest[open] == '(' ? 1 : 3));
  // 平成12年8月14日法律第42号: the day may stand before it.
  if (const auto number = corpus::read_law_number(behind)) {
    out.number = number->number;
    out.name = rest.substr(0, open);
  }
  return out;
}

constexpr std::size_t kShortestName = 5;  // letters; shorter ones are one letter from many

class LawChecker {
 public:
  explicit LawChecker(const CheckBasis& basis) : basis_(&basis) {}

  Found check(std::string_view text, const Reference& r) const {
    const WrittenLaw written = written_law(text, r.span);
    if (written.number) {
      if (auto found = check_number(written, r)) return found;
    }
    if (is_unknown(r.law)) return check_unknown(r, written);
    return std::nullopt;
  }

  std::string_view title(std::string_view id) const { return basis_->library->title(id); }

 private:
  std::vector<std::string> ids_by_name(std::string_view name) const {
    auto ids = basis_->library->ids_by_name(name);
    for (const corpus::Alias& alias : basis_->book->aliases) {
      if (alias.name == name) ids.push_back(alias.law_id);
    }
    return ids;
  }

  std::string title_and_number(std::string_view id) const {
    const auto row = basis_->book->registry.by_id(id);
    if (!row) return std::string(id);
    const corpus::RegistryEntry& entry = basis_->book->registry[*row];
    return std::string(entry.title) + "（" + std::string(entry.number) + "）";
  }

  Found check_number(const WrittenLaw& written, const Reference& r) const {
    const int now = basis_->today.size() >= 4 ? std::stoi(basis_->today.substr(0, 4)) : 9999;
    const auto by_number = basis_->library->ids_by_number(corpus::to_string(*written.number));
    const auto by_name =
        written.name.empty() ? std::vector<std::string>{} : ids_by_name(written.name);
    const bool possible = is_year_of(written.number->era, written.number->year, now);
    const auto agree = [&] {
      return std::any_of(by_name.begin(), by_name.end(), [&](const std::string& id) {
        return std::find(by_number.begin(), by_number.end(), id) != by_number.end();
      });
    };
    if (!by_name.empty() && !agree() && !written.former) {
      const auto of_name = corpus::law_number_of(by_name[0]);
      const bool era_slip = of_name && of_name->era != written.number->era &&
                            of_name->year == written.number->year &&
                            of_name->number == written.number->number;
      // A law abolished long ago may have had the name another has today.
      if (by_number.empty() && possible && !is_misprint(*written.number, of_name)) return {};
      std::vector<std::string> candidates = by_name;
      candidates.insert(candidates.end(), by_number.begin(), by_number.end());
      std::string message = title_and_number(by_name[0]);
      if (by_number.size() == 1) message += "と、" + title_and_number(by_number[0]);
      if (era_slip) message = "年号が違う: " + message;
      return problem(title_number_disagree, message, std::move(candidates));
    }
    if (!possible) return problem(no_such_number, "その年の法令はない");
    if (by_number.size() == 1 && by_name.empty() && !written.name.empty() && !written.former &&
        !ends_like(written.name, title(by_number[0])) && r.law == by_number[0]) {
      return problem(former_name, "いまは「" + std::string(title(by_number[0])) + "」",
                     {by_number[0]});
    }
    return {};
  }

  // Does the number differ by one digit, the order of digits or the era alone?
  static bool is_misprint(const corpus::LawNumber& written,
                          const std::optional<corpus::LawNumber>& official) {
    if (!official || written.instrument != official->instrument) return false;
    const bool same_number = written.number == official->number;
    const bool same_year = written.year == official->year && written.era == official->era;
    return same_number || same_year;
  }

  // A name may be found with words before it that do not belong to it.
  static bool ends_like(std::string_view name, std::string_view title) {
    const auto a = corpus::fold_name(name), b = corpus::fold_name(title);
    return a.ends_with(b) || b.ends_with(a);
  }

  Found check_unknown(const Reference& r, const WrittenLaw& written) const {
    const std::string name = r.law.substr(kUnknown.size());
    for (const auto& [title, id] : basis_->former_titles) {
      if (title == name && !written.former)
        return problem(former_name, "いまは「" + std::string(this->title(id)) + "」", {id});
    }
    if (written.former || written.number) return std::nullopt;
    const std::u32string folded = corpus::fold_name(name);
    if (folded.size() < kShortestName) return std::nullopt;
    for (const auto& [title, row] : titles_of_length(folded.size())) {
      if (!differ_by_one(folded, title)) continue;
      const corpus::RegistryEntry& entry = basis_->book->registry[row];
      return problem(near_name, "「" + std::string(entry.title) + "」か", {std::string(entry.id)});
    }
    return std::nullopt;
  }

  using FoldedTitles = std::vector<std::pair<std::u32string, std::uint32_t>>;
  const FoldedTitles& titles_of_length(std::size_t length) const {
    if (titles_.empty()) {
      const corpus::Registry& registry = basis_->book->registry;
      for (std::uint32_t row = 0; row < registry.size(); ++row) {
        std::u32string title = corpus::fold_name(registry[row].title);
        titles_[title.size()].emplace_back(std::move(title), row);
      }
    }
    return titles_[length];
  }

  // One letter for another, in names of one length.
  static bool differ_by_one(const std::u32string& a, const std::u32string& b) {
    if (a.size() != b.size()) return false;
    int different = 0;
    for (std::size_t i = 0; i < a.size(); ++i) different += a[i] != b[i] ? 1 : 0;
    return different == 1;
  }

  const CheckBasis* basis_;
  mutable std::map<std::size_t, FoldedTitles> titles_;  // filled when first asked for
};

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
  LawChecker laws_;
  std::map<std::string, LawTopics> topics_;
};

// 「整備法案」 names 整備法, for this purpose.
std::vector<DatedLaw> laws_in(std::string_view title, const CheckBasis& basis) {
  std::vector<DatedLaw> out;
  for (std::size_t at = 0; at < title.size();) {
    const auto name = basis.library->longest_at(title, at, 0);
    if (name && name->kind != corpus::NameKind::kana && name->ids.size() == 1) {
      if (const auto row = basis.book->registry.by_id(name->ids[0]))
        out.push_back({std::string(title.substr(at, name->length)),
                       std::string(basis.book->registry[*row].promulgated)});
    }
    corpus::next_code_point(title, at);
  }
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
  auto dates = check_eras(text, [&](std::string_view title) { return laws_in(title, basis); });
  out.insert(out.end(), std::make_move_iterator(dates.begin()),
             std::make_move_iterator(dates.end()));
  std::stable_sort(out.begin(), out.end(), [](const CitationProblem& a, const CitationProblem& b) {
    return a.span < b.span;
  });
  return out;
}

}  // namespace citations
