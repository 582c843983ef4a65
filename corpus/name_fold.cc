// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/name_fold.h"

#include <string>

#include "corpus/law_names.h"
#include "corpus/numerals.h"
#include "corpus/text.h"

namespace corpus {
namespace {

constexpr std::u32string_view kHalfKana =  // U+FF66 …
    U"ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモ"
    U"ヤユヨラリルレロワン";
// 」・「 and a line break; a name does not go on behind an empty line.
constexpr std::size_t kMostPassedOver = 4;
constexpr char32_t kFirstHalfKana = U'\uFF66';
constexpr char32_t kVoiced = U'\uFF9E';
constexpr char32_t kSemiVoiced = U'\uFF9F';

}  // namespace

bool is_passed_over_in_names(char32_t c) {
  switch (c) {
    case U' ':
    case U'\u3000':
    case U'\u00A0':
    case U'\n':
    case U'\r':
    case U'・':
    case U'\uFF65':
    case U'\u00B7':
    case U'「':
    case U'」':
    case U'『':
    case U'』':
    case U'\uFF62':
    case U'\uFF63':
      return true;
    default:
      return false;
  }
}

namespace {

char32_t kanji_digit(char32_t c) {
  switch (c) {
    case U'〇':
      return U'0';
    case U'一':
      return U'1';
    case U'二':
      return U'2';
    case U'三':
      return U'3';
    case U'四':
      return U'4';
    case U'五':
      return U'5';
    case U'六':
      return U'6';
    case U'七':
      return U'7';
    case U'八':
      return U'8';
    case U'九':
      return U'9';
    default:
      return c;
  }
}

char32_t fold(char32_t c) {
  if (c >= 0x4E00 && c <= 0x9FFF) return kanji_digit(c);
  if (c >= kFirstHalfKana && c < kFirstHalfKana + kHalfKana.size())
    return kHalfKana[c - kFirstHalfKana];
  c = to_half_width(c);
  if (c >= U'a' && c <= U'z') return c - U'a' + U'A';
  if ((c >= U'\u2010' && c <= U'\u2015') || c == U'\u2212' || c == U'\u2500') return U'-';
  return kanji_digit(c);
}

// Kana and the kanji behind 四, the last of the digits.
bool is_plain(char32_t c) { return (c > U'四' && c <= 0x9FFF) || (c >= U'ぁ' && c <= U'ヺ'); }

// next_code_point for U+3000 … U+9FFF, three bytes each, without a call: names are looked for at
// every letter of the nation's laws.
char32_t read_letter(std::string_view text, std::size_t& at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  if (byte(at) >= 0xE3 && byte(at) <= 0xE9 && text.size() - at >= 3 &&
      (byte(at + 1) & 0xC0) == 0x80 && (byte(at + 2) & 0xC0) == 0x80) {
    const char32_t c =
        (byte(at) & 0x0Fu) << 12 | (byte(at + 1) & 0x3Fu) << 6 | (byte(at + 2) & 0x3Fu);
    at += 3;
    return c;
  }
  return next_code_point(text, at);
}

// ｶ and ﾞ are two letters of the text, ガ is one.
char32_t voiced(char32_t kana, char32_t mark) {
  constexpr std::u32string_view kCanVoice = U"カキクケコサシスセソタチツテトハヒフヘホ";
  if (mark == kVoiced && kana == U'ウ') return U'ヴ';
  if (mark == kVoiced && kCanVoice.find(kana) != kCanVoice.npos) return kana + 1;
  if (mark == kSemiVoiced && kana >= U'ハ' && kana <= U'ホ') return kana + 2;
  return 0;
}

}  // namespace

char32_t NameLetters::next_rare() {
  std::size_t passed = 0;
  for (std::size_t at = at_; at < text_.size();) {
    const char32_t c = read_letter(text_, at);
    if (is_plain(c)) {  // nearly every letter
      at_ = at;
      return c;
    }
    if (is_passed_over_in_names(c)) {
      if (++passed > kMostPassedOver) break;
      continue;
    }
    char32_t letter = fold(c);
    if (c >= kFirstHalfKana && c <= kVoiced && at < text_.size()) {
      std::size_t behind = at;
      if (const char32_t both = voiced(letter, next_code_point(text_, behind)); both != 0) {
        letter = both;
        at = behind;
      }
    }
    at_ = at;
    return letter;
  }
  return 0;
}

std::u32string fold_name(std::string_view text) {
  std::u32string out;
  NameLetters letters(text, 0);
  while (const char32_t letter = letters.next()) out += letter;
  return out;
}

}  // namespace corpus
