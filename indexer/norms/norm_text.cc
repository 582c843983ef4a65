// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/norms/norm_text.h"

#include <algorithm>

#include "corpus/text_scan.h"

namespace norms {
namespace {

bool opens(char32_t c) { return c == U'（' || c == U'(' || c == U'〔'; }
bool closes(char32_t c) { return c == U'）' || c == U')' || c == U'〕'; }

// Katakana only where hiragana is expected: a sentence of the old spelling.
bool is_katakana_text(std::u32string_view letters) {
  std::size_t katakana = 0;
  for (const char32_t c : letters) {
    if (corpus::is_hiragana(c)) return false;
    katakana += corpus::is_katakana(c);
  }
  return katakana > 2;
}

}  // namespace

NormText::NormText(std::string_view text, corpus::Span sentence) {
  std::size_t depth = 0;
  for (std::size_t at = sentence.begin; at < sentence.end;) {
    const std::size_t begin = at;
    const char32_t c = corpus::next_code_point(text, at);
    if (opens(c)) ++depth;
    if (depth == 0 && !corpus::is_space(c)) {
      letters_.push_back(c);
      source_.push_back(begin);
    }
    if (closes(c) && depth > 0) --depth;
  }
  while (!letters_.empty() && (letters_.back() == U'。' || letters_.back() == U'．'))
    letters_.pop_back();
  source_.resize(letters_.size());
  printed_ = letters_;
  if (is_katakana_text(letters_)) {
    for (char32_t& c : letters_) {
      if (c >= U'ァ' && c <= U'ヶ') c -= U'ァ' - U'ぁ';
    }
  }
  Range piece{0, 0};
  std::size_t quotes = 0;
  for (std::size_t i = 0; i < letters_.size(); ++i) {
    const char32_t c = letters_[i];
    if (c == U'「' || c == U'『') ++quotes;
    if ((c == U'」' || c == U'』') && quotes > 0) --quotes;
    if (quotes > 0 || (c != U'、' && c != U'，')) continue;
    piece.end = i;
    if (!piece.empty()) pieces_.push_back(piece);
    piece.begin = i + 1;
  }
  piece.end = letters_.size();
  if (!piece.empty()) pieces_.push_back(piece);
}

std::string NormText::words(Range r) const {
  return to_utf8(std::u32string_view(printed_).substr(r.begin, r.end - r.begin));
}

corpus::Span NormText::source(Range r) const {
  if (r.empty()) return {};
  std::string last;
  corpus::append_code_point(last, printed_[r.end - 1]);
  return {source_[r.begin], source_[r.end - 1] + last.size()};
}

bool starts_with(std::u32string_view text, std::u32string_view head) {
  return text.substr(0, head.size()) == head;
}
bool ends_with(std::u32string_view text, std::u32string_view tail) {
  return text.size() >= tail.size() && text.substr(text.size() - tail.size()) == tail;
}

std::string to_utf8(std::u32string_view letters) {
  std::string out;
  for (const char32_t c : letters) corpus::append_code_point(out, c);
  return out;
}

std::u32string to_utf32(std::string_view text) {
  std::u32string out;
  for (std::size_t at = 0; at < text.size();) out.push_back(corpus::next_code_point(text, at));
  return out;
}

}  // namespace norms
