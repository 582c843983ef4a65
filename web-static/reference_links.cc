// SPDX-License-Identifier: GPL-2.0-or-later
#include "web-static/reference_links.h"

#include <algorithm>
#include <array>
#include <optional>

#include "corpus/address_text.h"
#include "web-static/html.h"

namespace web {
namespace {

using citations::ReferenceRecord;
using corpus::Span;

struct StatusWords {
  std::string_view status;
  std::string_view css_class;
  std::string_view words;
};

// The words site.css prints behind such a reference are shorter; these are its title.
constexpr std::array<StatusWords, 6> kStatuses = {
    {{"resolved", "ref", ""},
     {"not_in_force", "ref future", "未施行"},
     {"outside", "ref outside", "このサイトに本文なし（e-Govを開く）"},
     {"repealed", "ref repealed", "削除・廃止"},
     {"unknown_law", "ref unknown", "法令を特定できない引用"},
     {"unresolved", "ref broken", "たどれない引用"}}};

const StatusWords& words_of(std::string_view status) {
  const auto* row = std::find_if(kStatuses.begin(), kStatuses.end(),
                                 [&](const StatusWords& s) { return s.status == status; });
  return row == kStatuses.end() ? kStatuses.back() : *row;
}

// Byte offsets of many code points of one text, asked for in rising order.
class ByteOffsets {
 public:
  explicit ByteOffsets(std::string_view text) : text_(text) {}
  std::size_t of(std::size_t code_point) {
    if (code_point < count_) count_ = at_ = 0;
    while (count_ < code_point && at_ < text_.size()) {
      corpus::next_code_point(text_, at_);
      ++count_;
    }
    return at_;
  }

 private:
  std::string_view text_;
  std::size_t count_ = 0;
  std::size_t at_ = 0;
};

std::string title_of_law(const std::string& id, const LinkContext& context) {
  if (const auto law = context.map.find(id)) return context.map.laws()[*law].title;
  return context.title_of ? context.title_of(id) : std::string{};
}

std::string name_of(const corpus::AddressRange& range, const LinkContext& context) {
  const std::string& id = range.first.law_id;
  const bool own = id == context.law_id && !range.first.is_law();
  return to_japanese(range, corpus::NumberStyle::kanji,
                     own ? std::string{} : title_of_law(id, context));
}

std::string title_for(const ReferenceRecord& record, const StatusWords& words,
                      const std::vector<corpus::AddressRange>& targets,
                      const LinkContext& context) {
  std::string title(words.words);
  const bool several =
      targets.size() > 1 ||
      (targets.size() == 1 &&
       (targets.front().last.has_value() ||
        (!targets.front().first.path.empty() && targets.front().first.path.back().each)));
  if (!title.empty() || several) {
    std::string names;
    for (const auto& target : targets) {
      if (!names.empty()) names += "、";
      names += name_of(target, context);
    }
    if (!names.empty()) title += (title.empty() ? "" : "：") + names;
  }
  if (!record.reason.empty() && !words.words.empty()) title += "。" + record.reason;
  return title;
}

Element element_of(const ReferenceRecord& record, const LinkContext& context) {
  const StatusWords* words = &words_of(record.status);
  std::vector<corpus::AddressRange> targets;
  for (const std::string& target : record.targets) {
    if (auto range = corpus::parse_address_range(target)) targets.push_back(std::move(*range));
  }
  std::string href;
  if (!targets.empty()) {
    const auto place = context.map.link_to(targets.front().first);
    const bool whole_only = place && place->anchor.empty() && !targets.front().first.is_law();
    if ((record.status == "resolved" || record.status == "repealed") && place && !whole_only) {
      href = href_of(*place, context);
    } else if (record.status == "outside" || (record.status == "resolved" && !place)) {
      const std::string& id = targets.front().first.law_id;
      if (corpus::parse_address(id)) href = "https://laws.e-gov.go.jp/law/" + percent_encoded(id);
      words = &words_of("outside");
    }
  }
  if (href.empty() && record.status == "resolved") words = &words_of("unresolved");
  std::vector<std::pair<std::string, std::string>> attributes{
      {"class", std::string(words->css_class)}};
  if (!href.empty()) attributes.emplace_back("href", href);
  if (auto title = title_for(record, *words, targets, context); !title.empty())
    attributes.emplace_back("title", std::move(title));
  return {href.empty() ? "span" : "a", std::move(attributes)};
}

}  // namespace

std::string href_of(const PlaceOnSite& place, const LinkContext& context) {
  const std::string fragment =
      place.anchor.empty() ? std::string{} : '#' + percent_encoded(place.anchor);
  const std::string& id = context.map.laws()[place.law].id;
  if (id == context.law_id) return fragment.empty() ? "#main" : fragment;
  return std::string(context.laws) + id + "/index.html" + fragment;
}

std::string_view name_of_status(std::string_view status) { return words_of(status).words; }

std::vector<Annotation> links_of_references(std::string_view text,
                                            const std::vector<ReferenceRecord>& records,
                                            const LinkContext& context) {
  return lay_over(text, records, [&](const ReferenceRecord& r) { return element_of(r, context); });
}

std::vector<Annotation> lay_over(std::string_view text, const std::vector<ReferenceRecord>& records,
                                 const std::function<Element(const ReferenceRecord&)>& element_of) {
  ByteOffsets offsets(text);
  std::vector<Span> spans;
  for (const ReferenceRecord& r : records) {
    const std::size_t begin = offsets.of(r.span.begin);
    spans.push_back({begin, offsets.of(r.span.end)});
  }
  std::vector<Annotation> out;
  for (std::size_t i = 0; i < records.size(); ++i) {
    if (spans[i].empty()) continue;
    auto [tag, attributes] = element_of(records[i]);
    std::size_t at = spans[i].begin;
    const auto piece = [&](std::size_t end) {
      // A lone bracket between two references is not worth a link; a lone イ is one.
      if (end > at + 3 || Span{at, end} == spans[i]) out.push_back({{at, end}, tag, attributes, {}});
    };
    for (std::size_t k = i + 1; k < records.size() && spans[k].begin < spans[i].end; ++k) {
      if (!spans[i].contains(spans[k]) || spans[k] == spans[i] || spans[k].begin < at) continue;
      piece(spans[k].begin);
      at = spans[k].end;
    }
    piece(spans[i].end);
  }
  return out;
}

}  // namespace web
