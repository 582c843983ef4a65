// SPDX-License-Identifier: GPL-2.0-or-later
// A provision with all below it, for a terminal or as Markdown.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/law.h"
#include "query/jobun/provision_notes.h"

namespace jobun {

enum class TextStyle : std::uint8_t { terminal, markdown };

// Title first; empty lines are left out.
std::string format_heading(const std::vector<std::string>& lines, TextStyle);
std::string format_provision(const corpus::Law&, std::size_t provision, TextStyle);
std::string format_text(std::string_view text, TextStyle);
// A heading and a list.
std::string format_notes(const NoteGroup&, TextStyle);
std::string format_link(std::string_view url, TextStyle);

// The words of 本文, ただし書, … alone; empty when there is no such part.
std::string text_of_part(const corpus::Law&, std::size_t provision, corpus::Part);

}  // namespace jobun
