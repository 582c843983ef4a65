// SPDX-License-Identifier: GPL-2.0-or-later
// DOCX (a ZIP of XML parts): paragraphs, headings by their styles, lists, tables, footnotes.
#include <zip.h>

#include <cstring>
#include <map>
#include <memory>
#include <pugixml.hpp>

#include "corpus/documents/document_reader.h"
#include "corpus/error.h"

namespace documents {
namespace {

constexpr int kDeepest = 64;  // content controls and tables within one another

struct DiscardZip {
  void operator()(zip_t* archive) const { zip_discard(archive); }
};
using Archive = std::unique_ptr<zip_t, DiscardZip>;

Archive open_archive(std::string_view bytes, const std::string& where) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  zip_t* archive = source != nullptr ? zip_open_from_source(source, ZIP_RDONLY, &error) : nullptr;
  zip_error_fini(&error);
  if (archive == nullptr) {
    if (source != nullptr) zip_source_free(source);
    throw corpus::Error("DOCX（ZIP）が壊れていて開けません", where, "ファイルを取り直してください");
  }
  return Archive(archive);
}

// What a part says of its size is not believed: a bomb lies.
std::optional<std::string> read_part(zip_t* archive, const char* name, const std::string& where) {
  struct CloseFile {
    void operator()(zip_file_t* file) const { zip_fclose(file); }
  };
  const std::unique_ptr<zip_file_t, CloseFile> file(zip_fopen(archive, name, 0));
  if (!file) {
    if (zip_error_code_zip(zip_get_error(archive)) == ZIP_ER_NOPASSWD)
      throw corpus::Error("パスワードのかかった文書は読めません", where,
                          "パスワードを外して保存し直してください");
    return std::nullopt;
  }
  std::string out;
  char block[1 << 16];
  for (zip_int64_t got; (got = zip_fread(file.get(), block, sizeof block)) != 0;) {
    if (got < 0)
      throw corpus::Error("DOCXの中身が壊れています", where, "ファイルを取り直してください");
    out.append(block, static_cast<std::size_t>(got));
    if (out.size() > kMostTextBytes) {
      throw corpus::Error("DOCXの中身が大きすぎます（展開すると" +
                              std::to_string(kMostTextBytes >> 20) + "MBを超えます）",
                          where, "正しい文書か確かめ、章などに分けてください");
    }
  }
  return out;
}

bool parse(pugi::xml_document& document, const std::string& xml) {
  return static_cast<bool>(
      document.load_buffer(xml.data(), xml.size(), pugi::parse_default | pugi::parse_ws_pcdata));
}

bool is(pugi::xml_node node, const char* name) { return std::strcmp(node.name(), name) == 0; }

// Outline levels by style: 見出し 1 is level 1.
std::map<std::string, unsigned> heading_styles(const std::optional<std::string>& xml) {
  std::map<std::string, unsigned> out;
  pugi::xml_document document;
  if (!xml || !parse(document, *xml)) return out;
  for (const pugi::xml_node style : document.child("w:styles").children("w:style")) {
    const auto outline = style.child("w:pPr").child("w:outlineLvl").attribute("w:val");
    const std::string name = style.child("w:name").attribute("w:val").value();
    unsigned level = outline ? outline.as_uint(9) + 1 : 0;
    if (name.size() == 9 && (name.starts_with("heading ") || name.starts_with("Heading ")) &&
        name[8] >= '1' && name[8] <= '9')
      level = static_cast<unsigned>(name[8] - '0');
    if (name == "Title") level = 1;
    if (level >= 1 && level <= 9) out[style.attribute("w:styleId").value()] = level;
  }
  return out;
}

class Flattener {
 public:
  Flattener(FlatText& out, std::map<std::string, unsigned> styles)
      : out_(out), styles_(std::move(styles)) {}

  void read_body(pugi::xml_node parent, int depth) {
    if (depth > kDeepest) return;
    for (const pugi::xml_node node : parent.children()) {
      if (is(node, "w:p"))
        read_paragraph(node);
      else if (is(node, "w:tbl"))
        read_table(node, depth);
      else if (is(node, "w:sdt"))
        read_body(node.child("w:sdtContent"), depth + 1);
      else if (is(node, "w:ins") || is(node, "w:customXml") || is(node, "w:smartTag"))
        read_body(node, depth + 1);
    }
  }

  void read_notes(pugi::xml_node notes) {
    for (const pugi::xml_node note : notes.children()) {
      const std::string id = note.attribute("w:id").value();
      if (note.attribute("w:type") || id.empty()) continue;  // separators
      std::string words;
      for (const pugi::xml_node p : note.children("w:p")) words += text_of(p, 0);
      add_line(words, {.role = LineRole::note, .mark = id});
    }
  }

