// SPDX-License-Identifier: GPL-2.0-or-later
#include "web-static/law_page.h"

#include <algorithm>

#include "web-static/brackets.h"
#include "web-static/html.h"
#include "web-static/law_contents.h"
#include "web-static/render.h"

namespace web {
namespace {

using corpus::Law;
using corpus::Provision;
using corpus::SegmentKind;

class PageWriter {
 public:
  PageWriter(const Law& law, const LawNumberOf& number_of, const PageNotes& notes)
      : law_(law), number_of_(number_of), notes_(notes) {}

  std::string write() {
    const auto& all = law_.provisions;
    bool amending = false;
    for (std::size_t i = 0; i < all.size(); i = all[i].end) {
      if (is_amending(all[i]) != amending) {
        amending = !amending;
        out_ += amending ? "<section class=\"amending\"><h2>改正法の附則</h2>" : "</section>";
      }
      write_provision(i, 2);
    }
    if (amending) out_ += "</section>";
    return std::move(out_);
  }

  std::string write(std::size_t provision, int level) {
    write_provision(provision, level);
    return std::move(out_);
  }

 private:
  void write_provision(std::size_t i, int level) {
    switch (law_.provisions[i].segment.kind) {
      case SegmentKind::part:
      case SegmentKind::chapter:
      case SegmentKind::section:
      case SegmentKind::subsection:
      case SegmentKind::division:
        return write_chapter(i, level);
      case SegmentKind::article:
        return write_article(i, level);
      case SegmentKind::paragraph:
        return write_numbered(i, level, "paragraph");
      case SegmentKind::item:
        return write_numbered(i, level, "item");
      case SegmentKind::subitem:
        return write_numbered(i, level, "subitem");
      case SegmentKind::suppl:
        return write_suppl(i, level);
      case SegmentKind::contents:
        return write_contents(i);
      case SegmentKind::enactment:
        open("div", "enactment", i);
        write_inside(i, level, {});
        out_ += "</div>";
        return;
      case SegmentKind::preamble:
        open("section", "preamble", i);
        write_heading(level, "前文", i);
        write_inside(i, level + 1, {});
        out_ += "</section>";
        return;
      case SegmentKind::table:
      case SegmentKind::form:
      case SegmentKind::appendix:
        return write_appendix(i, level);
    }
  }

  void write_chapter(std::size_t i, int level) {
    const Provision& p = law_.provisions[i];
    open("section", std::string("chapter ") + (level > 3 ? "low" : "high"), i);
    open_heading(level);
    write_self_link(i, p.num.empty() ? p.caption : p.num);
    if (!p.num.empty() && !p.caption.empty()) out_ += corpus::kColumnGap;
    if (!p.num.empty()) out_ += render_inline(p.caption, annotations_of(p.caption_marks));
    close_heading(level);
    write_inside(i, level + 1, {});
    out_ += "</section>";
  }

  void write_article(std::size_t i, int level) {
    const Provision& p = law_.provisions[i];
    std::string kind = "article";
    if (p.caption.empty()) kind += " bare";
    if (p.deleted) kind += " deleted";
    open("section", kind, i);
    open_heading(level);
    if (!p.caption.empty()) write_caption(p);
    write_self_link(i, p.num.empty() ? to_anchor(law_.address(i)) : p.num);
    close_heading(level);
    out_ += "<a class=\"egov\" href=\"" + escaped(egov_url(law_, law_.address(i))) +
            "\" aria-label=\"e-Govで" + escaped(p.num) + "を開く\">e-Gov</a>";
    write_inside(i, level + 1, {});
    if (!p.note.empty()) out_ += "<p class=\"note\">" + escaped(p.note) + "</p>";
    write_beside(i);
    out_ += "</section>";
  }

  // 項, 号, イ: the number stands at the head of the first line.
  void write_numbered(std::size_t i, int level, std::string_view kind) {
    const Provision& p = law_.provisions[i];
    open("div", std::string(kind) + (p.deleted ? " deleted" : ""), i);
    if (!p.caption.empty()) {
      out_ += "<p class=\"caption-line\">";
      write_caption(p);
      out_ += "</p>";
    }
    write_inside(i, level, p.num);
    if (!p.note.empty()) out_ += "<p class=\"note\">" + escaped(p.note) + "</p>";
    write_beside(i);
    out_ += "</div>";
  }

  // What amending laws added is folded: it is long, and seldom what a reader came for.
  void write_suppl(std::size_t i, int level) {
    const Provision& p = law_.provisions[i];
    const bool folded = is_amending(p);
    open(folded ? "details" : "section", "suppl", i);
    if (folded) out_ += "<summary>";
    write_heading(folded ? level + 1 : level, suppl_heading(p, number_of_), folded ? kNoLink : i);
    if (folded) out_ += "</summary>";
    write_inside(i, folded ? level + 2 : level + 1, {});
    out_ += folded ? "</details>" : "</section>";
  }

