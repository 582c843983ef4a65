// SPDX-License-Identifier: GPL-2.0-or-later
// PDF by poppler: the text layer page by page, as its lines stand.
#include <poppler-document.h>
#include <poppler-global.h>
#include <poppler-page.h>

#include <algorithm>
#include <limits>
#include <memory>

#include "corpus/documents/document_reader.h"
#include "corpus/error.h"

namespace documents {
namespace {

constexpr int kMostPages = 5000;

[[noreturn]] void throw_broken(const std::string& where) {
  throw corpus::Error("PDFが壊れていて開けません", where, "ファイルを取り直してください");
}

}  // namespace

FlatText flatten_pdf(std::string_view bytes, const std::string& where) {
  poppler::set_debug_error_function([](const std::string&, void*) {}, nullptr);
  if (bytes.size() > static_cast<std::size_t>(std::numeric_limits<int>::max())) throw_broken(where);
  const std::unique_ptr<poppler::document> document(
      poppler::document::load_from_raw_data(bytes.data(), static_cast<int>(bytes.size())));
  if (!document) throw_broken(where);
  if (document->is_locked())
    throw corpus::Error("パスワードのかかったPDFは読めません", where,
                        "パスワードを外して保存し直してください");
  if (document->pages() > kMostPages)
    throw corpus::Error(
        "PDFのページが多すぎます（" + std::to_string(document->pages()) + "ページ）", where,
        "章などに分けてください");
  FlatText out;
  std::string& text = out.content.text;
  for (int p = 0; p < document->pages(); ++p) {
    const std::unique_ptr<poppler::page> page(document->create_page(p));
    if (!page) continue;
    const auto words =
        page->text(poppler::rectf(), poppler::page::non_raw_non_physical_layout).to_utf8();
    if (p > 0) text += '\f';
    text.append(words.begin(), words.end());
    if (text.size() > kMostTextBytes) break;
  }
  const auto is_word = [](char c) { return static_cast<unsigned char>(c) > 0x20; };
  if (std::none_of(text.begin(), text.end(), is_word)) {
    throw corpus::Error("PDFに文字の層がありません（画像だけのPDFです）", where,
                        "文字認識（OCR）をかけたPDFか、テキストにしたものを置いてください");
  }
  out.content.map = SourceMap::identity(text.size());
  return out;
}

}  // namespace documents
