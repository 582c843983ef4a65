// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/documents/document_text.h"

#include <algorithm>

#include "corpus/char_kinds.h"
#include "corpus/documents/document_headings.h"
#include "corpus/documents/furniture_rules.h"
#include "corpus/documents/heading_rules.h"
#include "corpus/documents/inline_text.h"
#include "corpus/documents/line_joins.h"

namespace documents {
namespace {

constexpr std::size_t kFurthestSign = 80;  // lines from ※ to its remark

// A block as the lines it will be made of.
struct Draft {
  BlockKind kind = BlockKind::paragraph;
  std::vector<std::size_t> lines;
  std::string mark;
  unsigned level = 0;
};

bool keeps_lines(BlockKind kind) { return kind == BlockKind::table || kind == BlockKind::box; }

class Builder {
 public:
  Builder(std::string_view flat, std::vector<DocumentLine> lines)
      : flat_(flat), lines_(std::move(lines)) {}

  DocumentText run() {
    mark_furniture(flat_, lines_);
    wrap_ = wrap_width(flat_, lines_);
    loose_ = loose_marks(flat_, lines_);
    mark_roles(flat_, lines_, loose_, wrap_);
    for (std::size_t i = 0; i < lines_.size();) i = read_line(i);
    give_notes_their_rest();
    for (const Draft& draft : drafts_) write(draft);
    make_sections();
    bind_marks();
    return std::move(out_);
  }

 private:
  std::string_view text(std::size_t i) const { return lines_[i].content.of(flat_); }

  // Returns the line behind what was read.
  std::size_t read_line(std::size_t i) {
    const DocumentLine& line = lines_[i];
    gap_ = gap_ || line.new_page;
    page_end_ = page_end_ || line.new_page;
    switch (line.role) {
      case LineRole::furniture:
        out_.set_aside.push_back({line.why, line.content, line.number});
        page_end_ = page_end_ || line.why != Aside::contents;
        gap_ = true;
        return i + 1;
      case LineRole::blank:
        gap_ = true;
        return i + 1;
      case LineRole::table:
        return read_kept(i, BlockKind::table);
      case LineRole::box:
        return read_kept(i, BlockKind::box);
      case LineRole::heading:
        return read_joined(i, BlockKind::heading);
      case LineRole::bullet:
        return read_joined(i, BlockKind::bullet);
      case LineRole::note:
        return read_note(i);
      case LineRole::open:
        return read_text(i);
    }
    return i + 1;
  }

  void start(std::size_t i, BlockKind kind) {
    const DocumentLine& line = lines_[i];
    unsigned level = 0;
    if (kind == BlockKind::heading) {
      level = depths_.depth_of(line, line.caption && line.level > 0);
    } else if (kind == BlockKind::bullet) {
      level = line.whole ? line.level : line.indent / 2;
    }
    drafts_.push_back({kind, {i}, line.mark, level});
    gap_ = false;
    if (kind != BlockKind::footnote) page_end_ = false;
  }

  std::size_t read_kept(std::size_t i, BlockKind kind) {
    const bool more = !drafts_.empty() && drafts_.back().kind == kind && !gap_;
    if (more)
      drafts_.back().lines.push_back(i);
    else
      start(i, kind);
    gap_ = false;
    return i + 1;
  }

  std::size_t read_joined(std::size_t i, BlockKind kind) {
    start(i, kind);
    while (goes_on(flat_, lines_, i, wrap_)) drafts_.back().lines.push_back(++i);
    return i + 1;
  }

  // Notes are set smaller: their lines are full before the page's width is reached.
  std::size_t read_note(std::size_t i) {
    start(i, BlockKind::footnote);
    page_end_ = true;
    std::string words(text(i));
    while (i + 1 < lines_.size() && !lines_[i + 1].new_page && !begins_anew(flat_, lines_[i + 1]) &&
           lines_[i + 1].role == LineRole::open && !lines_[i].whole) {
      const bool full = wrap_ && (lines_[i].indent + corpus::width_of(text(i))) * 4 > *wrap_ * 3;
      if (!goes_on_in_next_line(words, text(i + 1), full)) break;
      words += text(i + 1);
      drafts_.back().lines.push_back(++i);
    }
    return i + 1;
  }

