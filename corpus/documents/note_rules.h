// SPDX-License-Identifier: GPL-2.0-or-later
// The table of footnote marks: how they look in the text and how the note itself begins. To teach
// another: add a row with its examples; the tests check that they are found.
//   「推進法¹⁹に」 -> mark 19      「¹⁹ 正式には」 -> a note, 19      「推進法 7 と」 ->
//   loose_marks
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/documents/document_lines.h"

namespace documents {

enum class NoteNumber : unsigned char { none, maybe, must, superscript };

struct NoteRule {
  std::string_view name;
  std::string_view before;
  NoteNumber number;
  std::string_view after;
  bool in_text;                      // stands behind a word
  bool begins_note;                  // begins a line that is the note
  std::string_view in_text_example;  // the mark stands behind 語
  std::string_view note_example;
};

std::span<const NoteRule> note_rules();

struct FoundMark {
  std::size_t length = 0;           // bytes
  std::vector<std::string> labels;  // ^{13 14} is two
};

// A mark in the text that begins at `at` (not the line's first letter).
std::optional<FoundMark> mark_in_text(std::string_view line, std::size_t at);
// The mark that a note begins with.
std::optional<FoundMark> begins_note(std::string_view line);

// Digits that lost their raised position, 「推進法 7 と」「推進法7と」: those that count up through
// the document, are spoken of by no counter, and, where they touch a word, have a note of their
// number. By the place of the first digit in the flat text.
struct LooseMark {
  corpus::Span span;
  std::string label;
  std::optional<std::size_t> note;  // line
};
std::map<std::size_t, LooseMark> loose_marks(std::string_view flat,
                                             const std::vector<DocumentLine>&);

}  // namespace documents
