// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/norms/penalty_text.h"

#include <algorithm>

#include "corpus/text_scan.h"
#include "indexer/norms/penalty_rules.h"

namespace norms {
namespace {

using corpus::Address;
using corpus::Law;
using corpus::SegmentKind;
using corpus::Span;

constexpr std::string_view kOpen = "（";
constexpr std::string_view kClose = "）";
constexpr int kDeepest = 8;  // brackets; what is deeper is not read

bool has(std::string_view text, std::string_view word) {
  return text.find(word) != std::string_view::npos;
}

bool has_role(std::string_view text, PenaltyRole role) {
  for (const PenaltyRule& rule : penalty_rules()) {
    if (rule.role != role) continue;
    for (const std::string_view s : rule.spellings) {
      if (has(text, s)) return true;
    }
  }
  return false;
}

// Behind the bracket that opens at `at`; the end of the text when it is never closed.
std::size_t behind_bracket(std::string_view text, std::size_t at) {
  int depth = 0;
  while (at < text.size()) {
    if (text.substr(at).starts_with(kOpen)) {
      ++depth;
    } else if (text.substr(at).starts_with(kClose) && --depth == 0) {
      return at + kClose.size();
    }
    ++at;
    while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) ++at;
  }
  return text.size();
}

int depth_at(std::string_view head) {
  int depth = 0;
  for (std::size_t at = 0; at < head.size(); ++at) {
    if (head.substr(at).starts_with(kOpen)) ++depth;
    if (head.substr(at).starts_with(kClose)) --depth;
  }
  return depth;
}

std::string without_brackets(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    if (text.substr(at).starts_with(kOpen)) {
      at = behind_bracket(text, at);
    } else {
      out += text[at++];
    }
  }
  return out;
}

Address whole(Address address) {
  address.part = corpus::Part::whole;
  address.revision.clear();
  return address;
}

void add_unique(std::vector<Address>& to, const std::vector<Address>& more) {
  for (const Address& a : more) {
    if (std::find(to.begin(), to.end(), a) == to.end()) to.push_back(a);
  }
}

class PlainReader {
 public:
  PlainReader(const Law& law, std::uint32_t provision,
              std::span<const citations::Reference> references, CarriedBrackets& carried)
      : law_(law),
        provision_(provision),
        references_(references),
        carried_(carried),
        text_(law.provisions[provision].text),
        folded_(fold_kana(text_)) {}

  std::vector<PlainSentence> read() {
    std::size_t next = 0;  // reference
    for (std::size_t at = 0; at < text_.size();) {
      while (next < references_.size() && references_[next].span.begin < at) ++next;
      if (next < references_.size() && references_[next].span.begin == at &&
          references_[next].span.end > at) {
        at = pointer(references_[next]);
      } else if (text_.substr(at).starts_with(kOpen)) {
        at = bracket(at);
      } else if (text_.substr(at).starts_with("「")) {
        const std::size_t close = text_.find("」", at);
        at = close == std::string_view::npos ? at + 3 : close + 3;
      } else {
        const bool ends = text_.substr(at).starts_with("。");
        append(at);
        ++at;
        while (at < text_.size() && (static_cast<unsigned char>(text_[at]) & 0xC0) == 0x80) {
          append(at++);
        }
        if (ends) close_sentence(at);
      }
    }
    close_sentence(text_.size());
    return std::move(out_);
  }

 private:
  void append(std::size_t at) {
    now_.text += folded_[at];
    now_.origin.push_back(static_cast<std::uint32_t>(at));
  }

  void close_sentence(std::size_t at) {
    now_.origin.push_back(static_cast<std::uint32_t>(at));
    if (!now_.text.empty()) out_.push_back(std::move(now_));
    now_ = {};
  }

  std::size_t pointer(const citations::Reference& r) {
    now_.text += kPointer;
    now_.origin.push_back(static_cast<std::uint32_t>(r.span.begin));
    PointerMark mark{.reference = &r, .applied = {}, .only = {}, .except = {}};
    for (const auto& target : r.targets) {
      add_unique(mark.applied, carried_.of(whole(target.first), provision_));
    }
    now_.marks.push_back(std::move(mark));
    // A bracket inside the pointer: 第五条（…において準用する場合を含む。）第一項.
    const std::string_view words = text_.substr(r.span.begin, r.span.size());
    const std::size_t open = words.find(kOpen);
    if (open != std::string_view::npos) read_bracket(r.span.begin + open, now_.marks.back());
    return r.span.end;
  }

  std::size_t bracket(std::size_t at) {
    if (!now_.text.empty() && now_.text.back() == kPointer) {
      read_bracket(at, now_.marks.back());
    }
    return behind_bracket(text_, at);
  }

  // What a bracket right behind a pointer adds to it, or takes away.
  void read_bracket(std::size_t at, PointerMark& mark) {
    const Span inside{at + kOpen.size(), behind_bracket(text_, at) - kClose.size()};
    if (inside.begin >= inside.end) return;
    const std::string_view words = std::string_view(folded_).substr(inside.begin, inside.size());
    if (has_role(words, PenaltyRole::includes) && has(words, "含")) {
      std::vector<Address> applied = applied_in(inside, 0);
      if (mark.reference != nullptr && !mark.reference->targets.empty()) {
        carry(words, mark.reference->targets.front().first, applied);
      }
      add_unique(mark.applied, applied);
      return;
    }
    const std::string outer = without_brackets(words);
    const bool limits = has(outer, "に限る");
    // 「…の規定による命令に違反した場合を除く」 takes away less than a provision.
    if ((!limits && !has(outer, "を除")) || has(outer, "場合")) return;
    auto& list = limits ? mark.only : mark.except;
    const std::size_t before = list.size();
    for (const citations::Reference& r : references_) {
      if (!inside.contains(r.span)) continue;
      const std::string_view head = text_.substr(inside.begin, r.span.begin - inside.begin);
      if (depth_at(head) > 0) continue;
      list.insert(list.end(), r.targets.begin(), r.targets.end());
    }
    if (limits || list.size() == before || has(outer, "部分")) mark.partly = true;
  }

