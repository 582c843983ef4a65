// SPDX-License-Identifier: GPL-2.0-or-later
// What cites a unit of a law, as it stands beside its text: in groups, each law once.
//   引用元（3）  この法律  第十条第二項（罰則）、第十二条　　政令・省令等  ○○法施行令 第三条
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "corpus/law.h"
#include "indexer/citations/reference_table.h"
#include "web-static/beside.h"
#include "web-static/law_map.h"

namespace web {

// References between laws, kept for the whole site: what is needed to list them, and no more.
class CitationGraph {
 public:
  explicit CitationGraph(std::size_t laws) : out_(laws), in_(laws) {}

  // Each law once; different laws from different threads.
  void add(std::uint32_t law, const std::string& law_id,
           const std::vector<citations::ReferenceRecord>& references);
  void add_document(std::uint32_t document,
                    const std::vector<citations::ReferenceRecord>& references);
  // After the last one: sorts them to the laws they point at.
  void finish(const LawMap&);

  struct Citing {
    std::uint32_t law = 0;
    std::string from;    // address; of a document #s3
    std::string target;  // address or range
    std::string purpose;
    bool document = false;  // `law` is the index of a document
  };
  std::vector<Citing> into(std::uint32_t law) const;  // from other laws, in the order of the laws

  struct Neighbour {
    std::uint32_t law = 0;
    std::uint32_t count = 0;  // references
  };
  const std::vector<Neighbour>& cites(std::uint32_t law) const { return cites_[law]; }
  const std::vector<Neighbour>& cited_by(std::uint32_t law) const { return cited_by_[law]; }

 private:
  std::vector<std::string> out_;  // lines: target law, target, from, purpose
  std::string documents_;         // lines as in out_, with document index and section for from
  std::vector<std::string> in_;   // lines: citing law's index, target, from, purpose
  std::vector<std::vector<Neighbour>> cites_;
  std::vector<std::vector<Neighbour>> cited_by_;
};

// The units and what cites them, in the order of the groups.
using CitedUnits = std::map<std::size_t, std::vector<CitationGraph::Citing>>;
CitedUnits cited_units(const corpus::Law&, std::uint32_t law,
                       const std::vector<citations::ReferenceRecord>& own, const CitationGraph&,
                       const LawMap&);

// Of more than `most` only that many, with a link to `more`.
BesidePart citing_part(const std::vector<CitationGraph::Citing>&, std::uint32_t law, const LawMap&,
                       std::size_t most, const std::string& more);

// All of them: for a page of its own one folder below the law's.
std::string render_citing_list(const std::vector<CitationGraph::Citing>&, std::uint32_t law,
                               const LawMap&, const std::string& root);

}  // namespace web
