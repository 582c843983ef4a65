// SPDX-License-Identifier: GPL-2.0-or-later
#include "web-static/document_page.h"

#include <algorithm>
#include <set>
#include <span>

#include "corpus/address_text.h"
#include "web-static/html.h"
#include "web-static/render.h"

namespace web {
namespace {

using citations::ReferenceRecord;
using documents::Block;
using documents::BlockKind;
using documents::DocumentText;
using prose::DocumentTermRecord;

// Those whose span lies in the block, with spans in its own text. `records` are sorted by span.
template <typename Record>
class RecordsByBlock {
 public:
  RecordsByBlock(const std::string& text, std::vector<Record> records)
      : text_(text), records_(std::move(records)) {
    std::stable_sort(records_.begin(), records_.end(), [](const auto& a, const auto& b) {
      return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end > b.span.end;
    });
  }

  // Blocks are asked for in the order of the text.
  std::vector<Record> of(corpus::Span block) {
    if (block.begin < at_) return {};
    const std::size_t begin = points_to(block.begin);
    const std::size_t end = points_to(block.end);
    std::vector<Record> out;
    while (next_ < records_.size() && records_[next_].span.begin < begin) ++next_;
    for (; next_ < records_.size() && records_[next_].span.begin < end; ++next_) {
      if (records_[next_].span.end > end) continue;
      out.push_back(records_[next_]);
      out.back().span.begin -= begin;
      out.back().span.end -= begin;
    }
    return out;
  }

 private:
  std::size_t points_to(std::size_t byte) {
    points_ += corpus::count_code_points(std::string_view(text_).substr(at_, byte - at_));
    at_ = byte;
    return points_;
  }

  const std::string& text_;
  std::vector<Record> records_;
  std::size_t next_ = 0;
  std::size_t at_ = 0;
  std::size_t points_ = 0;
};

std::string_view class_of(BlockKind kind) {
  switch (kind) {
    case BlockKind::bullet:
      return "bullet";
    case BlockKind::table:
      return "plain-table";
    case BlockKind::box:
      return "box";
    case BlockKind::footnote:
      return "footnote";
    case BlockKind::heading:
    case BlockKind::paragraph:
      break;
  }
  return "t";
}

std::size_t byte_at(std::string_view text, std::size_t letters) {
  std::size_t at = 0;
  for (; letters > 0 && at < text.size(); --letters) corpus::next_code_point(text, at);
  return at;
}

// The law's words, each where a section first uses it; of several meanings all are named.
class TermLinks {
 public:
  explicit TermLinks(const LinkContext& context) : context_(context) {}

  void begin_section() { linked_.clear(); }

  // `records`: those of one block.
  void add(std::vector<Annotation>& out, std::string_view text,
           const std::vector<DocumentTermRecord>& records) {
    for (std::size_t i = 0; i < records.size();) {
      std::size_t next = i;
      while (next < records.size() && records[next].span == records[i].span) ++next;
      if (linked_.insert(records[i].text).second) add_link(out, text, {&records[i], next - i});
      i = next;
    }
  }

 private:
  void add_link(std::vector<Annotation>& out, std::string_view text,
                std::span<const DocumentTermRecord> meanings) const {
    std::string words, href;
    for (const DocumentTermRecord& m : meanings) {
      const auto address = corpus::parse_address(m.address);
      const auto place = address ? context_.map.link_to(*address) : std::nullopt;
      if (!place) continue;
      if (href.empty()) href = href_of(*place, context_);
      words +=
          (words.empty() ? "用語：「" : "、「") + m.term + "」（" +
          to_japanese(*address, corpus::NumberStyle::kanji, context_.map.laws()[place->law].title) +
          "）";
    }
    const auto& span = meanings.front().span;
    if (!href.empty())
      out.push_back({{byte_at(text, span.begin), byte_at(text, span.end)},
                     "a",
                     {{"class", "term"}, {"href", href}, {"title", words}},
                     {}});
  }

  const LinkContext& context_;
  std::set<std::string> linked_;
};

}  // namespace

std::string render_document(const DocumentText& document,
                            const std::vector<ReferenceRecord>& records,
                            const std::vector<DocumentTermRecord>& terms,
                            const LinkContext& context) {
  std::vector<std::size_t> section_of(document.blocks.size(), 0);
  for (std::size_t s = 0; s < document.sections.size(); ++s) {
    if (const auto heading = document.sections[s].heading; heading && *heading < section_of.size())
      section_of[*heading] = s;
  }
  RecordsByBlock by_block(document.text, records);
  RecordsByBlock terms_by_block(document.text, terms);
  TermLinks term_links(context);
  std::string out = "<div id=\"s0\"></div>";
  unsigned level = 1;
  for (std::size_t i = 0; i < document.blocks.size(); ++i) {
    const Block& block = document.blocks[i];
    const std::string_view text = block.text.of(document.text);
    if (block.kind == BlockKind::heading) term_links.begin_section();
    auto links = links_of_references(text, by_block.of(block.text), context);
    const auto words = terms_by_block.of(block.text);
    // A heading is for finding one's way.
    if (block.kind != BlockKind::heading) term_links.add(links, text, words);
    const std::string html = render_inline(text, std::move(links));
    if (block.kind == BlockKind::heading) {
      level = std::clamp(block.level + 1, 2U, std::min(level + 1, 6U));
      const std::string tag = "h" + std::to_string(level);
      out +=
          '<' + tag + " id=\"s" + std::to_string(section_of[i]) + "\">" + html + "</" + tag + ">\n";
      continue;
    }
    const bool lines = block.kind == BlockKind::table || block.kind == BlockKind::box;
    const std::string tag = lines ? "div" : "p";
    out += '<' + tag + " class=\"" + std::string(class_of(block.kind)) + "\">";
    if (!block.mark.empty()) out += "<span class=\"num\">" + escaped(block.mark) + "　</span>";
    out += html + "</" + tag + ">\n";
  }
  return out;
}

std::string render_outline(const DocumentText& document) {
  std::string out;
  for (std::size_t s = 1; s < document.sections.size(); ++s) {
    const auto heading = document.sections[s].heading;
    if (!heading || *heading >= document.blocks.size()) continue;
    out += "<li class=\"l" + std::to_string(std::min(document.sections[s].level, 6U)) +
           "\"><a href=\"#s" + std::to_string(s) + "\">" +
           escaped(document.blocks[*heading].text.of(document.text)) + "</a></li>";
  }
  return out.empty() ? out : "<ul>" + out + "</ul>";
}

}  // namespace web
