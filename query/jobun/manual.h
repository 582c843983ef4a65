// SPDX-License-Identifier: GPL-2.0-or-later
// The manual page and the shells' completions, out of the command line the program itself reads.
#pragma once

#include <string>

namespace CLI {
class App;
}

namespace jobun {

std::string manual_page(const CLI::App& program);  // roff, section 1
std::string bash_completion(const CLI::App& program);
std::string zsh_completion(const CLI::App& program);

// The examples of one verb, indented; empty when there are none.
std::string example_text(const std::string& verb);

}  // namespace jobun
