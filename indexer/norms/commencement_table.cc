// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>

#include "corpus/error.h"
#include "corpus/tsv.h"
#include "indexer/norms/commencement.h"

namespace norms {
namespace {

using corpus::AddressRange;

constexpr std::string_view kHeader =
    "# jobun commencements v1\n"
    "basis\tprovisions\tkind\tdate\tlatest\twords\n";
constexpr std::string_view kDaysHeader =
    "# jobun start days v1\n"
    "of\tdate\tbasis\n";

// a82 only=a59 partly;ch3..ch7
std::string to_text(const std::vector<Commencing>& provisions) {
  std::string out;
  for (const Commencing& c : provisions) {
    out += (out.empty() ? "" : ";") + to_string(c.range);
    for (const AddressRange& r : c.only) out += " only=" + to_string(r);
    for (const AddressRange& r : c.except) out += " except=" + to_string(r);
    if (c.partly) out += " partly";
  }
  return out;
}

AddressRange range_of(std::string_view text, std::string_view where) {
  if (const auto range = corpus::parse_address_range(text)) return *range;
  throw corpus::Error("施行期日の表の条番号が読めません: " + std::string(text), std::string(where),
                      "jobun index で作り直してください");
}

std::vector<Commencing> read_provisions(std::string_view text, std::string_view where) {
  std::vector<Commencing> out;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(';'), text.size());
    std::string_view one = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    Commencing c;
    for (bool first = true; !one.empty(); first = false) {
      const std::size_t space = std::min(one.find(' '), one.size());
      const std::string_view word = one.substr(0, space);
      one.remove_prefix(std::min(space + 1, one.size()));
      if (first) {
        c.range = range_of(word, where);
      } else if (word.starts_with("only=")) {
        c.only.push_back(range_of(word.substr(5), where));
      } else if (word.starts_with("except=")) {
        c.except.push_back(range_of(word.substr(7), where));
      } else {
        c.partly = true;
      }
    }
    out.push_back(std::move(c));
  }
  return out;
}

StartKind kind_of(std::string_view name, std::string_view where) {
  for (const StartKind kind : {StartKind::promulgation, StartKind::fixed, StartKind::elapsed,
                               StartKind::by_order, StartKind::with_law, StartKind::unknown}) {
    if (to_string(kind) == name) return kind;
  }
  throw corpus::Error("知らない施行期日の種類です: " + std::string(name), std::string(where),
                      "jobun index で作り直してください");
}

}  // namespace

std::string to_tsv(const std::vector<Commencement>& all) {
  std::string out(kHeader);
  for (const Commencement& c : all) {
    corpus::append_tsv_row(out, {to_string(c.basis), to_text(c.provisions),
                                 std::string(to_string(c.kind)), c.date, c.latest, c.words});
  }
  return out;
}

std::vector<Commencement> parse_commencement_table(std::string_view tsv, std::string_view where) {
  std::vector<Commencement> out;
  corpus::read_tsv(tsv, kHeader, 6, where, [&](std::vector<std::string>& c) {
    out.push_back({.basis = range_of(c[0], where).first,
                   .provisions = read_provisions(c[1], where),
                   .kind = kind_of(c[2], where),
                   .date = c[3],
                   .latest = c[4],
                   .words = c[5]});
  });
  return out;
}

std::string to_tsv(const std::vector<StartDay>& days) {
  std::string out(kDaysHeader);
  for (const StartDay& d : days) {
    corpus::append_tsv_row(out, {to_string(d.of), d.date, to_string(d.basis)});
  }
  return out;
}

std::vector<StartDay> parse_start_day_table(std::string_view tsv, std::string_view where) {
  std::vector<StartDay> out;
  corpus::read_tsv(tsv, kDaysHeader, 3, where, [&](std::vector<std::string>& c) {
    out.push_back(
        {.of = range_of(c[0], where).first, .date = c[1], .basis = range_of(c[2], where).first});
  });
  return out;
}

}  // namespace norms
