// SPDX-License-Identifier: GPL-2.0-or-later
#include "web-static/site_pages.h"

#include <algorithm>
#include <array>
#include <tuple>

#include "web-static/document_page.h"
#include "web-static/html.h"

namespace web {
namespace {

struct Group {
  std::string_view id;
  std::string_view name;
};

// In the order of the legal hierarchy, as corpus::LawType has it.
constexpr std::array<Group, 7> kGroups = {{{"constitution", "憲法"},
                                           {"act", "法律"},
                                           {"cabinet-order", "政令"},
                                           {"imperial-order", "勅令"},
                                           {"ministerial-ordinance", "府令・省令・共同命令"},
                                           {"rule", "規則"},
                                           {"misc", "その他"}}};

constexpr std::array<std::pair<std::string_view, std::string_view>, 6> kStatusNames = {
    {{"resolved", "条文へのリンク"},
     {"outside", "このサイトに本文がない法令（e-Govへのリンク）"},
     {"not_in_force", "未施行の条文（リンクなし）"},
     {"repealed", "削除・廃止されたもの"},
     {"unknown_law", "法令を特定できないもの（リンクなし）"},
     {"unresolved", "たどれないもの（リンクなし）"}}};

std::string name_of_kind(std::string_view kind) {
  return kind == "strategy"     ? "戦略・方針"
         : kind == "commentary" ? "解説"
         : kind == "bill"       ? "法案"
                                : "";
}

std::vector<const LawOnSite*> by_rank(const LawMap& map) {
  std::vector<const LawOnSite*> laws;
  for (const LawOnSite& law : map.laws()) laws.push_back(&law);
  std::sort(laws.begin(), laws.end(), [](const LawOnSite* a, const LawOnSite* b) {
    return std::tie(a->type, a->kana, a->title, a->id) <
           std::tie(b->type, b->kana, b->title, b->id);
  });
  return laws;
}

}  // namespace

std::string printed_date(std::string_view date) {
  std::string digits;
  std::copy_if(date.begin(), date.end(), std::back_inserter(digits),
               [](char c) { return c >= '0' && c <= '9'; });
  if (digits == "99991231") return "未定の日";
  if (digits.size() != 8 && digits.size() != 6) return std::string(date);
  const auto number = [&](std::size_t at) {
    return digits[at] == '0' ? digits.substr(at + 1, 1) : digits.substr(at, 2);
  };
  const std::string month = digits.substr(0, 4) + "年" + number(4) + "月";
  return digits.size() == 6 ? month : month + number(6) + "日";
}

std::string printed_revision(std::string_view date) {
  const std::string day = printed_date(date);
  return day == "未定の日" ? "施行日未定" : day + "施行";
}

std::string printed_count(std::uint64_t count) {
  const std::string digits = std::to_string(count);
  std::string out;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (i > 0 && (digits.size() - i) % 3 == 0) out += ',';
    out += digits[i];
  }
  return out;
}

View page_view(const SiteOptions& options, const std::string& title, const std::string& root) {
  return {{{"site", options.title},
           {"title", title},
           {"root", root},
           {"on", printed_date(options.date)},
           {"has_graph", options.references ? "1" : ""},
           {"has_documents", options.documents.empty() ? "" : "1"},
           {"has_terms", options.definitions ? "1" : ""},
           {"has_obligations", options.obligations ? "1" : ""}},
          {}};
}

std::string index_page(const LawMap& map, const SiteOptions& options, Templates& templates) {
  const std::vector<const LawOnSite*> laws = by_rank(map);
  View view = page_view(options, "法令一覧", "");
  view.values["root"] = "./";
  view.values["count"] = std::to_string(laws.size());
  std::vector<View>& groups = view.lists["groups"];
  for (std::size_t i = 0; i < laws.size(); ++i) {
    const LawOnSite& law = *laws[i];
    if (i == 0 || law.type != laws[i - 1]->type) {
      const Group& group = kGroups.at(static_cast<std::size_t>(law.type));
      groups.push_back({{{"group_id", std::string(group.id)}, {"group", std::string(group.name)}},
                        {{"laws", {}}}});
    }
    auto& rows = groups.back().lists["laws"];
    rows.push_back({{{"id", law.id},
                     {"law_title", law.title},
                     {"number", law.number},
                     {"in_force", law.revision.empty() ? "" : printed_revision(law.revision)},
                     {"names", law.names},
                     {"digest", law.digest ? "1" : ""},
                     {"official", law.digest ? "" : "1"}},
                    {}});
    groups.back().values["group_count"] = std::to_string(rows.size());
  }
  return templates.page("index", view);
}

std::string about_page(const LawMap& map, const StatusCounts& statuses, const SiteOptions& options,
                       Templates& templates) {
  View view = page_view(options, "このサイトについて", "../");
  const auto& all = map.laws();
  const auto digests = static_cast<std::size_t>(
      std::count_if(all.begin(), all.end(), [](const LawOnSite& l) { return l.digest; }));
  view.values["count"] = std::to_string(all.size());
  view.values["official_count"] = std::to_string(all.size() - digests);
  view.values["digest_count"] = digests == 0 ? "" : std::to_string(digests);
  std::vector<View>& sources = view.lists["sources"];
  for (const Source& s : options.sources) {
    sources.push_back({{{"source_title", s.title},
                        {"source_url", s.url},
                        {"source_link", is_web_url(s.url) ? s.url : ""},
                        {"source_text", is_web_url(s.url) ? "" : s.url},
                        {"licence", s.licence},
                        {"retrieved", printed_date(s.retrieved)}},
                       {}});
  }
  std::vector<View>& laws = view.lists["digests"];
  for (const LawOnSite& law : all) {
    if (law.digest) laws.push_back({{{"id", law.id}, {"law_title", law.title}}, {}});
  }
  std::uint64_t references = 0;
  for (const auto& [status, name] : kStatusNames) {
    const auto found = statuses.find(std::string(status));
    const std::uint64_t count = found == statuses.end() ? 0 : found->second;
    references += count;
    view.lists["statuses"].push_back(
        {{{"name", std::string(name)}, {"count", printed_count(count)}}, {}});
  }
  view.values["reference_count"] = references == 0 ? "" : printed_count(references);
  return templates.page("about", view);
}

