// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/citations/replacements.h"

#include <algorithm>
#include <map>
#include <optional>

#include "corpus/text_scan.h"
#include "indexer/citations/table_map.h"

namespace citations {
namespace {

using corpus::Span;

constexpr std::size_t kBracket = 3;  // bytes of 「
// No condition or place in a statute is longer; a hostile text costs no more than this.
constexpr std::size_t kLongestWords = 600;
constexpr std::size_t kMostNames = 40;

// The longest spelling of that role `text` begins with; its length, 0 for none.
std::size_t length_of(ReplacementRole role, std::string_view text) {
  std::size_t longest = 0;
  for (const ReplacementWord& word : replacement_words()) {
    if (word.role != role) continue;
    for (const std::string_view s : word.spellings) {
      if (s.size() > longest && text.starts_with(s)) longest = s.size();
    }
  }
  return longest;
}

// 「 … [中] of 第一項中「: the head of the spelling `text` ends with.
std::optional<std::size_t> place_end(std::string_view text) {
  std::optional<std::size_t> end;
  for (const ReplacementWord& word : replacement_words()) {
    if (word.role != ReplacementRole::in_place) continue;
    for (const std::string_view s : word.spellings) {
      if (text.ends_with(s)) end = std::min(end.value_or(text.size()), text.size() - s.size());
    }
  }
  return end;
}

class Reader {
 public:
  Reader(std::string_view text, std::span<const Reference> references)
      : text_(text), references_(references), quotes_(corpus::find_quotations(text)) {
    std::erase_if(quotes_, [&](Span q) { return !q.of(text_).starts_with("「"); });
  }

  std::vector<Replacement> read() {
    for (std::size_t q = 0; q < quotes_.size();) q = read_pair(q);
    return std::move(out_);
  }

 private:
  struct Place {
    Span words;
    std::vector<corpus::AddressRange> addresses;
  };
  struct Name {
    Span span;
    Place place;
  };

  std::string_view glue(std::size_t q) const {  // between quotation q and the next
    const std::size_t end = q + 1 < quotes_.size() ? quotes_[q + 1].begin : text_.size();
    return text_.substr(quotes_[q].end, end - quotes_[q].end);
  }

  // One 「A」…とあるのは「B」と …; the quotation to go on with.
  std::size_t read_pair(std::size_t q) {
    const std::size_t first = q;
    std::vector<Name> names;
    for (;; ++q) {
      if (q >= quotes_.size() || names.size() == kMostNames) return first + 1;
      names.push_back({inside(quotes_[q]), place_before(q, names.empty())});
      const std::string_view behind = glue(q);
      const std::size_t ends = length_of(ReplacementRole::names, behind);
      if (ends > 0) break;
      const std::size_t more = std::max(length_of(ReplacementRole::names_also, behind),
                                        length_of(ReplacementRole::joins, behind));
      if (more == 0 || behind.size() > kLongestWords) return first + 1;
      if (behind.find("。") != std::string_view::npos) return first + 1;
    }
    const std::size_t next = read_new_words(q, names);
    if (next > 0) carried_ = names.back().place;
    return std::max(next, q + 1);
  }

  // Behind とあるのは of quotation q; the quotation behind the new words, 0 when there are none.
  std::size_t read_new_words(std::size_t q, const std::vector<Name>& names) {
    if (q + 1 >= quotes_.size()) return 0;
    const std::size_t ends = length_of(ReplacementRole::names, glue(q));
    Span condition{quotes_[q].end + ends, quotes_[q + 1].begin};
    if (condition.size() > kLongestWords) return 0;
    if (condition.of(text_).find("。") != std::string_view::npos) return 0;
    if (length_of(ReplacementRole::respectively, condition.of(text_)) == condition.size() &&
        !condition.empty()) {
      return read_respectively(q + 1, names);
    }
    std::size_t to = q + 1;
    std::size_t added = 0;
    while (to < quotes_.size() && length_of(ReplacementRole::becomes, glue(to)) > 0) {
      for (const Name& name : names) add(name, inside(quotes_[to]), condition);
      ++added;
      // とあるのは甲については「A」と、乙については「B」と: the next is not itself replaced.
      const std::string_view behind = glue(to);
      if (to + 1 >= quotes_.size() || condition.empty() || !behind.starts_with("と、") ||
          behind.size() <= std::string_view("と、").size() || behind.size() > kLongestWords ||
          behind.find("。") != std::string_view::npos || names_something(to + 1)) {
        break;
      }
      condition = {quotes_[to].end + std::string_view("と、").size(), quotes_[to + 1].begin};
      ++to;
    }
    if (added == 0) return 0;
    close_group(to);
    return to + 1;
  }

  bool names_something(std::size_t q) const {
    for (; q < quotes_.size(); ++q) {
      if (length_of(ReplacementRole::names, glue(q)) > 0) return true;
      if (length_of(ReplacementRole::names_also, glue(q)) == 0 &&
          length_of(ReplacementRole::joins, glue(q)) != glue(q).size()) {
        return false;
      }
    }
    return false;
  }

