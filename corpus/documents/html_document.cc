// SPDX-License-Identifier: GPL-2.0-or-later
// HTML by gumbo: what a reader of the page would read, block by block; scripts, styles, menus and
// forms are left out.
#include <gumbo.h>

#include <algorithm>
#include <iterator>
#include <memory>

#include "corpus/char_kinds.h"
#include "corpus/documents/document_reader.h"
#include "corpus/error.h"

namespace documents {
namespace {

// Elements left open in one another; what goes deeper was not written by hand.
constexpr std::size_t kDeepest = 12000;
constexpr std::size_t kMostBytes = 16U << 20;

enum class Tag : std::uint8_t {
  inline_,
  block,
  skip,
  heading,
  item,
  row,
  cell,
  box,
  line_break,
  raised
};

struct TagRow {
  GumboTag tag;
  Tag does;
};
constexpr TagRow kTags[] = {
    {GUMBO_TAG_SCRIPT, Tag::skip},      {GUMBO_TAG_STYLE, Tag::skip},
    {GUMBO_TAG_NOSCRIPT, Tag::skip},    {GUMBO_TAG_TEMPLATE, Tag::skip},
    {GUMBO_TAG_IFRAME, Tag::skip},      {GUMBO_TAG_OBJECT, Tag::skip},
    {GUMBO_TAG_SVG, Tag::skip},         {GUMBO_TAG_MATH, Tag::skip},
    {GUMBO_TAG_HEAD, Tag::skip},        {GUMBO_TAG_NAV, Tag::skip},
    {GUMBO_TAG_BUTTON, Tag::skip},      {GUMBO_TAG_SELECT, Tag::skip},
    {GUMBO_TAG_TEXTAREA, Tag::skip},    {GUMBO_TAG_RT, Tag::skip},
    {GUMBO_TAG_RP, Tag::skip},          {GUMBO_TAG_H1, Tag::heading},
    {GUMBO_TAG_H2, Tag::heading},       {GUMBO_TAG_H3, Tag::heading},
    {GUMBO_TAG_H4, Tag::heading},       {GUMBO_TAG_H5, Tag::heading},
    {GUMBO_TAG_H6, Tag::heading},       {GUMBO_TAG_LI, Tag::item},
    {GUMBO_TAG_TR, Tag::row},           {GUMBO_TAG_TD, Tag::cell},
    {GUMBO_TAG_TH, Tag::cell},          {GUMBO_TAG_BLOCKQUOTE, Tag::box},
    {GUMBO_TAG_ASIDE, Tag::box},        {GUMBO_TAG_PRE, Tag::box},
    {GUMBO_TAG_BR, Tag::line_break},    {GUMBO_TAG_SUP, Tag::raised},
    {GUMBO_TAG_P, Tag::block},          {GUMBO_TAG_DIV, Tag::block},
    {GUMBO_TAG_SECTION, Tag::block},    {GUMBO_TAG_ARTICLE, Tag::block},
    {GUMBO_TAG_MAIN, Tag::block},       {GUMBO_TAG_HEADER, Tag::block},
    {GUMBO_TAG_FOOTER, Tag::block},     {GUMBO_TAG_UL, Tag::block},
    {GUMBO_TAG_OL, Tag::block},         {GUMBO_TAG_DL, Tag::block},
    {GUMBO_TAG_DT, Tag::block},         {GUMBO_TAG_DD, Tag::block},
    {GUMBO_TAG_TABLE, Tag::block},      {GUMBO_TAG_FIGURE, Tag::block},
    {GUMBO_TAG_FIGCAPTION, Tag::block}, {GUMBO_TAG_HR, Tag::block},
    {GUMBO_TAG_BODY, Tag::block},       {GUMBO_TAG_FORM, Tag::block},
    {GUMBO_TAG_ADDRESS, Tag::block},    {GUMBO_TAG_CAPTION, Tag::block},
    {GUMBO_TAG_CENTER, Tag::block},     {GUMBO_TAG_DETAILS, Tag::block},
    {GUMBO_TAG_SUMMARY, Tag::block},
};

Tag what_does(GumboTag tag) {
  const auto* row = std::find_if(std::begin(kTags), std::end(kTags),
                                 [&](const TagRow& r) { return r.tag == tag; });
  return row == std::end(kTags) ? Tag::inline_ : row->does;
}

// Tags open at once, roughly; gumbo itself gives a tree back by recursion.
std::size_t deepest(std::string_view html) {
  std::size_t depth = 0, most = 0;
  for (std::size_t at = html.find('<'); at != std::string_view::npos; at = html.find('<', at + 1)) {
    const char next = at + 1 < html.size() ? html[at + 1] : ' ';
    if (next == '/')
      depth -= depth > 0;
    else if (corpus::is_ascii_letter(static_cast<unsigned char>(next)) &&
             html.substr(at, 3) != "<br")
      most = std::max(most, ++depth);
    if (html.substr(at, 3) == "<p>" || html.substr(at, 4) == "<li>" ||
        html.substr(at, 3) == "<hr" || html.substr(at, 4) == "<img" ||
        html.substr(at, 5) == "<meta" || html.substr(at, 5) == "<link" ||
        html.substr(at, 6) == "<input")
      depth -= depth > 0;
  }
  return most;
}

struct Place {
  const GumboNode* node;
  bool leave;
};

class Flattener {
 public:
  Flattener(std::string_view html, FlatText& out) : html_(html), out_(out) {}

