// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/who_words.h"

namespace query {

std::span<const WhoWord> who_words() {
  static const std::vector<WhoWord> kWords = {
#include "query/who_words.inc"
  };
  return kWords;
}

}  // namespace query
