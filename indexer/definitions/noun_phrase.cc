// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/definitions/noun_phrase.h"

#include <algorithm>
#include <optional>

#include "corpus/text_scan.h"

namespace definitions {
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
    {U'り', U"取積売切割借送刷釣"},
    {U'え', U"替押換備構控据植"},
    {U'せ', U"合寄併任"},
    {U'き', U"引書巻敷抜焼"},
    {U'げ', U"上下揚引"},
    {U'ち', U"持立打"},
    {U'め', U"締留止詰"},
    {U'び', U"呼並"},
};
// Nouns written in kana alone or beginning with it.
constexpr std::string_view kKanaNouns[] = {
    "あっせん",     "あつせん", "まちづくり", "ものづくり", "ばい煙",     "ばいじん", "たばこ",
    "あへん",       "けし",     "でん粉",     "がん具",     "ぱちんこ屋", "ぶどう酒", "みりん",
    "しようちゆう", "ろ過",     "はしけ",     "いす",       "がけ",       "ふぐ",     "かん水",
    "し尿",         "ごみ",     "まぐろ",     "かつお",     "のり",       "てん菜",   "さとうきび",
    "ひ素",         "りん",     "ふつ素",     "ふっ素",     "ほう素",     "めつき",   "めっき",
    "いか釣り",     "かじき",   "はえ縄",     "さけ",       "ます",       "かに",     "えび",
    "いわし",       "さば",     "さんま",     "ため池",     "えん堤",     "こう配",   "くず",
    "うなぎ",       "あんま",   "はり",       "きゆう",
};
// Words that say too little by themselves: what is before の, or the pinpoint, is part of the term.
constexpr std::string_view kRelational[] = {
    "区分", "種別", "期間", "機関", "産業", "者",   "もの", "業務", "行為", "規定", "長",
    "日",   "額",   "場合", "期日", "事項", "金額", "範囲", "種類", "方法", "基準", "量",
    "数",   "規模", "内容", "一部", "末日", "価額", "月額", "人数", "割合", "大綱", "所在地"};
// Deeds, told apart by what they are done to: 特許出願の非公開, 資金の貸付け, 住所の変更. Who does
// them does not belong to the term: 国の負担 is 負担.
constexpr std::string_view kDeeds[] = {
    "非公開", "保全", "確保", "促進", "推進", "防止", "活性化", "形成", "再生", "創出", "振興",
    "育成",   "整備", "開発", "取得", "譲渡", "売買", "貸付け", "償還", "転換", "処分", "変更",
    "作成",   "表示", "施行", "決定", "変化", "輸出", "輸入",   "製造", "販売", "交換", "設定",
    "移転",   "負担", "交付", "支給", "維持", "改善", "向上",   "強化", "普及", "復興", "割引"};
// The same of acts, but whose act it is does not belong to the term: 総務大臣の認定 is 認定.
constexpr std::string_view kActs[] = {"登録", "認定", "許可", "認可", "指定",
                                      "届出", "承認", "免許", "申請", "確認"};
constexpr std::string_view kStrip[] = {"当該", "前記"};
bool is_act(std::string_view noun) {
  return std::find(std::begin(kActs), std::end(kActs), noun) != std::end(kActs);
}

bool is_deed(std::string_view noun) {
  return std::find(std::begin(kDeeds), std::end(kDeeds), noun) != std::end(kDeeds);
}

