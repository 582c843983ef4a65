// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/analysis/spelling.h"

#include <algorithm>
#include <cstdint>
#include <unordered_map>

#include "indexer/analysis/kana_rules.h"
#include "indexer/analysis/letters.h"
#include "indexer/analysis/normalize.h"

namespace analysis {
namespace {

constexpr std::string_view kAllowed = "送り仮名の付け方（許容）";
constexpr std::string_view kDrafting = "法令における漢字使用";
constexpr std::string_view kOtherWord = "別の語になる";

// clang-format off
constexpr SpellingRow kTable[] = {
    {"組合せ", "組合せ", kOtherWord},     // 組合
    {"組み合せ", "組合せ", kAllowed},
    {"組合わせ", "組合せ", kAllowed},
    {"組み合わせ", "組合せ", kAllowed},
    {"組み合わせる", "組合せ", kAllowed},
    {"組合せる", "組合せ", kAllowed},
    {"生き物", "生き物", kOtherWord},     // 生物
    {"行き方", "行き方", kOtherWord},     // 行方
    {"落ち着く", "落ち着く", kOtherWord}, // 落着
    {"付け加える", "付け加える", kOtherWord},  // 付加
    {"出し入れ", "出し入れ", kOtherWord}, // 出入
    {"人当たり", "人当たり", kOtherWord}, // 人当
    {"行なう", "行う", kAllowed},
    {"表わす", "表す", kAllowed},
    {"現われる", "現れる", kAllowed},
    {"著わす", "著す", kAllowed},
    {"断わる", "断る", kAllowed},
    {"賜わる", "賜る", kAllowed},
    {"伴なう", "伴う", kAllowed},
    {"生れる", "生まれる", kAllowed},
    {"起る", "起こる", kAllowed},
    {"起す", "起こす", kAllowed},
    {"変る", "変わる", kAllowed},
    {"終る", "終わる", kAllowed},
    {"当る", "当たる", kAllowed},
    {"分る", "分かる", kAllowed},
    {"集る", "集まる", kAllowed},
    {"落す", "落とす", kAllowed},
    {"定る", "定まる", kAllowed},
    {"向う", "向かう", kAllowed},
    {"異る", "異なる", kAllowed},
    {"預る", "預かる", kAllowed},
    {"浮ぶ", "浮かぶ", kAllowed},
    {"暮す", "暮らす", kAllowed},
    {"積る", "積もる", kAllowed},
    {"明か", "明らか", kAllowed},
    {"必らず", "必ず", kAllowed},
    {"届け", "届", kAllowed},
    {"虞", "おそれ", kDrafting},
    {"恐れ", "おそれ", kDrafting},
    {"惧れ", "おそれ", kDrafting},
    {"おそれる", "おそれ", kDrafting},
    {"恐れる", "おそれ", kDrafting},
    {"看做す", "みなす", kDrafting},
    {"見做す", "みなす", kDrafting},
    {"見なす", "みなす", kDrafting},
    {"予め", "あらかじめ", kDrafting},
    {"所謂", "いわゆる", kDrafting},
    {"寄附", "寄付", kDrafting},
    {"附する", "付する", kDrafting},
    {"附属", "付属", kDrafting},
    {"附随", "付随", kDrafting},
    {"附則", "付則", kDrafting},
    {"交附", "交付", kDrafting},
    {"手附", "手付", kDrafting},
    {"聯合", "連合", kDrafting},
};
// clang-format on

constexpr std::size_t kShortestLongMark =
    3;  // letters that must be left of コピー: コピー stays, サーバー does not

// 取り消し → 取消. 女の子, 我が国 are phrases, 取り has one kanji only.
std::u32string without_okurigana(std::u32string_view word) {
  std::u32string kanji;
  for (std::size_t i = 0; i < word.size(); ++i) {
    if (corpus::is_kanji(word[i])) {
      kanji.push_back(word[i]);
    } else if (!corpus::is_hiragana(word[i]) || i == 0) {
      return std::u32string(word);
    } else if ((word[i] == U'の' || word[i] == U'が' || word[i] == U'つ') && i + 1 < word.size() &&
               corpus::is_kanji(word[i - 1]) && corpus::is_kanji(word[i + 1])) {
      return std::u32string(word);
    }
  }
  return kanji.size() > 1 ? kanji : std::u32string(word);
}

bool is_long_katakana(std::u32string_view word) {
  return word.size() > kShortestLongMark && word.back() == U'ー' &&
         std::all_of(word.begin(), word.end(), corpus::is_katakana);
}

std::string to_utf8(std::u32string_view letters) {
  std::string out;
  for (const char32_t c : letters) corpus::append_code_point(out, c);
  return out;
}

// FNV-1a: the same on every machine, since it is written into the index.
std::uint64_t hash_of(std::string_view bytes) {
  std::uint64_t hash = 0xCBF29CE484222325U;
  for (const char byte : bytes) hash = (hash ^ static_cast<unsigned char>(byte)) * 0x100000001B3U;
  return hash;
}

}  // namespace

std::span<const SpellingRow> spelling_table() { return kTable; }

std::string word_term(std::string_view word) {
  static const std::unordered_map<std::string_view, std::string_view> kByWritten = [] {
    std::unordered_map<std::string_view, std::string_view> out;
    for (const SpellingRow& row : kTable) out.emplace(row.written, row.term);
    return out;
  }();
  if (const auto row = kByWritten.find(word); row != kByWritten.end())
    return fold_small_kana(row->second);
  std::u32string letters = without_okurigana(to_letters(word));
  if (is_long_katakana(letters)) letters.pop_back();
  return bounded_term(fold_small_kana(to_utf8(letters)));
}

std::string reading_term(std::string_view kana) {
  return bounded_term(fold_small_kana(to_hiragana(normalize(kana).text)));
}

std::string bounded_term(std::string term) {
  if (term.size() <= kMostTermBytes) return term;
  constexpr char kHex[] = "0123456789abcdef";
  std::string tail = "#";
  for (std::uint64_t hash = hash_of(term); tail.size() < 17; hash >>= 4U) tail += kHex[hash & 0xFU];
  std::size_t cut = kMostTermBytes - tail.size();
  while (cut > 0 && (static_cast<unsigned char>(term[cut]) & 0xC0U) == 0x80U) --cut;
  return term.substr(0, cut) + tail;
}

}  // namespace analysis
