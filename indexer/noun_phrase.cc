// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/noun_phrase.h"

#include <algorithm>

#include "indexer/text_scan.h"

namespace indexer {
namespace {

using corpus::Span;

// Kana that end the noun made of a verb, after the kanji they may follow: 借入れ, 取扱い. The same
// kana after other kanji belong to a verb: 関し, 及び, 基づき.
struct Okurigana {
  char32_t kana;
  std::u32string_view after;
};
constexpr Okurigana kOkurigana[] = {
    {U'れ', U"入離流恐"},
    {U'け', U"付受届掛設助分請"},
    {U'し', U"渡戻越消直出返増回通卸貸差押見流"},
    {U'み', U"込組積読済"},
    {U'い', U"扱払買商違扶洗"},
    {U'ぎ', U"次継接防"},
    {U'り', U"取積売切割借送刷"},
    {U'え', U"替押換備構控据植"},
    {U'せ', U"合寄併任"},
    {U'き', U"引書巻敷抜焼"},
    {U'げ', U"上下揚引"},
    {U'ち', U"持立打"},
    {U'め', U"締留止詰"},
    {U'び', U"呼並"},
    {U'う', U"行"},
};
// Nouns written in kana alone or beginning with it.
constexpr std::string_view kKanaNouns[] = {
    "ばい煙",   "ばいじん", "たばこ",       "あへん", "けし",   "でん粉", "がん具", "ぱちんこ屋",
    "ぶどう酒", "みりん",   "しようちゆう", "ろ過",   "はしけ", "いす",   "がけ",   "ふぐ",
    "かん水",   "し尿",     "ごみ",         "まぐろ", "かつお", "のり",   "てん菜", "さとうきび",
    "ひ素",     "りん",     "ふつ素",       "ふっ素", "ほう素", "めつき", "めっき", "ため池",
    "えん堤",   "こう配",   "くず",         "うなぎ", "あんま", "はり",   "きゆう",
};
// Words that say too little by themselves: what is before の, or the pinpoint, is part of the term.
constexpr std::string_view kRelational[] = {
    "区分", "種別", "期間", "機関", "非公開", "保全", "産業", "者",   "もの",
    "業務", "行為", "登録", "認定", "許可",   "認可", "指定", "届出", "承認",
    "免許", "申請", "規定", "長",   "日",     "額",   "場合", "期日", "事項",
    "金額", "職員", "役員", "確認", "範囲",   "種類", "方法", "基準", "規定",
};
constexpr std::string_view kStrip[] = {"当該", "前記", "同", "本", "各", "該"};
constexpr std::string_view kKeep[] = {
    "同種", "同居", "同族", "同業", "同盟", "同意", "同等", "同一", "本人", "本邦", "本店",
    "本部", "本社", "本籍", "本船", "本会", "本店", "本来", "本国", "本支", "本株", "本件",
    "各省", "各庁", "本体", "本線", "本州", "本庁", "本校", "本省", "同年", "同日", "同月",
    "同和", "同僚", "同乗", "同軸", "同位", "同時", "同期", "同系", "本則", "本文", "本項",
    "本条", "本船", "本作", "本品", "本科", "本屋", "本給", "本俸", "本審", "本案", "本訴",
    "本権", "本登", "本籍", "本拠", "本館", "本道"};

bool is_okurigana(char32_t kana, char32_t kanji) {
  const auto* row = std::find_if(std::begin(kOkurigana), std::end(kOkurigana),
                                 [&](const Okurigana& o) { return o.kana == kana; });
  return row != std::end(kOkurigana) && row->after.find(kanji) != row->after.npos;
}

// The beginning of the letter before `at`.
std::size_t step_back(std::string_view text, std::size_t at) {
  do --at;
  while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80);
  return at;
}

// From `end` back over the letters of one noun.
std::size_t begin_of_noun(const TextLevel& level, std::size_t end) {
  const std::string_view text = level.text;
  std::size_t begin = end;
  while (begin > 0 && (begin == end || !level.has_cut_at(begin))) {
    const std::size_t letter = step_back(text, begin);
    const char32_t c = letter_at(text, letter);
    if (is_noun_letter(c)) {
      begin = letter;
      continue;
    }
    if (is_okurigana(c, letter_before(text, letter)) && !level.has_cut_at(letter)) {
      // A verb in its own clause has を or に before its kanji: 「金を借入れ、」 is none here.
      begin = letter;
      continue;
    }
    const auto* kana =
        std::find_if(std::begin(kKanaNouns), std::end(kKanaNouns), [&](std::string_view word) {
          // The kana at the head of the word end at `begin`, its kanji follow.
          for (std::size_t k = 3; k <= word.size(); k += 3) {
            if (letter_before(word, k) != c || begin < k) continue;
            if (text.substr(begin - k, k) == word.substr(0, k) &&
                text.substr(begin).starts_with(word.substr(k)) && begin + word.size() - k <= end)
              return true;
          }
          return false;
        });
    if (kana == std::end(kKanaNouns)) break;
    std::size_t k = 3;
    while (text.substr(begin - k, k) != kana->substr(0, k) ||
           !text.substr(begin).starts_with(kana->substr(k)))
      k += 3;
    begin -= k;
  }
  return begin;
}

std::size_t strip_front(std::string_view text, Span& span) {
  const std::size_t before = span.begin;
  for (bool more = true; more;) {
    more = false;
    const std::string_view phrase = span.of(text);
    if (std::any_of(std::begin(kKeep), std::end(kKeep),
                    [&](std::string_view keep) { return phrase.starts_with(keep); }))
      break;
    for (const std::string_view word : kStrip) {
      if (phrase.size() > word.size() + 3 && phrase.starts_with(word)) {
        span.begin += word.size();
        more = true;
        break;
      }
    }
  }
  return span.begin - before;
}

// What the bracket calls it itself: 甲 in 「…に規定する甲をいう」, 「…する甲に限る」.
std::string_view repeated(std::string_view inside) {
  for (const std::string_view end : {"をいう", "をいい", "に限る", "を除く"}) {
    const std::size_t at = inside.find(end);
    if (at != std::string_view::npos) return inside.substr(0, at);
  }
  return {};
}

std::size_t common_suffix(std::string_view a, std::string_view b) {
  std::size_t n = 0;
  while (n < a.size() && n < b.size() && a[a.size() - 1 - n] == b[b.size() - 1 - n]) ++n;
  while (n > 0 && (static_cast<unsigned char>(a[a.size() - n]) & 0xC0) == 0x80) --n;
  return n;
}

// Trims a repeated stretch to where a phrase can begin: not in the middle of 定める電気通信.
std::string_view from_noun(std::string_view phrase) {
  for (std::size_t at = 0; at < phrase.size(); corpus::next_code_point(phrase, at)) {
    if (is_noun_letter(letter_at(phrase, at)) && is_plain_noun(phrase.substr(at)))
      return phrase.substr(at);
  }
  return {};
}

}  // namespace

