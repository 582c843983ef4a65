// SPDX-License-Identifier: GPL-2.0-or-later
// A law cut into what a reader looks up as a whole (articles, 附則, 別表; headings of chapters),
// each with the lines of its text. Search, popovers and comparisons read these.
//   第五条 -> {"a5", 第五条, （報告）, [{"a5-p1", "", "特別…"}, {"a5-p1-i1", "一", "…"}]}
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "corpus/documents/document.h"
#include "corpus/law.h"

namespace web {

struct UnitLine {
  std::string anchor;
  std::string num;  // as printed, empty for the first 項
  std::string text;
};

struct UnitText {
  std::string anchor;
  std::string num;
  std::string caption;
  std::vector<UnitLine> lines;
  bool in_suppl = false;
};
std::vector<UnitText> unit_texts(const corpus::Law&);
// The sections of a paper: s3, with its heading for a caption.
std::vector<UnitText> unit_texts(const documents::DocumentText&);

// The unit at or above a provision; of an address, at the smallest provision around it there is.
std::optional<std::size_t> unit_of(const corpus::Law&, std::size_t provision);
std::optional<std::size_t> unit_at(const corpus::Law&, corpus::Address address);

// Files of one law for the pages' script: the first holds what is needed to find the others.
//   jobunData("507AC0000000042",0,{"t":title,"n":number,"r":"2026-10-01","d":0,"c":[0,35],
//             "a":"a1 a2 …","u":[["第一条","（目的）",["-p1","","…"]]]});
// "c": the first unit of each file; "a": the units' anchors; a line's anchor goes on from its
// unit's.
std::vector<std::string> data_files(const corpus::Law&, const std::vector<UnitText>&);

struct DataHead {
  std::string id;
  std::string title;
  std::string number;
  std::string revision;
  bool digest = false;
};
std::vector<std::string> data_files(const DataHead&, const std::vector<UnitText>&);

}  // namespace web
