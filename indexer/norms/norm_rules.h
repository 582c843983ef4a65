// SPDX-License-Identifier: GPL-2.0-or-later
// How a drafter says who must do what, one row for each wording, to be read and extended by a
// lawyer who programs.
//   { .name = "義務", .ending = U"なければならない", .form = irrealis, .modality = must,
//     .examples = {{"検査者は、事故を報告しなければならない。", "must 報告する(検査者; 事故)"}}, …
//     }
// To teach a new wording: add a row with its examples and counter-examples, run the tests. An
// example is a whole sentence and what is found in it (to_string(Norm), several joined by " + "); a
// counter-example is a sentence in which the row must not be the one that is read.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/norms/norm.h"
#include "indexer/norms/verb_form.h"

namespace norms {

struct NormExample {
  std::string_view sentence;
  std::string_view found;
};

// What a finite clause ends with, behind its verb.
struct EndingRule {
  std::string_view name;
  std::u32string_view ending;
  VerbForm form = VerbForm::dictionary;
  std::string_view act;              // only with this verb
  std::optional<Modality> modality;  // none: whatever the clause it is joined to has
  // At the end of a sentence, or before 、 in it (ものとし、).
  bool inside = false;
  std::vector<NormExample> examples;
  std::vector<std::string_view> not_in;
  std::string_view source;
};

// Longest first.
std::span<const EndingRule> ending_rules();

// Clauses that look like a norm and are none.
struct NoNormRule {
  std::string_view name;
  std::u32string_view ending;              // of the clause, its modality included; or
  std::vector<std::string_view> acts;      // verbs in dictionary form,
  std::vector<Modality> modalities;        // with one of these; empty: with any
  bool plain = false;                      // only at the end of a plain sentence
  std::vector<std::string_view> examples;  // sentences without a norm
  std::vector<NormExample> not_in;         // sentences with one
  std::string_view source;
};
std::span<const NoNormRule> no_norm_rules();

// A phrase of a role by its words. Tested by tests/indexer/norm_rules_test.cc.
enum class Role : std::uint8_t { trigger, deadline, deadline_end, manner, adverb, exception };
struct PhraseRule {
  std::string_view name;
  Role role;
  std::vector<std::u32string_view> words;
  std::vector<NormExample> examples;
};
std::span<const PhraseRule> phrase_rules();

// Does a noun phrase name a person or a body? Unknown nouns give nothing.
std::optional<bool> is_person(std::u32string_view noun_phrase);
std::span<const std::u32string_view> person_nouns();
std::span<const std::u32string_view> thing_nouns();

}  // namespace norms