  // All that brackets in brackets name as applying.
  std::vector<Address> applied_in(Span inside, int depth) {
    std::vector<Address> out;
    if (depth > kDeepest) return out;
    const citations::Reference* last = nullptr;
    std::size_t next = 0;
    for (std::size_t at = inside.begin; at < inside.end;) {
      while (next < references_.size() && references_[next].span.begin < at) ++next;
      if (next < references_.size() && references_[next].span.begin == at) {
        last = &references_[next];
        at = std::max(at + 1, last->span.end);
        if (!names_content(at)) {
          for (const auto& target : last->targets) {
            add_unique(out, {whole(target.first)});
            add_unique(out, carried_.of(whole(target.first), provision_));
          }
        }
      } else if (text_.substr(at).starts_with(kOpen)) {
        const std::size_t end = std::min(behind_bracket(text_, at), inside.end);
        const Span inner{at + kOpen.size(), std::max(at + kOpen.size(), end - kClose.size())};
        const std::string_view words = std::string_view(folded_).substr(inner.begin, inner.size());
        if (has_role(words, PenaltyRole::includes)) {
          const std::vector<Address> applied = applied_in(inner, depth + 1);
          add_unique(out, applied);
          if (last != nullptr && !last->targets.empty()) {
            carry(words, last->targets.front().first, applied);
          }
        }
        at = end;
      } else {
        ++at;
      }
    }
    return out;
  }

  // 「◇に規定する」: a word is explained, nothing applies.
  bool names_content(std::size_t behind) const {
    const std::string_view rest = text_.substr(behind);
    return corpus::starts_with_any(rest,
                                   {"に規定する", "に掲げる", "各号に", "にかかわらず", "を除"})
        .has_value();
  }

  void carry(std::string_view words, const Address& of, const std::vector<Address>& applied) {
    const std::size_t at = words.rfind("以下");
    if (at == std::string_view::npos || !has(words.substr(at), "同じ") || applied.empty()) return;
    const std::string_view scope = words.substr(at);
    SegmentKind kind = SegmentKind::article;
    if (has(scope, "この項") || has(scope, "この号")) kind = SegmentKind::paragraph;
    if (has(scope, "この号")) kind = SegmentKind::item;
    auto holder = law_.ancestor(provision_, kind);
    std::uint32_t end = static_cast<std::uint32_t>(law_.provisions.size());
    std::uint32_t begin = 0;
    if (holder && (has(scope, "この項") || has(scope, "この号") || has(scope, "この条"))) {
      begin = static_cast<std::uint32_t>(*holder);
      end = law_.provisions[*holder].end;
      if (has(scope, "次条") || has(scope, "及び第") || has(scope, "から第")) {
        end = static_cast<std::uint32_t>(law_.provisions.size());
      }
    }
    carried_.add(whole(of), applied, begin, end);
  }

  const Law& law_;
  std::uint32_t provision_;
  std::span<const citations::Reference> references_;
  CarriedBrackets& carried_;
  std::string_view text_;
  std::string folded_;
  PlainSentence now_;
  std::vector<PlainSentence> out_;
};

}  // namespace

void CarriedBrackets::add(const Address& of, std::vector<Address> applied, std::uint32_t begin,
                          std::uint32_t end) {
  entries_[of].push_back({std::move(applied), begin, end});
}

std::vector<Address> CarriedBrackets::of(const Address& address, std::uint32_t provision) const {
  std::vector<Address> out;
  const auto found = entries_.find(address);
  if (found == entries_.end()) return out;
  for (const Entry& e : found->second) {
    if (e.begin <= provision && provision < e.end) add_unique(out, e.applied);
  }
  return out;
}

std::vector<PlainSentence> plain_sentences(const Law& law, std::uint32_t provision,
                                           std::span<const citations::Reference> references,
                                           CarriedBrackets& carried) {
  return PlainReader(law, provision, references, carried).read();
}

// Katakana ァ … ヶ are E3 82 A1 … E3 83 B6 and lie 0x60 above hiragana.
std::string fold_kana(std::string_view text) {
  std::string out(text);
  const bool katakana = !corpus::has_hiragana(text);
  for (std::size_t at = 0; at + 2 < out.size(); ++at) {
    if (out[at] != '\xE3') continue;
    const auto second = static_cast<unsigned char>(out[at + 1]);
    const auto third = static_cast<unsigned char>(out[at + 2]);
    const unsigned code = (0x3u << 12) | ((second & 0x3Fu) << 6) | (third & 0x3Fu);
    unsigned folded = code;
    if (katakana && code >= 0x30A1 && code <= 0x30F6) folded = code - 0x60;
    if (folded == 0x3063) folded = 0x3064;  // っ -> つ
    if (folded != code) {
      out[at + 1] = static_cast<char>(0x80 | ((folded >> 6) & 0x3F));
      out[at + 2] = static_cast<char>(0x80 | (folded & 0x3F));
    }
    at += 2;
  }
  return out;
}

}  // namespace norms
