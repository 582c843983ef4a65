// SPDX-License-Identifier: GPL-2.0-or-later
// The index behind search/: for every pair of neighbouring letters (search_letters.h) the units
// that have it, so that any part of a text of two letters or more is found, without a dictionary
// and without a server.
//   search/base.js    jobunSearch({fold, laws: [[id, type, units, main, digest]…], shards: [first
//                     pair of each]})
//   search/names.js   jobunNames([[title, number, kana, names]…]), loaded with the first query
//   search/s/0.js     jobunShard(0, {"条の": "base64 of the units, ascending: LEB128 of the
//                     difference of 2 × unit + (1 when it stands in the caption)"…})
// A unit's number counts on from law to law. Shards are cut at a size, so that a query loads as
// many small files as it has pairs, whatever the number of laws.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "web-static/law_map.h"
#include "web-static/unit_text.h"

namespace web {

// Pairs of one law with 2 × unit in the law + caption, sorted.
using LawPairs = std::vector<std::pair<std::uint64_t, std::uint32_t>>;
LawPairs pairs_of(const std::vector<UnitText>&);

// A paper among the data files of laws.
inline std::string document_data_id(const std::string& id) { return "doc-" + id; }

class SearchIndex {
 public:
  SearchIndex();
  ~SearchIndex();
  SearchIndex(const SearchIndex&) = delete;
  SearchIndex& operator=(const SearchIndex&) = delete;

  // In the order of the laws. `names`: what else the law is called, parted by commas.
  void add(const LawOnSite&, const std::vector<UnitText>&, const LawPairs&,
           const std::string& names);
  // After the laws: its type is 7, its id doc-<id>.
  void add_document(const DocumentOnSite&, const std::vector<UnitText>&, const LawPairs&);
  // write(name, bytes) for each file.
  void write(const std::function<void(const std::string&, const std::string&)>& write) const;

 private:
  void add_units(const std::vector<UnitText>&, const LawPairs&, const std::string& id,
                 const std::string& names, unsigned type, bool digest);

  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace web
