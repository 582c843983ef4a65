// SPDX-License-Identifier: GPL-2.0-or-later
// Every norm of a law: who must, must not, may, shall endeavour to do what.
//   find_norms(強化法)  ->  … {a5/p1, must 報告する, 特別社会基盤事業者 →
//   特別社会基盤事業所管大臣・ 内閣総理大臣} …
// Definitions, deeming, application, commencement, penalties and offices constituted are none
// (no_norm_rules). Pure; in the order of the text. Time is linear in the text.
#pragma once

#include <vector>

#include "corpus/law.h"
#include "indexer/norms/norm.h"

namespace norms {

std::vector<Norm> find_norms(const corpus::Law&);

// In one sentence that stands alone.
std::vector<Norm> find_norms(std::string_view sentence);

}  // namespace norms
