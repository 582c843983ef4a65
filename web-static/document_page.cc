// SPDX-License-Identifier: GPL-2.0-or-later
#include "web-static/document_page.h"

#include <algorithm>

#include "web-static/html.h"
#include "web-static/render.h"

namespace web {
namespace {

using citations::ReferenceRecord;
using documents::Block;
using documents::BlockKind;
using documents::DocumentText;

// Those whose span lies in the block, with spans in its own text. `records` are sorted by span.
class RecordsByBlock {
 public:
  RecordsByBlock(const std::string& text, std::vector<ReferenceRecord> records)
      : text_(text), records_(std::move(records)) {
    std::stable_sort(records_.begin(), records_.end(), [](const auto& a, const auto& b) {
      return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end > b.span.end;
    });
  }

  // Blocks are asked for in the order of the text.
  std::vector<ReferenceRecord> of(corpus::Span block) {
    if (block.begin < at_) return {};
    const std::size_t begin = points_to(block.begin);
    const std::size_t end = points_to(block.end);
    std::vector<ReferenceRecord> out;
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
  std::vector<ReferenceRecord> records_;
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

}  // namespace

std::string render_document(const DocumentText& document,
                            const std::vector<ReferenceRecord>& records,
                            const LinkContext& context) {
  std::vector<std::size_t> section_of(document.blocks.size(), 0);
  for (std::size_t s = 0; s < document.sections.size(); ++s) {
    if (const auto heading = document.sections[s].heading; heading && *heading < section_of.size())
      section_of[*heading] = s;
  }
  RecordsByBlock by_block(document.text, records);
  std::string out = "<div id=\"s0\"></div>";
  unsigned level = 1;
  for (std::size_t i = 0; i < document.blocks.size(); ++i) {
    const Block& block = document.blocks[i];
    const std::string_view text = block.text.of(document.text);
    const std::string html =
        render_inline(text, links_of_references(text, by_block.of(block.text), context));
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
