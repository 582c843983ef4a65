// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/jobun/resources.h"

#include <unicode/uversion.h>
#include <xapian.h>

#include <algorithm>
#include <cstdlib>
#include <nlohmann/json.hpp>

#include "corpus/error.h"
#include "corpus/law.h"
#include "corpus/law_xml.h"
#include "indexer/analysis/morphemes.h"
#include "indexer/knowledge_base.h"
#include "query/jobun/terminal.h"

namespace jobun {
namespace {

namespace fs = std::filesystem;

std::string environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? "" : value;
}

fs::path find_resource(const fs::path& installed, const fs::path& in_source) {
  if (const std::string data = environment("JOBUN_DATA"); !data.empty())
    return fs::path(data) / installed;
  std::error_code error;
  const fs::path program = fs::read_symlink("/proc/self/exe", error);
  const fs::path beside = program.parent_path().parent_path() / "share" / "jobun" / installed;
  if (!error && fs::exists(beside)) return beside;
  // Where /proc is not mounted, only the source tree and the usual place are left to try.
  const fs::path usual = fs::path("/usr/share/jobun") / installed;
  if (error && fs::exists(usual)) return usual;
  return fs::path(JOBUN_SOURCE_DIR) / in_source;
}

fs::path data_home(const std::string& what, const std::string& option) {
  if (const std::string data = environment("XDG_DATA_HOME"); !data.empty())
    return fs::path(data) / "jobun";
  if (const std::string home = environment("HOME"); !home.empty())
    return fs::path(home) / ".local/share/jobun";
  throw corpus::Error(what + "の置き場所が分かりません", "HOME",
                      option + " で場所を指定してください");
}

}  // namespace

fs::path embedded_corpus() { return find_resource("embedded", "corpus/embedded"); }

fs::path site_templates() { return find_resource("web-static", "web-static"); }

fs::path default_kb() {
  if (const std::string kb = environment("JOBUN_KB"); !kb.empty()) return kb;
  return data_home("知識ベース", "--kb") / "kb";
}

fs::path default_corpus() { return data_home("法令集", "--to") / "corpus"; }

namespace {

std::string dictionary_text() {
  try {
    return analysis::describe_dictionary();
  } catch (const corpus::Error& e) {
    return e.what();
  }
}

// The latest day on which one of the embedded texts came into force.
std::string embedded_text() {
  std::size_t laws = 0;
  std::string latest;
  std::error_code failed;
  for (const auto& file : fs::directory_iterator(embedded_corpus() / "laws", failed)) {
    const corpus::LawOrigin origin = corpus::origin_of(file.path().filename().string());
    if (origin.id.empty() || origin.revision == corpus::kNoStartDate) continue;
    ++laws;
    latest = std::max(latest, origin.revision);
  }
  return laws == 0 ? "見つかりません（" + embedded_corpus().string() + "）"
                   : std::to_string(laws) + "法令、最も新しい施行日は" + to_iso_date(latest);
}

std::string knowledge_base_text() {
  try {
    const auto kb = indexer::KnowledgeBase::open(default_kb());
    const auto summary = nlohmann::json::parse(kb.summary(), nullptr, false);
    if (!summary.is_object()) return "読めません";
    return summary.value("corpus", "") + "、" + to_iso_date(summary.value("built", "")) +
           "に作成、" + std::to_string(summary.value("laws", 0U)) + "法令";
  } catch (const corpus::Error&) {
    return "まだありません（jobun index で作ります）";
  }
}

}  // namespace

std::string version_text() {
  return std::string("jobun ") + JOBUN_VERSION + "\n辞書: " + dictionary_text() + "\nXapian " +
         Xapian::version_string() + ", ICU " + U_ICU_VERSION +
         "\n付属の要旨集: " + embedded_text() + "\n知識ベース: " + knowledge_base_text();
}

}  // namespace jobun
