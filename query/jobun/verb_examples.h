// SPDX-License-Identifier: GPL-2.0-or-later
// What to type, by verb: `jobun help VERB` and the manual page print the same table.
#pragma once

#include <span>
#include <string_view>

namespace jobun {

struct Example {
  std::string_view verb;
  std::string_view command;
  std::string_view shows;
};

// Of all verbs, in the order of the table. Rows of a verb the program does not have are not shown.
std::span<const Example> examples();

}  // namespace jobun
