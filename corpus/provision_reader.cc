// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/provision_reader.h"

#include <algorithm>
#include <array>
#include <limits>
#include <optional>

#include "corpus/numerals.h"
#include "corpus/provision_words.h"
#include "corpus/text.h"

namespace corpus {
namespace {

using enum SegmentKind;

// How a subitem is labelled: a list goes on at the level of its label.
enum class Label { none, iroha, number, roman, circled };

struct Step {
  Segment segment;
  int rank = 0;
  Label label = Label::none;
};

struct Place {
  std::vector<Step> steps;
  Part part = Part::whole;

  Address address() const {
    Address out;
    for (const Step& step : steps) out.path.push_back(step.segment);
    out.part = part;
    return out;
  }
};

bool is_no(char32_t c) { return c == U'の' || c == U'ノ'; }

class Reader {
 public:
  Reader(std::string_view text, const Registry& registry) : text_(text), registry_(registry) {}

  ReadProvisions read() {
    ReadProvisions out;
    Place last;
    while (true) {
      const std::size_t start = at_;
      auto place = read_place(last);
      if (!place) {
        at_ = start;
        break;
      }
      const std::size_t behind_first = at_;
      AddressRange range{place->address(), std::nullopt};
      last = *std::move(place);
      if (skip_any(kTo)) {
        if (auto end = read_place(last)) {
          range.last = end->address();
          last = *std::move(end);
          skip("まで");
        } else {
          at_ = behind_first;
        }
      }
      out.ranges.push_back(std::move(range));
      out.length = at_;
      if (!skip_any(kAnd)) break;
    }
    at_ = out.length;
    skip_spaces();
    if (at_ == text_.size() && !out.ranges.empty()) out.length = at_;
    return out;
  }

 private:
  std::string_view rest() const { return text_.substr(at_); }

  void skip_spaces() {
    for (std::size_t next = at_; at_ < text_.size() && is_space(next_code_point(text_, next));)
      at_ = next;
  }

  bool skip(std::string_view word) {
    const std::size_t before = at_;
    skip_spaces();
    if (rest().starts_with(word)) {
      at_ += word.size();
      return true;
    }
    at_ = before;
    return false;
  }

  template <std::size_t N>
  bool skip_any(const std::string_view (&words)[N]) {
    return std::any_of(std::begin(words), std::end(words),
                       [&](std::string_view word) { return skip(word); });
  }

  bool skip_no() {
    std::size_t next = at_;
    if (at_ == text_.size() || !is_no(next_code_point(text_, next))) return false;
    at_ = next;
    return true;
  }

  bool skip_bracket(char32_t half) {
    std::size_t next = at_;
    if (at_ == text_.size() || to_half_width(next_code_point(text_, next)) != half) return false;
    at_ = next;
    return true;
  }

  std::optional<std::uint16_t> number() {
    const auto read = read_number(rest());
    if (!read || read->value == 0 || read->value > std::numeric_limits<std::uint16_t>::max()) {
      return std::nullopt;
    }
    at_ += read->length;
    return static_cast<std::uint16_t>(read->value);
  }

  const ProvisionUnit* unit_at(std::size_t at) const {
    const auto* found = std::find_if(
        std::begin(kUnits), std::end(kUnits),
        [&](const ProvisionUnit& unit) { return text_.substr(at).starts_with(unit.name); });
    return found == std::end(kUnits) ? nullptr : found;
  }

  // の二の三. In 「5条の2項」 the 2 is no branch: a unit stands right behind it.
  void read_branches(Ordinal& ordinal, bool before_unit = false) {
    for (std::size_t depth = 1; depth < Ordinal::kDepth; ++depth) {
      const std::size_t before = at_;
      const auto branch = skip_no() ? number() : std::nullopt;
      if (!branch || (!before_unit && unit_at(at_) != nullptr)) {
        at_ = before;
        return;
      }
      ordinal.n[depth] = *branch;
    }
  }

