// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/jobun/delegation_view.h"

#include <algorithm>
#include <iostream>
#include <optional>
#include <set>
#include <vector>

#include "corpus/address_text.h"
#include "query/jobun/lookup.h"
#include "query/jobun/records.h"
#include "query/jobun/reference_text.h"
#include "query/jobun/terminal.h"

namespace jobun {
namespace {

using delegations::DelegationRecord;
using indexer::KnowledgeBase;

constexpr int kDeepest = 3;  // 法 → 令 → 命令 → 告示

bool overlaps(const corpus::Address& place, const std::string& address) {
  const auto other = corpus::parse_address(address.substr(0, address.find("..")));
  if (!other || other->law_id != place.law_id) return false;
  corpus::Address whole = *other;
  whole.part = corpus::Part::whole;
  return place.is_law() || place.contains(whole) || (!whole.is_law() && whole.contains(place));
}

std::vector<corpus::Address> places_of(const corpus::AddressRange& range,
                                       const citations::LawEntry& entry, const KnowledgeBase& kb) {
  if (range.first.is_law()) return {{.law_id = range.first.law_id}};
  const corpus::Law law = kb.load(entry);
  std::vector<corpus::Address> out;
  for (const std::size_t i : find_provisions(law, range)) out.push_back(law.address(i));
  return out;
}

// The rows of the law that concern the provisions: what they leave (gives) or fill (takes).
std::vector<DelegationRecord> rows_at(const corpus::AddressRange& range, const std::string& date,
                                      std::string_view side, const KnowledgeBase& kb) {
  const citations::LawEntry& entry = choose_revision(range.first, date, kb);
  const auto places = places_of(range, entry, kb);
  std::vector<DelegationRecord> out;
  for (DelegationRecord& record : kb.delegations(entry)) {
    if (record.side != side) continue;
    const auto concerns = [&](const corpus::Address& place) {
      if (side == "gives") return overlaps(place, record.from);
      return std::any_of(record.to.begin(), record.to.end(),
                         [&](const std::string& to) { return overlaps(place, to); });
    };
    if (std::any_of(places.begin(), places.end(), concerns)) out.push_back(std::move(record));
  }
  return out;
}

std::string name_and_address(const std::string& address, const KnowledgeBase& kb,
                             std::string_view own) {
  return name_of_target(address, kb, own) + " [" + address + "]";
}

std::string_view status_in_words(const DelegationRecord& r) {
  if (r.status == "open") return "受ける規定なし";
  if (r.status == "odd") return "委任の文言なし";
  if (r.status == "outside") return "委任元がこの知識ベースの外";
  return "";
}

std::string issuer_in_words(const DelegationRecord& r, const KnowledgeBase& kb) {
  if (r.address_of_power.empty() || r.address_of_power == r.from || r.issuer.empty()) return {};
  const std::string own = r.from.substr(0, r.from.find('/'));
  return "（" + r.instrument + "を発する者: " + r.issuer + "。" +
         name_and_address(r.address_of_power, kb, own) + "）";
}

std::string head_line(const DelegationRecord& r, const KnowledgeBase& kb, std::string_view own) {
  std::string out = name_and_address(r.from, kb, own) + "「" + r.text + "」";
  if (const auto words = status_in_words(r); !words.empty()) {
    out += "【" + std::string(words) + "】";
    if (!r.reason.empty()) out += r.reason;
  }
  return out + issuer_in_words(r, kb);
}

// The order's provisions below the words, and what they leave further down.
std::string format_filled(const DelegationRecord& r, const std::string& date,
                          const KnowledgeBase& kb, int depth) {
  std::string out;
  const std::size_t indent = 2 + 2 * static_cast<std::size_t>(depth);
  for (const std::string& to : r.to) {
    out += wrap("→ " + name_and_address(to, kb, ""), terminal_width(), indent) + '\n';
    const auto address = corpus::parse_address(to);
    if (!address || depth >= kDeepest || kb.revisions_of(address->law_id) == nullptr) continue;
    for (const DelegationRecord& further : rows_at({*address, {}}, date, "gives", kb)) {
      if (further.status != "resolved" && further.status != "open") continue;
      if (further.from.size() < to.size()) continue;  // of what it lies in, not of itself
      out += wrap(head_line(further, kb, ""), terminal_width(), indent + 2) + '\n';
      out += format_filled(further, date, kb, depth + 1);
    }
  }
  return out;
}

}  // namespace

std::size_t show_delegations(const Session& session, const corpus::AddressRange& range,
                             const std::string& date, bool out, bool in, const KnowledgeBase& kb) {
  std::size_t count = 0;
  const auto print = [&](std::string_view title, std::string_view side) {
    const auto rows = rows_at(range, date, side, kb);
    count += rows.size();
    if (session.json) {
      for (const auto& r : rows) {
        Record record = delegation_record(r);
        record["direction"] = side == "gives" ? "out" : "in";
        std::cout << to_line(record);
      }
      return;
    }
    std::cout << paint(Paint::title, title, std::cout) << "（" << rows.size() << "件）\n";
    for (const auto& r : rows) {
      std::cout << wrap(head_line(r, kb, side == "gives" ? range.first.law_id : ""),
                        terminal_width(), 2)
                << '\n'
                << format_filled(r, date, kb, 1);
    }
  };
  if (out) print("ここから委ねるもの", "gives");
  if (in) print("ここが受ける委任", "takes");
  return count;
}

std::vector<std::string> orders_of(const corpus::AddressRange& range, const std::string& date,
                                   const KnowledgeBase& kb) {
  std::vector<std::string> out;
  if (range.first.is_law()) return out;
  for (const DelegationRecord& r : rows_at(range, date, "gives", kb)) {
    if (r.status != "resolved") continue;
    std::string line = "「" + r.text + "」";
    for (const std::string& to : r.to)
      line += (to == r.to.front() ? " → " : "、") + name_and_address(to, kb, "");
    out.push_back(std::move(line));
  }
  return out;
}

}  // namespace jobun
