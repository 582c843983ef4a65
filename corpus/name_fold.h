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
  char32_t next();
  // Behind the letter read last; what is passed over before the next one is not yet included.
  std::size_t position() const { return at_; }

 private:
  std::string_view text_;
  std::size_t at_;
};

}  // namespace corpus
