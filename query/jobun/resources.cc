// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/jobun/resources.h"

#include <unicode/uversion.h>
#include <xapian.h>

#include <cstdlib>

#include "corpus/error.h"

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

std::string version_text() {
  return std::string("jobun ") + JOBUN_VERSION + "\nXapian " + Xapian::version_string() + ", ICU " +
         U_ICU_VERSION;
}

}  // namespace jobun
