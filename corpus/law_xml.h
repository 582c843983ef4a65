// SPDX-License-Identifier: GPL-2.0-or-later
// Reads 法令標準XML (schema 3.0, with e-Gov's own deviations from it) into the model of law.h, and
// the envelopes e-Gov wraps it in: API v1 (DataRoot), API v2 as XML (law_data_response) and as
// JSON.
//
// No text is dropped: an element we do not know keeps its words as layout of the provision around
// it. Readings (Rt) become marks. White space that only indents the XML is not text.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "corpus/law.h"

namespace corpus {

// What is known of a law from outside its text: its file name, the envelope, the manifest.
struct LawOrigin {
  std::string where;       // for messages: a path, or archive.zip!entry
  std::string id;          // empty: taken from the envelope
  std::string revision;    // yyyymmdd
  std::string amended_by;  // law id
  bool digest = false;
};

// AmendLawNum as printed (平成二六年六月一一日法律第六三号) -> the law's id, or [法令番号] where
// none is known.
using AmendingLawId = std::function<std::string(std::string_view)>;

// From e-Gov's file name <law_id>_<yyyymmdd>_<amending id>.xml; parts that are not there stay
// empty.
LawOrigin origin_of(std::string_view path);

// Throws Error for what is no law at all: broken XML or JSON (with file:line), no <Law>, bad UTF-8,
// nesting beyond any statute, a law without a number or an id.
Law read_law(std::string_view bytes, LawOrigin origin, const AmendingLawId& amending_law);

}  // namespace corpus
