// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/analysis/kana_rules.h"

#include <algorithm>
#include <array>

namespace analysis {
namespace {

// clang-format off
constexpr KanaRule kRules[] = {
    {.name = "促音、用言の音便",
     .before = "字あいうおがくこさただとなのはぼまもやよらりわ", .large = "つ", .after = "てた",
     .examples = "あつて→あって 従つて→従って よつて→よって なつた→なった 至つた→至った もつて→もって",
     .not_in = "につて かつて"},
    {.name = "促音、かつた",
     .before = "か", .large = "つ", .after = "た",
     .examples = "なかつた→なかった 向かつた→向かった"},
    {.name = "促音、あつせん",
     .before = "あ", .large = "つ", .after = "せ",
     .examples = "あつせん→あっせん", .not_in = "立つせ"},
    {.name = "促音、もっとも・のっとる",
     .before = "もの", .large = "つ", .after = "と",
     .examples = "もつとも→もっとも のつとり→のっとり", .not_in = "一つと"},
    {.name = "促音、ぱ行の前",
     .before = "", .large = "つ", .after = "ぱぴぷぺぽ",
     .examples = "もつぱら→もっぱら 突つぱね→突っぱね"},
    {.name = "外来語の拗音",
     .before = "キシチヒミピビギジ", .large = "ヤユヨ", .after = "",
     .examples = "シヨベル→ショベル ジヤージー→ジャージー チヨコレート→チョコレート",
     .not_in = "ベニヤ ニヨリ メリヤス リヤール"},
    {.name = "外来語の拗音、ニュ・リュ",
     .before = "ニリ", .large = "ユ", .after = "",
     .examples = "ニユース→ニュース リユックサック→リュックサック", .not_in = "ニヨル"},
    {.name = "外来語のファ行",
     .before = "フ", .large = "アイエオ", .after = "",
     .examples = "フイリピン→フィリピン フオークリフト→フォークリフト", .not_in = "アイエオ"},
    {.name = "外来語の促音",
     .before = "アイウエオカキクケコサシスセソタチテトナニヌネノハヒフヘホマミムメモラリルレロワガギグゲゴジダデドバビブベボパピプペポャュョァィェォ",
     .large = "ツ", .after = "カキクケコサシスセソタチツテトパピプペポガグドジ",
     .examples = "リツトル→リットル マツサージ→マッサージ ブロツク→ブロック ドツグ→ドッグ",
     .not_in = "スポーツセンター ドイツトウヒ シャツカラー"},
};

// Words that end in ツ and take another word behind them.
constexpr std::u32string_view kEndInTsu[] = {U"ドイツ", U"シャツ", U"キャベツ", U"バケツ"};

struct SmallKana { char32_t large; char32_t small; };
constexpr SmallKana kSmall[] = {
    {U'あ', U'ぁ'}, {U'い', U'ぃ'}, {U'う', U'ぅ'}, {U'え', U'ぇ'}, {U'お', U'ぉ'}, {U'つ', U'っ'}, {U'や', U'ゃ'},
    {U'ゆ', U'ゅ'}, {U'よ', U'ょ'}, {U'わ', U'ゎ'}, {U'か', U'ゕ'}, {U'け', U'ゖ'},
    {U'ア', U'ァ'}, {U'イ', U'ィ'}, {U'ウ', U'ゥ'}, {U'エ', U'ェ'}, {U'オ', U'ォ'}, {U'ツ', U'ッ'}, {U'ヤ', U'ャ'},
    {U'ユ', U'ュ'}, {U'ヨ', U'ョ'}, {U'ワ', U'ヮ'}, {U'カ', U'ヵ'}, {U'ケ', U'ヶ'},
};
// clang-format on

char32_t to_small(char32_t c) {
  const auto* row = std::find_if(std::begin(kSmall), std::end(kSmall),
                                 [&](const auto& r) { return r.large == c; });
  return row == std::end(kSmall) ? c : row->small;
}

char32_t to_large(char32_t c) {
  const auto* row = std::find_if(std::begin(kSmall), std::end(kSmall),
                                 [&](const auto& r) { return r.small == c; });
  return row == std::end(kSmall) ? c : row->large;
}

struct Compiled {
  std::u32string before;
  std::u32string large;
  std::u32string after;
  bool any_kanji;
};

const std::vector<Compiled>& compiled() {
  static const std::vector<Compiled> kCompiled = [] {
    std::vector<Compiled> out;
    for (const KanaRule& rule : kRules) {
      out.push_back({to_letters(rule.before), to_letters(rule.large), to_letters(rule.after),
                     rule.before.find("字") != std::string_view::npos});
    }
    return out;
  }();
  return kCompiled;
}

bool has(const std::u32string& set, char32_t c) { return set.find(c) != std::u32string::npos; }

// かつて (formerly) is a word; 向かつて, 分かつて, わかつて are verbs.
bool is_verb_katte(std::u32string_view before, char32_t next) {
  if (next != U'て' || before.size() < 2 || before.back() != U'か') return false;
  const char32_t stem = before[before.size() - 2];
  return corpus::is_kanji(stem) || stem == U'わ' || stem == U'む';
}

bool turns_small(std::u32string_view before, char32_t c, char32_t next) {
  if (before.empty()) return false;
  if (c == U'ツ' &&
      std::any_of(std::begin(kEndInTsu), std::end(kEndInTsu), [&](std::u32string_view word) {
        return before.ends_with(word.substr(0, word.size() - 1));
      })) {
    return false;
  }
  if (c == U'つ' && is_verb_katte(before, next)) return true;
  const char32_t last = before.back();
  return std::any_of(compiled().begin(), compiled().end(), [&](const Compiled& rule) {
    return has(rule.large, c) && (rule.after.empty() || has(rule.after, next)) &&
           (rule.before.empty() || has(rule.before, last) ||
            (rule.any_kanji && corpus::is_kanji(last)));
  });
}

// か゛ as one letter, for ゞ.
char32_t voiced(char32_t c) {
  constexpr std::u32string_view kUnvoiced =
      U"かきくけこさしすせそたちつてとはひふへほカキクケコサシスセソタチツテトハヒフヘホ";
  return kUnvoiced.find(c) == std::u32string_view::npos ? c : static_cast<char32_t>(c + 1);
}

// What ゝゞヽヾ repeats; anything else, and a mark with nothing to repeat, stays.
char32_t expand(char32_t mark, char32_t before) {
  const bool hiragana = mark == U'ゝ' || mark == U'ゞ';
  if (!hiragana && mark != U'ヽ' && mark != U'ヾ') return mark;
  if (hiragana ? !(before >= U'ぁ' && before <= U'ん') : !(before >= U'ァ' && before <= U'ン'))
    return mark;
  return mark == U'ゞ' || mark == U'ヾ' ? voiced(before) : before;
}

constexpr bool may_be_small(char32_t c) {
  return c == U'つ' || c == U'ツ' || c == U'ヤ' || c == U'ユ' || c == U'ヨ' || c == U'ア' ||
         c == U'イ' || c == U'エ' || c == U'オ';
}

std::string map_letters(std::string_view utf8, char32_t (*map)(char32_t)) {
  std::string out;
  out.reserve(utf8.size());
  for (std::size_t at = 0; at < utf8.size();)
    corpus::append_code_point(out, map(corpus::next_code_point(utf8, at)));
  return out;
}

}  // namespace

std::span<const KanaRule> kana_rules() { return kRules; }

Letters fold_kana(Letters letters) {
  std::u32string& chars = letters.chars;
  // Marks first: what they stand for decides about the large kana before them.
  for (std::size_t i = 1; i < chars.size(); ++i) chars[i] = expand(chars[i], chars[i - 1]);
  for (std::size_t i = 1; i < chars.size(); ++i) {
    if (!may_be_small(chars[i])) continue;
    const std::u32string_view before = std::u32string_view(chars).substr(0, i);
    if (turns_small(before, chars[i], i + 1 < chars.size() ? chars[i + 1] : U' ')) {
      chars[i] = to_small(chars[i]);
    }
  }
  return letters;
}

std::string fold_small_kana(std::string_view utf8) { return map_letters(utf8, to_large); }

std::string to_hiragana(std::string_view utf8) {
  return map_letters(utf8, [](char32_t c) {
    return c >= U'ァ' && c <= U'ヶ' ? static_cast<char32_t>(c - 0x60) : c;
  });
}

}  // namespace analysis
