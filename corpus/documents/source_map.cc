// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/documents/source_map.h"

#include <algorithm>

namespace documents {
namespace {

// The run that holds the byte, or the end.
std::vector<MapRun>::const_iterator run_at(const std::vector<MapRun>& runs, std::size_t at) {
  return std::partition_point(runs.begin(), runs.end(),
                              [&](const MapRun& r) { return r.text_end() <= at; });
}

// The source of whole cells from the one that holds `begin` to the one that holds `end - 1`.
corpus::Span source_of(const MapRun& run, std::size_t begin, std::size_t end) {
  const std::size_t first = (begin - run.text) / run.text_cell;
  const std::size_t last = (end - run.text + run.text_cell - 1) / run.text_cell;
  return {run.source + first * run.source_cell, run.source + last * run.source_cell};
}

}  // namespace

SourceMap SourceMap::identity(std::size_t size) {
  SourceMap out;
  out.add_copy({0, size});
  return out;
}

void SourceMap::add_copy(corpus::Span source) {
  if (!source.empty()) add({text_size(), source.begin, source.size(), 1, 1});
}

void SourceMap::add_cell(std::size_t text_size_added, corpus::Span source) {
  if (text_size_added > 0) add({text_size(), source.begin, 1, text_size_added, source.size()});
}

void SourceMap::add(MapRun run) {
  if (!runs_.empty()) {
    MapRun& last = runs_.back();
    const bool goes_on = last.text_cell == run.text_cell && last.source_cell == run.source_cell &&
                         last.source + last.cells * last.source_cell == run.source;
    if (goes_on) {
      last.cells += run.cells;
      return;
    }
  }
  runs_.push_back(run);
}

std::vector<corpus::Span> SourceMap::pieces(corpus::Span text) const {
  std::vector<corpus::Span> out;
  for (auto run = run_at(runs_, text.begin); run != runs_.end() && run->text < text.end; ++run) {
    const corpus::Span piece =
        source_of(*run, std::max(text.begin, run->text), std::min(text.end, run->text_end()));
    if (!out.empty() && out.back().end == piece.begin) {
      out.back().end = piece.end;
    } else if (!piece.empty()) {
      out.push_back(piece);
    }
  }
  return out;
}

corpus::Span SourceMap::to_source(corpus::Span text) const {
  corpus::Span out;
  bool first = true;
  for (const corpus::Span piece : pieces(text)) {
    out = first ? piece
                : corpus::Span{std::min(out.begin, piece.begin), std::max(out.end, piece.end)};
    first = false;
  }
  return out;
}

SourceMap SourceMap::then(const SourceMap& next) const {
  SourceMap out;
  for (const MapRun& run : runs_) {
    if (run.text_cell != 1 || run.source_cell != 1) {
      for (std::size_t cell = 0; cell < run.cells; ++cell) {
        const std::size_t begin = run.source + cell * run.source_cell;
        out.add_cell(run.text_cell, next.to_source({begin, begin + run.source_cell}));
      }
      continue;
    }
    const std::size_t end = run.source + run.cells;
    for (auto other = run_at(next.runs_, run.source);
         other != next.runs_.end() && other->text < end; ++other) {
      const std::size_t from = std::max(run.source, other->text);
      const std::size_t to = std::min(end, other->text_end());
      out.add({out.text_size(), source_of(*other, from, to).begin, (to - from) / other->text_cell,
               other->text_cell, other->source_cell});
    }
  }
  return out;
}

}  // namespace documents
