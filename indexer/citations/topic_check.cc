// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/citations/topic_check.h"

#include <algorithm>

#include "corpus/law_names.h"
#include "corpus/text_scan.h"

namespace citations {
namespace {

using corpus::SegmentKind;

constexpr std::size_t kShortestKey = 4;  // letters; 目的 and 届出 name half of all articles
constexpr std::size_t kShortestCaption = 3;
constexpr std::size_t kWindow = 150;  // bytes before a citation

// Between the topic and the citation: 「通信の秘密」については第二条の二.
constexpr std::string_view kLeadsTo[] = {
    "については", "についても", "について", "に関する", "を定める", "を定めた", "を定めている",
    "を規定する", "を規定した", "の規定は", "の規定＝", "（",       "(",        "：",
    ":",          "＝",         "="};

// What a heading says is done, and the captions of articles that provide for it. Not for words that
// half of all articles could stand under.
struct Subject {
  std::string_view words;
  std::vector<std::string_view> captions;
};
const std::vector<Subject> kSubjects = {
    {"業務の追加", {"業務の範囲"}},
    {"業務の拡大", {"業務の範囲"}},
    {"所掌事務の追加", {"所掌事務"}},
    {"事務の追加", {"業務の範囲", "所掌事務"}},
};

std::string_view without_brackets(std::string_view caption) {
  if (caption.starts_with("（")) caption.remove_prefix(3);
  if (caption.ends_with("）")) caption.remove_suffix(3);
  return caption;
}

// 通信の秘密の尊重 -> 通信の秘密; 商号の保護等 -> 商号の保護
std::string key_of(std::string_view caption) {
  if (caption.ends_with("等")) caption.remove_suffix(3);
  const std::size_t last = caption.rfind("の");
  if (last != caption.npos && corpus::count_code_points(caption.substr(0, last)) >= kShortestKey)
    caption = caption.substr(0, last);
  return std::string(caption);
}

std::string_view strip_quotes(std::string_view words) {
  while (true) {
    const auto quote = corpus::ends_with_any(words, {"」", "』", "”", "\"", " ", "\u3000"});
    if (!quote) return words;
    words.remove_suffix(quote->size());
  }
}

std::uint16_t paragraph_of(const corpus::Address& address) {
  for (const corpus::Segment& s : address.path) {
    if (s.kind == SegmentKind::paragraph) return s.num.n[0];
  }
  return 0;
}

const corpus::Segment* article_of(const corpus::Address& address) {
  if (address.path.empty() || address.path.front().kind == SegmentKind::suppl) return nullptr;
  const auto found =
      std::find_if(address.path.begin(), address.path.end(),
                   [](const corpus::Segment& s) { return s.kind == SegmentKind::article; });
  return found == address.path.end() ? nullptr : &*found;
}

}  // namespace

bool is_easily_mistaken(const corpus::Address& cited, const corpus::Segment& article) {
  const corpus::Segment* own = article_of(cited);
  if (own == nullptr || own->num == article.num) return false;
  const auto& a = own->num.n;
  const auto& b = article.num.n;
  if (a[0] == b[0]) return a[1] != b[1] && (b[1] == 0 || b[1] == paragraph_of(cited) || a[1] != 0);
  if (a[1] != 0 || b[1] != 0) return false;
  const std::string x = std::to_string(a[0]), y = std::to_string(b[0]);
  if (a[0] + 1 == b[0] || b[0] + 1 == a[0]) return true;
  if (x.size() != y.size() || x.size() < 2) return false;
  std::string turned(x.rbegin(), x.rend());
  int different = 0;
  for (std::size_t i = 0; i < x.size(); ++i) different += x[i] != y[i] ? 1 : 0;
  return different == 1 || turned == y;
}

LawTopics::LawTopics(const corpus::Law& law) : law_(&law) {
  for (std::size_t i = 0; i < law.provisions.size(); ++i) {
    const corpus::Provision& p = law.provisions[i];
    if (p.segment.kind != SegmentKind::article || p.caption.empty() || p.deleted) continue;
    if (law.ancestor(i, SegmentKind::suppl)) continue;
    const std::string_view caption = without_brackets(p.caption);
    topics_.push_back(
        {p.segment, std::string(caption), corpus::fold_name(caption), key_of(caption)});
  }
}

// Does the article cited, or its caption, speak of these words?
bool LawTopics::is_about(const corpus::Address& cited, std::string_view words) const {
  const corpus::Segment* article = article_of(cited);
  if (article == nullptr) return true;
  const auto found = law_->find({*article});
  if (!found || caption_of(*article).find(words) != std::string_view::npos) return true;
  for (std::size_t i = *found; i < law_->provisions[*found].end; ++i) {
    if (law_->provisions[i].text.find(words) != std::string::npos) return true;
  }
  return false;
}

const LawTopics::Topic* LawTopics::by_bracket(std::string_view inside,
                                              const corpus::Address& cited) const {
  const std::u32string words = corpus::fold_name(without_brackets(inside));
  if (words.size() < kShortestCaption) return nullptr;
  const auto same = [&](const Topic& t) { return t.folded == words; };
  if (std::count_if(topics_.begin(), topics_.end(), same) != 1) return nullptr;
  const auto found = std::find_if(topics_.begin(), topics_.end(), same);
  const corpus::Segment* article = article_of(cited);
  if (article == nullptr || found->article.num == article->num) return nullptr;
  return is_about(cited, found->key) ? nullptr : &*found;
}

const LawTopics::Topic* LawTopics::by_words_before(std::string_view words,
                                                   const corpus::Address& cited) const {
  for (const std::string_view lead : kLeadsTo) {
    if (!words.ends_with(lead)) continue;
    const std::string_view head = strip_quotes(words.substr(0, words.size() - lead.size()));
    const Topic* best = nullptr;
    for (const Topic& topic : topics_) {
      if (corpus::count_code_points(topic.key) < kShortestKey) continue;
      // At the very end, or a few letters before it: 「通信の秘密の自由」.
      const std::size_t at = head.rfind(topic.key);
      if (at == head.npos) continue;
      if (corpus::count_code_points(head.substr(at + topic.key.size())) > kShortestKey) continue;
      if (!is_easily_mistaken(cited, topic.article)) continue;
      if (best == nullptr || best->key.size() < topic.key.size()) best = &topic;
    }
    if (best == nullptr) return nullptr;
    return is_about(cited, best->key) ? nullptr : best;
  }
  return nullptr;
}

std::string_view LawTopics::caption_of(const corpus::Segment& article) const {
  const auto found = law_->find({article});
  // An article without a caption shares the one before it.
  for (std::size_t i = found ? *found + 1 : 0; i-- > 0;) {
    const corpus::Provision& p = law_->provisions[i];
    if (p.segment.kind == SegmentKind::article && !p.caption.empty())
      return without_brackets(p.caption);
  }
  return {};
}

const LawTopics::Topic* LawTopics::by_subject(std::string_view words,
                                              const corpus::Address& cited) const {
  const corpus::Segment* article = article_of(cited);
  const auto open = corpus::ends_with_any(words, {"（", "("});
  if (article == nullptr || !open) return nullptr;
  words.remove_suffix(open->size());
  for (const Subject& subject : kSubjects) {
    if (!words.ends_with(subject.words)) continue;
    const auto provides = [&](std::string_view caption) {
      return std::any_of(subject.captions.begin(), subject.captions.end(),
                         [&](std::string_view c) { return caption.starts_with(c); });
    };
    if (provides(caption_of(*article))) return nullptr;
    const auto fits = [&](const Topic& t) { return provides(t.caption); };
    if (std::count_if(topics_.begin(), topics_.end(), fits) != 1) return nullptr;
    return &*std::find_if(topics_.begin(), topics_.end(), fits);
  }
  return nullptr;
}

const LawTopics::Topic* LawTopics::other_topic(std::string_view text, corpus::Span span,
                                               const corpus::Address& cited,
                                               std::size_t before) const {
  const std::string_view behind = text.substr(span.end);
  for (const auto& [open, close] : {std::pair<std::string_view, std::string_view>{"（", "）"},
                                    std::pair<std::string_view, std::string_view>{"(", ")"}}) {
    if (!behind.starts_with(open)) continue;
    const std::size_t end = behind.substr(0, kWindow).find(close);
    if (end == std::string_view::npos) break;
    if (const Topic* t = by_bracket(behind.substr(open.size(), end - open.size()), cited)) return t;
  }
  std::size_t begin = std::max(before, span.begin > kWindow ? span.begin - kWindow : 0);
  while (begin < span.begin && (static_cast<unsigned char>(text[begin]) & 0xC0) == 0x80) ++begin;
  if (begin > span.begin) return nullptr;
  const std::string_view words = text.substr(begin, span.begin - begin);
  if (const Topic* t = by_subject(words, cited)) return t;
  return by_words_before(words, cited);
}

}  // namespace citations
