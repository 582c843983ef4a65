// SPDX-License-Identifier: GPL-2.0-or-later
// Which lines are headings, bullets, tables and notes, and how headings lie in one another.
#pragma once

#include <map>
#include <string_view>
#include <vector>

#include "corpus/documents/document_lines.h"
#include "corpus/documents/note_rules.h"

namespace documents {

// Gives every open line its role, as far as it is none of running text.
void mark_roles(std::string_view flat, std::vector<DocumentLine>&,
                const std::map<std::size_t, LooseMark>&, std::optional<std::size_t> wrap);

// A line that begins something of its own: never the rest of a sentence.
bool begins_anew(std::string_view flat, const DocumentLine&);

bool is_full(std::string_view flat, const DocumentLine&, std::optional<std::size_t> wrap);
bool goes_on(std::string_view flat, const std::vector<DocumentLine>&, std::size_t line,
             std::optional<std::size_t> wrap);

// Depths from 1 of heading lines in their order.
class HeadingDepths {
 public:
  unsigned depth_of(const DocumentLine&, bool title);

 private:
  struct Open {
    std::size_t family = 0;
    unsigned rank = 0;
    unsigned markdown = 0;
    bool numbered = false;
    bool subtitle = false;
  };
  std::vector<Open> open_;
};

}  // namespace documents
