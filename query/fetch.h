// SPDX-License-Identifier: GPL-2.0-or-later
// Statutes from e-Gov into a corpus folder:
//   official/507AC0000000042_20261001_000000000000000.xml   as the API gives it
//   jobun.lock.tsv      what was taken: law id, revision, SHA-256, the day, …
//   registry.tsv        the list of all laws (write_registry)
// Each law and its line of the lock are written whole or not at all, and before the next law is
// asked for, so that a run broken off goes on where it stopped.
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "query/egov_api.h"

namespace query {

struct LockEntry {
  std::string revision;  // 507AC0000000042_20261001_000000000000000
  std::string sha256;    // of the file
  std::string fetched;   // yyyy-mm-dd
  std::string updated;   // as e-Gov says
  std::string title;
  bool operator==(const LockEntry&) const = default;
};
using Lock = std::map<std::string, LockEntry>;  // by law id

// Empty when there is none. Throws Error (file:line) when it is not a lock.
Lock read_lock(const std::filesystem::path& corpus);
std::string to_tsv(const Lock&);

enum class Fetched : std::uint8_t { taken, unchanged, failed };

struct FetchReport {
  std::string wanted;
  Fetched result = Fetched::failed;
  std::string title;
  std::string revision;
  std::string problem;  // what, where and what to do, when failed
  std::string hint;
};

// One report for each law wanted, in their order; a law that fails stops no other. `today` is
// yyyy-mm-dd. Throws Error when the folder cannot be written.
std::vector<FetchReport> fetch_laws(EgovApi&, const std::vector<std::string>& wanted,
                                    const std::filesystem::path& corpus, std::string_view today,
                                    const std::function<void(const FetchReport&)>& each);

// The API's list of laws as registry.tsv (corpus/registry.h); how many.
std::size_t write_registry(EgovApi&, const std::filesystem::path& corpus,
                           const std::function<void(std::size_t, std::size_t)>& page);

// Puts e-Gov's bulk ZIP into bulk/ of the corpus; how many laws are in it. Throws Error when it is
// no such ZIP.
std::size_t take_bulk(const std::filesystem::path& zip, const std::filesystem::path& corpus);

// Adds to corpus.toml the lines that make `jobun index` read what was taken, unless it does so
// already or the folder has no corpus.toml (then every XML and ZIP in it is read anyway).
void enter_in_manifest(const std::filesystem::path& corpus, std::string_view pattern);

}  // namespace query
