// SPDX-License-Identifier: GPL-2.0-or-later
#include "web-static/render.h"

#include <algorithm>
#include <array>

#include "web-static/html.h"

namespace web {
namespace {

using corpus::Layout;
using corpus::LayoutKind;
using corpus::Mark;
using corpus::MarkKind;
using corpus::Part;
using corpus::Span;

// Sorted by place, longer first; of the same span the one given first is outside.
void sort_for_nesting(std::vector<Annotation>& annotations) {
  std::stable_sort(
      annotations.begin(), annotations.end(), [](const Annotation& a, const Annotation& b) {
        return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end > b.span.end;
      });
}

// Of two links over the same words the outer or earlier one stays: HTML knows no link in a link.
void drop_links_in_links(std::vector<Annotation>& annotations) {
  std::size_t end = 0;
  std::erase_if(annotations, [&](const Annotation& a) {
    if (a.tag != "a") return false;
    if (a.span.begin < end) return true;
    end = a.span.end;
    return false;
  });
}

// Writes runs of one text, each later than the one before, with the annotations over them. What
// reaches beyond a run is closed at its end and opened again in the next.
class Merger {
 public:
  Merger(std::string_view text, std::vector<Annotation> annotations)
      : text_(text), annotations_(std::move(annotations)) {
    for (Annotation& a : annotations_) {
      a.span.end = std::min(a.span.end, text.size());
      a.span.begin = std::min(a.span.begin, a.span.end);
    }
    sort_for_nesting(annotations_);
    drop_links_in_links(annotations_);
    started_.resize(annotations_.size());
  }

  void write(std::string& out, Span run) {
    std::size_t at = run.begin;
    // Words that no run shows (gaps of a table) may have been the end of some.
    std::erase_if(open_, [&](std::size_t i) { return annotations_[i].span.end <= at; });
    std::size_t written = 0;  // how many of open_ have their tag written
    for (;;) {
      written = close_ended(out, at, written);
      for (; next_ < annotations_.size() && annotations_[next_].span.begin <= at; ++next_) {
        if (annotations_[next_].span.empty()) {
          written = open_all(out, written);
          open_tag(out, next_);
          close_tag(out, next_, at);
        } else if (annotations_[next_].span.end > at) {
          open_.push_back(next_);
        }
      }
      if (at >= run.end) break;
      written = open_all(out, written);
      const std::size_t stop = next_border(run.end);
      append_escaped(out, text_.substr(at, stop - at));
      at = stop;
    }
    while (written > 0) close_tag(out, open_[--written], at);
  }

 private:
  std::size_t next_border(std::size_t end) const {
    std::size_t border = end;
    for (const std::size_t i : open_) border = std::min(border, annotations_[i].span.end);
    if (next_ < annotations_.size()) border = std::min(border, annotations_[next_].span.begin);
    return border;
  }

  // Closes those that end here, and what was opened inside them; returns how many stay written.
  std::size_t close_ended(std::string& out, std::size_t at, std::size_t written) {
    const auto ended = [&](std::size_t i) { return annotations_[i].span.end <= at; };
    const auto first = std::find_if(open_.begin(), open_.end(), ended);
    const auto keep = static_cast<std::size_t>(first - open_.begin());
    while (written > keep) close_tag(out, open_[--written], at);
    open_.erase(std::remove_if(first, open_.end(), ended), open_.end());
    return written;
  }

  std::size_t open_all(std::string& out, std::size_t written) {
    for (; written < open_.size(); ++written) open_tag(out, open_[written]);
    return written;
  }

  void open_tag(std::string& out, std::size_t i) {
    const Annotation& a = annotations_[i];
    out += '<' + a.tag;
    for (const auto& [name, value] : a.attributes) {
      if (name == "id" && started_[i]) continue;
      out += ' ' + name + "=\"";
      append_escaped(out, value);
      out += '"';
    }
    out += '>';
    started_[i] = true;
  }

  void close_tag(std::string& out, std::size_t i, std::size_t at) {
    const Annotation& a = annotations_[i];
    if (!a.reading.empty() && a.span.end <= at) out += "<rt>" + escaped(a.reading) + "</rt>";
    out += "</" + a.tag + '>';
  }