  std::size_t read_respectively(std::size_t q, const std::vector<Name>& names) {
    for (std::size_t n = 0; n < names.size(); ++n) {
      if (q + n >= quotes_.size()) return 0;
      const std::string_view behind = glue(q + n);
      const bool last = n + 1 == names.size();
      const std::size_t joined = std::max(length_of(ReplacementRole::joins, behind),
                                          length_of(ReplacementRole::becomes, behind));
      if (last ? length_of(ReplacementRole::becomes, behind) == 0 : joined == 0) return 0;
    }
    for (std::size_t n = 0; n < names.size(); ++n) add(names[n], inside(quotes_[q + n]), {});
    close_group(q + names.size() - 1);
    return q + names.size();
  }

  // 「B」と読み替える, とする ends what one sentence says; 「B」と、 does not.
  void close_group(std::size_t q) {
    const std::string_view behind = glue(q);
    if (!behind.starts_with("と、") && !behind.starts_with("ト、")) {
      ++group_;
      carried_.reset();
      ended_ = true;
    }
  }

  void add(const Name& name, Span to, Span condition) {
    out_.push_back({.places = name.place.addresses,
                    .from = std::string(name.span.of(text_)),
                    .to = std::string(to.of(text_)),
                    .from_span = name.span,
                    .to_span = to,
                    .place = name.place.words,
                    .condition = condition,
                    .group = group_});
  }

  // What 中 says where quotation q is; without it, what the pair before it said.
  Place place_before(std::size_t q, bool first_name) {
    const std::size_t from = q > 0 ? quotes_[q - 1].end : 0;
    const std::size_t head =
        std::max(from, quotes_[q].begin - std::min(quotes_[q].begin, kLongestWords));
    const auto end = place_end(text_.substr(head, quotes_[q].begin - head));
    if (end) return place_of(head, head + *end);
    if (!first_name && last_place_) return *last_place_;
    if (ended_) {
      ended_ = false;
      return {};
    }
    return carried_.value_or(Place{});
  }

  // The list of pointers that ends at `end`, perhaps with の規定 or a bracket behind it.
  Place place_of(std::size_t head, std::size_t end) {
    Place place;
    std::size_t at = end;
    for (auto r = references_.rbegin(); r != references_.rend(); ++r) {
      if (r->span.end > at || r->span.begin < head) continue;
      const std::string_view between = text_.substr(r->span.end, at - r->span.end);
      if (!place.addresses.empty() ? !joins(between) : !may_follow(between)) break;
      place.addresses.insert(place.addresses.begin(), r->targets.begin(), r->targets.end());
      at = r->span.begin;
    }
    if (place.addresses.empty()) {
      const std::string_view words = text_.substr(head, end - head);
      const std::size_t comma = words.rfind("、");
      at = comma == std::string_view::npos ? head : head + comma + std::string_view("、").size();
    }
    place.words = {at, end};
    last_place_ = place;
    ended_ = false;
    return place;
  }

  // Between the members of a list.
  static bool joins(std::string_view between) {
    for (const std::string_view word : {"及び", "並びに", "又は", "若しくは", "、", "から",
                                        "の規定", "（見出しを含む。）", "まで"}) {
      while (between.starts_with(word)) between.remove_prefix(word.size());
    }
    return between.empty();
  }

  // Between the last pointer and 中: の規定, の表, （見出しを含む。）, の規定により….
  static bool may_follow(std::string_view between) {
    return between.size() <= kLongestWords / 4 && between.find("、") == std::string_view::npos;
  }

  static Span inside(Span quotation) {
    return {quotation.begin + kBracket, quotation.end - kBracket};
  }