  // 第百六十八条の二, 168条の2, 168の2条; the 3 of 「3〜5条」 has its unit behind the range.
  std::optional<Step> read_numbered() {
    skip("第");
    skip_spaces();
    const auto main = number();
    if (!main) return std::nullopt;
    Ordinal ordinal(*main);
    read_branches(ordinal, true);
    const ProvisionUnit* unit = unit_at(at_);
    if (unit != nullptr) {
      at_ += unit->name.size();
      read_branches(ordinal);
      if (unit->kind == item && skip("様式"))
        return Step{{.kind = form, .num = ordinal}, kLastRank};
    } else {
      const std::size_t here = at_;
      if (skip_any(kTo)) {
        skip("第");
        skip_spaces();
        if (number()) unit = unit_at(at_);
      }
      at_ = here;
    }
    if (unit == nullptr) return std::nullopt;
    return Step{{.kind = unit->kind, .num = ordinal}, unit->rank};
  }

  std::optional<Step> read_attachment() {
    for (const AttachmentWord& word : kAttachments) {
      if (!skip(word.text)) continue;
      Step step{{.kind = word.kind}, kLastRank};
      const std::size_t here = at_;
      skip("第");
      skip_spaces();
      if (const auto main = number()) {
        step.segment.num = Ordinal(*main);
        read_branches(step.segment.num, true);
        if (skip("号")) read_branches(step.segment.num);
        if (word.kind == appendix && skip("様式")) step.segment.kind = form;  // 別記第一号様式
      } else {
        at_ = here;
      }
      return step;
    }
    return std::nullopt;
  }

  // 附則, 附則（令和七年法律第四十三号）. A number without an id stands in brackets:
  // sup-[昭和五年内務・鉄道省令].
  std::optional<Step> read_suppl() {
    if (!skip("附則") && !skip("付則")) return std::nullopt;
    Step step{{.kind = suppl}, 0};
    const std::size_t here = at_;
    skip_spaces();
    if (!skip_bracket(U'(')) return step;
    const std::size_t begin = at_;
    std::size_t end = at_;
    while (end < text_.size()) {
      std::size_t next = end;
      if (to_half_width(next_code_point(text_, next)) == U')') break;
      end = next;
    }
    const std::string_view inside = text_.substr(begin, end - begin);
    const auto law = parse_law_number(inside);
    at_ = end;
    if (!law || !skip_bracket(U')')) {
      at_ = here;
      return step;
    }
    step.segment.amending_law =
        registry_.amending_law_id(inside).value_or('[' + to_string(*law) + ']');
    return step;
  }

  std::optional<Step> read_label() {
    skip_spaces();
    const auto step = [&](Label label,
                          const std::optional<ReadNumber>& read) -> std::optional<Step> {
      if (!read || read->value == 0 || read->value > 999) return std::nullopt;
      at_ += read->length;
      return Step{{.kind = subitem, .num = Ordinal(static_cast<std::uint16_t>(read->value))},
                  kSubitemRank,
                  label};
    };
    if (auto letter = step(Label::iroha, read_iroha(rest()))) return letter;
    if (auto letter = step(Label::circled, read_circled(rest()))) return letter;
    if (auto letter = step(Label::number, read_parenthesized_letter(rest()))) return letter;
    if (!skip_bracket(U'(')) return std::nullopt;
    auto inner = step(Label::number, read_number(rest()));
    if (!inner) inner = step(Label::iroha, read_iroha(rest()));
    if (!inner) inner = step(Label::roman, read_roman(rest()));
    if (!inner || !skip_bracket(U')')) return std::nullopt;
    return inner;
  }

  std::optional<Step> read_whole() {
    for (const AttachmentWord& word : kWholes) {
      if (skip(word.text)) return Step{{.kind = word.kind}, kLastRank};
    }
    return std::nullopt;
  }

