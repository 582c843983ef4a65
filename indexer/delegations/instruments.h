// SPDX-License-Identifier: GPL-2.0-or-later
// The names of instruments in a text, by the first table of delegation_rules.h.
//   「額は、内閣府令・総務省令（水門に関するものに限る。）で定める。」  ->  内閣府令・総務省令
#pragma once

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

// What the bracket behind the instrument puts in its place for some matters:
// 「政令（水門については水路省令、堤については河川省令）で定める」.
std::vector<InstrumentSpan> find_alternatives(std::string_view text, const InstrumentSpan&);

// Behind the （ ） that begins at `at`; `at` itself when none begins there.
std::size_t skip_bracket(std::string_view text, std::size_t at);

}  // namespace delegations
