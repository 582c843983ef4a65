// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/law_names.h"

#include <algorithm>
#include <numeric>

#include "corpus/name_fold.h"
#include "corpus/text.h"

namespace corpus {
namespace {

constexpr std::size_t kBmp = 0x10000;

// The first four letters in one number, to sort by.
std::uint64_t head_of(std::u32string_view name) {
  std::uint64_t head = 0;
  for (std::size_t i = 0; i < 4; ++i) {
    const char32_t c = i < name.size() ? name[i] : 0;
    head = head << 16 | std::min<char32_t>(c, kBmp - 1);
  }
  return head;
}

std::size_t common_prefix(std::u32string_view a, std::u32string_view b) {
  const auto ends = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
  return static_cast<std::size_t>(ends.first - a.begin());
}

}  // namespace

LawNames::LawNames(const std::vector<LawName>& names) : nodes_(1), by_first_letter_(kBmp, 0) {
  struct Folded {
    std::uint64_t head;
    std::u32string_view letters;
    std::uint32_t name;
  };
  std::size_t bytes = 0;
  for (const LawName& name : names) bytes += name.text.size();
  std::u32string all;  // never more letters than bytes, so that views stay
  all.reserve(bytes);
  std::vector<Folded> sorted;
  sorted.reserve(names.size());
  for (std::uint32_t i = 0; i < names.size(); ++i) {
    const std::size_t begin = all.size();
    NameLetters letters(names[i].text, 0);
    while (const char32_t letter = letters.next()) all += letter;
    const std::u32string_view folded(all.data() + begin, all.size() - begin);
    if (folded.size() >= 2) sorted.push_back({head_of(folded), folded, i});
  }
  std::sort(sorted.begin(), sorted.end(), [](const Folded& a, const Folded& b) {
    if (a.head != b.head) return a.head < b.head;
    const int letters = a.letters.compare(b.letters);
    return letters != 0 ? letters < 0 : a.name < b.name;
  });
  names_.reserve(sorted.size());
  for (const Folded& f : sorted)
    names_.push_back({names[f.name].law, names[f.name].scope, names[f.name].kind});

  // Nodes still to be given children: the sorted names [begin, end) share their first `depth`
  // letters.
  struct Open {
    std::uint32_t node;
    std::size_t begin, end, depth;
  };
  std::vector<Open> open{{0, 0, sorted.size(), 0}};
  for (std::size_t next = 0; next < open.size(); ++next) {
    auto [node, begin, end, depth] = open[next];
    const auto name = [&](std::size_t i) { return sorted[i].letters; };
    nodes_[node].first_name = static_cast<std::uint32_t>(begin);
    while (begin < end && name(begin).size() == depth) ++begin;
    nodes_[node].names = static_cast<std::uint32_t>(begin) - nodes_[node].first_name;
    nodes_[node].first_child = static_cast<std::uint32_t>(nodes_.size());
    while (begin < end) {
      std::size_t same = begin;
      while (same < end && name(same)[depth] == name(begin)[depth]) ++same;
      const std::size_t length = common_prefix(name(begin), name(same - 1));
      Node made;
      made.label = static_cast<std::uint32_t>(labels_.size());
      made.label_length = static_cast<std::uint32_t>(length - depth);
      labels_.append(name(begin).substr(depth, length - depth));
      open.push_back({static_cast<std::uint32_t>(nodes_.size()), begin, same, length});
      nodes_.push_back(made);
      ++nodes_[node].children;
      begin = same;
    }
  }
  for (std::uint32_t i = 0; i < nodes_[0].children; ++i) {
    const char32_t letter = labels_[nodes_[nodes_[0].first_child + i].label];
    if (letter < kBmp) by_first_letter_[letter] = nodes_[0].first_child + i;
  }
}

const LawNames::Node* LawNames::child(const Node& node, char32_t letter) const {
  const auto begin = nodes_.begin() + node.first_child;
  const auto end = begin + node.children;
  const auto found = std::lower_bound(begin, end, letter, [&](const Node& n, char32_t wanted) {
    return labels_[n.label] < wanted;
  });
  return found != end && labels_[found->label] == letter ? &*found : nullptr;
}

bool LawNames::in_scope(const Node& node, std::uint32_t scope) const {
  const auto begin = names_.begin() + node.first_name;
  return std::any_of(begin, begin + node.names,
                     [&](const Target& t) { return t.scope == 0 || t.scope == scope; });
}

NameMatch LawNames::match(const Node& node, std::uint32_t scope) const {
  const auto begin = names_.begin() + node.first_name;
  const auto end = begin + node.names;
  // The document's own names before those of everywhere, then by kind.
  const auto rank = [](const Target& t) { return std::pair(t.scope == 0, t.kind); };
  const auto best = std::min_element(begin, end, [&](const Target& a, const Target& b) {
    const auto out_of_scope = [&](const Target& t) { return t.scope != 0 && t.scope != scope; };
    return std::pair(out_of_scope(a), rank(a)) < std::pair(out_of_scope(b), rank(b));
  });
  NameMatch match;
  match.kind = best->kind;
  for (auto it = begin; it != end; ++it) {
    if (it->scope != best->scope || it->kind != best->kind) continue;
    if (std::find(match.laws.begin(), match.laws.end(), it->law) == match.laws.end()) {
      match.laws.push_back(it->law);
    }
  }
  return match;
}

std::optional<NameMatch> LawNames::longest_at(std::string_view text, std::size_t offset,
                                              std::uint32_t scope) const {
  std::size_t behind = offset;
  if (offset >= text.size() || is_passed_over_in_names(next_code_point(text, behind))) {
    return std::nullopt;
  }
  NameLetters letters(text, offset);
  char32_t letter = letters.next();
  const Node* node = nullptr;
  if (letter < kBmp) {
    const std::uint32_t first = by_first_letter_[letter];
    if (first == 0) return std::nullopt;
    node = &nodes_[first];
  } else {
    node = child(nodes_[0], letter);
  }
  const Node* best = nullptr;
  std::size_t best_end = offset;
  while (node != nullptr) {
    const std::u32string_view label(labels_.data() + node->label, node->label_length);
    for (const char32_t wanted : label.substr(1)) {
      letter = letters.next();
      if (letter != wanted) {
        node = nullptr;
        break;
      }
    }
    if (node == nullptr) break;
    if (node->names > 0 && in_scope(*node, scope)) {
      best = node;
      best_end = letters.position();
    }
    letter = letters.next();
    node = letter == 0 ? nullptr : child(*node, letter);
  }
  if (best == nullptr) return std::nullopt;
  NameMatch found = match(*best, scope);
  found.length = best_end - offset;
  return found;
}

}  // namespace corpus