  std::optional<Step> read_each() {
    if (rest().starts_with("各号列記")) return std::nullopt;
    if (!skip("各号")) return std::nullopt;
    return Step{{.kind = item, .each = true}, kItemRank};
  }

  std::optional<Step> read_step(bool may_be_label) {
    const std::size_t start = at_;
    using Production = std::optional<Step> (Reader::*)();
    constexpr std::array<Production, 5> kProductions = {
        &Reader::read_suppl, &Reader::read_attachment, &Reader::read_whole, &Reader::read_each,
        &Reader::read_numbered};
    for (const Production production : kProductions) {
      if (auto step = (this->*production)()) return step;
      at_ = start;
    }
    if (may_be_label) {
      if (auto step = read_label()) return step;
      at_ = start;
    }
    return std::nullopt;
  }

  Part read_part() {
    const std::size_t before = at_;
    skip_no();
    for (const PartWord& word : kParts) {
      if (skip(word.text)) return word.part;
    }
    at_ = before;
    return Part::whole;
  }

  // Items, labels and parts belong to a paragraph; every article has one.
  static void need_paragraph(Place& place) {
    if (place.steps.empty()) return;
    if (const int rank = place.steps.back().rank; rank == kArticleRank || rank == 0) {
      place.steps.push_back({{.kind = paragraph, .num = Ordinal(1)}, kParagraphRank});
    }
  }

  static void add(Place& place, Step step) {
    if (step.rank == kArticleRank) {
      std::erase_if(place.steps, [](const Step& s) { return s.rank > 0 && s.rank < kArticleRank; });
    }
    if (step.rank >= kItemRank && step.rank < kLastRank) need_paragraph(place);
    place.steps.push_back(std::move(step));
  }

  // What a further member of a list takes over from the one before.
  static Place above(const Place& before, const Step& step) {
    Place place;
    if (step.segment.kind == suppl || step.rank == kLastRank) return place;
    for (const Step& s : before.steps) {
      if (s.rank >= step.rank &&
          (step.rank < kSubitemRank || s.rank > kSubitemRank || s.label == step.label))
        break;
      place.steps.push_back(s);
    }
    return place;
  }

  // -1: nothing before it, 0: 附則.
  static bool may_stand_behind(int rank, const Step& step) {
    if (step.segment.kind == suppl) return rank < 0;
    if (step.rank == kLastRank) return rank <= 0;
    return step.rank > rank || (rank == kSubitemRank && step.rank == rank);
  }

  std::optional<Place> read_place(const Place& last) {
    const Place before =
        skip("本則") ? Place{} : last;  // 「本則第5条」: an article of the law itself
    std::optional<Place> place;
    while (true) {
      const std::size_t here = at_;
      const int rank = place ? place->steps.back().rank : -1;
      // Below an item ノ is a label, the 26th.
      if (place && (rank < kItemRank || rest().starts_with("の"))) skip_no();
      const bool goes_on =
          !place && !before.steps.empty() && before.steps.back().rank == kSubitemRank;
      auto step = read_step(goes_on || rank == kItemRank || rank == kSubitemRank);
      if (!step || !may_stand_behind(rank, *step)) {
        at_ = here;
        break;
      }
      if (!place) place = above(before, *step);
      add(*place, *std::move(step));
    }
    const std::size_t here = at_;
    if (const Part part = read_part(); part != Part::whole) {
      // 「5条1項本文及びただし書」: the second has no number of its own.
      if (!place && !before.steps.empty()) place = before;
      if (!place || place->steps.back().rank >= kLastRank) {
        at_ = here;
        return place;
      }
      need_paragraph(*place);
      place->part = part;
    }
    return place;
  }

  std::string_view text_;
  const Registry& registry_;
  std::size_t at_ = 0;
};

}  // namespace

ReadProvisions read_provisions(std::string_view text, const Registry& registry) {
  return Reader(text, registry).read();
}

}  // namespace corpus
