// SPDX-License-Identifier: GPL-2.0-or-later
#include <gtest/gtest.h>
#include <unicode/ucnv.h>
#include <zip.h>

#include "corpus/documents/document_reader.h"
#include "corpus/documents/text_encoding.h"
#include "corpus/error.h"

namespace corpus {
namespace {

constexpr std::string_view kText =
    "水路の管理者は、水門の点検を行い、その結果を国に報告しなければならない。樋門についても、同様と"
    "する。\n";

std::string encode(std::string_view utf8, const char* encoding) {
  UErrorCode status = U_ZERO_ERROR;
  std::string out(utf8.size() * 2 + 16, '\0');
  const auto length =
      ucnv_convert(encoding, "UTF-8", out.data(), static_cast<std::int32_t>(out.size()),
                   utf8.data(), static_cast<std::int32_t>(utf8.size()), &status);
  out.resize(static_cast<std::size_t>(length));
  return out;
}

// What the error says, or what was read.
std::string outcome(std::string_view bytes, const std::string& name) {
  try {
    return documents::read_document(bytes, name).text;
  } catch (const Error& e) {
    EXPECT_FALSE(e.hint.empty());
    EXPECT_TRUE(e.where.starts_with(name)) << e.where;
    return std::string("!") + e.what();
  }
}

TEST(Encoding, EveryOneOfThemIsTold) {
  for (const char* encoding : {"Shift_JIS", "EUC-JP", "ISO-2022-JP", "UTF-16LE", "UTF-16BE"}) {
    const std::string bytes = encode(kText, encoding);
    const documents::DecodedText decoded = documents::decode_text(bytes, "a.txt");
    EXPECT_EQ(decoded.content.text, kText) << encoding;
    EXPECT_EQ(decoded.encoding, encoding);
    const std::size_t found = decoded.content.text.find("水門");
    const Span source = decoded.content.map.to_source({found, found + 6});
    EXPECT_EQ(source.size(), 4U) << encoding;
  }
  EXPECT_EQ(documents::decode_text("\xEF\xBB\xBF" + std::string(kText), "a.txt").content.text,
            kText);
  EXPECT_EQ(documents::decode_text("\xFF\xFE" + encode(kText, "UTF-16LE"), "a.txt").content.text,
            kText);
}

TEST(BadInput, SaysWhatIsWrongAndWhatToDo) {
  EXPECT_EQ(outcome("", "a.txt"), "!文書が空です");
  EXPECT_EQ(outcome(" \n\n", "a.txt"), "!文書が空です");
  EXPECT_EQ(outcome(std::string("\x7F"
                                "ELF\0\0\1\2\0\0\0\xFF\xFE\xFD",
                                14),
                    "a.txt"),
            "!文書ではなくバイナリのファイルです");
  EXPECT_EQ(outcome(std::string(kText) + "\xE3\x81", "a.txt").substr(0, 1), "!");
  EXPECT_EQ(outcome(kText, "a.xls"), "!この形式の文書は読めません");
  EXPECT_EQ(outcome(kText, "a.pdf"), "!中身がPDFではありません");
  EXPECT_EQ(outcome("%PDF-1.4\nbroken", "a.pdf"), "!PDFが壊れていて開けません");
  EXPECT_EQ(outcome("PK\x03\x04 broken", "a.docx"), "!DOCX（ZIP）が壊れていて開けません");
  EXPECT_EQ(outcome("\xD0\xCF\x11\xE0", "a.doc"),
            "!古い形式のワープロ文書（またはパスワードつきの文書）は読めません");
  EXPECT_THROW(documents::check_document_size(100U << 20, "a.txt"), Error);
  EXPECT_NO_THROW(documents::check_document_size(1U << 20, "a.txt"));
}

TEST(Html, BlocksHeadingsTablesAndNotes) {
  const std::string html =
      "<html><head><title>x</title><style>p{}</style></head><body><nav>案内</nav><h1>水路の手引</"
      "h1><script>alert(1)</script>"
      "<h2>届出</h2><p>管理者は、水門の\n設置を届け&#x51FA;る<sup>1</sup>。</p><ul><li>位置</"
      "li><li>構造</li></ul>"
      "<table><tr><th>水門</th><th>高さ</th></tr><tr><td>北</td><td>三</td></tr></table>"
      "<ol><li id=\"fn1\">様式は別に定める。</li></ol></body></html>";
  const documents::DocumentText d = documents::read_document(html, "a.html");
  EXPECT_EQ(d.text,
            "水路の手引\n届出\n管理者は、水門の設置を届け出る。\n位置\n構造\n水門\t高さ\n北\t三\n様"
            "式は別に定める。");
  ASSERT_EQ(d.sections.size(), 3U);
  EXPECT_EQ(documents::heading_path(d, 2), (std::vector<std::string>{"水路の手引", "届出"}));
  ASSERT_EQ(d.marks.size(), 1U);
  EXPECT_TRUE(d.marks[0].note);
  const std::size_t found = d.text.find("出る");
  EXPECT_EQ(d.map.to_source({found, found + 3}).of(html), "&#x51FA;");
}

TEST(Html, HostilePagesAreReadOrRefused) {
  std::string deep;
  for (int i = 0; i < 10000; ++i) deep += "<div>";
  EXPECT_EQ(outcome(deep + std::string(kText), "a.html"), std::string(trim(kText)));
  std::string abyss;
  for (int i = 0; i < 200000; ++i) abyss += "<b>";
  EXPECT_EQ(outcome(abyss + "x", "a.html"), "!HTMLの要素が深く入れ子になりすぎています");
  EXPECT_EQ(outcome("<script>x</script>", "a.html"), "!HTMLに文章がありません");
}

// A PDF of one page whose content stream is given.
std::string make_pdf(const std::string& content, bool encrypted = false) {
  std::string out = "%PDF-1.4\n";
  std::vector<std::size_t> at;
  const auto add = [&](const std::string& body) {
    at.push_back(out.size());
    out += std::to_string(at.size()) + " 0 obj\n" + body + "\nendobj\n";
  };
  add("<< /Type /Catalog /Pages 2 0 R >>");
  add("<< /Type /Pages /Kids [3 0 R] /Count 1 >>");
  add("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources << /Font << "
      "/F1 5 0 R >> >> >>");
  add("<< /Length " + std::to_string(content.size()) + " >>\nstream\n" + content + "\nendstream");
  add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
  if (encrypted) {
    const std::string key(64, 'a');
    add("<< /Filter /Standard /V 1 /R 2 /O <" + key + "> /U <" + key + "> /P -4 >>");
  }
  const std::size_t table = out.size();
  out += "xref\n0 " + std::to_string(at.size() + 1) + "\n0000000000 65535 f \n";
  for (const std::size_t offset : at) {
    const std::string digits = std::to_string(offset);
    out += std::string(10 - digits.size(), '0') + digits + " 00000 n \n";
  }
  out += "trailer\n<< /Size " + std::to_string(at.size() + 1) + " /Root 1 0 R" +
         (encrypted ? " /Encrypt 6 0 R /ID [<00112233445566778899aabbccddeeff> "
                      "<00112233445566778899aabbccddeeff>]"
                    : "") +
         " >>\nstartxref\n" + std::to_string(table) + "\n%%EOF\n";
  return out;
}

TEST(Pdf, TheTextLayerIsReadAndKeptForTheMap) {
  const documents::DocumentText d = documents::read_document(
      make_pdf("BT /F1 12 Tf 72 700 Td (1. Gates of the canal) Tj 0 -40 Td (The "
               "keeper opens the gate at noon.) Tj ET"),
      "a.pdf");
  EXPECT_NE(d.text.find("The keeper opens the gate at noon."), std::string::npos) << d.text;
  const std::size_t found = d.text.find("keeper");
  EXPECT_EQ(d.map.to_source({found, found + 6}).of(d.extracted), "keeper");
}

TEST(Pdf, PicturesAndPasswordsAreNamed) {
  EXPECT_EQ(outcome(make_pdf(""), "a.pdf"), "!PDFに文字の層がありません（画像だけのPDFです）");
  EXPECT_EQ(outcome(make_pdf("", true), "a.pdf"), "!パスワードのかかったPDFは読めません");
}

std::string make_docx(const std::vector<std::pair<std::string, std::string>>& parts) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* buffer = zip_source_buffer_create(nullptr, 0, 0, &error);
  zip_source_keep(buffer);
  zip_t* archive = zip_open_from_source(buffer, ZIP_TRUNCATE, &error);
  for (const auto& [name, body] : parts) {
    zip_file_add(archive, name.c_str(), zip_source_buffer(archive, body.data(), body.size(), 0),
                 ZIP_FL_OVERWRITE);
  }
  zip_close(archive);
  zip_source_open(buffer);
  std::string out(1 << 20, '\0');
  out.resize(static_cast<std::size_t>(zip_source_read(buffer, out.data(), out.size())));
  zip_source_close(buffer);
  zip_source_free(buffer);
  return out;
}

TEST(Docx, ParagraphsHeadingsTablesAndFootnotes) {
  const std::string body =
      R"(<?xml version="1.0"?><w:document xmlns:w="w"><w:body><w:p><w:pPr><w:pStyle w:val="a1"/></w:pPr><w:r><w:t>届出</w:t></w:r></w:p>)"
      R"(<w:p><w:r><w:t>管理者は、水門を届け</w:t></w:r><w:r><w:t>出る</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:t>。</w:t></w:r></w:p>)"
      R"(<w:tbl><w:tr><w:tc><w:p><w:r><w:t>北</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>三</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:body></w:document>)";
  const std::string styles =
      R"(<w:styles xmlns:w="w"><w:style w:styleId="a1"><w:name w:val="heading 1"/></w:style></w:styles>)";
  const std::string notes =
      R"(<w:footnotes xmlns:w="w"><w:footnote w:id="2"><w:p><w:r><w:t>様式は別に定める。</w:t></w:r></w:p></w:footnote></w:footnotes>)";
  const documents::DocumentText d =
      documents::read_document(make_docx({{"word/document.xml", body},
                                          {"word/styles.xml", styles},
                                          {"word/footnotes.xml", notes}}),
                               "a.docx");
  EXPECT_EQ(d.text, "届出\n管理者は、水門を届け出る。\n北\t三\n様式は別に定める。");
  EXPECT_EQ(d.sections.size(), 2U);
  ASSERT_EQ(d.marks.size(), 1U);
  EXPECT_TRUE(d.marks[0].note);
}

TEST(Docx, ABombIsRefused) {
  const std::string body(40U << 20, ' ');
  EXPECT_EQ(outcome(make_docx({{"word/document.xml", body}}), "a.docx"),
            "!DOCXの中身が大きすぎます（展開すると32MBを超えます）");
  EXPECT_EQ(outcome(make_docx({{"x.xml", "<x/>"}}), "a.docx"),
            "!DOCXの本文（word/document.xml）がありません");
}

TEST(Markdown, CodeAndUnderlinedHeadings) {
  const documents::DocumentText d = documents::read_document(
      "水路の手引\n==========\n\n管理者は、水門の点検を行うものとする。\n\n```\n# "
      "見出しではない\n```\n",
      "a.md");
  EXPECT_EQ(d.text, "水路の手引\n管理者は、水門の点検を行うものとする。\n# 見出しではない");
  EXPECT_EQ(d.sections.size(), 2U);
  EXPECT_EQ(d.blocks.back().kind, documents::BlockKind::box);
}

}  // namespace
}  // namespace corpus
