// SPDX-License-Identifier: GPL-2.0-or-later
// The program's verbs, one file each. A verb adds its options to the command line and leaves in
// `Session::run` what to do; it returns the exit status: found or done, nothing found, or an Error.
#pragma once

#include <filesystem>
#include <functional>
#include <string>

namespace CLI {
class App;
}

namespace jobun {

inline constexpr int kFound = 0;
inline constexpr int kNothing = 1;
inline constexpr int kFailed = 2;

struct Session {
  std::filesystem::path kb;
  bool json = false;
  std::function<int()> run;
};

void add_index(CLI::App&, Session&);
void add_search(CLI::App&, Session&);
void add_show(CLI::App&, Session&);
void add_refs(CLI::App&, Session&);
void add_define(CLI::App&, Session&);
void add_cite(CLI::App&, Session&);
void add_who(CLI::App&, Session&);
void add_export(CLI::App&, Session&);
void add_check(CLI::App&, Session&);
void add_fetch(CLI::App&, Session&);
void add_site(CLI::App&, Session&);
void add_help(CLI::App&, Session&);  // the last: it tells of all the others

// The verb's own command line, with --kb, and --json when it has one.
CLI::App* add_verb(CLI::App& program, Session&, const std::string& name,
                   const std::string& description, bool has_json);

}  // namespace jobun
