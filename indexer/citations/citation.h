// SPDX-License-Identifier: GPL-2.0-or-later
// A citation as it is written, before anyone asks what it points at.
//   「刑法（明治四十年法律第四十五号）第百六十八条の二第二項」 -> law(刑法) art(168_2) para(2)
//   「第七十六条から第七十八条まで」                           -> art(76) .. art(78)
//   「前条第一項第二号ただし書」                               -> prev(art) para(1) item(2) proviso
//
//   text      = { citation | bracket | other }
//   list      = member { join member }            join = 及び | 並びに | 又は | 若しくは | 、 …
//   member    = range | citation                  a member inherits the upper levels of the last
//   one range     = pointer から pointer まで | pointer 乃至 pointer citation  = [ law ] [ bracket
//   ] pointer | law law       = name [ 法令番号 ] | 法令番号 | 同法 | この法律 | 改正後の | …
//   pointer   = word { word } [ clause ]          each word names a smaller unit than the last
//   bracket   = （ text ）                        may also stand inside a pointer:
//   第五条（…）第一項 clause    = 本文 | ただし書 | 前段 | 後段 | 各号列記以外の部分
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "corpus/address.h"
#include "corpus/text.h"

namespace citations {

// From the largest to the smallest; a pointer goes down in this order.
enum class Unit : std::uint8_t {
  law,
  part,
  chapter,
  section,
  subsection,
  division,
  suppl,
  table,
  form,
  appendix,
  article,
  paragraph,
  item,
  subitem,   // イ
  subitem2,  // (1)
  subitem3,  // (i)
  row,       // 別表第一の二の項: no address names it
  clause,    // ただし書
};

enum class Relation : std::uint8_t {
  named,     // 第五条
  previous,  // 前条, 前二項, 前各号
  next,      // 次項
  same,      // 同条
  here,      // この条第二項
  each,      // 各号
};

constexpr std::uint16_t kAll = 0xFFFF;  // 前各号

struct Word {
  Relation relation = Relation::named;
  Unit unit = Unit::article;
  corpus::Ordinal number;
  std::uint16_t count = 1;  // 前二項: 2, 前各号: kAll
  corpus::Part clause = corpus::Part::whole;
  corpus::Span span;
};

struct Pointer {
  std::vector<Word> words;
  corpus::Part clause = corpus::Part::whole;
};

enum class LawWord : std::uint8_t {
  none,
  named,    // 刑法, or a name the text declares; `ids` is empty when nobody knows it
  number,   // 昭和二十二年法律第五十四号
  same,     // 同法, 同令, 同法施行規則
  here,     // この法律
  amended,  // 改正後の第三条, 旧第五条: the law that is amended
};

// The law a citation names, as far as it can be told without its place.
struct CitedLaw {
  LawWord word = LawWord::none;
  std::string name;  // as written: 刑法; 同法: 法; 同法施行規則: 施行規則 in `suffix`
  std::string suffix;            // 施行令, 施行規則 of 同法施行令
  std::string number;            // 法令番号 in the bracket behind the name
  std::vector<std::string> ids;  // law ids; several: the name is ambiguous
  bool old = false;              // 旧, 廃止前の, 改正前の stands before it
  bool repealed = false;         // the text says it was abolished
  bool abbreviation = false;     // a name this text declares
  bool needs_pinpoint = false;   // by itself it may be an ordinary word
  std::string note;
  corpus::Span span;
};

// What the words behind the list say of it.
enum class Purpose : std::uint8_t {
  plain,
  application,  // 準用する, 準用される
  exclusion,    // を除く
  limitation,   // に係る部分に限る
  scope,        // において同じ, において「…」という
  delegation,   // の政令で定める, の規定に基づき
  penalty,      // の規定に違反した
  amendment,    // の改正規定
};

struct Citation {
  corpus::Span span;
  CitedLaw law;
  Pointer first;
  std::optional<Pointer> last;  // から…まで
  int previous = -1;            // member of the same list before this one; index
  int bracket = 0;              // index of the innermost （ ） it stands in, 0: none
  Purpose purpose = Purpose::plain;
  bool in_table = false;  // 「同表の二の項第三号」: a place no address names
};

struct Bracket {
  corpus::Span span;
  int parent = 0;
  int depth = 0;
  int after = -1;  // the citation it follows directly
};

struct ParsedText {
  std::vector<Citation> citations;  // in reading order
  std::vector<Bracket> brackets;    // [0] is the whole text
};

std::string to_string(const Word&);
std::string to_string(const Pointer&);
std::string to_string(const Citation&);

}  // namespace citations
