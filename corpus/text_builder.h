// SPDX-License-Identifier: GPL-2.0-or-later
// Puts one provision's text together while its elements are walked: letters, sentences, marks,
// layout.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "corpus/law.h"

namespace corpus {

class TextBuilder {
 public:
  std::size_t position() const { return text_.size(); }

  // Letters of the source, without the line breaks and indents of the XML itself.
  void append(std::string_view source);

  // Gaps the source makes by its elements; none at the head of the text or behind its like.
  void column_gap();
  void line_gap();
  void cell_gap() { text_ += kCellGap; }  // an empty cell counts

  void mark(MarkKind kind, std::size_t begin, std::string value = {});

  // Closes the sentence begun at `begin`; two sentences in one element become two.
  // `proviso`: the source says so (Function="proviso").
  void sentence(std::size_t begin, bool proviso, std::uint16_t column);

  // A stretch of layout that stands before the provision of index `before`.
  std::size_t open(LayoutKind kind, std::size_t before);
  Layout& close(std::size_t layout);

  // Hands everything over to `provision` and gives its sentences their part: ただし書, 前段, 後段.
  Provision finish(Provision provision) &&;

 private:
  std::size_t end_of_body() const;

  std::string text_;
  std::vector<Sentence> sentences_;
  std::vector<Mark> marks_;
  std::vector<Layout> layout_;
};

}  // namespace corpus
