// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/jobun/document_text.h"

#include <fmt/format.h>

#include <iostream>
#include <set>
#include <utility>

#include "corpus/error.h"
#include "query/jobun/records.h"
#include "query/jobun/reference_text.h"
#include "query/jobun/terminal.h"

namespace jobun {
namespace {

using documents::BlockKind;

const prose::DocumentEntry& find_entry(const indexer::KnowledgeBase& kb, const std::string& text,
                                       const prose::DocumentAddress& address) {
  if (const prose::DocumentEntry* entry = kb.document(address.id)) return *entry;
  const prose::DocumentEntry* only = nullptr;  // the beginning of one id will do
  std::string names;
  for (const prose::DocumentEntry& d : kb.documents()) {
    if (d.id.starts_with(address.id)) only = only == nullptr ? &d : nullptr;
    names += (names.empty() ? "" : "、") + ("doc:" + d.id);
  }
  if (only != nullptr) return *only;
  throw corpus::Error("その文書はありません", text,
                      names.empty() ? "文書を corpus.toml に書いて jobun index を実行してください"
                                    : "次のどれかにしてください: " + names);
}

prose::DocumentAddress read_address(const std::string& text) {
  if (auto address = prose::parse_document_address(text)) return *address;
  throw corpus::Error("文書の番地が読めません", text,
                      "doc:文書名 か doc:文書名#s3 のように書いてください");
}

void print_wrapped(const std::string& text, TextStyle style, std::size_t indent) {
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string line = text.substr(at, end - at);
    std::cout << (style == TextStyle::markdown ? std::string(indent, ' ') + line
                                               : wrap(line, terminal_width(), indent))
              << '\n';
    at = end + 1;
  }
}

void print_block(const documents::DocumentText& document, const documents::Block& block,
                 TextStyle style) {
  const std::string text(block.text.of(document.text));
  const bool markdown = style == TextStyle::markdown;
  switch (block.kind) {
    case BlockKind::heading:
      std::cout << '\n'
                << (markdown ? std::string(std::min(block.level + 1, 6U), '#') + ' ' + text
                             : paint(Paint::title, text, std::cout))
                << "\n\n";
      break;
    case BlockKind::bullet:
      print_wrapped((markdown && block.mark.size() == 1 ? "-" : block.mark) + ' ' + text, style,
                    2 + 2 * std::min(block.level, 6U));
      break;
    case BlockKind::table:
      print_wrapped(text, style, 4);
      break;
    case BlockKind::box:
      print_wrapped(text, style, 4);
      break;
    case BlockKind::footnote:
      print_wrapped((block.mark.empty() ? "" : "［" + block.mark + "］") + text, style, 4);
      break;
    case BlockKind::paragraph:
      print_wrapped(text, style, 0);
      break;
  }
}

Record block_record(const prose::DocumentEntry& entry, const documents::DocumentText& document,
                    std::size_t section, const documents::Block& block) {
  const corpus::CodePointSpan span = corpus::to_code_points(document.text, block.text);
  return {{"address", to_string(prose::DocumentAddress{entry.id, section, 1})},
          {"document", entry.title},
          {"date", document_date(entry.date)},
          {"kind", to_string(block.kind)},
          {"level", block.level},
          {"mark", block.mark},
          {"line", block.line},
          {"start", span.begin},
          {"end", span.end},
          {"text", block.text.of(document.text)}};
}

void print_heading(const prose::DocumentEntry& entry, TextStyle style) {
  std::cout << format_heading({entry.title, document_date(entry.date), entry.source,
                               entry.digest ? "要旨（原文ではありません）" : ""},
                              style);
}

// Each word once: 「基幹インフラ事業者」→ 特別社会基盤事業者（…法第二条第三項）
void print_terms(const std::vector<prose::DocumentTermRecord>& terms, const std::string& section,
                 const indexer::KnowledgeBase& kb, TextStyle style) {
  std::set<std::pair<std::string, std::string>> shown;
  for (const auto& t : terms) {
    if (t.from != section || !shown.emplace(t.text, t.address).second) continue;
    if (shown.size() == 1)
      std::cout << '\n' << (style == TextStyle::markdown ? "### 用語\n\n" : "用語\n");
    const std::string line = "「" + t.text + "」→ " + (t.everyday ? t.term : "") + "（" +
                             name_of_target(t.address, kb, "") + "）";
    if (style == TextStyle::markdown)
      std::cout << "- " << line << " (`" << t.address << "`)\n";
    else
      std::cout << wrap(line, terminal_width(), 2) << '\n';
  }
}

void print_outline(const prose::DocumentEntry& entry, const documents::DocumentText& document,
                   TextStyle style) {
  print_heading(entry, style);
  for (std::size_t s = 1; s < document.sections.size(); ++s) {
    const documents::Section& section = document.sections[s];
    const std::string heading(document.blocks[*section.heading].text.of(document.text));
    std::cout << std::string(2 * (std::min(section.level, 8U) - 1), ' ')
              << (style == TextStyle::markdown ? "- " : "") << heading << "  "
              << paint(Paint::dim, "#s" + std::to_string(s), std::cout) << '\n';
  }
  if (!entry.url.empty()) std::cout << format_link(entry.url, style);
  std::cout << fmt::format("{}文字、{}節。節は jobun show doc:{}#s1、原文は --original\n",
                           entry.characters, document.sections.size() - 1, entry.id);
}

}  // namespace

