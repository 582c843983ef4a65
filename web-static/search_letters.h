// SPDX-License-Identifier: GPL-2.0-or-later
// The spelling in which the site's search compares text and query: indexer/analysis/normalize.h
// letter by letter, all small kana large, white space gone.
//   search_letters("第百六十八條の二　ＶＰＮを")  ->  第百六十八条の二vpnを
// Numbers stay as they are written, unlike in normalize(): there 三十日 is one word, 30日, and a
// reader who looks for 十日 in it finds nothing. The page's script asks for the other spellings of
// a number instead. The table it folds a query with is made here, so that both always agree.
#pragma once

#include <string>
#include <string_view>

namespace web {

std::string search_letters(std::string_view text);

// A JavaScript object {"條":"条",…}: what each letter becomes that NFKC alone leaves otherwise (but
// for the ignorable ones, which disappear).
std::string search_letter_table();

}  // namespace web
