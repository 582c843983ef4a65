// SPDX-License-Identifier: GPL-2.0-or-later
// The units (articles and the like) that may answer a question, for others to weigh: those that say
// most of its words, and besides them those of the laws it names, those whose norms do what it asks
// about, and for a question of penalties those that punish.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "query/open_index.h"
#include "query/question.h"

namespace query {

struct AskedUnit {
  std::string address;
  std::string law_id;  // empty: a paper
  std::string revision;
  std::string title;
  std::string num;
  std::string caption;
  std::string kind;
  std::string text;  // its provisions, one a line
  bool digest = false;
  bool amending = false;  // 附則 of an amending law
  bool punishes = false;  // found as a penalty
  const citations::LawEntry* law = nullptr;
};

// From the data of its document in the databases; `amending`, `punishes` and `law` are the
// finder's.
AskedUnit read_unit(const std::string& data);

struct UnitFilter {
  std::string law_id;
  std::string kind;
  std::string bearer;  // of a norm in it
  std::string recipient;
  std::string modality;  // as in the index; "any": with some norm; empty: with or without
  std::string date;      // yyyymmdd, never empty
  bool coming = false;   // what the text of the day does not have yet too
};

struct AskedUnits {
  std::vector<AskedUnit> units;
  bool more = false;
};

// Without a question (no words): whatever the filter lets through, `most` of it.
AskedUnits find_units(OpenIndex&, const Question&, const UnitFilter&, std::size_t most);

// Penalty provisions that say the question's words.
std::vector<AskedUnit> find_punishing_units(OpenIndex&, const Question&, const UnitFilter&,
                                            std::size_t most);

}  // namespace query