  std::string_view text_;
  std::vector<Annotation> annotations_;
  std::vector<bool> started_;
  std::vector<std::size_t> open_;  // outermost first
  std::size_t next_ = 0;
};

bool is_gap(std::string_view text) {
  while (!text.empty()) {
    if (text.starts_with(corpus::kColumnGap)) {
      text.remove_prefix(corpus::kColumnGap.size());
    } else if (text.front() == corpus::kCellGap || text.front() == corpus::kLineGap) {
      text.remove_prefix(1);
    } else {
      return false;
    }
  }
  return true;
}

std::string_view class_of(LayoutKind kind) {
  switch (kind) {
    case LayoutKind::table:
      return "table";
    case LayoutKind::row:
      return "row";
    case LayoutKind::cell:
      return "cell";
    case LayoutKind::list:
      return "list";
    case LayoutKind::sublist:
      return "sublist";
    case LayoutKind::figure:
      return "figure";
    case LayoutKind::style:
      return "style";
    case LayoutKind::format:
      return "format";
    case LayoutKind::note:
      return "remarks";
    case LayoutKind::remarks:
      return "remarks";
    case LayoutKind::amendment:
      return "amendment";
    case LayoutKind::entry:
      return "entry";
    case LayoutKind::label:
      return "label";
    case LayoutKind::other:
      break;
  }
  return "other";
}

class LayoutWriter {
 public:
  LayoutWriter(const corpus::Provision& provision, std::vector<Annotation> annotations)
      : text_(provision.text),
        layout_(provision.layout),
        merger_(provision.text, std::move(annotations)) {}

  std::string piece(const Piece& piece) {
    std::string out;
    write_inside(out, piece.span, piece.first_layout, piece.last_layout);
    // A figure behind the last word.
    if (piece.span.end == text_.size()) merger_.write(out, {text_.size(), text_.size()});
    return out;
  }

 private:
  void write_inside(std::string& out, Span span, std::size_t first, std::size_t last) {
    std::size_t at = span.begin;
    for (std::size_t i = first; i < last; i = after(i)) {
      const Span block = layout_[i].span;
      if (block.begin > at) write_run(out, {at, block.begin});
      write_block(out, i);
      at = std::max(at, block.end);
    }
    if (at < span.end || first == last) write_run(out, {at, span.end});
  }

  void write_run(std::string& out, Span run) {
    // The border of the block says what the line break before it says.
    while (!run.empty() && text_[run.end - 1] == corpus::kLineGap) --run.end;
    merger_.write(out, run);
  }

  void write_block(std::string& out, std::size_t i) {
    const Layout& l = layout_[i];
    if (l.kind == LayoutKind::table && is_regular_table(i)) {
      write_table(out, i);
      return;
    }
    out += "<div class=\"" + std::string(class_of(l.kind)) + "\">";
    write_inside(out, l.span, i + 1, l.end);
    out += "</div>";
  }

  void write_table(std::string& out, std::size_t table) {
    out += "<div class=\"table\"><table>";
    for (std::size_t row = table + 1; row < layout_[table].end; row = after(row)) {
      out += "<tr>";
      for (std::size_t i = row + 1; i < layout_[row].end; i = after(i)) {
        const Layout& cell = layout_[i];
        out += "<td";
        if (cell.columns > 1) out += " colspan=\"" + std::to_string(cell.columns) + '"';
        if (cell.rows > 1) out += " rowspan=\"" + std::to_string(cell.rows) + '"';
        out += '>';
        write_inside(out, cell.span, i + 1, cell.end);
        out += "</td>";
      }
      out += "</tr>";
    }
    out += "</table></div>";
  }

  // Only rows, in them only cells, and no words elsewhere: anything else a browser would move out
  // of the table.
  bool is_regular_table(std::size_t table) const {
    return layout_[table].end > table + 1 && holds_only(table, LayoutKind::row, [&](auto row) {
             return layout_[row].end > row + 1 &&
                    holds_only(row, LayoutKind::cell, [](auto) { return true; });
           });
  }

  template <typename Check>
  bool holds_only(std::size_t outer, LayoutKind kind, Check check) const {
    std::size_t at = layout_[outer].span.begin;
    for (std::size_t i = outer + 1; i < layout_[outer].end; i = after(i)) {
      const Layout& l = layout_[i];
      if (l.kind != kind || l.span.begin < at || !is_gap(Span{at, l.span.begin}.of(text_)) ||
          !check(i)) {
        return false;
      }
      at = l.span.end;
    }
    return is_gap(Span{at, std::max(at, layout_[outer].span.end)}.of(text_));
  }

