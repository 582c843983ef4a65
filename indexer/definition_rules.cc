// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/definition_rules.h"

namespace indexer {
namespace {

using enum DefinitionPieceKind;
using enum DefinitionPlace;

// clang-format off
const DefinitionPiece kPieces[] = {
    {"文", text, {}, "一字以上の文"},
    {"事柄", matter, {}, "読点もかぎ括弧もない短い語句。なくてもよい（個人情報について）"},
    {"範囲", scope, {}, "どこまで及ぶかを言う語句（以下、以下この条及び次条において、この法律において）"},
    {"語", term, {}, "かぎ括弧の中の語"},
    {"名", noun, {}, "かぎ括弧のない名詞句"},
    {"所", pinpoint, {}, "条番号などの引用"},
    {"末", end, {}, "文の終わり"},
    {"単に", spelling, {"単にそれぞれ", "単に", "それぞれ", "総称して", "併せて", "単ニ"}, "意味を変えない副詞"},
    {"いう", spelling, {"いう", "いい", "いふ", "いひ", "総称する", "総称し", "称する", "称し", "呼ぶ", "略称する", "略称し", "謂う", "略す"}, "名付ける動詞"},
    {"意味する", spelling, {"いう", "いい", "いふ", "謂う", "指す", "意味する"}, "意味を言う動詞"},
    {"とは", spelling, {"とは、", "とは", "というのは、"}, "定義する語を示す助詞"},
    {"規定する", spelling, {"に規定する", "に掲げる", "に定める", "にいう", "で規定する", "に定義する", "において規定する", "の"}, "引用と名詞をつなぐ語"},
    {"左の", spelling, {"次の各号に掲げる", "次に掲げる", "次の各号の", "左の各号に掲げる", "左に掲げる", "次の表の上欄に掲げる"}, "列記を指す語"},
    {"用語", spelling, {"用語", "語句", "語", "字句", "名称"}, "列記される語"},
    {"意義", spelling, {"の意義は", "の定義は", "の意味は", "は、"}, "その意味"},
    {"トハ", spelling, {"ト称スルハ", "ト称スルハ、", "トハ", "トハ、"}, "片仮名の法令の「とは」"},
    {"謂フ", spelling, {"謂フ", "謂ヒ", "称ス", "云フ"}, "片仮名の法令の「いう」"},
};

const DefinitionRule kRules[] = {
    {.name = "範囲を示して名付ける括弧", .place = bracket,
     .pattern = "{範囲}{単に}?「{語}」と{いう}", .form = DefinitionForm::quoted,
     .meaning = "括弧の前の語句を、示された範囲で「語」と呼ぶ",
     .examples = {{"甲は、検査に用いる機器（以下「検査機器」という。）を備える。", "検査機器 quoted a1/p1.."},
                  {"甲は、検査に用いる機器（以下この項において単に「機器」という。）を備える。", "機器 quoted a1/p1"}},
     .not_in = {"甲は、「機器」を備える。", "甲は、機器（以下この項において同じ。）を備える。"},
     .source = "法制執務用語研究会『条文の読み方』略称規定"},
    {.name = "名付けるだけの括弧", .place = bracket,
     .pattern = "「{語}」と{いう}", .form = DefinitionForm::quoted,
     .meaning = "括弧の前の語句を「語」と呼ぶ。範囲は後の文が言うか、その文だけ",
     .examples = {{"甲は、検査に用いる機器（「検査機器」という。以下同じ。）を備える。", "検査機器 quoted a1/p1.."}},
     .not_in = {"甲は、検査に用いる機器（「検査機器」を含む。）を備える。"},
     .source = "略称規定"},
    {.name = "意味を言う括弧", .place = rider,
     .pattern = "{文}を{意味する}", .form = DefinitionForm::bracket,
     .meaning = "括弧の前の名詞の意味を括弧の中で言う",
     .examples = {{"甲は、検査機器（検査に用いる機器をいう。以下同じ。）を備える。", "検査機器 bracket a1/p1.."}},
     .not_in = {"甲は、検査機器（電気を用いるものを除く。）を備える。"},
     .source = "定義規定"},
    {.name = "含み又は除く語に範囲を示す括弧", .place = rider,
     .pattern = "{範囲}同じ", .form = DefinitionForm::bracket,
     .meaning = "括弧の前の名詞に何を含み何を除くかを、示された範囲でも同じとする",
     .examples = {{"甲は、検査機器（電気を用いるものを除く。以下この項において同じ。）を備える。", "検査機器 bracket a1/p1"}},
     .not_in = {"甲は、検査機器（電気を用いるものを除く。）を備える。", "甲は、乙と同じ機器を備える。"},
     .source = "定義規定"},
    {.name = "範囲において…とは", .place = sentence,
     .pattern = "{範囲}{事柄}「{語}」{とは}{文}を{意味する}", .form = DefinitionForm::toha,
     .meaning = "示された範囲で「語」の意味を言う",
     .examples = {{"この法律において「検査機器」とは、検査に用いる機器をいう。", "検査機器 toha law"}},
     .not_in = {"「検査機器」とは別の機器を備える。"},
     .source = "定義規定"},
    {.name = "…とは", .place = sentence,
     .pattern = "「{語}」{とは}{文}を{意味する}", .form = DefinitionForm::toha,
     .meaning = "「語」の意味を言う。範囲は前の文と同じか、その文だけ",
     .examples = {{"前条の「検査機器」とは、検査に用いる機器をいう。", "検査機器 toha a1/p1"}},
     .not_in = {"「検査機器」とは別の機器を備える。"},
     .source = "定義規定"},
    {.name = "文の中で名付ける", .place = outside,
     .pattern = "を{範囲}?{単に}?「{語}」と{いう}", .form = DefinitionForm::quoted,
     .meaning = "その前の語句を「語」と呼ぶ",
     .examples = {{"検査に用いる機器を「検査機器」という。", "検査機器 quoted a1/p1"}},
     .not_in = {"機器を「検査機器」とする。"},
     .source = "定義規定"},
    {.name = "用語の意義の列記", .place = chapeau,
     .pattern = "{左の}{用語}{意義}", .form = DefinitionForm::list,
     .meaning = "各号は、語とその意味である",
     .examples = {{"この法律において、次の各号に掲げる用語の意義は、当該各号に定めるところによる。\na1/p1/i1 検査機器\u3000検査に用いる機器をいう。", "検査機器 list law"}},
     .not_in = {"次の各号に掲げる者は、届け出る。\na1/p1/i1 機器を備える者"},
     .source = "定義規定"},
};
// clang-format on

}  // namespace

std::span<const DefinitionRule> definition_rules() { return kRules; }
std::span<const DefinitionPiece> definition_pieces() { return kPieces; }

}  // namespace indexer
