// SPDX-License-Identifier: GPL-2.0-or-later
// What the first reading of a law leaves behind: its line in the table of laws, and the words of it
// the dictionary is to know.
#pragma once

#include <vector>

#include "corpus/law.h"
#include "corpus/manifest.h"
#include "indexer/analysis/user_dictionary.h"
#include "indexer/citations/law_table.h"

namespace indexer {

// `document`: the corpus.toml entry its file belongs to. `file` of the entry is left empty.
citations::LawEntry describe_law(const corpus::Law&, const corpus::Document& document);

// Title, abbreviations, and what looks like a term, each once.
std::vector<analysis::DictionaryEntry> words_of(const corpus::Law&);

}  // namespace indexer
