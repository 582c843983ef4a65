// SPDX-License-Identifier: GPL-2.0-or-later
// corpus.toml: which files of a corpus folder are read, as what, and what people call the laws.
//   [[document]]                          [[law]]
//   path = "laws/*.xml"                   id = "507AC0000000042"
//   kind = "statute"                      aliases = ["強化法"]
// becomes documents, laws and the list of files, sorted. A folder without corpus.toml is every
// *.xml and
// *.zip below it, official statutes. Files of `revisions` (by default revisions/*.xml, where that
// folder is) are further dates of the laws.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/registry.h"

namespace corpus {

enum class DocumentKind : std::uint8_t { statute, order, strategy, commentary, bill };
std::string_view to_string(DocumentKind);

struct Alias {
  std::string name;
  std::string law_id;
  bool operator==(const Alias&) const = default;
};

struct Document {
  std::string path;  // as written: a file or a glob (* ? **), relative to the folder
  DocumentKind kind = DocumentKind::statute;
  std::string title;
  bool digest = false;         // text = "digest": our 要旨, not the official text
  bool further_dates = false;  // from `revisions`
  std::string source;
  std::string licence;
  std::string url;
  std::string retrieved;
  std::string date;
  std::string default_law;     // id: what a bare 第五条 means
  std::vector<Alias> aliases;  // aliases_in_document
  std::size_t line = 0;        // in corpus.toml
};

struct ManifestLaw {
  std::string id;
  std::vector<std::string> aliases;
  std::string title;
  std::string number;
};

// What people call a term of the law: 基幹インフラ事業者 for 特別社会基盤事業者. Written as
//   [[term]] name = "特別社会基盤事業者", address = "507AC0000000042/a2/p3", aliases = [...],
//            near = [...]
// and nowhere else; one word may be of several terms.
struct ManifestTerm {
  std::string name;
  std::string address;               // where it is defined or set up
  std::vector<std::string> aliases;  // the same thing
  std::vector<std::string> near;     // not the same, but what is meant: only questions are read so
};

struct Source {
  std::filesystem::path path;
  std::size_t document = 0;  // index; its scope in LawNames is one more
  bool operator==(const Source&) const = default;
};

struct ManifestWarning {
  std::string where;  // file:line
  std::string what;
};

struct Manifest {
  std::string name;
  std::filesystem::path folder;
  std::optional<std::filesystem::path> registry;
  std::vector<Document> documents;
  std::vector<ManifestLaw> laws;
  std::vector<ManifestTerm> terms;
  std::vector<Source> sources;
  std::vector<ManifestWarning> warnings;
};

// Throws Error (file:line) when the folder or corpus.toml cannot be read, a value has the wrong
// type, or a path leads out of the folder. What is merely odd (unknown keys, patterns without a
// file) is a warning.
Manifest load_manifest(const std::filesystem::path& folder);

// What laws are called in this corpus: registry, laws the manifest adds to it, aliases.
struct LawBook {
  Registry registry;
  LawNames names;  // of rows of the registry; scope is the index of the document + 1
  std::vector<Alias> aliases;
};
LawBook make_law_book(const Manifest&);  // loads the registry the manifest names
LawBook make_law_book(Registry, const Manifest&);

}  // namespace corpus
