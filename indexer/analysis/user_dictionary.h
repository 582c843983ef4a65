// SPDX-License-Identifier: GPL-2.0-or-later
// The words of the corpus as a MeCab user dictionary, so that a defined term, a law's title or a
// name is one word.
//   build_user_dictionary({{"特定重要電子計算機", "", EntryKind::term}, …}, "/tmp/kb")  ->
//   "/tmp/kb/user.dic"
// An entry costs a little less than the way the system dictionary splits it, and connects to its
// neighbours as that split does: it wins over its own parts in every context, the longer entry wins
// over the shorter one inside it, and it never cuts a word that the system dictionary would not
// have cut there.
#pragma once

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/text.h"

namespace analysis {

enum class EntryKind : std::uint8_t { term, law_title, abbreviation, organisation };

struct DictionaryEntry {
  std::string surface;  // as in the text; it is normalised here
  std::string reading;  // kana, or empty: taken from the system dictionary's split
  EntryKind kind = EntryKind::term;
};

// Writes user.dic into `directory` and returns its path; an empty path when no entry can ever match
// (nothing but kana of one or two letters, digits, sentence ends or brackets, more than 600 bytes).
// Of entries with one normalised surface the first counts. Forks: call it before starting threads.
// Throws corpus::Error.
std::filesystem::path build_user_dictionary(std::span<const DictionaryEntry> entries,
                                            const std::filesystem::path& directory);

// Terms that a text declares, to be made entries: 「X」とは, 以下「X」という,
// （以下この条において「X」という。）. Quick and generous; what a definition means and how far it
// reaches is not asked here.
//   term_candidates("「特定侵害事象」とは、…") -> {3,21}, in bytes of the text
std::vector<corpus::Span> term_candidates(std::string_view text);

}  // namespace analysis
