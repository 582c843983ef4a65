// SPDX-License-Identifier: GPL-2.0-or-later
// The tables of delegation_rules.h made fast: compiled once, then asked of a text.
//   match_delegations("額は、内閣府令・総務省令で定める。")  ->  内閣府令・総務省令, matter, 額
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/text.h"
#include "indexer/delegations/delegation_rules.h"

namespace delegations {

// A name of the first table where it stands: 主務省令（…の発する命令をいう。）
struct InstrumentSpan {
  const InstrumentRule* rule = nullptr;
  corpus::Span span;    // the name
  std::size_t end = 0;  // behind the bracket that may follow it
};

// In reading order; not in quotations.
std::vector<InstrumentSpan> find_instruments(std::string_view text);

struct DelegationMatch {
  const DelegationRule* rule = nullptr;
  InstrumentSpan instrument;
  corpus::Span span;  // from the instrument to the end of the thing
  std::string thing;
};

// Every delegation in the text, one for each instrument: 「政令又は条例で定める」 has two.
std::vector<DelegationMatch> match_delegations(std::string_view text,
                                               const std::vector<InstrumentSpan>&);

struct ExerciseMatch {
  const ExerciseRule* rule = nullptr;
  std::optional<InstrumentSpan> instrument;
  std::string thing;  // 軽微な変更; of a procedure its subject: 届出をしようとする者
  std::size_t end = 0;  // behind the subject
};

// The row that reads most of what stands at `at`, right behind a citation. `at_head`: the citation
// begins its sentence. Rows for authority and enactments are not asked.
std::optional<ExerciseMatch> match_exercise(std::string_view text, std::size_t at, bool at_head,
                                            const std::vector<InstrumentSpan>&);

// For the tests: what one row reads, and whether it reads anything at `at`.
std::optional<DelegationMatch> match_row(const DelegationRule&, std::string_view text,
                                         const InstrumentSpan&, const std::vector<InstrumentSpan>&);
std::optional<ExerciseMatch> match_row(const ExerciseRule&, std::string_view text, std::size_t at,
                                       const std::vector<InstrumentSpan>&);

struct IssuerMatch {
  const IssuerRule* rule = nullptr;
  corpus::Span subject;  // 主務省令
  std::string issuer;
};
std::vector<IssuerMatch> match_issuers(std::string_view text);

// Behind the （ ） that begins at `at`; `at` itself when none begins there.
std::size_t skip_bracket(std::string_view text, std::size_t at);

}  // namespace delegations
