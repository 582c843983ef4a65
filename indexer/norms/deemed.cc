// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/norms/deemed.h"

#include <algorithm>

#include "indexer/norms/penalty_text.h"

namespace norms {
namespace {

using corpus::Address;
using corpus::AddressRange;
using corpus::Law;

struct Hit {
  std::size_t begin = 0;
  std::size_t end = 0;
};

// The first spelling of that role at or behind `from`; of several that begin there the longest.
std::optional<Hit> find_role(std::string_view text, DeemedRole role, std::size_t from = 0) {
  std::optional<Hit> best;
  for (const DeemedRule& rule : deemed_rules()) {
    if (rule.role != role) continue;
    for (const std::string_view s : rule.spellings) {
      const std::size_t at = text.find(s, from);
      if (at == std::string_view::npos) continue;
      if (!best || at < best->begin || (at == best->begin && at + s.size() > best->end)) {
        best = Hit{at, at + s.size()};
      }
    }
  }
  return best;
}

std::size_t ends_with_role(std::string_view text, DeemedRole role) {
  std::size_t longest = 0;
  for (const DeemedRule& rule : deemed_rules()) {
    if (rule.role != role) continue;
    for (const std::string_view s : rule.spellings) {
      if (text.ends_with(s)) longest = std::max(longest, s.size());
    }
  }
  return longest;
}

std::span<const citations::Reference> references_of(const std::vector<citations::Reference>& all,
                                                    std::uint32_t from) {
  const auto [begin, end] = std::equal_range(
      all.begin(), all.end(), citations::Reference{.from = from},
      [](const citations::Reference& a, const citations::Reference& b) { return a.from < b.from; });
  return {begin, end};
}

bool is_join(std::string_view between) {
  for (const std::string_view word : {"又は", "若しくは", "及び", "並びに", "、", "の規定"}) {
    while (between.starts_with(word)) between.remove_prefix(word.size());
  }
  return between.empty();
}

class DeemedReader {
 public:
  DeemedReader(const Law& law, const std::vector<citations::Reference>& references)
      : law_(law), references_(references) {}

  std::vector<DeemedNorm> read() {
    for (std::uint32_t i = 0; i < law_.provisions.size(); ++i) {
      const std::string& text = law_.provisions[i].text;
      if (text.find("適用") == std::string::npos && text.find("準用す") == std::string::npos)
        continue;
      read_provision(i);
    }
    return std::move(out_);
  }

 private:
  void read_provision(std::uint32_t i) {
    const auto references = references_of(references_, i);
    const std::vector<citations::Replacement> pairs =
        citations::find_replacements(law_.provisions[i], references);
    CarriedBrackets carried;
    const auto sentences = plain_sentences(law_, i, references, carried);
    std::optional<std::size_t> last;  // what 「この場合において」 goes on with
    for (const PlainSentence& s : sentences) {
      const std::size_t begin = s.origin.front();
      const std::size_t end = s.origin.back();
      std::vector<citations::Replacement> mine;
      for (const citations::Replacement& r : pairs) {
        if (begin <= r.from_span.begin && r.from_span.begin < end) mine.push_back(r);
      }
      if (s.text.starts_with("この場合に") && last && !mine.empty()) {
        auto& to = out_[*last].pairs;
        to.insert(to.end(), mine.begin(), mine.end());
        continue;
      }
      last.reset();
      if (auto norm = read_sentence(s, i, mine)) {
        norm->pairs = std::move(mine);
        norm->basis = law_.address(i);
        last = out_.size();
        out_.push_back(std::move(*norm));
      }
    }
  }

