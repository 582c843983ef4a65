// SPDX-License-Identifier: GPL-2.0-or-later
#include "web-static/site.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <exception>
#include <fstream>
#include <map>
#include <memory>
#include <mutex>
#include <sstream>
#include <thread>
#include <tuple>

#include "corpus/error.h"
#include "web-static/html.h"
#include "web-static/output_folder.h"
#include "web-static/templates.h"

namespace web {
namespace fs = std::filesystem;
namespace {

using corpus::Law;
using corpus::LawType;

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

// What the index shows of a law; all that is kept of it.
struct Entry {
  LawType type = LawType::misc;
  std::string kana;
  std::string id;
  std::string title;
  std::string number;
  std::string in_force;
  bool digest = false;
};

// 20261001 and 2026-10-01 -> 2026年10月1日
std::string printed_date(std::string_view date) {
  std::string digits;
  std::copy_if(date.begin(), date.end(), std::back_inserter(digits),
               [](char c) { return c >= '0' && c <= '9'; });
  if (digits.size() != 8) return std::string(date);
  const auto number = [&](std::size_t at) {
    return digits[at] == '0' ? digits.substr(at + 1, 1) : digits.substr(at, 2);
  };
  return digits.substr(0, 4) + "年" + number(4) + "月" + number(6) + "日";
}

std::string join(const std::vector<std::string>& words, std::string_view between) {
  std::string out;
  for (const std::string& word : words) {
    if (!out.empty()) out += between;
    out += word;
  }
  return out;
}

// Every page: `root` leads back to the site's own top.
View page_view(const SiteOptions& options, const std::string& title, const std::string& root) {
  return {{{"site", options.title}, {"title", title}, {"root", root}}, {}};
}

std::string law_page(const Law& law, const SiteOptions& options, Templates& templates) {
  const LawPage page = render_law(law, options.number_of);
  View view = page_view(options, law.title, "../../");
  std::string amended_by = law.amended_by;
  if (!amended_by.empty() && options.number_of) {
    if (auto number = options.number_of(amended_by); !number.empty()) amended_by = number;
  }
  view.values.insert({{"law", "1"},
                      {"law_title", render_title(law)},
                      {"number", law.number},
                      {"id", law.id},
                      {"promulgated", printed_date(law.promulgated)},
                      {"in_force", printed_date(law.revision)},
                      {"amended_by", amended_by},
                      {"kana", law.kana},
                      {"abbreviations", join(law.abbreviations, "、")},
                      {"egov", egov_url(law, {})},
                      {"digest", law.digest ? "1" : ""},
                      {"official", law.digest ? "" : "1"},
                      {"contents", page.contents},
                      {"body", page.body}});
  return templates.law(view);
}

Entry entry_of(const Law& law) {
  return {law.type,   law.kana,
          law.id,     law.title.empty() ? law.number : law.title,
          law.number, printed_date(law.revision),
          law.digest};
}

std::string law_path(const Law& law) {
  const auto address = corpus::parse_address(law.id);
  if (!address || !address->is_law() || !address->revision.empty()) {
    throw corpus::Error("法令IDではありません", law.id, "法令のファイル名を確かめてください");
  }
  return "law/" + law.id + "/index.html";
}

// Runs work(i, worker) for each i; of several failures the one with the lowest i is thrown.
template <typename Work>
void for_each_parallel(std::size_t count, std::size_t threads, Work work) {
  std::atomic<std::size_t> next{0};
  std::mutex mutex;
  std::map<std::size_t, std::exception_ptr> failures;
  const auto run = [&](std::size_t worker) {
    for (std::size_t i = next++; i < count; i = next++) {
      try {
        work(i, worker);
      } catch (...) {
        const std::lock_guard lock(mutex);
        failures.emplace(i, std::current_exception());
        next = count;
      }
    }
  };
  std::vector<std::jthread> workers;
  for (std::size_t w = 1; w < threads; ++w) workers.emplace_back(run, w);
  run(0);
  workers.clear();  // joins
  if (!failures.empty()) std::rethrow_exception(failures.begin()->second);
}

std::string index_page(std::vector<Entry> entries, const SiteOptions& options,
                       Templates& templates) {
  std::sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) {
    return std::tie(a.type, a.kana, a.title, a.id) < std::tie(b.type, b.kana, b.title, b.id);
  });
  View view = page_view(options, options.title, "");
  view.values["count"] = std::to_string(entries.size());
  std::vector<View>& groups = view.lists["groups"];
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const Entry& e = entries[i];
    if (i == 0 || e.type != entries[i - 1].type) {
      const Group& group = kGroups.at(static_cast<std::size_t>(e.type));
      groups.push_back({{{"group_id", std::string(group.id)}, {"group", std::string(group.name)}},
                        {{"laws", {}}}});
    }
    auto& laws = groups.back().lists["laws"];
    laws.push_back({{{"id", e.id},
                     {"law_title", e.title},
                     {"number", e.number},
                     {"in_force", e.in_force},
                     {"digest", e.digest ? "1" : ""},
                     {"official", e.digest ? "" : "1"}},
                    {}});
    groups.back().values["group_count"] = std::to_string(laws.size());
  }
  return templates.index(view);
}

std::string about_page(const std::vector<Entry>& entries, const SiteOptions& options,
                       Templates& templates) {
  View view = page_view(options, "このサイトについて", "../");
  const auto digests = static_cast<std::size_t>(
      std::count_if(entries.begin(), entries.end(), [](const Entry& e) { return e.digest; }));
  view.values["count"] = std::to_string(entries.size());
  view.values["official_count"] = std::to_string(entries.size() - digests);
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
  for (const Entry& e : entries) {
    if (e.digest) laws.push_back({{{"id", e.id}, {"law_title", e.title}}, {}});
  }
  return templates.about(view);
}

void write_assets(OutputFolder& folder, const fs::path& assets) {
  std::error_code error;
  std::size_t count = 0;
  for (const auto& file : fs::directory_iterator(assets, error)) {
    if (!file.is_regular_file()) continue;
    std::ifstream in(file.path(), std::ios::binary);
    std::ostringstream bytes;
    bytes << in.rdbuf();
    if (!in)
      throw corpus::Error("サイトの部品が読めません", file.path().string(),
                          "許可を確かめてください");
    folder.write("assets/" + file.path().filename().string(), bytes.view());
    ++count;
  }
  if (error || count == 0) {
    throw corpus::Error("サイトの部品（CSS）がありません", assets.string(),
                        "jobunの入れ方（web-staticの場所）を確かめてください");
  }
}

}  // namespace

SiteSummary write_site(const fs::path& out, std::size_t laws, const LoadLaw& load,
                       const SiteOptions& options) {
  const std::size_t threads = std::clamp<std::size_t>(options.threads, 1, std::max(laws, {1}));
  std::vector<std::unique_ptr<Templates>> templates;
  for (std::size_t i = 0; i < threads; ++i) {
    templates.push_back(std::make_unique<Templates>(options.resources / "templates"));
  }
  OutputFolder folder(out);
  write_assets(folder, options.resources / "assets");
  std::vector<Entry> entries(laws);
  for_each_parallel(laws, threads, [&](std::size_t i, std::size_t worker) {
    const Law law = load(i);
    folder.write(law_path(law), law_page(law, options, *templates[worker]));
    entries[i] = entry_of(law);
  });
  folder.write("about/index.html", about_page(entries, options, *templates[0]));
  folder.write("index.html", index_page(std::move(entries), options, *templates[0]));
  const WriteCounts counts = folder.finish();
  return {laws, counts.files, counts.written, counts.removed, counts.bytes};
}

}  // namespace web
