// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/citations/replacements.h"

namespace citations {
namespace {

using enum ReplacementRole;

// clang-format off
const std::vector<ReplacementWord> kWords = {
    {.name = "とあるのは", .role = names,
     .spellings = {"とあるのは、", "とあるのは", "とあるのを", "とあるは、", "とあるは", "とあるのも"},
     .examples = {{"「知事」とあるのは「市長」と読み替える", "知事→市長"},
                  {"「知事」とあるのは、「市長」とする", "知事→市長"}},
     .not_in = {"「知事」という。", "「知事」とある部分を「市長」に改める", "知事とあるのは「市長」と読み替える"},
     .source = "法制執務"},
    {.name = "トアルハ", .role = names, .spellings = {"トアルノハ", "トアルハ"},
     .examples = {{"「官庁」トアルハ「組合」トス", "官庁→組合"}}, .not_in = {"「官庁」トアル場合ニ於テ"},
     .source = "片仮名の法律"},
    {.name = "とあり", .role = names_also,
     .spellings = {"とあり、及び", "とあり、並びに", "とあり、又は", "とあり、", "とあり及び", "並びに", "とある"},
     .examples = {{"「市長」とあり、及び「町長」とあるのは「組合長」とする", "市長→組合長, 町長→組合長"},
                  {"「市」とあり、「町」とあり、及び「村」とあるのは「組合」と読み替える", "市→組合, 町→組合, 村→組合"},
                  {"第三条中「市」とあり、及び第四条中「町」とあるのは「組合」と読み替える", "第三条:市→組合, 第四条:町→組合"}},
     .not_in = {"「市長」とあり、及び「町長」という。"}, .source = "法制執務"},
    {.name = "又は", .role = joins, .spellings = {"及び", "又は", "並びに", "若しくは", "、"},
     .examples = {{"「市長」又は「町長」とあるのは「組合長」とする", "市長→組合長, 町長→組合長"}},
     .not_in = {"「市長」又は「町長」をいう。"}, .source = "政令"},
    {.name = "それぞれ", .role = respectively, .spellings = {"それぞれ"},
     .examples = {{"「市」及び「町」とあるのは、それぞれ「郡」及び「区」とする", "市→郡, 町→区"}},
     .not_in = {"それぞれ「郡」及び「区」を置く"}, .source = "法制執務"},
    {.name = "と", .role = becomes, .spellings = {"と", "ト", "に読み替え"},
     .examples = {{"「市」とあるのは「郡」と、「町」とあるのは「区」とする", "市→郡, 町→区"},
                  {"「市」とあるのは開業前には「郡」と、開業後には「区」とする", "市→[開業前には]郡, 市→[開業後には]区"}},
     .not_in = {"「市」とあるのは「郡」をいう"}, .source = "法制執務"},
    {.name = "中", .role = in_place, .spellings = {"中", "のうち", "における", "中の"},
     .examples = {{"第三条第一項中「市」とあるのは「郡」と、「町」とあるのは「区」とする", "第三条第一項:市→郡, 第三条第一項:町→区"},
                  {"第三条の規定中「市」とあるのは「郡」と読み替える", "第三条の規定:市→郡"},
                  {"これらの規定中「市」とあるのは「郡」と読み替える", "これらの規定:市→郡"}},
     .not_in = {"この章中「市」という。"}, .source = "法制執務"},
};
// clang-format on

}  // namespace

std::span<const ReplacementWord> replacement_words() { return kWords; }

}  // namespace citations
