// SPDX-License-Identifier: GPL-2.0-or-later
// The dictionary form of the verb a stretch of text ends with, by the rules of conjugation and
// short tables of what they leave open, so that results depend on no dictionary.
//   「その旨を届け出」なければ, irrealis      ->  届け出る, begins behind を
//   「専門委員を解任され」る, dictionary      ->  解任する, passive
//   「書類を検査させ」る                      ->  検査させる, causative
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "indexer/norms/norm_text.h"

namespace norms {

enum class VerbForm : std::uint8_t {
  dictionary,    // 行う, 届け出る
  irrealis,      // 行わ(なければ), 届け出(なければ)
  te,            // 行って, 営んで
  continuative,  // 行い、 届け出、
  classical,     // 行う(べき), 提出す(べき)
  noun,          // 請求(できる)
};

struct Verb {
  Range range;  // within the text given
  std::string dictionary;
  bool passive = false;
  bool causative = false;
};

// `text` ends where the form does. Nothing when no verb stands there (資料の取扱い、).
std::optional<Verb> verb_at_end(std::u32string_view text, VerbForm form);

}  // namespace norms
