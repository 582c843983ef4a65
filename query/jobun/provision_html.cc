// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/jobun/provision_html.h"

#include <map>

#include "corpus/address_text.h"
#include "query/jobun/provision_text.h"
#include "query/jobun/reference_text.h"
#include "web-static/html.h"
#include "web-static/law_page.h"
#include "web-static/reference_links.h"

namespace jobun {
namespace {

using citations::ReferenceRecord;
using indexer::KnowledgeBase;

// Links to e-Gov name the chapter a provision lies in, so its law must be read: each once.
class OfficialLinks {
 public:
  OfficialLinks(const KnowledgeBase& kb, const std::string& date) : kb_(kb), date_(date) {}

  // Empty for what has no page of its own: laws the registry does not know.
  std::string link(const std::string& target) {
    const auto address = corpus::parse_address(target.substr(0, target.find("..")));
    if (!address || kb_.title_of(address->law_id).empty()) return {};
    const corpus::Law* law = load(address->law_id);
    return law != nullptr ? egov_url(*law, *address)
                          : "https://laws.e-gov.go.jp/law/" + address->law_id;
  }

 private:
  const corpus::Law* load(const std::string& id) {
    const auto* revisions = kb_.revisions_of(id);
    if (revisions == nullptr) return nullptr;
    const auto [law, fresh] = laws_.try_emplace(id);
    if (fresh) law->second = kb_.load(revisions->on(date_));
    return &law->second;
  }

  const KnowledgeBase& kb_;
  std::string date_;
  std::map<std::string, corpus::Law, std::less<>> laws_;
};

bool has_place(const ReferenceRecord& r) {
  return !r.targets.empty() && (r.status == "resolved" || r.status == "outside");
}

web::Element element_of(const ReferenceRecord& r, OfficialLinks& links, const KnowledgeBase& kb,
                        std::string_view own_law) {
  const std::string link = has_place(r) ? links.link(r.targets.front()) : "";
  web::Element out{
      .tag = link.empty() ? "span" : "a",
      .attributes = {{"class", "ref " + r.status}, {"title", describe(r, kb, own_law)}}};
  if (!link.empty()) out.attributes.emplace_back("href", link);
  return out;
}

web::PageNotes links_in(const ShownProvisions& shown, const KnowledgeBase& kb) {
  std::map<std::size_t, std::vector<ReferenceRecord>> by_provision;
  for (ReferenceRecord& r : cited_by_these(shown, kb)) {
    const auto from = corpus::parse_address(r.from);
    if (const auto place = from ? shown.law.find(from->path) : std::nullopt)
      by_provision[*place].push_back(std::move(r));
  }
  OfficialLinks links(kb, shown.date);
  web::PageNotes notes;
  for (const auto& [place, records] : by_provision) {
    notes.found[place] = web::lay_over(
        shown.law.provisions[place].text, records,
        [&](const ReferenceRecord& r) { return element_of(r, links, kb, shown.law.id); });
  }
  return notes;
}

std::string body_of(const ShownProvisions& shown, const KnowledgeBase& kb) {
  const web::LawNumberOf number_of = [&](std::string_view id) {
    const auto row = kb.law_book().registry.by_id(id);
    return row ? std::string(kb.law_book().registry[*row].number) : std::string();
  };
  const web::PageNotes notes = links_in(shown, kb);
  std::string out;
  for (const std::size_t i : shown.provisions) {
    if (shown.part != corpus::Part::whole)
      out += "<p class=\"t\">" + web::escaped(text_of_part(shown.law, i, shown.part)) + "</p>\n";
    else
      out += web::render_provision(shown.law, i, 2, number_of, notes) + '\n';
  }
  return out;
}

std::string list_of(const NoteGroup& group) {
  std::string out = "<h2>" + web::escaped(group.title) + "</h2>\n<ul>\n";
  for (const std::string& note : group.notes) out += "<li>" + web::escaped(note) + "</li>\n";
  out += "</ul>\n";
  if (!group.more.empty()) out += "<p>" + web::escaped(group.more) + "</p>\n";
  return out;
}

}  // namespace

std::string to_html(const ShownProvisions& shown, const std::vector<std::string>& heading,
                    const std::vector<NoteGroup>& groups, const KnowledgeBase& kb) {
  std::string out = "<article class=\"jobun\" lang=\"ja\">\n";
  for (std::size_t i = 0; i < heading.size(); ++i) {
    if (heading[i].empty()) continue;
    const std::string tag = i == 0 ? "h1" : "p";
    out += '<' + tag + '>' + web::escaped(heading[i]) + "</" + tag + ">\n";
  }
  out += body_of(shown, kb);
  if (!groups.empty()) {
    out += "<aside>\n";
    for (const NoteGroup& group : groups) out += list_of(group);
    out += "</aside>\n";
  }
  const std::string link = egov_url(shown.law, shown.range.first);
  if (web::is_web_url(link))
    out += "<p><a href=\"" + web::escaped(link) + "\">公式の条文（e-Gov法令検索）</a></p>\n";
  return out + "</article>\n";
}

}  // namespace jobun
