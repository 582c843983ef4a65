// SPDX-License-Identifier: GPL-2.0-or-later
#include "web-static/search_letters.h"

#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include <algorithm>

#include "corpus/error.h"
#include "corpus/text.h"
#include "indexer/analysis/kana_rules.h"
#include "indexer/analysis/normalize.h"
#include "web-static/javascript.h"

namespace web {
namespace {

constexpr char32_t kLastWithKanji = 0x323AF;

bool is_white(char c) { return static_cast<unsigned char>(c) <= ' '; }

}  // namespace

std::string search_letters(std::string_view text) {
  std::string out = analysis::fold_small_kana(analysis::normalize_letters(text));
  std::erase_if(out, is_white);
  return out;
}

std::string search_letter_table() {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfkc = icu::Normalizer2::getNFKCInstance(status);
  if (U_FAILURE(status) != 0) {
    throw corpus::Error("ICUの正規化データを読めません", u_errorName(status),
                        "libicu72 を入れ直してください");
  }
  std::string out = "{";
  for (char32_t c = 0x21; c <= kLastWithKanji; ++c) {
    if (c >= 0xD800 && c < 0xE000) continue;
    if (!nfkc->isNormalized(icu::UnicodeString(static_cast<UChar32>(c)), status)) continue;
    std::string letter;
    corpus::append_code_point(letter, c);
    const std::string folded = search_letters(letter);
    if (folded == letter || folded.empty()) continue;  // the script drops what is ignorable
    if (out.size() > 1) out += ',';
    append_js_string(out, letter);
    out += ':';
    append_js_string(out, folded);
  }
  return out + '}';
}

}  // namespace web
