// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/text_builder.h"

#include <algorithm>
#include <array>

namespace corpus {
namespace {

constexpr std::string_view kFullStop = "。";
constexpr std::array<std::string_view, 4> kProvisoHeads = {"ただし、", "但し、", "但、", "但シ"};

bool opens(char32_t c) { return c == U'（' || c == U'「' || c == U'『' || c == U'('; }
bool closes(char32_t c) { return c == U'）' || c == U'」' || c == U'』' || c == U')'; }

// 前段 and 後段 are the first and last clause; a lone clause beside a ただし書 is the 本文.
// A 欄 is not a clause: 「一　第六条の規定　公布の日」.
void assign_parts(std::vector<Sentence>& sentences, std::size_t body_end) {
  std::vector<Sentence*> clauses;
  bool has_proviso = false;
  std::size_t end = 0;
  for (Sentence& s : sentences) {
    if (s.span.begin >= body_end) break;
    if (s.span.begin < end) continue;  // a sentence quoted inside another
    end = s.span.end;
    if (s.part == Part::proviso && clauses.empty()) s.part = Part::whole;  // no text opens with one
    if (s.column != 0) continue;
    if (s.part == Part::proviso) {
      has_proviso = true;
    } else {
      clauses.push_back(&s);
    }
  }
  if (clauses.size() >= 2) {
    clauses.front()->part = Part::first;
    clauses.back()->part = Part::second;
  } else if (clauses.size() == 1 && has_proviso) {
    clauses.front()->part = Part::main;
  }
}

bool starts_proviso(std::string_view sentence) {
  return std::any_of(kProvisoHeads.begin(), kProvisoHeads.end(),
                     [&](std::string_view head) { return sentence.starts_with(head); });
}

}  // namespace

void TextBuilder::append(std::string_view source) {
  // A run of white space with a line break in it is the XML's, any other is the law's.
  constexpr std::string_view kSpace = " \t\r\n";
  for (std::size_t at = 0; at < source.size();) {
    const std::size_t run = std::min(source.find_first_of(kSpace, at), source.size());
    text_.append(source.substr(at, run - at));
    const std::size_t end = std::min(source.find_first_not_of(kSpace, run), source.size());
    const std::string_view space = source.substr(run, end - run);
    if (space.find_first_of("\r\n") == std::string_view::npos) text_.append(space);
    at = end;
  }
}

void TextBuilder::column_gap() {
  if (!text_.empty() && !text_.ends_with(kColumnGap)) text_ += kColumnGap;
}

void TextBuilder::line_gap() {
  if (!text_.empty() && text_.back() != kLineGap) text_ += kLineGap;
}

void TextBuilder::mark(MarkKind kind, std::size_t begin, std::string value) {
  marks_.push_back({{begin, position()}, kind, std::move(value)});
}

void TextBuilder::sentence(std::size_t begin, bool proviso, std::uint16_t column) {
  const std::string_view text = text_;
  const auto put = [&](std::size_t from, std::size_t to) {
    const bool is_proviso = proviso || starts_proviso(text.substr(from, to - from));
    sentences_.push_back({{from, to}, is_proviso ? Part::proviso : Part::whole, column});
  };
  int depth = 0;
  std::size_t start = begin;
  for (std::size_t at = begin; at < text.size();) {
    const bool full_stop = text.substr(at).starts_with(kFullStop);
    const char32_t c = next_code_point(text, at);
    if (opens(c)) ++depth;
    if (closes(c) && depth > 0) --depth;
    if (depth == 0 && full_stop && at < text.size() && text[at] != kLineGap) {
      put(start, at);
      start = at;
    }
  }
  if (start < text.size()) put(start, text.size());
}

std::size_t TextBuilder::open(LayoutKind kind, std::size_t before) {
  layout_.push_back({.kind = kind,
                     .span = {position(), position()},
                     .before = static_cast<std::uint32_t>(before)});
  return layout_.size() - 1;
}

Layout& TextBuilder::close(std::size_t layout) {
  Layout& l = layout_[layout];
  l.span.end = position();
  l.end = static_cast<std::uint32_t>(layout_.size());
  return l;
}

// Where the first table, list or form begins that stands in no sentence.
std::size_t TextBuilder::end_of_body() const {
  for (const Layout& l : layout_) {
    const bool quoted = std::any_of(sentences_.begin(), sentences_.end(), [&](const Sentence& s) {
      return s.span.begin < l.span.begin && s.span.contains(l.span);
    });
    if (!quoted) return l.span.begin;
  }
  return text_.size();
}

Provision TextBuilder::finish(Provision provision) && {
  // A sentence quoted in another was closed first; here the one that holds it comes first.
  std::stable_sort(sentences_.begin(), sentences_.end(), [](const Sentence& a, const Sentence& b) {
    return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end > b.span.end;
  });
  assign_parts(sentences_, end_of_body());
  while (!text_.empty() && text_.back() == kLineGap) text_.pop_back();
  const auto clamp = [&](Span& span) {
    span = {std::min(span.begin, text_.size()), std::min(span.end, text_.size())};
  };
  for (Sentence& s : sentences_) clamp(s.span);
  for (Layout& l : layout_) clamp(l.span);
  for (Mark& m : marks_) clamp(m.span);
  provision.text = std::move(text_);
  provision.sentences = std::move(sentences_);
  provision.marks = std::move(marks_);
  provision.layout = std::move(layout_);
  return provision;
}

}  // namespace corpus