  void write_contents(std::size_t i) {
    open("details", "contents", i);
    out_ += "<summary>目次</summary>";
    write_inside(i, 2, {});
    out_ += "</details>";
  }

  void write_appendix(std::size_t i, int level) {
    const Provision& p = law_.provisions[i];
    open("section", "appendix", i);
    write_heading(level, p.num.empty() ? to_anchor(law_.address(i)) : p.num, i);
    if (!p.related.empty()) out_ += "<p class=\"related\">" + escaped(p.related) + "</p>";
    write_inside(i, level + 1, {});
    const auto is_figure = [](const corpus::Mark& m) { return m.kind == corpus::MarkKind::figure; };
    if ((p.text.empty() && p.end == i + 1) ||
        std::any_of(p.marks.begin(), p.marks.end(), is_figure)) {
      out_ += "<p class=\"note\">図や様式は、<a href=\"" + escaped(egov_url(law_, {})) +
              "\">e-Govの公式の本文</a>にあります。</p>";
    }
    write_beside(i);
    out_ += "</section>";
  }

  // The provision's own words, with the provisions inside it where the source has them.
  void write_inside(std::size_t i, int level, std::string_view number) {
    const Provision& p = law_.provisions[i];
    auto annotations = annotations_of(law_, i);
    if (p.segment.kind == SegmentKind::contents) {
      auto links = links_of_contents(law_, i);
      annotations.insert(annotations.end(), links.begin(), links.end());
    } else {
      const auto brackets = annotations_of_brackets(p.text);
      annotations.insert(annotations.end(), brackets.begin(), brackets.end());
      if (const auto found = notes_.found.find(i); found != notes_.found.end())
        annotations.insert(annotations.end(), found->second.begin(), found->second.end());
    }
    const auto pieces = pieces_of(p, i);
    const auto html = render_pieces(p, pieces, std::move(annotations));
    std::size_t next = 0;
    const auto write_pieces_before = [&](std::size_t provision) {
      for (; next < pieces.size() && pieces[next].before <= provision; ++next) {
        write_piece(pieces[next], html[next], i, next == 0 ? number : std::string_view{});
      }
    };
    for (std::size_t k = i + 1; k < p.end; k = law_.provisions[k].end) {
      write_pieces_before(k);
      write_provision(k, level);
    }
    write_pieces_before(SIZE_MAX);
  }

  void write_piece(const Piece& piece, const std::string& html, std::size_t i,
                   std::string_view number) {
    if (html.empty() && number.empty()) return;
    const std::string_view tag = piece.first_layout == piece.last_layout ? "p" : "div";
    out_ += '<' + std::string(tag) + " class=\"t\">";
    if (!number.empty()) {
      out_ += "<a class=\"num\" href=\"" + fragment_of(law_.address(i)) + "\">" + escaped(number) +
              std::string(corpus::kColumnGap) + "</a>";
    }
    out_ += html + "</" + std::string(tag) + ">\n";
  }

  void write_beside(std::size_t i) {
    if (const auto beside = notes_.beside.find(i); beside != notes_.beside.end())
      out_ += beside->second;
  }

  void write_caption(const Provision& p) {
    out_ += "<span class=\"caption\">" + render_inline(p.caption, annotations_of(p.caption_marks)) +
            "</span>";
  }

  void open(std::string_view tag, std::string_view css_class, std::size_t i) {
    out_ += '<' + std::string(tag) + " class=\"" + std::string(css_class) + "\" id=\"" +
            escaped(to_anchor(law_.address(i))) + "\">";
  }

  void open_heading(int level) { out_ += "<h" + std::to_string(std::min(level, 6)) + '>'; }
  void close_heading(int level) { out_ += "</h" + std::to_string(std::min(level, 6)) + '>'; }

  void write_heading(int level, std::string_view text, std::size_t link) {
    open_heading(level);
    if (link == kNoLink) {
      out_ += escaped(text);
    } else {
      write_self_link(link, text);
    }
    close_heading(level);
  }

  void write_self_link(std::size_t i, std::string_view text) {
    out_ +=
        "<a class=\"self\" href=\"" + fragment_of(law_.address(i)) + "\">" + escaped(text) + "</a>";
  }

  static constexpr std::size_t kNoLink = SIZE_MAX;

  const Law& law_;
  const LawNumberOf& number_of_;
  const PageNotes& notes_;
  std::string out_;
};

}  // namespace

LawPage render_law(const Law& law, const LawNumberOf& number_of, const PageNotes& notes) {
  return {render_contents(law, number_of), PageWriter(law, number_of, notes).write()};
}

std::string render_provision(const Law& law, std::size_t provision, int level,
                             const LawNumberOf& number_of, const PageNotes& notes) {
  return PageWriter(law, number_of, notes).write(provision, level);
}

std::string render_title(const Law& law) {
  return render_inline(law.title, annotations_of(law.title_marks));
}

}  // namespace web
