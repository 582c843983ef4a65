// SPDX-License-Identifier: GPL-2.0-or-later
// One revision of one law, as read from 法令標準XML. The official text is stored here once and
// never altered: whatever is found in it (citations, defined terms, sentences, table cells) is a
// Span over it.
//
// A law is a list of provisions in statute order. Each provision owns the text that belongs to it
// and to no provision below it; an article owns only its caption, its paragraphs own the words:
//   [article  第五条 （報告）] [paragraph 1 「特別社会基盤事業者は、…」] [item 一 「…」] …
// The text of a table, list or form belongs to the provision that holds it and follows the
// sentences.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/address.h"
#include "corpus/text.h"

namespace corpus {

// Written into a provision's text between what the source keeps apart only by its elements.
inline constexpr std::string_view kColumnGap = "\u3000";  // 欄の間
inline constexpr char kCellGap = '\t';                    // 表の欄の間
inline constexpr char kLineGap = '\n';                    // 表の行, 列記, 備考 … の前

// One sentence of the source. `part` is what the text itself makes of it (Function in the XML, or
// 「ただし、」 at the head, or the order of two sentences); several sentences of one 本文 share a
// part.
struct Sentence {
  Span span;
  Part part = Part::whole;
  std::uint16_t column = 0;  // 1-based 欄, 0 outside columns
};

// What a stretch of text is besides its letters.
enum class MarkKind : std::uint8_t { ruby, superscript, subscript, line, formula, quote, figure };
struct Mark {
  Span span;
  MarkKind kind;
  std::string value;  // ruby: the reading; figure: the file; line: its style
};

// How the text behind the sentences is laid out: a tree in preorder over the same text.
enum class LayoutKind : std::uint8_t {
  table,
  row,
  cell,
  list,
  sublist,
  figure,
  style,
  format,
  note,
  remarks,
  amendment,
  entry,
  label,
  other
};
struct Layout {
  LayoutKind kind;
  Span span;
  std::uint32_t end = 0;      // index behind the last entry inside this one
  std::uint32_t before = 0;   // the provision it is printed before: behind the 号, or between them
  std::uint16_t columns = 1;  // cells: colspan and rowspan
  std::uint16_t rows = 1;
};

struct Provision {
  Segment segment;
  std::uint32_t parent = 0;  // index; of a provision at the top its own
  std::uint32_t end = 0;     // index behind the last provision inside this one
  bool deleted = false;      // 削除: Delete="true", or the text says no more than 削除
  bool hidden = false;       // Hide="true"
  std::string num;           // as printed: 第五条, ２, 一, イ, 附則, 第二章
  std::string caption;       // as printed: （報告） with its brackets; of a chapter its heading
  std::vector<Mark> caption_marks;
  std::string related;  // RelatedArticleNum of an appended table or form: （第四条関係）
  std::string note;     // SupplNote, printed behind an article
  std::string text;
  std::vector<Sentence> sentences;
  std::vector<Mark> marks;
  std::vector<Layout> layout;
};

enum class LawType : std::uint8_t {
  constitution,
  act,
  cabinet_order,
  imperial_order,
  ministerial_ordinance,
  rule,
  misc
};
std::string_view to_string(LawType);  // as in the XML and the API: "CabinetOrder"
std::optional<LawType> parse_law_type(std::string_view);

// The revision of a text that is promulgated while the day it starts is not set; no day is later.
inline constexpr std::string_view kNoStartDate = "99991231";

struct Law {
  std::string id;          // e-Gov's: 507AC0000000042
  std::string revision;    // yyyymmdd, the day this text came into force
  std::string amended_by;  // id of the law that made this revision, or empty
  std::string number;      // 令和七年法律第四十二号
  std::string title;
  std::string kana;
  std::vector<std::string> abbreviations;
  LawType type = LawType::misc;
  std::string promulgated;  // yyyy-mm-dd, or empty
  bool digest = false;      // our 要旨, not the official text
  bool extract = false;     // <MainProvision Extract="true">: only some of its articles are here
  std::vector<Mark> title_marks;
  std::vector<Provision> provisions;  // statute order

  Address address(std::size_t provision) const;
  // The provision of that path; chapters may be left out before an article (a5 for ch2/a5), and a4
  // is found in the deleted run a3:5. Parts and law_id are not looked at.
  std::optional<std::size_t> find(const std::vector<Segment>& path) const;
  // Index of the innermost provision of that kind at or above `provision`.
  std::optional<std::size_t> ancestor(std::size_t provision, SegmentKind kind) const;
};

// The article (or other unit a reader looks up as a whole: 附則の条, 別表, 様式, 前文, and for laws
// without articles the 項) at or above `provision`; searching and linking work on these.
bool is_unit(const Law&, std::size_t provision);

// The text of the sentences that `part` names; empty when the provision has no such part.
std::vector<Span> spans_of(const Provision&, Part part, bool has_items);

// https://laws.e-gov.go.jp/law/415AC0000000057#Mp-Ch_4-Se_2-At_18
std::string egov_url(const Law&, const Address&);

}  // namespace corpus