  // A URL behind a note is its source.
  bool is_source_of_note(std::size_t i) const {
    const std::string_view words = text(i);
    return !drafts_.empty() && drafts_.back().kind == BlockKind::footnote &&
           (words.starts_with("URL") || words.starts_with("http") || words.starts_with("<http"));
  }

  std::size_t read_text(std::size_t i) {
    if (is_source_of_note(i)) return read_note(i);
    Draft* cut = gap_ ? open_paragraph() : nullptr;
    if (cut != nullptr && takes(*cut, i)) {
      cut->lines.push_back(i);
      gap_ = page_end_ = false;
    } else {
      start(i, BlockKind::paragraph);
      cut = &drafts_.back();
    }
    while (goes_on(flat_, lines_, i, wrap_)) cut->lines.push_back(++i);
    return i + 1;
  }

  // The last paragraph, when only notes stand behind it.
  Draft* open_paragraph() {
    for (auto draft = drafts_.rbegin(); draft != drafts_.rend(); ++draft) {
      if (draft->kind == BlockKind::footnote) continue;
      const bool text = draft->kind == BlockKind::paragraph || draft->kind == BlockKind::bullet;
      return text && !lines_[draft->lines.back()].whole ? &*draft : nullptr;
    }
    return nullptr;
  }

  bool takes(const Draft& cut, std::size_t i) const {
    if (begins_anew(flat_, lines_[i])) return false;
    std::string before;
    for (const std::size_t l : cut.lines) before += text(l);
    std::string after(text(i));
    for (std::size_t l = i; goes_on(flat_, lines_, l, wrap_); ++l) after += text(l + 1);
    return goes_on_over_gap(before, after, page_end_,
                            is_full(flat_, lines_[cut.lines.back()], wrap_));
  }

  // A list right before the next note belongs to this one.
  void give_notes_their_rest() {
    for (std::size_t d = 1; d < drafts_.size(); ++d) {
      if (drafts_[d - 1].kind != BlockKind::footnote) continue;
      std::size_t last = d;
      while (last < drafts_.size() && drafts_[last].kind == BlockKind::bullet) ++last;
      const bool list = last > d && last < drafts_.size() &&
                        drafts_[last].kind == BlockKind::footnote &&
                        follows(drafts_[d - 1].mark, drafts_[last].mark);
      for (; list && d < last; ++d) drafts_[d].kind = BlockKind::footnote;
    }
  }

  static bool follows(const std::string& mark, const std::string& next) {
    const bool numbers =
        !mark.empty() && mark.size() < 5 && next.size() < 5 && !next.empty() &&
        std::all_of(mark.begin(), mark.end(), [](char c) { return c >= '0' && c <= '9'; }) &&
        std::all_of(next.begin(), next.end(), [](char c) { return c >= '0' && c <= '9'; });
    return numbers && std::stoi(mark) + 1 == std::stoi(next);
  }

  void write(const Draft& draft) {
    InlineText words;
    for (const std::size_t l : draft.lines) {
      const corpus::Span line = lines_[l].content;
      if (draft.kind == BlockKind::table) {
        InlineText row;
        append_row(row, flat_, line, loose_);
        if (row.content.text.empty()) continue;
        separate(words, "\n", line);
        append(words, row);
        continue;
      }
      InlineText next;
      append_line(next, flat_, line, loose_);
      if (keeps_lines(draft.kind))
        separate(words, "\n", line);
      else if (needs_space(words.content.text, next.content.text))
        separate(words, " ", line);
      append(words, next);
    }
    if (words.content.text.empty()) return;
    if (!out_.text.empty()) {
      out_.text += '\n';
      out_.map.add_cell(1, {lines_[draft.lines.front()].content.begin,
                            lines_[draft.lines.front()].content.begin});
    }
    const std::size_t begin = out_.text.size();
    out_.text += words.content.text;
    for (const MapRun& run : words.content.map.runs()) copy_run(out_.map, run);
    for (NoteMark mark : words.marks) {
      mark.at += begin;
      out_.marks.push_back(std::move(mark));
    }
    begins_.push_back(draft.lines.front());
    out_.blocks.push_back({draft.kind,
                           {begin, out_.text.size()},
                           draft.mark,
                           draft.level,
                           lines_[draft.lines.front()].number});
    const DocumentLine& line = lines_[draft.lines.front()];
    if (draft.kind == BlockKind::heading && out_.title.empty() && line.caption && line.level > 0)
      out_.title = words.content.text;
  }

