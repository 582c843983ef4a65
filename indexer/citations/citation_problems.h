// SPDX-License-Identifier: GPL-2.0-or-later
// What can be wrong with a citation as it is written: one row a kind, to be read and extended by a
// lawyer who programs. The checks are in citation_check.cc (laws and provisions), topic_check.cc
// (captions) and era_check.cc (dates); the tests run every example of every row.
//   { .key = "no_such_paragraph", .severity = error,
//     .examples = {{"会社法2条9項", "会社法2条9項"}}, .not_in = {"会社法2条1項"}, … }
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/text.h"

namespace citations {

enum class Severity : std::uint8_t {
  error,    // it cannot be right as it is written
  warning,  // most likely another one was meant
  note,     // right as far as one can tell, but the reader should know
};
std::string_view to_string(Severity);  // "error"
std::string_view name_of(Severity);    // 誤り, 注意, 参考

enum class ProblemKind : std::uint8_t {
  no_such_chapter,
  no_such_article,
  no_such_branch,
  no_such_paragraph,
  no_such_item,
  no_such_part,
  title_number_disagree,
  no_such_number,
  former_name,
  near_name,
  repealed,
  other_topic,
  before_amendment,
  no_such_year,
  no_such_day,
  era_contradicts,
  not_in_force,
  unknown_law,
  law_not_told,
};

struct ProblemExample {
  std::string_view text;
  std::string_view at;  // the words the problem is reported for
};

struct ProblemRule {
  ProblemKind kind;
  std::string_view key;  // in JSON
  Severity severity;
  std::string_view name;     // for people
  std::string_view meaning;  // when it is reported, and why
  std::vector<ProblemExample> examples;
  std::vector<std::string_view> not_in;  // texts it is not reported for
};

std::span<const ProblemRule> problem_rules();
const ProblemRule& rule_of(ProblemKind);

struct CitationProblem {
  ProblemKind kind = ProblemKind::no_such_article;
  corpus::Span span;                    // of the citation, or of the date
  int reference = -1;                   // index of the citation; -1: a date or number by itself
  std::string message;                  // Japanese: what exactly
  std::vector<std::string> candidates;  // addresses or law ids that may have been meant
};

}  // namespace citations
