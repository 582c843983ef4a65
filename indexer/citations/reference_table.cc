// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/citations/reference_table.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <span>
#include <utility>

#include "corpus/error.h"
#include "corpus/tsv.h"
#include "indexer/citations/replacements.h"

namespace citations {
namespace {

using corpus::Address;
using corpus::AddressRange;
using corpus::Segment;

constexpr std::string_view kHeader =
    "# jobun references v2\n"
    "from\tstart\tend\ttext\tform\ttargets\tstatus\treason\tcandidates\tpurpose\tlaw\t"
    "replacements\n";
constexpr std::size_t kColumns = 12;

// More members than any range in a statute has; a hostile one costs no more than this.
constexpr std::uint16_t kMostMembers = 2000;

// Without revision, part and 各号: what is left names a provision.
Address bare(Address address) {
  address.revision.clear();
  address.part = corpus::Part::whole;
  if (!address.path.empty() && address.path.back().each) address.path.pop_back();
  return address;
}

// Is `a` at or above `b` in the law, or the other way round?
bool touches(const Address& a, const Address& b) {
  return !a.is_law() && !b.is_law() && (a.contains(b) || b.contains(a));
}

// Do both ends of a range stand side by side, so that what is between can be told by number?
bool are_siblings(const Address& a, const Address& b) {
  return !a.path.empty() && a.law_id == b.law_id && a.path.size() == b.path.size() &&
         a.path.back().kind == b.path.back().kind &&
         std::equal(a.path.begin(), a.path.end() - 1, b.path.begin());
}

Address main_number_only(Address address) {
  Segment& last = address.path.back();
  last = {.kind = last.kind, .num = corpus::Ordinal(last.num.n[0])};
  return address;
}

void add_with_ancestors(std::vector<std::string>& names, Address address) {
  for (; !address.path.empty(); address.path.pop_back()) names.push_back(to_string(address));
  names.push_back(address.law_id);
}

void make_unique(std::vector<std::string>& names) {
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
}

// Is the reference one that is applied, 準用 or 適用: 「第三条の規定の適用については」?
bool is_applied(std::string_view text, const Reference& r) {
  if (r.purpose == Purpose::application) return true;
  constexpr std::size_t kFar = 240;  // bytes; a list goes on behind it
  const std::string_view behind = text.substr(r.span.end, kFar);
  const std::string_view sentence = behind.substr(0, behind.find("。"));
  return std::min(sentence.find("を適用する"), sentence.find("の適用については")) !=
         std::string_view::npos;
}

// A pair belongs to what is applied before it, and behind the pairs of the sentence before. When
// it names its place, to the references that reach there, if any does.
void give_replacements(const corpus::Provision& provision, std::span<const Reference> references,
                       std::span<ReferenceRecord> records) {
  const auto pairs = find_replacements(provision, references);
  std::size_t begin = 0;  // of the sentences the group speaks of
  for (std::size_t p = 0; p < pairs.size(); ++p) {
    if (p > 0 && pairs[p].group != pairs[p - 1].group) begin = pairs[p - 1].to_span.end;
    const Replacement& pair = pairs[p];
    std::vector<std::size_t> applied, reached;
    for (std::size_t i = 0; i < references.size(); ++i) {
      const Reference& r = references[i];
      if (r.span.begin < begin || r.span.end > pair.from_span.begin) continue;
      if (pair.place.contains(r.span) || !is_applied(provision.text, r)) continue;
      applied.push_back(i);
      const bool reaches =
          std::any_of(pair.places.begin(), pair.places.end(), [&](const AddressRange& place) {
            return std::any_of(
                records[i].targets.begin(), records[i].targets.end(),
                [&](const std::string& target) { return concerns(target, place.first); });
          });
      if (reaches) reached.push_back(i);
    }
    for (const std::size_t i : reached.empty() ? applied : reached) {
      records[i].replacements.push_back(
          {pair.places.empty() ? "" : to_string(pair.places.front()), pair.from, pair.to});
    }
  }
}

std::string to_cell(const std::vector<ReplacementRecord>& replacements) {
  if (replacements.empty()) return {};
  auto json = nlohmann::ordered_json::array();
  for (const ReplacementRecord& r : replacements)
    json.push_back({{"place", r.place}, {"from", r.from}, {"to", r.to}});
  return json.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

std::vector<ReplacementRecord> read_replacements(const std::string& cell) {
  std::vector<ReplacementRecord> out;
  if (cell.empty()) return out;
  for (const auto& json : nlohmann::ordered_json::parse(cell, nullptr, false)) {
    if (json.is_object())
      out.push_back({json.value("place", ""), json.value("from", ""), json.value("to", "")});
  }
  return out;
}

}  // namespace

ReferenceRecord to_record(std::string from, std::string_view text, const Reference& r) {
  ReferenceRecord record{.from = std::move(from),
                         .span = corpus::to_code_points(text, r.span),
                         .text = r.text,
                         .form = std::string(to_string(r.form)),
                         .targets = {},
                         .status = std::string(to_string(r.status)),
                         .reason = r.reason,
                         .candidates = r.candidates,
                         .purpose = std::string(to_string(r.purpose)),
                         .law = r.law,
                         .replacements = {}};
  for (const AddressRange& target : r.targets) record.targets.push_back(to_string(target));
  return record;
}

std::vector<ReferenceRecord> to_records(const corpus::Law& law,
                                        const std::vector<Reference>& references) {
  std::vector<ReferenceRecord> out;
  for (std::size_t begin = 0; begin < references.size();) {
    std::size_t end = begin;
    while (end < references.size() && references[end].from == references[begin].from) ++end;
    const corpus::Provision& provision = law.provisions[references[begin].from];
    const std::string from = to_string(law.address(references[begin].from));
    const std::span<const Reference> here(references.data() + begin, end - begin);
    for (const Reference& r : here) out.push_back(to_record(from, provision.text, r));
    if (provision.text.find("とあ") != std::string::npos)
      give_replacements(provision, here, std::span(out).last(here.size()));
    begin = end;
  }
  return out;
}

std::string to_tsv(const std::vector<ReferenceRecord>& records) {
  std::string out(kHeader);
  for (const ReferenceRecord& r : records) {
    corpus::append_tsv_row(
        out, {r.from, std::to_string(r.span.begin), std::to_string(r.span.end), r.text, r.form,
              corpus::join_words(r.targets), r.status, r.reason, corpus::join_words(r.candidates),
              r.purpose, r.law, to_cell(r.replacements)});
  }
  return out;
}

std::vector<ReferenceRecord> parse_reference_table(std::string_view tsv, std::string_view where) {
  std::vector<ReferenceRecord> out;
  corpus::read_tsv(tsv, kHeader, kColumns, where, [&](std::vector<std::string>& c) {
    out.push_back({.from = c[0],
                   .span = {corpus::to_number(c[1]), corpus::to_number(c[2])},
                   .text = c[3],
                   .form = c[4],
                   .targets = corpus::split_words(c[5]),
                   .status = c[6],
                   .reason = c[7],
                   .candidates = corpus::split_words(c[8]),
                   .purpose = c[9],
                   .law = c[10],
                   .replacements = read_replacements(c[11])});
  });
  return out;
}

bool concerns(std::string_view target, const Address& provision) {
  const auto range = corpus::parse_address_range(target);
  if (!range) return false;
  const Address wanted = bare(provision);
  const Address first = bare(range->first);
  if (wanted.is_law()) return first.law_id == wanted.law_id;
  if (!range->last) return touches(first, wanted);
  const Address last = bare(*range->last);
  if (touches(first, wanted) || touches(last, wanted)) return true;
  if (!are_siblings(first, last) || wanted.path.size() < first.path.size()) return false;
  Address member = wanted;
  member.path.resize(first.path.size());
  return are_siblings(first, member) && first < member && member < last;
}

std::vector<std::string> index_names(std::string_view target) {
  std::vector<std::string> names;
  const auto range = corpus::parse_address_range(target);
  if (!range) return names;
  const Address first = bare(range->first);
  add_with_ancestors(names, first);
  if (range->last) {
    const Address last = bare(*range->last);
    add_with_ancestors(names, last);
    if (are_siblings(first, last)) {
      const std::uint16_t begin = first.path.back().num.n[0];
      const std::uint16_t end = last.path.back().num.n[0];
      for (std::uint16_t n = begin; n < end && n - begin < kMostMembers; ++n) {
        Address member = main_number_only(first);
        member.path.back().num = corpus::Ordinal(n);
        names.push_back(to_string(member));
      }
    }
  }
  make_unique(names);
  return names;
}

std::vector<std::string> look_up_names(const Address& provision) {
  std::vector<std::string> names;
  Address address = bare(provision);
  if (address.is_law()) return {address.law_id};
  for (; !address.path.empty(); address.path.pop_back()) {
    names.push_back(to_string(address));
    names.push_back(to_string(main_number_only(address)));
  }
  make_unique(names);
  return names;
}

}  // namespace citations
