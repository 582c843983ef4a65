// SPDX-License-Identifier: GPL-2.0-or-later
#include "web-static/beside.h"

#include "corpus/address_text.h"
#include "web-static/html.h"
#include "web-static/obligations.h"
#include "web-static/unit_text.h"

namespace web {
namespace {

using delegations::DelegationRecord;

std::string name_of(const corpus::Address& address, const LinkContext& context) {
  std::string title;
  if (address.law_id != context.law_id) {
    if (const auto law = context.map.find(address.law_id)) {
      title = context.map.laws()[*law].title;
    } else if (context.title_of) {
      title = context.title_of(address.law_id);
    }
  }
  return to_japanese(address, corpus::NumberStyle::kanji, title);
}

std::string give_html(const DelegationRecord& r, const LinkContext& context) {
  std::string out = "<li>「" + escaped(r.text) + "」";
  if (r.to.empty()) return out + "　定める下位法令がこのサイトにありません</li>";
  out += " → ";
  constexpr std::size_t kMost = 12;
  for (std::size_t i = 0; i < r.to.size() && i < kMost; ++i)
    out += (i > 0 ? "、" : "") + place_html(r.to[i], context);
  if (r.to.size() > kMost) out += " ほか" + std::to_string(r.to.size() - kMost) + "か所";
  return out + "</li>";
}

}  // namespace

std::string place_html(const std::string& text, const LinkContext& context) {
  const auto range = corpus::parse_address_range(text);
  if (!range) return escaped(text);
  std::string name = name_of(range->first, context);
  if (name.empty()) name = text;
  const auto place = context.map.link_to(range->first);
  if (!place) return escaped(name);
  return "<a href=\"" + escaped(href_of(*place, context)) + "\">" + escaped(name) + "</a>";
}

std::string render_beside(const std::vector<BesidePart>& parts) {
  if (parts.empty()) return {};
  std::string summary;
  std::string body;
  for (const BesidePart& part : parts) {
    if (!summary.empty()) summary += "・";
    summary += part.name;
    if (part.count > 0) summary += "（" + std::to_string(part.count) + "）";
    if (part.html.empty()) continue;
    if (parts.size() > 1) body += "<p class=\"part\">" + part.name + "</p>";
    body += part.html;
  }
  if (body.empty()) return "<p class=\"beside\">" + summary + "</p>";
  return "<details class=\"beside\"><summary>" + summary + "</summary>" + body + "</details>";
}

void add_delegations(Beside& beside, const corpus::Law& law,
                     const std::vector<DelegationRecord>& records, const LinkContext& context) {
  struct Lists {
    std::string gives;
    std::string takes;
    std::size_t give_count = 0;
    std::size_t take_count = 0;
  };
  std::map<std::size_t, Lists> by_unit;
  const auto unit_of_text = [&](const std::string& text) -> std::optional<std::size_t> {
    const auto address = corpus::parse_address(text);
    if (!address || address->law_id != law.id) return {};
    return unit_at(law, *address);
  };
  for (const DelegationRecord& r : records) {
    if (r.side == "gives") {
      const auto unit = unit_of_text(r.from);
      if (!unit) continue;
      by_unit[*unit].gives += give_html(r, context);
      ++by_unit[*unit].give_count;
    } else if (r.side == "takes" && r.status != "odd") {
      for (const std::string& own : r.to) {
        const auto unit = unit_of_text(own);
        if (!unit) continue;
        by_unit[*unit].takes +=
            "<li>" + place_html(r.from, context) + "「" + escaped(r.text) + "」</li>";
        ++by_unit[*unit].take_count;
        break;
      }
    }
  }
  for (const auto& [unit, lists] : by_unit) {
    if (lists.give_count > 0)
      beside[unit].push_back(
          {"下位法令への委任", lists.give_count, "<ul>" + lists.gives + "</ul>"});
    if (lists.take_count > 0)
      beside[unit].push_back({"委任の根拠", lists.take_count, "<ul>" + lists.takes + "</ul>"});
  }
}

void add_norms(Beside& beside, const corpus::Law& law, const std::vector<NormRow>& rows,
               const std::string& more) {
  std::map<std::size_t, std::pair<std::size_t, std::string>> by_unit;
  for (const NormRow& row : rows) {
    const auto unit = unit_of(law, row.provision);
    if (!unit) continue;
    auto& [count, html] = by_unit[*unit];
    ++count;
    html += "<li>" + norm_sentence(row) + "</li>";
  }
  for (const auto& [unit, found] : by_unit) {
    beside[unit].push_back({"義務・権限など", found.first,
                            "<ul>" + found.second + "</ul><p><a href=\"" + escaped(more) +
                                "\">この法令の義務・権限の一覧</a></p>"});
  }
}

}  // namespace web
