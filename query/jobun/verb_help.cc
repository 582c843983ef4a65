// SPDX-License-Identifier: GPL-2.0-or-later
#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>

#include "corpus/error.h"
#include "query/jobun/manual.h"
#include "query/jobun/verbs.h"

namespace jobun {
namespace {

struct Options {
  std::string verb;
  bool man = false;
  std::string completion;
};

int run(const CLI::App& program, const Options& options) {
  if (options.man) {
    std::cout << manual_page(program);
    return kFound;
  }
  if (!options.completion.empty()) {
    std::cout << (options.completion == "bash" ? bash_completion(program)
                                               : zsh_completion(program));
    return kFound;
  }
  if (options.verb.empty()) {
    std::cout << program.help();
    return kFound;
  }
  const auto verbs = program.get_subcommands(
      [&](const CLI::App* verb) { return verb->get_name() == options.verb; });
  if (verbs.empty()) {
    throw corpus::Error("その動詞はありません", options.verb, "jobun help で一覧を見てください");
  }
  std::cout << verbs.front()->help("jobun");
  const std::string examples = example_text(options.verb);
  if (!examples.empty()) std::cout << "例:\n" << examples;
  return kFound;
}

}  // namespace

void add_help(CLI::App& program, Session& session) {
  CLI::App* help = program.add_subcommand("help", "動詞の使い方を表示します");
  help->set_help_flag("-h,--help", "この説明を表示します");
  auto options = std::make_shared<Options>();
  help->add_option("VERB", options->verb, "動詞（省くと全体）");
  help->add_flag("--man", options->man, "マニュアル（roff）を書き出します");
  help->add_option("--completion", options->completion, "シェルの補完を書き出します")
      ->check(CLI::IsMember({"bash", "zsh"}));
  help->callback([&program, &session, options] {
    session.run = [&program, options] { return run(program, *options); };
  });
}

}  // namespace jobun