bool names_person(std::string_view name) {
  return corpus::ends_with_any(
             name, {"大臣", "長官", "知事", "者", "人", "長", "庁", "省", "委員会", "裁判所", "国",
                    "都道府県", "市町村", "組合", "会社", "社", "団体", "政府", "員"})
      .has_value();
}

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
    const char32_t c = corpus::letter_at(text, letter);
    if (is_noun_letter(c)) {
      begin = letter;
      continue;
    }
    if (is_okurigana(c, corpus::letter_before(text, letter)) && !level.has_cut_at(letter)) {
      // A verb in its own clause has を or に before its kanji: 「金を借入れ、」 is none here.
      begin = letter;
      continue;
    }
    const auto* kana =
        std::find_if(std::begin(kKanaNouns), std::end(kKanaNouns), [&](std::string_view word) {
          // The kana at the head of the word end at `begin`, its kanji follow.
          for (std::size_t k = 3; k <= word.size(); k += 3) {
            if (corpus::letter_before(word, k) != c || begin < k) continue;
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
    for (const std::string_view word : kStrip) {
      if (span.of(text).size() > word.size() && span.of(text).starts_with(word)) {
        span.begin += word.size();
        more = true;
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

// 甲 in 「…第三条に規定する甲をいう」, whatever letters it is written in.
std::string_view named_elsewhere(std::string_view said) {
  for (const std::string_view link : {"に規定する", "にいう"}) {
    const std::size_t at = said.rfind(link);
    if (at != std::string_view::npos) return said.substr(at + link.size());
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
    if (is_noun_letter(corpus::letter_at(phrase, at)) && is_plain_noun(phrase.substr(at)))
      return phrase.substr(at);
  }
  return {};
}

}  // namespace

bool is_noun_letter(char32_t c) {
  return corpus::is_kanji(c) || corpus::is_katakana(c) || c == U'・' || c == U'＝' || c == U'ヶ' ||
         c == U'〇' || (c >= U'0' && c <= U'9') || (c >= U'A' && c <= U'Z') ||
         (c >= U'a' && c <= U'z') || (c >= U'０' && c <= U'９') || (c >= U'Ａ' && c <= U'Ｚ') ||
         (c >= U'ａ' && c <= U'ｚ') || (c >= U'Α' && c <= U'ω') || c == U'－' || c == U'‐' ||
         c == U'．' || c == U'ゝ' || c == U'Ⅰ' || c == U'Ⅱ' || c == U'Ⅲ';
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

namespace {

// A pinpoint as the word itself: 第五条第一項（…を除く。次項において同じ。）. The name of a law
// that has its number behind it is not taken along.
std::optional<Span> pinpoint_ending_at(const TextLevel& level, std::size_t end,
                                       const ProvisionReferences& references) {
  const citations::Reference* r = references.ending_at(level.at[end - 1] + 1);
  if (r == nullptr) return std::nullopt;
  std::size_t begin = level.place_of(r->span.begin);
  for (const std::uint32_t cut : level.cuts) {
    if (cut > begin && cut < end) begin = cut;
  }
  if (begin >= end) return std::nullopt;
  return Span{begin, end};
}

// 「第四項及び第五項の規定」: the pinpoint at `begin` is the last of several.
bool is_one_of_several(const TextLevel& level, std::size_t begin,
                       const ProvisionReferences& references) {
  const std::string_view before = std::string_view(level.text).substr(0, begin);
  const auto join = corpus::ends_with_any(before, {"及び", "又は", "若しくは", "並びに", "、"});
  if (!join || before.size() == join->size()) return false;
  return references.ending_at(level.at[before.size() - join->size() - 1] + 1) != nullptr;
}

// 第九条第一項の認定, 前項各号に掲げる行為, 第九条の登録を受けた者
std::optional<Span> with_pinpoint(const TextLevel& level, Span noun,
                                  const ProvisionReferences& references) {
  const std::string_view before = std::string_view(level.text).substr(0, noun.begin);
  for (const std::string_view link : {"の", "に掲げる", "に規定する"}) {
    if (!before.ends_with(link)) continue;
    const std::size_t behind = noun.begin - link.size();
    if (behind == 0 || level.has_cut_at(behind)) continue;
    const auto pinpoint = pinpoint_ending_at(level, behind, references);
    if (!pinpoint || is_one_of_several(level, pinpoint->begin, references)) continue;
    return Span{pinpoint->begin, noun.end};
  }
  return std::nullopt;
}

std::optional<Span> person_of_pinpoint(const TextLevel& level, Span noun,
                                       const ProvisionReferences& references) {
  const std::string_view before = std::string_view(level.text).substr(0, noun.begin);
  for (const std::string_view did : {"を受けた", "をした"}) {
    if (!before.ends_with(did)) continue;
    const std::size_t end = noun.begin - did.size();
    const std::size_t begin = begin_of_noun(level, end);
    if (begin == end || level.has_cut_at(end)) continue;
    if (const auto whole = with_pinpoint(level, {begin, end}, references))
      return Span{whole->begin, noun.end};
  }
  return std::nullopt;
}

// 特許出願の非公開, 国の行政機関の長: the noun says too little without what stands before の.
Span with_owner(const TextLevel& level, Span noun) {
  const std::string_view text = level.text;
  Span out = noun;
  for (bool more = true; more;) {
    more = false;
    const std::string_view before = text.substr(0, out.begin);
    if (!before.ends_with("の") || level.has_cut_at(out.begin)) break;
    const std::size_t of = out.begin - 3;
    if (of == 0 || level.has_cut_at(of)) break;
    Span owner{begin_of_noun(level, of), of};
    if (owner.empty() || strip_front(text, owner) > 0) break;
    const std::string_view name = owner.of(text);
    const bool head = noun.of(text) == "長";  // of an office: 国の行政機関の長
    if ((is_act(noun.of(text)) || is_deed(noun.of(text))) && names_person(name)) break;
    if (is_deed(noun.of(text)) && corpus::ends_with_any(name, {"以後", "以前", "後", "前", "際"}))
      break;
    if (name == "他" || name == "旨" || name == "次" || name == "各号") break;
    out.begin = owner.begin;
    more = head;
  }
  return out;
}

// いか釣り漁業: a noun that begins with kana, where nothing but a boundary can be before it.
Span with_leading_kana(const TextLevel& level, Span noun) {
  const std::string_view text = level.text;
  std::size_t begin = noun.begin;
  while (begin > 0 && noun.begin - begin < 18 && !level.has_cut_at(begin)) {
    const std::size_t letter = step_back(text, begin);
    if (!corpus::is_hiragana(corpus::letter_at(text, letter)) &&
        !is_noun_letter(corpus::letter_at(text, letter)))
      break;
    if (corpus::ends_with_any(text.substr(0, begin), {"及び", "又は", "若しくは", "並びに"})) break;
    begin = letter;
  }
  const bool boundary =
      begin == 0 || level.has_cut_at(begin) ||
      corpus::ends_with_any(text.substr(0, begin), {"、", "。", "\u3000", "「", "\n", "及び",
                                                    "又は", "若しくは", "並びに"});
  const std::string_view lead = text.substr(begin, noun.begin - begin);
  if (!boundary || lead.empty() || !corpus::is_hiragana(corpus::letter_at(lead, 0))) return noun;
  if (corpus::starts_with_any(
          lead, {"その", "この", "これ", "それ", "かつ", "また", "さら", "ただし", "なお", "いずれ",
                 "すべて", "あらかじめ", "おおむね", "もつぱら", "もっぱら"}))
    return noun;
  for (std::size_t at = 0; at < lead.size();) {
    constexpr std::u32string_view kParticles = U"をはがにのとでへもよるくなやうたすて";
    if (kParticles.find(corpus::next_code_point(lead, at)) != kParticles.npos) return noun;
  }
  return {begin, noun.end};
}

}  // namespace

Span noun_phrase_before(const TextLevel& level, std::size_t end, std::string_view inside,
                        const ProvisionReferences& references) {
  const std::string_view text = level.text;
  if (end == 0) return {end, end};
  if (const auto pinpoint = pinpoint_ending_at(level, end, references)) return *pinpoint;
  Span span{begin_of_noun(level, end), end};
  strip_front(text, span);

  // 甲 in 「甲（…甲をいう。）」, where it is longer than one noun.
  const std::string_view said = repeated(inside);
  if (const std::string_view named = named_elsewhere(said);
      named.size() > span.size() && text.substr(0, end).ends_with(named))
    return {end - named.size(), end};
  const std::size_t same = common_suffix(text.substr(0, end), said);
  const std::string_view phrase = from_noun(text.substr(end - same, same));
  if (phrase.size() > span.size()) {
    Span longer{end - phrase.size(), end};
    strip_front(text, longer);
    return longer;
  }
  if (span.empty()) {
    for (const std::string_view word : {"もの", "こと", "とき", "ところ"}) {
      if (text.substr(0, end).ends_with(word)) return {end - word.size(), end};
    }
    return with_leading_kana(level, span);
  }
  const std::string_view before = text.substr(0, span.begin);
  const std::string_view noun = span.of(text);
  if (level.has_cut_at(span.begin)) return span;
  if (before.ends_with("この") &&
      corpus::ends_with_any(noun, {"法律", "政令", "省令", "府令", "規則"}))
    return {span.begin - 6, end};
  // The bracket itself says the bare noun: 「…の認定（法第四条第一項に規定する認定をいう。）」.
  if (same >= noun.size() &&
      corpus::ends_with_any(said.substr(0, said.size() - noun.size()),
                            {"に規定する", "の規定による", "項の", "条の", "号の"}))
    return span;
  const bool relational =
      is_act(noun) || is_deed(noun) ||
      std::find(std::begin(kRelational), std::end(kRelational), noun) != std::end(kRelational);
  if (!relational) return with_leading_kana(level, span);
  if (noun == "者" && before.ends_with("その")) return {span.begin - 6, end};
  if (const auto whole = with_pinpoint(level, span, references)) return *whole;
  if (noun == "者") {
    if (const auto whole = person_of_pinpoint(level, span, references)) return *whole;
  }
  return with_owner(level, span);
}

}  // namespace definitions
