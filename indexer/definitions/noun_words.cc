// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/definitions/noun_words.h"

#include <algorithm>

#include "corpus/text_scan.h"

namespace definitions {
namespace {

// Kana that end the noun made of a verb, after the kanji they may follow: 借入れ, 取扱い. The same
// kana after other kanji belong to a verb: 関し, 及び, 基づき.
struct Okurigana {
  char32_t kana;
  std::u32string_view after;
};
constexpr Okurigana kOkurigana[] = {
    {U'れ', U"入離流恐"},
    {U'け', U"付受届掛設助分請"},
    {U'し', U"渡戻越消直出返増回通卸貸差押見流写"},
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
// clang-format off
// Nouns written in kana alone or beginning with it.
constexpr std::string_view kKanaNouns[] = {
    "あっせん", "あつせん", "まちづくり", "ものづくり", "ばい煙", "ばいじん", "たばこ", "あへん",
    "けし", "でん粉", "がん具", "ぱちんこ屋", "ぶどう酒", "みりん", "しようちゆう", "ろ過",
    "はしけ", "いす", "がけ", "ふぐ", "かん水", "し尿", "ごみ", "まぐろ", "かつお", "のり",
    "てん菜", "さとうきび", "ひ素", "りん", "ふつ素", "ふっ素", "ほう素", "めつき", "めっき",
    "いか釣り", "かじき", "はえ縄", "さけ", "ます", "かに", "えび", "いわし", "さば", "さんま",
    "ため池", "えん堤", "こう配", "くず", "うなぎ", "あんま", "はり", "きゆう",
    // Where a kana stands for a kanji not in common use, or begins the word.
    "じん", "ぺい", "てん金", "しよう体", "しょう体", "けん引", "えい航", "あん分", "みなし",
    "ばら積", "まき網", "びき網", "し好品", "あわ消火", "しょうゆ", "しようゆ", "ねじ", "かご",
    "ざん", "ぎ装", "ばく露",
};
// Words that say too little by themselves: what is before の, or the pinpoint, is part of the term.
constexpr std::string_view kRelational[] = {
    "区分", "種別", "期間", "機関", "産業", "者", "もの", "業務", "行為", "規定", "長", "日",
    "額", "場合", "期日", "事項", "金額", "範囲", "種類", "方法", "基準", "量", "数", "規模",
    "内容", "一部", "末日", "価額", "月額", "人数", "割合", "大綱", "所在地",
};
// Deeds, told apart by what they are done to: 特許出願の非公開, 資金の貸付け, 住所の変更. Who does
// them does not belong to the term: 国の負担 is 負担.
constexpr std::string_view kDeeds[] = {
    "委託", "維持", "移転", "引受け", "援助", "改善", "開始", "開示", "開発", "確保", "割引",
    "活性化", "監査", "管理", "記載", "記録", "供給", "供与", "強化", "教育", "形成", "決定",
    "建築", "検査", "向上", "公開", "公示", "公表", "交換", "交付", "貢献", "合併", "合理化",
    "再生", "採取", "作成", "施行", "支給", "支払", "実施", "写し", "取得", "取扱い", "取消し",
    "受領", "修理", "輸出", "輸入", "収集", "授与", "処分", "償還", "承継", "使用", "証明",
    "譲渡", "推進", "制限", "請求", "整備", "製造", "設置", "設定", "設立", "選任", "創出",
    "操作", "送信", "促進", "貸付け", "借入れ", "退職", "中断", "陳列", "通知", "提供", "提示",
    "提出", "点検", "転換", "伝達", "登記", "配布", "売買", "買取り", "販売", "非公開", "表示",
    "負担", "普及", "復興", "分割", "分配", "併合", "返還", "変化", "変更", "保管", "保護",
    "保証", "保全", "保存", "抹消", "募集", "防止", "育成", "流通", "利用", "申出", "漏えい",
    "振興", "運搬", "廃棄", "廃止", "貯蔵", "閲覧", "送付", "抄本", "謄本",
};
// The same of acts, but whose act it is does not belong to the term: 総務大臣の認定 is 認定.
constexpr std::string_view kActs[] = {
    "登録", "認定", "許可", "認可", "指定", "届出", "承認", "免許", "申請", "確認",
};
// clang-format on

}  // namespace

bool is_okurigana(char32_t kana, char32_t kanji) {
  const auto* row = std::find_if(std::begin(kOkurigana), std::end(kOkurigana),
                                 [&](const Okurigana& o) { return o.kana == kana; });
  return row != std::end(kOkurigana) && row->after.find(kanji) != row->after.npos;
}

std::span<const std::string_view> kana_nouns() { return kKanaNouns; }

NounKind kind_of_noun(std::string_view noun) {
  const auto is_one = [&](std::span<const std::string_view> list) {
    return std::find(list.begin(), list.end(), noun) != list.end();
  };
  if (is_one(kActs)) return NounKind::act;
  if (is_one(kDeeds)) return NounKind::deed;
  return is_one(kRelational) ? NounKind::relational : NounKind::thing;
}

bool names_person(std::string_view name) {
  return corpus::ends_with_any(
             name, {"大臣", "長官", "知事", "者", "人", "長", "庁", "省", "委員会", "裁判所", "国",
                    "都道府県", "市町村", "組合", "会社", "社", "団体", "政府", "員"})
      .has_value();
}

}  // namespace definitions
