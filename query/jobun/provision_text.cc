// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/jobun/provision_text.h"

#include <algorithm>
#include <iostream>

#include "corpus/law_number.h"
#include "query/jobun/terminal.h"

namespace jobun {
namespace {

using corpus::Law;
using corpus::Provision;
using corpus::SegmentKind;

constexpr std::size_t kIndent = 2;

// How far a provision is set in, in steps: 項 as the article, 号 one step, イ two.
std::size_t depth_of(const Law& law, std::size_t provision, std::size_t top) {
  std::size_t depth = 0;
  for (std::size_t i = provision; i != top && law.provisions[i].parent != i;
       i = law.provisions[i].parent) {
    const SegmentKind kind = law.provisions[i].segment.kind;
    depth += kind == SegmentKind::item || kind == SegmentKind::subitem;
  }
  return depth;
}

bool is_heading(SegmentKind kind) {
  return kind != SegmentKind::paragraph && kind != SegmentKind::item &&
         kind != SegmentKind::subitem;
}

std::string label_of(const Provision& p) {
  std::string label = p.num;
  if (!p.caption.empty() && p.segment.kind != SegmentKind::paragraph)
    label += p.caption.starts_with("（") ? p.caption : "　" + p.caption;
  if (!p.related.empty()) label += p.related;
  // Only the law that made them tells one 附則 from another.
  if (const std::string& id = p.segment.amending_law; !id.empty()) {
    const auto number = corpus::law_number_of(id);
    label += "（" + (number ? to_string(*number) : id) + "）";
  }
  return label;
}

// Characters that would be marks of Markdown.
std::string escape_markdown(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (std::string_view("\\`*_[]<>#|").find(c) != std::string_view::npos) out += '\\';
    out += c;
    if (c == '\n') out += '\n';
  }
  return out;
}

std::string terminal_line(const Law& law, std::size_t i, std::size_t top) {
  const Provision& p = law.provisions[i];
  const std::size_t width = terminal_width();
  const std::size_t indent = depth_of(law, i, top) * kIndent;
  std::string out;
  if (is_heading(p.segment.kind)) {
    if (const std::string label = label_of(p); !label.empty())
      out += paint(Paint::title, label, std::cout) + '\n';
    if (!p.text.empty()) out += wrap(p.text, width, kIndent) + '\n';
  } else {
    if (!p.caption.empty()) out += wrap(p.caption, width, indent) + '\n';
    const std::string num = p.num.empty() ? "" : p.num + "　";
    if (!(num + p.text).empty()) out += wrap(num + p.text, width, indent) + '\n';
  }
  if (!p.note.empty()) out += wrap(p.note, width, indent) + '\n';
  return out;
}

std::string markdown_line(const Law& law, std::size_t i, std::size_t top) {
  const Provision& p = law.provisions[i];
  std::string out;
  if (is_heading(p.segment.kind)) {
    if (const std::string label = label_of(p); !label.empty())
      out += "## " + escape_markdown(label) + "\n\n";
    if (!p.text.empty()) out += escape_markdown(p.text) + "\n\n";
  } else {
    const std::string margin(depth_of(law, i, top) * kIndent, ' ');
    if (!p.caption.empty()) out += margin + "**" + escape_markdown(p.caption) + "**\n\n";
    const std::string bullet = p.segment.kind == SegmentKind::paragraph ? "" : "- ";
    const std::string num = p.num.empty() ? "" : escape_markdown(p.num) + "　";
    if (!(num + p.text).empty()) {
      out += (bullet.empty() ? "" : margin.substr(std::min(margin.size(), kIndent))) + bullet +
             num + escape_markdown(p.text) + "\n\n";
    }
  }
  if (!p.note.empty()) out += escape_markdown(p.note) + "\n\n";
  return out;
}

}  // namespace

std::string format_heading(const std::vector<std::string>& lines, TextStyle style) {
  std::string out;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].empty()) continue;
    if (style == TextStyle::markdown) {
      out += (i == 0 ? "# " : "") + escape_markdown(lines[i]) + "\n\n";
    } else {
      out += (i == 0 ? paint(Paint::title, lines[i], std::cout) : lines[i]) + '\n';
    }
  }
  return out + (style == TextStyle::terminal ? "\n" : "");
}

std::string format_provision(const Law& law, std::size_t provision, TextStyle style) {
  std::string out;
  for (std::size_t i = provision; i < law.provisions[provision].end; ++i) {
    out += style == TextStyle::markdown ? markdown_line(law, i, provision)
                                        : terminal_line(law, i, provision);
  }
  return out;
}

std::string format_text(std::string_view text, TextStyle style) {
  return style == TextStyle::markdown ? escape_markdown(text) + "\n\n"
                                      : wrap(text, terminal_width(), 0) + '\n';
}

std::string format_notes(const NoteGroup& group, TextStyle style) {
  const bool markdown = style == TextStyle::markdown;
  std::string out = markdown ? "### " + group.title + "\n\n"
                             : '\n' + paint(Paint::title, group.title, std::cout) + '\n';
  for (const std::string& note : group.notes)
    out += markdown ? "- " + escape_markdown(note) + '\n'
                    : wrap("・" + note, terminal_width(), kIndent) + '\n';
  if (!group.more.empty())
    out += markdown ? "\n" + escape_markdown(group.more) + '\n'
                    : wrap(group.more, terminal_width(), kIndent) + '\n';
  return markdown ? out + '\n' : out;
}

std::string format_link(std::string_view url, TextStyle style) {
  const std::string link(url);
  return style == TextStyle::markdown ? '<' + link + ">\n"
                                      : '\n' + paint(Paint::dim, link, std::cout) + '\n';
}

std::string text_of_part(const Law& law, std::size_t provision, corpus::Part part) {
  const Provision& p = law.provisions[provision];
  // The words of an article are its paragraphs'; a part of 5条 is that of its only 項.
  if (p.text.empty() && provision + 1 < p.end && law.provisions[provision + 1].end == p.end &&
      law.provisions[provision + 1].segment.kind == SegmentKind::paragraph) {
    return text_of_part(law, provision + 1, part);
  }
  std::string out;
  for (const corpus::Span span : spans_of(p, part, provision + 1 < p.end)) out += span.of(p.text);
  return out;
}

}  // namespace jobun
