// SPDX-License-Identifier: GPL-2.0-or-later
// Text files as UTF-8: by byte order mark, else valid UTF-8, else what ICU's detector takes them
// for among the encodings of Japanese documents (Shift_JIS with Microsoft's additions, EUC-JP,
// ISO-2022-JP, UTF-16).
//   8F F0 95 B6 (Shift_JIS)  ->  「条文」, each letter mapped to its two bytes
#pragma once

#include <string>
#include <string_view>

#include "corpus/documents/source_map.h"

namespace documents {

struct DecodedText {
  MappedText content;
  std::string encoding;  // "UTF-8", "Shift_JIS"
};

// Throws Error: empty, binary, or broken in the encoding it is most likely in (file:line).
DecodedText decode_text(std::string_view bytes, const std::string& where);

}  // namespace documents
