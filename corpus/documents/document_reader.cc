// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/documents/document_reader.h"

#include <algorithm>
#include <iterator>

#include "corpus/documents/document_text.h"
#include "corpus/documents/text_encoding.h"
#include "corpus/error.h"

namespace documents {
namespace {

enum class Format : unsigned char { text, markdown, html, pdf, docx };

struct Ending {
  std::string_view ending;
  Format format;
};
constexpr Ending kEndings[] = {
    {".txt", Format::text},  {".md", Format::markdown}, {".markdown", Format::markdown},
    {".html", Format::html}, {".htm", Format::html},    {".xhtml", Format::html},
    {".pdf", Format::pdf},   {".docx", Format::docx},
};

std::string lower_case(std::string_view path) {
  std::string out(path);
  std::transform(out.begin(), out.end(), out.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return out;
}

const Ending* ending_of(std::string_view path) {
  const std::string name = lower_case(path);
  const auto* found = std::find_if(std::begin(kEndings), std::end(kEndings),
                                   [&](const Ending& e) { return name.ends_with(e.ending); });
  return found == std::end(kEndings) ? nullptr : found;
}

// The bytes know better than the name.
Format format_of(std::string_view bytes, const std::string& where) {
  if (bytes.substr(0, 1024).find("%PDF-") != std::string_view::npos) return Format::pdf;
  if (bytes.starts_with("PK\x03\x04")) return Format::docx;
  if (bytes.starts_with("\xD0\xCF\x11\xE0")) {
    throw corpus::Error("古い形式のワープロ文書（またはパスワードつきの文書）は読めません", where,
                        "DOCX か PDF で、パスワードなしで保存し直してください");
  }
  const Ending* ending = ending_of(where);
  if (ending == nullptr) {
    throw corpus::Error("この形式の文書は読めません", where,
                        "テキスト（.txt）、Markdown（.md）、HTML、PDF、DOCXのどれかにしてください");
  }
  if (ending->format == Format::pdf || ending->format == Format::docx) {
    throw corpus::Error(
        "中身が" + std::string(ending->format == Format::pdf ? "PDF" : "DOCX") + "ではありません",
        where, "ファイルを取り直すか、正しい拡張子にしてください");
  }
  return ending->format;
}

}  // namespace

bool is_document_file(std::string_view path) { return ending_of(path) != nullptr; }

void check_document_size(std::uintmax_t bytes, const std::string& where) {
  if (bytes == 0)
    throw corpus::Error("文書が空です", where,
                        "中身のあるファイルを置くか、corpus.toml から消してください");
  if (bytes <= kMostDocumentBytes) return;
  throw corpus::Error("文書が大きすぎます（" + std::to_string(bytes >> 20) + "MB。上限は" +
                          std::to_string(kMostDocumentBytes >> 20) + "MB）",
                      where, "章などに分けて、別々のファイルにしてください");
}

FlatText flatten_text(std::string_view bytes, const std::string& where, std::string& encoding) {
  DecodedText decoded = decode_text(bytes, where);
  encoding = decoded.encoding;
  return {std::move(decoded.content), {}};
}

DocumentText read_document(std::string_view bytes, const std::string& where) {
  check_document_size(bytes.size(), where);
  const Format format = format_of(bytes, where);
  std::string encoding;
  FlatText flat;
  switch (format) {
    case Format::text:
      flat = flatten_text(bytes, where, encoding);
      break;
    case Format::markdown:
      flat = flatten_markdown(bytes, where, encoding);
      break;
    case Format::html:
      flat = flatten_html(bytes, where, encoding);
      break;
    case Format::pdf:
      flat = flatten_pdf(bytes, where);
      break;
    case Format::docx:
      flat = flatten_docx(bytes, where);
      break;
  }
  if (flat.content.text.size() > kMostTextBytes) {
    throw corpus::Error(
        "文書の文章が長すぎます（" + std::to_string(flat.content.text.size() >> 20) + "MB）", where,
        "章などに分けて、別々のファイルにしてください");
  }
  DocumentText out = build_document(flat);
  out.encoding = encoding;
  if (format == Format::pdf || format == Format::docx) out.extracted = flat.content.text;
  if (out.blocks.empty())
    throw corpus::Error("文書に文章がありません", where, "中身のある文書か、確かめてください");
  return out;
}

}  // namespace documents
