// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/reference_table.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "corpus/error.h"
#include "indexer/tsv.h"

namespace indexer {
namespace {

using corpus::Address;
using corpus::AddressRange;
using corpus::Segment;

constexpr std::string_view kHeader =
    "# jobun references v1\n"
    "from\tstart\tend\ttext\tform\ttargets\tstatus\treason\tcandidates\tpurpose\tlaw\n";
constexpr std::size_t kColumns = 11;

// More members than any range in a statute has; a hostile one costs no more than this.
constexpr std::uint16_t kMostMembers = 2000;

std::string join(const std::vector<std::string>& parts) {
  std::string out;
  for (const std::string& part : parts) out += (out.empty() ? "" : " ") + part;
  return out;
}

std::vector<std::string> split(std::string_view text) {
  std::vector<std::string> out;
  while (!text.empty()) {
    const std::size_t space = std::min(text.find(' '), text.size());
    if (space > 0) out.emplace_back(text.substr(0, space));
    text.remove_prefix(std::min(space + 1, text.size()));
  }
  return out;
}

std::size_t to_number(std::string_view text) {
  std::size_t value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

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
                         .law = r.law};
  for (const AddressRange& target : r.targets) record.targets.push_back(to_string(target));
  return record;
}

std::vector<ReferenceRecord> to_records(const corpus::Law& law,
                                        const std::vector<Reference>& references) {
  std::vector<ReferenceRecord> out;
  for (const Reference& r : references) {
    out.push_back(to_record(to_string(law.address(r.from)), law.provisions[r.from].text, r));
  }
  return out;
}

std::string to_tsv(const std::vector<ReferenceRecord>& records) {
  std::string out(kHeader);
  for (const ReferenceRecord& r : records) {
    append_tsv_row(
        out, {r.from, std::to_string(r.span.begin), std::to_string(r.span.end), r.text, r.form,
              join(r.targets), r.status, r.reason, join(r.candidates), r.purpose, r.law});
  }
  return out;
}

std::vector<ReferenceRecord> parse_reference_table(std::string_view tsv, std::string_view where) {
  std::vector<ReferenceRecord> out;
  read_tsv(tsv, kHeader, kColumns, where, [&](std::vector<std::string>& c) {
    out.push_back({.from = c[0],
                   .span = {to_number(c[1]), to_number(c[2])},
                   .text = c[3],
                   .form = c[4],
                   .targets = split(c[5]),
                   .status = c[6],
                   .reason = c[7],
                   .candidates = split(c[8]),
                   .purpose = c[9],
                   .law = c[10]});
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

}  // namespace indexer
