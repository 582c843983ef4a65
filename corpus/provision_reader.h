// SPDX-License-Identifier: GPL-2.0-or-later
// What people write behind the name of a law: 第五条第一項, 5条1項, 168条の2第2項, 附則4条,
// 別表第一, 3条から5条まで.
//   read_provisions("5条3号及び4号", registry)  ->  a5/p1/i3, a5/p1/i4
// A member of a list or the end of a range takes over what stands above it in the member before.
// Chapters before an article are left out, as in every address; an item of an article without 項 is
// one of its first.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "corpus/address.h"
#include "corpus/registry.h"

namespace corpus {

struct ReadProvisions {
  std::vector<AddressRange> ranges;  // without law_id
  std::size_t length = 0;            // bytes read; less than the text: the rest is not understood
};

// The registry gives the ids of amending laws: 附則（令和七年法律第四十三号）第一条.
ReadProvisions read_provisions(std::string_view text, const Registry&);

}  // namespace corpus
