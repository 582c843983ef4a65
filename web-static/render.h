// SPDX-License-Identifier: GPL-2.0-or-later
// One provision's text to HTML: the text is escaped once, and whatever was found in it (readings,
// sentences, later citations and defined terms) is laid over it as annotations that may nest or
// cross. Tables, lists and forms are the provision's own layout; no annotation stays open across
// their borders, so the result is always well-formed.
//   「木曽川」, ruby over 木曽  ->  <ruby>木曽<rt>きそ</rt></ruby>川
// Without tags (and rt) the result is the text again, but for gaps that layout stands for.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "corpus/law.h"

namespace web {

// An inline element over a span. Values are plain text: the merger escapes them.
struct Annotation {
  corpus::Span span;
  std::string tag;                                              // span, ruby, a, …
  std::vector<std::pair<std::string, std::string>> attributes;  // id: on its first piece only
  std::string reading;                                          // ruby: put in <rt> at its end
};

// What the source itself says of the words: ruby, sup, sub, line, formula, quote, figure.
std::vector<Annotation> annotations_of(const std::vector<corpus::Mark>& marks);

// ただし書, 前段 and so on, the first of each with the id of its address: a5-p1:proviso.
std::vector<Annotation> annotations_of(const corpus::Law& law, std::size_t provision);

// The parts that have an id, each once.
std::vector<corpus::Part> parts_of(const corpus::Provision& provision);

// Text without layout: a title, a caption, a sentence.
std::string render_inline(std::string_view text, std::vector<Annotation> annotations);

// A stretch of a provision's text printed at one place: the words and the layout before the first
// provision inside it, then what stands between those. The pieces are the whole text, in order.
struct Piece {
  corpus::Span span;
  std::uint32_t before = 0;        // index of the provision it is printed before
  std::uint32_t first_layout = 0;  // into Provision::layout
  std::uint32_t last_layout = 0;   // behind its last
};
std::vector<Piece> pieces_of(const corpus::Provision& provision, std::size_t index);

// One string per piece.
std::vector<std::string> render_pieces(const corpus::Provision& provision,
                                       const std::vector<Piece>& pieces,
                                       std::vector<Annotation> annotations);

}  // namespace web