std::string register_page(const LawOnSite& law, const std::vector<NormRow>& norms,
                          const StatusCounts& counts, const SiteOptions& options,
                          Templates& templates) {
  View view = page_view(options, law.title + "の義務・権限", "../../../");
  view.values["register_page"] = "1";
  view.values["law_title"] = law.title;
  view.values["count"] = printed_count(norms.size());
  view.values["register"] = render_register(norms);
  const auto add_choice = [&](const char* list, const std::string& value, std::string name,
                              std::uint64_t count) {
    name += "（" + printed_count(count) + "）";
    view.lists[list].push_back({{{"value", value}, {"name", std::move(name)}}, {}});
  };
  for (const std::string_view modality : modalities()) {
    const auto found = counts.find(std::string(modality));
    if (found != counts.end())
      add_choice("modalities", found->first, std::string(name_of_modality(modality)),
                 found->second);
  }
  for (const BearerCount& b : bearers_of(norms)) add_choice("bearers", b.bearer, b.bearer, b.count);
  return templates.page("obligations", view);
}

std::string registers_page(const LawMap& map, const std::vector<StatusCounts>& counts,
                           const SiteOptions& options, Templates& templates) {
  View view = page_view(options, "義務・権限", "../");
  for (const LawOnSite* law : by_rank(map)) {
    const auto& own = counts[*map.find(law->id)];
    if (own.empty()) continue;
    View row{{{"id", law->id}, {"law_title", law->title}}, {{"counts", {}}}};
    for (const std::string_view modality : modalities()) {
      const auto found = own.find(std::string(modality));
      if (found == own.end()) continue;
      row.lists["counts"].push_back({{{"name", std::string(name_of_modality(modality))},
                                      {"count", printed_count(found->second)}},
                                     {}});
    }
    view.lists["laws"].push_back(std::move(row));
  }
  return templates.page("registers", view);
}

std::string terms_page(const std::vector<TermRow>& rows, const SiteOptions& options,
                       Templates& templates) {
  View view = page_view(options, "用語索引", "../");
  std::size_t total = 0;
  for (const TermRow& row : rows) {
    total += row.terms;
    view.lists["rows"].push_back(
        {{{"id", row.id}, {"name", row.name}, {"count", std::to_string(row.terms)}}, {}});
  }
  view.values["count"] = printed_count(total);
  return templates.page("terms", view);
}

std::string term_row_page(const TermRow& row, const SiteOptions& options, Templates& templates) {
  View view = page_view(options, "用語索引　" + row.name, "../../");
  view.values["name"] = row.name;
  view.values["list"] = row.html;
  return templates.page("term_row", view);
}

std::string documents_page(const LawMap& map, const SiteOptions& options, Templates& templates) {
  View view = page_view(options, "資料", "../");
  view.values["count"] = std::to_string(map.documents().size());
  for (const DocumentOnSite& d : map.documents()) {
    view.lists["documents"].push_back({{{"href", percent_encoded(d.id) + "/index.html"},
                                        {"document_title", d.title},
                                        {"kind", name_of_kind(d.kind)},
                                        {"date", printed_date(d.date)},
                                        {"digest", d.digest ? "1" : ""}},
                                       {}});
  }
  return templates.page("documents", view);
}

std::string document_page(const SiteDocument& document, const LawMap& map,
                          const SiteOptions& options, Templates& templates) {
  const documents::DocumentText text = document.load();
  const auto references = document.references();
  const auto terms = document.terms ? document.terms() : std::vector<prose::DocumentTermRecord>{};
  const LinkContext context{map, {}, options.title_of, "../../law/"};
  View view = page_view(options, document.about.title, "../../");
  view.values.insert({{"outline", render_outline(text)},
                      {"body", render_document(text, references, terms, context)},
                      {"kind", name_of_kind(document.about.kind)},
                      {"date", printed_date(document.about.date)},
                      {"source", document.source},
                      {"source_link", is_web_url(document.url) ? document.url : ""},
                      {"licence", document.licence},
                      {"reference_count", printed_count(references.size())},
                      {"egov", "https://laws.e-gov.go.jp/"},
                      {"document_page", "1"},
                      {"digest", document.about.digest ? "1" : ""}});
  return templates.page("document", view);
}

std::string search_page(const SiteOptions& options, Templates& templates) {
  View view = page_view(options, "検索", "../");
  view.values["search_page"] = "1";
  for (std::size_t i = 0; i < kGroups.size(); ++i) {
    view.lists["kinds"].push_back(
        {{{"value", std::to_string(i)}, {"name", std::string(kGroups.at(i).name)}}, {}});
  }
  if (!options.documents.empty())
    view.lists["kinds"].push_back(
        {{{"value", std::to_string(kGroups.size())}, {"name", "文書"}}, {}});
  return templates.page("search", view);
}

}  // namespace web