  void run(const GumboNode* root) {
    std::vector<Place> todo{{root, false}};
    while (!todo.empty()) {
      const Place place = todo.back();
      todo.pop_back();
      if (place.node->type == GUMBO_NODE_TEXT || place.node->type == GUMBO_NODE_WHITESPACE ||
          place.node->type == GUMBO_NODE_CDATA) {
        add_text(place.node->v.text);
        continue;
      }
      if (place.node->type != GUMBO_NODE_ELEMENT && place.node->type != GUMBO_NODE_DOCUMENT)
        continue;
      const bool element = place.node->type == GUMBO_NODE_ELEMENT;
      const Tag does = element ? what_does(place.node->v.element.tag) : Tag::block;
      if (does == Tag::skip) continue;
      if (place.leave) {
        leave(place.node->v.element, does);
        continue;
      }
      const GumboVector& children =
          element ? place.node->v.element.children : place.node->v.document.children;
      if (element) {
        enter(place.node->v.element, does);
        todo.push_back({place.node, true});
      }
      for (unsigned c = children.length; c-- > 0;)
        todo.push_back({static_cast<const GumboNode*>(children.data[c]), false});
    }
    close_line();
  }

 private:
  void enter(const GumboElement& element, Tag does) {
    switch (does) {
      case Tag::heading:
        close_line();
        line_.role = LineRole::heading;
        line_.level = static_cast<unsigned>(element.tag - GUMBO_TAG_H1) + 1;
        break;
      case Tag::item: {
        close_line();
        line_.role = LineRole::bullet;
        line_.mark = "・";
        line_.level = lists_ > 0 ? lists_ - 1 : 0;
        const GumboAttribute* id = gumbo_get_attribute(&element.attributes, "id");
        const std::string_view name = id != nullptr ? id->value : "";
        const std::size_t digits = name.find_first_of("0123456789");
        if ((name.starts_with("fn") || name.starts_with("footnote") || name.starts_with("note")) &&
            digits != std::string_view::npos) {
          line_.role = LineRole::note;
          line_.mark = name.substr(digits);
        }
        break;
      }
      case Tag::row:
        close_line();
        rows_ = true;
        break;
      case Tag::cell:
        if (!rows_)
          close_line();
        else if (!blank())
          add(std::string_view("\t"), element.start_pos.offset);
        break;
      case Tag::box:
        close_line();
        ++boxes_;
        break;
      case Tag::block:
        if (element.tag == GUMBO_TAG_UL || element.tag == GUMBO_TAG_OL) ++lists_;
        if (!rows_)
          break_line();
        else
          space_ = true;
        break;
      case Tag::line_break:
        if (rows_) {
          space_ = true;
        } else {
          broken_ = true;
          break_line();
          broken_ = true;
        }
        break;
      case Tag::raised:
        add("<sup>", element.start_pos.offset);
        raised_ = true;
        break;
      default:
        break;
    }
  }

  void leave(const GumboElement& element, Tag does) {
    switch (does) {
      case Tag::heading:
      case Tag::item:
        close_line();
        break;
      case Tag::row:
        close_line();
        rows_ = false;
        break;
      case Tag::box:
        close_line();
        --boxes_;
        break;
      case Tag::block:
        if (element.tag == GUMBO_TAG_UL || element.tag == GUMBO_TAG_OL) lists_ -= lists_ > 0;
        if (!rows_)
          break_line();
        else
          space_ = true;
        broken_ = false;
        break;
      case Tag::raised:
        add("</sup>", element.end_pos.offset);
        raised_ = false;
        break;
      default:
        break;
    }
  }

  bool blank() const { return out_.content.text.size() == begin_; }

  void add(std::string_view words, std::size_t source) {
    source = std::min(source, html_.size());
    out_.content.replace(words, {source, source});
  }

  // An item or heading keeps its role while blocks inside it begin.
  void break_line() {
    if (!blank()) close_line();
  }

