// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/jobun/manual.h"

#include <CLI/CLI.hpp>
#include <vector>

#include "query/jobun/verb_examples.h"

namespace jobun {
namespace {

std::vector<const CLI::App*> verbs_of(const CLI::App& program) {
  return program.get_subcommands([](const CLI::App* verb) { return !verb->get_group().empty(); });
}

std::vector<const CLI::Option*> options_of(const CLI::App& app) {
  return app.get_options([](const CLI::Option* option) { return !option->get_group().empty(); });
}

// - is a hyphen in roff unless told, a leading dot a command, a backslash an escape.
std::string roff(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (c == '-') {
      out += "\\-";
    } else if (c == '\\') {
      out += "\\e";
    } else if ((c == '.' || c == '\'') && (out.empty() || out.back() == '\n')) {
      out += std::string("\\&") + c;
    } else {
      out += c;
    }
  }
  return out;
}

void add_options(std::string& out, const CLI::App& app) {
  for (const CLI::Option* option : options_of(app)) {
    out += ".TP\n.B " + roff(option->get_name(option->get_positional(), true)) + '\n' +
           roff(option->get_description()) + '\n';
  }
}

std::string long_options(const CLI::App& app) {
  std::string out;
  for (const CLI::Option* option : options_of(app)) {
    for (const std::string& name : option->get_lnames()) out += (out.empty() ? "--" : " --") + name;
  }
  return out;
}

std::string quoted(const std::string& text) {
  std::string out = "'";
  for (const char c : text) out += c == '\'' ? "'\\''" : std::string(1, c);
  return out + "'";
}

}  // namespace

std::string example_text(const std::string& verb) {
  std::string out;
  for (const Example& example : examples()) {
    if (example.verb != verb) continue;
    out += "  " + std::string(example.command) + "\n      " + std::string(example.shows) + '\n';
  }
  return out;
}

std::string manual_page(const CLI::App& program) {
  const std::string name = program.get_name();
  std::string out = ".TH " + name + " 1 \"\" \"" + name + ' ' + JOBUN_VERSION + "\"\n.SH 名前\n" +
                    name + " \\- " + roff(program.get_description()) + "\n.SH 書式\n.B " + name +
                    "\n動詞 [オプション]\n.SH オプション\n";
  add_options(out, program);
  out += ".SH 動詞\n";
  for (const CLI::App* verb : verbs_of(program)) {
    out += ".SS " + name + ' ' + verb->get_name() + '\n' + roff(verb->get_description()) + '\n';
    add_options(out, *verb);
    for (const Example& example : examples()) {
      if (example.verb != verb->get_name()) continue;
      out += ".PP\n.B " + roff(std::string(example.command)) + "\n.br\n" +
             roff(std::string(example.shows)) + '\n';
    }
  }
  out +=
      ".SH 終了状態\n0 は見つかったか済んだ、1 は何も見つからない、2 は失敗。\n"
      ".SH 環境変数\n.TP\n.B JOBUN_KB\n知識ベースの場所\n.TP\n.B JOBUN_MECAB_DIC\n"
      "MeCabの辞書（IPADIC、UTF\\-8）の場所\n.TP\n.B NO_COLOR\n色を付けない\n"
      ".SH 注意\n付属の本文は要旨で、公式の条文ではありません。法律上の助言ではありません。\n";
  return out;
}

std::string bash_completion(const CLI::App& program) {
  const std::string name = program.get_name();
  std::string verbs;
  std::string cases;
  for (const CLI::App* verb : verbs_of(program)) {
    verbs += (verbs.empty() ? "" : " ") + verb->get_name();
    cases += "    " + verb->get_name() + ") words=\"" + long_options(*verb) + "\" ;;\n";
  }
  return "# bash completion for " + name + "\n_" + name +
         "() {\n  local words cur=${COMP_WORDS[COMP_CWORD]}\n"
         "  if [ \"$COMP_CWORD\" -eq 1 ]; then\n    COMPREPLY=($(compgen -W \"" +
         verbs + ' ' + long_options(program) +
         "\" -- \"$cur\"))\n    return\n  fi\n"
         "  case ${COMP_WORDS[1]} in\n" +
         cases + "    *) words= ;;\n  esac\n  if [ \"${COMP_WORDS[1]}\" = help ]; then words=\"" +
         verbs +
         "\"; fi\n  COMPREPLY=($(compgen -W \"$words\" -- \"$cur\"))\n}\n"
         "complete -o default -F _" +
         name + ' ' + name + '\n';
}

std::string zsh_completion(const CLI::App& program) {
  const std::string name = program.get_name();
  std::string out = "#compdef " + name + "\nlocal -a verbs options\nverbs=(\n";
  for (const CLI::App* verb : verbs_of(program))
    out += "  " + quoted(verb->get_name() + ':' + verb->get_description()) + '\n';
  out +=
      ")\nif (( CURRENT == 2 )); then\n  _describe -t verbs 動詞 verbs\n  return\nfi\n"
      "case $words[2] in\n";
  for (const CLI::App* verb : verbs_of(program)) {
    out += "  " + verb->get_name() + ") options=(";
    for (const CLI::Option* option : options_of(*verb)) {
      for (const std::string& word : option->get_lnames())
        out += ' ' + quoted("--" + word + ':' + option->get_description());
    }
    out += " ) ;;\n";
  }
  return out +
         "esac\nif [[ $words[2] == help ]]; then _describe -t verbs 動詞 verbs; return; fi\n"
         "if [[ $PREFIX == -* ]]; then _describe -o -t options オプション options; return; fi\n"
         "_files\n";
}

}  // namespace jobun
