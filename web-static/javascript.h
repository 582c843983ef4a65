// SPDX-License-Identifier: GPL-2.0-or-later
// Values as JavaScript source, for the data files that pages load by <script src>: unlike fetch,
// that works from file:// too.
#pragma once

#include <string>
#include <string_view>

namespace web {

// "…" with everything escaped that could end the string or the script.
void append_js_string(std::string& out, std::string_view text);
std::string js_string(std::string_view text);

}  // namespace web
