// SPDX-License-Identifier: GPL-2.0-or-later
// What a law leaves to lower instruments (powers), and what a law fills of what is left to it
// (exercises), read from one law alone; delegation_join.h brings the two together.
//   水路法第三条 「主務省令で定める軽微な変更」     -> power {a3/p1, 主務省令, thing 軽微な変更}
//   同法施行規則 「法第三条の主務省令で定める軽微な変更は」 -> exercise {a5/p1, …, of 水路法/a3}
// Addresses are texts in canonical form; what is kept is small, since those of every law of the
// nation are in memory until they are joined.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "corpus/law.h"
#include "indexer/citations/reference.h"
#include "indexer/delegations/delegation_rules.h"

namespace delegations {

struct Power {
  std::string from;            // address of the provision the words stand in
  corpus::CodePointSpan span;  // in that provision's own text
  std::string text;  // 主務省令で定める軽微なもの; a bracket behind the instrument left out
  std::string instrument;  // as written: 内閣府令・経済産業省令
  Instrument kind = Instrument::cabinet_order;
  DelegationMeaning meaning = DelegationMeaning::thing;
  std::string thing;
  std::string rule;
  std::string issuer;            // 内閣, 水路大臣及び河川大臣; empty: not said
  std::string address_of_power;  // where that is settled: of 主務省令 its own article, else `from`
  std::string part;              // main, proviso, … of the sentence
  std::string before;    // the sentence up to the words, where もの needs its noun from there
  std::string after;     // the sentence behind them, of 定めるところにより
  bool excepts = false;  // 政令で定めるものを除く
  // Of a provision that lets a power be delegated (権限を…に委任): what powers, as provisions.
  bool of_authority = false;
  std::vector<std::string> authorities;
};

struct Exercise {
  std::string from;
  corpus::CodePointSpan span;
  std::string text;  // from the citation to the subject
  ExerciseKind kind = ExerciseKind::direct;
  std::string instrument;  // empty when it names none
  std::string thing;
  std::string rule;
  std::vector<std::string> targets;  // provisions of superior laws, ranges too
  bool applied = false;  // 法第九条において準用する第三条の政令で定める…
  std::string before;    // what stands between the citation and the instrument
  std::string sentence;  // of a procedure
};

struct LawDelegations {
  std::vector<Power> powers;
  std::vector<Exercise> exercises;
};

// References of that law, as find_references gives them.
LawDelegations find_delegations(const corpus::Law&, const std::vector<citations::Reference>&);

// 3 Act, 2 Cabinet order, 1 ministry's order or rule, 0 any other: a law fills what a law of a
// higher rank leaves to it.
int rank_of(std::string_view law_id);

}  // namespace delegations