 private:
  void read_paragraph(pugi::xml_node p) {
    DocumentLine line;
    const pugi::xml_node properties = p.child("w:pPr");
    const auto style = styles_.find(properties.child("w:pStyle").attribute("w:val").value());
    const auto outline = properties.child("w:outlineLvl").attribute("w:val");
    if (outline && outline.as_uint(9) < 9) line.level = outline.as_uint() + 1;
    if (style != styles_.end()) line.level = style->second;
    if (line.level > 0) {
      line.role = LineRole::heading;
    } else if (properties.child("w:numPr")) {
      line.role = LineRole::bullet;
      line.mark = "・";
      line.level = properties.child("w:numPr").child("w:ilvl").attribute("w:val").as_uint();
    }
    add_line(text_of(p, 0), line);
  }

  void read_table(pugi::xml_node table, int depth) {
    for (const pugi::xml_node row : table.children("w:tr")) {
      std::string words;
      for (const pugi::xml_node cell : row.children("w:tc")) {
        if (!words.empty()) words += '\t';
        for (const pugi::xml_node p : cell.children("w:p")) words += text_of(p, depth);
      }
      add_line(words, {.role = LineRole::table}, true);
    }
  }

  std::string text_of(pugi::xml_node parent, int depth) const {
    std::string out;
    if (depth > kDeepest) return out;
    for (const pugi::xml_node node : parent.children()) {
      if (is(node, "w:t"))
        out += node.text().get();
      else if (is(node, "w:tab") || is(node, "w:br") || is(node, "w:cr"))
        out += ' ';
      else if (is(node, "w:noBreakHyphen"))
        out += '-';
      else if (is(node, "w:footnoteReference") || is(node, "w:endnoteReference"))
        out += "[^" + std::string(node.attribute("w:id").value()) + "]";
      else if (is(node, "w:r") || is(node, "w:hyperlink") || is(node, "w:ins") ||
               is(node, "w:smartTag") || is(node, "w:sdt") || is(node, "w:sdtContent") ||
               is(node, "w:fldSimple") || is(node, "w:ruby") || is(node, "w:rubyBase"))
        out += text_of(node, depth + 1);
    }
    return out;
  }

  void add_line(std::string_view words, DocumentLine line, bool row = false) {
    const std::size_t begin = out_.content.text.size();
    for (const char c : words) out_.content.text += c == '\n' || c == '\r' || c == '\f' ? ' ' : c;
    line.content = {begin, out_.content.text.size()};
    while (!line.content.empty() && out_.content.text[line.content.end - 1] == ' ')
      --line.content.end;
    while (!line.content.empty() && out_.content.text[line.content.begin] == ' ')
      ++line.content.begin;
    out_.content.text += '\n';
    if (corpus::trim(line.content.of(out_.content.text)).empty()) return;
    line.number = ++number_;
    line.whole = true;
    out_.given.push_back(line);
    if (row) return;
    DocumentLine gap;
    gap.role = LineRole::blank;
    gap.number = number_;
    gap.content = {line.content.end, line.content.end};
    out_.given.push_back(gap);
  }

  FlatText& out_;
  std::map<std::string, unsigned> styles_;
  std::size_t number_ = 0;
};

}  // namespace

FlatText flatten_docx(std::string_view bytes, const std::string& where) {
  const Archive archive = open_archive(bytes, where);
  const auto body = read_part(archive.get(), "word/document.xml", where);
  if (!body)
    throw corpus::Error("DOCXの本文（word/document.xml）がありません", where,
                        "Wordの文書（.docx）か、確かめてください");
  pugi::xml_document document;
  if (!parse(document, *body))
    throw corpus::Error("DOCXの本文が壊れています", where, "ファイルを取り直してください");
  FlatText out;
  Flattener flattener(out, heading_styles(read_part(archive.get(), "word/styles.xml", where)));
  flattener.read_body(document.child("w:document").child("w:body"), 0);
  pugi::xml_document notes;
  if (const auto part = read_part(archive.get(), "word/footnotes.xml", where);
      part && parse(notes, *part))
    flattener.read_notes(notes.child("w:footnotes"));
  pugi::xml_document endnotes;
  if (const auto part = read_part(archive.get(), "word/endnotes.xml", where);
      part && parse(endnotes, *part))
    flattener.read_notes(endnotes.child("w:endnotes"));
  if (out.given.empty())
    throw corpus::Error("DOCXに文章がありません", where, "本文のある文書か、確かめてください");
  out.content.map = SourceMap::identity(out.content.text.size());
  return out;
}

}  // namespace documents
