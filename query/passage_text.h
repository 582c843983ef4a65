// SPDX-License-Identifier: GPL-2.0-or-later
// What is shown of a paper where it speaks of a provision.
//   「委託先で漏れたとき（第四条。以下同じ。）は、届け出る。」 around 第四条 -> the whole of it: a
//   。 in brackets ends nothing note 「法第七条第二項」 -> the sentence that bears the note's mark,
//   with the note behind it
#pragma once

#include <string>
#include <string_view>

#include "corpus/documents/document.h"

namespace query {

// The sentence around the place, within its line.
corpus::Span sentence_around(std::string_view text, corpus::Span place);

// The words to show for a place of the section: its sentence; where that is a remark in brackets on
// the heading (（第二章関係）), or the heading itself, what stands behind it. Long ones are cut.
std::string passage_text(const documents::DocumentText&, std::size_t section, corpus::Span place);

}  // namespace query