bool is_document_address(std::string_view text) { return text.starts_with("doc:"); }

std::string document_date(std::string_view date) {
  if (date.size() == 6) return std::string(date.substr(0, 4)) + '-' + std::string(date.substr(4));
  return date.size() == 8 ? to_iso_date(date) : std::string(date);
}

void show_document(const indexer::KnowledgeBase& kb, const std::string& text, TextStyle style,
                   bool json, bool annotated) {
  const prose::DocumentAddress address = read_address(text);
  const prose::DocumentEntry& entry = find_entry(kb, text, address);
  const documents::DocumentText document = kb.load(entry);
  if (address.section && *address.section >= document.sections.size()) {
    throw corpus::Error("その節はありません", text,
                        fmt::format("節は #s0 から #s{} までです", document.sections.size() - 1));
  }
  const auto terms =
      annotated ? kb.document_terms(entry) : std::vector<prose::DocumentTermRecord>();
  const std::size_t first = address.section.value_or(0);
  std::size_t last = first + 1;  // with all sections below it
  while (last < document.sections.size() &&
         (!address.section ||
          (first > 0 && document.sections[last].level > document.sections[first].level)))
    ++last;
  if (json) {
    for (std::size_t s = first; s < last; ++s) {
      const documents::Section& section = document.sections[s];
      if (section.heading)
        std::cout << to_line(block_record(entry, document, s, document.blocks[*section.heading]));
      for (std::size_t b = section.first; b < section.last; ++b)
        std::cout << to_line(block_record(entry, document, s, document.blocks[b]));
    }
    for (const auto& t : terms) {
      const auto at = prose::parse_document_address(t.from);
      if (!at || !at->section || *at->section < first || *at->section >= last) continue;
      std::cout << to_line({{"from", t.from},
                            {"start", t.span.begin},
                            {"end", t.span.end},
                            {"text", t.text},
                            {"term", t.term},
                            {"target", t.address},
                            {"everyday", t.everyday}});
    }
    return;
  }
  if (!address.section) return print_outline(entry, document, style);
  print_heading(entry, style);
  for (std::size_t s = first; s < last; ++s) {
    const documents::Section& section = document.sections[s];
    if (section.heading) print_block(document, document.blocks[*section.heading], style);
    for (std::size_t b = section.first; b < section.last; ++b)
      print_block(document, document.blocks[b], style);
    print_terms(terms, to_string(prose::DocumentAddress{entry.id, s, 1}), kb, style);
  }
}

void show_original(const indexer::KnowledgeBase& kb, const std::string& text) {
  std::cout << kb.original_of(find_entry(kb, text, read_address(text)));
}

void print_passages(const std::vector<query::Passage>& passages, std::size_t limit) {
  for (std::size_t i = 0; i < std::min(passages.size(), limit); ++i) {
    const query::Passage& p = passages[i];
    std::cout << to_line({{"passage", p.address},
                          {"document", p.document},
                          {"date", document_date(p.date)},
                          {"kind", p.kind},
                          {"path", p.path},
                          {"text", p.text},
                          {"score", p.score}});
  }
}

}  // namespace jobun