  void close_line() {
    while (!blank() && (out_.content.text.ends_with(' ') || out_.content.text.ends_with('\t'))) {
      trimmed_ = true;
      break;
    }
    if (!blank()) {
      line_.content = {begin_, out_.content.text.size()};
      while (!line_.content.empty() && (out_.content.text[line_.content.end - 1] == ' ' ||
                                        out_.content.text[line_.content.end - 1] == '\t'))
        --line_.content.end;
      line_.number = line_of_source();
      line_.whole = !broken_;
      if (rows_)
        line_.role = LineRole::table;
      else if (boxes_ > 0 && line_.role == LineRole::open)
        line_.role = LineRole::box;
      if (!line_.content.empty()) {
        out_.given.push_back(line_);
        DocumentLine gap;
        gap.role = LineRole::blank;
        gap.number = line_.number;
        gap.content = {line_.content.end, line_.content.end};
        if (!broken_) out_.given.push_back(gap);
      }
      add("\n", 0);
    }
    begin_ = out_.content.text.size();
    line_ = {};
    space_ = false;
  }

  // Lines only go forward; counted once.
  std::size_t line_of_source() {
    const corpus::Span source = out_.content.map.to_source({begin_, begin_ + 1});
    if (source.begin > counted_) {
      lines_ += static_cast<std::size_t>(
          std::count(html_.begin() + static_cast<std::ptrdiff_t>(counted_),
                     html_.begin() + static_cast<std::ptrdiff_t>(source.begin), '\n'));
      counted_ = source.begin;
    }
    return lines_;
  }

  void add_text(const GumboText& node) {
    const std::string_view words = node.text;
    const std::string_view raw(node.original_text.data, node.original_text.length);
    const std::size_t base = static_cast<std::size_t>(raw.data() - html_.data());
    if (base > html_.size()) return;
    std::size_t from = 0;  // in raw
    for (std::size_t at = 0; at < words.size();) {
      const std::size_t begin = at;
      const char32_t c = corpus::next_code_point(words, at);
      const std::size_t length =
          source_length(raw.substr(std::min(from, raw.size())), words.substr(begin, at - begin));
      const corpus::Span source{std::min(base + from, html_.size()),
                                std::min(base + from + length, html_.size())};
      from += length;
      if (corpus::is_space(c) || c == U'\u00A0') {
        space_ = space_ || !blank();
        continue;
      }
      if (space_ && !blank()) add_space(c, source.begin);
      space_ = false;
      out_.content.replace(words.substr(begin, at - begin), source);
    }
  }

  // A line break between two Japanese letters is no space.
  void add_space(char32_t next, std::size_t source) {
    const char32_t last = corpus::last_of(out_.content.text);
    if (corpus::is_japanese(last) && corpus::is_japanese(next)) return;
    add(" ", source);
  }

  // How many bytes of the source the letter was written with: é as &eacute;.
  static std::size_t source_length(std::string_view raw, std::string_view letter) {
    if (raw.starts_with("&") &&
        !(letter == "&" && !raw.starts_with("&amp") && !raw.starts_with("&#"))) {
      const std::size_t end = raw.find_first_of("; <&\n", 1);
      return end == std::string_view::npos ? raw.size() : end + (raw[end] == ';');
    }
    if (raw.starts_with("\r\n") && letter == "\n") return 2;
    return std::min(letter.size(), raw.size());
  }

  std::string_view html_;
  FlatText& out_;
  DocumentLine line_;
  std::size_t begin_ = 0;
  std::size_t counted_ = 0;
  std::size_t lines_ = 1;
  unsigned lists_ = 0;
  unsigned boxes_ = 0;
  bool rows_ = false;
  bool space_ = false;
  bool broken_ = false;
  bool raised_ = false;
  bool trimmed_ = false;
};

}  // namespace

FlatText flatten_html(std::string_view bytes, const std::string& where, std::string& encoding) {
  const FlatText decoded = flatten_text(bytes, where, encoding);
  const std::string& html = decoded.content.text;
  if (html.size() > kMostBytes)
    throw corpus::Error("HTMLが大きすぎます（" + std::to_string(html.size() >> 20) + "MB）", where,
                        "ページに分けてください");
  if (deepest(html) > kDeepest)
    throw corpus::Error("HTMLの要素が深く入れ子になりすぎています", where,
                        "ファイルを取り直すか、テキストにしてください");
  struct Destroy {
    void operator()(GumboOutput* output) const {
      gumbo_destroy_output(&kGumboDefaultOptions, output);
    }
  };
  const std::unique_ptr<GumboOutput, Destroy> tree(
      gumbo_parse_with_options(&kGumboDefaultOptions, html.data(), html.size()));
  if (!tree) throw corpus::Error("HTMLを読めません", where, "ファイルを取り直してください");
  FlatText out;
  Flattener(html, out).run(tree->document);
  if (out.given.empty())
    throw corpus::Error("HTMLに文章がありません", where, "本文のあるページか、確かめてください");
  out.content.map = out.content.map.then(decoded.content.map);
  return out;
}

}  // namespace documents
