// SPDX-License-Identifier: GPL-2.0-or-later
// Addresses as people read them.
//   to_japanese(507AC0000000042/a5/p1:proviso, kanji)   ->  第五条第一項ただし書
//   to_japanese(…, arabic, "サイバー対処能力強化法")      ->  サイバー対処能力強化法5条1項ただし書
// With address_reader.h it reads back to the same address (but for whole parts of a law after the
// first of their name, 様式第一（二つ目）, which people have no words for).
#pragma once

#include <string>
#include <string_view>

#include "corpus/address.h"

namespace corpus {

enum class NumberStyle { kanji, arabic };

// Empty for a law as a whole when no title is given.
std::string to_japanese(const Address&, NumberStyle, std::string_view title = {});
std::string to_japanese(const AddressRange&, NumberStyle, std::string_view title = {});

}  // namespace corpus
