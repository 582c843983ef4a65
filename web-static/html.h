// SPDX-License-Identifier: GPL-2.0-or-later
// The few ways in which text gets into HTML. Every word of a law, a title or an option passes
// through one of them exactly once.
#pragma once

#include <string>
#include <string_view>

#include "corpus/address.h"

namespace web {

// Safe between tags and inside a double-quoted attribute: <b> becomes &lt;b&gt;.
void append_escaped(std::string& out, std::string_view text);
std::string escaped(std::string_view text);

// For the part of a link behind its '#': everything but letters, digits and -._~: as %XX.
std::string percent_encoded(std::string_view text);
std::string fragment_of(const corpus::Address&);  // #a5-p1

// Only http and https may become links; javascript: and the like stay text.
bool is_web_url(std::string_view url);

}  // namespace web
