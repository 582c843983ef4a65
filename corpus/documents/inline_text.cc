// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/documents/inline_text.h"

#include <algorithm>
#include <iterator>

#include "corpus/char_kinds.h"

namespace documents {
namespace {

class LineCleaner {
 public:
  LineCleaner(InlineText& out, std::string_view flat, corpus::Span line,
              const std::map<std::size_t, LooseMark>& loose)
      : out_(out), flat_(flat), line_(line), loose_(loose) {}

  void run() {
    at_ = line_.begin;
    while (at_ < line_.end) {
      if (!skip_mark() && !skip_markup()) copy_letter();
    }
  }

 private:
  std::string_view rest() const { return flat_.substr(at_, line_.end - at_); }

  std::size_t behind_spaces(std::size_t at) const {
    while (at < line_.end && flat_[at] == ' ') ++at;
    return at;
  }

  // The mark's length and labels where one begins at `at`.
  std::optional<FoundMark> mark_at(std::size_t at) const {
    if (at >= line_.end) return std::nullopt;
    const auto loose = loose_.find(at);
    if (loose != loose_.end()) return FoundMark{loose->second.span.size(), {loose->second.label}};
    return mark_in_text(line_.of(flat_), at - line_.begin);
  }

  // With the white space that only parted the mark from its word.
  bool skip_mark() {
    const std::size_t begin = behind_spaces(at_);
    const auto mark = mark_at(begin);
    if (!mark) return false;
    for (const std::string& label : mark->labels) {
      out_.marks.push_back({out_.content.text.size(), label, {begin, begin + mark->length}, {}});
    }
    at_ = begin + mark->length;
    const std::size_t next = behind_spaces(at_);
    if (next > at_ && (next >= line_.end ||
                       corpus::is_japanese(corpus::first_of(flat_.substr(next))) || mark_at(next)))
      at_ = next;
    return true;
  }

  bool skip_markup() {
    const std::string_view text = rest();
    switch (text[0]) {
      case '*':
      case '_':
        return skip_emphasis(text);
      case '\\':
        return skip_escape(text);
      case '<':
        return skip_tag(text);
      case '[':
      case '!':
        return skip_link(text);
      case ']':
        return skip_link_target(text);
      default:
        return false;
    }
  }

  bool skip(std::size_t length) {
    at_ += length;
    return true;
  }

  bool skip_emphasis(std::string_view text) {
    return text.starts_with("**") || text.starts_with("__") ? skip(2) : false;
  }

  bool skip_escape(std::string_view text) {
    return text.size() > 1 &&
           std::string_view("\\`*_{}[]()#+-.!<>~|").find(text[1]) != std::string_view::npos &&
           skip(1) && (copy_letter(), true);
  }

  bool skip_tag(std::string_view text) {
    if (text.starts_with("<http")) return skip(1);
    static constexpr std::string_view kTags[] = {"br",     "sub",  "b",   "i", "u", "em",
                                                 "strong", "span", "sup", "p", "a", "font"};
    const std::size_t close = text.find('>');
    if (close == std::string_view::npos || close > 200) return false;
    std::string_view name = text.substr(1, close - 1);
    if (name.starts_with("/")) name.remove_prefix(1);
    name = name.substr(0, std::min(name.find_first_of(" /"), name.size()));
    if (std::find(std::begin(kTags), std::end(kTags), name) == std::end(kTags)) return false;
    if (name == "br") out_.content.replace(" ", {at_, at_ + close + 1});
    return skip(close + 1);
  }

  // [words](target), <https://…>: the words stay.
  bool skip_link(std::string_view text) {
    const std::size_t open = text[0] == '!' ? 1 : 0;
    if (text.size() <= open || text[open] != '[') return false;
    const std::size_t close = text.find("](");
    if (close == std::string_view::npos ||
        text.substr(open + 1, close - open - 1).find('[') != std::string_view::npos ||
        text.find(')', close) == std::string_view::npos)
      return false;
    return skip(open + 1);
  }

  bool skip_link_target(std::string_view text) {
    if (!text.starts_with("](")) return false;
    const std::size_t close = text.find(')');
    if (close == std::string_view::npos) return false;
    return skip(close + 1 + (text.substr(close + 1).starts_with(">") ? 1 : 0));
  }

  void copy_letter() {
    std::size_t next = at_;
    corpus::next_code_point(flat_, next);
    out_.content.copy(flat_, {at_, next});
    at_ = next;
  }

  InlineText& out_;
  std::string_view flat_;
  corpus::Span line_;
  const std::map<std::size_t, LooseMark>& loose_;
  std::size_t at_ = 0;
};

}  // namespace

void append_line(InlineText& out, std::string_view flat, corpus::Span line,
                 const std::map<std::size_t, LooseMark>& loose) {
  LineCleaner(out, flat, line, loose).run();
}

void append_row(InlineText& out, std::string_view flat, corpus::Span line,
                const std::map<std::size_t, LooseMark>& loose) {
  const std::string_view text = line.of(flat);
  if (!text.starts_with("|")) return append_line(out, flat, line, loose);
  if (text.find_first_not_of("|-: \t") == std::string_view::npos) return;  // |---|---|
  std::size_t begin = line.begin + 1;
  const std::size_t end = text.ends_with("|") ? line.end - 1 : line.end;
  while (begin <= end) {
    const std::size_t bar = std::min(flat.find('|', begin), end);
    corpus::Span cell{begin, bar};
    while (!cell.empty() && flat[cell.begin] == ' ') ++cell.begin;
    while (!cell.empty() && flat[cell.end - 1] == ' ') --cell.end;
    append_line(out, flat, cell, loose);
    if (bar >= end) break;
    out.content.replace("\t", {bar, bar + 1});
    begin = bar + 1;
  }
}

}  // namespace documents