  std::size_t after(std::size_t i) const { return std::max<std::size_t>(layout_[i].end, i + 1); }

  std::string_view text_;
  const std::vector<Layout>& layout_;
  Merger merger_;
};

// 傍線 as 法令標準XML names it.
std::string line_class(std::string_view style) {
  constexpr std::array<std::string_view, 3> kStyles = {"dotted", "double", "none"};
  const bool known = std::find(kStyles.begin(), kStyles.end(), style) != kStyles.end();
  return "line " + std::string(known ? style : "solid");
}

Annotation annotation_of(const Mark& mark) {
  switch (mark.kind) {
    case MarkKind::ruby:
      return {mark.span, "ruby", {}, mark.value};
    case MarkKind::superscript:
      return {mark.span, "sup", {}, {}};
    case MarkKind::subscript:
      return {mark.span, "sub", {}, {}};
    case MarkKind::line:
      return {mark.span, "span", {{"class", line_class(mark.value)}}, {}};
    case MarkKind::formula:
      return {mark.span, "span", {{"class", "formula"}}, {}};
    case MarkKind::quote:
      return {mark.span, "span", {{"class", "quote"}}, {}};
    case MarkKind::figure:
      break;
  }
  return {mark.span,
          "span",
          {{"class", "picture"}, {"role", "img"}, {"aria-label", "図（" + mark.value + "）"}},
          {}};
}

}  // namespace

std::vector<Annotation> annotations_of(const std::vector<Mark>& marks) {
  std::vector<Annotation> out;
  // Marks are listed as their elements end; the outer of two over the same letters comes last.
  std::transform(marks.rbegin(), marks.rend(), std::back_inserter(out), annotation_of);
  return out;
}

std::vector<Annotation> annotations_of(const corpus::Law& law, std::size_t provision) {
  const corpus::Provision& p = law.provisions[provision];
  std::vector<Annotation> out;
  std::vector<Part> seen;
  for (const corpus::Sentence& s : p.sentences) {
    if (s.part == Part::whole) continue;
    Annotation a{s.span, "span", {{"data-part", std::string(to_string(s.part))}}, {}};
    if (std::find(seen.begin(), seen.end(), s.part) == seen.end()) {
      seen.push_back(s.part);
      corpus::Address address = law.address(provision);
      address.part = s.part;
      a.attributes.emplace_back("id", to_anchor(address));
    }
    out.push_back(std::move(a));
  }
  auto marks = annotations_of(p.marks);
  out.insert(out.end(), std::make_move_iterator(marks.begin()),
             std::make_move_iterator(marks.end()));
  return out;
}

std::vector<Part> parts_of(const corpus::Provision& p) {
  std::vector<Part> out;
  for (const corpus::Sentence& s : p.sentences) {
    if (s.part != Part::whole && std::find(out.begin(), out.end(), s.part) == out.end()) {
      out.push_back(s.part);
    }
  }
  return out;
}

std::string render_inline(std::string_view text, std::vector<Annotation> annotations) {
  std::string out;
  Merger(text, std::move(annotations)).write(out, {0, text.size()});
  return out;
}

std::vector<Piece> pieces_of(const corpus::Provision& provision, std::size_t index) {
  const auto head = static_cast<std::uint32_t>(index + 1);
  std::vector<Piece> out{{{0, provision.text.size()}, head, 0, 0}};
  const auto& layout = provision.layout;
  for (std::uint32_t i = 0; i < layout.size(); i = std::max(layout[i].end, i + 1)) {
    if (layout[i].before > out.back().before) {
      out.back().span.end = layout[i].span.begin;
      out.push_back({{layout[i].span.begin, provision.text.size()}, layout[i].before, i, i});
    }
    out.back().last_layout = std::max(layout[i].end, i + 1);
  }
  return out;
}

std::vector<std::string> render_pieces(const corpus::Provision& provision,
                                       const std::vector<Piece>& pieces,
                                       std::vector<Annotation> annotations) {
  LayoutWriter writer(provision, std::move(annotations));
  std::vector<std::string> out;
  for (const Piece& piece : pieces) out.push_back(writer.piece(piece));
  return out;
}

}  // namespace web
