// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/delegations/delegation_rules.h"

namespace delegations {
namespace {

using enum DelegationMeaning;
using Kind = Instrument;
using Piece = DelegationPieceKind;

// clang-format off
const std::vector<DelegationPiece> kPieces = {
    {"機関", Piece::instrument, {}, "政令, 主務省令, 内閣府令・経済産業省令 …（後ろの括弧書を含む）"},
    {"大臣", Piece::decider, {}, "主務大臣, 総務大臣及び法務大臣, 国税庁長官 …"},
    {"規則", Piece::rule, {}, "原子力規制委員会規則, 最高裁判所規則 …"},
    {"物", Piece::thing, {}, "委ねられたもの: 助詞・読点までの語（軽微な変更, 額, もの）"},
    {"間", Piece::gap, {}, "読点・句点のない、四十字までの字（括弧書は数えない）"},
    {"文", Piece::clause, {}, "句点のない、二百字までの字（括弧書は数えない）"},
    {"句", Piece::phrase, {}, "句点と「は、」のない、二百字までの字（括弧書は数えない）"},
    {"括", Piece::bracket, {}, "括弧書があれば、それ"},
    {"続", Piece::spelling, {"ごと", "その他の", "以外の", "その他これ"}, "委ねられたものの後ろに続く語"},
    {"次", Piece::spelling, {"は、次", "は次", "は、別表"}, "…は、次のとおりとする"},
    {"指", Piece::spelling, {"を指定する", "を定める", "として指定する", "として定める"}, "を指定する, を定める"},
    {"定", Piece::spelling, {"定める", "規定する"}, "定める"},
    {"設", Piece::spelling, {"定め", "設け", "規定し", "規定す"}, "定める, 設ける"},
    {"これ", Piece::spelling, {"これを", "之ヲ", "之を"}, "これを"},
    {"の", Piece::spelling, {"の", "に"}, "の定める, に定める"},
    {"で", Piece::spelling, {"で", "に"}, "で別段の定めを, に別段の定めが"},
    {"所", Piece::spelling,
     {"ところにより", "ところによる", "ところに従い", "ところに従つて", "ところに従って", "ところに準じ", "ところによつて", "ところによって", "ところに基づき", "方法により", "手続により", "手続に従い"},
     "ところにより（方法・手続により）"},
    {"所片", Piece::spelling, {"所ニ依リ", "所ニ依ル", "所ニ従ヒ", "所ニ依レ", "トコロニ依リ", "トコロニ依ル", "トコロニヨリ", "所ニヨリ"}, "片仮名の法律"},
    {"結", Piece::spelling, {"。", "ものとする", "ことができる", "こととする", "」"}, "文の終わり"},
    {"は", Piece::spelling, {"は、", "とは、", "については、", "は次", "には、", "は「", "で次に", "のうち次"}, "主題を示す助詞"},
    {"題", Piece::spelling, {"は、", "は次", "には、", "については、"}, "主題を示す助詞（手続）"},
    {"終", Piece::spelling, {"　", "\t", "\n"}, "欄の終わり"},
    {"もつて", Piece::spelling, {"もつて", "もって", "以て"}, "をもって"},
    {"規", Piece::spelling,
     {"の規定により", "の規定に基づき", "の規定に基づく", "の規定による", "に基づき", "に基づく", "により"}, "の規定により"},
};

const std::vector<InstrumentRule> kInstruments = {
    {.name = "政令", .ending = "政令", .kind = Kind::cabinet_order, .issuer = "内閣",
     .examples = {{"毎年政令で定める", "政令"}, {"政令（水門に関するものに限る。）で定める", "政令"}},
     .not_in = {"この政令で定める", "当該政令で定める", "同政令で定める"}, .source = "憲法第七十三条第六号、内閣法第十一条"},
    {.name = "勅令", .ending = "勅令", .kind = Kind::cabinet_order, .issuer = "内閣",
     .examples = {{"手数料ハ勅令ヲ以テ之ヲ定ム", "勅令"}}, .not_in = {"本令ヲ以テ定ム"},
     .source = "昭和二十二年政令第十四号: 勅令とあるのは政令と読む"},
    {.name = "主務省令", .ending = "主務省令", .kind = Kind::ministry_order,
     .examples = {{"主務省令で定める", "主務省令"}}, .not_in = {"当該主務省令で定める", "主務大臣で定める"},
     .source = "国家行政組織法第十二条（だれの命令かは、その法律の「主務省令」の条が決める）"},
    {.name = "府省令", .ending = "令", .kind = Kind::ministry_order, .head = NameHead::ministries,
     .examples = {{"内閣府令で定める", "内閣府令"}, {"その都度内閣府令・経済産業省令で定める", "内閣府令・経済産業省令"},
                  {"内閣府・総務省令で定める", "内閣府・総務省令"}, {"デジタル庁令で定める", "デジタル庁令"}},
     .not_in = {"法令で定める", "訓令で定める", "当該総務省令で定める"}, .source = "国家行政組織法第十二条第一項、内閣府設置法第七条第三項"},
    {.name = "省令", .ending = "省令", .kind = Kind::ministry_order,
     .examples = {{"様式は、省令で定める", "省令"}}, .not_in = {"同省令で定める", "この省令で定める"}, .source = "古い法律"},
    {.name = "命令", .ending = "命令", .kind = Kind::order, .alone = true,
     .examples = {{"命令で定める", "命令"}, {"命令ノ定ムル所ニ依リ", "命令"}}, .not_in = {"この命令で定める", "当該命令で定める", "支払命令で定める"},
     .source = "片仮名の法律、経過措置の条"},
    {.name = "最高裁判所規則", .ending = "最高裁判所規則", .kind = Kind::rule, .issuer = "最高裁判所",
     .examples = {{"最高裁判所規則で定める", "最高裁判所規則"}}, .not_in = {"最高裁判所が定める"}, .source = "憲法第七十七条"},
    {.name = "委員会規則", .ending = "委員会規則", .kind = Kind::rule, .head = NameHead::body,
     .examples = {{"水路監理委員会規則で定める", "水路監理委員会規則"}, {"これを委員会規則で定める", "委員会規則"}},
     .not_in = {"当該委員会規則で定める", "委員会の規約で定める"}, .source = "内閣府設置法第五十八条第四項、国家行政組織法第十三条第一項"},
    {.name = "院の規則", .ending = "院規則", .kind = Kind::rule, .head = NameHead::body,
     .examples = {{"人事院規則で定める", "人事院規則"}, {"会計検査院規則で定める", "会計検査院規則"}}, .not_in = {"人事院が定める"},
     .source = "国家公務員法第十六条、会計検査院法第三十八条"},
    {.name = "規則", .ending = "規則", .kind = Kind::local, .alone = true,
     .examples = {{"市長の規則で定める", "規則"}}, .not_in = {"この規則で定める", "同規則で定める", "施行規則で定める"}, .source = "地方自治法第十五条"},
    {.name = "条例", .ending = "条例", .kind = Kind::local, .issuer = "地方公共団体",
     .examples = {{"都道府県の条例で定める", "条例"}}, .not_in = {"当該条例で定める"}, .source = "地方自治法第十四条"},
    {.name = "告示", .ending = "告示", .kind = Kind::notice,
     .examples = {{"告示で定める", "告示"}}, .not_in = {"この告示で定める", "当該告示で定める"}, .source = "国家行政組織法第十四条第一項"},
    {.name = "大臣", .ending = "大臣", .kind = Kind::decision, .head = NameHead::bodies,
     .examples = {{"主務大臣が定める", "主務大臣"}, {"総務大臣及び法務大臣が定める", "総務大臣及び法務大臣"}},
     .not_in = {"当該大臣に定める", "大臣から求める"}, .source = "告示などの形で定める"},
    {.name = "長官", .ending = "長官", .kind = Kind::decision, .head = NameHead::body,
     .examples = {{"国税庁長官が定める", "国税庁長官"}}, .not_in = {"長官から求める"}, .source = "告示などの形で定める"},
    {.name = "委員会", .ending = "委員会", .kind = Kind::decision, .head = NameHead::body,
     .examples = {{"個人情報保護委員会が定める", "個人情報保護委員会"}}, .not_in = {"委員会から求める"}, .source = "告示などの形で定める"},
};

const std::vector<DelegationRule> kDelegations = {
    {.name = "政令で定めるもの", .pattern = "{機関}で{定}{物}", .meaning = thing,
     .examples = {{"政令で定める水門は", "政令 thing 水門"}, {"主務省令で定める軽微なものであるときは", "主務省令 thing 軽微なもの"},
                  {"主務省令（水路大臣の発する命令をいう。）で定めるやむを得ない事由による", "主務省令 thing やむを得ない事由"},
                  {"政令で規定する額", "政令 thing 額"}, {"政令で定めるものをいう", "政令 thing もの"}},
     .not_in = {"政令で認める水門", "前項の政令は、定める"}, .source = "法制執務（委任命令）"},
    {.name = "政令で定めるところにより", .pattern = "{機関}で{定}{所}", .meaning = manner,
     .examples = {{"主務省令で定めるところにより、水路大臣に", "主務省令 manner ところにより"},
                  {"内閣府令で定める手続に従い", "内閣府令 manner 手続に従い"}, {"省令で定める方法により", "省令 manner 方法により"}},
     .not_in = {"この省令で定めるところにより"}, .source = "法制執務（委任命令）"},
    {.name = "政令の定めるところにより", .pattern = "{機関}{の}{定}{所}", .meaning = manner,
     .examples = {{"政令の定めるところにより", "政令 manner ところにより"}, {"条例に定めるところにより", "条例 manner ところにより"}},
     .not_in = {"法律の定めるところにより", "政令の認めるところにより"}, .source = "法制執務（古い法律に多い）"},
    {.name = "政令の定める額", .pattern = "{機関}の定める{物}", .meaning = thing,
     .examples = {{"政令の定める額を", "政令 thing 額"}}, .not_in = {"法律の定める額を"}, .source = "古い法律"},
    {.name = "事項は、政令で定める。", .pattern = "{機関}で{これ}?{定}{結}", .meaning = matter,
     .examples = {{"手数料の額は、政令で定める。", "政令 matter 手数料の額"}, {"事務局の組織は、政令でこれを定める。", "政令 matter 事務局の組織"},
                  {"必要な事項は、内閣府令で定めるものとする。", "内閣府令 matter 必要な事項"}},
     .not_in = {"手数料の額は、法律で定める。"}, .source = "法制執務"},
    {.name = "政令で必要な事項を定める", .pattern = "{機関}で{間}を{設}", .meaning = matter,
     .examples = {{"政令で必要な経過措置を定めることができる。", "政令 matter 必要な経過措置"},
                  {"条例で特別の規定を設けることができる", "条例 matter 特別の規定"}},
     .not_in = {"政令で必要な経過措置を廃する"}, .source = "法制執務"},
    {.name = "命令で、…を定める", .pattern = "{機関}で、{文}を{設}", .meaning = matter,
     .examples = {{"その命令で、水門の閉鎖に伴い必要な経過措置を定めることができる。", "命令 matter 必要な経過措置"},
                  {"政令で、前項に準ずる手当を設ける", "政令 matter 準ずる手当"}},
     .not_in = {"政令で、手当を支給する。"}, .source = "経過措置の条"},
    {.name = "政令で、…を指定する", .pattern = "{機関}で、{文}を{間}指定", .meaning = matter,
     .examples = {{"政令で、当該水域を禁漁区として指定するものとする。", "政令 matter 当該水域"}}, .not_in = {"政令で、当該水域を禁漁区とする。"},
     .source = "指定を政令に委ねる条"},
    {.name = "政令で指定するものとする", .pattern = "{機関}で指定する{結}", .meaning = matter,
     .examples = {{"その水域は、政令で指定する。", "政令 matter その水域"}}, .not_in = {"その水域は、大臣が指定する。"}, .source = "指定を政令に委ねる条"},
    {.name = "政令で指定する市", .pattern = "{機関}で指定する{物}", .meaning = thing,
     .examples = {{"政令で指定する水域において", "政令 thing 水域"}}, .not_in = {"大臣が指定する水域"}, .source = "地方自治法第二百五十二条の十九"},
    {.name = "政令をもって定める", .pattern = "{機関}を{もつて}{これ}?定", .meaning = matter,
     .examples = {{"組織は、政令をもつてこれを定める。", "政令 matter 組織"}}, .not_in = {"政令をもつて廃する"}, .source = "古い法律"},
    {.name = "別段の定め", .pattern = "{機関}{で}別段の定め", .meaning = matter,
     .examples = {{"条例に別段の定めがある場合を除き", "条例 matter 別段の定め"}, {"政令で別段の定めをする", "政令 matter 別段の定め"}},
     .not_in = {"法律に別段の定めがある場合を除き"}, .source = "法制執務"},
    {.name = "大臣が定める基準", .pattern = "{大臣}が{定}{物}", .meaning = thing,
     .examples = {{"水路大臣が定める基準に", "水路大臣 thing 基準"}, {"総務大臣及び法務大臣が定める様式による", "総務大臣及び法務大臣 thing 様式"}},
     .not_in = {"水路大臣が認める基準に"}, .source = "告示への委任"},
    {.name = "大臣の定める基準", .pattern = "{大臣}の定める{物}", .meaning = thing,
     .examples = {{"水路大臣の定める基準に", "水路大臣 thing 基準"}}, .not_in = {"水路大臣の認める基準に"}, .source = "告示への委任"},
    {.name = "大臣の定めるところにより", .pattern = "{大臣}の{定}{所}", .meaning = manner,
     .examples = {{"水路大臣の定めるところにより", "水路大臣 manner ところにより"}}, .not_in = {"法律の定めるところにより"}, .source = "告示への委任"},
    {.name = "大臣が定めるところにより", .pattern = "{大臣}が{定}{所}", .meaning = manner,
     .examples = {{"水路大臣が定めるところにより", "水路大臣 manner ところにより"}}, .not_in = {"水路大臣が認めるところにより"}, .source = "告示への委任"},
    {.name = "事項は、大臣が定める。", .pattern = "{大臣}が{これ}?{定}{結}", .meaning = matter,
     .examples = {{"委員の任期は、水路大臣が定める。", "水路大臣 matter 委員の任期"}}, .not_in = {"水路大臣が認める。"}, .source = "告示への委任"},
    {.name = "規則の制定", .pattern = "{規則}を制定することができる", .meaning = general,
     .examples = {{"水路監理委員会規則を制定することができる", "水路監理委員会規則 general "}}, .not_in = {"条例を制定することができる"},
     .source = "内閣府設置法第五十八条第四項、国家行政組織法第十三条第一項"},
    {.name = "規則を定める権限", .pattern = "{規則}を定めることができる", .meaning = general,
     .examples = {{"水路監理委員会規則を定めることができる", "水路監理委員会規則 general "}}, .not_in = {"条例を定めることができる"}, .source = "委員会の設置法"},
    {.name = "命令ヲ以テ之ヲ定ム", .pattern = "{機関}ヲ以テ{これ}?定ム", .meaning = matter,
     .examples = {{"手数料ハ命令ヲ以テ之ヲ定ム", "命令 matter 手数料"}}, .not_in = {"法律ヲ以テ之ヲ定ム"}, .source = "片仮名の法律"},
    {.name = "命令ヲ以テ定ムル事項", .pattern = "{機関}ヲ以テ定ムル{物}", .meaning = thing,
     .examples = {{"命令ヲ以テ定ムル事項ヲ", "命令 thing 事項"}}, .not_in = {"法律ヲ以テ定ムル事項ヲ"}, .source = "片仮名の法律"},
    {.name = "命令ノ定ムル所ニ依リ", .pattern = "{機関}ノ定ムル{所片}", .meaning = manner,
     .examples = {{"命令ノ定ムル所ニ依リ", "命令 manner 所ニ依リ"}}, .not_in = {"法律ノ定ムル所ニ依リ"}, .source = "片仮名の法律"},
    {.name = "命令ノ定ムル事項", .pattern = "{機関}ノ定ムル{物}", .meaning = thing,
     .examples = {{"政令ノ定ムル期間ヲ", "政令 thing 期間"}}, .not_in = {"法律ノ定ムル期間ヲ"}, .source = "片仮名の法律"},
    {.name = "大臣ノ定ムル所ニ依リ", .pattern = "{大臣}ノ定ムル{所片}", .meaning = manner,
     .examples = {{"主務大臣ノ定ムル所ニ依リ", "主務大臣 manner 所ニ依リ"}}, .not_in = {"会社ノ定ムル所ニ依リ"}, .source = "片仮名の法律"},
    {.name = "大臣ノ定ムル期間", .pattern = "{大臣}ノ定ムル{物}", .meaning = thing,
     .examples = {{"主務大臣ノ定ムル期間ヲ", "主務大臣 thing 期間"}}, .not_in = {"会社ノ定ムル期間ヲ"}, .source = "片仮名の法律"},
};

const std::vector<ExerciseRule> kExercises = {
    {.name = "法第三条の政令で定める水門は", .pattern = "の{機関}で{定}{物}{括}{は}", .kind = ExerciseKind::direct,
     .examples = {{"の政令で定める水門は、次のとおりとする。", "政令 水門"}, {"の主務省令で定める軽微な変更は、", "主務省令 軽微な変更"}},
     .not_in = {"の政令で定める水門に関する報告をする。"}, .source = "施行令・施行規則"},
    {.name = "法第三条に規定する政令で定める水門は", .pattern = "に規定する{機関}で{定}{物}{括}{は}", .kind = ExerciseKind::direct,
     .examples = {{"に規定する政令で定める水門は、", "政令 水門"}}, .not_in = {"に規定する水門は、"}, .source = "施行令・施行規則（租税の法令に多い）"},
    {.name = "法第三条の規定により政令で定める水門は", .pattern = "{規}{機関}で{定}{物}{括}{は}", .kind = ExerciseKind::direct,
     .examples = {{"の規定により政令で定める水門は、", "政令 水門"}, {"の規定に基づき省令で定める額は、", "省令 額"}},
     .not_in = {"の規定により届け出た水門は、"}, .source = "施行令・施行規則"},
    {.name = "法第三条の者で政令で定めるものは", .pattern = "{間}{機関}で{定}{物}{括}{は}", .kind = ExerciseKind::direct,
     .examples = {{"の者で政令で定めるものは、", "政令 もの"}, {"に規定する水門として省令で定めるものは、", "省令 もの"}},
     .not_in = {"の者は、政令で定めるものは、"}, .source = "施行令・施行規則"},
    {.name = "法第三条の政令で定める業種ごとの額は", .pattern = "の{機関}で{定}{物}{続}{間}{は}", .kind = ExerciseKind::direct,
     .examples = {{"の政令で定める業種ごとの額は、次の表による。", "政令 業種"}}, .not_in = {"の政令で定める業種の額を払う者は、"}, .source = "施行令"},
    {.name = "法第三条の政令で定める条件に適合する者は", .pattern = "{間}{機関}で{定}{物}に{間}{次}", .kind = ExerciseKind::direct,
     .examples = {{"の省令で定める条件に適合する者は、次の者とする。", "省令 条件"}}, .not_in = {"の省令で定める条件に適合する者は、届出をする。"},
     .source = "施行規則"},
    {.name = "法第三条の…として政令で定めるものは", .pattern = "{句}{機関}で{定}{物}{括}{は}", .kind = ExerciseKind::direct, .at_head = true,
     .examples = {{"の水門であって、塩水を防ぎ、かつ、閉じることができるものとして省令で定めるものは、", "省令 もの"}},
     .not_in = {"の届出は、省令で定めるものは、"}, .source = "施行規則"},
    {.name = "法第三条の規定に基づき、…を指定する", .pattern = "{規}、{文}{指}", .kind = ExerciseKind::direct, .at_head = true,
     .examples = {{"の規定に基づき、次に掲げる水域を禁漁区として指定する。", " "}}, .not_in = {"の規定に基づき、届出をする。"},
     .source = "指定の政令"},
    {.name = "欄: 法第三条の政令で定める額", .pattern = "の{機関}で{定}{物}{終}", .kind = ExerciseKind::direct,
     .examples = {{"の政令で定める額　千円", "政令 額"}}, .not_in = {"の政令で定める額を払う。"}, .source = "施行令の号"},
    {.name = "法第三条の政令で定めるところにより計算した額は", .pattern = "{間}{機関}で{定}{所}{間}{は}", .kind = ExerciseKind::direct,
     .examples = {{"に規定する政令で定めるところにより計算した額は、", "政令 ところにより"}}, .not_in = {"に規定する計算した額は、"},
     .source = "租税の法令"},
    {.name = "法第三条の政令の定める額は", .pattern = "{間}{機関}の定める{物}{括}{は}", .kind = ExerciseKind::direct,
     .examples = {{"の政令の定める額は、", "政令 額"}}, .not_in = {"の法律の定める額は、"}, .source = "古い施行令"},
    {.name = "法第三条の政令で指定する水域は", .pattern = "{間}{機関}で指定する{物}{括}{は}", .kind = ExerciseKind::direct,
     .examples = {{"の政令で指定する水域は、", "政令 水域"}}, .not_in = {"の大臣の指定する水域は、"}, .source = "施行令"},
    {.name = "法第三条の大臣が定める基準は", .pattern = "{間}{大臣}が{定}{物}{括}{は}", .kind = ExerciseKind::direct,
     .examples = {{"の水路大臣が定める基準は、", "水路大臣 基準"}}, .not_in = {"の水路大臣が認める基準は、"}, .source = "告示"},
    {.name = "法第三条の規定による届出は", .pattern = "の規定による{物}{括}{題}", .kind = ExerciseKind::procedure, .at_head = true,
     .examples = {{"の規定による届出は、様式第一による。", " 届出"}, {"の規定による届出書には、", " 届出書"}},
     .not_in = {"の規定による届出をした日から"}, .source = "施行規則"},
    {.name = "法第三条の規定により届出をする者は", .pattern = "{規}{句}{題}", .kind = ExerciseKind::procedure, .at_head = true,
     .examples = {{"の規定により許可を受けようとする者は、申請書を", " 許可を受けようとする者"},
                  {"の規定による届出をしようとする者は、", " 届出をしようとする者"}},
     .not_in = {"の規定により届出をする。"}, .source = "施行規則"},
    {.name = "法第三条各号の者が同項の規定により納める手数料の額は", .pattern = "に掲げる者が同項{規}{句}{題}", .kind = ExerciseKind::procedure, .at_head = true,
     .examples = {{"に掲げる者が同項の規定により納める手数料の額は、次の表による。", " 納める手数料の額"}},
     .not_in = {"に掲げる者は、同項の規定により手数料を納める。"}, .source = "手数料の政令"},
    {.name = "法第三条に規定する届出書は", .pattern = "に規定する{句}{題}", .kind = ExerciseKind::procedure, .at_head = true,
     .examples = {{"に規定する証票は、別記様式による。", " 証票"}}, .not_in = {"に規定する証票を携帯し、"}, .source = "施行規則"},
    {.name = "法第三条の届出は", .pattern = "の{間}{題}", .kind = ExerciseKind::procedure, .at_head = true,
     .examples = {{"の届出は、書面でする。", " 届出"}, {"の許可を受けようとする者は、", " 許可を受けようとする者"}},
     .not_in = {"の届出をした。"}, .source = "施行規則"},
    {.name = "権限の委任", .pattern = "権限{文}に委任する", .kind = ExerciseKind::authority,
     .examples = {{"権限は、水路局長に委任する", " "}}, .not_in = {"権限は、水路局長に属する"}, .source = "施行令の「権限の委任」の条"},
    {.name = "制定文", .pattern = "{規}", .kind = ExerciseKind::enactment,
     .examples = {{"の規定に基づき、この省令を", " "}}, .not_in = {"の届出は、"}, .source = "制定文"},
};

const std::vector<IssuerRule> kIssuers = {
    {.name = "主務省令は、…の発する命令とする", .subject = "主務省令", .before = "は、", .endings = {"の発する命令とする", "が発する命令とする", "の発する命令をいう", "とする"},
     .examples = {{"この法律における主務省令は、水路大臣の発する命令とする。", "水路大臣"}}, .not_in = {"主務省令は、公布の日から施行する。"},
     .source = "各法律の「主務省令」の条"},
    {.name = "主務省令（…の発する命令をいう。）", .subject = "主務省令", .before = "（", .endings = {"の発する命令をいう", "が発する命令をいう"},
     .examples = {{"主務省令（水路大臣の発する命令をいう。）で定める", "水路大臣"}}, .not_in = {"主務省令（第三条を除く。）で定める"}, .source = "括弧書"},
    {.name = "「主務省令」とは", .subject = "主務省令", .before = "」とは、", .endings = {"の発する命令をいう", "をいう"},
     .examples = {{"「主務省令」とは、水路大臣の発する命令をいう。", "水路大臣"}}, .not_in = {"「主務省令」とは何か"}, .source = "定義"},
    {.name = "主務大臣は、…とする", .subject = "主務大臣", .before = "は、", .endings = {"とする"},
     .examples = {{"この法律における主務大臣は、水路大臣とする。", "水路大臣"}}, .not_in = {"主務大臣は、届出を受けたときは、公表するものとする。"},
     .source = "各法律の「主務大臣」の条"},
    {.name = "「主務大臣」とは", .subject = "主務大臣", .before = "」とは、", .endings = {"をいう"},
     .examples = {{"「主務大臣」とは、水路大臣をいう。", "水路大臣"}}, .not_in = {"「主務大臣」とは異なる"}, .source = "定義"},
    {.name = "主務大臣（…をいう。）", .subject = "主務大臣", .before = "（", .endings = {"をいう"},
     .examples = {{"主務大臣（水路を所管する大臣をいう。）が定める", "水路を所管する大臣"}}, .not_in = {"主務大臣（第三条を除く。）が定める"}, .source = "括弧書"},
};
// clang-format on

}  // namespace

std::string_view to_string(DelegationMeaning meaning) {
  switch (meaning) {
    case DelegationMeaning::thing:
      return "thing";
    case DelegationMeaning::manner:
      return "manner";
    case DelegationMeaning::matter:
      return "matter";
    case DelegationMeaning::general:
      return "general";
  }
  return "";
}

std::string_view to_string(ExerciseKind kind) {
  switch (kind) {
    case ExerciseKind::direct:
      return "direct";
    case ExerciseKind::procedure:
      return "procedure";
    case ExerciseKind::authority:
      return "authority";
    case ExerciseKind::enactment:
      return "enactment";
  }
  return "";
}

std::span<const InstrumentRule> instrument_rules() { return kInstruments; }
std::span<const DelegationRule> delegation_rules() { return kDelegations; }
std::span<const ExerciseRule> exercise_rules() { return kExercises; }
std::span<const IssuerRule> issuer_rules() { return kIssuers; }
std::span<const DelegationPiece> delegation_pieces() { return kPieces; }

}  // namespace delegations
