// SPDX-License-Identifier: GPL-2.0-or-later
// The round brackets of a provision, nested as statutes nest them: each pair is an element of class
// b1 … b4 by its depth, which the page tints and can fold.
//   「者（甲（乙を除く。）をいう。）」 -> b1 over （甲…）, b2 over （乙を除く。）
#pragma once

#include <string_view>
#include <vector>

#include "web-static/render.h"

namespace web {

// What has no partner is left alone.
std::vector<Annotation> annotations_of_brackets(std::string_view text);

}  // namespace web
