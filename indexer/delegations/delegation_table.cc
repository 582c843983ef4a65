// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/delegations/delegation_table.h"

#include "corpus/tsv.h"

namespace delegations {
namespace {

constexpr std::string_view kHeader =
    "# jobun delegations v1\n"
    "side\tfrom\tstart\tend\ttext\tinstrument\tthing\tissuer\taddress_of_"
    "power\tto\tstatus\treason\t"
    "rule\tbasis\n";
constexpr std::size_t kColumns = 14;

}  // namespace

std::string to_tsv(const std::vector<DelegationRecord>& records) {
  std::string out(kHeader);
  for (const DelegationRecord& r : records) {
    corpus::append_tsv_row(
        out, {r.side, r.from, std::to_string(r.span.begin), std::to_string(r.span.end), r.text,
              r.instrument, r.thing, r.issuer, r.address_of_power, corpus::join_words(r.to),
              r.status, r.reason, r.rule, r.basis});
  }
  return out;
}

std::vector<DelegationRecord> parse_delegation_table(std::string_view tsv, std::string_view where) {
  std::vector<DelegationRecord> out;
  corpus::read_tsv(tsv, kHeader, kColumns, where, [&](std::vector<std::string>& c) {
    out.push_back({.side = c[0],
                   .from = c[1],
                   .span = {corpus::to_number(c[2]), corpus::to_number(c[3])},
                   .text = c[4],
                   .instrument = c[5],
                   .thing = c[6],
                   .issuer = c[7],
                   .address_of_power = c[8],
                   .to = corpus::split_words(c[9]),
                   .status = c[10],
                   .reason = c[11],
                   .rule = c[12],
                   .basis = c[13]});
  });
  return out;
}

}  // namespace delegations
