// SPDX-License-Identifier: GPL-2.0-or-later
// Reads a text as names are compared, letter by letter: 「ｶﾞｽ」 is ガ ス; ・ and brackets are
// passed over.
#pragma once

#include <string_view>

namespace corpus {

bool is_passed_over_in_names(char32_t);

class NameLetters {
 public:
  NameLetters(std::string_view text, std::size_t at) : text_(text), at_(at) {}

  // The next letter that counts, 0 at the end of the text (or of what can be one name).
  char32_t next() {
    // Nearly every letter: kana, and the kanji behind 四, the last of the digits.
    if (text_.size() - at_ >= 3) {
      const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text_[at_ + i]); };
      const char32_t c = (byte(0) & 0x0Fu) << 12 | (byte(1) & 0x3Fu) << 6 | (byte(2) & 0x3Fu);
      if (byte(0) >= 0xE3 && byte(0) <= 0xE9 && (byte(1) & 0xC0) == 0x80 &&
          (byte(2) & 0xC0) == 0x80 && ((c > U'四' && c <= 0x9FFF) || (c >= U'ぁ' && c <= U'ヺ'))) {
        at_ += 3;
        return c;
      }
    }
    return next_rare();
  }
  // Behind the letter read last; what is passed over before the next one is not yet included.
  std::size_t position() const { return at_; }

 private:
  char32_t next_rare();

  std::string_view text_;
  std::size_t at_;
};

}  // namespace corpus
