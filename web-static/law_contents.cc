// SPDX-License-Identifier: GPL-2.0-or-later
#include "web-static/law_contents.h"

#include <algorithm>

#include "web-static/html.h"

namespace web {
namespace {

using corpus::Law;
using corpus::LayoutKind;
using corpus::Provision;
using corpus::SegmentKind;

// The printed title differs from the 目次 in its white space only (附　則, 附則).
std::string without_space(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    if (!corpus::is_space(corpus::next_code_point(text, at))) {
      out += text.substr(begin, at - begin);
    }
  }
  return out;
}

class ContentsWriter {
 public:
  ContentsWriter(const Law& law, const LawNumberOf& number_of) : law_(law), number_of_(number_of) {}

  std::string write() {
    out_ = "<ul>";
    const auto& all = law_.provisions;
    for (std::size_t i = 0; i < all.size();) {
      if (is_amending(all[i])) {
        i = write_amending(i);
      } else {
        write_entry(i);
        i = all[i].end;
      }
    }
    return std::move(out_) + "</ul>";
  }

 private:
  // A run of 附則 of amending laws, folded; returns what comes behind it.
  std::size_t write_amending(std::size_t begin) {
    const auto& all = law_.provisions;
    std::size_t end = begin;
    std::size_t count = 0;
    for (; end < all.size() && is_amending(all[end]); end = all[end].end) ++count;
    out_ += "<li><details><summary>改正法の附則（" + std::to_string(count) + "）</summary><ul>";
    for (std::size_t i = begin; i < end; i = all[i].end) {
      out_ += "<li>";
      write_link(i, suppl_heading(all[i], number_of_));
      out_ += "</li>";
    }
    out_ += "</ul></details></li>";
    return end;
  }

  void write_entry(std::size_t i) {
    const Provision& p = law_.provisions[i];
    switch (p.segment.kind) {
      case SegmentKind::contents:
      case SegmentKind::enactment:
      case SegmentKind::paragraph:
        return;
      default:
        break;
    }
    out_ += "<li>";
    if (is_chapter_like(p.segment.kind)) {
      write_link(i, heading_of(p));
      write_below(i);
    } else if (p.segment.kind == SegmentKind::suppl) {
      write_link(i, suppl_heading(p, number_of_));
      write_below(i);
    } else if (p.segment.kind == SegmentKind::preamble) {
      write_link(i, "前文");
    } else {
      write_link(i, p.num + p.caption);
    }
    out_ += "</li>";
  }

  // Chapters stay open, the articles right below are folded under their range.
  void write_below(std::size_t outer) {
    const auto& all = law_.provisions;
    std::size_t first = 0;
    std::size_t last = 0;
    bool others = false;
    for (std::size_t i = outer + 1; i < all[outer].end; i = all[i].end) {
      if (all[i].segment.kind == SegmentKind::article) {
        if (first == 0) first = i;
        last = i;
      } else if (all[i].segment.kind != SegmentKind::paragraph) {
        others = true;
      }
    }
    if (first != 0) {
      std::string range = all[first].num;
      if (last != first) range += "―" + all[last].num;
      out_ += "<details><summary>" + escaped(range) + "</summary><ul>";
      for (std::size_t i = first; i <= last; i = all[i].end) {
        if (all[i].segment.kind == SegmentKind::article) write_entry(i);
      }
      out_ += "</ul></details>";
    }
    if (!others) return;
    out_ += "<ul>";
    for (std::size_t i = outer + 1; i < all[outer].end; i = all[i].end) {
      if (all[i].segment.kind != SegmentKind::article) write_entry(i);
    }
    out_ += "</ul>";
  }

  void write_link(std::size_t i, const std::string& text) {
    out_ += "<a href=\"" + fragment_of(law_.address(i)) + "\">";
    append_escaped(out_, text.empty() ? to_anchor(law_.address(i)) : text);
    out_ += "</a>";
  }

  const Law& law_;
  const LawNumberOf& number_of_;
  std::string out_;
};

std::string key_of(const Provision& p) {
  return without_space(is_chapter_like(p.segment.kind) ? heading_of(p) : p.num);
}

}  // namespace

bool is_chapter_like(SegmentKind kind) {
  return kind >= SegmentKind::part && kind <= SegmentKind::division;
}

bool is_amending(const Provision& p) {
  // A law has one 附則 of its own; a second that names no amending law has lost the name.
  return p.segment.kind == SegmentKind::suppl &&
         (!p.segment.amending_law.empty() || p.segment.nth > 1);
}

std::string heading_of(const Provision& p) {
  std::string heading = p.num;
  if (!p.num.empty() && !p.caption.empty()) heading += corpus::kColumnGap;
  return heading + p.caption;
}

std::string suppl_heading(const Provision& p, const LawNumberOf& number_of) {
  std::string heading = p.num.empty() ? "附則" : p.num;
  std::string_view amending = p.segment.amending_law;
  if (amending.empty()) return heading;
  std::string number;
  if (amending.starts_with('[')) {
    number = amending.substr(1, amending.size() - 2);
  } else if (number_of) {
    number = number_of(amending);
  }
  return heading + "（" + (number.empty() ? std::string(amending) : number) + "）";
}

std::string render_contents(const Law& law, const LawNumberOf& number_of) {
  return ContentsWriter(law, number_of).write();
}

std::vector<Annotation> links_of_contents(const Law& law, std::size_t provision) {
  const Provision& contents = law.provisions[provision];
  std::vector<Annotation> out;
  std::size_t from = 0;  // 第一節 総則 comes again in each chapter: headings are met in order
  for (const corpus::Layout& l : contents.layout) {
    if (l.kind != LayoutKind::entry) continue;
    std::string_view line = l.span.of(contents.text);
    line = line.substr(0, line.find(corpus::kLineGap));
    line = line.substr(0, line.find("（第"));
    line = corpus::trim(line);
    const std::string key = without_space(line);
    if (key.empty()) continue;
    for (std::size_t i = from; i < law.provisions.size(); ++i) {
      const Provision& p = law.provisions[i];
      if (p.segment.kind == SegmentKind::paragraph || p.segment.kind == SegmentKind::item) continue;
      if (is_amending(p) || i == provision || key_of(p) != key) continue;
      const std::size_t begin = static_cast<std::size_t>(line.data() - contents.text.data());
      out.push_back(
          {{begin, begin + line.size()}, "a", {{"href", fragment_of(law.address(i))}}, {}});
      from = i + 1;
      break;
    }
  }
  return out;
}

}  // namespace web
