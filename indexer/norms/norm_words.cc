// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/norms/norm_words.h"

#include <algorithm>
#include <array>

#include "indexer/norms/norm_text.h"

namespace norms {
namespace {

using enum ActClass;
using enum WordClass;

// clang-format off
const std::vector<ActRule> kActs = {
    {.name = "置き場所を取る動詞", .what = places,
     .acts = {"備える", "備え付ける", "備え置く", "記載する", "記録する", "掲示する", "掲げる", "掲載する", "添付する", "添える", "保管する", "保存する",
              "表示する", "登記する", "登録する", "明記する", "付記する", "置く", "置かせる", "設ける", "設置する", "立ち入る"},
     .examples = {{"検査者は、記録を主たる事務所に備え付けなければならない。", "must 備え付ける(検査者; 記録)"}}},
    {.name = "役目を与える動詞", .what = gives_office,
     .acts = {"選任する", "任命する", "指名する", "選定する", "選出する", "互選する", "選挙する", "指定する", "充てる", "組織する"},
     .examples = {{"組合は、組合員を検査者に選任しなければならない。", "must 選任する(組合; 組合員)"}}},
    {.name = "「に」が動詞に付く動詞", .what = fits,
     .acts = {"従う", "属する", "準ずる", "応じる", "応ずる", "代える", "従事する", "努める", "服する", "就く", "なる", "配慮する", "留意する", "違反する",
              "該当する", "よる", "限る", "帰属する", "編入する", "加入する", "参加する", "出席する", "反する", "達する", "繰り入れる", "算入する"},
     .examples = {{"検査者は、組合に加入しなければならない。", "must 加入する(検査者)"},
                  {"会長は、専門家を会議に参加させることができる。", "may 参加させる(会長; 専門家)"}}},
    {.name = "「に」の前が目的となる動詞", .what = takes_ni,
     .acts = {"努める", "応じる", "応ずる", "配慮する", "従事する", "代える", "なる"},
     .examples = {{"検査者は、その求めに応じなければならない。", "must 応じる(検査者; その求め)"}}},
    {.name = "相手に告げる動詞", .what = tells,
     .acts = {"求める", "命ずる", "命じる", "通知する", "勧告する", "指示する", "報告する", "請求する", "要請する", "届け出る", "提出する", "交付する", "送付する",
              "する", "行う", "報告させる", "提供する", "与える"},
     .examples = {{"大臣は、検査者に対し、指示をした場合において、急を要するときは、報告を求めることができる。",
                   "may 求める(大臣→検査者; 報告; 検査者に対し、指示をした場合において、急を要するときは)"},
                  {"大臣は、検査者に対し、勧告をした場合において、これに従わなかったときは、その名称を公表することができる。",
                   "may 公表する(大臣; その名称; 検査者に対し、勧告をした場合において、これに従わなかったときは)"}}},
    {.name = "「と」で相手を言う動詞", .what = confers, .acts = {"協議する", "調整する", "図る", "協定する"},
     .examples = {{"大臣は、知事と協議しなければならない。", "must 協議する(大臣→知事)"}}},
    {.name = "差し出す動詞", .what = hands_over,
     .acts = {"提出する", "交付する", "送付する", "通知する", "届け出る", "送達する", "提示する", "申し出る", "公告する", "公示する", "掲示する", "掲載する", "配布する",
              "送信する"},
     .examples = {{"届出は、届出書を主務大臣に提出して行うものとする。", "shall_be 提出する(→主務大臣; 届出書)"}}},
    {.name = "取っておく動詞", .what = keeps, .acts = {"保存する", "備える", "備え付ける", "備え置く", "保管する"},
     .examples = {{"検査者は、作成の日から三年間、記録を保存しなければならない。", "must 保存する(検査者; 記録; 作成の日から三年間)"}}},
    {.name = "職員にさせる検査", .what = inspects,
     .acts = {"立ち入る", "立入る", "検査する", "調査する", "質問する", "収去する", "臨検する"},
     .examples = {{"大臣は、その職員に、事務所に立ち入り、帳簿を検査させることができる。",
                   "may 立ち入らせる(大臣→その職員) + may 検査させる(大臣→その職員; 帳簿)"}}},
    {.name = "措置の狙いを言う動詞", .what = aims,
     .acts = {"図る", "確保する", "防止する", "促進する", "増進する", "維持する", "保護する", "推進する", "回避する", "低減する", "向上する", "改善する", "軽減する", "高める",
              "防ぐ"},
     .examples = {{"検査者は、水質の汚濁を防止し、又は低減させる措置を講じなければならない。",
                   "must 講ずる(検査者; 低減させる措置)"}}},
    {.name = "する者を言わなくてよい動詞", .what = leaves_doer,
     .acts = {"定める", "行う", "行なう", "委任する", "公布する", "公表する", "公示する", "公告する", "告示する", "支給する", "任命する", "交付する", "徴収する", "選任する",
              "選挙する", "委嘱する", "支弁する"},
     .examples = {{"手数料は、主務省令で定める。", "shall_be 定める(手数料)"}}},
    {.name = "主題がされる側となる動詞", .what = needs_doer,
     .acts = {"招集する", "開催する", "開く", "任命する", "選任する", "解任する", "委嘱する", "選挙する", "互選する", "罷免する", "任免する"},
     .examples = {{"委員は、主務大臣が任命する。", "shall_be 任命する(主務大臣; 委員)"}}},
};

const std::vector<WordRule> kWords = {
    {.name = "句の始まる所", .what = begins_phrase,
     .words = {U"により", U"に基づき", U"に従い", U"に応じ", U"をもって", U"をもつて", U"として", U"に対し", U"に対して", U"にあっては", U"にあつては", U"については",
               U"について", U"に関し", U"において", U"ことなく", U"自ら", U"相互に", U"併せて", U"直接", U"直ちに", U"速やかに", U"遅滞なく", U"あらかじめ", U"毎年",
               U"それぞれ", U"ときは", U"場合には", U"を経て", U"を付して", U"を添えて", U"を経由して", U"書面で", U"以内に", U"までに"},
     .examples = {{"検査者は、様式第一により届出書を提出しなければならない。", "must 提出する(検査者; 届出書)"},
                  {"申請者は、水門に係るものにあつては機構に届出書を提出しなければならない。", "must 提出する(申請者→機構; 届出書)"}}},
    {.name = "句が必ず始まる所", .what = begins_always,
     .words = {U"以内に", U"までに", U"直ちに", U"速やかに", U"遅滞なく", U"あらかじめ", U"を目的として"},
     .examples = {{"検査者は、速やかに事故を受け付けた大臣に報告書を提出しなければならない。",
                   "must 提出する(検査者→事故を受け付けた大臣; 報告書; 速やかに)"}}},
    {.name = "相手でない「に」", .what = other_ni,
     .words = {U"対する", U"係る", U"係り", U"関", U"おい", U"おけ", U"より", U"よる", U"よっ", U"よつ", U"基づ", U"従", U"応", U"伴", U"限", U"代わ", U"代え",
               U"違反", U"該当", U"属", U"準", U"つい", U"つき", U"かか", U"際", U"当た", U"は", U"も", U"掲げ", U"規定", U"定め", U"先立", U"わた", U"あっ", U"あつ",
               U"ある", U"なる", U"なら", U"なっ", U"含", U"所属", U"勤務", U"通じ", U"おか", U"選", U"就", U"必要", U"不利", U"適合", U"相当す", U"相当し", U"入院",
               U"入所", U"在職", U"在勤"},
     .examples = {{"検査者は、大臣に係る記録を保存しなければならない。", "must 保存する(検査者; 大臣に係る記録)"}}},
    {.name = "節をつくらない修飾", .what = relates,
     .words = {U"に係る", U"に関する", U"による", U"における", U"に対する", U"に掲げる", U"に伴う", U"のある"},
     .examples = {{"水門に係る検査者は、記録を保存しなければならない。", "must 保存する(水門に係る検査者; 記録)"}}},
    {.name = "「を」を取らない修飾", .what = fixes, .words = {U"で定める", U"の定める", U"に規定する", U"に定める"},
     .examples = {{"検査者は、記録を政令で定める者に提出しなければならない。", "must 提出する(検査者→政令で定める者; 記録)"}}},
    {.name = "相手のある条件", .what = tells_in_case,
     .words = {U"勧告", U"命令", U"指示", U"命じ", U"命ず", U"求め", U"請求", U"要請", U"通知", U"処分"},
     .examples = {{"大臣は、検査者に対し、命令をした場合には、その旨を公表しなければならない。",
                   "must 公表する(大臣; その旨; 検査者に対し、命令をした場合には)"}}},
    {.name = "並んだ動詞の掛かる名詞", .what = noun_of_acts,
     .words = {U"ため", U"措置", U"権限", U"行為", U"業務", U"事務", U"職務", U"事業", U"活動", U"方法", U"施策", U"作業"},
     .examples = {{"検査者は、業務の適正を図り、及び事故を防止するための措置を講じなければならない。",
                   "must 講ずる(検査者; 防止するための措置)"}}},
    {.name = "検査をさせられる職員", .what = officer, .words = {U"職員", U"官", U"吏員", U"検査員", U"指定医"},
     .examples = {{"大臣は、当該職員に検査者の事務所に立ち入らせ、関係者に質問させることができる。",
                   "may 立ち入らせる(大臣→当該職員) + may 質問させる(大臣→当該職員・関係者)"}}},
    {.name = "修飾がなければ誰とも知れない名詞", .what = bare_person,
     .words = {U"者", U"大臣", U"もの", U"職員", U"人", U"機関", U"法人", U"団体", U"長", U"者等", U"国", U"会社"},
     .examples = {{"許可を受けた者は、記録を保存しなければならない。", "must 保存する(許可を受けた者; 記録)"}}},
    {.name = "機関・施設", .what = body,
     .words = {U"病院", U"診療所", U"助産所", U"薬局", U"学校", U"大学", U"高等専門学校", U"幼稚園", U"保育所", U"研究所", U"事務所", U"施設",
               U"事業所", U"事業場", U"店舗", U"工場", U"都道府県", U"市町村", U"地方公共団体", U"国", U"公共団体", U"会社", U"法人", U"機構",
               U"組合", U"協会", U"連合会", U"銀行", U"金庫", U"公社", U"行政機関", U"機関", U"部局"},
     .examples = {{"病院又は診療所の管理者は、記録を保存しなければならない。", "must 保存する(病院又は診療所の管理者; 記録)"},
                  {"保護施設は、入所者に対し、食事を提供しなければならない。", "must 提供する(保護施設→入所者; 食事)"}}},
    {.name = "機関・施設の人", .what = head_of_body,
     .words = {U"管理者", U"開設者", U"設置者", U"代表者", U"責任者", U"長", U"役員", U"職員", U"機関", U"議会", U"校長", U"学長",
               U"従業者", U"所有者", U"使用者"},
     .examples = {{"大臣は、国又は都道府県の機関に報告を求めることができる。", "may 求める(大臣→国又は都道府県の機関; 報告)"},
                  {"会長、委員及び事務局の職員は、秘密を漏らしてはならない。", "must_not 漏らす(会長・委員・事務局の職員; 秘密)"}}},
    {.name = "人と機関", .what = person,
     .words = {U"者", U"人", U"大臣", U"長", U"知事", U"市町村", U"都道府県", U"国", U"政府", U"内閣", U"委員", U"会", U"会議",
               U"本部", U"機構", U"会社", U"組合", U"団体", U"機関", U"職員", U"官", U"員", U"士", U"師", U"裁判所", U"庁", U"省",
               U"府", U"公社", U"公団", U"事業団", U"銀行", U"金庫", U"役", U"理事", U"監事", U"主", U"方", U"親", U"夫", U"妻",
               U"主任", U"何人", U"国民", U"住民", U"企業", U"保健所", U"警察署", U"税務署", U"消防署", U"税関", U"学校", U"大学", U"市",
               U"町", U"村", U"区", U"都", U"道", U"県", U"検事", U"判事", U"代表", U"当局", U"公務所", U"議院", U"衆議院",
               U"参議院", U"検査院", U"人事院", U"総裁", U"総理", U"顧問", U"参与", U"専門家", U"財団", U"基金", U"センター", U"研究所",
               U"取引所", U"局", U"隊", U"部隊", U"社", U"代理", U"代理店", U"連合", U"領事", U"公使", U"大使", U"生徒", U"児童",
               U"学生", U"主事", U"書記", U"公庫", U"政党", U"府県", U"警察", U"協力隊", U"公立学校", U"管財人", U"安定所", U"国庫", U"父",
               U"母", U"父母", U"教諭", U"官補", U"代理商", U"原告", U"被告", U"夫婦", U"登記所", U"幹事", U"参事", U"実習生", U"遺族",
               U"親族", U"兄弟姉妹", U"養子", U"教頭", U"会議所", U"事務所", U"審判所", U"病院", U"診療所", U"衛視", U"青少年", U"大学院",
               U"ホーム", U"銀行本店", U"銀行支店", U"統轄店", U"官吏", U"士補", U"主体", U"総代", U"医", U"司", U"検事正", U"館", U"園",
               U"保育所", U"検定所", U"コンサルタント", U"モニター", U"保険医", U"配偶者", U"業界", U"漁協", U"農協", U"労働組合", U"船長",
               U"巡査", U"刑事施設の長"},
     .examples = {{"幼稚園は、記録を保存しなければならない。", "must 保存する(幼稚園; 記録)"}}},
    {.name = "人や機関のように終わる、そうでないもの", .what = thing,
     .words = {U"規定", U"権限", U"届出", U"数", U"人数", U"期間", U"任期", U"費用", U"処分", U"手続", U"業務", U"事務", U"施設",
               U"計画", U"方針", U"財産", U"行為", U"事項", U"額", U"書", U"料", U"金", U"日", U"議事", U"議決", U"申請", U"報告",
               U"決議", U"定款", U"基準", U"保護", U"職務", U"場所", U"住所", U"限り", U"の会議", U"長所", U"用途", U"水道", U"鉄道",
               U"報道", U"軌道", U"歩道", U"車道", U"道路", U"区域", U"市場", U"都市", U"地区", U"学区", U"選挙区", U"状", U"うち",
               U"機会", U"社会", U"都会", U"面会", U"照会", U"立会", U"物", U"事業", U"土地", U"薬局", U"結局", U"効果", U"場合",
               U"部品", U"見方", U"一方", U"双方", U"地方", U"仕方", U"省令", U"府令", U"延長", U"成長", U"特長", U"身長", U"全長",
               U"波長", U"伸長", U"助長", U"増長", U"帳簿", U"無人", U"個人情報", U"業務用役", U"使役", U"現役", U"兵役", U"予備役",
               U"労役", U"用役", U"同社会", U"帰国", U"権利者の数", U"公示送達", U"保存社", U"合議体の議長", U"入会", U"退会", U"開会",
               U"閉会", U"休会", U"教会", U"機会等", U"社会等", U"従前の例", U"限度", U"地域", U"意思表示", U"割合", U"価格", U"報酬",
               U"給与", U"旅費", U"年金", U"書類", U"債権", U"債務", U"支出", U"収入", U"予算", U"証券", U"株式", U"契約", U"免許",
               U"登録", U"許可", U"認可", U"命令", U"通知", U"公告", U"登記", U"調査", U"検査", U"審査", U"裁判", U"訴え", U"請求",
               U"申立て", U"取消し", U"改選", U"資格", U"責任", U"義務", U"権利", U"利益", U"情報", U"記録", U"資料", U"設備", U"装置",
               U"機器", U"建物", U"建築物", U"船舶", U"自動車", U"航空機", U"車両", U"薬品", U"食品", U"製品", U"容器", U"貨物", U"工事",
               U"作業", U"措置", U"政令", U"規則", U"規程", U"条例", U"法律", U"読替え", U"細則", U"勘定", U"会計", U"資金", U"試験",
               U"研修", U"証明", U"標識", U"表示", U"名称", U"位置", U"内容", U"方法", U"様式", U"効力", U"時効", U"残余", U"剰余",
               U"損失", U"評価", U"配慮", U"指定", U"委任", U"任命", U"選挙", U"投票", U"解散", U"合併", U"図面", U"台帳", U"原簿",
               U"名簿", U"判決", U"決定", U"聴聞", U"会議録", U"特例", U"制度", U"施策", U"体制", U"教育", U"訓練", U"補償", U"賠償",
               U"給付", U"支給", U"供託", U"還付", U"徴収", U"納付", U"償還", U"弁済", U"補助", U"貸付け", U"金額", U"価額", U"これら",
               U"この限り", U"全部", U"一部", U"種類", U"範囲", U"程度", U"関係", U"状況", U"結果", U"目的", U"いずれか", U"質権",
               U"抵当権", U"所有権", U"地上権", U"請求権", U"議決権", U"意見", U"説明", U"規約", U"方式", U"期日", U"時期", U"期限",
               U"要件", U"相当区", U"公園"},
     .examples = {{"都市公園は、記録を保存しなければならない。", "must 保存する(記録)"}}},
};
// clang-format on

}  // namespace

std::span<const ActRule> act_rules() { return kActs; }

bool is_act(std::string_view act, ActClass what) {
  return std::any_of(kActs.begin(), kActs.end(), [&](const ActRule& rule) {
    return rule.what == what &&
           std::find(rule.acts.begin(), rule.acts.end(), act) != rule.acts.end();
  });
}

std::span<const WordRule> word_rules() { return kWords; }

std::span<const std::u32string_view> words_of(WordClass what) {
  constexpr std::size_t kClasses = static_cast<std::size_t>(thing) + 1;
  static const auto kByClass = [] {
    std::array<std::vector<std::u32string_view>, kClasses> out;
    for (const WordRule& rule : kWords) {
      auto& words = out[static_cast<std::size_t>(rule.what)];
      words.insert(words.end(), rule.words.begin(), rule.words.end());
    }
    for (auto& words : out) {
      std::stable_sort(words.begin(), words.end(),
                       [](auto a, auto b) { return a.size() > b.size(); });
    }
    return out;
  }();
  return kByClass[static_cast<std::size_t>(what)];
}

bool begins_with_word(std::u32string_view text, WordClass what) {
  const auto words = words_of(what);
  return std::any_of(words.begin(), words.end(), [&](auto w) { return text.starts_with(w); });
}
bool ends_with_word(std::u32string_view text, WordClass what) {
  const auto words = words_of(what);
  return std::any_of(words.begin(), words.end(), [&](auto w) { return text.ends_with(w); });
}
bool is_word(std::u32string_view text, WordClass what) {
  const auto words = words_of(what);
  return std::find(words.begin(), words.end(), text) != words.end();
}

std::optional<bool> is_person(std::u32string_view phrase) {
  while (phrase.ends_with(U"等")) phrase.remove_suffix(1);
  const auto longest = [&](WordClass what) {
    for (const auto noun : words_of(what)) {
      if (phrase.ends_with(noun)) return noun.size();
    }
    return std::size_t{0};
  };
  const std::size_t as_person = longest(person), as_thing = longest(thing);
  if (as_person == 0 && as_thing == 0) return std::nullopt;
  return as_person >= as_thing;
}

bool is_body(std::u32string_view phrase) {
  while (phrase.ends_with(U"等")) phrase.remove_suffix(1);
  return ends_with_word(phrase, body);
}

}  // namespace norms
