// SPDX-License-Identifier: GPL-2.0-or-later
// What kind of answer a question wants, by the words it is put in: question_kinds.inc.
//   「届出をしないとどうなりますか」  ->  penalty
#pragma once

#include <cstdint>
#include <set>
#include <span>
#include <string_view>
#include <vector>

namespace query {

enum class QuestionKind : std::uint8_t {
  penalty,       // what befalls who does not
  deadline,      // by when, since when, how long
  exemption,     // when it need not be done
  power,         // who may
  permission,    // whether one may: answered by 「してはならない」 too
  recipient,     // to whom
  definition,    // what a word means
  commencement,  // since when a law is in force
  person,        // who holds an office
  headcount,     // how many people
  years,         // how many years
};
std::string_view to_string(QuestionKind);  // Japanese

struct QuestionKindRule {
  QuestionKind kind;
  std::vector<std::string_view> asked;     // as it stands in a normalised question
  std::vector<std::string_view> answered;  // as an answer says it; 0 stands for a number
  std::vector<std::string_view> examples;  // questions of the kind
  std::vector<std::string_view> not_in;    // questions that hold a like word and are of another
};

std::span<const QuestionKindRule> question_kind_rules();

// `normal` as analysis::normalize gives it.
std::set<QuestionKind> kinds_of_question(std::string_view normal);

// Whether the text says what such a question asks for: 三十日以内に of a deadline.
bool answers_kind(QuestionKind, std::string_view normal);

}  // namespace query