bool is_noun_letter(char32_t c) {
  return is_kanji(c) || is_katakana(c) || c == U'・' || c == U'＝' || c == U'ヶ' || c == U'〇' ||
         (c >= U'0' && c <= U'9') || (c >= U'A' && c <= U'Z') || (c >= U'a' && c <= U'z') ||
         (c >= U'０' && c <= U'９') || (c >= U'Ａ' && c <= U'Ｚ') || (c >= U'ａ' && c <= U'ｚ') ||
         (c >= U'Α' && c <= U'ω') || c == U'－' || c == U'‐' || c == U'．' || c == U'ゝ' ||
         c == U'Ⅰ' || c == U'Ⅱ' || c == U'Ⅲ';
}

bool is_plain_noun(std::string_view phrase) {
  char32_t before = 0;
  for (std::size_t at = 0; at < phrase.size();) {
    const std::size_t here = at;
    const char32_t c = corpus::next_code_point(phrase, at);
    if (!is_noun_letter(c) && !is_okurigana(c, before)) {
      const bool of = c == U'の' && before != 0 && at < phrase.size() && before != U'そ';
      const bool kana =
          std::any_of(std::begin(kKanaNouns), std::end(kKanaNouns), [&](std::string_view word) {
            return phrase.substr(here).starts_with(word) ||
                   (here >= 3 && word.size() > 3 && phrase.substr(here - 3).starts_with(word));
          });
      if (!of && !kana) return false;
    }
    before = c;
  }
  return before != 0 && before != U'の';
}

Span noun_phrase_before(const TextLevel& level, std::size_t end, std::string_view inside,
                        const ProvisionReferences& references) {
  const std::string_view text = level.text;
  if (end == 0) return {end, end};
  const std::size_t source_end = level.at[end - 1] + 1;
  if (const Reference* r = references.ending_at(source_end)) {
    const std::size_t begin = level.place_of(r->span.begin);
    if (begin < end) return {begin, end};
  }
  Span span{begin_of_noun(level, end), end};
  strip_front(text, span);

  // 甲 in 「甲（…甲をいう。）」, where it is longer than one noun.
  const std::string_view said = repeated(inside);
  if (!said.empty()) {
    const std::size_t same = common_suffix(text.substr(0, end), said);
    const std::string_view phrase = from_noun(text.substr(end - same, same));
    if (phrase.size() > span.size()) {
      Span longer{end - phrase.size(), end};
      strip_front(text, longer);
      return longer;
    }
  }
  if (span.empty()) {
    for (const std::string_view word : {"もの", "こと", "とき", "ところ"}) {
      if (text.substr(0, end).ends_with(word)) return {end - word.size(), end};
    }
    return span;
  }
  const std::string_view noun = span.of(text);
  const bool relational =
      std::find(std::begin(kRelational), std::end(kRelational), noun) != std::end(kRelational);
  const std::string_view before = text.substr(0, span.begin);
  if (!relational || level.has_cut_at(span.begin)) return span;
  if (noun == "者" && before.ends_with("その")) return {span.begin - 6, end};
  // 第九条第一項の認定, 前項各号に掲げる行為
  for (const std::string_view link : {"の", "に掲げる", "に規定する"}) {
    if (!before.ends_with(link)) continue;
    const std::size_t link_begin = span.begin - link.size();
    if (link_begin == 0 || level.has_cut_at(link_begin)) continue;
    if (const Reference* r = references.ending_at(level.at[link_begin - 1] + 1))
      return {level.place_of(r->span.begin), end};
  }
  if (before.ends_with("の")) {
    const std::size_t of = span.begin - 3;
    if (of > 0 && !level.has_cut_at(of)) {
      Span whose{begin_of_noun(level, of), of};
      const bool bound = strip_front(text, whose) > 0;
      if (!whose.empty() && !bound && whose.size() > 6 - 3 &&
          !text.substr(0, of).ends_with("その他"))
        return {whose.begin, end};
    }
  }
  return span;
}

}  // namespace indexer
