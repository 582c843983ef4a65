// SPDX-License-Identifier: GPL-2.0-or-later
// From places in a text that was made from another (decoded, cleaned, joined) back to the bytes it
// was made of. A map is a list of runs: so many cells, each `text_cell` bytes of the text standing
// for `source_cell` bytes of the source (1:1 where bytes were copied, 3:2 for Shift_JIS kanji), or
// one cell for what was replaced as a whole (&amp; -> &).
//   "報告する" read from "報告\nする"  ->  {0,12}: pieces {0,6} {7,13}
#pragma once

#include <cstddef>
#include <vector>

#include "corpus/text.h"

namespace documents {

struct MapRun {
  std::size_t text = 0;
  std::size_t source = 0;
  std::size_t cells = 0;
  std::size_t text_cell = 1;
  std::size_t source_cell = 1;
  std::size_t text_end() const { return text + cells * text_cell; }
};

class SourceMap {
 public:
  static SourceMap identity(std::size_t size);

  // Each adds behind what is there; sources need not go forward. What is next to its like is
  // merged.
  void add_copy(corpus::Span source);
  void add_cell(std::size_t text_size, corpus::Span source);

  std::size_t text_size() const { return runs_.empty() ? 0 : runs_.back().text_end(); }
  // What the span was made of, in the order of the text, neighbours merged.
  std::vector<corpus::Span> pieces(corpus::Span text) const;
  // The smallest span that holds all pieces.
  corpus::Span to_source(corpus::Span text) const;
  // This map, with `next` leading further: from our text to the source of our source.
  SourceMap then(const SourceMap& next) const;
  const std::vector<MapRun>& runs() const { return runs_; }

 private:
  void add(MapRun run);
  std::vector<MapRun> runs_;
};

// A text and where each of its letters came from.
struct MappedText {
  std::string text;
  SourceMap map;

  void copy(std::string_view source, corpus::Span span) {
    text += span.of(source);
    map.add_copy(span);
  }
  void replace(std::string_view by, corpus::Span span) {
    text += by;
    map.add_cell(by.size(), span);
  }
};

}  // namespace documents