  std::string_view text_;
  std::span<const Reference> references_;
  std::vector<Span> quotes_;
  std::vector<Replacement> out_;
  std::optional<Place> carried_;
  std::optional<Place> last_place_;
  std::uint32_t group_ = 0;
  bool ended_ = true;
};

// --- tables ------------------------------------------------------------------------------------

struct Column {
  std::map<std::uint32_t, const TableCell*> rows;
};

// The cell of that row, or the one above that spans it; a blank one says 同上.
const TableCell* cell_in(const std::map<std::uint32_t, Column>& columns, std::uint32_t column,
                         std::uint32_t row) {
  const auto found = columns.find(column);
  if (found == columns.end()) return nullptr;
  const auto behind = found->second.rows.upper_bound(row);
  return behind == found->second.rows.begin() ? nullptr : std::prev(behind)->second;
}

std::string_view words_of(const TableCell& cell, std::string_view text) {
  return corpus::trim(cell.span.of(text));
}

Span trimmed(const TableCell& cell, std::string_view text) {
  const std::string_view words = words_of(cell, text);
  if (words.empty()) return {cell.span.begin, cell.span.begin};
  const auto begin = static_cast<std::size_t>(words.data() - text.data());
  return {begin, begin + words.size()};
}

// A table whose last two columns are words that are replaced and words that replace them.
void read_table(const corpus::Provision& p, const TableMap& map, std::uint32_t table, Span rows,
                std::span<const Reference> references, std::uint32_t group,
                std::vector<Replacement>& out) {
  std::map<std::uint32_t, Column> columns;
  std::map<std::uint32_t, bool> row_numbers;
  const std::string_view text = p.text;
  for (std::size_t at = rows.begin; at < rows.end;) {
    const TableCell* cell = map.cell_at(at);
    if (cell == nullptr || cell->table != table) {
      ++at;
      continue;
    }
    columns[cell->column].rows[cell->row] = cell;
    row_numbers[cell->row] = true;
    at = std::max(at + 1, cell->span.end);
  }
  if (columns.size() < 2) return;
  const std::uint32_t last = columns.rbegin()->first;
  for (const auto& [row, unused] : row_numbers) {
    const auto to = columns[last].rows.find(row);
    if (to == columns[last].rows.end()) continue;
    const TableCell* from = cell_in(columns, last - 1, row);
    if (from == nullptr || words_of(*from, text).empty() || from->span.empty()) continue;
    Replacement r{.places = {},
                  .from = std::string(words_of(*from, text)),
                  .to = std::string(words_of(*to->second, text)),
                  .from_span = trimmed(*from, text),
                  .to_span = trimmed(*to->second, text),
                  .place = {},
                  .condition = {},
                  .group = group};
    if (last >= 2) {
      if (const TableCell* place = cell_in(columns, last - 2, row)) {
        r.place = trimmed(*place, text);
        for (const Reference& reference : references) {
          if (place->span.contains(reference.span)) {
            r.places.insert(r.places.end(), reference.targets.begin(), reference.targets.end());
          }
        }
      }
    }
    out.push_back(std::move(r));
  }
}

}  // namespace

std::vector<Replacement> find_replacements(std::string_view text,
                                           std::span<const Reference> references) {
  if (text.find("とある") == std::string_view::npos &&
      text.find("トアル") == std::string_view::npos) {
    return {};
  }
  return Reader(text, references).read();
}

std::vector<Replacement> find_replacements(const corpus::Provision& p,
                                           std::span<const Reference> references) {
  std::vector<Replacement> out = find_replacements(std::string_view(p.text), references);
  if (p.layout.empty() ||
      (p.text.find("字句") == std::string::npos && p.text.find("読み替") == std::string::npos &&
       p.text.find("読替え") == std::string::npos)) {
    return out;
  }
  const TableMap tables(p);
  std::uint32_t group = out.empty() ? 0 : out.back().group + 1;
  for (const TableMap::Replacement& r : tables.replacements()) {
    const TableCell* first = nullptr;
    for (std::size_t at = r.rows.begin; at < r.rows.end && first == nullptr; ++at) {
      first = tables.cell_at(at);
    }
    if (first == nullptr) continue;
    read_table(p, tables, first->table, r.rows, references, group++, out);
  }
  return out;
}

bool reads_in(const Replacement& pair, const corpus::Address& provision) {
  if (pair.places.empty()) return true;
  return std::any_of(pair.places.begin(), pair.places.end(), [&](const corpus::AddressRange& r) {
    corpus::Address first = r.first;
    first.part = corpus::Part::whole;
    if (first.contains(provision) || provision.contains(first)) return true;
    if (!r.last) return false;
    corpus::Address member = provision;
    if (member.path.size() < first.path.size()) return false;
    member.path.resize(first.path.size());
    return member.law_id == first.law_id && first < member && member <= *r.last;
  });
}

ReplacedText replace_words(std::string_view text, std::span<const Replacement> pairs) {
  ReplacedText out;
  std::vector<const Replacement*> by_length;
  for (const Replacement& pair : pairs) {
    if (!pair.from.empty()) by_length.push_back(&pair);
  }
  std::stable_sort(
      by_length.begin(), by_length.end(),
      [](const Replacement* a, const Replacement* b) { return a->from.size() > b->from.size(); });
  std::vector<bool> used(by_length.size(), false);
  for (std::size_t at = 0; at < text.size();) {
    std::size_t found = 0;
    while (found < by_length.size() && !text.substr(at).starts_with(by_length[found]->from)) {
      ++found;
    }
    if (found == by_length.size()) {
      out.text += text[at++];
      continue;
    }
    used[found] = true;
    const std::size_t begin = out.text.size();
    out.text += by_length[found]->to;
    if (out.text.size() > begin) out.generated.push_back({begin, out.text.size()});
    at += by_length[found]->from.size();
  }
  out.replaced = static_cast<std::size_t>(std::count(used.begin(), used.end(), true));
  return out;
}

}  // namespace citations
