// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/citations/law_name_check.h"

#include <algorithm>

#include "corpus/law_names.h"
#include "corpus/law_number.h"
#include "corpus/text_scan.h"
#include "indexer/citations/era_check.h"
#include "indexer/citations/pointer_path.h"

namespace citations {

using corpus::Span;
using enum ProblemKind;

struct WrittenLaw {
  std::string_view name;  // empty when only the number is written
  std::optional<corpus::LawNumber> number;
  bool former = false;  // 旧, 廃止前の, 改正前の stands before it
};

namespace {

CitationProblem problem(ProblemKind kind, std::string message,
                        std::vector<std::string> candidates = {}) {
  return {kind, {}, -1, std::move(message), std::move(candidates)};
}

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

// Does the number differ by one digit, the order of digits or the era alone?
bool is_misprint(const corpus::LawNumber& written,
                 const std::optional<corpus::LawNumber>& official) {
  if (!official || written.instrument != official->instrument) return false;
  const bool same_number = written.number == official->number;
  const bool same_year = written.year == official->year && written.era == official->era;
  return same_number || same_year;
}

// A name may be found with words before it that do not belong to it.
bool ends_like(std::string_view name, std::string_view title) {
  const auto a = corpus::fold_name(name), b = corpus::fold_name(title);
  return a.ends_with(b) || b.ends_with(a);
}

// One letter for another, in names of one length.
bool differ_by_one(const std::u32string& a, const std::u32string& b) {
  if (a.size() != b.size()) return false;
  int different = 0;
  for (std::size_t i = 0; i < a.size(); ++i) different += a[i] != b[i] ? 1 : 0;
  return different == 1;
}

}  // namespace

std::optional<CitationProblem> LawNameChecker::check(std::string_view text, const Reference& r) {
  const WrittenLaw written = written_law(text, r.span);
  if (written.number) {
    if (auto found = check_number(written, r)) return found;
  }
  if (is_unknown(r.law)) return check_unknown(r, written);
  return std::nullopt;
}

std::vector<std::string> LawNameChecker::ids_by_name(std::string_view name) const {
  auto ids = basis_->library->ids_by_name(name);
  for (const corpus::Alias& alias : basis_->book->aliases) {
    if (alias.name == name) ids.push_back(alias.law_id);
  }
  return ids;
}

std::string LawNameChecker::title_and_number(std::string_view id) const {
  const auto row = basis_->book->registry.by_id(id);
  if (!row) return std::string(id);
  const corpus::RegistryEntry& entry = basis_->book->registry[*row];
  return std::string(entry.title) + "（" + std::string(entry.number) + "）";
}

std::optional<CitationProblem> LawNameChecker::check_number(const WrittenLaw& written,
                                                            const Reference& r) const {
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

std::optional<CitationProblem> LawNameChecker::check_unknown(const Reference& r,
                                                             const WrittenLaw& written) {
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

const LawNameChecker::FoldedTitles& LawNameChecker::titles_of_length(std::size_t length) {
  if (titles_.empty()) {
    const corpus::Registry& registry = basis_->book->registry;
    for (std::uint32_t row = 0; row < registry.size(); ++row) {
      std::u32string title = corpus::fold_name(registry[row].title);
      titles_[title.size()].emplace_back(std::move(title), row);
    }
  }
  return titles_[length];
}

}  // namespace citations