  std::optional<DeemedNorm> read_sentence(const PlainSentence& s, std::uint32_t i,
                                          const std::vector<citations::Replacement>& pairs) const {
    if (const auto hit = find_role(s.text, DeemedRole::application); hit && !pairs.empty()) {
      DeemedNorm norm{
          .kind = DeemedKind::replaced, .basis = {}, .targets = {}, .condition = {}, .pairs = {}};
      const std::size_t head = targets_before(s, hit->begin, norm.targets);
      if (norm.targets.empty()) return std::nullopt;
      std::size_t end = head;
      end -= ends_with_role(std::string_view(s.text).substr(0, end), DeemedRole::for_whom);
      norm.condition = source(s, i, 0, end);
      return norm;
    }
    const auto applied = find_role(s.text, DeemedRole::is_applied);
    if (!applied) return std::nullopt;
    DeemedNorm norm{
        .kind = DeemedKind::applied, .basis = {}, .targets = {}, .condition = {}, .pairs = {}};
    const std::string_view verb = std::string_view(s.text).substr(applied->begin);
    if (verb.starts_with("を準用")) {
      std::size_t head = targets_before(s, applied->begin, norm.targets);
      if (norm.targets.empty()) return std::nullopt;
      head -= ends_with_role(std::string_view(s.text).substr(0, head), DeemedRole::for_whom);
      norm.condition = source(s, i, 0, head);
      return norm;
    }
    for (auto topic = find_role(s.text, DeemedRole::topic); topic && topic->begin < applied->begin;
         topic = find_role(s.text, DeemedRole::topic, topic->end)) {
      targets_before(s, topic->begin, norm.targets);
      if (norm.targets.empty()) continue;
      norm.condition = source(s, i, topic->end, applied->begin);
      return norm;
    }
    return std::nullopt;
  }

  // The list of pointers that ends at `end` (perhaps with の規定 behind it); where it begins.
  std::size_t targets_before(const PlainSentence& s, std::size_t end,
                             std::vector<AddressRange>& targets) const {
    std::size_t at = end;
    std::size_t mark = static_cast<std::size_t>(
        std::count(s.text.begin(), s.text.begin() + static_cast<long>(end), kPointer));
    while (mark > 0 && at > 0) {
      const std::size_t pointer = s.text.rfind(kPointer, at - 1);
      if (pointer == std::string::npos) break;
      if (!is_join(std::string_view(s.text).substr(pointer + 1, at - pointer - 1))) break;
      const auto& found = s.marks[--mark].reference->targets;
      targets.insert(targets.begin(), found.begin(), found.end());
      at = pointer;
    }
    std::erase_if(targets, [](const AddressRange& r) { return r.first.path.empty(); });
    return at;
  }

  std::string source(const PlainSentence& s, std::uint32_t i, std::size_t begin,
                     std::size_t end) const {
    if (begin >= end) return {};
    const std::string_view text = law_.provisions[i].text;
    return std::string(corpus::trim(text.substr(s.origin[begin], s.origin[end] - s.origin[begin])));
  }

  const Law& law_;
  const std::vector<citations::Reference>& references_;
  std::vector<DeemedNorm> out_;
};

}  // namespace

std::string_view to_string(DeemedKind kind) {
  return kind == DeemedKind::replaced ? "読替え" : "準用";
}

std::vector<DeemedNorm> find_deemed(const Law& law,
                                    const std::vector<citations::Reference>& references) {
  return DeemedReader(law, references).read();
}

std::optional<citations::ReplacedText> read_as(const DeemedNorm& norm, const Law& law,
                                               const Address& provision) {
  const bool reached = std::any_of(
      norm.targets.begin(), norm.targets.end(),
      [&](const auto& target) { return citations::reads_in({.places = {target}}, provision); });
  const auto at = law.find(provision.path);
  if (!reached || !at || law.id != provision.law_id) return std::nullopt;
  std::vector<citations::Replacement> pairs;
  for (const citations::Replacement& r : norm.pairs) {
    if (citations::reads_in(r, provision)) pairs.push_back(r);
  }
  return citations::replace_words(law.provisions[*at].text, pairs);
}

}  // namespace norms
