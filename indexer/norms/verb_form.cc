// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/norms/verb_form.h"

#include <algorithm>
#include <array>
#include <utility>

#include "corpus/text_scan.h"

namespace norms {
namespace {

using Letters = std::u32string_view;

bool one_of(char32_t c, Letters set) { return c != 0 && set.find(c) != Letters::npos; }

// The rows of the kana table, あ い う え in step.
constexpr Letters kA = U"かがさざただなはばぱまらわ";
constexpr Letters kI = U"きぎしじちぢにひびぴみりい";
constexpr Letters kU = U"くぐすずつづぬふぶぷむるう";
constexpr Letters kE = U"けげせぜてでねへべぺめれえ";

char32_t to_u(char32_t c, Letters row) {
  const std::size_t at = row.find(c);
  return at == Letters::npos ? U'\0' : kU[at];
}

// What conjugation leaves open, by the last letter of the stem.
constexpr Letters kIchidanI =
    U"用率試省顧鑑足借降起生過満閉強報老悔延信感応恥見着似煮居";  // 用い→用いる
constexpr Letters kZuruAsJiru = U"応信感閉恥混乗通交";  // 応じ→応じる; else 命じ→命ずる
constexpr Letters kTeU =
    U"行従使負払扱買問担争補伴失願誓誘奪整違疑救襲囲狙か揃賄償競繕";  // って→う
constexpr Letters kTeTsu = U"立持打待保絶放勝断も";                   // って→つ
constexpr Letters kTeBu = U"及選結運並学呼遊飛叫喜忍";                // んで→ぶ
constexpr Letters kOneKanjiSuru =
    U"供属有要達服対発徴課科処反関期資適接面存害解帰決察称証賞制製奏託脱著呈徹罰評欲略列議附附介約"
    U"画排面";
constexpr Letters kStemsOfGa = U"防稼継次仰注研脱騒泳急";  // 防が(なければ)
constexpr Letters kBareIchidan = U"得出経見着似煮";        // 届け出、 得、
constexpr std::array<Letters, 16> kKanjiGodanS = {
    U"取消", U"引渡", U"差戻", U"見直", U"貸出", U"繰越", U"呼出", U"申渡",
    U"言渡", U"払戻", U"買戻", U"貸渡", U"取崩", U"差出", U"繰戻", U"払出"};
// First halves of compound verbs: 届け出る, 取り消す.
constexpr std::array<Letters, 54> kFirstHalves = {
    U"届け", U"取り", U"引き", U"申し", U"差し", U"立ち",   U"受け", U"払い", U"割り",
    U"繰り", U"言い", U"書き", U"読み", U"切り", U"組み",   U"積み", U"打ち", U"押し",
    U"持ち", U"呼び", U"貸し", U"借り", U"買い", U"売り",   U"追い", U"振り", U"付け",
    U"乗り", U"使い", U"作り", U"当て", U"入れ", U"落とし", U"締め", U"埋め", U"定め",
    U"話し", U"折り", U"織り", U"置き", U"食い", U"備え",   U"据え", U"聞き", U"引っ",
    U"突き", U"立て", U"建て", U"巻き", U"張り", U"送り",   U"継ぎ", U"抜き", U"成り"};
// Verbs written in kana.
constexpr std::array<Letters, 34> kKanaStems = {
    U"とり",   U"とら", U"とる", U"とっ", U"とつ",   U"はか",   U"こえ",   U"とどめ", U"あて",
    U"なり",   U"なら", U"なる", U"なっ", U"なつ",   U"あっ",   U"あつ",   U"ある",   U"いう",
    U"うけ",   U"おか", U"おく", U"おき", U"つけ",   U"つとめ", U"さだめ", U"やめ",   U"まかせ",
    U"ゆだね", U"みな", U"よる", U"より", U"もうけ", U"もとめ", U"きか"};

// 公にする is one act, 適正にする is another.
constexpr std::array<Letters, 8> kAdverbsOfSuru = {U"公に",   U"明らかに", U"異に",   U"容易に",
                                                   U"可能に", U"確実に",   U"円滑に", U"空席に"};
// Nouns that say when or how, before the noun of the act: 随時公表する.
constexpr std::array<Letters, 12> kAdverbNouns = {U"随時", U"適宜", U"逐次", U"常時",
                                                  U"直接", U"相互", U"別途", U"順次",
                                                  U"毎年", U"十分", U"一層", U"極力"};

// Old dictionary forms, before べし.
constexpr std::array<std::pair<std::string_view, std::string_view>, 12> kOldDictionary = {
    {{"受く", "受ける"},
     {"定む", "定める"},
     {"設く", "設ける"},
     {"与ふ", "与える"},
     {"求む", "求める"},
     {"納む", "納める"},
     {"届出づ", "届け出る"},
     {"届出ず", "届け出る"},
     {"掲ぐ", "掲げる"},
     {"告ぐ", "告げる"},
     {"改む", "改める"},
     {"備ふ", "備える"}}};

bool is_noun_letter(char32_t c) {
  return corpus::is_kanji(c) || corpus::is_katakana(c) || (c >= U'ａ' && c <= U'ｚ') ||
         (c >= U'Ａ' && c <= U'Ｚ') || (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z') ||
         c == U'・' || c == U'」' || c == U'』';
}

char32_t last(Letters t) { return t.empty() ? U'\0' : t.back(); }
Letters drop(Letters t, std::size_t n) { return t.substr(0, t.size() - std::min(n, t.size())); }

// Behind these a word begins.
bool ends_word(char32_t c) { return c == 0 || one_of(c, U"をにとはもがでへや、，くて"); }

std::size_t begin_of_noun(Letters t) {
  std::size_t at = t.size();
  while (at > 0 && is_noun_letter(t[at - 1])) --at;
  return at;
}

// Where the word begins that ends `stem` (kanji, perhaps kana behind them).
std::size_t begin_of_word(Letters stem) {
  std::size_t at = stem.size();
  for (const Letters kana : kKanaStems) {
    if (ends_with(stem, kana)) {
      const std::size_t begin = stem.size() - kana.size();
      if (begin == 0 || !corpus::is_kanji(stem[begin - 1])) at = begin;
    }
  }
  if (at < stem.size()) return at;
  // 文書による, 行為とみなす: a particle, and a verb in kana behind it.
  for (std::size_t back = 2; back <= 4 && back < stem.size(); ++back) {
    const Letters kana = stem.substr(stem.size() - back);
    if (!std::all_of(kana.begin(), kana.end(), corpus::is_hiragana)) break;
    if (one_of(stem[stem.size() - back - 1], U"とにをはが")) return stem.size() - back;
  }
  std::size_t kana = 0;
  while (at > 0 && corpus::is_hiragana(stem[at - 1]) && stem[at - 1] != U'を' && kana < 4)
    --at, ++kana;
  if (at == 0 || !corpus::is_kanji(stem[at - 1])) {  // no kanji: from behind the last particle
    const std::size_t particle = stem.find_last_of(U"をにとは、，");
    return particle == Letters::npos ? 0 : particle + 1;
  }
  const std::size_t end = at;
  while (at > 0 && corpus::is_kanji(stem[at - 1])) --at;
  if (end - at > 2) at = end - 1;  // 一以上設ける
  for (const Letters half : kFirstHalves) {
    if (ends_with(stem.substr(0, at), half)) return at - half.size();
  }
  return at;
}

Verb make(Letters text, std::size_t begin, Letters stem, Letters ending) {
  std::string dictionary = to_utf8(stem.substr(begin));
  dictionary += to_utf8(ending);
  return {.range = {begin, text.size()}, .dictionary = std::move(dictionary)};
}

// する behind a noun, or alone: 報告をする, 公にする, とする.
Verb make_suru(Letters text, Letters stem) {
  std::size_t begin = begin_of_noun(stem);
  for (const Letters adverb : kAdverbNouns) {
    if (starts_with(stem.substr(begin), adverb) && begin + adverb.size() < stem.size())
      begin += adverb.size();
  }
  for (std::size_t at = begin; at + 2 < stem.size(); ++at) {
    if (stem[at] == U'間' && at > begin) begin = at + 1;  // 五年間保存する
  }
  if (begin < stem.size()) return make(text, begin, stem, U"する");
  if (one_of(last(stem), U"んい"))
    return make(text, begin_of_word(stem), stem, U"する");  // 改ざんする, 漏えいする
  if (last(stem) == U'と') return make(text, stem.size() - 1, stem, U"する");
  for (const Letters adverb : kAdverbsOfSuru) {
    if (ends_with(stem, adverb)) return make(text, stem.size() - adverb.size(), stem, U"する");
  }
  return make(text, stem.size(), stem, U"する");
}

// Behind し: サ変, or 五段サ行 (示し→示す).
Verb from_shi(Letters text, Letters stem, bool irrealis) {
  const char32_t c = last(stem);
  if (irrealis || c == 0 || ends_word(c)) {
    if (ends_with(stem, U"尽く") && !irrealis) return make(text, begin_of_word(stem), stem, U"す");
    return make_suru(text, stem);
  }
  const std::size_t noun = begin_of_noun(stem);
  if (one_of(c, U"んい")) return make_suru(text, stem);
  if (corpus::is_hiragana(c)) return make(text, begin_of_word(stem), stem, U"す");
  for (const Letters word : kKanjiGodanS) {
    if (stem.substr(noun) == word) return make(text, noun, stem, U"す");
  }
  const bool one_kanji = noun + 1 == stem.size() && corpus::is_kanji(c);
  if (one_kanji && !one_of(c, kOneKanjiSuru)) return make(text, begin_of_word(stem), stem, U"す");
  return make_suru(text, stem);
}

Verb passive_of(Verb verb) {
  verb.passive = true;
  return verb;
}

// Behind れ: 解任され, 行われ, 定められ; 触れ is no passive.
Verb from_re(Letters text, Letters stem) {
  if (last(stem) == U'さ') {
    const Letters noun = drop(stem, 1);
    if (ends_word(last(noun)) || is_noun_letter(last(noun)))
      return passive_of(from_shi(text, noun, false));
  }
  if (last(stem) == U'ら' && stem.size() > 1) {
    const Letters before = drop(stem, 1);
    const char32_t c = last(before);
    if (one_of(c, kE) || one_of(c, kBareIchidan) || (one_of(c, kI) && !corpus::is_kanji(c)))
      return passive_of(c == U'ぜ' ? make(text, begin_of_word(before), drop(before, 1), U"ずる")
                                   : make(text, begin_of_word(before), before, U"る"));
  }
  if (const char32_t u = to_u(last(stem), kA); u != 0) {
    const Letters before = drop(stem, 1);
    return passive_of(make(text, begin_of_word(before), before, Letters(&u, 1)));
  }
  std::u32string whole(stem);
  whole += U'れ';
  return make(text, begin_of_word(whole), whole, U"る");
}

Verb from_e(Letters text) {
  if (last(text) == U'れ') return from_re(text, drop(text, 1));
  if (ends_with(text, U"させ")) {
    Verb verb = make_suru(text, drop(text, 2));
    verb.dictionary.replace(verb.dictionary.size() - std::string_view("する").size(),
                            std::string::npos, "させる");
    verb.causative = true;
    return verb;
  }
  Verb verb = make(text, begin_of_word(text), text, U"る");
  verb.causative = text.size() > 1 && last(text) == U'せ' && one_of(text[text.size() - 2], kA);
  return verb;
}

Verb from_ji(Letters text, Letters stem) {
  return make(text, begin_of_word(stem), stem, one_of(last(stem), kZuruAsJiru) ? U"じる" : U"ずる");
}

std::optional<Verb> from_te(Letters text);

// …ておく, …ている: the verb in front says what is done.
std::optional<Verb> without_helper(Letters text, std::initializer_list<Letters> helpers) {
  for (const Letters helper : helpers) {
    if (!ends_with(text, helper)) continue;
    auto verb = from_te(drop(text, helper.size() - 1));  // the て stays
    if (verb) verb->range.end = text.size();
    return verb;
  }
  return std::nullopt;
}

std::optional<Verb> from_te(Letters text) {
  const bool voiced = last(text) == U'で';
  const Letters stem = drop(text, 1);
  const Letters before = drop(stem, 1);
  switch (last(stem)) {
    case U'し':
      return from_shi(text, before, false);
    case U'じ':
      return from_ji(text, before);
    case U'つ':  // old spelling of っ
    case U'っ': {
      const char32_t c = last(before);
      if (c == U'行') return make(text, begin_of_word(before), before, U"う");
      return make(text, begin_of_word(c == U'あ' || c == U'な' || c == U'と' ? stem : before),
                  before,
                  one_of(c, kTeU)     ? U"う"
                  : one_of(c, kTeTsu) ? U"つ"
                                      : U"る");
    }
    case U'ん':
      return make(text, begin_of_word(before), before, one_of(last(before), kTeBu) ? U"ぶ" : U"む");
    case U'い':
      if (voiced) return make(text, begin_of_word(before), before, U"ぐ");
      return one_of(last(before), kIchidanI) ? make(text, begin_of_word(stem), stem, U"る")
                                             : make(text, begin_of_word(before), before, U"く");
    default:
      break;
  }
  if (one_of(last(stem), kE)) return from_e(stem);
  if (one_of(last(stem), kI) || one_of(last(stem), kBareIchidan))
    return make(text, begin_of_word(stem), stem, U"る");
  return std::nullopt;
}

std::optional<Verb> from_irrealis(Letters text) {
  if (auto verb = without_helper(text, {U"ておか", U"でおか", U"てい", U"でい"})) return verb;
  const char32_t c = last(text);
  const Letters stem = drop(text, 1);
  if (c == U'し') return from_shi(text, stem, true);
  if (c == U'じ') return from_ji(text, stem);
  if (c == U'せ' && (stem.empty() || !one_of(last(stem), kA)) && corpus::is_kanji(last(stem)))
    return make(text, begin_of_word(text), text, U"る");
  if (c == U'は' || c == U'で') return std::nullopt;  // 適用はない, 者でない
  if (c == U'が' && !one_of(last(stem), kStemsOfGa)) return std::nullopt;  // 同意がなければ
  if (one_of(c, kE)) return from_e(text);
  if (const char32_t u = to_u(c, kA); u != 0)
    return make(text, begin_of_word(one_of(c, U"らか") ? text : stem), stem, Letters(&u, 1));
  if (one_of(c, kI) || one_of(c, kBareIchidan)) return make(text, begin_of_word(text), text, U"る");
  return std::nullopt;
}

std::optional<Verb> from_continuative(Letters text) {
  if (auto verb = without_helper(text, {U"ておき", U"でおき", U"てい", U"でい"})) return verb;
  const char32_t c = last(text);
  if (one_of(c, U"てでに") || ends_with(text, U"ため") || ends_with(text, U"のみ") ||
      ends_with(text, U"それぞれ") || ends_with(text, U"のうち") || ends_with(text, U"であり") ||
      ends_with(text, U"まじり") || ends_with(text, U"おり"))
    return std::nullopt;
  const Letters stem = drop(text, 1);
  if (c == U'し') {
    Verb verb = from_shi(text, stem, false);
    const char32_t before = verb.range.begin == 0 ? U'\0' : text[verb.range.begin - 1];
    if (before == U'の') return std::nullopt;  // 処分の取消し、
    return verb;
  }
  std::optional<Verb> verb;
  if (c == U'じ') {
    verb = from_ji(text, stem);
  } else if (one_of(c, kE)) {
    verb = from_e(text);
  } else if (one_of(c, kBareIchidan)) {
    verb = make(text, begin_of_word(text), text, U"る");
  } else if (const char32_t u = to_u(c, kI); u != 0) {
    verb = one_of(last(stem), kIchidanI)
               ? make(text, begin_of_word(text), text, U"る")
               : make(text, begin_of_word(c == U'り' ? text : stem), stem, Letters(&u, 1));
  }
  if (!verb) return verb;
  // A verb stands behind a particle; a noun of the same letters behind の or another noun.
  const char32_t before = verb->range.begin == 0 ? U'\0' : text[verb->range.begin - 1];
  if (!ends_word(before)) return std::nullopt;
  return verb;
}

std::optional<Verb> from_dictionary(Letters text) {
  const char32_t c = last(text);
  if (c == 0 || !one_of(c, U"くぐすずつぬぶむるう")) return std::nullopt;
  if (auto verb = without_helper(text, {U"ておく", U"でおく", U"ている", U"でいる"})) return verb;
  const Letters stem = drop(text, 1);
  if (ends_with(text, U"する")) return make_suru(text, drop(text, 2));
  // 受くるコトヲ得: the old attributive.
  constexpr Letters kOldU = U"くぐつづぬふむ";
  if (c == U'る' && one_of(last(stem), kOldU) && stem.size() > 1 &&
      corpus::is_kanji(stem[stem.size() - 2])) {
    constexpr Letters kOldE = U"けげてでねえめ";
    const char32_t e[] = {kOldE[kOldU.find(last(stem))], U'る'};
    return make(text, begin_of_word(drop(stem, 1)), drop(stem, 1), Letters(e, 2));
  }
  if (ends_with(text, U"ずる")) return make(text, begin_of_word(drop(text, 2)), text, U"");
  if (c == U'る' && (one_of(last(stem), kE) || one_of(last(stem), kBareIchidan)))
    return from_e(stem);
  return make(text,
              begin_of_word(c == U'る' || c == U'う' || c == U'く' || c == U'す' ? text : stem),
              text, U"");
}

}  // namespace

std::optional<Verb> verb_at_end(Letters text, VerbForm form) {
  // Far longer than any verb with what its beginning depends on.
  constexpr std::size_t kWindow = 40;
  const std::size_t skipped = text.size() > kWindow ? text.size() - kWindow : 0;
  const Letters tail = text.substr(skipped);
  std::optional<Verb> verb;
  switch (form) {
    case VerbForm::dictionary:
      verb = from_dictionary(tail);
      break;
    case VerbForm::irrealis:
      verb = from_irrealis(tail);
      break;
    case VerbForm::te:
      verb = from_te(tail);
      break;
    case VerbForm::continuative:
      verb = from_continuative(tail);
      break;
    case VerbForm::classical: {
      const char32_t before = tail.size() > 1 ? tail[tail.size() - 2] : U'\0';
      if (last(tail) == U'す' && (ends_word(before) || is_noun_letter(before)))
        verb = from_shi(tail, drop(tail, 1), false);
      else
        verb = from_dictionary(tail);
      for (const auto& [old, now] : kOldDictionary) {
        if (verb && verb->dictionary == old) verb->dictionary = now;
      }
      break;
    }
    case VerbForm::noun:
      if (!tail.empty() && is_noun_letter(last(tail))) verb = make_suru(tail, tail);
      break;
  }
  if (verb) {
    verb->range.begin += skipped;
    verb->range.end += skipped;
  }
  return verb;
}

}  // namespace norms
