// SPDX-License-Identifier: GPL-2.0-or-later
// Where the program finds what comes with it, and where it keeps what it makes.
#pragma once

#include <filesystem>
#include <string>

namespace jobun {

// The digest corpus and the site's templates: $JOBUN_DATA, else share/jobun beside the installed
// program, else the source tree it was built from.
std::filesystem::path embedded_corpus();
std::filesystem::path site_templates();

// $JOBUN_KB, else $XDG_DATA_HOME/jobun/kb, else ~/.local/share/jobun/kb.
std::filesystem::path default_kb();

// Where `fetch` keeps statutes: $XDG_DATA_HOME/jobun/corpus, else ~/.local/share/jobun/corpus.
std::filesystem::path default_corpus();

// The program, its dictionary and libraries, and the dates of the texts at hand.
std::string version_text();

}  // namespace jobun
