// SPDX-License-Identifier: GPL-2.0-or-later
// A citation read in its place: what it points at, and how sure that is.
//   第二条第一項 of 強化法, 「第四十二条第一項」 -> resolved, 507AC0000000042/a42/p1
// A law nobody knows stands in a target as unknown:<name as written> (unknown:旧○○法/a3).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/address.h"
#include "corpus/text.h"
#include "indexer/citations/citation.h"

namespace citations {

enum class Form : std::uint8_t {
  range,
  suppl,
  app,
  ext,
  law,
  same,
  rel,
  each,
  structure,
  sub,
  abs
};
std::string_view to_string(Form);  // as in export refs: "struct"

enum class Status : std::uint8_t {
  resolved,
  not_in_force,  // the law has it, this revision does not
  outside,       // the law is known, its text is not at hand
  repealed,      // 削除, or a law that was abolished
  unknown_law,
  unresolved,
};
std::string_view to_string(Status);

std::string_view to_string(Purpose);  // "plain", "mutatis_mutandis", …

struct Reference {
  std::uint32_t from = 0;  // provision
  corpus::Span span;       // in that provision's own text
  std::string text;
  Form form = Form::abs;
  std::vector<corpus::AddressRange> targets;
  Status status = Status::resolved;
  std::string reason;                   // Japanese, for people; empty when there is nothing to say
  std::vector<std::string> candidates;  // addresses that may have been meant
  Purpose purpose = Purpose::plain;
  std::string law;  // id of the law it points into, unknown:<name> when nobody knows it
  bool operator==(const Reference&) const = default;
};

}  // namespace citations