  static void copy_run(SourceMap& map, const MapRun& run) {
    if (run.text_cell == 1 && run.source_cell == 1) {
      map.add_copy({run.source, run.source + run.cells});
      return;
    }
    for (std::size_t c = 0; c < run.cells; ++c)
      map.add_cell(run.text_cell,
                   {run.source + c * run.source_cell, run.source + (c + 1) * run.source_cell});
  }

  static void append(InlineText& to, const InlineText& more) {
    const std::size_t begin = to.content.text.size();
    to.content.text += more.content.text;
    for (const MapRun& run : more.content.map.runs()) copy_run(to.content.map, run);
    for (NoteMark mark : more.marks) {
      mark.at += begin;
      to.marks.push_back(std::move(mark));
    }
  }

  static void separate(InlineText& words, std::string_view by, corpus::Span line) {
    if (!words.content.text.empty()) words.content.replace(by, {line.begin, line.begin});
  }

  // Only between Latin words.
  static bool needs_space(std::string_view before, std::string_view after) {
    if (before.empty() || after.empty()) return false;
    const char32_t last = corpus::last_of(before), first = corpus::first_of(after);
    const auto latin = [](char32_t c) { return c < 0x80 && !corpus::is_space(c); };
    return latin(last) && latin(first) && last != U'(' && first != U')' && last != U'/' &&
           last != U'-';
  }

  void make_sections() {
    out_.sections.push_back({});
    for (std::size_t b = 0; b < out_.blocks.size(); ++b) {
      const Block& block = out_.blocks[b];
      if (block.kind != BlockKind::heading) continue;
      out_.sections.back().last = b;
      Section next{.heading = b, .first = b + 1, .last = b + 1, .parent = 0, .level = block.level};
      for (std::size_t s = out_.sections.size(); s-- > 1;) {
        if (out_.sections[s].level >= block.level) continue;
        next.parent = s;
        break;
      }
      out_.sections.push_back(next);
    }
    out_.sections.back().last = out_.blocks.size();
    if (out_.title.empty() && out_.sections.size() > 1 &&
        out_.sections[0].first == out_.sections[0].last &&
        lines_[next_line_from_start()].markdown > 0)
      out_.title = out_.blocks[*out_.sections[1].heading].text.of(out_.text);
  }

  std::size_t next_line_from_start() const {
    std::size_t i = 0;
    while (i + 1 < lines_.size() &&
           (lines_[i].role == LineRole::blank || lines_[i].role == LineRole::furniture))
      ++i;
    return i;
  }

  // To the nearest note of its label behind it; a sign without a number does not reach far.
  void bind_marks() {
    for (NoteMark& mark : out_.marks) {
      const auto at = std::upper_bound(
          lines_.begin(), lines_.end(), mark.source.begin,
          [](std::size_t place, const DocumentLine& line) { return place < line.content.begin; });
      const auto line = static_cast<std::size_t>(at - lines_.begin()) - 1;
      const bool numbered = std::any_of(mark.label.begin(), mark.label.end(),
                                        [](char c) { return c >= '0' && c <= '9'; });
      for (std::size_t b = 0; b < out_.blocks.size(); ++b) {
        const Block& block = out_.blocks[b];
        if (block.kind != BlockKind::footnote || block.mark != mark.label || begins_[b] <= line)
          continue;
        if (numbered || begins_[b] - line <= kFurthestSign) mark.note = b;
        break;
      }
    }
  }

  std::string_view flat_;
  std::vector<DocumentLine> lines_;
  std::optional<std::size_t> wrap_;
  std::map<std::size_t, LooseMark> loose_;
  HeadingDepths depths_;
  std::vector<Draft> drafts_;
  std::vector<std::size_t> begins_;  // the first line of each block
  bool gap_ = true;
  bool page_end_ = false;
  DocumentText out_;
};

}  // namespace

DocumentText build_document(const FlatText& flat) {
  auto lines = flat.given.empty() ? split_lines(flat.content.text) : flat.given;
  DocumentText out = Builder(flat.content.text, std::move(lines)).run();
  const SourceMap& to_source = flat.content.map;
  out.map = out.map.then(to_source);
  for (NoteMark& mark : out.marks) mark.source = to_source.to_source(mark.source);
  for (SetAside& aside : out.set_aside) aside.source = to_source.to_source(aside.source);
  return out;
}

}  // namespace documents
