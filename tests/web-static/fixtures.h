// SPDX-License-Identifier: GPL-2.0-or-later
// Statutes of our own making. Each says what it is there for.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "corpus/law.h"

namespace web_tests {

corpus::Law law_from(std::string_view xml, const std::string& id, const std::string& revision);

// Chapters, 目次, captions, 号 and イ, ただし書, ruby, a table with spans, a list, 附則 of its own
// and of an amending law, 別表 with 備考, a form without words.
corpus::Law library_law();

// What no drafter writes: tables without rows, quoted tables inside a sentence, marks that cross,
// words where none belong.
corpus::Law crooked_law();

// Markup and script wherever a law has words.
corpus::Law hostile_law();

std::vector<corpus::Law> all_laws();

}  // namespace web_tests
