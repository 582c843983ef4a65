// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/norms/deemed.h"

namespace norms {
namespace {

using enum DeemedRole;

// clang-format off
const std::vector<DeemedRule> kRules = {
    {.name = "の適用については", .role = application,
     .spellings = {"の規定の適用については", "の適用については", "の規定の適用に関しては", "の規定の適用に当たつては", "の規定を適用する場合においては", "の規定を適用する場合には"},
     .examples = {{"水門を休止した者に対する第三条第一項の規定の適用については、同項中「設けた」とあるのは、「休止した」とする。",
                   "読替え a3/p1 〈水門を休止した者〉"},
                  {"第四条第二項の規定を適用する場合においては、その中「設けた」とあるのは「有する」とする。", "読替え a4/p2 〈〉"}},
     .not_in = {"第三条第一項の規定の適用については、従前どおりとする。"}, .source = "法制執務"},
    {.name = "準用する", .role = is_applied,
     .spellings = {"について準用する", "に準用する", "に関して準用する", "について、準用する", "につき準用する", "を準用する", "について準用し"},
     .examples = {{"第三条第一項の規定は、水門の廃止について準用する。", "準用 a3/p1 〈水門の廃止〉"},
                  {"水門の廃止については、第三条第一項の規定を準用する。", "準用 a3/p1 〈水門の廃止〉"}},
     .not_in = {"第三条第一項において準用する規定による届出は、書面で行う。"}, .source = "法制執務"},
    {.name = "の規定は", .role = topic, .spellings = {"の規定は、", "の規定は", "は、"},
     .examples = {{"第三条第一項及び第四条の規定は、橋について準用する。この場合において、第四条中「水門」とあるのは「橋」と読み替えるものとする。",
                   "準用 a3/p1 a4 〈橋〉"}},
     .not_in = {"第三条第一項の規定は、橋には適用しない。"}, .source = "法制執務"},
    {.name = "に対する", .role = for_whom,
     .spellings = {"に対する", "についての", "に係る", "における", "に関する", "については、", "に対しては、", "にあつては、", "には、", "に対して", "の場合における"},
     .examples = {{"既設の水門についての第三条第一項の規定の適用については、同項中「設けた」とあるのは「有する」とする。", "読替え a3/p1 〈既設の水門〉"}},
     .not_in = {"既設の水門についての届出は、第三条第一項の規定による。"}, .source = "法制執務"},
};
// clang-format on

}  // namespace

std::span<const DeemedRule> deemed_rules() { return kRules; }

}  // namespace norms
