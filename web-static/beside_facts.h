// SPDX-License-Identifier: GPL-2.0-or-later
// More that stands beside a unit: since when it is in force, what sanctions it, how other
// provisions read its words (読替え), and where papers discuss it.
//   施行 2026-10-01・罰則（1）・読替え（2）・解説（3）
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "corpus/law.h"
#include "indexer/citations/reference_table.h"
#include "indexer/norms/commencement.h"
#include "indexer/norms/penalty.h"
#include "web-static/beside.h"
#include "web-static/reference_links.h"

namespace web {

// 施行: what the law's own 附則 says, on `date` (yyyy-mm-dd).
struct CommencementsOfLaw {
  std::vector<norms::Commencement> commencements;
  std::vector<norms::StartDay> days;  // that other texts fix for it
  std::string date;
};
void add_commencement(Beside&, const corpus::Law&, const CommencementsOfLaw&, const LinkContext&);

// 罰則 beside the norm, 罰則の対象 beside the penalty.
void add_penalties(Beside&, const corpus::Law&, const std::vector<norms::Penalty>&,
                   const LinkContext&);

// Where a paper discusses a unit, best first.
struct PassageOnSite {
  std::string document;  // its id
  std::size_t section = 0;
  std::string title;
  std::string date;
  std::string heading;
  std::string text;
};
using PassagesOfUnits = std::map<std::size_t, std::vector<PassageOnSite>>;
void add_passages(Beside&, const PassagesOfUnits&);

// The references by which provisions anywhere are read otherwise, by the law they reach.
class Variants {
 public:
  explicit Variants(std::size_t laws) : found_(laws) {}
  // Each law once; different laws from different threads.
  void add(std::uint32_t law, const std::vector<citations::ReferenceRecord>& references);
  void finish(const LawMap&);
  const std::vector<citations::ReferenceRecord>& of(std::uint32_t law) const {
    return by_law_[law];
  }

 private:
  std::vector<std::vector<citations::ReferenceRecord>> found_;   // by citing law
  std::vector<std::vector<citations::ReferenceRecord>> by_law_;  // by the law that is reached
};

// 読替え: the text with the words put in marked as generated.
void add_variants(Beside&, const corpus::Law&, const std::vector<citations::ReferenceRecord>&,
                  const LinkContext&);

}  // namespace web
