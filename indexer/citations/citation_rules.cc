// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/citations/citation_rules.h"

namespace citations {
namespace {

using enum Relation;
using enum Unit;
using corpus::Part;

// clang-format off
const std::vector<RulePiece> kPieces = {
    {"数", PieceKind::number, {}, "百六十八, 168, １６８"},
    {"枝", PieceKind::branch, {}, "の二, の二の三, ノ二; 「の一」「の二分の一」「の二以上」は枝番号ではない"},
    {"イロハ", PieceKind::iroha, {}, "イ, ロ, ハ …"},
    {"括弧数", PieceKind::bracketed, {}, "(1), （１）, ⑴"},
    {"括弧小", PieceKind::small_roman, {}, "(i), （ⅱ）"},
    {"条", PieceKind::spelling, {"条", "條"}, "旧字体を含む"},
    {"号", PieceKind::spelling, {"号", "號"}, "旧字体を含む"},
    {"附", PieceKind::spelling, {"附", "付"}, "附則, 付則"},
    {"但", PieceKind::spelling, {"ただし書", "但書", "但し書", "ただし書き", "但シ書"}, "ただし書"},
    {"別", PieceKind::spelling, {"別記", "別紙", ""}, "別記様式, 別紙様式, 様式"},
    {"様式", PieceKind::spelling, {"様式", "書式"}, "様式, 書式"},
    {"語尾", PieceKind::word_end, {}, "ここで語が終わる（第四号施行日, 第二条約 は語が続く）"},
    {"名尾", PieceKind::name_end, {}, "ここで法令の名が終わる（同法人 は語が続く）"},
    {"法令", PieceKind::spelling,
     {"法律", "政令", "省令", "府令", "勅令", "閣令", "庁令", "命令", "規則", "規程", "条例", "条約", "協定", "議定書", "法", "令"},
     "法令の種類"},
    {"施行", PieceKind::spelling, {"施行規則", "施行細則", "施行令", "施行法"}, "下位の法令"},
    {"仮名境", PieceKind::kana_end, {}, "後ろに片仮名も、片仮名の助詞の後に来る漢字も続かない（第二号ニ係ル のニは助詞）"},
    {"仮名頭", PieceKind::kana_start, {}, "前に片仮名がない"},
    {"号なし", PieceKind::no_item, {}, "後ろに号が続かない（別表第三号 は 別表 の第三号）"},
    {"項先", PieceKind::of_article, {}, "後ろに第N項が続く（同第1項 は同条第1項）"},
    {"条先", PieceKind::of_list, {}, "後ろに・や、で番号が並び、N条で終わる（709・710条）"},
    {"語頭", PieceKind::word_start, {}, "前の漢字と続いた語でない（共同規則, 見本条約）"},
};

const std::vector<CitationRule> kRules = {
    // --- 法令 ----------------------------------------------------------------------------------
    {.name = "同じ法令", .pattern = "{語頭}同{法令}{名尾}", .relation = same, .unit = law,
     .examples = {{"同法第三条", "same(law)"}, {"同令附則第二項", "same(law)"}, {"同規則の規定", "same(law)"}},
     .not_in = {"同法人", "同意", "共同規則"}, .source = "法制執務"},
    {.name = "同じ法律の下位法令", .pattern = "{語頭}同{法令}{施行}", .relation = same, .unit = law,
     .examples = {{"同法施行規則第三条", "same(law)"}}, .not_in = {"同法の施行"}, .source = "省令"},
    {.name = "この法令", .pattern = "この{法令}{名尾}", .relation = here, .unit = law,
     .examples = {{"この法律第三条", "here(law)"}, {"この政令の", "here(law)"}}, .not_in = {"この法人"}, .source = "法制執務"},
    {.name = "本法", .pattern = "{語頭}本{法令}{名尾}", .relation = here, .unit = law,
     .examples = {{"本法第三条", "here(law)"}, {"本令ニ", "here(law)"}}, .not_in = {"本法人", "見本協定"}, .source = "片仮名の法律"},
    // --- 条 項 号 ------------------------------------------------------------------------------
    {.name = "条番号", .pattern = "第{数}{条}{枝}{語尾}", .relation = named, .unit = article,
     .examples = {{"第五条の規定", "art(5)"}, {"第百六十八条の二第二項", "art(168_2)"},
                  {"第12条", "art(12)"}, {"第三條ノ二ニ依リ", "art(3_2)"},
                  {"第十条の二分の一", "art(10)"}, {"第七条の一部", "art(7)"}},
     .not_in = {"第三者", "第一条約", "第二条件付", "第三十日"}, .source = "法制執務"},
    {.name = "前の条", .pattern = "前{数}?{条}{語尾}", .relation = previous, .unit = article,
     .examples = {{"前条の規定", "prev(art)"}, {"前三条に定める", "prev(art,3)"}, {"前條ノ規定", "prev(art)"}},
     .not_in = {"前条件", "前年"}, .source = "法制執務"},
    {.name = "前の全ての条", .pattern = "前各{条}", .relation = previous, .unit = article, .all = true,
     .examples = {{"前各条の規定", "prev(art,*)"}}, .not_in = {"前各号"}, .source = "法制執務"},
    {.name = "次の条", .pattern = "次{条}{語尾}", .relation = next, .unit = article,
     .examples = {{"次条第一項", "next(art)"}}, .not_in = {"次の各号"}, .source = "法制執務"},
    {.name = "同じ条", .pattern = "同{条}{語尾}", .relation = same, .unit = article,
     .examples = {{"同条第三項", "same(art)"}}, .not_in = {"同条件", "同条例"}, .source = "法制執務"},
    {.name = "この条", .pattern = "この{条}{語尾}", .relation = here, .unit = article,
     .examples = {{"この条第二項", "here(art)"}}, .not_in = {"この条例"}, .source = "法制執務"},
    {.name = "本条", .pattern = "{語頭}本{条}{語尾}", .relation = here, .unit = article,
     .examples = {{"本条第二項", "here(art)"}}, .not_in = {"本条約"}, .source = "片仮名の法律"},
    {.name = "項番号", .pattern = "第{数}項{枝}{語尾}", .relation = named, .unit = paragraph,
     .examples = {{"第二項及び", "para(2)"}, {"第１項の", "para(1)"}},
     .not_in = {"第三項症", "第二項目"}, .source = "法制執務"},
    {.name = "前の項", .pattern = "前{数}?項{語尾}", .relation = previous, .unit = paragraph,
     .examples = {{"前項の届出", "prev(para)"}, {"前二項の場合", "prev(para,2)"}},
     .not_in = {"前項目"}, .source = "法制執務"},
    {.name = "前の全ての項", .pattern = "前各項", .relation = previous, .unit = paragraph, .all = true,
     .examples = {{"前各項に定める", "prev(para,*)"}}, .not_in = {"各項"}, .source = "法制執務"},
    {.name = "次の項", .pattern = "次項{語尾}", .relation = next, .unit = paragraph,
     .examples = {{"次項において", "next(para)"}}, .not_in = {"次の項"}, .source = "法制執務"},
    {.name = "同じ項", .pattern = "同項{語尾}", .relation = same, .unit = paragraph,
     .examples = {{"同項の規定", "same(para)"}}, .not_in = {"同項目"}, .source = "法制執務"},
    {.name = "この項", .pattern = "この項", .relation = here, .unit = paragraph,
     .examples = {{"この項第二号", "here(para)"}}, .not_in = {"その項"}, .source = "法制執務"},
    {.name = "本項", .pattern = "{語頭}本項{語尾}", .relation = here, .unit = paragraph,
     .examples = {{"本項第二号", "here(para)"}}, .not_in = {"日本国"}, .source = "古い法律"},
    {.name = "号番号", .pattern = "第{数}{号}{枝}{語尾}", .relation = named, .unit = item,
     .examples = {{"第三号に掲げる", "item(3)"}, {"第二号の二イ", "item(2_2)"}},
     .not_in = {"第四号施行日", "第一号被保険者", "第二号電子計算機"}, .source = "法制執務"},
    {.name = "前の号", .pattern = "前{数}?{号}{語尾}", .relation = previous, .unit = item,
     .examples = {{"前号に掲げる", "prev(item)"}, {"前三号の", "prev(item,3)"}},
     .not_in = {"午前号砲"}, .source = "法制執務"},
    {.name = "前の全ての号", .pattern = "前各{号}", .relation = previous, .unit = item, .all = true,
     .examples = {{"前各号に掲げる", "prev(item,*)"}}, .not_in = {"各号"}, .source = "法制執務"},
    {.name = "次の号", .pattern = "次号{語尾}", .relation = next, .unit = item,
     .examples = {{"次号において", "next(item)"}}, .not_in = {"次の各号"}, .source = "法制執務"},
    {.name = "同じ号", .pattern = "同{号}{語尾}", .relation = same, .unit = item,
     .examples = {{"同号イ", "same(item)"}}, .not_in = {"同番号"}, .source = "法制執務"},
    {.name = "表の項", .pattern = "の項{語尾}", .relation = here, .unit = row,
     .examples = {{"の項の下欄", "here(row)"}}, .not_in = {"の項目"}, .source = "表（別表第一の二の項）"},
    {.name = "この号", .pattern = "この{号}", .relation = here, .unit = item,
     .examples = {{"この号イ", "here(item)"}}, .not_in = {"その号"}, .source = "法制執務"},
    {.name = "各号", .pattern = "各{号}{語尾}", .relation = each, .unit = item, .use = RuleUse::behind,
     .examples = {{"各号に掲げる", "each(item)"}}, .not_in = {"各号列記以外の部分"}, .source = "法制執務"},
    {.name = "のうち各号", .pattern = "の各{号}{語尾}", .relation = each, .unit = item, .use = RuleUse::behind,
     .examples = {{"の各号に掲げる", "each(item)"}}, .not_in = {"の各項"}, .source = "古い法律（第三条の各号）"},
    // --- イ ロ ハ ------------------------------------------------------------------------------
    {.name = "イロハ", .pattern = "{仮名頭}{イロハ}{仮名境}", .relation = named, .unit = subitem,
     .examples = {{"ハに掲げる", "sub(3)"}}, .not_in = {"イオン", "ハードウェア", "ニ係", "ノ規定"}, .source = "法制執務"},
    {.name = "このイ", .pattern = "この{イロハ}{仮名境}", .relation = here, .unit = subitem,
     .examples = {{"このロ及びハ", "here(sub)"}}, .not_in = {"このイベント"}, .source = "法制執務"},
    {.name = "括弧数字", .pattern = "{括弧数}", .relation = named, .unit = subitem2,
     .examples = {{"（２）に", "sub2(2)"}, {"(1)の", "sub2(1)"}, {"⑶を", "sub2(3)"}},
     .not_in = {"（二）", "（第二条関係）"}, .source = "法制執務"},
    {.name = "括弧ローマ数字", .pattern = "{括弧小}", .relation = named, .unit = subitem3,
     .examples = {{"（ⅱ）に", "sub3(2)"}, {"(iv)の", "sub3(4)"}}, .not_in = {"（a）"}, .source = "法制執務"},
    // --- 条文の中 ------------------------------------------------------------------------------
    {.name = "本文", .pattern = "本文", .unit = clause, .use = RuleUse::behind, .clause = Part::main,
     .examples = {{"本文の規定", "main"}}, .not_in = {"前文"}, .source = "法制執務"},
    {.name = "ただし書", .pattern = "{但}", .unit = clause, .use = RuleUse::behind, .clause = Part::proviso,
     .examples = {{"ただし書の規定", "proviso"}, {"但書の", "proviso"}}, .not_in = {"ただし、"}, .source = "法制執務"},
    {.name = "前段", .pattern = "前段", .unit = clause, .use = RuleUse::behind, .clause = Part::first,
     .examples = {{"前段の規定", "first"}}, .not_in = {"前項"}, .source = "法制執務"},
    {.name = "後段", .pattern = "後段", .unit = clause, .use = RuleUse::behind, .clause = Part::second,
     .examples = {{"後段の規定", "second"}}, .not_in = {"後者"}, .source = "法制執務"},
    {.name = "各号列記以外の部分", .pattern = "各{号}列記以外の部分", .unit = clause, .use = RuleUse::behind,
     .clause = Part::chapeau, .examples = {{"各号列記以外の部分中", "chapeau"}}, .not_in = {"各号"}, .source = "法制執務"},
    {.name = "柱書", .pattern = "柱書", .unit = clause, .use = RuleUse::behind, .clause = Part::chapeau,
     .examples = {{"柱書の", "chapeau"}}, .not_in = {"柱"}, .source = "実務の文書"},
    // --- 編 章 節 款 目 ------------------------------------------------------------------------
    {.name = "編番号", .pattern = "第{数}編{枝}{語尾}", .unit = part,
     .examples = {{"第二編第三章", "part(2)"}}, .not_in = {"第二編集"}, .source = "法制執務"},
    {.name = "章番号", .pattern = "第{数}章{枝}{語尾}", .unit = chapter,
     .examples = {{"第三章の二に", "chapter(3_2)"}}, .not_in = {"第一楽章"}, .source = "法制執務"},
    {.name = "節番号", .pattern = "第{数}節{枝}{語尾}", .unit = section,
     .examples = {{"第一節の規定", "section(1)"}}, .not_in = {"季節"}, .source = "法制執務"},
    {.name = "款番号", .pattern = "第{数}款{枝}{語尾}", .unit = subsection,
     .examples = {{"第二款に", "subsection(2)"}}, .not_in = {"定款"}, .source = "法制執務"},
    {.name = "目番号", .pattern = "第{数}目{枝}{語尾}", .unit = division,
     .examples = {{"第一目及び", "division(1)"}}, .not_in = {"第一日目"}, .source = "法制執務"},
    {.name = "前の編", .pattern = "前{数}?編{語尾}", .relation = previous, .unit = part,
     .examples = {{"前編の規定", "prev(part)"}}, .not_in = {"前者"}, .source = "法制執務"},
    {.name = "前の章", .pattern = "前{数}?章{語尾}", .relation = previous, .unit = chapter,
     .examples = {{"前章の規定", "prev(chapter)"}, {"前二章に", "prev(chapter,2)"}}, .not_in = {"前文"}, .source = "法制執務"},
    {.name = "前の節", .pattern = "前{数}?節{語尾}", .relation = previous, .unit = section,
     .examples = {{"前節まで", "prev(section)"}}, .not_in = {"前節句"}, .source = "法制執務"},
    {.name = "前の款", .pattern = "前{数}?款{語尾}", .relation = previous, .unit = subsection,
     .examples = {{"前款の規定", "prev(subsection)"}}, .not_in = {"前者"}, .source = "法制執務"},
    {.name = "次の章", .pattern = "次章{語尾}", .relation = next, .unit = chapter,
     .examples = {{"次章に", "next(chapter)"}}, .not_in = {"次の章"}, .source = "法制執務"},
    {.name = "次の節", .pattern = "次節{語尾}", .relation = next, .unit = section,
     .examples = {{"次節に", "next(section)"}}, .not_in = {"次の節"}, .source = "法制執務"},
    {.name = "次の款", .pattern = "次款{語尾}", .relation = next, .unit = subsection,
     .examples = {{"次款に", "next(subsection)"}}, .not_in = {"次の款"}, .source = "法制執務"},
    {.name = "同じ編", .pattern = "同編{語尾}", .relation = same, .unit = part,
     .examples = {{"同編の規定", "same(part)"}}, .not_in = {"同編集"}, .source = "法制執務"},
    {.name = "同じ章", .pattern = "同章{語尾}", .relation = same, .unit = chapter,
     .examples = {{"同章の規定", "same(chapter)"}}, .not_in = {"同じ章"}, .source = "法制執務"},
    {.name = "同じ節", .pattern = "同節{語尾}", .relation = same, .unit = section,
     .examples = {{"同節の規定", "same(section)"}}, .not_in = {"同じ節"}, .source = "法制執務"},
    {.name = "同じ款", .pattern = "同款{語尾}", .relation = same, .unit = subsection,
     .examples = {{"同款の規定", "same(subsection)"}}, .not_in = {"同じ款"}, .source = "法制執務"},
    {.name = "この章", .pattern = "この章", .relation = here, .unit = chapter,
     .examples = {{"この章第一節", "here(chapter)"}}, .not_in = {"その章"}, .source = "法制執務"},
    {.name = "この節", .pattern = "この節", .relation = here, .unit = section,
     .examples = {{"この節第一款", "here(section)"}}, .not_in = {"その節"}, .source = "法制執務"},
    {.name = "この編", .pattern = "この編", .relation = here, .unit = part,
     .examples = {{"この編第一章", "here(part)"}}, .not_in = {"その編"}, .source = "法制執務"},
    {.name = "この款", .pattern = "この款", .relation = here, .unit = subsection,
     .examples = {{"この款第一目", "here(subsection)"}}, .not_in = {"その款"}, .source = "法制執務"},
    // --- 附則 別表 様式 ------------------------------------------------------------------------
    {.name = "附則", .pattern = "{附}則", .unit = suppl,
     .examples = {{"附則第三条", "suppl"}, {"付則第２項", "suppl"}}, .not_in = {"付属"}, .source = "法制執務"},
    {.name = "同じ附則", .pattern = "同附則", .relation = same, .unit = suppl,
     .examples = {{"同附則第二項", "same(suppl)"}}, .not_in = {"附則"}, .source = "法制執務"},
    {.name = "この附則", .pattern = "この附則", .relation = here, .unit = suppl,
     .examples = {{"この附則第二条", "here(suppl)"}}, .not_in = {"その附則"}, .source = "法制執務"},
    {.name = "同じ表", .pattern = "同表{語尾}", .relation = same, .unit = table,
     .examples = {{"同表の下欄", "same(table)"}, {"同表第四号", "same(table)"}}, .not_in = {"同表示"}, .source = "政令"},
    {.name = "条の中の表", .pattern = "の表{語尾}", .relation = here, .unit = table,
     .examples = {{"の表の上欄", "here(table)"}}, .not_in = {"の表示", "の表面"}, .source = "政令（第三条の表。所在を示す番号がない）"},
    {.name = "次の表", .pattern = "次の表{語尾}", .relation = here, .unit = table,
     .examples = {{"次の表の上欄", "here(table)"}}, .not_in = {"次の表示"}, .source = "政令"},
    {.name = "この表", .pattern = "この表{語尾}", .relation = here, .unit = table,
     .examples = {{"この表において", "here(table)"}}, .not_in = {"この表示"}, .source = "政令"},
    {.name = "別表番号", .pattern = "別表第{数}{枝}{号なし}", .unit = table,
     .examples = {{"別表第一の上欄", "table(1)"}, {"別表第二の三に", "table(2_3)"}, {"別表第一の二の項", "table(1)"}},
     .not_in = {"別表に", "別表第三号"}, .source = "法制執務"},
    {.name = "別表数字", .pattern = "別表{数}{枝}", .unit = table,
     .examples = {{"別表１に", "table(1)"}, {"別表一の", "table(1)"}}, .not_in = {"別表第一"}, .source = "省令"},
    {.name = "別表", .pattern = "別表{語尾}", .unit = table,
     .examples = {{"別表に掲げる", "table"}, {"別表の上欄", "table"}, {"別表第三号", "table"}}, .not_in = {"別表現"}, .source = "法制執務"},
    {.name = "様式番号", .pattern = "{別}{様式}第{数}{号}?{枝}", .unit = form,
     .examples = {{"様式第一により", "form(1)"}, {"別記様式第三号の二の", "form(3_2)"}, {"別紙様式第二号に", "form(2)"}},
     .not_in = {"様式の"}, .source = "省令"},
    {.name = "様式番号（前）", .pattern = "{別}第{数}{号}{枝}{様式}{枝}", .unit = form,
     .examples = {{"第一号様式により", "form(1)"}, {"別記第二号の三様式に", "form(2_3)"}, {"第四号様式の二に", "form(4_2)"}},
     .not_in = {"第一号に"}, .source = "省令"},
    {.name = "様式数字", .pattern = "{別}{様式}{数}{枝}", .unit = form,
     .examples = {{"様式１に", "form(1)"}, {"別記様式２の", "form(2)"}}, .not_in = {"様式に"}, .source = "省令"},
    {.name = "別記様式", .pattern = "別記様式", .unit = form,
     .examples = {{"別記様式により", "form"}}, .not_in = {"様式"}, .source = "省令"},
    {.name = "別紙様式", .pattern = "別紙様式", .unit = form,
     .examples = {{"別紙様式により", "form"}}, .not_in = {"様式"}, .source = "省令"},
    {.name = "別記番号", .pattern = "別記第{数}{枝}", .unit = appendix,
     .examples = {{"別記第一に", "appendix(1)"}}, .not_in = {"別記に"}, .source = "省令"},
    {.name = "別図番号", .pattern = "別図第{数}{枝}", .unit = appendix,
     .examples = {{"別図第一に", "appendix(1)"}}, .not_in = {"別図に"}, .source = "省令"},
    {.name = "付録番号", .pattern = "付録第{数}{枝}", .unit = appendix,
     .examples = {{"付録第一の算式", "appendix(1)"}}, .not_in = {"付録に"}, .source = "政令"},
    // --- 文書の書き方 ---------------------------------------------------------------------------
    {.name = "条番号（第なし）", .pattern = "{数}条{枝}{語尾}", .unit = article, .use = RuleUse::prose,
     .examples = {{"3条1項", "art(3)"}, {"六条の二", "art(6_2)"}}, .not_in = {"箇条"}, .source = "実務の文書"},
    {.name = "並びの条番号（条なし）", .pattern = "{数}{条先}", .unit = article, .use = RuleUse::prose,
     .examples = {{"709・710条", "art(709)"}, {"709、710及び715条", "art(709)"}}, .not_in = {"3・4年", "5・6月"}, .source = "実務の文書（民法709・710条）"},
    {.name = "同じ条（条なし）", .pattern = "{語頭}同{項先}", .relation = same, .unit = article, .use = RuleUse::prose,
     .examples = {{"同第1項", "same(art)"}, {"同1項", "same(art)"}}, .not_in = {"同第三者", "同条第1項"}, .source = "実務の文書（第4条、同第1項）"},
    {.name = "項番号（第なし）", .pattern = "{数}項{語尾}", .unit = paragraph, .use = RuleUse::prose,
     .examples = {{"1項3号", "para(1)"}}, .not_in = {"項目"}, .source = "実務の文書"},
    {.name = "号番号（第なし）", .pattern = "{数}号{枝}{語尾}", .unit = item, .use = RuleUse::prose,
     .examples = {{"3号に", "item(3)"}}, .not_in = {"番号"}, .source = "実務の文書"},
};
// clang-format on

}  // namespace

std::span<const CitationRule> citation_rules() { return kRules; }
std::span<const RulePiece> rule_pieces() { return kPieces; }

bool may_follow_word(char32_t c) {
  const bool kanji = (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF);
  if (!kanji) return true;
  constexpr std::u32string_view kMay =
      U"第及又並若乃中本但前後各柱附別等規違適関掲以内改新旧同上下左右次迄至括且或";
  return kMay.find(c) != kMay.npos;
}

bool is_particle(char32_t letter, char32_t next) {
  if (letter == U'ト') return next == U'第';  // 別表第一トアルハ別表第六ト第二十五条…
  if (letter != U'ニ' && letter != U'ノ' && letter != U'ヲ') return false;
  const bool kanji = (next >= 0x4E00 && next <= 0x9FFF) || (next >= 0x3400 && next <= 0x4DBF);
  constexpr std::u32string_view kMay = U"又及並若中本前後但各且乃至以";
  return kanji && kMay.find(next) == kMay.npos;
}

bool may_precede_word(char32_t c) {
  const bool kanji = (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF);
  constexpr std::u32string_view kMay =
      U"旧新中内前後際該各間時者合日項号条段文書節章編款目又及並若下現定他";
  return !kanji || kMay.find(c) != kMay.npos;
}

bool may_follow_law_name(char32_t c) {
  constexpr std::u32string_view kNot =
      U"人制学家務定廷典案則規令曹益外的文例律師医科器形式性源治事面線";
  return kNot.find(c) == kNot.npos;
}

}  // namespace citations
