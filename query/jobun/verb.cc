// SPDX-License-Identifier: GPL-2.0-or-later
#include <CLI/CLI.hpp>

#include "query/jobun/verbs.h"

namespace jobun {

CLI::App* add_verb(CLI::App& program, Session& session, const std::string& name,
                   const std::string& description, bool has_json) {
  CLI::App* verb = program.add_subcommand(name, description);
  verb->set_help_flag("-h,--help", "この説明を表示します");
  verb->add_option("--kb", session.kb,
                   "知識ベースの場所（省くと $JOBUN_KB、なければ $XDG_DATA_HOME/jobun/kb）");
  if (has_json) verb->add_flag("--json", session.json, "一行に一つのJSONで示します");
  return verb;
}

}  // namespace jobun
