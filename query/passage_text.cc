// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/passage_text.h"

#include <algorithm>

#include "corpus/text.h"

namespace query {
namespace {

using corpus::Span;
using documents::BlockKind;
using documents::DocumentText;

constexpr std::size_t kMostLetters = 240;
constexpr std::size_t kMostRemark = 60;  // letters of a note that says no more than the citation

int bracket_step(char32_t c) {
  constexpr std::u32string_view kOpen = U"（「『【(", kClose = U"）」』】)";
  if (kOpen.find(c) != std::u32string_view::npos) return 1;
  return kClose.find(c) != std::u32string_view::npos ? -1 : 0;
}

std::string cut(std::string_view text) {
  std::size_t at = 0;
  for (std::size_t letters = 0; at < text.size() && letters < kMostLetters; ++letters)
    corpus::next_code_point(text, at);
  return std::string(text.substr(0, at)) + (at < text.size() ? "…" : "");
}

bool is_bracket_remark(std::string_view text) {
  return (text.starts_with("（") && text.ends_with("）")) ||
         (text.starts_with("(") && text.ends_with(")"));
}

const documents::Block* block_at(const DocumentText& document, std::size_t at) {
  const auto found =
      std::find_if(document.blocks.begin(), document.blocks.end(),
                   [&](const auto& b) { return b.text.begin <= at && at <= b.text.end; });
  return found == document.blocks.end() ? nullptr : &*found;
}

// Where the note's mark stands in the text.
const documents::NoteMark* mark_of(const DocumentText& document, const documents::Block& note) {
  const auto found = std::find_if(document.marks.begin(), document.marks.end(), [&](const auto& m) {
    return m.note && &document.blocks[*m.note] == &note;
  });
  return found == document.marks.end() ? nullptr : &*found;
}

// 「…することとする。(第四条)」: where the remark behind the sentence ends, or where it began to
// look.
std::size_t behind_remark(std::string_view text, std::size_t at) {
  std::size_t open = at;
  while (open < text.size() && text[open] == ' ') ++open;
  const std::string_view rest = text.substr(open);
  if (!rest.starts_with("（") && !rest.starts_with("(")) return at;
  int depth = 0;
  for (std::size_t i = open; i < text.size();) {
    const char32_t c = corpus::next_code_point(text, i);
    depth += bracket_step(c);
    if (c == U'。' || c == U'\n') return at;
    if (depth == 0) return i;
  }
  return at;
}

}  // namespace

Span sentence_around(std::string_view text, Span place) {
  const std::size_t line = place.begin == 0 ? 0 : text.rfind('\n', place.begin - 1) + 1;
  const std::size_t line_end = std::min(text.find('\n', place.end), text.size());
  std::size_t begin = line;
  int depth = 0;
  for (std::size_t at = line; at < line_end;) {
    const char32_t c = corpus::next_code_point(text, at);
    depth = std::max(0, depth + bracket_step(c));
    if (c != U'。' || depth > 0) continue;
    at = std::min(behind_remark(text, at), line_end);
    if (at >= place.end) return {begin, at};
    if (at <= place.begin) begin = at;
  }
  return {begin, line_end};
}

std::string passage_text(const DocumentText& document, std::size_t section, Span place) {
  const std::string_view text = document.text;
  const documents::Section& own = document.sections[section];
  const documents::Block* block = block_at(document, place.begin);
  const auto sentence = [&](Span at) {
    return std::string(corpus::trim(sentence_around(text, at).of(text)));
  };
  std::string out = sentence(place);
  const bool heading = block != nullptr && block->kind == BlockKind::heading;
  if (block != nullptr && block->kind == BlockKind::footnote &&
      corpus::count_code_points(out) <= kMostRemark) {
    if (const documents::NoteMark* mark = mark_of(document, *block)) {
      const std::size_t at = mark->at == 0 ? 0 : mark->at - 1;
      return cut(sentence({at, at})) + "（注：" + out + "）";
    }
  }
  if (!heading && !is_bracket_remark(out)) return cut(out);
  for (std::size_t b = own.first; b < own.last; ++b) {
    const Span next = document.blocks[b].text;
    if (next.begin < place.end && !heading) continue;
    const std::string words = sentence({next.begin, next.begin});
    if (!words.empty() && !is_bracket_remark(words)) return cut(words);
  }
  return cut(out);
}

}  // namespace query
