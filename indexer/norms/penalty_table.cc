// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <array>

#include "corpus/error.h"
#include "corpus/tsv.h"
#include "indexer/norms/penalty.h"

namespace norms {
namespace {

constexpr std::string_view kHeader =
    "# jobun penalties v1\n"
    "penalty\tnorm\ttext\tkind\thow\tapplied\twords\n";
constexpr std::size_t kColumns = 7;

// In the order of PenaltyKind.
constexpr std::array<std::string_view, 13> kKinds = {"imprisonment",
                                                     "imprisonment or fine",
                                                     "criminal fine",
                                                     "minor fine 科料",
                                                     "administrative fine 過料",
                                                     "surcharge 課徴金",
                                                     "disciplinary 懲戒",
                                                     "behind order",
                                                     "両罰",
                                                     "国外犯",
                                                     "未遂",
                                                     "没収",
                                                     "other"};

std::string bare(const corpus::Address& address) {
  corpus::Address out = address;
  out.revision.clear();
  out.part = corpus::Part::whole;
  return to_string(out);
}

corpus::Address address_of(const std::string& text, std::string_view where) {
  const auto address = corpus::parse_address(text);
  if (!address) {
    throw corpus::Error("罰則の表の条番号が読めません: " + text, std::string(where),
                        "jobun index で作り直してください");
  }
  return *address;
}

bool touches(const corpus::Address& a, const corpus::Address& b) {
  return a.contains(b) || b.contains(a);
}

}  // namespace

std::string_view to_string(PenaltyKind kind) { return kKinds[static_cast<std::size_t>(kind)]; }

std::string_view to_string(PenaltyHow how) {
  return how == PenaltyHow::direct ? "direct" : "via order";
}

std::string to_tsv(const std::vector<Penalty>& penalties) {
  std::string out(kHeader);
  for (const Penalty& p : penalties) {
    corpus::append_tsv_row(out,
                           {bare(p.penalty), bare(p.norm), p.text, std::string(to_string(p.kind)),
                            std::string(to_string(p.how)), p.applied ? "準用" : "", p.words});
  }
  return out;
}

std::vector<Penalty> parse_penalty_table(std::string_view tsv, std::string_view where) {
  std::vector<Penalty> out;
  corpus::read_tsv(tsv, kHeader, kColumns, where, [&](std::vector<std::string>& c) {
    const auto kind = std::find(kKinds.begin(), kKinds.end(), c[3]);
    if (kind == kKinds.end()) {
      throw corpus::Error("知らない罰の種類です: " + c[3], std::string(where),
                          "jobun index で作り直してください");
    }
    out.push_back({.penalty = address_of(c[0], where),
                   .norm = address_of(c[1], where),
                   .text = c[2],
                   .kind = static_cast<PenaltyKind>(kind - kKinds.begin()),
                   .how = c[4] == "direct" ? PenaltyHow::direct : PenaltyHow::via_order,
                   .applied = !c[5].empty(),
                   .words = c[6]});
  });
  return out;
}

std::vector<Penalty> penalties_of(const std::vector<Penalty>& all, const corpus::Address& norm) {
  std::vector<Penalty> out;
  std::copy_if(all.begin(), all.end(), std::back_inserter(out),
               [&](const Penalty& p) { return touches(p.norm, norm); });
  return out;
}

std::vector<Penalty> norms_of(const std::vector<Penalty>& all, const corpus::Address& penalty) {
  std::vector<Penalty> out;
  std::copy_if(all.begin(), all.end(), std::back_inserter(out),
               [&](const Penalty& p) { return touches(p.penalty, penalty); });
  return out;
}

}  // namespace norms
