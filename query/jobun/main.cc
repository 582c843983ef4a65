// SPDX-License-Identifier: GPL-2.0-or-later
#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdlib>
#include <exception>
#include <iostream>
#include <string>
#include <vector>

#include "corpus/error.h"
#include "query/jobun/resources.h"
#include "query/jobun/terminal.h"
#include "query/jobun/verbs.h"

namespace {

using namespace jobun;

// CLI11 speaks English; these are the mistakes people make.
std::string explain(const CLI::ParseError& e) {
  if (dynamic_cast<const CLI::RequiredError*>(&e) != nullptr) return "引数が足りません";
  if (dynamic_cast<const CLI::ExtrasError*>(&e) != nullptr) return "知らない引数です";
  if (dynamic_cast<const CLI::ArgumentMismatch*>(&e) != nullptr)
    return "オプションの値の数が違います";
  if (dynamic_cast<const CLI::ConversionError*>(&e) != nullptr) return "値の形が違います";
  if (dynamic_cast<const CLI::ValidationError*>(&e) != nullptr) return "使えない値です";
  return "命令が読めません";
}

// CLI11's own message for a verb it does not know names none.
void check_verb(const CLI::App& program, int argc, char** argv) {
  if (argc < 2 || argv[1][0] == '-') return;
  const std::string name = argv[1];
  for (const CLI::App* verb : program.get_subcommands([](const CLI::App*) { return true; })) {
    if (verb->get_name() == name) return;
  }
  throw corpus::Error("その動詞はありません", name, "jobun help で一覧を見てください");
}

// 「-罰則」 leaves a word out of a search; it is no option, since none of ours is Japanese.
std::vector<std::string> as_words(int argc, char** argv) {
  std::vector<std::string> words;
  for (int i = 1; i < argc; ++i) {
    std::string word = argv[i];
    const bool leaves_out =
        word.size() > 1 && word[0] == '-' && static_cast<unsigned char>(word[1]) >= 0x80;
    if (leaves_out) word.replace(0, 1, "－");
    words.push_back(std::move(word));
  }
  return words;
}

int report(const corpus::Error& e) {
  std::cerr << paint(Paint::error, "jobun: ", std::cerr) << e.what() << '\n';
  if (!e.where.empty()) std::cerr << "  場所: " << e.where << '\n';
  if (!e.hint.empty()) std::cerr << "  対処: " << e.hint << '\n';
  return kFailed;
}

int run(int argc, char** argv) {
  Session session;
  CLI::App program("条文（じょうぶん）: 法令を読み、探し、参照をたどる道具", "jobun");
  program.require_subcommand(1);
  program.option_defaults()->group("オプション");
  program.set_help_flag("-h,--help", "この説明を表示します");
  program.set_version_flag("--version", version_text, "版を表示します");
  program.get_formatter()->label("Usage", "使い方");
  program.get_formatter()->label("Options", "オプション");
  program.get_formatter()->label("Positionals", "引数");
  program.get_formatter()->label("Subcommands", "動詞");
  program.get_formatter()->label("OPTIONS", "オプション");
  program.get_formatter()->label("SUBCOMMAND", "動詞");
  program.get_formatter()->label("REQUIRED", "必須");
  add_index(program, session);
  add_search(program, session);
  add_show(program, session);
  add_refs(program, session);
  add_cite(program, session);
  add_define(program, session);
  add_who(program, session);
  add_export(program, session);
  add_check(program, session);
  add_site(program, session);
  add_fetch(program, session);
  add_help(program, session);
  if (argc == 1) {
    std::cerr << program.help();
    return kFailed;
  }
  check_verb(program, argc, argv);
  std::vector<std::string> words = as_words(argc, argv);
  try {
    std::reverse(words.begin(), words.end());  // CLI11 reads from the back
    program.parse(std::move(words));
  } catch (const CLI::Success& e) {
    return program.exit(e);
  } catch (const CLI::ParseError& e) {
    std::cerr << "jobun: " << explain(e) << "（" << e.what()
              << "）\n  対処: jobun help で使い方を見てください\n";
    return kFailed;
  }
  return session.run();
}

}  // namespace

int main(int argc, char** argv) {
  // Hidden inputs, pinned: the same query gives the same answer in every environment.
  unsetenv("XAPIAN_CJK_NGRAM");
  setenv("XAPIAN_FLUSH_THRESHOLD", "1000000", 1);  // we commit by size ourselves
  std::ios::sync_with_stdio(false);
  try {
    const int status = run(argc, argv);
    std::cout.flush();
    if (!std::cout) {
      throw corpus::Error("結果を書き出せません", "標準出力", "出力先の空き容量を確かめてください");
    }
    return status;
  } catch (const corpus::Error& e) {
    return report(e);
  } catch (const std::bad_alloc&) {
    return report({"メモリが足りません", "", "--jobs を減らすか、対象を分けてください"});
  } catch (const std::exception& e) {
    return report({std::string("思わぬ失敗です: ") + e.what(), "",
                   "同じ命令で再び起きるなら、報告してください"});
  }
}
